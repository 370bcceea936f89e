"""What a support agent says beside a ticket and after it: whose it is, its right number, the day, how another goes."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from bot.cases.commands import AddToCase
from bot.rights import Right
from bot.understanding.replies.arrived import days_named
from tests.cases import a_case
from tests.lines import each
from tests.people import SAM
from tests.transcripts.at_the_desk import Colleagues, Reporter
from tests.transcripts.talk import NOW, OnRecord, Talk

ABOUT = "Is this about DSR-2026-0042?"


def just_opened(ticket: str | None = None) -> Talk:
    return Talk(SAM, records=OnRecord([a_case(ticket=ticket, reporter=SAM.id, opened_at=NOW)]))


def passed_on(talk: Talk) -> AddToCase:
    talk.presses("Pass it on for DSR-2026-0042")
    (word,) = (command for command in talk.commands if isinstance(command, AddToCase))
    return word


@each(
    "words",
    [
        "4711 she says delete my account. This came in on Tuesday",
        "4711 Uwe Lang (u.lang@y.example) will die Löschung, Anruf war am Dienstag",
    ],
)
def test_a_day_beside_the_customer_s_own_words_or_an_address_is_offered(words: str) -> None:
    days = days_named(words, (), NOW, ZoneInfo("UTC"), frozenset({"en", "de"}))
    assert days[-1] == date(2026, 3, 3)


def test_a_number_that_is_set_right_leads_to_the_case(desk: Colleagues) -> None:
    sam = Reporter(desk.office, SAM)
    sam.says("ZD-7301: he wants his account deleted")
    sam.says("oops wrong ticket number, it's ZD-7310 not ZD-7301")
    sam.presses("Pass it on for DSR-2026-0001")
    sam.says("any news on ZD-7310?")
    sam.shows("DSR-2026-0001 (ZD-7310)")
    sam.says("any news on ZD-7301?")
    sam.shows("I can't tell you anything about ZD-7301.")


def test_the_ticket_of_a_case_that_has_none_is_told_later() -> None:
    talk = just_opened()
    talk.says("the ticket number is 4711")
    talk.shows(ABOUT)
    assert passed_on(talk).ticket == "4711"


def test_the_number_of_another_case_is_no_ticket_of_this_one() -> None:
    talk = just_opened("4711")
    talk.says("sorry, 4718 should be 4719")
    assert passed_on(talk).ticket is None


def test_who_it_is_is_told_later() -> None:
    talk = just_opened("4711")
    talk.says("it's Dirk Sanders, dirk@spruce.example, he lives in Antwerp")
    talk.shows(ABOUT)


def test_a_day_told_later_behind_a_no_moves_the_clock_back() -> None:
    talk = just_opened("4711")
    talk.says("no, it was in our inbox since 2 March")
    talk.shows("It came in on 2 Mar 2026")
    assert passed_on(talk).reached == datetime(2026, 3, 2, 11, tzinfo=UTC)


def test_of_several_tickets_each_is_taken_back() -> None:
    cases = [a_case(reference=f"DSR-2026-000{n}", ticket=f"471{n}", reporter=SAM.id) for n in (1, 2)]
    talk = Talk(SAM, records=OnRecord(cases))
    talk.says("tickets 4711 and 4712 both took it back")
    talk.shows("DSR-2026-0001", "DSR-2026-0002")
    assert not talk.commands


def test_a_question_about_another_ticket_is_answered_and_becomes_no_case() -> None:
    talk = Talk(SAM)
    talk.says("Any news on 4712? also new: 60160 Ida Falk ida@falk.example wants her profile deleted, came in today")
    talk.shows("I can't tell you anything about 4712.")
    assert talk.opened.ticket == "60160"


@each(
    "words",
    [
        "60149 Liv Dahl liv@dahl.example Oslo wants deletion, received today",
        "Ticket 4711, Herr Uwe Lang aus Bremen (u.lang@y.example) möchte die Löschung seines Kontos.",
        "4411 Aus Bremen, Löschung",
    ],
)
def test_what_a_line_says_beside_who_where_and_when_is_heard_alone(words: str) -> None:
    talk = Talk(SAM)
    talk.says(words)
    assert talk.opened.rights == (Right.ERASURE,)
