"""Words that sound like an answer, or like small talk, and are somebody else's request, a complaint or another day."""

from datetime import UTC, date, datetime

from bot.cases.commands import AddToCase
from bot.rights import Right
from tests.cases import a_case
from tests.lines import each
from tests.people import SAM
from tests.transcripts.talk import OnRecord, Talk
from tests.transcripts.test_intake import ERASURE

ADA = "Ada Byron (ada@byron.example) wants a copy of her data"
NO_PLACE = ERASURE.replace("I live in Spain. ", "")
FRIDAY = datetime(2026, 3, 6, 10, 0, tzinfo=UTC)


@each(
    "words",
    [
        *("yesterday, Bo Berg too", "yesterday, same for Bo Berg", "thanks, and also delete the data of Bo Berg"),
        *("Spain, and Bo Berg as well", "ik vraag ook verwijdering van Bo Berg", "ieri, anche per Tom Hale"),
    ],
)
def test_who_wants_the_same_besides_is_not_lost(words: str) -> None:
    talk = Talk()
    talk.says(ADA)
    talk.says(words)
    talk.shows("Is this a new request")
    talk.is_stored()
    talk.says("new")
    assert len(talk.chat.drafts) == 2
    assert not talk.commands


@each("words", ["Ada Byron also wants deletion", "she also lives in New York"])
def test_more_of_the_same_person_is_no_other_one_s(words: str) -> None:
    talk = Talk()
    talk.says(ADA)
    talk.says(words)
    talk.hides("could not read")
    assert len(talk.chat.drafts) == 1


@each(
    "words",
    [
        *(
            "why was his data not deleted?",
            "why is she still getting mails?",
            "warum wurden ihre Daten nicht gelöscht?",
        ),
        *("waarom zijn zijn gegevens nog niet verwijderd?", "pourquoi reçoit-il encore la pub ?"),
        *("perché riceve ancora le email?", "por qué no le han contestado todavía?", "dlaczego nie usunięto danych?"),
    ],
)
def test_a_complaint_is_no_question_back(words: str) -> None:
    talk = Talk()
    talk.says(NO_PLACE)
    talk.says(words)
    talk.hides("Where somebody lives decides")


@each(
    "words",
    [
        *("let me check, Bo Berg wants erasure", "I'll ask: Bo Berg wants a copy"),
        *("ich frage für Bo Berg Löschung an", "je demande l'effacement pour Bo Berg", "ik vraag inzage voor Bo Berg"),
    ],
)
def test_a_wish_is_no_moment_to_look(words: str) -> None:
    talk = Talk()
    talk.says(ADA)
    talk.says(words)
    talk.hides("Take your time")


@each("words", ["yes, it's a customer", "ja, van een klant", "oui, d'un client"])
def test_yes_to_a_customer_is_not_about_the_colleague(words: str) -> None:
    talk = Talk()
    talk.says("please delete everything")
    talk.shows("Is this about you?")
    talk.says(words)
    talk.shows("Whose data is it about?")


@each("words", ["esc #4712 Bo Berg wants out", "ticket 4712 is from Bo Berg"])
def test_a_ticket_with_a_name_is_not_added_to_another_person(words: str) -> None:
    talk = Talk()
    talk.says(ADA)
    talk.says(words)
    talk.shows("Is this a new request")


def test_a_ticket_alone_is_the_open_draft_s() -> None:
    talk = Talk()
    talk.says(ADA)
    talk.says("it's ticket 4712")
    talk.shows("Added.", "When did it reach us?")


@each(
    "words", ["Bo Berg no longer needs 4411 newsletters, cancel his request", "he withdraws his request of 4411 euro"]
)
def test_a_number_that_counts_something_takes_no_case_back_unasked(words: str) -> None:
    talk = Talk(SAM, records=OnRecord([a_case(reporter=SAM.id, ticket="ZD-4411")]))
    talk.says(words)
    assert not talk.commands
    talk.shows("Is this about DSR-2026-0042?")
    talk.says("yes")
    (word,) = talk.commands
    assert isinstance(word, AddToCase)
    assert word.withdraws


@each("words", ["yes but not the marketing", "ja maar niet de marketing", "oui mais pas la pub"])
def test_half_a_yes_is_asked_about(words: str) -> None:
    talk = Talk()
    talk.says("Ann Bell ann@bell.example wants deletion and no marketing")
    talk.shows("What is the person asking for?")
    talk.says(words)
    talk.shows("What is the person asking for?")
    talk.says("deletion")
    talk.shows("When did it reach us?")
    talk.says("yesterday")
    talk.says("Spain")
    talk.says("yes")
    assert talk.opened.rights == (Right.ERASURE,)


@each(
    "words",
    [
        *("he phoned us today, first mail was on 2 February", "he phoned us today and had written in January"),
        *("he called yesterday, wrote three weeks ago", "he phoned today, reminded us of his letter of 02.02.2026"),
        *("wrote to you yesterday", "hij belde vandaag, mailde eerder in januari"),
        *(
            "er hat heute angerufen, sein Brief vom Montag blieb liegen",
            "a appelé aujourd'hui, sa lettre date de janvier",
        ),
        *("ha llamado hoy, escribió ya en enero", "ha chiamato oggi, aveva scritto lunedì"),
        *("ligou hoje, já tinha escrito em janeiro", "dzwonił dzisiaj, pisał już w styczniu"),
    ],
)
def test_of_two_days_the_later_is_not_taken(words: str) -> None:
    talk = Talk(now=FRIDAY)
    talk.says(f"Bo Berg (bo@berg.example) wants his data deleted. {words}")
    if "What is the person asking for?" in talk.text:
        talk.says("delete")
    talk.shows("When did it reach us?")


