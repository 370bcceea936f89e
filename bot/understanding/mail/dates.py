"""Dates as mail programs write them, in the languages that babel knows the months of."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import cache
from unicodedata import combining, normalize
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError

from bot.understanding.mail import lexicon

ANY_ZONE = ZoneInfo("UTC")
"""For callers that only ask where a date stands."""

_LONGEST = 300  # characters of a line that are looked at
_TOKEN = re.compile(r"\d{1,9}|[^\W\d_]+|\S")
_NUMERIC = re.compile(r"(?<![\d:])(\d{1,4})\s?([./年년-])\s?(\d{1,2})\s?([./月월-])\s?(\d{1,4})(?!\d|:\d)")
_TIME = re.compile(
    r"(?<![\d+-])(?:(?P<half>de|du|öö|ös|上午|下午|午前|午後|오전|오후)\.?\s?)?"
    r"(?P<h>\d{1,2})(?:\s?[:：h時时点]\s?|\.)(?P<m>\d{2})(?:[:.](?P<s>\d{2}))?(?!\d)"
    r"\s{0,2}(?:(?P<am>[ap])\.?\s?m\b\.?|(?P<greek>[μπ]\.?μ)\.?)?",
    re.IGNORECASE,
)
_HOUR = re.compile(r"(?<![\d+-])(\d{1,2})\s?([ap])\.?\s?m\b", re.IGNORECASE)
_OFFSET = re.compile(r"\s{0,3}\(?\s?(?:(?:GMT|UTC)\s?)?([+\-−])(\d{1,2}):?(\d{2})?(?!\d)")
_ZONE = re.compile(r"\s{0,3}\(?([A-ZČ]{1,5})\b")
_AFTERNOON = frozenset(("p", "du", "ös", "μμ", "下午", "午後", "오후"))
# Zone names that mail programs print, in minutes east of UTC.
_ZONES = {
    "Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "WET": 0, "WEST": 60, "BST": 60, "CET": 60, "MEZ": 60, "CEST": 120,
    "MESZ": 120, "EET": 120, "EEST": 180, "MSK": 180, "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420,
    "MDT": -360, "PST": -480, "PDT": -420, "JST": 540, "KST": 540, "SEČ": 60, "SELČ": 120, "HNEC": 60,
    "HAEC": 120, "BRT": -180, "TRT": 180, "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780,
}  # fmt: skip

_REGIONAL = {"de": {"janner": 1, "jann": 1, "feber": 2}}  # months of Austria, without accents


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a line: where it stands, the moment, and whether its zone had to be assumed."""

    start: int
    end: int
    moment: datetime  # zone-aware
    zone_assumed: bool
    sure: bool  # False where day and month could change places


@cache
def _names(language: str) -> tuple[dict[str, int], dict[str, int]]:
    """Months (1-12) and weekdays (0 is Monday) of one language, wide and short, folded."""
    found: tuple[dict[str, int], dict[str, int]] = ({}, {})
    for script in (language, f"{language}_Latn"):  # Serbian is written in both
        try:
            locale = Locale.parse(script)
        except (ValueError, UnknownLocaleError):
            continue
        for names, kinds in zip(found, (locale.months, locale.days), strict=True):
            for context in ("format", "stand-alone"):
                for width in ("abbreviated", "wide"):
                    for number, name in kinds[context][width].items():
                        names.setdefault(_word(name), number)
    found[0].update(_REGIONAL.get(language, {}))
    return found


def _word(name: str) -> str:
    """A name without its case and its accents, which some programs leave out."""
    bare = normalize("NFD", name.casefold().rstrip("."))
    return "".join(letter for letter in bare if not combining(letter))


@cache
def _languages() -> tuple[str, ...]:
    return tuple(language for language in lexicon.table("headers"))


