"""Who writes for somebody, and by what that person may be known, as a colleague answers it."""

from datetime import UTC, datetime

from bot.cases.snapshot import Person
from bot.cases.words import Capacity
from bot.conversation.slot import Known
from flows.slots.people import PERSON
from flows.slots.verification import KNOWN_AS
from flows.slots.writers import CAPACITY, WRITER
from tests.lines import each
from tests.transcripts.talk import Talk

FRIDAY = datetime(2026, 3, 6, 10, 0, tzinfo=UTC)
BY_LAWYER = "A lawyer wrote yesterday on behalf of Rita Moll, who lives in Spain: delete her data"
BY_PHONE = "Rita Moll phoned us yesterday and wants a copy of her data, she lives in Spain"


def known(talk: Talk) -> Known:
    assert talk.chat.active is not None
    return Known(talk.chat.active.answers)


def asked(first: str, question: str) -> Talk:
    talk = Talk(now=FRIDAY)
    talk.says(first)
    talk.shows(question)
    return talk


@each(
    ("words", "who"),
    [
        ("Tom Finch, tom@finch.example", Person(name="Tom Finch", email="tom@finch.example")),
        ("her mother, Ann Moll", Person(name="Ann Moll")),
        ("Ann Moll (mother)", Person(name="Ann Moll")),
        ("ann@moll.example, her mother", Person(email="ann@moll.example")),
        ("her lawyer, Tom Finch", Person(name="Tom Finch")),
        ("haar advocaat mr. De Vries", Person(name="De Vries")),
        ("ihr Anwalt Dr. Huber", Person(name="Huber")),
        ("somebody called Finch", Person(name="Finch")),
        ("not sure, Finch I think", Person(name="Finch")),
        ("authorised agent Permission Slip", Person(name="Permission Slip")),
        ("Tom Finch +44 20 7946 0000", Person(name="Tom Finch", phone="+44 20 7946 0000")),
        ("+44 20 7946 0000", Person(phone="+44 20 7946 0000")),
        ("Tom Finch and Ann Bell", Person(name="Tom Finch and Ann Bell")),
        *((words, Person()) for words in ("her lawyer", "her husband", "een notaris", "su abogado", "the DPA")),
        *((words, Person()) for words in ("I don't know", "it doesn't say", "weet ik niet", "keine Ahnung")),
        ("her lawyer from Italy", Person()),
    ],
)
def test_who_writes_is_told_as_far_as_anybody_knows(words: str, who: Person) -> None:
    talk = asked(BY_LAWYER, "Who writes on their behalf?")
    talk.says(words)
    assert known(talk)[WRITER] == who
    assert known(talk)[PERSON] == Person(name="Rita Moll", country="ES")
    talk.shows("When did it reach us?")


def test_nobody_need_know_who_writes() -> None:
    talk = asked(BY_LAWYER, "Who writes on their behalf?")
    talk.presses("It doesn't say")
    assert known(talk)[WRITER] == Person()


@each("words", ["she writes herself", "nobody", "the customer", "ze schreef zelf", "Rita Moll"])
def test_who_writes_for_themselves_has_no_deputy(words: str) -> None:
    talk = asked(BY_LAWYER, "Who writes on their behalf?")
    talk.says(words)
    assert known(talk)[CAPACITY] is Capacity.SELF
    talk.shows("They write: for themselves")


@each("words", ["her address is Calle Mayor 3, 28001 Madrid", "order 778899", "user ritam99 maybe"])
def test_by_what_a_person_is_known_is_kept_as_it_is_told(words: str) -> None:
    talk = asked(BY_PHONE, "By what may we know this person")
    talk.says(words)
    assert known(talk)[KNOWN_AS].startswith(words.partition(",")[0])


def test_a_number_beside_another_answer_is_kept() -> None:
    talk = asked(BY_PHONE, "By what may we know this person")
    talk.says("4411 and she lives in Portugal")
    assert known(talk)[KNOWN_AS] == "4411"


