"""A day as people say it in a short answer: "yesterday at 23:30", "on Tuesday", "24 November". Days without a year are
the latest ones that have come; what may be either of two days is none.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from bot.understanding.mail.dates import find_date
from bot.understanding.replies.answers import LONGEST, phrases, plain, says_not
from bot.understanding.replies.calendar_names import months, weekdays
from bot.understanding.replies.clocks import clock_in, without_clock
from bot.understanding.replies.digit_days import in_digits, is_bare, latest
from bot.understanding.replies.short_whiles import with_whiles_told
from bot.understanding.replies.slips import Names
from bot.understanding.replies.two_days import spelt_out
from bot.understanding.replies.whole_days import DAY_AND_MONTH, WITH_YEAR, with_dates_told, with_whole_days

_FEW = 40  # characters of an answer that is nothing but a day
_YEAR = re.compile(r"\d{4}|\d[./-]\d{1,2}[./-]\d{2}(?!\d)")
_NAMED_YEAR = re.compile(r"(?:19|20)\d\d")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|e|er|º|ª|de)?")
_DIGITS = re.compile(r"\d{1,2}-\d{1,2}")  # "3-3"
_NUMBERED_DAY = re.compile(r"(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|e|ste|de)")
_LONE_NUMBER = re.compile(  # "il 2", "den 27."
    r"((?:^|\s)(?:il|el|le|den|der|am|dia|día|the|on the|op de)\s(?:0?[1-9]|[12]\d|3[01]))\.?$", re.IGNORECASE
)
NO = re.compile(r"^\s*(?:no|nee|nein|non|não|nie)\s*,\s*", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:around|about|circa|ca\.?|rond|gegen|vers|verso|około|hacia)\s+(?:las?\s+)?(?=\d{1,2}(?:[:.h]\d\d|\s?[ap]\.?m|\s?(?:h|uhr|uur|u|o'clock)\b|\s*(?:$|[,;])))",
    re.IGNORECASE,
)
_HERE = "hier"
_HERES = re.compile(r"\bhier\b", re.IGNORECASE)
_SHORT_MONTH = 3  # letters
_AGO = (("day_before_yesterday", 2), ("yesterday", 1), ("today", 0))


def day_said(text: str, now: datetime, zone: ZoneInfo, languages: frozenset[str]) -> tuple[date, time | None] | None:
    """The day that a short answer names, in `zone`, and the time of day, if it says one.

    Args:
        now: the moment in which it was said.
        languages: those of whoever says it; tried first.

    Returns None where no day is named, or where more than one may be meant.
    """
    # "no, Monday I mean"; "around 8pm" leaves the day as it is
    text = with_dates_told(text[: LONGEST + 1])
    text = _LONE_NUMBER.sub(r"\g<1>th", with_whiles_told(without_here(_ABOUT.sub("", NO.sub("", text)))))
    if len(text) > LONGEST or says_not(text) or spelt_out(text) != text:
        return None
    today = now.astimezone(zone).date()
    clock = clock_in(text)
    words = plain(without_clock(text) if clock else text).split()
    said = " ".join(map(_parted, words))
    relative = _days_back(said)
    if relative == {1, 2}:  # "the day before yesterday" holds "yesterday"
        relative = {2}
    if any(names(_without(said, relative), word) for word in phrases("unclear_day")) and relative:
        return None  # "three days before yesterday"
    if ago := set(days_before(said, "days_ago", "ago_days")):
        days = {today - timedelta(days=count) for count in (*ago, *relative)}
        return (days.pop(), clock) if len(days) == 1 else None
    days = {today - timedelta(days=ago) for ago in relative}
    found = find_date(text, zone, languages)
    if found and _YEAR.search(text[found.start : found.end]):
        moment = found.moment.astimezone(zone)
        days.add(moment.date())
        clock = None if moment.time() == time() else moment.time()
    elif WITH_YEAR.search(text):
        return None  # "Tuesday, 31/02/2026": no other Tuesday
    elif relative or not any(names(said, word) for word in phrases("unclear_day")):
        days |= set(_without_year(said, today))
        if days and _numbers_another(said, days):
            return None  # "letter dated 24 Feb, stamped in on the 26th"
        if not days and day_and_month(words) is not None:
            return None  # "Saturday 7 March" where that is to come: no other Saturday
        if not days and DAY_AND_MONTH.search(text):
            days = in_digits(text, today)  # a weekday beside it tells no other day
        elif not days:
            days = next(filter(None, map(set, (_of_month(said, today), _weekday(said, today)))), set())
    weekday = weekday_named(said.split())
    if weekday is not None and any(day.weekday() != weekday for day in days):
        return None  # "Monday 3 March" where that is a Tuesday
    if len(days) != 1:
        return None
    return days.pop(), clock


def _days_back(said: str) -> set[int]:
    """How many days before today it names one in words, today among them."""
    return {ago for kind, ago in _AGO if any(names(said, phrase) for phrase in phrases(kind))}


def without_here(text: str) -> str:
    """A text without German's "hier", which is no French yesterday."""
    words = plain(text).split() if len(text) <= LONGEST else []
    return text if _HERE not in words or phrases("beside_here").isdisjoint(words) else _HERES.sub(" ", text)


