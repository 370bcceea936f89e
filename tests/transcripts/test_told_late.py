"""Facts, corrections and people that come late, while a request is being talked about."""

from datetime import UTC, datetime

from bot.cases.commands import OpenCase
from bot.cases.words import Capacity
from bot.rights import Right
from tests.lines import each
from tests.transcripts.talk import Talk

NOW = datetime(2026, 3, 6, 10, 0, tzinfo=UTC)  # a Friday
PIKE = "Rosalind Pike wants all her data deleted. got it 3 march"
ANN = "Ann Marsh, ann@m.example wants to be deleted"
NEW_OR_MORE = "Is this a new request"


def told(*words: str) -> Talk:
    talk = Talk(now=NOW)
    for said in words:
        talk.says(said)
    return talk


@each(
    ("before", "words", "shown"),
    [
        (PIKE, "oh and her email is r.pike@post.example, member number 55821", "<r.pike@post.example>, 55821"),
        (PIKE, "member number 55821", "Rosalind Pike, 55821"),
        (PIKE, "and it was the 2nd not the 3rd", "Reached us: 2 Mar 2026"),
        (
            "somebody rang about a copy of her data",
            "hm I think it's Mrs Gail Norris, gail@box.example",
            "Gail Norris <",
        ),
        ("Marcus Flynn, m@mail.example wants off the mailing list", "Flinn, with i", "Marcus Flinn <m@mail.example>"),
        ("Giulia Sarti vuole una copia dei suoi dati", "no aspetta, si scrive Sardi", "Giulia Sardi"),
        ("customer Lee Cho wants his account deleted", "no hang on, I read it again, he wants a copy", "Send a copy\n"),
    ],
)
def test_what_is_told_late_is_taken_and_not_asked_about(before: str, words: str, shown: str) -> None:
    talk = told(before, words)
    talk.shows(shown)
    talk.hides(NEW_OR_MORE)


@each(
    "words",
    [
        "a customer wants to be deleted too, he called today",
        "een klant wil dat zijn gegevens gewist worden, hij belde vandaag",
        "une cliente veut la suppression de ses données, tel 0612345678",
        *(
            "klant 99812 wil ook een kopie",
            "and customer no. 88123 wants a copy too",
            "member 40118 the same",
            "Kundin 44120 will auch eine Auskunft",
        ),
    ],
)
def test_somebody_new_who_wants_the_same_is_asked_about(words: str) -> None:
    told(ANN, words).shows(NEW_OR_MORE)


@each(
    "words", ["webb is m.webb@x.example, pike is spike@x.example", "Pike: spike@x.example and Webb: m.webb@x.example"]
)
def test_addresses_of_several_people_go_to_each(words: str) -> None:
    talk = told("Jo Webb and Al Pike, both want their data deleted, came in yesterday", words)
    talk.hides("Not taken in", NEW_OR_MORE)
    people = [draft.answers["person"].value for draft in talk.chat.drafts]
    assert [(one["name"], one["email"]) for one in people] == [
        ("Jo Webb", "m.webb@x.example"),
        ("Al Pike", "spike@x.example"),
    ]


def test_a_wish_that_is_said_to_be_more_is_asked_for_besides() -> None:
    talk = told(
        "la signora Paola Neri vuole una copia dei suoi dati", "l'ha chiesto ieri. e già che c'è basta newsletter"
    )
    talk.presses("More about Paola Neri")
    talk.shows("Changed. They ask: Send a copy, Stop marketing")


@each("words", ["her address is wrong, it's 12 Mill Lane now", "haar adres klopt niet, het is nu Molenweg 12"])
def test_what_is_wrong_of_hers_is_a_wish_of_hers(words: str) -> None:
    talk = told(f"{ANN}, got it 3 march", words)
    talk.shows("They ask: Delete, Correct")


@each("words", ["Reed, r.reed@x.example", "she is at 020 7946 0991", "Telefon 0221 998877"])
def test_no_number_nor_address_of_a_reply_is_lost(words: str) -> None:
    talk = told("somebody rang about a copy of her data", words)
    talk.is_stored()
    kept = str([draft.answers for draft in talk.chat.drafts]) + str(talk.chat.pending)
    assert words.split(" ", 1)[1].removeprefix("is at ") in kept


def test_what_is_said_to_be_more_sets_right_what_is_known() -> None:
    talk = told("Ann Marsh, ann@m.example wants to be deleted, got it 3 march", "her sister sent it on the 2nd")
    if NEW_OR_MORE in talk.text:
        talk.says("more")
    talk.shows("2 Mar 2026")


