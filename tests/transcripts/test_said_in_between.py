"""A phone number, a day, a name, a ticket of the same kind: said in between, and kept where it belongs."""

from bot.cases.commands import OpenCase
from tests.lines import each
from tests.people import SAM
from tests.transcripts.talk import Talk


@each(
    ("words", "phone"),
    [("06 12 34 56 78", "06 12 34 56 78"), ("0613131313", "0613131313"), ("+44 20 7946 0102", "+44 20 7946 0102")],
)
@each("begun", ["Bonjour, Mme Faure ne veut plus recevoir de SMS", "customer Ole Lund wants out"])
def test_a_bare_phone_number_is_the_person_s(begun: str, words: str, phone: str) -> None:
    talk = Talk()
    talk.says(begun)
    talk.says(words)
    talk.shows(phone)
    talk.hides("I can't read that")


@each("words", ["05.03.2026", "2026-03-05"])
def test_a_day_in_digits_is_no_phone_number(words: str) -> None:
    talk = Talk()
    talk.says("Jan Kok, jan@kok.example asks for a copy")
    talk.says(words)
    talk.shows("Where does the person live?")
    talk.hides("Person")


@each("words", ["and now?", "what now?", "en nu?"])
def test_now_alone_is_no_day(words: str) -> None:
    talk = Talk(SAM)
    talk.says("6500 delete everything or so for zoe@fox.example")
    talk.says(words)
    talk.hides("Reached us")


def test_what_somebody_is_called_now_is_no_day() -> None:
    talk = Talk()
    talk.says("Pani Ewa Maj prosi o poprawienie nazwiska: teraz Ewa Lis")
    talk.shows("When did it reach us?")


@each(("words", "day"), [("recebi na segunda", 9), ("kam heute rein", 10), ("kam gestern rein", 9)])
def test_the_day_that_is_told_before_it_is_asked_for(words: str, day: int) -> None:
    talk = Talk(SAM)
    talk.says("6500 delete everything or so for zoe@fox.example")
    talk.says(words)
    talk.shows(f"Noted. Reached us: {day} Mar 2026")


@each("words", ["wrong, it's Tina Ober", "no wait, it's Tina Ober", "nein, warte, sie heißt Tina Ober"])
def test_whose_name_was_wrong_is_told_whatever_is_asked(words: str) -> None:
    talk = Talk()
    talk.says("Could you add a case: Tim Ober, tim@ober.example, asks what data we store, phoned me at 9, Linz")
    talk.says(words)
    talk.shows("Changed. Person: Tina Ober <tim@ober.example>")


@each(
    ("words", "shown"),
    [
        ("6500: ihre neue Mail ist zoe.fox@fox.example", "zoe.fox@fox.example"),
        ("#6500 she lives in Spain", "Lives: in the EU or EEA"),
        ("6500 came in yesterday", "Reached us: 9 Mar 2026"),
    ],
)
def test_what_stands_behind_the_own_ticket_s_number_is_said_of_it(words: str, shown: str) -> None:
    talk = Talk(SAM)
    talk.says("6500 deletion or so for ana@x.example")
    talk.says(words)
    talk.shows(shown, "What is the person asking for?")


def test_the_same_of_another_ticket_brings_its_own_day() -> None:
    talk = Talk(SAM)
    talk.says("ticket 6100: client veut effacer un truc, reçu vendredi")
    talk.says("6101 pareil, mais reçu hier")
    talk.shows("6101 comes after this.")
    talk.presses("Delete")
    talk.presses("Delete")
    opened = [command for command in talk.commands if isinstance(command, OpenCase)]
    assert [(one.ticket, one.received_at.day) for one in opened] == [("6100", 6), ("6101", 9)]
