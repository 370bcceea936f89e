"""What colleagues say beside the question that is open: no wish is lost by it, no day is made of it."""

from datetime import date

from bot.rights import Right
from tests.cases import a_case, a_request
from tests.lines import each
from tests.people import PRIYA, SAM
from tests.transcripts.talk import NOW, OnRecord, Talk, colleague

COPY = "Jan Kok, jan@kok.example asks for a copy"


def asked_when(words: str = COPY) -> Talk:
    talk = Talk()
    talk.says(words)
    talk.shows("When did it reach us?")
    return talk


@each(
    "words",
    [
        *("I was off on Monday", "I was ill yesterday", "we were closed on Friday", "I'm back since Monday"),
        *(
            "ik was maandag vrij",
            "ich war am Montag im Urlaub",
            "j'étais en congé lundi",
            "estuve de vacaciones el lunes",
        ),
        *("lunedì ero in ferie", "estava de férias na segunda-feira", "w poniedziałek byłam na urlopie"),
    ],
)
def test_the_day_on_which_somebody_was_away_is_no_arrival(words: str) -> None:
    talk = asked_when()
    talk.says(words)
    talk.shows("I need a day to count from", "When did it reach us?")
    talk.hides("Mon 9 Mar 2026")


@each(
    ("words", "day"),
    [
        ("I was off, it came in on Friday", date(2026, 3, 6)),
        ("an hour ago", NOW.date()),
        ("vanmorgen om half tien", NOW.date()),
        ("foi na quinta", date(2026, 3, 5)),
        ("reçu hier", date(2026, 3, 9)),
    ],
)
def test_the_day_on_which_it_came_in_is(words: str, day: date) -> None:
    talk = asked_when()
    talk.says(words)
    talk.says("Spain")
    talk.presses("Open case")
    assert talk.opened.received_at.date() == day


@each("words", ["und das hier auch noch:", "die Kundin ist hier bei mir"])
def test_what_is_here_did_not_come_yesterday(words: str) -> None:
    talk = asked_when("Bitte löschen Sie meine Daten. Uwe Sand, uwe@sand.example")
    talk.says(words)
    talk.hides("9 Mar")
    talk.shows("When did it reach us?")


@each(
    "words",
    [
        "Received 12 Nov 2025, your letter. I want you to delete my data. Otto Reis, otto@reis.example",
        "Uw brief ontvangen op 12 januari 2026. Verwijder mijn gegevens. Otto Reis, otto@reis.example",
        "Reçu le 12 janvier 2026, votre courrier. Supprimez toutes mes données. Otto Reis, otto@reis.example",
    ],
)
def test_a_letter_of_ours_that_reached_the_customer_is_no_arrival(words: str) -> None:
    talk = Talk()
    talk.says(words)
    talk.hides("Reached us")


@each(
    ("said", "rights"),
    [
        ("he was really angry, said he'd go to the authority", {Right.ERASURE, Right.COMPLAINT}),
        ("she wants a copy", {Right.ERASURE, Right.ACCESS}),
        ("she'd rather have a copy", {Right.ACCESS}),
        ("no wait, a copy", {Right.ACCESS}),
    ],
)
def test_a_wish_that_is_told_besides_takes_no_other_one_s_place(said: str, rights: set[Right]) -> None:
    talk = asked_when("Ines Prado, ines@prado.example, wants her data deleted")
    talk.says(said)
    talk.shows("Changed. They ask")
    talk.says("today")
    talk.says("Spain")
    talk.presses("Open case")
    assert set(talk.opened.rights) == rights


def test_what_limits_a_wish_is_none_of_its_own() -> None:
    talk = Talk()
    talk.says("I want you to delete my photo from the intranet")
    talk.says("only the photo though, nothing else")
    talk.shows("I note it for the privacy team", "Is this about you?")
    talk.presses("Yes, it is about me")
    talk.presses("EU or EEA")
    talk.shows("They ask: Delete", "only the photo though, nothing else")


@each("words", ["ok go on", "continue", "ok"])
def test_who_wants_to_go_on_is_asked_again(words: str) -> None:
    talk = asked_when()
    talk.says(words)
    talk.hides("I can't read that")
    talk.shows("When did it reach us?")


def test_who_knows_no_name_is_told_what_else_helps() -> None:
    talk = Talk()
    talk.says("someone at the trade fair asked me to remove him from the mailing list")
    talk.says("i dont know his name")
    talk.shows("A name, an e-mail address, a phone or customer number: what you have of it.")
    talk.hides("Which of these do you mean?")


def test_all_that_a_few_words_want_is_asked_about() -> None:
    talk = Talk()
    talk.says("We are in Leeds until Friday and want all data deleted")
    talk.shows("What is the person asking for?")


def test_who_calls_again_and_wants_more_is_perhaps_the_one_of_before() -> None:
    talk = Talk(records=OnRecord([a_case(opened_at=NOW)]))
    talk.says("Ana Ruiz called again, now wants deletion too")
    talk.shows("Is this about DSR-2026-0042?", "A new request")


