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

from bot.understanding.labels import LABELS

DATA = Path(__file__).with_name("data")
FILE = DATA / "weights.tsv"
COLUMNS = (*LABELS, *(f"{label} (sentence)" for label in LABELS))
KEPT = 100_000


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
    """The table. A row is taken apart when it is needed first, which keeps the start short and the table small."""

    def __init__(self, file: Path = FILE) -> None:
        """Reads the file: comments, a row of names, one of what each label starts from, then the features."""
        lines = file.read_text(encoding="utf-8").splitlines()
        self.comments = [line.removeprefix("# ") for line in lines if line.startswith("# ")]
        names, start, *rows = lines[len(self.comments) :]
        if tuple(names.split("\t")[2:]) != COLUMNS:
            raise ValueError(f"{file.name}: its columns are not the labels")
        starts = [float(cell) for cell in start.split("\t")[2:]]
        self._message, self._sentence = starts[: len(LABELS)], starts[len(LABELS) :]
        self._rows: dict[str, str | _Row] = {}
        for row in rows:
            feature, _, cells = row.partition("\t")
            self._rows[feature] = cells

    def score(self, whole: Iterable[str], sentences: Iterable[Iterable[str]]) -> Scores:
        """Scores the features of a message and those of its sentences."""
        return Scores(
            _scores(self._of(whole), 1, self._message), [_scores(self._of(s), 2, self._sentence) for s in sentences]
        )

    def _of(self, features: Iterable[str]) -> list[_Row]:
        found = []
        for feature in features:
            row = self._rows.get(feature)
            if row is None:
                continue
            if isinstance(row, str):
                row = self._rows[feature] = _parsed(row)
            found.append(row)
        return found


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
