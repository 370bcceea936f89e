"""Few words after a case was opened: something of it is wrong, or it was a test; and a test that is not open yet."""

import pytest

from tests.cases import a_case
from tests.lines import each
from tests.people import SAM
from tests.transcripts.at_the_desk import EMMA, Colleagues, Reporter
from tests.transcripts.talk import NOW, OnRecord, Talk
from tests.transcripts.test_word_of_a_case import word

JUST_NOW = OnRecord([a_case(reporter=SAM.id, ticket="ZD-6000", opened_at=NOW)])


@each(
    "words",
    [
        *("the name is wrong", "spelling of the name is wrong: Read with ea", "it came in on Monday, not today"),
        *("it reached us last Thursday", "the address is tom@citrine.example", "I made a mistake with the date"),
        *(
            "de naam klopt niet",
            "het kwam maandag binnen",
            "verkeerde klant",
            "der Name ist falsch",
            "es kam am Montag",
        ),
        *("le nom est faux", "c'est arrivé lundi", "el nombre está mal", "il nome è sbagliato", "o nome está errado"),
        *("nazwisko jest błędne", "to przyszło w poniedziałek"),
    ],
)
def test_what_is_set_right_belongs_to_the_case_that_was_opened_just_now(words: str) -> None:
    talk = Talk(SAM, records=JUST_NOW)
    talk.says(words)
    talk.shows("Is this about DSR-2026-0042?")
    talk.says("yes")
    assert (word(talk).case, word(talk).text, word(talk).withdraws) == ("DSR-2026-0042", words, False)


@each(
    "words",
    [
        *("it was Tuesday after all", "het was toch dinsdag", "es war doch Dienstag", "c'était mardi finalement"),
        *("finalmente era martedì", "afinal foi na terça", "jednak we wtorek", "Portugal, not Spain"),
        *("perdón, es Ana Díez", "pardon, c'est Ana Dias", "scusa, si chiama Ana Dias", "przepraszam, to Ana Dias"),
        *("only the phone number", "toch alleen haar telefoonnummer", "jednak tylko numer telefonu"),
        *("I have her email now: ana.d@x.example", "ich habe ihre Mail: ana.d@x.example"),
    ],
)
def test_what_is_not_understood_just_after_a_case_was_opened_is_asked_about(words: str) -> None:
    talk = Talk(EMMA, records=OnRecord([a_case(reporter=EMMA.id, opened_at=NOW)]))
    talk.says(words)
    talk.shows("Is this about DSR-2026-0042?")
    talk.says("yes")
    assert word(talk).text == words


THREE = OnRecord(
    [a_case(reference=f"DSR-2026-000{n}", reporter=SAM.id, ticket=f"6100{n}", opened_at=NOW) for n in (3, 2, 1)]
)


@each(
    "words",
    [
        *("drop the second, customer changed her mind", "the second one is Kim Poe, kim@x.example"),
        *("de tweede is ingetrokken", "der zweite hat zurückgezogen", "den zweiten bitte vergessen"),
        *("la deuxième s'appelle Lise Roy, lise@x.example", "la seconda è di Ugo Re, ugo@x.example"),
        *(
            "el segundo es Iván Sanz, ivan@x.example",
            "o segundo quer também uma cópia",
            "ten drugi to Jan Kot, jan@x.example",
        ),
    ],
)
def test_of_several_the_one_is_meant_that_is_named_by_its_place(words: str) -> None:
    talk = Talk(SAM, records=THREE)
    talk.says(words)
    talk.shows("Is this about DSR-2026-0002?")
    talk.says("yes")
    assert (word(talk).case, word(talk).text) == ("DSR-2026-0002", words)


@each(
    "words",
    ["the last two are one and the same customer", "first two took it back", "de laatste twee zijn van één klant"],
)
def test_two_of_them_may_be_named_by_their_place(words: str) -> None:
    talk = Talk(SAM, records=THREE)
    talk.says(words)
    talk.shows("Pass it on for all 2", "DSR-2026-0002: Delete")


def test_where_a_place_may_be_of_something_else_each_is_offered() -> None:
    talk = Talk(SAM, records=THREE)
    talk.says("the second invoice of her is wrong, too")
    talk.shows("DSR-2026-0001: Delete", "DSR-2026-0002: Delete", "DSR-2026-0003: Delete")


@each("words", ["good morning", "hallo", "danke dir", "thanks for your help", "gracias a ti"])
def test_a_greeting_or_thanks_are_no_word_about_a_case(words: str) -> None:
    talk = Talk(EMMA, records=OnRecord([a_case(reporter=EMMA.id, opened_at=NOW)]))
    talk.says(words)
    talk.hides("Is this about")


@each("words", ["OK. Jane Low asked, jane@low.example", "ok daar is ze: jane@low.example"])
def test_whose_address_is_told_is_asked_what_they_want(words: str) -> None:
    talk = Talk(EMMA)
    talk.says(words)
    talk.shows("What is the person asking for?")
    assert talk.chat.active is not None


