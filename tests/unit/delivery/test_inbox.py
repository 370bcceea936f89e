"""What comes in: each event once, in order within a conversation, and nothing is lost."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import update

from bot.conversation.scene import Conversations, Outcome, Scene
from bot.conversation.turn import Asked, Place, Said, Speaker, Turn
from bot.db import transaction
from bot.delivery import aside, inbox
from bot.delivery.tables import InboxRow
from flows import CONVERSATIONS
from tests.people import EVA, NOOR, SAM
from tests.unit.delivery.office import Office

LEASE = timedelta(seconds=60)
PATIENCE = timedelta(minutes=3)  # longer than the longest wait between attempts


def turn(event: str, text: str = "hello", by: Speaker = SAM, thread: str | None = None) -> Turn:
    place = Place(channel=by.user, thread=thread)
    return Turn(id=event, speaker=by, place=place, at=datetime(2026, 3, 6, 10, tzinfo=UTC), act=Said(text=text))


def store(office: Office, *turns: Turn) -> list[bool]:
    desk = office.house().desk
    return [desk.store(one) for one in turns]


def claim(office: Office) -> inbox.Claimed | None:
    with transaction(office.engine) as session:
        return next(iter(inbox.claim(session, office.vault, office.clock.now(), LEASE)), None)


def claimed(office: Office) -> str | None:
    """The event that a worker takes now; it is not heard of again."""
    got = claim(office)
    return got.turn.id if got else None


def finish(office: Office, got: inbox.Claimed | None) -> bool:
    """The worker comes to the end of the turn; whether it was still its own."""
    assert got is not None
    with transaction(office.engine) as session:
        ours = inbox.still_ours(session, [got])
        inbox.finish_all(session, list(ours))
    return bool(ours)


def test_an_event_that_comes_twice_is_one_turn(office: Office) -> None:
    assert store(office, turn("e1"), turn("e1"), turn("e2")) == [True, False, True]
    assert [row.event_id for row in office.inbox()] == ["e1", "e2"]


def test_an_event_that_comes_again_after_its_work_is_done_is_not_done_again(office: Office) -> None:
    store(office, turn("e1"))
    finish(office, claim(office))
    assert store(office, turn("e1")) == [False]
    assert claim(office) is None


def test_the_same_event_id_of_another_company_is_another_event(office: Office) -> None:
    stranger = SAM.model_copy(update={"tenant": "other"})
    assert store(office, turn("e1"), turn("e1", by=stranger)) == [True, True]


def test_an_answered_turn_that_comes_twice_is_answered_once(office: Office) -> None:
    desk = office.house().desk
    asked = turn("e1").model_copy(update={"act": Asked(name="help")})
    first, again = desk.answer(asked), desk.answer(asked)
    assert first.card is not None and again.card is not None
    assert again.card.plain() == "This was done already." != first.card.plain()
    assert [(row.state, row.body_sealed) for row in office.inbox()] == [("done", None)]


def test_turns_of_a_conversation_wait_for_each_other_and_others_go_on(office: Office) -> None:
    store(office, turn("sam 1"), turn("sam 2"), turn("eva 1", by=EVA), turn("sam elsewhere", thread="t"))
    first = claim(office)
    assert first is not None and first.turn.id == "sam 1"
    assert [claimed(office) for _ in range(3)] == ["eva 1", "sam elsewhere", None]
    finish(office, first)
    assert claimed(office) == "sam 2"


def test_a_turn_that_must_be_tried_again_keeps_its_place(office: Office) -> None:
    store(office, turn("sam 1"), turn("sam 2"))
    got = claim(office)
    assert got is not None
    with office.work() as work:
        inbox.fail(work.session, work.vault, work.policy, got, "TimeoutError", work.now)
    assert claimed(office) is None
    office.clock.move(inbox.WAITS[0])
    assert claimed(office) == "sam 1"


def test_the_turn_of_a_killed_worker_is_taken_again_after_its_lease(office: Office) -> None:
    store(office, turn("e1"))
    assert claimed(office) == "e1"
    office.clock.move(LEASE - timedelta(seconds=1))
    assert claimed(office) is None
    office.clock.move(timedelta(seconds=1))
    again = claim(office)
    assert again is not None and (again.turn.id, again.attempts) == ("e1", 2)


def test_a_worker_that_was_overtaken_has_nothing_to_finish(office: Office) -> None:
    store(office, turn("e1"))
    slow = claim(office)
    office.clock.move(LEASE)
    finish(office, claim(office))
    assert not finish(office, slow)


def test_a_worker_that_was_overtaken_and_fails_changes_nothing(office: Office) -> None:
    store(office, turn("e1"))
    slow = claim(office)
    assert slow is not None
    office.clock.move(LEASE)
    fast = claim(office)
    with office.work() as work:
        inbox.fail(work.session, work.vault, work.policy, slow, "TimeoutError", work.now)
    assert office.inbox()[0].state == "claimed"
    finish(office, fast)
    assert office.inbox()[0].state == "done"


def test_the_words_of_a_turn_are_sealed_and_gone_when_it_is_done(office: Office) -> None:
    store(office, turn("e1", "Anastasia Diaz wants out"))  # three letters may stand in sealed ones by chance
    (waiting,) = office.inbox()
    assert waiting.body_sealed is not None and "Anastasia" not in waiting.body_sealed
    assert asyncio.run(office.house().worker.work_due())
    (done,) = office.inbox()
    assert (done.event_id, done.state, done.body_sealed) == ("e1", "done", None)


def stumbling(over: str) -> Conversations:
    """The real conversations, with a fault that one message brings to light."""

    def hear(said: Said, scene: Scene) -> Outcome:
        if over in said.text:
            raise ZeroDivisionError(f"while reading {said.text}")
        return CONVERSATIONS.hear(said, scene)

    return Conversations(hear, CONVERSATIONS.asked, CONVERSATIONS.handlers)


def works_off(office: Office, done: Callable[[], bool]) -> None:
    while not done():
        while asyncio.run(office.house().worker.work_due()):
            pass
        office.clock.move(PATIENCE)


def test_a_message_that_cannot_be_worked_off_is_set_aside_and_everybody_is_told(office: Office) -> None:
    office.conversations = stumbling(over="crooked")
    office.desk.hello(NOOR)
    store(office, turn("e1", "a crooked mail of Ana Diaz"), turn("e2", "help"))
    works_off(office, lambda: office.inbox()[1].state == "done")

    bad = office.inbox()[0]
    assert (bad.state, bad.attempts, bad.error) == ("stuck", inbox.MOST_ATTEMPTS, "ZeroDivisionError")
    assert bad.body_sealed is not None and "crooked" in office.vault.open(bad.body_sealed)  # nothing is lost
    office.delivers()
    assert "could not work off your message. It is kept" in office.platform.said_to("sam")[0]
    assert len(office.platform.said_to("sam")) == 2  # and the answer to what came after it
    (alarm,) = office.platform.said_to("noor")
    assert "ZeroDivisionError, after 5 attempts" in alarm and "number 1" in alarm
    assert "Ana" not in alarm and "crooked" not in alarm


def test_a_message_that_was_set_aside_is_worked_off_once_the_fault_is_mended(office: Office) -> None:
    office.conversations = stumbling(over="crooked")
    store(office, turn("e1", "a crooked mail"))
    works_off(office, lambda: office.inbox()[0].state == "stuck")
    office.conversations = CONVERSATIONS
    with transaction(office.engine) as session:
        (one,) = aside.stuck(session)
        assert (one.platform, one.attempts, one.error) == ("workspace", 5, "ZeroDivisionError")
        assert aside.retry(session, one.id, office.clock.now())
        assert not aside.retry(session, one.id, office.clock.now())
    assert asyncio.run(office.house().worker.work_due())
    assert office.inbox()[0].state == "done"


def test_a_message_that_was_dealt_with_by_hand_is_let_go_with_its_words(office: Office) -> None:
    office.conversations = stumbling(over="crooked")
    store(office, turn("e1", "a crooked mail"), turn("e2", "help"))
    works_off(office, lambda: office.inbox()[1].state == "done")
    with transaction(office.engine) as session:
        stuck, done = office.inbox()
        assert aside.dismiss(session, stuck.id or 0)
        assert not aside.dismiss(session, stuck.id or 0)
        assert not aside.dismiss(session, done.id or 0)
    assert office.inbox()[0].body_sealed is None
    store(office, turn("e1", "a crooked mail"))
    assert len(office.inbox()) == 2  # the event is known still, and is not worked off anew


def test_a_message_that_kills_its_worker_each_time_is_set_aside_too(office: Office) -> None:
    office.desk.hello(NOOR)
    store(office, turn("e1", "the deadly one"), turn("e2"))
    for _attempt in range(inbox.MOST_ATTEMPTS):
        assert claimed(office) == "e1"
        office.clock.move(LEASE)
    assert claimed(office) is None
    office.ticks()
    assert [row.state for row in office.inbox()] == ["stuck", "waiting"]
    assert claimed(office) == "e2"
    office.delivers()
    assert "could not work off your message" in office.platform.said_to("sam")[0]
    assert "worker_lost" in office.platform.said_to("noor")[0]


def test_a_message_that_a_newer_version_cannot_read_is_set_aside_and_others_go_on(office: Office) -> None:
    office.desk.hello(NOOR)
    store(office, turn("e1"), turn("e2", by=EVA), turn("e3"))
    with transaction(office.engine) as session:
        old = office.vault.seal('{"id": "e1", "shape": "of an older version"}')
        session.exec(update(InboxRow).where(InboxRow.event_id == "e1").values(body_sealed=old))  # type: ignore[arg-type]
    works_off(office, lambda: office.inbox()[1].state == "done")
    office.ticks()
    works_off(office, lambda: office.inbox()[2].state == "done")
    first = office.inbox()[0]
    assert (first.state, first.error, first.body_sealed) == ("stuck", "unreadable", old)
    office.delivers()
    assert "unreadable" in office.platform.said_to("noor")[0]


def test_a_colleague_is_told_of_the_trouble_in_their_own_language(small_office: Office) -> None:
    office = small_office
    office.conversations = stumbling(over="krom")
    store(office, turn("e1", "een krom bericht", by=EVA))
    works_off(office, lambda: office.inbox()[0].state == "stuck")
    office.delivers()
    assert "Something went wrong" not in office.platform.said_to("eva")[0]


def test_the_words_of_a_message_stand_in_no_log_and_no_error(
    small_office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    office = small_office
    office.conversations = stumbling(over="Ana")
    store(office, turn("e1", "Ana Diaz wants out"))
    assert asyncio.run(office.house().worker.work_due())
    assert "ZeroDivisionError" in caplog.text and "Ana" not in caplog.text
    assert office.inbox()[0].error == "ZeroDivisionError"


def test_whoever_is_alone_goes_on_at_once_with_what_a_killed_process_had_begun(office: Office) -> None:
    store(office, turn("e1"))
    assert claimed(office) == "e1"  # and here it dies
    assert claimed(office) is None
    office.house().take_over()
    again = claim(office)
    assert again is not None and (again.turn.id, again.attempts) == ("e1", 2)
