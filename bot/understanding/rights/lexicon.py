"""The word lists of each language (data/*.toml), compiled once and kept."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from typing import NamedTuple, TypeAlias

from bot.toml import read_toml
from bot.understanding.language import LANGUAGES
from bot.understanding.rights.patterns import Element, Hit, Line, Pattern, compile_pattern, hits
from bot.understanding.rights.typos import Repairs
from bot.understanding.wordlists import DATA

KEPT = 20_000  # words whose atoms are kept, and sets of atoms whose patterns are
_FIRST = 2  # letters: no stem has fewer


@dataclass(frozen=True, slots=True, eq=False)  # each is one of its own, which is quickly told
class Entry:
    """One pattern and what it speaks for: the name of a right, or of another group of the lexicon."""

    group: str
    weight: float
    pattern: Pattern
    needs: int  # see Needs


class Needs:
    """What the patterns of a lexicon need besides the word that they begin with. Each need has a bit of its own, so one
    look tells whether a clause meets all that a pattern needs."""

    def __init__(self) -> None:
        self._bits: dict[frozenset[str], int] = {}
        self._met_by: dict[str, int] = defaultdict(int)

    def of(self, needs: Iterable[frozenset[str]]) -> int:
        """The bits of these needs."""
        bits = 0
        for need in needs:
            if need not in self._bits:
                bit = self._bits[need] = 1 << len(self._bits)
                for sign in need:
                    self._met_by[sign] |= bit
            bits |= self._bits[need]
        return bits

    def met(self, signs: Iterable[str]) -> int:
        """The bits of what is met where these atoms and tags hold."""
        bits = 0
        for sign in signs:
            bits |= self._met_by.get(sign, 0)
        return bits


class Atoms:
    """Which atoms (words, stems, endings) of a lexicon a word satisfies."""

    def __init__(self, atoms: frozenset[str], repairs: Repairs) -> None:
        plain = [a for a in atoms if not a.startswith("<")]
        self.exact = frozenset(a for a in plain if "*" not in a)
        self.stems = {a[:-1]: a for a in plain if a.endswith("*") and not a.startswith("*")}
        self.endings = {a[1:]: a for a in plain if a.startswith("*") and not a.endswith("*")}
        self.middles = {a.strip("*"): a for a in plain if a.startswith("*") and a.endswith("*")}
        self._repairs = repairs
        self._beginning: dict[str, list[str]] = defaultdict(list)  # the stems, by their first letters
        for stem in self.stems:
            self._beginning[stem[:_FIRST]].append(stem)
        self._any_ending = tuple(self.endings)
        self._known: tuple[dict[str, tuple[str, ...]], ...] = ({}, {})  # as they stand, and repaired

    def of(self, words: Iterable[str], repair: bool) -> list[tuple[str, ...]]:
        """The atoms that hold for each word, in the same order in every process; a mistyped domain word counts as the
        word meant."""
        known = self._known[repair]
        if len(known) > KEPT:
            known.clear()
        return [found if (found := known.get(word)) is not None else self._of(word, repair) for word in words]

    def _of(self, word: str, repair: bool) -> tuple[str, ...]:
        found = self._find(word)
        if not found and repair and (meant := self._repairs.of(word)):
            found = self._find(meant)
        self._known[repair][word] = found
        return found

    def _find(self, word: str) -> tuple[str, ...]:
        found = [word] if word in self.exact else []
        for stem in self._beginning.get(word[:_FIRST], ()):
            if word.startswith(stem):
                found.append(self.stems[stem])
        if word.endswith(self._any_ending):
            found += [atom for ending, atom in self.endings.items() if word.endswith(ending)]
        for middle, atom in self.middles.items():
            if middle in word:
                found.append(atom)
        return tuple(sorted(found)) if found else ()


class Starting(NamedTuple):
    """The patterns that may begin at a word, each once, in the order of the atoms and tags that hold there."""

    every: tuple[Entry, ...]
    free: tuple[Entry, ...]  # those that need no other word
    needed: int  # of the others, none matches where the clause meets none of these needs


class Beginnings:
    """The patterns that may begin at a word, by what holds there. The same few words come up again and again, so what
    was looked up once is kept."""

    def __init__(self, entries: list[Entry], needs: Needs) -> None:
        self._needs = needs
        self._by_sign: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            first: Element = entry.pattern.rows[0][0]
            for atom in first.atoms:
                self._by_sign[atom].append(entry)
        self._known: dict[tuple[str, ...], Starting | None] = {}

    def of(self, signs: tuple[str, ...]) -> Starting | None:
        """What may begin where these hold: with most words, nothing."""
        try:
            return self._known[signs]
        except KeyError:
            if len(self._known) > KEPT:
                self._known.clear()
            found = self._known[signs] = self._look_up(signs)
            return found

    def _look_up(self, signs: tuple[str, ...]) -> Starting | None:
        every = tuple(dict.fromkeys(chain.from_iterable(self._by_sign.get(sign, ()) for sign in signs)))
        if not every:
            return None
        free = tuple(entry for entry in every if not entry.needs)
        return Starting(every, free, self._needs.of(entry.pattern.needs[0] for entry in every if entry.needs))


Found: TypeAlias = tuple[Entry, Hit]


class Lexicon:
    """The patterns of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        raw = read_toml(DATA / f"{language}.toml")
        classes: dict[str, str] = raw.get("classes", {})
        needs = self._needs = Needs()

        def entry(group: str, weight: float, source: str) -> Entry:
            pattern = _compiled(source, classes)
            return Entry(group, weight, pattern, needs.of(pattern.needs))

        self.tags = [entry(tag, 1.0, p) for tag, ps in raw["tags"].items() for p in ps]
        self.frames = [
            entry(group, _weight(strength), p)
            for group, strengths in raw["rights"].items()
            for strength, ps in strengths.items()
            for p in ps
        ]
        self.gates = [entry(gate, 1.0, p) for gate, ps in raw["gates"].items() for p in ps]
        self._repairs = Repairs(raw["typos"]["towards"].split())
        self._tag_beginnings = Beginnings(self.tags, needs)
        self._beginnings = Beginnings(self.gates + self.frames, needs)
        self._is_gate = frozenset(raw["gates"])

    @cached_property
    def atoms(self) -> Atoms:
        entries = self.tags + self.frames + self.gates
        atoms = frozenset(a for e in entries for row in e.pattern.rows for el in row for a in el.atoms)
        return Atoms(atoms, self._repairs)

    def line(self, keys: list[str], repair: bool) -> Line | None:
        """The words of a clause with their atoms and tags; None where no word of any pattern stands."""
        atoms = self.atoms.of(keys, repair)
        if not any(atoms):
            return None
        line = Line(atoms, self._needs.met(chain.from_iterable(atoms)))
        if tagged := self._matches(self._tag_beginnings, line):  # the patterns of tags are of words alone
            for entry, hit in tagged:
                line.add(f"<{entry.group}>", hit)
            line.met |= self._needs.met(chain.from_iterable(line.tags))
        return line

    def hits(self, line: Line) -> tuple[list[Found], list[Found]]:
        """Every gate (policies, staff questions, closings ...) and every pattern of a right that matches the clause."""
        gates, frames = list[Found](), list[Found]()
        for found in self._matches(self._beginnings, line):
            (gates if found[0].group in self._is_gate else frames).append(found)
        return gates, frames

    def _matches(self, beginnings: Beginnings, line: Line) -> list[Found]:
        found: list[Found] = []
        met, tags = line.met, line.tags
        for at, atoms in enumerate(line.atoms):
            signs = (*atoms, *tags[at]) if tags[at] else atoms
            if at == 0:
                signs = (*signs, "^")
            if not signs or (starting := beginnings.of(signs)) is None:
                continue  # as with most words
            every, free, needed = starting
            for entry in every if needed & met else free:
                if entry.needs & met == entry.needs and (hit := hits(entry.pattern, line, at)) is not None:
                    found.append((entry, hit))
        return found


def _compiled(source: str, classes: dict[str, str]) -> Pattern:
    for name, alternatives in classes.items():
        source = source.replace(f"{{{name}}}", alternatives)
    return compile_pattern(source)


def _weight(strength: str) -> float:
    return {"sure": 0.9, "likely": 0.7, "maybe": 0.4}[strength]


@lru_cache(maxsize=len(LANGUAGES))
def lexicon(language: str) -> Lexicon:
    """The lexicon of one of LANGUAGES, compiled at its first use."""
    return Lexicon(language)
