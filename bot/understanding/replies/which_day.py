"""The days that an unclear answer may mean: "last Friday", "Friday" said on a Friday, "2/3", "a week ago", "Monday or
Tuesday"; and why an answer tells none.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from enum import Enum, auto
from itertools import pairwise
from zoneinfo import ZoneInfo

from bot.understanding.mail.dates import find_date
from bot.understanding.replies.answers import LONGEST, phrases, plain, says_not
from bot.understanding.replies.calendar_names import short_weekdays
from bot.understanding.replies.clocks import without_clock
from bot.understanding.replies.days import (
    NO,
    dates_beside_weekday,
    day_and_month,
    day_said,
    days_before,
    is_day_word,
    names,
    names_a_day,
    weekday_named,
    without_here,
)
from bot.understanding.replies.digit_days import LONG_AGO, days_and_months, days_in_digits
from bot.understanding.replies.pieces import pieces
from bot.understanding.replies.two_days import spelt_out
from bot.understanding.replies.whole_days import DAY_AND_MONTH, WITH_YEAR, with_dates_told

WEEK = timedelta(days=7)
_RECENT = 3 * WEEK  # in which a bare weekday may lie
_DIGITS_OF_DAY = 2
_MOST = 4  # days that are offered
_WORDS_OF_DAY = 5  # "Monday the 3rd of March"
_FEW_WORDS = 3  # of an answer that may be nothing but the short name of a weekday
_WORD = re.compile(r"\S+")
_SIGNS = ",;:!?()\"'“”"
_SWAPPED = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2((?:20)?\d\d)(?![\d./-])")


class NoDay(Enum):
    """Why an answer to when something came in tells no day that can be."""

    TO_COME = auto()
    NEVER = auto()  # "31 February"
    STRETCH = auto()  # "end of February", "a while back"


def day_meant(text: str, now: datetime, zone: ZoneInfo) -> date | None:
    """The one day that is meant all the same: "last week Tuesday", "24/11"."""
    if len(text) > LONGEST or says_not(text := with_dates_told(NO.sub("", text))):  # "no, last Friday"
        return None
    today = now.astimezone(zone).date()
    days = _by_name(text, today)
    if len(days) != 1 or (today - days[0] > LONG_AGO and len(days_and_months(text)) > 1):
        return None  # "11/3" on 10 March: the day to come is a slip, or the month stands first
    return days[0]


def days_meant(text: str, now: datetime, zone: ZoneInfo, languages: frozenset[str]) -> tuple[date, ...]:
    """The days that may be meant, latest first; none where the words name none.

    Args:
        languages: those of whoever says it.
    """
    if len(text) > LONGEST:
        return ()
    text = with_dates_told(without_here(text))
    text = ", ".join(part for part in text.split(",") if names_a_day(part) or not says_not(part))  # "not sure, Tuesday"
    if says_not(text):
        return ()
    today = now.astimezone(zone).date()
    words = plain(text).split()
    found = _by_name(text, today) or tuple(_turned(text, today))
    if not found:
        found = tuple(_weeks_before(" ".join(words), today)) or tuple(_each(spelt_out(text), now, zone, languages))
    if not found and len(words) <= _FEW_WORDS and not any(map(str.isdecimal, without_clock(text))):  # "Sa 7.3."
        short = {number for word in words for number in short_weekdays(languages).get(word, ())}
        found = tuple(day for number in short for day in _last(number, today))
    return tuple(sorted(set(found), reverse=True))[:_MOST]


def without_denied_day(text: str) -> str:
    """An answer without the part that says on which day it was not, where another part names one: "not today, on
    Tuesday"."""
    parts = [part for piece in pieces(text) for part in _before_denied(piece)] if len(text) <= LONGEST else [text]
    kept = [part for part in parts if not (says_not(part) and _names_any_day(part))]
    told = len(kept) < len(parts) and any(map(_names_any_day, kept))
    return ", ".join(map(_without_but, kept)) if told else text


