"""The linear scorer: how much the words of a message, and of each of its sentences, speak for each label.

Its weights (data/weights.tsv) are learnt from the phrase book: one row a feature, with how rare it is, what it says for
each label of a message, and what for each label of a sentence. A rare word counts more, and a long text is scaled
most of the way to the length of a short one.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, chain
from math import inf, sqrt
from pathlib import Path
from string import ascii_lowercase, ascii_uppercase
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.understanding.rights.labels import LABELS
from bot.understanding.wordlists import DATA

FILE = DATA / "weights.tsv"
SIZE = len(LABELS)
_LETTERS = ascii_lowercase[:SIZE] + ascii_uppercase[:SIZE]
_WHAT = (*LABELS, *(f"{label} (sentence)" for label in LABELS))
COLUMNS = tuple(f"{letter} {what}" for letter, what in zip(_LETTERS, _WHAT, strict=True))
KEPT = 50_000  # rows taken apart, more or less
BLOCK = 1024  # characters between two signposts


@dataclass(frozen=True)
class Scores:
    """What the scorer says of a message and of each of its sentences: log-odds, in the order of LABELS."""

    message: Sequence[float]
    sentences: Sequence[Sequence[float]]


STEPS = 5  # of the weights, in one: they are whole numbers of fifths, which add up to the same in any order
EVENING = 0.7  # how far lengths are evened out: 1 is wholly

# A rarity, squared, is kept in so many parts of one: whole numbers, too
FINE = 10_000
# Of cells: which characters are no letters, all but the letters, and the column of each letter
_NO_LETTERS = bytes(set(range(256)) - {*_LETTERS.encode()})
_NUMBERS = bytes(ord(" ") if code in _LETTERS.encode() else code for code in range(256))
_COLUMN = np.array([max(0, _LETTERS.find(chr(code))) for code in range(256)])


class Rows:
    """Rows taken apart, each in one line of two arrays, which grow."""

    def __init__(self) -> None:
        self.place = dict[str, int]()
        self.weights = np.zeros((KEPT, len(COLUMNS)), dtype=np.int16)
        self.rarity = np.zeros(KEPT, dtype=np.int64)  # squared
        self._adding = Lock()

    def add(self, told: Iterable[tuple[str, bytes]]) -> None:
        """Takes rows apart, each after its feature: a rarity, and cells such as "a-12" for a column and its weight."""
        with self._adding:
            new = {feature: row for feature, row in told if feature not in self.place}  # another thread was faster
            if not new:
                return
            lines = range(len(self.place), len(self.place) + len(new))
            while lines.stop > len(self.rarity):
                self.weights, self.rarity = _doubled(self.weights), _doubled(self.rarity)
            rarities, _, said = zip(*(row.partition(b"\t") for row in new.values()), strict=True)
            self.rarity[lines.start : lines.stop] = [*map(_squared, rarities)]
            cells = b" ".join(said)
            columns = _COLUMN[np.frombuffer(cells.translate(None, _NO_LETTERS), dtype=np.uint8)]
            at = np.repeat(lines, [row.count(b" ") + 1 for row in said])
            self.weights[at, columns] = np.fromstring(cells.translate(_NUMBERS), dtype=np.int16, sep=" ")
            self.place.update(zip(new, lines, strict=True))


@cache
def _squared(rarity: bytes) -> int:
    return round(float(rarity) ** 2 * FINE)


class Weights:
    """The table. It stays the text that it is in its file, in the order of the features: a tenth of the memory of rows
    taken apart. A row is looked up between two signposts, and taken apart when it is needed.
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
        self._starts = np.array([float(cell) for cell in line.split("\t")[2:]])
        self._features, self._places = _signposts(self._text, place)
        self._rows = Rows()

    def score(self, whole: set[str], sentences: Sequence[set[str]]) -> Scores:
        """Scores the features of a message, and those of its sentences, which are all among them."""
        if len(self._rows.place) > KEPT:
            self._rows = Rows()  # not cleared: another thread may be looking something up in it
        rows = self._rows
        place = rows.place
        new = ((feature, self._row(feature)) for feature in whole if feature not in place)
        if told := [(feature, row) for feature, row in new if row is not None]:
            rows.add(told)
        parts = [[place[feature] for feature in part if feature in place] for part in (whole, *sentences)]
        message, *of_sentences = _scores(rows, parts, self._starts)
        return Scores(message[:SIZE], [said[SIZE:] for said in of_sentences])

    def rarity(self, feature: str) -> float:
        """How rare a feature is, by its row; infinite where it has none."""
        row = self._row(feature)
        return inf if row is None else float(row.partition(b"\t")[0])

    def _row(self, feature: str) -> bytes | None:
        """What the table says of a feature, if anything."""
        name = feature.encode(errors="replace")
        block = bisect_right(self._features, name)
        if not block:
            return None
        row = b"\n%b\t" % name
        place = self._text.find(row, self._places[block - 1] - 1, self._places[block])
        if place < 0:
            return None
        return self._text[place + len(row) : self._text.index(b"\n", place + len(row))]

    def _line(self, place: int) -> tuple[int, str]:
        """What stands from a place to the end of its line, and where the next begins."""
        end = self._text.index(b"\n", place)
        return end + 1, self._text[place:end].decode()


def _signposts(text: bytes, place: int) -> tuple[list[bytes], list[int]]:
    """The first feature of each block of rows, and where the block begins; the end of the text last."""
    features, places = list[bytes](), list[int]()
    while 0 < place < len(text):
        features.append(text[place : text.index(b"\t", place)])
        places.append(place)
        place = text.find(b"\n", place + BLOCK) + 1
    return features, [*places, len(text)]


def _doubled(table: NDArray[Any]) -> NDArray[Any]:
    return np.concatenate((table, np.zeros_like(table)))


def _scores(rows: Rows, parts: Sequence[list[int]], start: NDArray[np.float64]) -> list[list[float]]:
    """The scores of each part, in the order of COLUMNS, by the lines that its rows have; what each label starts from
    where it has none."""
    told = [part for part in parts if part]
    if not told:
        return [start.tolist() for _ in parts]
    lines, begins = [*chain.from_iterable(told)], [0, *accumulate(map(len, told[:-1]))]
    rarity = np.add.reduceat(rows.rarity.take(lines), begins).tolist()
    scale = np.array([sqrt(whole / FINE) ** -EVENING / STEPS for whole in rarity])
    said = np.add.reduceat(rows.weights.take(lines, axis=0), begins, axis=0, dtype=np.int32)
    scores = iter((start + said * scale[:, None]).tolist())
    return [next(scores) if part else start.tolist() for part in parts]


@cache
def weights() -> Weights:
    """The weights that come with the program."""
    return Weights()
