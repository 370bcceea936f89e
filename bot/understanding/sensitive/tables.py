"""The tables of a text, "name;bsn", then rows of a person each: which cells stand under a name, and which head stands
over a cell."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

_MARKS = ("|", "\t", ";", ",")  # what parts the cells: the first of these that stands in the head
LONGEST_LINE = 1_000  # characters of a line of a table
_AROUND = " \"'*\r"  # around what a cell says
_BESIDE = 60  # blanks beside that
RULE = re.compile(r"[\s|:+-]+")  # below the head


def line_start(text: str, at: int) -> int:
    """Where the line begins in which something stands; 0, too, where it is no line of a table."""
    return text.rfind("\n", max(0, at - LONGEST_LINE), at) + 1


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
        if end - start > LONGEST_LINE:
            continue
        mark = next((mark for mark in _MARKS if mark in folded[start:end]), None)
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
        if end - at > LONGEST_LINE:
            return
        line = folded[at:end]
        cells = line.split(mark)
        if len(cells) != count:
            return
        if not RULE.fullmatch(line):
            yield at, cells
        at = end + 1


class Heads:
    """The heads over the columns of a text's tables, as far as they are among these names."""

    def __init__(self, folded: str, names: Callable[[], re.Pattern[str]]) -> None:
        """`names`: what they are called, asked for when a cell may stand under a head."""
        self._folded = folded
        self._names = names
        self._known: dict[tuple[int, str, int], str] = {}  # by row, mark and column

    def over(self, start: int) -> tuple[str, int]:
        """The head over what stands there, and where its row begins; nothing and 0 if there is none."""
        folded = self._folded
        if not (row := line_start(folded, start)):
            return "", 0
        end = folded.find("\n", start, start + LONGEST_LINE)
        line = folded[row : end if end >= 0 else start + LONGEST_LINE]
        mark = next((mark for mark in _MARKS if mark in line), None)
        if mark is None:
            return "", 0
        head = self._head(row, mark, line.count(mark, 0, start - row), line.count(mark))
        return head, row if head else 0

    def is_alone(self, start: int, stop: int) -> bool:
        """Whether what stands there is all that its cell says."""
        before = self._folded[max(0, start - _BESIDE) : start].rstrip(_AROUND + "#")
        behind = self._folded[stop : stop + _BESIDE].lstrip(_AROUND)
        return before[-1:] in ("", "\n", *_MARKS) and behind[:1] in ("", "\n", *_MARKS)

    def _head(self, row: int, mark: str, column: int, marks: int) -> str:
        """The nearest of the names above, in lines of as many cells."""
        head = ""
        passed: list[tuple[int, str, int]] = []
        while row > 0 and (row, mark, column) not in self._known:
            passed.append((row, mark, column))
            end, row = row - 1, line_start(self._folded, row - 1)
            cells = self._folded[row:end].split(mark) if end - row <= LONGEST_LINE else []
            if len(cells) != marks + 1:
                break
            if self._names().fullmatch(said := cells[column].strip(_AROUND)):
                head = said
                break
        else:
            head = self._known.get((row, mark, column), "")
        self._known.update(dict.fromkeys(passed, head))
        return head
