"""The way in: what comes together is kept together, each event once, and none is answered for before it is kept."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Event

import pytest
from sqlalchemy.exc import DBAPIError

from bot.conversation.turn import Incoming, Place, Said, Turn
from bot.delivery.intake import TOGETHER, Intake
from tests.patience import PATIENCE
from tests.unit.delivery.office import Office

TOO_LONG = "x" * 301  # an event id that no column takes


def event(id: str) -> Incoming:
    place = Place(channel="sam")
    now = datetime(2026, 3, 6, 10, tzinfo=UTC)
    return Incoming(id=id, platform="workspace", tenant="local", user="sam", place=place, at=now, act=Said(text="hi"))


@dataclass
class Door:
    """The desk's way of keeping, with a count of its commits; it can be held shut in the middle of one."""

    office: Office
    commits: list[int] = field(default_factory=list)  # how many events each was asked to keep
    woken: int = 0
    reached: Event = field(default_factory=Event)
    open: Event = field(default_factory=Event)

    def __post_init__(self) -> None:
        self.open.set()

    def keep(self, events: Sequence[Turn | Incoming]) -> list[bool]:
        self.commits.append(len(events))
        self.reached.set()
        assert self.open.wait(timeout=PATIENCE)
        return self.office.house().desk.store_all(events)

    def wake(self) -> None:
        self.woken += 1

    def intake(self) -> Intake:
        intake = Intake(self.keep)
        intake.kept = self.wake
        return intake

    async def is_reached(self) -> None:
        """Wait until it is asked to keep something; everybody else goes on meanwhile."""
        assert await asyncio.to_thread(self.reached.wait, 30)


async def come(intake: Intake, *ids: str) -> list[bool | BaseException]:
    """All at once; what each of them is told."""
    return await asyncio.gather(*(intake.keep(event(id)) for id in ids), return_exceptions=True)


def kept(office: Office) -> list[str]:
    return [row.event_id for row in office.inbox()]


def test_events_that_come_together_share_one_commit(office: Office) -> None:
    door, names = Door(office), [f"e{number}" for number in range(30)]
    assert asyncio.run(come(door.intake(), *names)) == [True] * 30
    assert (door.commits, door.woken) == ([30], 1)
    assert kept(office) == names


def test_a_crowd_is_kept_in_as_many_commits_as_it_needs(office: Office) -> None:
    door, names = Door(office), [f"e{number:03}" for number in range(2 * TOGETHER + 1)]
    assert all(asyncio.run(come(door.intake(), *names)))
    assert door.commits == [TOGETHER, TOGETHER, 1]
    assert kept(office) == names


def test_what_comes_during_a_commit_waits_for_the_next(small_office: Office) -> None:
    door = Door(small_office)

    async def comes_late() -> None:
        intake = door.intake()
        door.open.clear()
        first = asyncio.create_task(intake.keep(event("first")))
        await door.is_reached()
        late = [asyncio.create_task(intake.keep(event(id))) for id in "abcdef"]
        await door.is_reached()
        assert not any(task.done() for task in (first, *late))
        door.open.set()
        assert await asyncio.gather(first, *late) == [True] * 7

    asyncio.run(comes_late())
    assert door.commits == [1, 6]


def test_the_same_event_five_times_at_once_is_one_turn(office: Office) -> None:
    door = Door(office)

    async def comes_again() -> None:
        assert await come(door.intake(), *["e1"] * 5) == [True] + [False] * 4
        assert await come(door.intake(), *["e1"] * 5) == [False] * 5

    asyncio.run(comes_again())
    assert kept(office) == ["e1"]


@pytest.mark.parametrize("place", [0, 2, 4])
def test_an_event_that_the_database_refuses_harms_no_other(office: Office, place: int) -> None:
    door, names = Door(office), list("abcd")
    names.insert(place, TOO_LONG)
    told = asyncio.run(come(door.intake(), *names))
    assert isinstance(told.pop(place), DBAPIError)
    assert told == [True] * 4
    assert sorted(kept(office)) == list("abcd")


def test_whoever_brought_a_refused_event_alone_is_told_and_the_next_one_is_kept(office: Office) -> None:
    door = Door(office)

    async def comes() -> None:
        intake = door.intake()
        (trouble,) = await come(intake, TOO_LONG)
        assert isinstance(trouble, DBAPIError) and door.woken == 0
        assert await come(intake, "fine") == [True] and door.woken == 1

    asyncio.run(comes())
    assert kept(office) == ["fine"]


def test_a_platform_that_hangs_up_stops_nobody_and_its_event_is_kept(small_office: Office) -> None:
    door = Door(small_office)

    async def hangs_up() -> None:
        intake = door.intake()
        door.open.clear()
        gone, stays = (asyncio.create_task(intake.keep(event(id))) for id in ("gone", "stays"))
        await door.is_reached()
        gone.cancel()
        await asyncio.gather(gone, return_exceptions=True)
        door.open.set()
        assert await stays

    asyncio.run(hangs_up())
    assert kept(small_office) == ["gone", "stays"]


def test_it_is_busy_while_somebody_waits_and_quiet_when_nobody_comes_any_more(small_office: Office) -> None:
    door = Door(small_office)

    async def comes() -> list[bool]:
        intake = door.intake()
        seen = [intake.busy]
        door.open.clear()
        coming = asyncio.create_task(come(intake, "a", "b"))
        await door.is_reached()
        await intake.quiet(0.05)  # gives up: they still wait
        seen.append(intake.busy)
        door.open.set()
        await coming
        await come(intake, TOO_LONG)
        await intake.quiet(60)
        return [*seen, intake.busy]

    assert asyncio.run(comes()) == [False, True, False]
