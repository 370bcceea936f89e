"""Where a text holds numbers that must never be kept: cards, bank accounts, citizens' numbers.

A number is found by its shape, whatever stands between its parts, and by its check digits. Where these tell too little,
a word beside it must say what it is, or the head of its column, or a number before it in the same list; where a word
directly before it says that it is another number (an order, a phone), it stays.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from bot.understanding.sensitive.kinds import KINDS, TOGETHER, Kind
from bot.understanding.sensitive.others import (
    another,
    is_another_behind,
    is_listed_with_others,
    is_near_another,
    other_head,
    says_number,
)
from bot.understanding.sensitive.tables import Heads
from bot.understanding.sensitive.words import Name, is_called, is_first_of_two, is_named, is_next, is_of_another
from bot.understanding.wordlists import has_any

_AROUND = 20  # characters of such a number beside its digits: "NL91 ABNA", "RSS MRA", "MTLC AST0 01S"
_APART = 100  # characters between digits that are looked at together; fewer places are found faster than more

_LONGEST_LINK = 80  # characters before a number within a link


class Cut(NamedTuple):
    """What must go: where it stands, and what it is."""

    start: int
    end: int
    name: str


def numbers_in(text: str, folded: str) -> Iterator[Cut]:
    """The numbers of a text that must go. `folded` is the same text by `words.fold`."""
    places = list(_places(folded))
    if not places:
        return
    runs = TOGETHER.findall(folded)
    together = [len(run) if run.isdecimal() else sum(map(run.count, "0123456789")) for run in runs]
    digits, longest = sum(together), max(together)
    kinds = [
        kind
        for kind, least, signs in _SOUGHT
        if least <= longest and kind.fewest <= digits and (not signs or has_any(folded, signs))
    ]
    looked = _Looked(text, folded)
    for low, high in places:
        ends: dict[int, int] = {}  # of those found here, by where they begin: of two kinds one is enough
        for kind in kinds:
            at = low
            while match := kind.pattern.search(folded, at, high):
                start = match.start()
                end = ends.get(start, 0)
                if end < match.end() and (end := looked.end(kind, start, match.end())):
                    ends[start] = end
                    yield Cut(start, end, kind.name)
                at = end or _second_part(folded, start, match.end())


def _places(folded: str) -> Iterator[tuple[int, int]]:
    """Where digits stand so close to each other that they may be such a number, with what is around them."""
    low = high = -1
    for match in _DIGITS.finditer(folded):
        if high >= 0 and match.start() - high > _APART:
            yield max(0, low - _AROUND), high + _AROUND
            low = -1
        low, high = match.start() if low < 0 else low, match.end()
    if high >= 0:
        yield max(0, low - _AROUND), min(len(folded), high + _AROUND)


def _second_part(folded: str, start: int, end: int) -> int:
    """Where to look on when what was found is no such number: it may begin one part later."""
    gap = _GAP.match(folded, start, end)
    return gap.end() if gap else end


class _Looked:
    """A text, and which numbers were seen in it: of a list only the first has a name."""

    def __init__(self, text: str, folded: str) -> None:
        self._text = text
        self._addresses = "@" in text or "://" in text or "www." in text
        self._folded = folded
        self._named: dict[Name, tuple[int, bool]] = {}  # where the last beside that name ends, and whether it was it
        self._last = (-1, False)  # where the last ends that its looks alone tell, and whether it is called otherwise
        self._heads = Heads(folded, _heads)

    def end(self, kind: Kind, start: int, end: int) -> int:
        """Where the number ends, if it is one of that kind; else 0."""
        for stop in (end,) if kind.ends is None else kind.ends(self._folded, start, end):
            number = self._folded[start:stop].translate(_BETWEEN)
            for holds, named in kind.checks:
                if holds(number) and self._goes(kind, named, start, stop, in_parts=len(number) < stop - start):
                    return stop
        return 0

    def _goes(self, kind: Kind, named: Name | None, start: int, stop: int, *, in_parts: bool) -> bool:
        """Whether a number whose digits hold is what they make it."""
        if kind.sure:
            return True
        head, since = self._heads.over(start)
        if head and self._heads.is_alone(start, stop):
            if _other_head().fullmatch(head):
                return False
            if named and named.over.fullmatch(head):
                return True
        if named is not None:
            goes = self._is_called(named, start, stop, since)
        elif kind.sure_in_parts and in_parts:
            other = another(self._folded, start, since)
            goes = other < 0 or not says_number(self._folded, other, start)  # "our ref: 4532 0151 1283 0366"
        else:
            goes = not _may_be_words(self._text[start:stop]) and not self._is_other(kind, start, stop, since)
        return goes and not (self._addresses and _in_address(self._text, start, stop))

    def _is_called(self, named: Name, start: int, stop: int, since: int) -> bool:
        """Whether a number whose digits tell too little has that name."""
        folded, (last, goes) = self._folded, self._named.get(named, (-1, False))
        follows = is_next(folded, last, start)
        if is_named(folded, start, stop, named, since=since):
            if (other := another(folded, start, since, files=True)) >= 0:
                goes = is_first_of_two(folded, start, stop, named) or is_of_another(folded, other, start, named)
            else:
                goes = goes if follows else not is_listed_with_others(folded, start, stop, since)
        elif not follows:
            return False
        else:
            goes = goes and not is_another_behind(folded, stop)
        self._named[named] = (stop, goes)
        return goes

    def _is_other(self, kind: Kind, start: int, stop: int, since: int) -> bool:
        """Whether a number that its looks alone tell is called something else."""
        folded, (last, other) = self._folded, self._last
        follows = not since and is_next(folded, last, start)  # a cell of a table stands for itself
        if not (follows and other):
            other = self._is_called_otherwise(kind, start, stop, since) or (
                not follows and not since and is_listed_with_others(folded, start, stop)
            )
        self._last = (stop, other)
        return other

    def _is_called_otherwise(self, kind: Kind, start: int, stop: int, since: int) -> bool:
        folded = self._folded
        if is_another_behind(folded, stop):
            return True
        if not kind.weak:
            other = another(folded, start, since)
            return other >= 0 and not (kind.called and is_called(folded, other, kind.called))
        if not is_near_another(folded, start, since):
            return False
        own = any(named and is_named(folded, start, stop, named, since=since) for _holds, named in kind.checks)
        return not own or another(folded, start, since) >= 0


def _signs(kind: Kind) -> tuple[str, ...]:
    """Without any of these in a text, it holds no number of that kind; none for one that goes without a name."""
    names = [named for _holds, named in kind.checks if named]
    return tuple(sign for named in names for sign in named.signs) if len(names) == len(kind.checks) else ()


@cache
def _other_head() -> re.Pattern[str]:
    return re.compile(other_head())


@cache
def _heads() -> re.Pattern[str]:
    """The heads of all columns that tell what their numbers are. It takes long to make, and few texts hold a table."""
    names = {named.head for kind in KINDS for _holds, named in kind.checks if named}
    return re.compile("|".join(sorted(names | {other_head()})))


def _in_address(text: str, start: int, end: int) -> bool:
    """Whether it is a part of a mail address or of a link."""
    before = text[max(0, start - _LONGEST_LINK) : start]
    return (
        _IN_ADDRESS.match(text, end) is not None
        or before[-1:] == "@"
        or (_is_link(before) and _IN_LINK.search(before) is not None)
    )


def _is_link(before: str) -> bool:
    return "://" in before or "www." in before


def _may_be_words(number: str) -> bool:
    """Whether blanks part small letters from its digits: "order 20260013 a week ago"."""
    return number.upper() != number and any(map(str.isspace, number))


_SOUGHT = [(kind, kind.fewest if kind.together is None else kind.together, _signs(kind)) for kind in KINDS]
_DIGITS = re.compile(r"[0-9](?:[^0-9]{0,6}[0-9]){4,200}")
_GAP = re.compile(r"[^\W_]+[\W_]+(?=[^\W_])")
_BETWEEN = str.maketrans("", "", " \t\r\n.,;:-−>/_|·•∙⋅°º")  # what may stand between the parts of a number
_IN_LINK = re.compile(r"(?:://|www\.)\S*$")
_IN_ADDRESS = re.compile(r"[\w.+-]{0,64}@[\w-]")
