"""Time goes by: reminders come in the privacy channel by themselves, mention the owner, and come once."""

from datetime import UTC, datetime, timedelta

from tests.customers import Customer
from tests.faults.slack.inside import Indoors
from tests.slack_kit.desk import PRIVACY
from tests.slack_kit.reading import words
from tests.slack_kit.state import Message

TUESDAY = datetime(2026, 5, 12, 8, 0, tzinfo=UTC)  # no day of its reminders is a day off


def goes_by(indoors: Indoors, days: int) -> None:
    """Twice every four hours: some moments of each working day, as the ticker sees it."""
    for _moment in range(24 // 4 * days):
        indoors.clock.move(timedelta(hours=4))
        indoors.house.tick()
        indoors.house.tick()
        indoors.settle()


def reminders(indoors: Indoors) -> list[Message]:
    every = indoors.slack.channel(PRIVACY).everything
    return [m for m in every if str(m["metadata"]["event_payload"]["once"]).startswith("nudge:")]


def test_the_owner_is_mentioned_before_the_date_and_when_it_has_passed(indoors: Indoors) -> None:
    emma, priya = indoors.desk.emma, indoors.desk.priya
    indoors.begins(TUESDAY)
    emma.says(Customer("Diaz", at=TUESDAY - timedelta(days=1)).forwarded)
    indoors.settle()
    emma.presses(emma.inbox[-1], "Open case")
    indoors.settle()
    (card,) = indoors.desk.cards
    priya.presses(card, "Take it")
    indoors.settle()

    goes_by(indoors, 33)
    said = [words(one) for one in reminders(indoors)]
    assert len(said) == len(set(said)) > 4
    assert any("overdue" in one.casefold() for one in said)
    to_priya = [one for one in reminders(indoors) if f"<@{priya.id}>" in one["text"]]
    assert to_priya and all(f"'user_id': '{priya.id}'" in str(one["blocks"]) for one in to_priya)
    assert all("diaz" not in one.casefold() and "citrine" not in one for one in said)
    assert "late" in words(indoors.desk.cards[0])  # the card counts the days, in its place
