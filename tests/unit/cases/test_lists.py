"""Lists of cases: in order, by page, and at the same cost however many cases there are."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine, event

from bot.cases import load
from bot.cases.commands import CloseRequests, CorrectCase, GiveCase, TakeCase
from bot.cases.snapshot import CaseView, Person
from bot.cases.words import Status
from bot.conversation.turn import Speaker
from bot.rights import Right
from tests.people import EVA, PIETER, PRIYA, SAM
from tests.unit.cases.desk import RECEIVED, Desk, asking


def test_open_cases_come_soonest_first_and_page_by_page(desk: Desk) -> None:
    late, soon, middle = _open(desk, 0), _open(desk, 3), _open(desk, 1, Right.ACCESS)
    closed = _open(desk, 2, Right.OPT_OUT_MARKETING)
    desk.does(PRIYA, CloseRequests(closed, (Right.OPT_OUT_MARKETING,), Status.FULFILLED))
    with desk.work() as work:
        everything = load.open_cases(work)
        assert _names(everything) == [soon, middle, late]
        first = load.open_cases(work, limit=2)
        assert (*first, *load.open_cases(work, after=first[-1], limit=2)) == everything
        assert len(load.every_case(work)) == 4


def test_each_colleague_finds_what_they_handed_over_and_what_they_own(desk: Desk) -> None:
    mine, other = _open(desk, 0), _open(desk, 1, by=EVA)
    desk.hello(PIETER)
    desk.does(PRIYA, TakeCase(mine))
    desk.does(PRIYA, GiveCase(other, PIETER.id))
    with desk.work() as work:
        assert _names(load.latest_cases(work))[0] == other
        assert _names(load.latest_cases(work, limit=2)) == [other, mine]
        assert _names(load.cases_of_reporter(work, SAM.id)) == [mine]
        assert _names(load.cases_of_reporter(work, EVA.id)) == [other]
        assert _names(load.cases_of_owner(work, PRIYA.id)) == [mine]
        assert _names(load.cases_of_owner(work, PIETER.id)) == [other]


@pytest.mark.parametrize("words", ["DSR-2026-0001", " dsr-2026-0001", "1", "zd-77", "DSR-1", "dsr-0001", "2026-0001"])
def test_a_case_is_found_by_its_reference_its_number_or_its_ticket(desk: Desk, words: str) -> None:
    reference = desk.opens()
    _open(desk, 1)
    with desk.work() as work:
        assert _names(load.search(work, words)) == [reference]


def test_a_person_is_found_by_their_whole_address_and_by_nothing_less(desk: Desk) -> None:
    reference = desk.opens()
    with desk.work() as work:
        assert _names(load.search(work, " Ana.Diaz@X.example ")) == [reference]
        assert load.search(work, "ana.diaz") == load.search(work, "Ana Diaz") == ()


@pytest.mark.parametrize("typed", ["4711", "#4711", "# 4711", " 4711 ", "4711."])
@pytest.mark.parametrize("asked", ["4711", "#4711"])
def test_a_ticket_is_found_by_its_number_however_it_was_typed(desk: Desk, typed: str, asked: str) -> None:
    reference = desk.opens(asking(ticket=typed))
    with desk.work(PRIYA) as work:
        assert _names(load.search(work, asked)) == [reference]
        assert _names(load.cases_of_tickets(work, ["12", asked])) == [reference]
        assert load.cases_of_tickets(work, ["1", reference, "ana.diaz@x.example"]) == ()


def test_a_second_ticket_about_the_same_matter_leads_to_its_case(desk: Desk) -> None:
    reference = desk.opens(asking(ticket="4711"))
    assert desk.opens(asking(ticket="4712", source_marks=()), by=EVA) == reference
    with desk.work(EVA) as work:
        for ticket in ("4711", "4712"):
            assert _names(load.cases_of_tickets(work, [ticket])) == [reference]


def test_a_ticket_that_was_put_right_leads_to_the_case_and_the_wrong_one_no_more(desk: Desk) -> None:
    reference = desk.opens(asking(ticket="#4711"))
    done = desk.does(PRIYA, CorrectCase(reference, "mistyped", ticket=" 4712"))
    assert done.said == "Corrected: ticket: 4712. Due by 7 Apr 2026 now."
    assert desk.case(reference).ticket == "4712"
    assert "already" in desk.refuses(PRIYA, CorrectCase(reference, "again", ticket="#4712"))
    assert "ticket's number" in desk.refuses(PRIYA, CorrectCase(reference, "hers", ticket="Ana's mail"))
    with desk.work(EVA) as work:
        assert _names(load.cases_of_tickets(work, ["4712"])) == [reference]
        assert load.cases_of_tickets(work, ["4711"]) == load.search(work, "#4711") == ()
    desk.does(PRIYA, CorrectCase(reference, "it was a mail", ticket=""))
    with desk.work(EVA) as work:
        assert desk.case(reference).ticket is None
        assert load.cases_of_tickets(work, ["4712"]) == ()


def test_a_wrong_ticket_that_another_case_has_too_still_leads_there(desk: Desk) -> None:
    theirs = desk.opens(asking(ticket="4711", subject=Person("Tom Robb", "tom@x.example"), source_marks=()), by=EVA)
    reference = desk.opens(asking(ticket="4711"))
    assert reference != theirs
    desk.does(PRIYA, CorrectCase(reference, "mistyped", ticket="4712"))
    with desk.work(EVA) as work:
        assert _names(load.cases_of_tickets(work, ["4711"])) == [theirs]
        assert _names(load.cases_of_tickets(work, ["4712"])) == [reference]


def test_a_ticket_that_came_later_still_leads_to_the_case_whose_first_one_was_wrong(desk: Desk) -> None:
    reference = desk.opens(asking(ticket="4711"))
    assert desk.opens(asking(ticket="4712", source_marks=()), by=EVA) == reference
    desk.does(PRIYA, CorrectCase(reference, "the first one is somebody else's", ticket="4712"))
    with desk.work(EVA) as work:
        assert _names(load.cases_of_tickets(work, ["4712"])) == [reference]
        assert load.cases_of_tickets(work, ["4711"]) == ()


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        ("https://desk.example/tickets/4711", False),
        ("https://desk.example/tickets/4711?view=all", False),
        ("https://desk.example/tickets/4712", True),  # the number was mistyped, the link was not
        ("https://chat.example/archives/C47110/p99", True),
    ],
)
def test_a_link_to_the_wrong_ticket_goes_with_its_number(desk: Desk, link: str, kept: bool) -> None:
    reference = desk.opens(asking(ticket="4711", ticket_link=link))
    desk.does(PRIYA, CorrectCase(reference, "mistyped", ticket="4712"))
    assert desk.details(reference).ticket_link == (link if kept else None)
    assert desk.details(reference).subject.name == "Ana Diaz"


@pytest.mark.parametrize("words", ["", "DSR-2026-0404", "404", "eva@x.example", "%", "9" * 5000, "\x00"])
def test_nothing_else_finds_anything(desk: Desk, words: str) -> None:
    desk.opens()
    with desk.work() as work:
        assert load.search(work, words) == ()


def test_a_list_takes_as_many_queries_for_one_case_as_for_many(desk: Desk, engine: Engine) -> None:
    _open(desk, 0)
    with desk.work() as work, _counted(engine) as few:
        load.open_cases(work)
    for number in range(1, 8):
        desk.does(PRIYA, TakeCase(_open(desk, number)))
    with desk.work() as work, _counted(engine) as many:
        assert len(load.open_cases(work)) == 8
    assert len(many) <= len(few) + 1  # the names of owners, once


def test_a_new_name_in_the_directory_shows_on_the_cards(desk: Desk) -> None:
    reference = _open(desk, 0)
    desk.does(PRIYA, TakeCase(reference))
    desk.hello(PRIYA.model_copy(update={"name": "Priya Rao"}))
    assert desk.case(reference).owner_name == "Priya Rao"


def _open(desk: Desk, number: int, *rights: Right, by: Speaker = SAM) -> str:
    person = Person(email=f"person{number}@x.example", country="NL")
    command = asking(*rights, subject=person, source_marks=(), ticket=None)
    return desk.opens(replace(command, received_at=RECEIVED - timedelta(days=number)), by=by)


def _names(cases: tuple[CaseView, ...]) -> list[str]:
    return [case.reference for case in cases]


@contextmanager
def _counted(engine: Engine) -> Iterator[list[str]]:
    said: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            said.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield said
    event.remove(engine, "before_cursor_execute", note)
