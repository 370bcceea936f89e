"""The linear scorer: how much the words of a message, and of each of its sentences, speak for each label.

Its weights (data/weights.tsv) are learnt from the phrase book: one row a feature, with how rare it is, what it says for
each label of a message, and what for each label of a sentence. A rare word counts more, and a long text is scaled
most of the way to the length of a short one.
"""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from math import fsum, sqrt
from pathlib import Path
from typing import Literal
from zlib import crc32

from bot.understanding.labels import LABELS

DATA = Path(__file__).with_name("data")
FILE = DATA / "weights.tsv"
COLUMNS = (*LABELS, *(f"{label} (sentence)" for label in LABELS))
KEPT = 50_000  # rows taken apart


@dataclass(frozen=True)
class Scores:
    """What the scorer says of a message and of each of its sentences: log-odds, in the order of LABELS."""

    message: Sequence[float]
    sentences: Sequence[Sequence[float]]


STEPS = 5  # of the weights, in one: they are kept as whole numbers, which add up to the same in any order
EVENING = 0.7  # how far lengths are evened out: 1 is wholly

# What a feature says: the square of how rare it is, and its weights for a message and for a sentence
_Row = tuple[float, "array[int]", "array[int]"]


class Weights:
    """The table. It stays the text that it is in its file, with an index of where each feature's row begins: a tenth of
    the memory of rows taken apart. A row is taken apart when it is needed.
    """

    def __init__(self, file: Path = FILE) -> None:
        """Reads the file: comments, a row of names, one of what each label starts from, then the features."""
        self._text = file.read_bytes()
        self.comments = list[str]()
        place, line = self._line(0)
        while line.startswith("# "):
            self.comments.append(line.removeprefix("# "))
            place, line = self._line(place)
        if tuple(line.split("\t")[2:]) != COLUMNS:
            raise ValueError(f"{file.name}: its columns are not the labels")
        place, line = self._line(place)
        starts = [float(cell) for cell in line.split("\t")[2:]]
        self._message, self._sentence = starts[: len(LABELS)], starts[len(LABELS) :]
        self._index = _index(self._text, place)
        self._known = dict[str, _Row]()

    def score(self, whole: Iterable[str], sentences: Iterable[Iterable[str]]) -> Scores:
        """Scores the features of a message and those of its sentences."""
        if len(self._known) > KEPT:
            self._known = {}  # not cleared: another thread may be looking something up in it
        absent = set[str]()  # kept for this message only: names of people are among them
        return Scores(
            _scores(self._of(whole, absent), 1, self._message),
            [_scores(self._of(s, absent), 2, self._sentence) for s in sentences],
        )

    def _of(self, features: Iterable[str], absent: set[str]) -> list[_Row]:
        """The rows of those that have one; the others join those that are known to be absent."""
        known = self._known
        found = []
        for feature in features:
            row = known.get(feature)
            if row is None and feature not in absent:
                row = self._row(feature)
                if row is None:
                    absent.add(feature)
                else:
                    known[feature] = row
            if row is not None:
                found.append(row)
        return found

    def _row(self, feature: str) -> _Row | None:
        """What the table says of a feature, if anything."""
        name = feature.encode(errors="replace") + b"\t"
        slot = crc32(name[:-1])
        while place := self._index[slot := slot % len(self._index)]:
            if self._text.startswith(name, place):
                return _parsed(self._line(place + len(name))[1])
            slot += 1
        return None

    def _line(self, place: int) -> tuple[int, str]:
        """What stands from a place to the end of its line, and where the next begins."""
        end = self._text.index(b"\n", place)
        return end + 1, self._text[place:end].decode()


def _index(text: bytes, place: int) -> "array[int]":
    """Where each row begins, found by its feature's checksum, or in the next slot that was free; 0 is none."""
    slots = 2 * text.count(b"\n", place) + 1
    index = array("I", bytes(4 * slots))
    while place < len(text):
        name_ends = text.index(b"\t", place)
        slot = crc32(text[place:name_ends]) % slots
        while index[slot]:
            slot = (slot + 1) % slots
        index[slot] = place
        place = text.index(b"\n", name_ends) + 1
    return index


def _scores(rows: Sequence[_Row], table: Literal[1, 2], start: Sequence[float]) -> list[float]:
    if not rows:
        return list(start)
    scale = sqrt(fsum(row[0] for row in rows)) ** -EVENING / STEPS
    sums = map(sum, zip(*[row[table] for row in rows], strict=True))
    return [from_ + said * scale for from_, said in zip(start, sums, strict=True)]


def _parsed(text: str) -> _Row:
    rarity, *cells = text.split("\t")
    said = array("h", (0,)) * len(COLUMNS)
    for place, cell in enumerate(cells):
        if cell:
            said[place] = round(float(cell) * STEPS)
    few = len(LABELS)
    return float(rarity) ** 2, said[:few], said[few:]


@cache
def weights() -> Weights:
    """The weights that come with the program."""
    return Weights()
