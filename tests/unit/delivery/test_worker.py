"""What was kept is completed by its platform, answered once and in order, and no trouble of one is another's."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from bot.conversation.card import Card
from bot.conversation.loop import LEASE, Ready
from bot.conversation.scene import Conversations, Outcome, Scene
from bot.conversation.turn import Incoming, Place, Said, Speaker, Turn
from bot.db import transaction
from bot.delivery import inbox
from bot.delivery.port import Unclaimed
from bot.errors import TryLater
from bot.worker import LATER, LIMIT, Worker
from flows import CONVERSATIONS
from tests.people import EVA, NOOR, PIETER, PRIYA, SAM
from tests.unit.delivery.office import Office
from tests.unit.delivery.platform import Hanging

PATIENCE = timedelta(minutes=3)  # longer than the longest wait between attempts
LINK = "https://chat.example/archives/privacy/p1"


@dataclass
class Directory:
    """A platform at the far end of the wire, asked who spoke: it can be busy, broken or slow."""

    people: tuple[Speaker, ...] = (SAM, EVA, PRIYA, PIETER, NOOR)
    asked: list[str] = field(default_factory=list)  # the events, in order
    trouble: dict[str, list[Exception]] = field(default_factory=dict)  # by user: one a try, then none
    hangs: dict[str, Hanging] = field(default_factory=dict)  # by user

    async def complete(self, incoming: Incoming) -> Turn | Unclaimed:
        self.asked.append(incoming.id)
        if incoming.user in self.hangs:
            self.hangs[incoming.user].reached.set()
            await self.hangs[incoming.user].over.wait()
        if waiting := self.trouble.get(incoming.user):
            raise waiting.pop(0)
        who = next((one for one in self.people if one.user == incoming.user), None)
        if who is None:
            return Unclaimed(incoming, LINK)
        speaker = who.model_copy(update={"platform": incoming.platform})
        return Turn(id=incoming.id, speaker=speaker, place=incoming.place, at=incoming.at, act=incoming.act)


@pytest.fixture
def directory() -> Directory:
    return Directory()


def event(
    id: str, text: str = "hello", by: str = "sam", platform: str = "workspace", thread: str | None = None
) -> Incoming:
    place, now = Place(channel=by, thread=thread), datetime(2026, 3, 6, 10, tzinfo=UTC)
    return Incoming(id=id, platform=platform, tenant="local", user=by, place=place, at=now, act=Said(text=text))


def keep(office: Office, *events: Turn | Incoming) -> None:
    office.house().desk.store_all(events)


def worker(office: Office, directory: Directory) -> Worker:
    return Worker(office.house().desk, {"workspace": directory, "slack": directory})


def works(office: Office, directory: Directory) -> None:
    asyncio.run(worker(office, directory).settle())


def works_until(office: Office, directory: Directory, true: Callable[[], bool]) -> None:
    for _try in range(20):
        works(office, directory)
        if true():
            return
        office.clock.move(PATIENCE)
    pytest.fail("it never came to that")


def states(office: Office) -> list[tuple[str, str, int]]:
    return [(row.event_id, row.state, row.attempts) for row in office.inbox()]


def echo(*, stumbles_over: str = "crooked") -> Conversations:
    """A conversation that says everything back, with a fault that one word brings to light."""

    def hear(said: Said, scene: Scene) -> Outcome:
        if stumbles_over in said.text:
            raise ZeroDivisionError(said.text)
        return Outcome(says=(Card.of(f"{scene.speaker.name}: {said.text}"),))

    return Conversations(hear, CONVERSATIONS.asked, CONVERSATIONS.handlers)


# -- the usual way ----------------------------------------------------------------------------------------------


def test_an_event_is_completed_by_its_platform_and_then_answered(office: Office, directory: Directory) -> None:
    keep(office, event("e1", "Please delete my data. ana.diaz@x.example"))
    works(office, directory)
    assert directory.asked == ["e1"] and states(office) == [("e1", "done", 1)]
    assert office.inbox()[0].body_sealed is None
    office.delivers()
    assert any("ana.diaz@x.example" in words for words in office.platform.said_to("sam"))


def test_a_whole_turn_needs_no_directory(office: Office, directory: Directory) -> None:
    whole = event("e1")
    keep(office, Turn(id="e1", speaker=SAM, place=whole.place, at=whole.at, act=whole.act))
    works(office, directory)
    assert directory.asked == [] and states(office) == [("e1", "done", 1)]


def test_turns_of_one_conversation_keep_their_order(office: Office, directory: Directory) -> None:
    office.conversations = echo()
    keep(office, *(event(f"{who}{number}", str(number), who) for number in range(5) for who in ("sam", "eva")))
    directory.trouble = {"sam": [TryLater("rate_limited", 30)], "eva": [ConnectionResetError()]}
    works_until(office, directory, lambda: {row.state for row in office.inbox()} == {"done"})
    office.delivers()
    assert office.platform.said_to("sam") == [f"Sam: {number}" for number in range(5)]
    assert office.platform.said_to("eva") == [f"Eva: {number}" for number in range(5)]


def test_two_workers_at_once_do_each_turn_once(office: Office, directory: Directory) -> None:
    office.conversations = echo()
    names = [f"person{number}" for number in range(2 * LIMIT + 3)]
    directory.people = tuple(SAM.model_copy(update={"user": name, "name": name}) for name in names)
    keep(office, *(event(f"{name} {number}", str(number), name) for number in range(2) for name in names))

    async def both() -> None:
        await asyncio.gather(worker(office, directory).settle(), worker(office, directory).settle())

    asyncio.run(both())
    assert {row[1:] for row in states(office)} == {("done", 1)}
    assert len(directory.asked) == len(set(directory.asked)) == 2 * len(names)
    office.delivers()
    for name in names:
        assert office.platform.said_to(name) == [f"{name}: 0", f"{name}: 1"]


# -- a platform in trouble --------------------------------------------------------------------------------------


def test_while_one_platform_is_slow_the_turns_of_others_go_on(office: Office, directory: Directory) -> None:
    keep(office, event("slow", platform="slack"), event("quick", by="eva"))

    async def others_go_on() -> None:
        hanging = directory.hangs["sam"] = Hanging()
        working = worker(office, directory)
        while states(office)[1][1] != "done":
            await working.work_due()
        keep(office, event("later", by="eva"))
        while states(office)[2][1] != "done":
            await working.work_due()
        assert hanging.reached.is_set() and states(office)[0] == ("slow", "claimed", 1)
        hanging.over.set()
        await working.settle()

    asyncio.run(others_go_on())
    assert states(office) == [(name, "done", 1) for name in ("slow", "quick", "later")]


def test_a_platform_that_hangs_with_many_leaves_room_for_others(small_office: Office, directory: Directory) -> None:
    office = small_office
    crowd = [event(f"slow {n}", by="sam", platform="slack", thread=str(n)) for n in range(LIMIT)]
    keep(office, *crowd, event("quick", by="eva"))

    async def others_go_on() -> None:
        hanging = directory.hangs["sam"] = Hanging()
        working = worker(office, directory)
        while states(office)[-1][1] != "done":
            await working.work_due()
        hanging.over.set()
        await working.settle()

    asyncio.run(others_go_on())
    assert {state for _name, state, _attempts in states(office)} == {"done"}


def test_a_platform_that_asks_us_to_wait_costs_no_attempt_however_often(office: Office, directory: Directory) -> None:
    directory.trouble["sam"] = [TryLater("rate_limited", 20) for _ in range(4 * inbox.MOST_ATTEMPTS)]
    keep(office, event("e1"))
    for _time in range(4 * inbox.MOST_ATTEMPTS):
        works(office, directory)
        assert states(office) == [("e1", "waiting", 0)]
        assert office.inbox()[0].free_at == office.clock.now() + timedelta(seconds=20)
        office.clock.move(timedelta(seconds=20))
    works(office, directory)
    assert states(office) == [("e1", "done", 1)]


def test_a_platform_that_is_away_without_a_word_is_asked_again_a_little_later(
    small_office: Office, directory: Directory
) -> None:
    office = small_office
    directory.trouble["sam"] = [TryLater("unreachable")]
    keep(office, event("e1"))
    works(office, directory)
    assert office.inbox()[0].free_at == office.clock.now() + timedelta(seconds=LATER)


def test_a_platform_that_hangs_costs_no_attempt(
    small_office: Office, directory: Directory, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = small_office
    monkeypatch.setattr("bot.worker.COMPLETION", 0.01)
    keep(office, event("e1"))

    async def hangs() -> None:
        directory.hangs["sam"] = Hanging()
        await worker(office, directory).settle()

    for _time in range(2 * inbox.MOST_ATTEMPTS):
        asyncio.run(hangs())
        assert states(office) == [("e1", "waiting", 0)]
        office.clock.move(timedelta(seconds=LATER))
    directory.hangs.clear()
    works(office, directory)
    assert states(office) == [("e1", "done", 1)]


def test_other_trouble_is_tried_again_and_everybody_is_told_in_the_end(office: Office, directory: Directory) -> None:
    office.desk.hello(NOOR)
    directory.trouble["sam"] = [ValueError("about Ana Diaz") for _ in range(inbox.MOST_ATTEMPTS)]
    keep(office, event("e1", "a mail of Ana Diaz"), event("e2", "help"))
    works_until(office, directory, lambda: states(office)[1][1] == "done")
    assert states(office) == [("e1", "stuck", inbox.MOST_ATTEMPTS), ("e2", "done", 1)]
    bad = office.inbox()[0]
    assert bad.error == "ValueError"
    assert bad.body_sealed is not None and "Ana Diaz" in office.vault.open(bad.body_sealed)  # nothing is lost
    office.delivers()
    assert "could not work off your message. It is kept" in office.platform.said_to("sam")[0]
    (alarm,) = office.platform.said_to("noor")
    assert "ValueError" in alarm and "Ana" not in alarm


def test_trouble_that_cannot_even_be_written_down_stops_nobody(small_office: Office, directory: Directory) -> None:
    office = small_office
    directory.trouble["sam"] = [ValueError("crooked")]
    keep(office, event("e1"), event("e2", by="eva"))
    broken = (
        "CREATE TRIGGER broken BEFORE UPDATE ON inbox WHEN NEW.error IS NOT NULL BEGIN SELECT RAISE(ABORT, ''); END"
    )
    _execute(office, broken)
    works(office, directory)
    assert [state for _name, state, _attempts in states(office)] == ["claimed", "done"]
    _execute(office, "DROP TRIGGER broken")
    office.clock.move(LEASE)
    works(office, directory)
    assert [state for _name, state, _attempts in states(office)] == ["done", "done"]


def _execute(office: Office, statement: str) -> None:
    with transaction(office.engine) as session:
        session.connection().exec_driver_sql(statement)


def test_trouble_that_passes_harms_nobody(office: Office, directory: Directory) -> None:
    directory.trouble["sam"] = [ConnectionResetError() for _ in range(inbox.MOST_ATTEMPTS - 1)]
    keep(office, event("e1"))
    works_until(office, directory, lambda: states(office)[0][1] == "done")
    assert states(office) == [("e1", "done", inbox.MOST_ATTEMPTS)]


def test_an_event_of_a_platform_that_is_no_longer_set_up_is_kept(small_office: Office) -> None:
    office = small_office
    keep(office, event("e1"))
    working = Worker(office.house().desk, {})
    for _attempt in range(inbox.MOST_ATTEMPTS):
        asyncio.run(working.settle())
        office.clock.move(PATIENCE)
    assert states(office) == [("e1", "stuck", inbox.MOST_ATTEMPTS)]
    assert office.inbox()[0].body_sealed is not None


# -- nobody whom the directory knows ----------------------------------------------------------------------------


def test_a_mail_from_nobody_known_is_pointed_out_in_the_channel_once(office: Office, directory: Directory) -> None:
    keep(office, event("m1", "Delete my data. Ana Diaz, ana.diaz@x.example", by="mail robot"))
    keep(office, event("m1", "Delete my data. Ana Diaz, ana.diaz@x.example", by="mail robot"))
    works(office, directory)
    office.delivers()
    (message,) = office.platform.messages
    assert (message.to.channel, message.to.user, message.thread) == ("privacy", "", None)
    assert LINK in message.card.model_dump_json()
    assert "Ana" not in message.card.model_dump_json() and "ana.diaz" not in message.card.model_dump_json()
    assert states(office) == [("m1", "done", 1)] and office.inbox()[0].body_sealed is None


def test_a_mail_from_nobody_known_is_pointed_out_once_though_its_worker_was_killed(
    office: Office, directory: Directory
) -> None:
    keep(office, event("m1", by="mail robot"))
    ready = _completed(office, directory)
    office.clock.move(LEASE)
    works(office, directory)
    office.house().desk.work_off(ready)  # the slow one comes back after all
    office.delivers()
    assert len(office.platform.messages) == 1
    assert states(office) == [("m1", "done", 2)]


# -- killed, or failing in the middle ---------------------------------------------------------------------------


def test_the_turn_of_a_killed_worker_is_left_to_the_next_after_its_lease(office: Office, directory: Directory) -> None:
    keep(office, event("e1"), event("e2"))
    office.house().desk.claim(LIMIT)  # and here it dies
    works(office, directory)
    assert states(office) == [("e1", "claimed", 1), ("e2", "waiting", 0)]
    office.clock.move(LEASE)
    works(office, directory)
    assert states(office) == [("e1", "done", 2), ("e2", "done", 1)]
    office.delivers()
    assert len(office.platform.said_to("sam")) == 2


def test_a_worker_that_is_stopped_gives_back_what_it_had_begun(office: Office, directory: Directory) -> None:
    keep(office, event("e1"), event("e2"))

    async def is_stopped() -> None:
        hanging = directory.hangs["sam"] = Hanging()
        working = worker(office, directory)
        under_way = asyncio.create_task(working.work_due())
        await hanging.reached.wait()
        under_way.cancel()
        await working.stop()

    asyncio.run(is_stopped())
    assert states(office) == [("e1", "waiting", 0), ("e2", "waiting", 0)]
    directory.hangs.clear()
    works(office, directory)
    assert states(office) == [("e1", "done", 1), ("e2", "done", 1)]


def test_a_worker_that_was_overtaken_says_nothing_twice(office: Office, directory: Directory) -> None:
    office.conversations = echo()
    keep(office, event("e1", "only once"))
    late = _completed(office, directory)
    office.clock.move(LEASE)
    works(office, directory)
    office.house().desk.work_off(late)
    office.delivers()
    assert office.platform.said_to("sam") == ["Sam: only once"]
    assert states(office) == [("e1", "done", 2)]


def test_a_failing_turn_takes_no_other_with_it(
    office: Office, directory: Directory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.conversation.loop.LONGEST_COMMIT", 60.0)  # however slow the disk is, they share one
    office.conversations = echo()
    keep(office, event("e1", "first", "sam"), event("e2", "crooked", "eva"), event("e3", "third", "priya"))
    desk, ready = office.house().desk, _completed(office, directory)
    assert len(ready) == 3
    while ready:
        done = desk.work_off(ready)
        assert done == 3
        ready = ready[done:]
    assert states(office) == [("e1", "done", 1), ("e2", "waiting", 1), ("e3", "done", 1)]
    assert office.inbox()[1].error == "ZeroDivisionError"
    office.delivers()
    assert office.platform.said_to("sam") == ["Sam: first"] and office.platform.said_to("priya") == ["Priya: third"]
    assert office.platform.said_to("eva") == []
    works_until(office, directory, lambda: states(office)[1][1] == "stuck")


def _completed(office: Office, directory: Directory) -> list[Ready]:
    """What a worker has in its hands just before it runs it."""
    claimed = office.house().desk.claim(LIMIT)

    async def complete() -> list[Ready]:
        return [(one, await directory.complete(one.turn)) for one in claimed if isinstance(one.turn, Incoming)]

    return asyncio.run(complete())


# -- what waited ------------------------------------------------------------------------------------------------


def test_a_ticket_that_waited_two_days_was_received_when_it_was_handed_over(
    office: Office, directory: Directory
) -> None:
    said = event("e1", "Ticket 4711: she wants her data deleted. ana.diaz@x.example, Spain").model_copy(
        update={"at": office.clock.now()}
    )
    keep(office, said)
    office.clock.move(timedelta(days=2))
    works(office, directory)
    office.delivers()
    (card,) = office.platform.said_to("privacy")
    assert "Received: 6 Mar 2026" in card


def test_the_dpo_hears_once_of_a_turn_that_waits_for_its_platform(office: Office, directory: Directory) -> None:
    office.desk.hello(NOOR)
    directory.trouble["sam"] = [TryLater("away", 600) for _ in range(8)]
    keep(office, event("e1"))
    for _try in range(6):
        works(office, directory)
        office.clock.move(timedelta(minutes=10))
        office.ticks()
        office.delivers()
    (alarm,) = [said for said in office.platform.said_to("noor") if "wacht" in said or "waiting" in said]
    assert "hello" not in alarm
