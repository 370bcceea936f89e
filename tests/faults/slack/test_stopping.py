"""The desk is told to stop: it finishes what it is saying, leaves the rest to the next start, and says nothing odd."""

import pytest

from bot.alive import Alive
from tests.faults.slack.inside import Indoors, held, locked, opens, told
from tests.slack_kit.desk import FORWARD, SlackDesk


def ended(desk: SlackDesk) -> int:
    """Stop it; its exit code. Nothing may be left in its log."""
    code = desk.product.stop()
    assert desk.product.log() == ""
    return code


def test_an_idle_desk_ends_cleanly(desk: SlackDesk) -> None:
    desk.quiet()
    assert ended(desk) == 0


def test_a_look_at_what_is_due_that_is_cut_short_is_no_error(
    indoors: Indoors, caplog: pytest.LogCaptureFixture
) -> None:
    async def comes_alive() -> Alive:
        return Alive(indoors.house)

    with locked(indoors.desk):
        alive = indoors.run(comes_alive())
        indoors.slack.wait(lambda: alive._looking)
        indoors.run(alive.stop())
    assert [record for record in caplog.records if record.name.startswith("apscheduler")] == []


def test_a_busy_desk_ends_cleanly_and_goes_on_after_the_next_start(desk: SlackDesk) -> None:
    people = [
        desk.slack.add_user(f"U1{n:03}", f"p{n}", real_name=f"P {n}", email=f"p{n}@northloop.example")
        for n in range(20)
    ]
    with desk.slack.without_waiting():
        sent = [person.says("hello") for person in people]
    assert {one.answer.status for one in sent} == {200}
    assert ended(desk) == 0
    desk.start()
    desk.slack.wait(lambda: all(person.inbox for person in people))
    desk.quiet()
    assert {len(person.inbox) for person in people} == {1}


def test_what_was_said_just_before_the_stop_is_not_waited_for_after_the_start(desk: SlackDesk) -> None:
    desk.emma.says("hello")
    desk.slack.wait(lambda: desk.emma.inbox)
    assert ended(desk) == 0
    desk.start()
    desk.emma.says("help")
    told(desk, desk.emma, "What I can do")


def test_a_form_that_is_being_opened_still_opens(desk: SlackDesk) -> None:
    card = opens(desk, desk.emma, FORWARD)
    desk.quiet()
    trouble = desk.slack.trouble("views.open", hold=True)
    desk.priya.presses(card, "Close …")
    desk.slack.wait(lambda: trouble.hits)
    desk.product.asked_to_stop()
    trouble.ends()
    desk.slack.wait(lambda: desk.priya.modal)
    assert ended(desk) == 0


def test_slack_that_answers_nothing_any_more_does_not_keep_the_desk_from_ending(desk: SlackDesk) -> None:
    with held(desk, "chat.postMessage"), held(desk, "users.info"):
        desk.emma.says("hello")
        desk.sam.runs("/privacy", "mine")
        assert ended(desk) == 0
