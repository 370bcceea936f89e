"""The database's queue: who writes next, and what is new."""

from collections.abc import Callable
from threading import Condition, Semaphore, Thread

import pytest
from sqlalchemy import Engine
from sqlmodel import col, select

from bot.clock import StoppedClock
from bot.db import Turnstile, insert_new, one_writer, transaction
from bot.delivery.tables import NudgeRow
from tests.lines import each
from tests.patience import PATIENCE


class Watched(Condition):
    """A condition that tells when somebody waits at it: a test must not guess."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting = Semaphore(0)

    def wait(self, timeout: float | None = None) -> bool:
        self.waiting.release()  # we still hold the lock: nobody can pass before we really wait
        return super().wait(timeout)


def in_line(stile: Turnstile, *hurried: bool) -> list[str]:
    """The order in which people pass who all came while somebody else was inside, each after the one before."""
    watched = stile._changed = Watched()
    order: list[str] = []

    def passes(number: int, hurry: bool) -> Callable[[], None]:
        def go() -> None:
            with stile.passing(hurry=hurry):
                order.append(f"{'hurried' if hurry else 'patient'} {number}")

        return go

    threads = [Thread(target=passes(number, hurry)) for number, hurry in enumerate(hurried)]
    with stile.passing(hurry=False):
        for thread in threads:
            thread.start()
            assert watched.waiting.acquire(timeout=PATIENCE)
        assert order == []
    for thread in threads:
        thread.join(timeout=PATIENCE)
    return order


@each("among", range(5))
def test_who_is_in_a_hurry_goes_first(among: int) -> None:
    order = in_line(Turnstile(), *(number == among for number in range(5)))
    assert order[0] == f"hurried {among}"
    assert sorted(order[1:]) == [f"patient {number}" for number in range(5) if number != among]


def test_everybody_in_a_hurry_goes_before_everybody_else() -> None:
    order = in_line(Turnstile(), False, True, False, True, False, True)
    assert [who.split()[0] for who in order] == ["hurried"] * 3 + ["patient"] * 3


def test_whoever_fails_inside_lets_the_next_one_in() -> None:
    stile = Turnstile()
    with pytest.raises(ZeroDivisionError), stile.passing(hurry=True):
        raise ZeroDivisionError
    assert in_line(stile, False, True) == ["hurried 1", "patient 0"]


def test_a_transaction_that_fails_keeps_nothing_and_stops_nobody(engine: Engine, clock: StoppedClock) -> None:
    with pytest.raises(ZeroDivisionError), transaction(engine, hurry=True) as session:
        session.add(NudgeRow(key="lost", posted=True, made_at=clock.now()))
        session.flush()
        raise ZeroDivisionError
    with transaction(engine) as session:
        session.add(NudgeRow(key="kept", posted=True, made_at=clock.now()))
    assert keys(engine) == {"kept": None}


def test_only_sqlite_has_one_writer(engine: Engine) -> None:
    assert one_writer(engine) == (engine.dialect.name == "sqlite")


def test_inserting_tells_what_is_new(engine: Engine, clock: StoppedClock) -> None:
    assert insert(engine, clock, "a", "b") == {("a",), ("b",)}
    assert insert(engine, clock, "b", "c") == {("c",)}
    assert insert(engine, clock, "a", "b", "c") == set()
    assert list(keys(engine)) == ["a", "b", "c"]


def test_of_two_with_one_key_in_one_statement_the_first_is_new(engine: Engine, clock: StoppedClock) -> None:
    assert insert(engine, clock, "a", "b", "a", "a") == {("a",), ("b",)}
    assert keys(engine) == {"a": 0, "b": 1}


def test_many_at_once_are_told_apart_too(engine: Engine, clock: StoppedClock) -> None:
    insert(engine, clock, *(f"{number:04}" for number in range(0, 3000, 3)))
    new = insert(engine, clock, *(f"{number:04}" for number in range(3000)))
    assert new == {(f"{number:04}",) for number in range(3000) if number % 3}


def insert(engine: Engine, clock: StoppedClock, *names: str) -> set[object]:
    rows = [
        {"key": name, "case_id": number, "posted": True, "made_at": clock.now()} for number, name in enumerate(names)
    ]
    with transaction(engine) as session:
        return insert_new(session, NudgeRow, (NudgeRow.key,), rows)


def keys(engine: Engine) -> dict[str, int | None]:
    """What is there, and the number of the row that came with it."""
    with transaction(engine) as session:
        return {row.key: row.case_id for row in session.exec(select(NudgeRow).order_by(col(NudgeRow.key)))}