@each(
    "words",
    [
        *("her parcel arrived yesterday", "I received your newsletter yesterday", "he wrote that he paid on 5 March"),
        *(
            "ihr Paket kam gestern an",
            "son colis est arrivé hier",
            "haar pakje kwam gisteren",
            "jej paczka przyszła wczoraj",
        ),
    ],
)
def test_the_day_of_something_else_changes_no_date(words: str) -> None:
    talk = Talk()
    talk.says(NO_PLACE)
    talk.shows("Reached us: 5 Mar 2026")
    talk.says(words)
    talk.hides("Changed. Reached us", "Noted. Reached us")


@each(
    "words", ["it reached us on 3 March", "die Anfrage ist am 3. März eingegangen", "het verzoek kwam 3 maart binnen"]
)
def test_the_day_of_the_request_does(words: str) -> None:
    talk = Talk()
    talk.says(NO_PLACE)
    talk.says(words)
    talk.shows("Reached us: 3 Mar 2026")
    talk.says("Spain")
    talk.says("yes")
    assert talk.opened.received_at.date() == date(2026, 3, 3)


def test_the_same_words_of_two_people_are_two_requests() -> None:
    talk = Talk()
    talk.logs("please delete all my personal data", author="Bo Berg")
    talk.logs("please delete all my personal data", author="Tom Hale")
    talk.hides("I have this message already")


@each(
    "words",
    [
        *(
            "yesterday. her husband too",
            "yesterday, and the whole family wants it",
            "Bo Berg, yesterday",
            "9 March, Tom Hale",
        ),
        *(
            "yesterday, in Spain, and no marketing",
            "gisteren, en geen reclame",
            "gestern, auch ihr Mann",
            "hier, son mari aussi",
        ),
        *("ayer, y también su marido", "ieri, anche suo marito", "ontem, o marido também", "wczoraj, mąż też"),
    ],
)
def test_a_matter_beside_an_answer_is_asked_about(words: str) -> None:
    talk = Talk()
    talk.says("Ada Byron (ada@byron.example) wants her data deleted")
    talk.shows("When did it reach us?")
    talk.says(words)
    talk.shows("Is this a new request")
    talk.hides("Changed.")


@each("words", ["yesterday, and she wants a copy first", "gisteren, ze wil eerst een kopie"])
def test_one_more_wish_beside_an_answer_is_added(words: str) -> None:
    talk = Talk()
    talk.says("Ada Byron (ada@byron.example) wants her data deleted")
    talk.says(words)
    talk.says("Spain")
    talk.says("yes")
    assert set(talk.opened.rights) == {Right.ERASURE, Right.ACCESS}
    assert talk.opened.received_at.date() == date(2026, 3, 9)


@each("words", ["yesterday I think, hm", "I'd say yesterday, not sure"])
def test_words_that_ask_for_nothing_are_no_matter_beside_an_answer(words: str) -> None:
    talk = Talk()
    talk.says(ADA)
    talk.says(words)
    talk.hides("Is this a new request")


@each("words", ["forget me", "ok, forget me", "forget him", "forget her"])
def test_who_is_to_be_forgotten_is_not_dropped(words: str) -> None:
    talk = Talk()
    talk.says(ADA)
    talk.says(words)
    talk.hides("Dropped")
    assert talk.chat.active is not None


@each("words", ["forget it", "forgt it", "never mnd", "laat mar zitten"])
def test_a_slip_in_a_word_of_control_is_forgiven(words: str) -> None:
    talk = Talk()
    talk.says(ADA)
    talk.says(words)
    talk.shows("Dropped")


@each(
    "words", ["yesterday, and Bo Berg wants a copy", "ontem, e Bo Berg quer uma cópia", "wczoraj, a Bo Berg chce kopię"]
)
def test_what_somebody_else_wants_is_not_what_this_person_wants(words: str) -> None:
    talk = Talk()
    talk.says("Ivy Hill ivy@hill.example wants something about her data")
    talk.shows("What is the person asking for?")
    talk.says(words)
    talk.shows("Is this a new request")


@each("words", ["esc 4412 same", "esc 4412", "copy, and 4412 deletion"])
def test_the_next_ticket_takes_no_other_one_s_place(words: str) -> None:
    talk = Talk(SAM)
    talk.says("esc 4411 wants something weird")
    talk.shows("What is the person asking for?")
    talk.says(words)
    talk.hides("Changed.")
    assert not talk.commands
    if "Is this a new request" in talk.text:
        talk.says("new")
    assert len(talk.chat.drafts) == 2


@each("words", ["esc he paid 4411 and wants his data deleted", "esc order 4411, he wants all deleted"])
def test_a_number_of_something_else_is_no_ticket(words: str) -> None:
    talk = Talk(SAM)
    talk.says(words)
    talk.shows("Which ticket is it?")
    assert not talk.commands
