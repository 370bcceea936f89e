"""The linear scorer: how much the words of a message, and of each of its sentences, speak for each label.

Its weights (data/weights.tsv) are learnt from the phrase book: one row a feature, with how rare it is, what it says for
each label of a message, and what for each label of a sentence. A rare word counts more, and a long text is scaled
most of the way to the length of a short one.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, chain
from math import sqrt
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.understanding.rights.labels import LABELS
from bot.understanding.wordlists import DATA

FILE = DATA / "weights.tsv"
COLUMNS = (*LABELS, *(f"{label} (sentence)" for label in LABELS))
KEPT = 50_000  # rows taken apart, more or less
BLOCK = 1024  # characters between two signposts


@dataclass(frozen=True)
class Scores:
    """What the scorer says of a message and of each of its sentences: log-odds, in the order of LABELS."""

    message: Sequence[float]
    sentences: Sequence[Sequence[float]]


STEPS = 5  # of the weights, in one: they are whole numbers of fifths, which add up to the same in any order
EVENING = 0.7  # how far lengths are evened out: 1 is wholly

SIZE = len(LABELS)
# A rarity, squared, is kept in so many parts of one: whole numbers, too
FINE = 10_000


class Rows:
    """Rows taken apart, each in one line of two arrays, which grow."""

    def __init__(self) -> None:
        self.place = dict[str, int]()
        self.of_message = np.zeros((KEPT, SIZE), dtype=np.int32)  # weights
        self.of_sentence = np.zeros((KEPT, SIZE), dtype=np.int32)
        self.rarity = np.zeros(KEPT, dtype=np.int64)  # squared
        self._adding = Lock()

    def add(self, feature: str, row: str) -> int:
        """Takes the row of a feature apart; gives its line."""
        rarity, *cells = row.split("\t")
        with self._adding:
            if (known := self.place.get(feature)) is not None:  # another thread was faster
                return known
            line = len(self.place)
            if line == len(self.rarity):
                self.of_message = _doubled(self.of_message)
                self.of_sentence = _doubled(self.of_sentence)
                self.rarity = _doubled(self.rarity)
            weights = [int(cell) if cell else 0 for cell in cells]
            self.of_message[line, : len(weights)] = weights[:SIZE]
            self.of_sentence[line, : len(weights[SIZE:])] = weights[SIZE:]
            self.rarity[line] = round(float(rarity) ** 2 * FINE)
            self.place[feature] = line
            return line


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
        starts = np.array([float(cell) for cell in line.split("\t")[2:]])
        self._message, self._sentence = starts[:SIZE], starts[SIZE:]
        self._features, self._places = _signposts(self._text, place)
        self._rows = Rows()

    def score(self, whole: set[str], sentences: Sequence[set[str]]) -> Scores:
        """Scores the features of a message, and those of its sentences, which are all among them."""
        if len(self._rows.place) > KEPT:
            self._rows = Rows()  # not cleared: another thread may be looking something up in it
        rows = self._rows
        place = rows.place
        for feature in whole:
            if feature not in place and (row := self._row(feature)) is not None:
                rows.add(feature, row)
        parts = [[place[feature] for feature in sentence if feature in place] for sentence in sentences]
        message = [place[feature] for feature in whole if feature in place]
        (whole_said,) = _scores(rows.of_message, rows.rarity, [message], self._message)
        return Scores(whole_said, _scores(rows.of_sentence, rows.rarity, parts, self._sentence))

    def _row(self, feature: str) -> str | None:
        """What the table says of a feature, if anything."""
        name = feature.encode(errors="replace")
        block = bisect_right(self._features, name)
        if not block:
            return None
        row = b"\n" + name + b"\t"
        place = self._text.find(row, self._places[block - 1] - 1, self._places[block])
        return self._line(place + len(row))[1] if place >= 0 else None

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


def _scores(
    table: NDArray[np.int32], squared: NDArray[np.int64], parts: Sequence[list[int]], start: NDArray[np.float64]
) -> list[Sequence[float]]:
    """The scores of each part by its lines in the table, whose rarities are given squared; what each label starts from
    where it has none."""
    told = [part for part in parts if part]
    if not told:
        return [start.tolist() for _ in parts]
    lines, begins = [*chain.from_iterable(told)], [0, *accumulate(map(len, told[:-1]))]
    rarity = np.add.reduceat(squared.take(lines), begins).tolist()
    scale = np.array([sqrt(whole / FINE) ** -EVENING / STEPS for whole in rarity])
    said = np.add.reduceat(table.take(lines, axis=0), begins, axis=0)
    scores = iter((start + said * scale[:, None]).tolist())
    return [next(scores) if part else start.tolist() for part in parts]


@cache
def weights() -> Weights:
    """The weights that come with the program."""
    return Weights()
