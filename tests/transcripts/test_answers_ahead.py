"""Several answers at once, and answers that come before their question: none is asked for twice, none is lost."""

from datetime import date

from bot.rights import Right
from tests.lines import each
from tests.transcripts.talk import Talk, colleague
from tests.transcripts.test_intake import ERASURE

NO_PLACE = ERASURE.replace("I live in Spain. ", "")
CALLED = "Ada Byron (ada@byron.example) wants a copy of her data"  # no day, no place


@each(
    ("words", "day"),
    [
        *(("yesterday, UK", 9), ("on 3 March and she lives in the UK", 3), ("UK, came in on Monday", 9)),
        *(("Monday, and from the United Kingdom", 9), ("gisteren, Verenigd Koninkrijk", 9), ("gestern, England", 9)),
    ],
)
def test_two_answers_in_one_message_are_both_taken(words: str, day: int) -> None:
    talk = Talk()
    talk.says(CALLED)
    talk.shows("When did it reach us?")
    talk.says(words)
    talk.shows("Open this case?", "Lives: in the United Kingdom")
    talk.says("yes")
    assert (talk.opened.received_at.date(), talk.opened.law_hint) == (date(2026, 3, day), "uk_gdpr")


def test_a_place_and_an_address_are_both_taken() -> None:
    talk = Talk()
    talk.says(NO_PLACE)
    talk.shows("Where does the person live?")
    talk.says("Germany, and his mail is other@y.example")
    talk.shows("Changed. Person: ", "other@y.example", "Open this case?", "Lives: in the EU or EEA")


@each(
    ("words", "noted"),
    [
        *(("Germany", "Noted. Lives: in the EU or EEA"), ("she's in Utrecht", "Noted. Lives: in the EU or EEA")),
        *(("yesterday", "Noted. Reached us: 9 Mar 2026"), ("it came in on 3 March", "Noted. Reached us: 3 Mar 2026")),
        *(("he wrote on March 2", "Noted. Reached us: 2 Mar 2026"), ("Bo Berg bo@y.example", "Noted. Person: Bo Berg")),
        ("her name is Nora Vance", "Person: Nora Vance"),
    ],
)
def test_what_is_told_before_it_is_asked_is_kept(words: str, noted: str) -> None:
    talk = Talk()
    talk.says("somebody wants to be deleted")
    talk.shows("What is the person asking for?")
    talk.says(words)
    talk.shows(noted, "What is the person asking for?")


def test_everything_told_ahead_leaves_nothing_to_ask() -> None:
    talk = Talk()
    talk.says("somebody wants to be deleted")
    talk.says("yesterday")
    talk.is_stored()
    talk.says("in Norway")
    talk.says("Bo Berg, bo@y.example")
    talk.says("delete")
    talk.shows("Open this case?", "Bo Berg <bo@y.example>", "Reached us: 9 Mar 2026", "in the EU or EEA")


def test_a_wish_and_the_facts_beside_it_are_taken_together() -> None:
    talk = Talk()
    talk.says("Kim Ross kim@ross.example wants his data")
    talk.shows("What is the person asking for?")
    talk.says("a copy, he wrote on March 2 and lives in Ireland")
    talk.says("yes")
    assert (talk.opened.rights, talk.opened.received_at.date()) == ((Right.ACCESS,), date(2026, 3, 2))


def test_words_that_cannot_be_read_are_shown() -> None:
    talk = Talk()
    talk.says("Ivy Hill ivy@hill.example wants something about her data")
    talk.says("Belgium, got it on the umpteenth")
    talk.shows("Noted. Lives: in the EU or EEA", "I could not read “got it on the umpteenth”")
    assert "umpteenth" in str(talk.chat.drafts[0].answers["said"].value)


def test_a_name_before_a_wish_is_no_mere_name() -> None:
    talk = Talk()
    talk.says(CALLED)
    talk.says("Bo Berg bo@y.example wants his data deleted")
    talk.shows("Bo Berg <bo@y.example>", "They ask: Delete")
    assert len(talk.chat.drafts) == 2


@each("words", ["no wait, her name is Bell not Ball", "her name is Bell, not Ball"])
def test_a_name_that_was_written_wrongly_is_set_right_in_its_part(words: str) -> None:
    talk = Talk()
    talk.says("a customer called, she wants a copy of her data. Anna Ball, anna@b.example")
    talk.says(words)
    talk.shows("Changed. Person: Anna Bell <anna@b.example>")
    assert len(talk.chat.drafts) == 1