@each(
    "words",
    [
        *("that was a test, drop it", "please drop that one, I was testing", "laat maar, het was een test"),
        *("sorry that was a test", "war nur ein Test, bitte ignorieren", "era solo una prueba, perdón"),
        *("das war nur ein Test", "c'était un test", "era una prueba", "era una prova", "era um teste", "to był test"),
    ],
)
def test_a_test_that_was_opened_is_taken_back(words: str) -> None:
    talk = Talk(SAM, records=JUST_NOW)
    talk.says(words)
    talk.shows("Is this about DSR-2026-0042?")
    talk.says("yes")
    assert word(talk).withdraws
    talk.shows("I have told the privacy team that DSR-2026-0042 is taken back")


@each(
    "words",
    ["another customer phoned today, he wants out", "Ana Diaz called, she wants a copy", "delete bo@citrine.example"],
)
def test_the_next_customer_s_wish_is_no_word_about_the_case_before(words: str) -> None:
    talk = Talk(SAM, records=JUST_NOW)
    talk.says(words)
    talk.hides("Is this about DSR-2026-0042?")
    assert talk.chat.drafts or talk.commands


@each(
    "words",
    [
        *("that was a test, drop it", "it was just a test", "never mind, was a test", "laat maar, was een test"),
        *("vergiss es, war nur ein Test", "oublie, c'était un test", "olvídalo, era una prueba"),
        *("lascia perdere, era una prova", "esquece, era um teste", "nieważne, to był test"),
    ],
)
def test_a_test_that_is_not_open_yet_is_dropped(words: str) -> None:
    talk = Talk(SAM)
    talk.says("ZD-5000 cust wants out")
    talk.says(words)
    talk.shows("Dropped. Nothing was recorded.")
    assert not talk.commands
    assert not talk.chat.drafts


@pytest.mark.parametrize(
    "words", ["oh and it was by phone", "het kwam telefonisch", "c'était par téléphone", "es kam per Brief"]
)
def test_on_which_way_it_came_is_said_of_the_case_that_was_opened_just_now(desk: Colleagues, words: str) -> None:
    sam = Reporter(desk.office, SAM)
    sam.says("7301 wants to be deleted")
    sam.says(words)
    sam.shows("Is this about DSR-2026-0001? Then I pass the words on to the privacy team.")


@pytest.mark.parametrize("words", ["sorry wrong ticket number, it's 7302", "verkeerd ticketnummer, het is ticket 7302"])
def test_a_ticket_s_number_that_was_wrong_is_said_of_its_case(desk: Colleagues, words: str) -> None:
    sam = Reporter(desk.office, SAM)
    sam.says("7301 wants to be deleted")
    sam.says(words)
    sam.shows("Is this about DSR-2026-0001? Then I pass the words on to the privacy team.")


@pytest.mark.parametrize(
    "words",
    ["hm she now says she'd rather keep the account and only stop the ads", "klant belde net weer, is nogal boos"],
)
def test_what_she_says_now_may_be_of_the_case_that_was_opened_just_now(desk: Colleagues, words: str) -> None:
    sam = Reporter(desk.office, SAM)
    sam.says("7301 wants to be deleted")
    sam.says(words)
    sam.shows(
        "Is this about DSR-2026-0001? Then I pass the words on to the privacy team.",
    )
    assert [button.label for message in sam.answers for button in message.card.buttons()][1] == "A new request"


def test_a_new_customer_s_wish_is_a_new_one(desk: Colleagues) -> None:
    sam = Reporter(desk.office, SAM)
    sam.says("7301 wants to be deleted")
    sam.says("a customer wants a copy of his data")
    sam.shows("They ask: Send a copy")


@pytest.mark.parametrize("words", ["and delete it afterwards", "en daarna alles verwijderen"])
def test_what_goes_on_with_and_may_be_of_the_case_that_was_opened_just_now(desk: Colleagues, words: str) -> None:
    sam = Reporter(desk.office, SAM)
    sam.says("7301 wants a copy of his data")
    sam.says(words)
    sam.shows("Is this about DSR-2026-0001? Then I pass the words on to the privacy team.")


@pytest.mark.parametrize(
    "words", ["Leeds", "sorry that's 7302", "verkeerde nummer, 7302", "his dad is writing for him: carl@ox.example"]
)
def test_what_belongs_to_the_case_that_was_opened_just_now_is_never_lost(desk: Colleagues, words: str) -> None:
    sam = Reporter(desk.office, SAM)
    sam.says("7301 wants to be deleted")
    sam.says(words)
    sam.shows("Is this about DSR-2026-0001? Then I pass the words on to the privacy team.")


def test_thanks_are_no_more_words_for_a_case(desk: Colleagues) -> None:
    sam = Reporter(desk.office, SAM)
    sam.says("7301 wants to be deleted")
    sam.says("she's in Wales")
    sam.says("thank you bot")
    sam.shows("You're welcome.")
    sam.hides("Added.")
