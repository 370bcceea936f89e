"""Which of the open cases a few words ask for: "what is overdue?", "what is due this week?", "which are mine?".

The words stand in `data/which_open.toml`.
"""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date, timedelta

from bot.understanding.replies.answers import longest, phrases, plain, says_not

_FILE = "which_open"
_MOST_NAMES = 3  # words of a colleague's name
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class WhichOpen:
    """Which ones: all that is named must hold of a case."""

    late: bool = False
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
    nobodys = _without(words, "nobodys")
    if says_not(" ".join(nobodys)):
        return WhichOpen()
    by, timeless = _until(words, today)
    named = may_name_colleague(text)
    return WhichOpen(
        late=by is None and _says(words, "late"),  # "overdue or due today" are the ones until today
        by=by,
        nobodys=nobodys != words,
        own=_says(timeless, "own"),
        owners=named if named <= names else frozenset(),
    )


def may_name_colleague(text: str) -> frozenset[str]:
    """The words that may be a colleague's name where few words ask what somebody has in hand, and nothing else: "what
    is Pieter working on?"."""
    words = plain(text).split()
    beside = phrases("in_hand", _FILE) | phrases("beside_open", "asides") | phrases("asks_open", "asides")
    names = frozenset(_owner(word) for word in words if word not in beside)
    return names if len(names) < len(words) and len(names) <= _MOST_NAMES else frozenset()


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
        words = _without(words, kind)
    return last, words


def _owner(word: str) -> str:
    return word.removesuffix("'s")


def _says(words: list[str], kind: str) -> bool:
    return _without(words, kind) != words


def _without(words: list[str], kind: str) -> list[str]:
    """The words without the phrases of a list."""
    known, left, at = phrases(kind, _FILE), list[str](), 0
    while at < len(words):
        lengths = range(longest(kind, _FILE), 0, -1)
        said = next((n for n in lengths if " ".join(words[at : at + n]) in known), 0)
        left += [] if said else [words[at]]
        at += said or 1
    return left
