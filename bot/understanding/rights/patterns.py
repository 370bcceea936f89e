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

from dataclasses import dataclass, field
from typing import NamedTuple

GAPS = {"..": 3, "...": 7}
NEAR = 9


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
        row.append(Element(frozenset(part.split("|")), gap))
        gap = 0
    if not row or gap:
        raise ValueError(f"a pattern needs a word at each end: {source!r}")
    return tuple(row)


@dataclass(slots=True)
class Line:
    """The words of one clause as the matcher sees them: which atoms hold at each place, and how long each is."""

    atoms: list[tuple[str, ...]]
    breaks: frozenset[int] = frozenset()  # places of commas and colons
    tags: list[dict[str, int]] = field(default_factory=list)  # tag -> index of its last word
    present: set[str] = field(default_factory=set)  # all atoms and tags that hold anywhere

    def __post_init__(self) -> None:
        self.tags = [{} for _ in self.atoms]
        self.present.update(*self.atoms)

    def holds(self, at: int, element: Element) -> bool:
        """Whether there is any way to match the element at a place."""
        return not (element.atoms.isdisjoint(self.atoms[at]) and element.atoms.isdisjoint(self.tags[at]))

    def ends(self, at: int, element: Element) -> tuple[int, ...]:
        """The indices of the last word of each way to match the element at a place."""
        wanted, atoms, tags = element.atoms, self.atoms[at], self.tags[at]
        found = (at,) if atoms and not wanted.isdisjoint(atoms) else ()
        return (*found, *(last for tag, last in tags.items() if tag in wanted)) if tags else found


def hits(pattern: Pattern, line: Line, at: int) -> Hit | None:
    """The match of a pattern whose first row begins at a place, or None."""
    present = line.present
    for need in pattern.needs:
        if need.isdisjoint(present):
            return None
    head = _walk(pattern.rows[0], line, at, 0)
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
        if not (line.holds(at, row[0]) or "^" in row[0].atoms):
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
    element = row[index]
    if "^" in element.atoms:
        return _walk(row, line, at, index + 1) if at == 0 else None
    for last in line.ends(at, element):
        if index + 1 == len(row):
            return tuple(range(at, last + 1))
        following = row[index + 1]
        if "$" in following.atoms:
            if last + 1 == len(line.atoms):
                return tuple(range(at, last + 1))
            continue
        for step in range(last + 1, min(len(line.atoms), last + 2 + following.gap)):
            if not line.holds(step, following):
                continue
            rest = _walk(row, line, step, index + 1)
            if rest is not None:
                return (*range(at, last + 1), *rest)
    return None
