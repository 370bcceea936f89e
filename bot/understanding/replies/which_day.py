"""The days that an unclear answer may mean: "last Friday", "Friday" said on a Friday, "2/3"."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.understanding.replies.answers import LONGEST, phrases, plain, says_not
from bot.understanding.replies.days import dates_beside_weekday, days_in_digits, weekday_named

WEEK = timedelta(days=7)


def days_meant(text: str, now: datetime, zone: ZoneInfo) -> tuple[date, ...]:
    """The days that may be meant, latest first; none where the words name none in these ways."""
    if len(text) > LONGEST or says_not(text):
        return ()
    today = now.astimezone(zone).date()
    words = plain(text).split()
    weekday = weekday_named(words)
    if weekday is None:
        return days_in_digits(text, today)
    if dates_beside_weekday(words):
        return ()  # both are the same day, or one of them is wrong
    known = phrases("last_day") | phrases("weeks")
    if any(word in phrases("unclear_day") and word not in known for word in words):
        return ()
    latest = today - timedelta(days=(today.weekday() - weekday) % 7)
    last, week = (any(word in phrases(kind) for word in words) for kind in ("last_day", "weeks"))
    if week:  # "last week Tuesday"
        return (_monday(today) - WEEK + timedelta(days=weekday),) if last else ()
    if latest == today:
        return (today - WEEK,) if last else (today, today - WEEK)
    if last and latest >= _monday(today):
        return (latest, latest - WEEK)
    return (latest,)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