def _parted(word: str) -> str:
    """ "dinsdagochtend" in two words."""
    days = (day for day in weekdays() if word.startswith(day) and word.removeprefix(day) in phrases("beside_clock"))
    return next((f"{day} {word.removeprefix(day)}" for day in days), word)


def _without(said: str, relative: set[int]) -> str:
    """The rest of what was said, without the words for these days."""
    named = [phrase for kind, ago in _AGO if ago in relative for phrase in phrases(kind)]
    for phrase in sorted(named, key=len, reverse=True):
        said = f" {said} ".replace(f" {phrase} ", "  ").strip()
    return said


def days_before(said: str, behind_it: str, around_it: str) -> Iterator[int]:
    """How many days, or weeks, before today, by the lists of what stands behind the number and around it: "three days
    ago", "vor 3 Tagen"; none of "a month and two days ago"."""
    words = said.split()
    for at, word in enumerate(words):
        count = int(word) if word.isdecimal() and len(word) < 3 else _counts().get(word)
        if count is None:
            continue
        before, behind = f" {' '.join(words[:at])}", f"{' '.join(words[at + 1 :])} "
        for phrase in phrases(behind_it):
            if behind.startswith(f"{phrase} ") and is_bare((*before.split(), *behind[len(phrase) :].split())):
                yield count
        for lead, _, days in (phrase.rpartition(" ") for phrase in phrases(around_it)):
            rest = before.removesuffix(f" {lead}")
            if (
                rest != before
                and behind.startswith(f"{days} ")
                and is_bare((*rest.split(), *behind[len(days) :].split()))
            ):
                yield count


@cache
def _counts() -> dict[str, int]:
    numbered = (phrase.split() for phrase in phrases("counts"))
    return {word: int(number) for number, *words in numbered for word in words}


def _numbers_another(said: str, days: set[date]) -> bool:
    """Whether it numbers a day besides that is none of these."""
    numbered = {int(match[1]) for word in said.split() if (match := _NUMBERED_DAY.fullmatch(word))}
    return not numbered <= {day.day for day in days}


def _of_month(said: str, today: date) -> Iterator[date]:
    """The latest day of that number: "it was the 23rd"; not where a month is named."""
    words = said.split()
    named = {int(match[1]) for word in words if (match := _NUMBERED_DAY.fullmatch(word))}
    if len(named) != 1 or not is_bare(word for word in words if not _NUMBERED_DAY.fullmatch(word)):
        return
    yield from _numbered(named.pop(), today)


def _numbered(day: int, today: date) -> Iterator[date]:
    """The latest day of that number, in this month or the last."""
    month = today if day <= today.day else today.replace(day=1) - timedelta(days=1)
    if day <= monthrange(month.year, month.month)[1]:
        yield month.replace(day=day)


def weekday_named(words: list[str]) -> int | None:
    """The one weekday that words name; 0 is Monday."""
    named = {weekdays()[word] for word in words if word in weekdays()}
    return named.pop() if len(named) == 1 else None


def dates_beside_weekday(words: list[str]) -> bool:
    """Whether words tell a day in another way than by a weekday: "Monday 3 March", "yesterday, Wednesday"."""
    dated = any(word in months() or _NUMBERED_DAY.fullmatch(word) for word in words)
    return dated or _names_yesterday(" ".join(words))


