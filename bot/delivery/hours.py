"""The team's working hours: when a reminder may be posted. Pure; all moments are aware, and answers are in UTC."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from bot.law.calendars import holiday_name
from bot.policy import WorkingHours

_ONE_DAY = timedelta(days=1)
_LAST_HOUR = timedelta(hours=1)
_FAR = 60  # days; no calendar has a longer stretch without a working day


def is_working(hours: WorkingHours, day: date) -> bool:
    """Whether the team works on that day."""
    return day.isoweekday() in hours.days and holiday_name(hours.calendar, day) is None


def today(hours: WorkingHours, now: datetime) -> date:
    """The day that it is where the team works."""
    return now.astimezone(hours.tz).date()


def opens(hours: WorkingHours, day: date) -> datetime:
    """The moment at which working hours begin on that day."""
    return _at(hours, day, hours.start)


def closes(hours: WorkingHours, day: date) -> datetime:
    """The moment at which working hours end on that day."""
    return _at(hours, day, hours.end)


def moment_for(hours: WorkingHours, day: date) -> datetime:
    """When a reminder meant for a day is due: as work begins, or in the last working hour before a day off."""
    if is_working(hours, day):
        return opens(hours, day)
    before = next(_working_days(hours, day - _ONE_DAY, -_ONE_DAY))
    return max(opens(hours, before), closes(hours, before) - _LAST_HOUR)


def within(hours: WorkingHours, now: datetime) -> bool:
    """Whether people are at work at that moment."""
    day = today(hours, now)
    return is_working(hours, day) and opens(hours, day) <= now < closes(hours, day)


def next_opening(hours: WorkingHours, now: datetime) -> datetime:
    """The first moment after `now` at which working hours begin."""
    return next(m for day in _working_days(hours, today(hours, now), _ONE_DAY) if (m := opens(hours, day)) > now)


def first_working_day(hours: WorkingHours, day: date) -> date:
    """The day itself, or the first working day after it."""
    return next(_working_days(hours, day, _ONE_DAY))


def working_days(hours: WorkingHours, first: date, last: date) -> Iterator[date]:
    """The working days from the first to the last day, both included."""
    for number in range((last - first).days + 1):
        if is_working(hours, day := first + number * _ONE_DAY):
            yield day


def after_working_time(hours: WorkingHours, start: datetime, wait: timedelta) -> datetime:
    """The moment at which so much working time has passed since `start`."""
    for day in _working_days(hours, today(hours, start), _ONE_DAY):
        begin, end = max(opens(hours, day), start.astimezone(UTC)), closes(hours, day)
        if begin >= end:
            continue
        if wait <= end - begin:
            return begin + wait
        wait -= end - begin
    raise AssertionError("unreachable")  # there is always another working day


def _working_days(hours: WorkingHours, day: date, step: timedelta) -> Iterator[date]:
    idle = 0
    while idle < _FAR:
        if is_working(hours, day):
            yield day
            idle = 0
        idle += 1
        day += step
    raise ValueError(f"the calendar {hours.calendar} has no working day near {day}")


def _at(hours: WorkingHours, day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, hours.tz).astimezone(UTC)