@each("words", ["take DSR-2026-0042", "close DSR-2026-0042", "DSR-2026-0042 give it to Pieter"])
def test_an_order_of_the_team_is_no_answer_to_whose_words_they_are(words: str) -> None:
    talk = Talk(PRIYA, records=OnRecord([a_case(a_request(), opened_at=NOW)]))
    talk.says("ask Emma which product she uses on DSR-2026-0042")
    talk.shows("Is this about DSR-2026-0042?")
    talk.says(words)
    assert not talk.commands
    talk.shows("DSR-2026-0042: Delete", "Is this about DSR-2026-0042?")


@each("words", ["extend 42 by two months, it's complex", "split 42", "remind me of 42 on Monday"])
def test_the_team_gets_the_card_of_what_it_orders(words: str) -> None:
    class Numbered(OnRecord):
        def found_by(self, words: str) -> tuple:  # type: ignore[type-arg]
            return tuple(self.cases.values()) if words == "42" else ()

    talk = Talk(PRIYA, records=Numbered([a_case()]))
    talk.says(words)
    talk.shows("DSR-2026-0042: Delete")


def test_how_many_are_open_is_shown_to_the_team() -> None:
    talk = Talk(PRIYA, records=OnRecord([a_case()]))
    talk.says("how many open cases do we have?")
    talk.shows("Open cases")


CUT = """From: Carla Neri <carla.neri@posta.example>
Sent: Monday, 9 March 2026 16:12
To: Emma
Subject: i miei dati

Buongiorno,
vi chiedo"""
REST = """di cancellare tutti i dati che avete su di me, compreso l'account.
Vivo a Bologna.
Cordiali saluti
Carla Neri"""


def test_a_mail_that_is_pasted_in_two_parts_is_one() -> None:
    talk = Talk()
    talk.says(CUT)
    talk.shows("What is the person asking for?")
    talk.says(REST)
    talk.presses("Open case")
    assert talk.opened.rights == (Right.ERASURE,)
    assert (talk.opened.subject.email, talk.opened.subject.country) == ("carla.neri@posta.example", "IT")
    assert "vi chiedo\ndi cancellare" in talk.opened.text


def test_what_a_colleague_answers_is_no_rest_of_a_mail() -> None:
    talk = Talk()
    talk.says(CUT)
    talk.says("she wants to see what we have about her, I think")
    talk.hides("vi chiedo she wants")


@each(
    "words",
    [
        *("she changed her mind, no longer needed", "he now says never mind, cancel 4450", "ze heeft zich bedacht"),
        *("sie hat es sich anders überlegt", "elle a changé d'avis", "klientka zmieniła zdanie"),
    ],
)
def test_who_wants_it_no_more_may_be_the_one_that_is_talked_about(words: str) -> None:
    talk = asked_when("Ines Prado, ines@prado.example, wants her data deleted")
    talk.says(words)
    talk.shows("Somebody takes a request back.")
    talk.presses("The one we are talking about")
    talk.shows("Dropped.")
    assert not talk.commands


def test_who_wants_something_else_now_wants_that() -> None:
    talk = Talk()
    talk.says("Ana Ruiz wants a copy, ana@ruiz.example, came yesterday, Madrid")
    talk.says("she changed her mind and wants deletion instead")
    talk.shows("They ask: Delete\n", "Open this case?")


def test_the_day_of_both_is_asked_once() -> None:
    talk = asked_when("Please delete my account. Regards, Hanna Ek hanna@ek.example")
    talk.says("meanwhile another one came: Jonas Falk, jonas@falk.example, wants to see his data")
    talk.presses("A new request")
    talk.says("both came in today")
    talk.says("Sweden")
    talk.presses("Open case")
    talk.shows("Now back to Hanna Ek")
    talk.hides("When did it reach us?")


def test_another_number_wants_something_of_its_own() -> None:
    talk = Talk(colleague(language="nl"))
    talk.says("klant 4410 wil een kopie")
    talk.says("klant 4412 wil eruit")
    talk.shows("Over 4412", "tweede verzoek")
    assert len(talk.chat.drafts) == 2


def test_a_phone_number_is_said_of_the_person() -> None:
    talk = Talk(SAM)
    talk.says("Escalating 4480: customer asked twice, is furious, wants all data gone and complains")
    talk.says("phone: +44 20 7946 0102 call back")
    talk.shows("Person: +44 20 7946 0102")


@each(
    "words",
    [
        "I don't give you leave to store my card number, take it out.",
        "tell me how you arrived at 'low engagement', and stop rating me",
    ],
)
def test_somebody_s_own_words_take_no_other_s_place_though_they_leave_a_doubt(words: str) -> None:
    talk = asked_when("Tom Berg wants a copy of his data and his account deleted")
    talk.says(words)
    talk.shows("Is this a new request, or more about the one we are talking about?")