def _names_yesterday(said: str) -> bool:
    """Whether it names that day, or the one before."""
    return bool({1, 2} & _days_back(said))


@cache
def _day_words() -> frozenset[str]:
    relative = {word for kind, _ago in _AGO for phrase in phrases(kind) for word in phrase.split()}
    return frozenset({*relative, *months(), *weekdays(), *_counts(), "days", "day", "ago"})


@cache
def _typed_words() -> Names:
    return Names(_day_words())


def with_days_mended(text: str) -> str:
    """An answer with a slip or two mended in the word for its day, "yesteday", or with the whole of it: "na quinta";
    empty where there are none."""
    if len(text) <= LONGEST and (whole := with_whole_days(text)) != text:
        return whole
    words = plain(text).split() if len(text) <= _FEW else []
    near = {word: _typed_words().nearest(word) for word in words if not is_day_word(word) and not is_bare((word,))}
    found = {word: day for word, day in near.items() if day is not None}
    return " ".join(found.get(word, word) for word in words) if len(found) == 1 else ""


def names_a_day(text: str) -> bool:
    """Whether a text may name some day before today: one of a month, a weekday, a year, "yesterday", "ago"."""
    said = plain(without_here(text))
    words = set(said.split())
    if words & _sure_days() or any(_NAMED_YEAR.fullmatch(part) for word in words for part in word.split("-")):
        return True
    return _names_yesterday(said)


@cache
def _sure_days() -> frozenset[str]:
    """Words that are part of a day and hardly ever anything else, as "may" and "out" are."""
    long = {name for name in months() if len(name) > _SHORT_MONTH}
    return frozenset({*long, *weekdays(), *phrases("ago"), *phrases("in_month")})


def is_day_word(word: str) -> bool:
    """Whether a word, as `plain` writes it, is part of a day or a time: "3rd", "march", "yesterday", "2026"."""
    numbered = _ORDINAL.fullmatch(word) is not None or _DIGITS.fullmatch(word) is not None or word.isdecimal()
    return numbered or _parted(word).split()[0] in _day_words()


def is_bare_day(text: str) -> bool:
    """Whether a few words are a day and hardly a word beside it: "sorry, it was Tuesday"."""
    beside = phrases("says_so") | phrases("apology") | phrases("no") | phrases("bare_day")
    return all(is_day_word(word) or word.rpartition("'")[2] in beside for word in plain(text).split())


def names(said: str, phrase: str) -> bool:
    """Whether a phrase stands in what was said, both as `plain` writes them."""
    return f" {phrase} " in f" {said} "


def _without_year(said: str, today: date) -> Iterator[date]:
    """The latest day of a day and a month that has come: "24 November", "November 24th"."""
    named = day_and_month(said.split())
    if named is not None:
        yield from latest(*named, today)


def day_and_month(words: list[str]) -> tuple[int, int] | None:
    """The day and the month of it, where words name one month and one number beside it, which may be no day at all."""
    if sum(1 for word in words if word in months()) != 1:
        return None
    at = next(n for n, word in enumerate(words) if word in months())
    beside = [word for word in (*words[max(0, at - 2) : at], *words[at + 1 : at + 2]) if _ORDINAL.fullmatch(word)]
    days = {int(match[1]) for word in beside if (match := _ORDINAL.fullmatch(word))}
    return (days.pop(), months()[words[at]]) if len(days) == 1 else None


def _weekday(said: str, today: date) -> Iterator[date]:
    """The latest weekday of that name before today; none on that very day, for it may be today or a week ago. Where
    another number is told beside it, the latest day of both: "Friday the 27th"; none for "Tuesday the 2nd" that was a
    Monday."""
    words = said.split()
    told = {int(match[1]) for word in words if (match := _NUMBERED_DAY.fullmatch(word))}
    weekday = weekday_named(words)
    if weekday is None or len(told) > 1:
        return
    if told:
        yield from (day for day in _numbered(told.pop(), today) if day.weekday() == weekday)
    elif back := (today.weekday() - weekday) % 7:
        yield today - timedelta(days=back)
