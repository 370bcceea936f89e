"""The cells of a table that stand under a name in its head: "name;bsn", then rows of a person each."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_MARKS = ("|", "\t", ";", ",")  # what parts the cells: the first of these that stands in the head
_LONGEST = 1_000  # characters of a line of a table
_AROUND = " \"'*\r"  # around what a cell says
_RULE = re.compile(r"[\s|:+-]+")  # below the head


class Table(NamedTuple):
    """Where the rows of a table stand, and in them the cells under a name, without what is around their words."""

    start: int
    end: int
    cells: frozenset[tuple[int, int]]


def tables(folded: str, names: re.Pattern[str], heads: frozenset[str] | None = None) -> Iterator[Table]:
    """The tables that have one of the names in their head. With `heads`, it must hold one of these words, too: what
    stands beside a name may be its value."""
    at = 0
    while match := names.search(folded, at):
        start = max(at, folded.rfind("\n", at, match.start()) + 1)
        end = folded.find("\n", match.end())
        if end < 0:
            return
        at = end + 1
        mark = next((mark for mark in _MARKS if mark in folded[start:end]), None) if end - start <= _LONGEST else None
        if mark is None:
            continue
        head = [cell.strip(_AROUND) for cell in folded[start:end].split(mark)]
        under = [place for place, cell in enumerate(head) if names.fullmatch(cell)]
        if not under or (heads is not None and not any(heads.intersection(cell.split()) for cell in head)):
            continue
        cells: list[tuple[int, int]] = []
        for line, row in _rows(folded, at, mark, len(head)):
            cells += filter(None, (_words(line, row, place) for place in under))
            at = line + sum(map(len, row)) + len(row)
        if at > end + 1:
            yield Table(end + 1, at, frozenset(cells))


def _words(line: int, row: list[str], place: int) -> tuple[int, int] | None:
    """Where the words of a cell stand in the text."""
    cell = row[place]
    start = line + sum(map(len, row[:place])) + place + len(cell) - len(cell.lstrip(_AROUND))
    said = cell.strip(_AROUND)
    return (start, start + len(said)) if said else None


def _rows(folded: str, at: int, mark: str, count: int) -> Iterator[tuple[int, list[str]]]:
    """The lines from there on that have so many cells, each with its place."""
    while at < len(folded):
        end = folded.find("\n", at)
        end = len(folded) if end < 0 else end
        if end - at > _LONGEST:
            return
        line = folded[at:end]
        cells = line.split(mark)
        if len(cells) != count:
            return
        if not _RULE.fullmatch(line):
            yield at, cells
        at = end + 1
