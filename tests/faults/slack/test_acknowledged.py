"""Slack waits three seconds. Whatever is slow, it hears at once that we have it, and people see no error."""

from tests.faults.slack.inside import held, opens, told
from tests.slack_kit.desk import FORWARD, GENERAL, PRIVACY, SlackDesk
from tests.slack_kit.reading import buttons
from tests.slack_kit.sending import Sent

SECONDS = 1.5  # half of Slack's patience, on a machine that does other things, too


def test_everything_is_acknowledged_at_once_while_slack_itself_is_slow(desk: SlackDesk) -> None:
    card = opens(desk, desk.emma, FORWARD)
    said = desk.emma.says("Deleted, please: ana@citrine.example", channel=GENERAL)
    desk.quiet()
    with held(desk, "chat.postMessage"), held(desk, "users.info"), held(desk, "chat.update"), held(desk, "views.open"):
        done: dict[str, Sent] = {
            "message": desk.daan.says(FORWARD.replace("ana.diaz", "eva.diaz")),
            "mention": desk.sam.mentions("can you help?", GENERAL),
            "command": desk.noor.runs("/privacy", "mine", channel=GENERAL),
            "menu": desk.priya.uses_shortcut("log_request", said),
            "home": desk.noor.opens_home(),
            "button": desk.priya.presses(card, "Take it"),
            "form": desk.priya.presses(card, next(label for label in buttons(card) if label.startswith("Extend"))),
        }
        slow = {name: one.answer for name, one in done.items() if one.answer.milliseconds > 1000 * SECONDS}
        assert slow == {}
        assert {one.answer.status for one in done.values()} == {200}
    told(desk, desk.daan, "Deze zaak openen?" if desk.daan.user.locale == "nl-NL" else "Open this case?")
    desk.slack.wait(lambda: desk.noor.home)
    desk.quiet()


def test_many_at_once_are_acknowledged_in_time_and_each_is_answered(desk: SlackDesk) -> None:
    people = [
        desk.slack.add_user(f"U1{n:03}", f"p{n}", real_name=f"P {n}", email=f"p{n}@northloop.example")
        for n in range(40)
    ]
    with desk.slack.without_waiting():
        sent = [person.says("hello") for person in people]
    assert max(one.answer.milliseconds for one in sent) < 1000 * SECONDS
    assert {one.answer.status for one in sent} == {200}
    desk.slack.wait(lambda: all(person.inbox for person in people))
    desk.quiet()
    assert {len(person.inbox) for person in people} == {1}


def test_one_slow_channel_holds_up_nobody_else(desk: SlackDesk) -> None:
    with held(desk, "chat.postMessage", where={"channel": PRIVACY}):
        desk.emma.says(FORWARD)
        desk.emma.presses(told(desk, desk.emma, "Open this case?"), "Open case")
        told(desk, desk.emma, "is open")
        desk.sam.says("hello")
        desk.slack.wait(lambda: desk.sam.inbox)
        assert not desk.cards
    desk.slack.wait(lambda: desk.cards)
