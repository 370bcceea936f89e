"""The small pattern language of the lexicons, and its matcher.

A pattern is a row of elements, read left to right:

    word          exactly that word (folded: lower case, no accents, no hyphens)
    stem*         words that begin so; *end words that end so; *mid* words that hold it
    a|b|<tag>     one of these
    <tag>         a span found by the patterns of that tag (see a lexicon's [tags])
    ..  and ...   up to 3, up to 7 other words between; without them, none
    ^  and  $     the clause begins or ends here
    A & B         both, in either order, at most 9 words apart

Matching walks words, never backtracks over characters: gaps are bounded, so time is too.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

GAPS = {"..": 3, "...": 7}
NEAR = 9
_NO_TAGS: dict[str, int] = {}  # at most places there are none


class Element(NamedTuple):
    """One place of a pattern: what may stand there, and how many words may stand before it."""

    atoms: frozenset[str]
    gap: int


class Hit(NamedTuple):
    """Where a pattern matched, in word indices; `used` are the words that its elements stand on."""

    first: int
    last: int  # inclusive
    used: frozenset[int]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern: one row of elements, or two rows joined by `&`."""

    source: str
    rows: tuple[tuple[Element, ...], ...]
    needs: tuple[frozenset[str], ...]  # the clause holds one of each of these, or there is no match


def compile_pattern(source: str) -> Pattern:
    """Raises ValueError, naming the pattern, when it cannot be read."""
    rows = tuple(_row(part.split(), source) for part in source.split("&"))
    if len(rows) > 2:
        raise ValueError(f"at most one '&' in a pattern: {source!r}")
    first, *further = (element.atoms for row in rows for element in row)
    needs = [atoms for atoms in further if atoms.isdisjoint("^$")]
    if not needs and first == {"^"}:
        raise ValueError(f"a pattern needs a word: {source!r}")
    return Pattern(source, rows, tuple(reversed(needs)))  # the first holds where it is looked for


def _row(parts: list[str], source: str) -> tuple[Element, ...]:
    row: list[Element] = []
    gap = 0
    for part in parts:
        if part in GAPS:
            gap = GAPS[part]
            continue
        row.append(Element(_alternatives(part), gap))
        gap = 0
    if not row or gap:
        raise ValueError(f"a pattern needs a word at each end: {source!r}")
    return tuple(row)


@lru_cache(maxsize=256)
def _alternatives(part: str) -> frozenset[str]:
    """One set for all patterns with these: the long ones, as of what is held of somebody, stand in many."""
    return frozenset(part.split("|"))


class Line:
    """The words of one clause as the matcher sees them: which atoms hold at each place, which tags begin there."""

    __slots__ = ("atoms", "met", "tags")

    def __init__(self, atoms: list[tuple[str, ...]], met: int = 0) -> None:
        self.atoms = atoms
        self.tags: list[dict[str, int]] = [_NO_TAGS] * len(atoms)  # tag -> index of its last word
        self.met = met  # what the patterns of its lexicon need and is there

    def add(self, tag: str, hit: Hit) -> None:
        """Of two that begin at one word, the shorter counts."""
        ends = self.tags[hit.first]
        if not ends:
            ends = self.tags[hit.first] = {}
        ends[tag] = min(ends.get(tag, hit.last), hit.last)

    def holds(self, at: int, wanted: frozenset[str]) -> bool:
        """Whether one of these atoms and tags holds at a place."""
        return not (wanted.isdisjoint(self.atoms[at]) and wanted.isdisjoint(self.tags[at]))


def hits(pattern: Pattern, line: Line, at: int) -> Hit | None:
    """The match of a pattern whose first row begins at a place, or None."""
    row = pattern.rows[0]
    if len(row) == len(pattern.rows) == 1 and not row[0].atoms.isdisjoint(line.atoms[at]):
        return Hit(at, at, frozenset((at,)))  # as most do: one word
    head = _walk(row, line, at, 0)
    if head is None:
        return None
    if len(pattern.rows) == 1:
        return Hit(head[0], head[-1], frozenset(head))
    return _with_partner(pattern.rows[1], line, head)


def _with_partner(row: tuple[Element, ...], line: Line, head: tuple[int, ...]) -> Hit | None:
    low, high = head[0], head[-1]
    best: Hit | None = None
    for at in range(max(0, low - NEAR), min(len(line.atoms), high + NEAR + 1)):
        if low <= at <= high:
            continue
        if not (line.holds(at, row[0].atoms) or "^" in row[0].atoms):
            continue
        tail = _walk(row, line, at, 0)
        if tail is None or any(low <= i <= high for i in tail):
            continue
        hit = Hit(min(low, *tail), max(high, *tail), frozenset(head + tail))
        if best is None or hit.last - hit.first < best.last - best.first:
            best = hit
    return best


def _walk(row: tuple[Element, ...], line: Line, at: int, index: int) -> tuple[int, ...] | None:
    """Word indices used by the row from `index` on when its element stands at `at`, in their order."""
    wanted = row[index].atoms
    if "^" in wanted:
        return _walk(row, line, at, index + 1) if at == 0 else None
    ends = [at] if not wanted.isdisjoint(line.atoms[at]) else []
    if tags := line.tags[at]:
        ends += [last for tag, last in tags.items() if tag in wanted]
    if index + 1 == len(row):
        return tuple(range(at, ends[0] + 1)) if ends else None
    wanted, gap = row[index + 1]
    for last in ends:
        if "$" in wanted:
            if last + 1 == len(line.atoms):
                return tuple(range(at, last + 1))
            continue
        for step, atoms in enumerate(line.atoms[last + 1 : last + 2 + gap], last + 1):
            if not atoms or not line.holds(step, wanted):
                continue
            if (rest := _walk(row, line, step, index + 1)) is not None:
                return (*range(at, last + 1), *rest)
    return None
