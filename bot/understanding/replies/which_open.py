"""Which of the open cases a few words ask for: "what is overdue?", "what is due this week?", "which are mine?".

The words stand in `data/which_open.toml`.
"""

from calendar import monthrange
from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise, zip_longest

from bot.understanding.replies.answers import longest, phrases, plain, says_not
from bot.understanding.replies.days import day_and_month, is_day_word, weekday_named

FILE = "which_open"
_MOST_NAMES = 3  # words of a colleague's name
_WEEK = timedelta(days=7)
_LENGTHS = {"days": timedelta(days=1), "weeks": _WEEK}
_LONG_PAST = timedelta(days=60)
_LONG_NUMBER = 4  # digits


@dataclass(frozen=True, slots=True)
class WhichOpen:
    """Which ones: all that is named must hold of a case."""

    closed: bool = False  # no open one is asked for
    late: bool = False
    paused: bool = False
    by: date | None = None  # those due later are not asked for
    nobodys: bool = False
    own: bool = False
    owners: frozenset[str] = frozenset()  # words of a colleague's name

    def __bool__(self) -> bool:
        return self != WhichOpen()


def which_open(text: str, today: date, names: Set[str] = frozenset()) -> WhichOpen:
    """Which ones words ask for; all of them where they deny something that we can't tell ("not due this week").

    Args:
        names: words of the names of colleagues who have open cases.
    """
    words = plain(text).split()
    nobodys = without_phrases(words, "nobodys")
    if says_not(" ".join(nobodys)):
        return WhichOpen()
    by, timeless = _until(words, today)
    named = may_name_colleague(text)
    return WhichOpen(
        closed=_says(words, "closed"),
        late=by is None and _says(words, "late"),  # "overdue or due today" are the ones until today
        paused=_says(words, "paused"),
        by=by,
        nobodys=nobodys != words,
        own=_says(timeless, "own"),
        owners=named if named <= names else frozenset(),
    )


def may_name_colleague(text: str) -> frozenset[str]:
    """The words that may be a colleague's name where few words ask what somebody has in hand, and nothing else: "what
    is Pieter working on?"."""
    words = plain(text).split()
    beside = phrases("in_hand", FILE) | phrases("beside_open", "asides") | phrases("asks_open", "asides")
    beside |= phrases("polite") | phrases("paused", FILE) | phrases("late", FILE)
    names = frozenset(_owner(word) for word in words if word not in beside)
    return names if len(names) < len(words) and len(names) <= _MOST_NAMES else frozenset()


def without_until(words: list[str]) -> list[str]:
    """The words without the day until which something is asked for: "by Friday", "before 6 April", "in 10 days"."""
    left, run = list[str](), list[str]()
    for word, behind in zip_longest(words, words[1:], fillvalue=""):
        begins = word in phrases("until", FILE) or (word.isdecimal() and behind in phrases("units", "asides"))
        if begins or (run and (_is_of_day(word) or word in phrases("beside_until", FILE))):
            run.append(word)
            continue
        left += [word] if any(map(_is_of_day, run)) else [*run, word]
        run = []
    return left if any(map(_is_of_day, run)) else [*left, *run]


def _is_of_day(word: str) -> bool:
    return word in phrases("units", "asides") or is_day_word(word)


def _until(words: list[str], today: date) -> tuple[date | None, list[str]]:
    """The last day of those that are named, a week's being its Sunday; and the other words: "este mes" is no "mes"."""
    sunday = today + timedelta(days=6 - today.weekday())
    next_month = (today.replace(day=1) + timedelta(days=31)).replace(day=1)
    ends = {
        "today": today,
        "tomorrow": today + timedelta(days=1),
        "this_week": sunday,
        "next_week": sunday + _WEEK,
        "this_month": next_month - timedelta(days=1),
    }
    last = max((end for kind, end in ends.items() if _says(words, kind)), default=None)
    for kind in ends:
        words = without_phrases(words, kind)
    if last is None and not _says(words, "after"):
        last = _day_named(words, today)
    return last, words


def _day_named(words: list[str], today: date) -> date | None:
    """The one day to come that they name: "Friday", "6 April", "the next 10 days"; or one of the last weeks."""
    if days := list(dated(words, (today.year, today.year + 1))):
        return next((one for one in days if one > today - _LONG_PAST), None)
    if (length := length_of(words)) is not None:
        return today + length
    weekday = weekday_named(words)
    return today + timedelta(days=(weekday - today.weekday()) % 7) if weekday is not None else None


def dated(words: list[str], years: tuple[int, ...]) -> Iterator[date]:
    """The one day of a month that words name, in each of these years."""
    if (named := day_and_month(words)) is not None:
        day, month = named
        yield from (date(year, month, day) for year in years if 0 < day <= monthrange(year, month)[1])


def length_of(words: list[str]) -> timedelta | None:
    """How many days or weeks they name: "the next 10 days"."""
    for count, unit in pairwise(words):
        length = next((days for kind, days in _LENGTHS.items() if unit in phrases(kind, FILE)), None)
        if length is not None and count.isdecimal() and len(count) < _LONG_NUMBER:
            return int(count) * length
    return None


def _owner(word: str) -> str:
    return word.removesuffix("'s")


def _says(words: list[str], kind: str) -> bool:
    return without_phrases(words, kind) != words


def without_phrases(words: list[str], kind: str) -> list[str]:
    """The words without the phrases of a list."""
    known, left, at = phrases(kind, FILE), list[str](), 0
    while at < len(words):
        lengths = range(longest(kind, FILE), 0, -1)
        said = next((n for n in lengths if " ".join(words[at : at + n]) in known), 0)
        left += [] if said else [words[at]]
        at += said or 1
    return left
