"""The words of a reminder on the day itself: nothing "comes nearer" any more, and a last day is one day."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.delivery.ladder import Kind, Rung
from bot.delivery.reminders import reminder
from bot.rights import Right
from tests.cases import TODAY, a_case, a_request
from tests.lines import each

DUE = Rung(Kind.DUE, "safe:0", datetime(2026, 3, 24, 8, tzinfo=UTC), 1, TODAY, (Right.ERASURE,), loud=True)


def words(*rungs: Rung) -> str:
    return reminder(a_case(a_request(safe_due=TODAY)), rungs, TODAY).plain()


def test_on_its_day_it_says_that_this_is_the_last_one() -> None:
    said = words(DUE)
    assert "due today" in said and "Today is the last day on which an answer is in time" in said
    assert "comes nearer" not in said


def test_before_it_the_date_comes_nearer() -> None:
    said = words(replace(DUE, on=TODAY + timedelta(days=3)))
    assert "due in 3 days" in said and "The safe date comes nearer." in said


@each(
    ("kind", "today", "before"),
    [
        (Kind.EXTENSION, "last day to announce an extension", "last days to announce an extension"),
        (Kind.REFUSAL, "last day to announce a refusal", "last days to announce a refusal"),
    ],
)
def test_the_last_day_of_a_notice_is_called_one_day(kind: Kind, today: str, before: str) -> None:
    assert today in words(replace(DUE, kind=kind))
    assert before in words(replace(DUE, kind=kind, on=TODAY + timedelta(days=2)))
