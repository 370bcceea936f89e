"""Days that are far enough ahead, whenever the tests run: on a Friday evening, before a holiday, at midnight."""

from datetime import date, datetime, timedelta

from bot.delivery.hours import first_working_day, today
from bot.policy import WorkingHours


def day_after_next(hours: WorkingHours, now: datetime) -> date:
    """The second working day after today: whatever waits since now has waited for a whole working day by then."""
    following = first_working_day(hours, today(hours, now) + timedelta(days=1))
    return first_working_day(hours, following + timedelta(days=1))
