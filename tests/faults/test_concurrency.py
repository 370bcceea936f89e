"""Many at once: nobody gets another's reference, and of two who press the same button one is told so."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier
from typing import TypeVar

from bot.cases import load
from bot.cases.commands import Command, Done, SplitCase, TakeCase
from bot.cases.doing import do
from bot.cases.snapshot import Person
from bot.conversation.turn import Speaker
from bot.errors import Stale
from bot.rights import Right
from tests.conftest import DoneBy
from tests.patience import PATIENCE
from tests.people import EVA, PIETER, PRIYA, SAM
from tests.unit.cases.desk import USUAL, asking

T = TypeVar("T")

THREADS = 8


def test_cases_that_are_opened_at_once_have_different_references(work: DoneBy) -> None:
    people = [Person(email=f"person{number}@x.example", country="NL") for number in range(3 * THREADS)]

    def opens(number: int) -> list[str]:
        mine = people[number::THREADS]
        return [_does(work, SAM, replace(USUAL, subject=one, source_marks=())).reference for one in mine]

    references = [reference for found in _at_once(opens) for reference in found]
    assert sorted(references) == [f"DSR-2026-{number:04}" for number in range(1, len(people) + 1)]


def test_the_same_mail_from_several_colleagues_at_once_is_one_case(work: DoneBy) -> None:
    def hands_over(number: int) -> Done:
        return _does(work, (SAM, EVA, PRIYA, PIETER)[number % 4], USUAL)

    done = _at_once(hands_over)
    assert {one.reference for one in done} == {"DSR-2026-0001"}
    assert sum(one.opened for one in done) == 1
    with work(PRIYA) as reading:
        case = load.case_view(reading, "DSR-2026-0001")
    assert case is not None and set(case.reporters) == {SAM.id, EVA.id, PRIYA.id, PIETER.id}


def test_of_two_who_take_the_same_case_one_wins_and_the_other_is_told(work: DoneBy) -> None:
    reference = _does(work, SAM, USUAL).reference

    def takes(number: int) -> str:
        try:
            return _does(work, (PRIYA, PIETER)[number], TakeCase(reference, seen=1)).said
        except Stale as late:
            return str(late)

    said = sorted(_at_once(takes, threads=2), key=len)
    with work(PRIYA) as reading:
        case = load.case_view(reading, reference)
    assert case is not None and case.owner_name in ("Priya", "Pieter")
    assert said[0] == f"{reference} is yours now."
    assert said[1] == f"{reference} changed meanwhile: taken ({case.owner_name}). Please look again."


def test_splitting_and_opening_at_once_wait_for_each_other_without_a_circle(work: DoneBy) -> None:
    first = _does(work, SAM, asking(*tuple(Right)[:THREADS])).reference

    def does(number: int) -> str:
        if number % 2:
            return _does(work, PRIYA, SplitCase(first, (tuple(Right)[number],), "apart")).reference
        return _does(work, EVA, asking(Right.COMPLAINT, source_marks=(), joins=first)).reference

    _at_once(does)
    with work(PRIYA) as reading:
        cases = load.every_case(reading)
    rights = [request.right for case in cases for request in case.requests]
    assert sorted(rights) == sorted([*tuple(Right)[:THREADS], Right.COMPLAINT])


def _does(work: DoneBy, who: Speaker, command: Command) -> Done:
    with work(who) as mine:
        return do(mine, command)


def _at_once(job: Callable[[int], T], threads: int = THREADS) -> list[T]:
    """Run it in as many threads, all of which begin at the same moment."""
    start = Barrier(threads)

    def run(number: int) -> T:
        start.wait(timeout=PATIENCE)
        return job(number)

    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(run, range(threads)))