@each("words", ["right", "ok thanks", "great"])
def test_taking_note_is_no_answer_to_what_they_want(words: str) -> None:
    told("what about my details then? - from Jo Finch, jo@finch.example", words).shows("What is the person asking for?")


@each(
    "words",
    [
        *("and Bo Berg, bo@x.example", "auch Bo Berg, bo@x.example", "et Bo Berg, bo@x.example aussi"),
        *("same goes for her flatmate Bo Berg, bo@x.example", "anche suo fratello Bo Berg, bo@x.example"),
    ],
)
def test_somebody_of_whom_no_more_is_said_wants_the_same(words: str) -> None:
    talk = told(ANN, words)
    talk.shows("About Ann Marsh <ann@m.example>", "Bo Berg <bo@x.example> comes after this.")
    talk.says("today")
    talk.says("not said")
    talk.says("open it")
    talk.says("today")
    talk.says("not said")
    talk.says("open it")
    opened = [(one.subject.name, one.rights) for one in talk.commands if isinstance(one, OpenCase)]
    assert opened == [("Ann Marsh", (Right.ERASURE,)), ("Bo Berg", (Right.ERASURE,))]


@each("words", ["and her lawyer Bo Berg, bo@law.example", "and not Bo Berg bo@x.example"])
def test_a_lawyer_wants_nothing_for_themselves(words: str) -> None:
    told(ANN, "today", words).hides("comes after this")


@each(
    ("before", "words", "contact"),
    [
        ("Ruth Dole wants all data deleted", "it's about her son actually, Tim, he's 9", "ruth@dole.example"),
        ("Ruth Dole pide el borrado de los datos de su hijo", "el niño se llama Tim", "ruth@dole.example"),
        ("Frau Ruth Dole will, dass die Daten ihres Sohnes gelöscht werden", "der Sohn heißt Tim", "ruth@dole.example"),
        ("Ruth Dole rang on behalf of her boy: she wants his account deleted", "Tim", "she's at ruth@dole.example"),
    ],
)
def test_a_parent_who_was_told_first_is_who_writes(before: str, words: str, contact: str) -> None:
    talk = told(before, words, contact, "today", "not said", "not said", "open it")
    case = talk.opened
    assert (case.subject.name, case.subject.email, case.capacity) == ("Tim", None, Capacity.PARENT)
    assert case.representative is not None
    assert (case.representative.name, case.representative.email) == ("Ruth Dole", "ruth@dole.example")


def test_who_was_meant_instead_gets_nothing_of_the_other_s() -> None:
    talk = told("Henk Bos, henk@bos.example wants a copy of his data", "sorry, I mean his wife Ria Bos")
    talk.shows("About Ria Bos\n")
    talk.hides("henk@bos.example")


def test_a_day_that_was_asked_about_again_is_asked_once_more() -> None:
    talk = told("Pia Lund, pia@lund.example wants her data deleted", "thursday")
    talk.says("no that was the reminder, the first one came on the 24th")
    talk.shows("When did it reach us?", "Tue 24 Feb 2026")
    talk.says("Spain")
    talk.shows("Lives: in the EU or EEA", "Tue 24 Feb 2026")


def test_that_nothing_is_left_to_do_is_no_request() -> None:
    talk = told(ANN, "today", "not said", "open it", "then I'll wait")
    talk.hides("What is the person asking for?")


def test_what_is_told_of_him_while_it_is_asked_whether_he_is_new_is_his() -> None:
    talk = told(ANN, "Milan Kovac (no 203311) phoned, he wants a copy", "he's in Croatia I think")
    talk.shows("Noted with what you wrote last.", NEW_OR_MORE)
    assert talk.chat.pending is not None and "Croatia" in talk.chat.pending.text
    assert all("residence" not in draft.answers for draft in talk.chat.drafts)


@each(
    "words",
    [
        "second one: Milan Kovac (milan@x.example) wants a copy",
        "Zweiter Fall: Milan Kovac (milan@x.example) will eine Kopie seiner Daten",
        "tweede: Milan Kovac (milan@x.example) wil een kopie van zijn gegevens",
    ],
)
def test_a_second_one_is_a_matter_of_its_own(words: str) -> None:
    talk = told(ANN, words)
    talk.shows("A second matter.")
    assert len(talk.chat.drafts) == 2
