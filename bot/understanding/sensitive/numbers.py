"""Where a text holds numbers that must never be kept: cards, bank accounts, citizens' numbers.

A number is found by its shape, whatever stands between its parts, and by its check digits. Where these tell too little,
a word beside it must say what it is, or the head of its column, or a number before it in the same list; where a word
directly before it says that it is another number (an order, a phone), it stays.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple

from bot.understanding.sensitive.kinds import KINDS, Kind
from bot.understanding.sensitive.tables import Table, tables
from bot.understanding.sensitive.words import (
    Name,
    is_another,
    is_another_behind,
    is_called,
    is_first_of_two,
    is_named,
    is_near_another,
    is_next,
)

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
    kinds = [kind for kind in KINDS if _may_hold(kind, folded)] if places else []
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
    gap = _GAP.search(folded, start, end)
    return gap.end() if gap else end


class _Looked:
    """A text, and which numbers were seen in it: of a list only the first has a name."""

    def __init__(self, text: str, folded: str) -> None:
        self._text = text
        self._addresses = "@" in text or "://" in text or "www." in text
        self._folded = folded
        self._named: dict[Name, int] = {}  # where the last number of that name ends
        self._other = -1  # where the last ends that is called something else
        self._tables: dict[Name, list[Table]] = {}

    def end(self, kind: Kind, start: int, end: int) -> int:
        """Where the number ends, if it is one of that kind; else 0."""
        for stop in (end,) if kind.ends is None else kind.ends(self._folded, start, end):
            written = self._text[start:stop]
            number = _BETWEEN.sub("", self._folded[start:stop])
            sure = kind.sure or (kind.sure_in_parts and written != number)
            for check in kind.checks:
                if self._is_one(kind, check, written, number, start, sure=sure):
                    return stop
        return 0

    def _is_one(
        self,
        kind: Kind,
        check: tuple[Callable[[str], bool], Name | None],
        written: str,
        number: str,
        start: int,
        *,
        sure: bool,
    ) -> bool:
        holds, named = check
        if not holds(number):
            return False
        if sure:
            return True
        stop = start + len(written)
        if named is None:
            if _may_be_words(written):
                return False
            other = self._is_other(kind, start, stop)
        elif (table := self._table(start, named)) and (start, stop) in table.cells:
            other = False
        elif is_named(self._folded, start, stop, named, since=self._folded.rfind("\n", 0, start) if table else 0):
            called = is_another(self._folded, start)
            other = called and not is_first_of_two(self._folded, start, named)
            if not called:
                self._named[named] = stop
        elif is_next(self._folded, self._named.get(named, -1), start):
            other = is_another_behind(self._folded, stop)
            self._named[named] = stop
        else:
            return False
        if other:
            self._other = stop
        return not other and not (self._addresses and _in_address(self._text, start, stop))

    def _is_other(self, kind: Kind, start: int, stop: int) -> bool:
        """Whether a number that its looks alone tell is called something else."""
        folded = self._folded
        if (self._other >= 0 and is_next(folded, self._other, start)) or is_another_behind(folded, stop):
            return True
        if not kind.weak:
            return is_another(folded, start) and not (kind.called and is_called(folded, start, kind.called))
        if not is_near_another(folded, start):
            return False
        own = any(named and is_named(folded, start, stop, named) for _holds, named in kind.checks)
        return not own or is_another(folded, start)

    def _table(self, start: int, named: Name) -> Table | None:
        """The table with that name in its head in which a number stands."""
        if named not in self._tables:
            self._tables[named] = list(tables(self._folded, named.pattern))
        if not (all_of_them := self._tables[named]):
            return None
        at = bisect_right(all_of_them, start, key=lambda table: table.start) - 1
        return all_of_them[at] if at >= 0 and start < all_of_them[at].end else None


def _may_hold(kind: Kind, folded: str) -> bool:
    return any(named is None or any(sign in folded for sign in named.signs) for _holds, named in kind.checks)


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


_DIGITS = re.compile(r"[0-9](?:[^0-9]{0,6}[0-9]){4,200}")
_GAP = re.compile(r"[^\W_]+[\W_]+(?=[^\W_])")
_BETWEEN = re.compile(r"[^0-9a-z]+")
_IN_LINK = re.compile(r"(?:://|www\.)\S*$")
_IN_ADDRESS = re.compile(r"[\w.+-]{0,64}@[\w-]")