@each("words", ["it's a customer, not me", "no it's from a customer, forgot to say", "nee, van een klant", "nicht ich"])
def test_a_customer_s_matter_is_not_the_speaker_s(words: str) -> None:
    talk = Talk()
    talk.says("please delete my account")
    talk.shows("Is this about you?")
    talk.says(words)
    talk.shows("Whose data is it about?")


def test_who_is_named_instead_of_the_speaker_is_the_person() -> None:
    talk = Talk()
    talk.says("please delete my account")
    talk.says("Lara Kent lara@kent.example")
    talk.shows("About Lara Kent <lara@kent.example>", "When did it reach us?")


def test_a_ticket_that_is_told_later_belongs_to_the_request() -> None:
    talk = Talk(colleague("Sam"))
    talk.says("got a guy on chat who wants his data removed, like NOW")
    talk.says("it's ticket #90210")
    talk.says("Bo Berg bo@y.example, today, Spain")
    talk.says("yes")
    assert talk.opened.ticket == "90210"


def test_yes_is_nothing_by_which_a_person_is_known() -> None:
    talk = Talk(colleague("Eva", language="nl"))
    talk.says("klant belde net, wil dat we alles van haar weggooien. 06-12345678")
    talk.says("net, in Nederland")
    talk.shows("Waaraan kunnen we deze persoon herkennen")
    talk.says("ja hoor")
    talk.shows("Waaraan kunnen we deze persoon herkennen")
    talk.says("ze heet trouwens Nora Vance")
    talk.shows("Persoon: Nora Vance")


def test_words_that_cannot_be_read_reach_the_team_with_the_case() -> None:
    talk = Talk()
    talk.says("Customer says we have her old address, wants it corrected. Lena Graf lena@graf.example")
    talk.says("the new one is Hauptstr. 5, Bonn")
    talk.says("yesterday")
    if "Where does the person live?" in talk.text:
        talk.says("Germany")
    talk.says("yes")
    assert "Hauptstr. 5" in talk.opened.text or any("Hauptstr. 5" in answer for _label, answer in talk.opened.answers)


def test_a_portuguese_no_is_in_the() -> None:
    talk = Talk()
    talk.says(CALLED)
    talk.says("ontem, mora no Porto")
    talk.shows("Open this case?", "Lives: in the EU or EEA")


def test_facts_alone_are_asked_about() -> None:
    talk = Talk()
    talk.says("got this: Rosa Muster rosa@muster.example, Germany")
    talk.shows("What is the person asking for?")
    talk.says("delete")
    talk.says("yesterday")
    talk.shows("Open this case?", "Rosa Muster <rosa@muster.example>", "Lives: in the EU or EEA")


@each(
    "words",
    ["Annie Vance, annie@vance.example, yesterday, Spain", "annie@vance.example, Spain, yesterday, Annie Vance"],
)
def test_whose_data_and_all_the_rest_in_one_answer(words: str) -> None:
    talk = Talk()
    talk.says("a customer wants his data gone")
    talk.shows("Whose data is it about?")
    talk.says(words)
    talk.shows("Open this case?", "Annie Vance <annie@vance.example>", "Reached us: 9 Mar 2026", "in the EU or EEA")


@each(
    "words",
    [
        *("today, but she also wants her address corrected", "yesterday; she also wants her address corrected"),
        "gisteren, en ze wil ook dat haar adres gecorrigeerd wordt",
    ],
)
def test_a_further_wish_beside_an_answer_is_kept(words: str) -> None:
    talk = Talk()
    talk.says(CALLED)
    talk.says(words)
    talk.shows("Changed. They ask: Send a copy, Correct", "Where does the person live?")


def test_what_is_asked_for_comes_before_a_bare_name() -> None:
    talk = Talk()
    talk.says("customer wants everything deleted, mia@may.example, it came in yesterday")
    talk.says("delete")
    talk.shows("Where does the person live?")
    talk.says("Georgia")
    talk.hides("Person: Georgia")


def test_where_somebody_lives_is_no_wish_to_have_it_corrected() -> None:
    talk = Talk()
    talk.says("somebody wants to be deleted")
    talk.says("no, Jordan is her name, she lives in France")
    talk.shows("What is the person asking for?")
