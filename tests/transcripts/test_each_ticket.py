"""Support agents write of several tickets in one message, or go from one to the next."""

from datetime import date

from bot.cases.commands import OpenCase
from bot.rights import Right
from tests.lines import each
from tests.people import SAM
from tests.transcripts.at_the_desk import Colleagues, Reporter
from tests.transcripts.talk import Talk

ACCESS, ERASE = Right.ACCESS, Right.ERASURE


def opened(talk: Talk) -> list[OpenCase]:
    return [command for command in talk.commands if isinstance(command, OpenCase)]


@each(
    ("words", "wanted"),
    [
        ("7490: delete account of leo@park.example; 7491: same for his wife mia@park.example", [ERASE, ERASE]),
        ("7440: mw. Jansen wil haar gegevens laten verwijderen. 7441: dhr. Smit wil inzage.", [ERASE, ACCESS]),
        ("tickets 701 and 702 want deletion, 703 wants to know what we have", [ERASE, ERASE, ACCESS]),
        ("7420 Kopie, 7421 auch, 7422 löschen", [ACCESS, ACCESS, ERASE]),
        ("hi team, 7411 delete and 7412 copy please, thanks", [ERASE, ACCESS]),
        ("ZD-11: delete ana@x.example\nZD-12: copy bo@x.example", [ERASE, ACCESS]),
        ("7411 suppression, 7412 copie, reçu lundi", [ERASE, ACCESS]),
        ("7411 usunięcie. 7412 kopia.", [ERASE, ACCESS]),
    ],
)
def test_each_has_the_wish_that_stands_with_it(words: str, wanted: list[Right]) -> None:
    talk = Talk(SAM)
    talk.says(words)
    assert [command.rights for command in opened(talk)] == [(right,) for right in wanted]


def test_each_has_its_own_person() -> None:
    talk = Talk(SAM)
    talk.says("7490: delete account of leo@park.example; 7491: same for his wife mia@park.example")
    assert [command.subject.email for command in opened(talk)] == ["leo@park.example", "mia@park.example"]


@each(
    ("words", "days"),
    [
        ("7411 deletion, 7412 copy, both came in on Friday", [date(2026, 3, 6), date(2026, 3, 6)]),
        ("7411 suppression, 7412 copie, reçu lundi", [date(2026, 3, 9), date(2026, 3, 9)]),
        ("7411 deletion, came in on Friday. 7412 copy, came in yesterday", [date(2026, 3, 6), date(2026, 3, 9)]),
        ("7411 Löschung, kam Freitag; 7412 Kopie", [date(2026, 3, 6), date(2026, 3, 10)]),
    ],
)
def test_a_day_is_of_the_ticket_with_which_it_stands_and_the_last_one_of_all(words: str, days: list[date]) -> None:
    talk = Talk(SAM)
    talk.says(words)
    assert [command.received_at.date() for command in opened(talk)] == days


def test_one_that_asks_for_nothing_is_asked_about_and_not_lost() -> None:
    talk = Talk(SAM)
    talk.says("7422 copy. 7423 nothing, she only says thanks")
    assert [command.ticket for command in opened(talk)] == ["7422"]
    talk.shows("Now the next one.", "Ticket: 7423", "What is the person asking for?")


@each(
    "words",
    ["ticket 7301 wants all his data gone, order 7302", "7301 wants her account gone, paid 45 euros"],
)
def test_another_number_is_no_ticket(words: str) -> None:
    talk = Talk(SAM)
    talk.says(words)
    assert [command.ticket for command in opened(talk)] == ["7301"]


@each("words", ["7421 deletion, 7422 same but also a copy", "7421 Löschung, 7422 idem, auch Auskunft"])
def test_the_same_and_something_besides_are_both_wanted(words: str) -> None:
    talk = Talk(SAM)
    talk.says(words)
    assert [set(command.rights) for command in opened(talk)] == [{ERASE}, {ERASE, ACCESS}]


@each(
    "words",
    [
        *("7421 wil weg, heeft 1500 punten en 2300 euro", "7421 pede cópia dos dados, encomenda 7781 e 7782"),
        *(
            "7421 wants a copy of the calls of 1200 and 1430 hours",
            "7421 no marketing to 0612 345 678 and 0201 234 567",
        ),
    ],
)
def test_where_a_number_may_be_anything_it_is_asked_what_all_of_it_is(words: str) -> None:
    talk = Talk(SAM)
    talk.says(words)
    assert not opened(talk) and len(talk.chat.drafts) == 1
    talk.shows(words)


