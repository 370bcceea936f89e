"""Dates as mail programs write them, in the languages whose months are known."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo
from zoneinfo import ZoneInfo

from bot.understanding.mail import calendar_words
from bot.understanding.mail.clocks import HOUR, TIME, clock_beside, clocks_in, is_american, is_hour, offset_at, within
from bot.understanding.mail.eras import in_common_years, odd_date

ANY_ZONE = ZoneInfo("UTC")
"""For callers that only ask where a date stands."""

_READ = ("en", "nl", "de", "fr", "es", "it", "pt", "pl")  # the languages of messages
_HALVES_OF_THEIR_OWN = frozenset(("es", "ca"))  # languages that say "a. m.", and put the day first
_OFFSET_ALONE = 5  # characters of a zone that has no name: "+0100"
_FARTHEST_YEAR = 13  # words and signs behind a month
_LONGEST = 300  # characters of a line that are looked at
_NUMBER = re.compile(r"\d{1,9}")
# Thai and Hindi write vowels as marks between their letters, and Thai shortens within words; two Arabic months have two
# words.
_THAI = "[\u0e01-\u0e4e]+"
_HINDI = "[\u0901-\u0963\u0971-\u097f]+"
_TOKEN = re.compile(rf"{_NUMBER.pattern}|{_THAI}(?:\.{_THAI}\.)?|{_HINDI}|(?:تشرين|كانون) [^\W\d_]+|[^\W\d_]+|\S")
_NUMERIC = re.compile(r"(?<![\d:])(\d{1,4})\s?([./年년-])\s?(\d{1,2})\s?([./月월-])\s?(\d{1,4})(?!\d|:\d)[日일]?")


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a line: where it stands, the moment, and whether its zone had to be assumed."""

    start: int
    end: int
    moment: datetime  # zone-aware
    zone_assumed: bool
    sure: bool  # False where day and month could change places


def _year(number: int, digits: int) -> int | None:
    if digits == 4 and 1970 <= number <= 2100:
        return number
    return (2000 if number < 70 else 1900) + number if digits == 2 else None


def _full_year(words: str) -> bool:
    return any(len(number) == 4 for number in re.findall(r"\d+", words))


def _is_full_year(number: str) -> bool:
    return len(number) == 4 and _year(int(number), 4) is not None


