"""Several tickets in one message: each gets a case of its own."""

import pytest

from bot.cases.commands import OpenCase
from bot.rights import Right
from tests.cases import a_case
from tests.people import SAM
from tests.transcripts.at_the_desk import Colleagues, Reporter
from tests.transcripts.talk import OnRecord, Talk


def tickets(talk: Talk) -> list[str | None]:
    return [command.ticket for command in talk.commands if isinstance(command, OpenCase)]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Tickets 7301 and 7302: both want their accounts deleted", ["7301", "7302"]),
        ("tickets #7301, #7302 and #7303: all three want their data deleted", ["7301", "7302", "7303"]),
        ("ticket 7301 en ticket 7302: beide klanten willen dat hun account wordt verwijderd", ["7301", "7302"]),
        ("Ticket 7301: she wants the account deleted that she has had since 2019", ["7301"]),
        ("Ticket 7301: ana@x.example wants her data deleted, order 7302", ["7301"]),
    ],
)
def test_each_ticket_of_a_list_becomes_a_case(words: str, named: list[str]) -> None:
    talk = Talk(SAM)
    talk.says(words)
    while talk.chat.drafts:
        talk.presses("Delete")
    assert tickets(talk) == named
    assert all(command.rights == (Right.ERASURE,) for command in talk.commands if isinstance(command, OpenCase))


def test_one_of_them_that_led_to_a_case_is_asked_about() -> None:
    talk = Talk(SAM, records=OnRecord([a_case(ticket="7302", reporter=SAM.id)]))
    talk.says("Tickets 7301 and 7302: both want their accounts deleted")
    assert tickets(talk) == ["7301"]
    talk.shows("This ticket led to a case before.")
    talk.presses("A new matter")
    assert tickets(talk) == ["7301", "7302"]


def test_both_are_on_record(desk: Colleagues) -> None:
    sam = Reporter(desk.office, SAM)
    sam.says("Tickets 7301 and 7302: both want their accounts deleted")
    sam.shows("DSR-2026-0001 (7301)\nDSR-2026-0001 is open", "DSR-2026-0002 (7302)\nDSR-2026-0002 is open")
    sam.says("any news on ticket 7302?")
    sam.shows("DSR-2026-0002", "Delete: ")
    sam.says("status")
    sam.shows("Case | They ask | Status | Ticket", "DSR-2026-0001 | Delete | received | 7301")


def test_what_comes_in_a_ticket_is_said_to(desk: Colleagues) -> None:
    sam = Reporter(desk.office, SAM)
    sam.says("ZD-7301: he wants his account deleted")
    desk.priya.opens("DSR-2026-0001")
    desk.priya.sees("in a support ticket", "Ticket: ZD-7301")
    desk.priya.presses("Close …")
    desk.priya.submits(outcome=["withdrawn"])
    sam.hears("DSR-2026-0001 (ZD-7301)\nDSR-2026-0001 is closed. You can tell the customer:")


@pytest.mark.parametrize("words", ["4413 wants her data deleted", "4413 wil dat we alles wissen"])
def test_the_wish_of_a_ticket_that_leads_a_sentence_is_not_the_open_one_s(words: str) -> None:
    talk = Talk()
    talk.says("Rita Moll rita@moll.example from Spain wants something about her data, came today, ticket 4412")
    talk.says(words)
    assert "4412" not in tickets(talk)