def test_where_nothing_tells_what_is_said_of_each_ticket_it_is_asked_of_each() -> None:
    talk = Talk(SAM)
    talk.says("7421 Löschung, 7422 auch, 7423 Auskunft, alle von gestern außer 7423")
    assert not opened(talk) and len(talk.chat.drafts) == 3


@each("more", ["7421 same", "7421 auch", "and 7421 too", "7421 idem please"])
def test_the_same_of_another_ticket_comes_next(more: str) -> None:
    talk = Talk(SAM)
    talk.says("7420 Ana Gil delete or so")
    talk.says(more)
    talk.shows("7421 comes after this.", "7420 Ana Gil delete or so")
    talk.presses("Delete")
    talk.shows("Ticket: 7421")
    talk.presses("Delete")
    assert [command.ticket for command in opened(talk)] == ["7420", "7421"]


def test_one_more_ticket_is_no_word_about_the_one_that_was_opened() -> None:
    talk = Talk(SAM)
    talk.says("#7411 gdpr delete")
    talk.says("7412 too please, came in yesterday")
    talk.shows("Ticket: 7412", "What is the person asking for?")


@each(
    ("begun", "said"),
    [
        ("7411 deletion or so for ana@x.example", "Ana wants a copy"),
        ("7411 Löschung oder so für ana@x.example", "Ana will eine Kopie"),
        ("7411 verwijdering of zo ana@x.example", "Ana wil een kopie"),
    ],
)
def test_a_sentence_that_wants_something_else_drops_nothing(begun: str, said: str) -> None:
    talk = Talk(SAM)
    talk.says(begun)
    talk.says(said)
    assert not talk.commands
    talk.presses("Delete, Send a copy")
    assert opened(talk)[0].rights == (ERASE, ACCESS)


@each("words", ["7411 deletion came in on Friday", "7411 verwijdering van vrijdag"])
def test_a_wish_beside_a_number_is_asked_about(words: str) -> None:
    talk = Talk(SAM)
    talk.says(words)
    talk.shows("Ticket: 7411", "What is the person asking for?")


def test_words_about_a_case_that_nobody_answered_are_asked_about_again(desk: Colleagues) -> None:
    sam = Reporter(desk.office, SAM)
    sam.says("ZD-7411 gdpr delete")
    sam.says("ZD-7412 gdpr delete")
    sam.says("ZD-7411: she called again and is angry")
    sam.says("ZD-7412: he moved to Spain")
    sam.shows("Is this about DSR-2026-0002?")
    sam.presses("Pass it on for DSR-2026-0002")
    sam.shows("Is this about DSR-2026-0001?")
    sam.hides("What is the person asking for?")
    sam.presses("Pass it on for DSR-2026-0001")
    desk.priya.opens("DSR-2026-0001")
    assert "angry" in desk.priya.looks("Details …")


def test_such_a_question_comes_back_when_the_next_case_is_open(desk: Colleagues) -> None:
    sam = Reporter(desk.office, SAM)
    sam.says("ZD-7411 gdpr delete")
    sam.says("ZD-7411: she called again and is angry")
    sam.says("7412 copy or so please, bo@x.example")
    sam.presses("Send a copy")
    sam.shows("DSR-2026-0002 is open", "Is this about DSR-2026-0001?")


@each(
    ("words", "opened"),
    [
        ("82210 erasure, 82211 erasure. 82211 lives in Utah", ["82210", "82211"]),
        ("601 deletion, 602 copy, 601 also a copy", ["601", "602"]),
        ("83020 moet weg, 83021 ook", ["83020", "83021"]),
        ("ticket 82160 deletion. PS: ticket 82155 a copy", ["82160", "82155"]),
    ],
)
def test_no_ticket_is_lost_that_is_named_twice_or_afterwards(words: str, opened: list[str]) -> None:
    talk = Talk(SAM)
    talk.says(words)
    cases = [command for command in talk.commands if isinstance(command, OpenCase)]
    assert [case.ticket for case in cases] == opened
    if "Utah" in words:
        assert (cases[1].subject.state, cases[1].rights) == ("UT", (Right.ERASURE,))