def _day(year: int | None, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year else None
    except ValueError:
        return None


def _named(text: str, groups: Iterable[Iterable[str]]) -> tuple[int, int, date] | None:
    """A date whose month is written as a word (3 March 2025, March 3, 2025, 2025. március 3., March-03-25), in the
    first group of languages that has one."""
    tokens, clocks = list(_TOKEN.finditer(text)), clocks_in(text)
    numbers = [at for at, token in enumerate(tokens) if token[0].isdecimal() and not within(token.start(), clocks)]
    near = {at + step for at in numbers for step in (-2, -1, 1, 2, 3)}
    words = [
        (at, calendar_words.folded(token[0]), orders)
        for at, token in enumerate(tokens)
        if at in near and token[0][0].isalpha() and (orders := _orders(text, tokens, numbers, at))
    ]
    if not words:  # as in most lines: the months of any language need not be known
        return None
    return next((found for languages in groups if (found := _with_month(tokens, words, languages))), None)


def _orders(text: str, tokens: Sequence[re.Match[str]], numbers: Sequence[int], at: int) -> list[tuple[int, int]]:
    """The numbers around a word that may be the day and the year if it is a month, the likeliest first."""
    before = [n for n in reversed(numbers) if at - 6 <= n < at][:2]
    after = [n for n in numbers if at < n <= at + 6][:2]
    # Day, month, year; year, month, day; month, day, year; year, day, month. Four digits are a year first.
    orders = [(day, year) for day in before[:1] for year in after[:1]]
    orders += [(year, day) for day, year in orders]
    orders += [(after[0], after[1])] if len(after) == 2 and after[0] <= at + 3 else []
    # "Mon Oct  6 14:05:33 2025": the year stands behind the time, or behind its zone, "GMT+01:00".
    last = next((n for n in numbers if at + 2 < n <= at + _FARTHEST_YEAR and _is_full_year(tokens[n][0])), None)
    orders += [(after[0], last)] if last and after and after[0] <= at + 2 else []
    orders += [(before[0], before[1])] if len(before) == 2 else []
    orders.sort(key=lambda order: len(tokens[order[1]][0]) != 4)
    return [(day, year) for day, year in orders if _may_be_date(text, tokens, day, at, year)]


def _may_be_date(text: str, tokens: Sequence[re.Match[str]], day_at: int, at: int, year_at: int) -> bool:
    """Whether two numbers may be the day and the year of a month."""
    day, year = tokens[day_at][0], tokens[year_at][0]
    if len(day) > 2 or not 1 <= int(day) <= 31 or _year(int(year), len(year)) is None:
        return False
    if len(year) < 4 and is_hour(text, tokens[year_at]):
        return False
    # "mar. 21 oct. 2025": what stands first is no month, but a Tuesday
    return not (at < day_at and any(map(_is_word, tokens[day_at + 1 : year_at])))


def _with_month(
    tokens: Sequence[re.Match[str]],
    words: Iterable[tuple[int, str, Iterable[tuple[int, int]]]],
    languages: Iterable[str],
) -> tuple[int, int, date] | None:
    """The date whose month is one of the words, each with the numbers that may be its day and its year."""
    second: tuple[int, int, date] | None = None
    third: tuple[int, int, date] | None = None
    for language in languages:
        months = calendar_words.months(language)
        for at, word, orders in words:
            if (month := months.get(word)) is None:
                continue
            weekdays = calendar_words.weekdays(language)
            for day_at, year_at in orders:
                day, year = tokens[day_at][0], tokens[year_at][0]
                day_read = _day(_year(int(year), len(year)), month, int(day))
                if day_read is None:
                    continue
                first, last = min(day_at, at, year_at), max(day_at, at, year_at)
                found = (tokens[first].start(), tokens[last].end(), day_read)
                before = [calendar_words.folded(token[0]) for token in tokens[:first]]
                said = [weekdays[name] for name in before if name in weekdays]
                # "lis" is October for some and November for others: the weekday tells.
                if day_read.weekday() in said or not any(token[0][0].isalpha() for token in tokens[:first]):
                    return found
                second, third = (second, third or found) if said else (second or found, third)
    return second or third


def _is_word(token: re.Match[str]) -> bool:
    """Whether it may be a month: neither "th" nor "at", nor the "CEST" between a time and a year."""
    return token[0].isalpha() and len(token[0]) > 2 and not token[0].isupper()


def _may_tell_day(numbers: Sequence[str]) -> bool:
    """Whether one of these may be a day, and another one its year."""
    short = [number for number in numbers if len(number) <= 2]
    return bool(short) and (len(short) > 1 or any(len(n) == 4 and _year(int(n), 4) for n in numbers))


def _numeric(text: str, languages: frozenset[str]) -> tuple[int, int, date, bool] | None:
    """A date in numbers, and whether it is sure. Where day and month could change places, the weekday beside decides,
    and else whether the month stands first where dates are written so."""
    for match in _NUMERIC.finditer(text):
        one, two, three = match[1], match[3], match[5]
        if len(one) == 4 or match[2] in "年년":
            orders = [(one, two, three)]
        elif len(one) <= 2 and len(three) in (2, 4):
            orders = [(three, two, one), (three, one, two)]
            if match[2] == "/" and _puts_month_first(text, languages):
                orders.reverse()
        else:
            continue
        days = [_day(_year(int(y), len(y)), int(m), int(d)) for y, m, d in orders]
        valid = [day for day in days if day]
        if len(set(valid)) > 1 and match[2] in "/-" and (said := _weekdays_beside(text, *match.span(), languages)):
            valid = [day for day in valid if day.weekday() in said] or valid
        if valid:
            return match.start(), match.end(), valid[0], len(set(valid)) == 1
    return None


def _puts_month_first(text: str, languages: frozenset[str]) -> bool:
    """Whether the line tells the time, or how dates are written, as it is done in America: under "Gesendet", too,
    where a program in German keeps an American clock. "9:17 a. m." is Spanish, and there the day stands first.
    """
    if "mm/dd" in text.lower() or is_american(text):
        return True
    if not _HALVES_OF_THEIR_OWN.isdisjoint(languages) and "en" not in languages:
        return False
    return bool(HOUR.search(text)) or any(match["am"] for match in TIME.finditer(text))


def _weekdays_beside(text: str, start: int, end: int, languages: frozenset[str]) -> set[int]:
    """Which weekdays (0 is Monday) the words right before and behind a date may be: "Thu, 03/05/2026", "(jeu.)"."""
    before = [token[0] for token in _TOKEN.finditer(text, max(0, start - 40), start) if token[0][0].isalnum()]
    behind = [token[0] for token in _TOKEN.finditer(text, end, end + 40) if token[0][0].isalnum()]
    words = {calendar_words.folded(word) for word in (*before[-1:], *behind[:1])}
    long = {word for word in words if len(word) > 2}  # "do" is Thursday for some, and "until" for others
    for known, names in ((languages, words), (_READ, long)):
        if said := {
            calendar_words.weekdays(language)[name]
            for language in known
            for name in names & calendar_words.weekdays(language).keys()
        }:
            return said
    return set()


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
    numbers = _NUMBER.findall(text)
    if len(numbers) < 2:  # a day and a year
        return None
    if not text.isascii():
        text = in_common_years(text)
        numbers = _NUMBER.findall(text)
    numeric = _numeric(text, languages)
    named, odd = None, odd_date(text)
    if not odd and _may_tell_day(numbers) and not (numeric and _full_year(text[numeric[0] : numeric[1]])):
        named = _named(text, (sorted(languages), ("en", "nl"), calendar_words.languages()))
    if odd:
        start, end, day, sure = *odd, True
    elif numeric and not (named and _full_year(text[named[0] : named[1]])):
        start, end, day, sure = numeric
    elif named:
        start, end, day, sure = *named, True
    else:
        return None
    clock = clock_beside(text, start, end)
    if clock is None:
        return Found(start, end, in_zone(day, time(), zone), True, sure)
    offset = offset_at(text, max(end, clock[1])) or _offset_between(text, clock[1], end)
    offset = offset or _offset_between(text, end, clock[0])
    last = max(end, clock[1], offset[0] if offset else 0)
    moment = in_zone(day, clock[2], offset[1] if offset else zone)
    return Found(min(start, clock[0]), last, moment, offset is None, sure)


def _offset_between(text: str, end: int, start: int) -> tuple[int, tzinfo] | None:
    """The zone between a time and its day or the year, of which the one ends where the other has not: "10:15 GMT+7, 5
    March 2026", "2026年3月5日 GMT+8 10:15", "Mar 5 10:15:33 CET 2026"; not until when: "10:15-11:00, 5 March 2026"."""
    offset = offset_at(text, end) if end < start else None
    if offset is None or offset[0] > start:
        return None
    said = text[end : offset[0]].strip()
    until = ":" in said and not text[end].isspace()
    return offset if said[0].isalpha() or (len(said) >= _OFFSET_ALONE and not until) else None


def day_without_year(text: str, languages: frozenset[str]) -> tuple[int, int] | None:
    """Where a day and its month stand with a time of day but without a year: "4 mai à 10:12"; or None.

    It says that a line has a date, not which. `languages`: none for any.
    """
    tokens, clocks = list(_TOKEN.finditer(text[:_LONGEST])), clocks_in(text[:_LONGEST])
    days = [at for at, token in enumerate(tokens) if token[0].isdecimal() and not within(token.start(), clocks)]
    months = [calendar_words.months(language) for language in sorted(languages) or calendar_words.languages()]
    for day in days:
        if not (clocks and len(tokens[day][0]) < 3 and 1 <= int(tokens[day][0]) <= 31):
            continue
        for month in (day + 1, day - 1, day + 2, day - 2):  # a point or "de" may stand between
            word = calendar_words.folded(tokens[month][0]) if 0 <= month < len(tokens) else ""
            if any(word in known for known in months):
                ends = (*tokens[day].span(), *tokens[month].span(), *clocks[0])
                return min(ends), max(ends)
    return None


def weekday_before(text: str, start: int, languages: frozenset[str]) -> int:
    """Where a date really begins once the weekday in front of it is counted in. `languages`: none for any."""
    tokens = list(_TOKEN.finditer(text, max(0, start - 40), start))
    for token in reversed(tokens):
        if not token[0][0].isalnum():
            continue
        word = calendar_words.folded(token[0]) if token[0][0].isalpha() else ""
        if word and any(
            word in calendar_words.weekdays(language) for language in languages or calendar_words.languages()
        ):
            return token.start()
        break
    return start