@cache
def _months(language: str) -> dict[str, int]:
    """Every name of a month, and every beginning of three letters or more that tells it: which month it is."""
    names = _names(language)[0]
    told: dict[str, set[int]] = {}
    for name, number in names.items():
        for end in range(3, len(name)):
            told.setdefault(name[:end], set()).add(number)
    return {name: min(numbers) for name, numbers in told.items() if len(numbers) == 1} | names


def _year(number: int, digits: int) -> int | None:
    if digits == 4 and 1970 <= number <= 2100:
        return number
    return (2000 if number < 70 else 1900) + number if digits == 2 else None


def _full_year(words: str) -> bool:
    return any(len(number) == 4 for number in re.findall(r"\d+", words))


def _day(year: int | None, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year else None
    except ValueError:
        return None


def _named(text: str, languages: Iterable[str]) -> tuple[int, int, date] | None:
    """A date whose month is written as a word: 3 March 2025, March 3, 2025, 2025. március 3., March-03-25."""
    tokens = list(_TOKEN.finditer(text))
    numbers = [at for at, token in enumerate(tokens) if token[0].isdecimal()]
    if len(numbers) < 2:  # a day and a year
        return None
    near = {at + step for at in numbers for step in (-2, -1, 1, 2, 3)}
    words = [(at, _word(token[0])) for at, token in enumerate(tokens) if at in near and token[0][0].isalpha()]
    second: tuple[int, int, date] | None = None
    third: tuple[int, int, date] | None = None
    for language in languages:
        named = [(at, month) for at, word in words if (month := _months(language).get(word)) is not None]
        weekdays = _names(language)[1] if named else {}
        for at, month in named:
            before = [n for n in reversed(numbers) if at - 6 <= n < at][:2]
            after = [n for n in numbers if at < n <= at + 6][:2]
            # Day, month, year; year, month, day; month, day, year; year, day, month. Four digits are a year first.
            orders = [(day, year) for day in before[:1] for year in after[:1]]
            orders += [(year, day) for day, year in orders]
            orders += [(after[0], after[1])] if len(after) == 2 and after[0] <= at + 3 else []
            # "Mon Oct  6 14:05:33 2025": the year stands behind the time.
            last = next((n for n in numbers if at + 2 < n <= at + 9 and len(tokens[n][0]) == 4), None)
            orders += [(after[0], last)] if last and after[0] <= at + 2 else []
            orders += [(before[0], before[1])] if len(before) == 2 else []
            orders.sort(key=lambda order: len(tokens[order[1]][0]) != 4)
            for day_at, year_at in orders:
                day, year = tokens[day_at][0], tokens[year_at][0]
                clock = text[tokens[year_at].end() : tokens[year_at].end() + 1] == ":"
                # "mar. 21 oct. 2025": what stands first is no month, but a Tuesday
                if len(day) > 2 or clock or (at < day_at and any(map(_is_word, tokens[day_at + 1 : year_at]))):
                    continue
                day_read = _day(_year(int(year), len(year)), month, int(day))
                if day_read is None:
                    continue
                first, last = min(day_at, at, year_at), max(day_at, at, year_at)
                found = (tokens[first].start(), tokens[last].end(), day_read)
                said = [weekdays[_word(token[0])] for token in tokens[:first] if _word(token[0]) in weekdays]
                # "lis" is October for some and November for others: the weekday tells.
                if day_read.weekday() in said or not any(token[0][0].isalpha() for token in tokens[:first]):
                    return found
                second, third = (second, third or found) if said else (second or found, third)
    return second or third


def _is_word(token: re.Match[str]) -> bool:
    """Whether it may be a month: neither "th" nor "at", nor the "CEST" between a time and a year."""
    return token[0].isalpha() and len(token[0]) > 2 and not token[0].isupper()


def _numeric(text: str, month_first: bool) -> tuple[int, int, date, bool] | None:
    for match in _NUMERIC.finditer(text):
        one, two, three = match[1], match[3], match[5]
        if len(one) == 4:
            orders = [(one, two, three)]
        elif len(one) <= 2 and len(three) in (2, 4):
            orders = [(three, two, one), (three, one, two)]
            if month_first and match[2] == "/":
                orders.reverse()
        else:
            continue
        days = [_day(_year(int(y), len(y)), int(m), int(d)) for y, m, d in orders]
        valid = [day for day in days if day]
        if valid:
            return match.start(), match.end(), valid[0], len(set(valid)) == 1
    return None


def _clock(text: str, day_start: int, day_end: int) -> tuple[int, int, time] | None:
    """The time of day beside a date: after it, or else before it, or else between its month and its year."""
    for start, end in ((day_end, min(len(text), day_end + 40)), (0, day_start), (day_start, day_end)):
        for match in _TIME.finditer(text, start, end):
            if start == day_start and ":" not in match[0]:
                continue
            half = (match["half"] or match["am"] or (match["greek"] or "").replace(".", "")).casefold()
            clock = _time(int(match["h"]), int(match["m"]), int(match["s"] or 0), half)
            if clock:
                return match.start(), match.start() + len(match[0].rstrip()), clock
        for match in _HOUR.finditer(text, start, end):
            clock = _time(int(match[1]), 0, 0, match[2].casefold())
            if clock:
                return match.start(), match.end(), clock
    return None


def _time(hour: int, minute: int, second: int, half: str) -> time | None:
    if half and hour <= 12:
        hour = hour % 12 + (12 if half in _AFTERNOON else 0)
    return time(hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


def _offset(text: str, start: int) -> tuple[int, tzinfo] | None:
    """The zone that follows a time, and where it ends."""
    if match := _OFFSET.match(text, start):
        minutes = int(match[2]) * 60 + int(match[3] or 0)
        if minutes <= 14 * 60:
            sign = 1 if match[1] == "+" else -1
            return match.end(), timezone(timedelta(minutes=sign * minutes))
    if (match := _ZONE.match(text, start)) and match[1] in _ZONES:
        return match.end(), timezone(timedelta(minutes=_ZONES[match[1]]))
    return None


def in_zone(day: date, clock: time, zone: tzinfo) -> datetime:
    """A wall-clock time in a zone; where clocks change, the earlier instant wins."""
    naive = datetime.combine(day, clock)
    try:
        first = min(naive.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
        return first.astimezone(zone)
    except OverflowError:
        return naive.replace(tzinfo=zone)


def find_date(text: str, zone: ZoneInfo, languages: frozenset[str] = frozenset()) -> Found | None:
    """The first date in a line, or None. A date without a zone is read in `zone`; `languages` are tried first."""
    text = text[:_LONGEST]
    if not any(character.isdigit() for character in text):
        return None
    groups = (sorted(languages), ("en", "nl"), _languages())
    half_day = _HOUR.search(text) or any(match["am"] for match in _TIME.finditer(text))
    numeric = _numeric(text, month_first=bool(half_day) or "mm/dd" in text.lower())
    named = None
    if not (numeric and _full_year(text[numeric[0] : numeric[1]])):
        named = next((found for group in groups if (found := _named(text, group))), None)
    if numeric and not (named and _full_year(text[named[0] : named[1]])):
        start, end, day, sure = numeric
    elif named:
        start, end, day, sure = *named, True
    else:
        return None
    clock = _clock(text, start, end)
    if clock is None:
        return Found(start, end, in_zone(day, time(), zone), True, sure)
    offset = _offset(text, max(end, clock[1]))
    last = offset[0] if offset else max(end, clock[1])
    moment = in_zone(day, clock[2], offset[1] if offset else zone)
    return Found(min(start, clock[0]), last, moment, offset is None, sure)


def weekday_before(text: str, start: int, languages: frozenset[str]) -> int:
    """Where a date really begins once the weekday in front of it is counted in. `languages`: none for any."""
    tokens = list(_TOKEN.finditer(text, max(0, start - 40), start))
    for token in reversed(tokens):
        if not token[0][0].isalnum():
            continue
        word = _word(token[0])
        if any(word in _names(language)[1] for language in languages or _languages()):
            return token.start()
        break
    return start