def test_a_question_back_is_nothing_to_know_a_person_by() -> None:
    talk = asked(BY_PHONE, "By what may we know this person")
    talk.says("what happens next?")
    talk.shows("By what may we know this person")


def test_what_the_writer_is_to_the_person_is_kept_with_the_case() -> None:
    talk = asked(BY_LAWYER, "Who writes on their behalf?")
    talk.says("her mother")
    talk.presses("Yesterday")
    talk.says("no number")
    talk.shows("Written by: not named  “her mother”")
    talk.presses("Open case")
    assert ("Written by", "her mother") in talk.opened.answers


@each("words", ["no, that's all", "nee dat is alles", "nein, das ist alles", "c'est tout"])
def test_nothing_more_to_tell_is_an_answer(words: str) -> None:
    talk = asked(BY_PHONE, "By what may we know this person")
    talk.says(words)
    talk.shows("Open this case?", "We know them by: not said")


@each(
    ("words", "writer"),
    [
        (
            "A lawyer wrote on behalf of Nina Wolf: she wants to see all data. lawyer is Dr. Otto Brandt, o@b.example",
            Person(name="Otto Brandt", email="o@b.example"),
        ),
        (
            "de moeder van Tim Jansen (12) wil dat we zijn foto's weghalen. moeder: els@jansen.example",
            Person(email="els@jansen.example"),
        ),
        (
            "attorney Lee Crane (crane@law.example) for client Pia Fox wants access",
            Person(name="Lee Crane", email="crane@law.example"),
        ),
        (
            "le père de Léo Blanc, 9 ans, demande qu'on efface ses photos; le père : Paul Blanc, paul@blanc.example",
            Person(name="Paul Blanc", email="paul@blanc.example"),
        ),
    ],
)
def test_who_writes_is_heard_where_it_is_said_what_they_are(words: str, writer: Person) -> None:
    talk = asked(words, "When did it reach us?")
    assert known(talk)[WRITER] == writer


def test_the_person_s_own_address_is_not_that_of_who_writes() -> None:
    talk = asked("A lawyer wrote on behalf of Nina Wolf: she wants to see all data.", "Who writes on their behalf?")
    talk.says("Nina is at nina.wolf@web.example")
    talk.shows("Changed. Person: Nina Wolf <nina.wolf@web.example>", "Who writes on their behalf?")
    talk.says("Otto Brandt, otto@brandt.example")
    assert known(talk)[WRITER] == Person(name="Otto Brandt", email="otto@brandt.example")
    assert known(talk)[PERSON].email == "nina.wolf@web.example"


@each(
    "words",
    [
        "Nina Wolf, guardian is tom@finch.example",
        "Nina has a lawyer: tom@finch.example",
        "Nina is represented by tom@finch.example",
    ],
)
def test_the_address_of_who_writes_is_not_the_person_s_own(words: str) -> None:
    talk = asked("Nina Wolf called", "What is the person asking for?")
    talk.says(words)
    talk.hides("<tom@finch.example>")


def test_the_person_s_own_address_is_heard_while_their_wish_is_asked_for() -> None:
    talk = asked(
        "ik heb een brief van de advocaat van Bram Kok: hij wil inzage. advocaat: mr. Loes Prins, loes@prins.example",
        "What is the person asking for?",
    )
    talk.says("Bram zelf: bram@kok.example")
    talk.shows("Person: Bram Kok <bram@kok.example>")
    talk.presses("Send a copy")
    assert known(talk)[WRITER] == Person(name="Loes Prins", email="loes@prins.example")


def test_the_address_of_who_writes_is_kept_where_both_are_named() -> None:
    talk = Talk(now=FRIDAY)
    talk.says(
        "a patient's daughter wants his records deleted. daughter: Iris Cole, iris@cole.example, father: Ned Cole"
    )
    assert known(talk)[WRITER] == Person(name="Iris Cole", email="iris@cole.example")
