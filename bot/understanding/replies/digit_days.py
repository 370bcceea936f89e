"""A day and a month in digits: "24/11", "Mon 2/3", "24.11."."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from bot.understanding.language import LANGUAGES
from bot.understanding.replies.answers import phrases, plain
from bot.understanding.replies.calendar_names import short_weekdays, weekdays
from bot.understanding.replies.whole_days import DAY_AND_MONTH

FAR = timedelta(days=300)  # a day without a year that lies farther back is rather one to come, or a slip
LONG_AGO = timedelta(days=60)  # either of two ways to read digits is rather not that far back: "11/3" on 10 March
_MONTHS = 12


def in_digits(text: str, today: date) -> set[date]:
    """The latest day of a day and a month in digits, where only one of them can be the month, or the weekday beside
    them tells which: "24/11", "Mon 2/3"."""
    days, ways = set(days_in_digits(text, today)), days_and_months(text)
    if len(ways) == 1:
        return days
    return {day for day in days if today - day <= LONG_AGO} if _weekdays_in(text) else set()


def weekdays_beside(words: Sequence[str], at: int) -> set[int]:
    """The weekdays that a word may be the name of, where a number follows: "gio 26/2", "Mon 2 March"."""
    numbered = any(word[:1].isdecimal() for word in words[at + 1 : at + 2])
    return _weekdays_called(words[at]) if numbered else set()


def _weekdays_in(text: str) -> set[int]:
    return {number for word in plain(text).split() for number in _weekdays_called(word)}


def _weekdays_called(word: str) -> set[int]:
    """The weekdays of that name, whole or short, in any language; beside a day in digits "do" is no other word."""
    return {weekdays()[word]} if word in weekdays() else short_weekdays(frozenset(LANGUAGES)).get(word, set())


def days_and_months(text: str) -> set[tuple[int, int]]:
    """The days and months that two numbers may be, either of which may be the month; before dots the day is first."""
    found = DAY_AND_MONTH.findall(text)
    beside = (
        word for word in plain(text).split() if not word.replace("-", "").isdecimal() and not _weekdays_called(word)
    )
    if len(found) != 1 or not is_bare(beside):
        return set()
    one, other = int(found[0][0]), int(found[0][2])
    ways = ((one, other),) if found[0][1] == "." else ((one, other), (other, one))
    return {(day, month) for day, month in ways if month <= _MONTHS}


def days_in_digits(text: str, today: date) -> tuple[date, ...]:
    """The latest days that a day and a month in digits may be, either of which may be the month; latest first. Where a
    weekday stands beside them, those that were one."""
    days = {day for way in days_and_months(text) for day in latest(*way, today)}
    if named := _weekdays_in(text):
        days = {day for day in days if day.weekday() in named}
    return tuple(sorted(days, reverse=True))


def latest(day: int, month: int, today: date) -> Iterator[date]:
    """The latest such day that has come, if it is not long past."""
    for year in (today.year, today.year - 1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= today:
            if today - found <= FAR:
                yield found
            return


def is_bare(words: Iterable[str]) -> bool:
    """Whether these words beside a day say nothing but that it is one, or that something came then."""
    return all(word in _beside_day() for word in words)


@cache
def _beside_day() -> frozenset[str]:
    arrival = {word for phrase in phrases("arrival") for word in phrase.split()}
    return phrases("beside_day") | phrases("ways") | arrival
