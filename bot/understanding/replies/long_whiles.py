"""A time before today of which no day is told: "from last month", "3 weeks old", "since January"."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from bot.understanding.replies.answers import of_arrival, phrases, plain

_NUMBERED = re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|e|er|ste|de)?")
_NEAR = 3  # words between "since" and what it counts, or between that and "old"
_MOST = 3  # digits of how many
_LONG_AGO = re.compile(r"(?<!\d)(?:19\d\d|200\d|201[0-7])(?!\d)")  # no day on which something came in
_OF_FORM = re.compile(r"\s*\d{4}-\d\d-\d\d\s*")  # as a form's own field for a day sends it


def names_a_while(part: str) -> bool:
    """Whether a part of a note names weeks, days or months that are past: "last week", "3 days open"."""
    words = plain(part).split()
    if any(_is_last(*two) for two in pairwise(words)) or _ends_with_a_day(words):
        return True
    counted = (at for at, word in enumerate(words) if word in phrases("units") and at and _counts(words[at - 1]))
    return any(_is_past(words, at) for at in counted)


def _ends_with_a_day(words: Sequence[str]) -> bool:
    """Whether words end with the number of a day: "60011 from the 3rd"."""
    *before, last = words or [""]
    if not _NUMBERED.fullmatch(last):
        return False
    if before and before[-1] in phrases("articles_of_days"):
        before.pop()
    return bool(before) and before[-1] in phrases("from_day") | phrases("since")


def _is_last(one: str, other: str) -> bool:
    last = phrases("last_day")
    return (one in last and other in phrases("units")) or (one in phrases("units") and other in last)


def _is_past(words: Sequence[str], at: int) -> bool:
    """Whether words beside so many days say that they lie behind: "since two weeks", "two weeks old"."""
    before, behind = words[max(0, at - 1 - _NEAR) : at - 1], words[at + 1 : at + 1 + _NEAR]
    return not (phrases("while_before").isdisjoint(before) and phrases("while_behind").isdisjoint(behind))


@cache
def _numbers() -> frozenset[str]:
    counts = {word for phrase in phrases("counts") for word in phrase.split()}
    return frozenset(counts) | phrases("while_counts") | phrases("some_days")


def _counts(word: str) -> bool:
    return (word.isdecimal() and len(word) < _MOST) or word in _numbers()


def is_member_since(words: Sequence[str]) -> bool:
    """Whether words say since when somebody is a customer: "customer since 5 January"."""
    return any(one in phrases("customers") and other in phrases("since") for one, other in pairwise(words))


def of_birthday(text: str) -> bool:
    """Whether words name a day so long ago that nothing came in then, and say nothing of that: "it's 12 May 1980"."""
    return _LONG_AGO.search(text) is not None and _OF_FORM.fullmatch(text) is None and not of_arrival(text)