def _before_denied(piece: str) -> list[str]:
    """What stands before a day that is denied at its end, and that: "it was the 2nd", "not the 3rd"."""
    words = piece.split()
    denied = [at for at, word in enumerate(words[1:-1], start=1) if plain(word) in phrases("not")]
    behind = plain(" ".join(words[denied[-1] + 1 :])).split() if denied else []
    days = bool(behind) and all(is_day_word(word) or word in phrases("beside_day") for word in behind)
    days = days and not any(word.isdecimal() and len(word) > _DIGITS_OF_DAY for word in behind)  # "client no 8812"
    return [" ".join(words[: denied[-1]]), " ".join(words[denied[-1] :])] if days else [piece]


def denied_before_day(text: str) -> str | None:
    """The day that stands alone behind a "no", whatever is told behind it: of "no Saturday, we were away" the first
    part."""
    first, _space, day = pieces(text)[0].strip().partition(" ") if len(text) <= LONGEST else ("", "", "")
    if plain(first) not in phrases("no"):  # "no, Saturday" is a correction by its sign
        return None
    return day if names_a_day(day) and all(map(is_day_word, plain(day).split())) else None


def _without_but(part: str) -> str:
    first, _space, rest = part.partition(" ")
    return rest if plain(first) in phrases("but") else part


def _names_any_day(part: str) -> bool:
    """Whether it names a day, denied or not: "not today"."""
    words = [word for word in plain(part).split() if word not in phrases("not")]
    numbered = [word for word in words if is_day_word(word)]  # "nicht am 2.", "not the 2nd"
    only_numbered = bool(numbered) and all(word in numbered or word in phrases("beside_day") for word in words)
    return names_a_day(" ".join(words)) or only_numbered or not phrases("today").isdisjoint(words)


def says_last_week(text: str) -> bool:
    """Whether a text names the week before this one: "she mailed last week", "la semana pasada"."""
    words = plain(text).split()
    return any({one, other} & phrases("weeks") and {one, other} & phrases("last_day") for one, other in pairwise(words))


def of_this_week_or_last(
    text: str, now: datetime, zone: ZoneInfo, *, known: datetime | None = None
) -> tuple[date, ...]:
    """The days that a bare weekday may be where somebody spoke of last week before, or told another day that is
    `known`: "no, Wednesday". None where it can only be one."""
    words, today = plain(text).split(), now.astimezone(zone).date()
    weekday = weekday_named(words)
    if weekday is None or dates_beside_weekday(words) or any(word in phrases("weeks") for word in words):
        return ()
    latest = _last(weekday, today)[0]
    if known is None:
        return (latest, latest - WEEK) if latest >= _monday(today) else ()
    told = known.astimezone(zone).date()
    nearest = told + timedelta(days=(weekday - told.weekday() + 3) % 7 - 3)
    return (latest, nearest) if today - _RECENT <= nearest < latest else ()


def why_no_day(text: str, now: datetime, zone: ZoneInfo, languages: frozenset[str]) -> NoDay | None:
    """Why an answer that names no day that can be does so; None where that can't be told."""
    if len(text) > LONGEST or says_not(text):
        return None
    today, words = now.astimezone(zone).date(), plain(text).split()
    if any(names(" ".join(words), phrase) for phrase in phrases("tomorrow")):
        return NoDay.TO_COME
    named = day_and_month(words)
    if named is not None:
        return NoDay.NEVER if _first(*named, today) is None else NoDay.TO_COME
    found = find_date(text, zone, languages)
    if found is not None and found.moment.astimezone(zone).date() > today:
        return NoDay.TO_COME
    return NoDay.STRETCH if any(word in phrases("stretch") for word in words) else None


def _first(day: int, month: int, today: date) -> date | None:
    """The first such day, from the beginning of last year on; None where there is none in two years."""
    for year in (today.year - 1, today.year):
        try:
            return date(year, month, day)
        except ValueError:
            continue
    return None


def _by_name(text: str, today: date) -> tuple[date, ...]:
    """By a day and a month in digits, or else by a weekday, which beside a date tells no other day."""
    return days_in_digits(text, today) if _is_dated(text) else _of_weekday(plain(text).split(), today)


def _is_dated(text: str) -> bool:
    return DAY_AND_MONTH.search(text) is not None or WITH_YEAR.search(text) is not None


def _of_weekday(words: list[str], today: date) -> tuple[date, ...]:
    """The days that a weekday may be: "last Friday" is that of this week or of the last."""
    weekday = weekday_named(words)
    if weekday is None or dates_beside_weekday(words):
        return ()  # both are the same day, or one of them is wrong
    known = phrases("last_day") | phrases("weeks")
    if any(word in phrases("unclear_day") and word not in known for word in words):
        return ()
    last, week = (any(word in phrases(kind) for word in words) for kind in ("last_day", "weeks"))
    if week:  # "last week Tuesday"
        return (_monday(today) - WEEK + timedelta(days=weekday),) if last else ()
    found = _last(weekday, today)
    if not last or found[0] < _monday(today):
        return found
    return (today - WEEK,) if found[0] == today else (found[0], found[0] - WEEK)


def _turned(text: str, today: date) -> Iterator[date]:
    """The day that one in digits is, month first, where day first it is still to come: "3/4/2026" said in March."""
    for one, _sign, other, year in _SWAPPED.findall(text):
        century = 0 if len(year) == 4 else 2000
        try:
            as_written, turned = (
                date(century + int(year), int(month), int(day)) for day, month in ((one, other), (other, one))
            )
        except ValueError:
            continue
        if turned <= today < as_written:
            yield turned


def _weeks_before(said: str, today: date) -> Iterator[date]:
    for weeks in days_before(said, "weeks_ago", "ago_weeks"):
        yield today - weeks * WEEK
    if any(names(said, phrase) for phrase in phrases("week_ago")):
        yield today - WEEK


def _each(text: str, now: datetime, zone: ZoneInfo, languages: frozenset[str]) -> Iterator[date]:
    """Each day that a few of the words name, the longest such few that begin at a word."""
    today, spots = now.astimezone(zone).date(), [match.span() for match in _WORD.finditer(text)]
    at = 0
    while at < len(spots):
        for end in range(min(len(spots), at + _WORDS_OF_DAY), at, -1):
            few = text[spots[at][0] : spots[end - 1][1]].strip(_SIGNS)
            words = plain(few).split()
            within = all(map(_may_be_of_day, words))  # "2 March, came 5 March" are two
            if not (words and within and _is_of_day(words[0]) and is_day_word(words[-1])):
                continue
            dated = _is_dated(few) or dates_beside_weekday(words)
            if not dated and weekday_named(words) is not None and _goes_on_with_date(text, spots[at:], end - at):
                continue  # "Tuesday" or "Saturday 14" alone, of a date that is to come, or none
            said = day_said(few, now, zone, languages)
            days = (said[0],) if said else () if dated else _of_weekday(words, today)
            if days := tuple(day for day in days if day <= today):
                yield from days
                at = end - 1
                break
        at += 1


def _goes_on_with_date(text: str, spots: Sequence[tuple[int, int]], count: int) -> bool:
    """Whether so many of these words, and one or two more, name a day of a month."""
    one_more, two_more = (text[spots[0][0] : spots[: count + more][-1][1]] for more in (1, 2))
    return _is_dated(one_more) or day_and_month(plain(two_more).split()) is not None


def _may_be_of_day(word: str) -> bool:
    return is_day_word(word) or any(word in phrases(kind) for kind in ("beside_day", "last_day", "weeks"))


def _is_of_day(word: str) -> bool:
    return is_day_word(word) or word in phrases("last_day")


def _last(weekday: int, today: date) -> tuple[date, ...]:
    """The latest such weekday; on that very day, also that of a week ago."""
    latest = today - timedelta(days=(today.weekday() - weekday) % 7)
    return (latest, latest - WEEK) if latest == today else (latest,)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
