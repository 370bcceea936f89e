"""The linear scorer: how much the words of a message, and of each of its sentences, speak for each label.

Its weights (data/weights.tsv) are learnt from the phrase book: one row a feature, with how rare it is, what it says for
each label of a message, and what for each label of a sentence. A rare word counts more, and a long text is scaled to
the length of a short one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import sqrt
from pathlib import Path

from bot.understanding.labels import LABELS

DATA = Path(__file__).with_name("data")
FILE = DATA / "weights.tsv"
COLUMNS = (*LABELS, *(f"{label} (sentence)" for label in LABELS))
KEPT = 8_192  # rows that are kept apart


@dataclass(frozen=True)
class Scores:
    """What the scorer says of a message and of each of its sentences: log-odds, in the order of LABELS."""

    message: Sequence[float]
    sentences: Sequence[Sequence[float]]


@dataclass(frozen=True, slots=True)
class _Row:
    rarity: float
    message: tuple[tuple[int, float], ...]  # (label, weight times rarity)
    sentence: tuple[tuple[int, float], ...]


class Weights:
    """The table. Rows are taken apart when they are needed, which keeps the start short and the table small."""

    def __init__(self, file: Path = FILE) -> None:
        """Reads the file: comments, a row of names, one of what each label starts from, then the features."""
        lines = file.read_text(encoding="utf-8").splitlines()
        self.comments = [line.removeprefix("# ") for line in lines if line.startswith("# ")]
        names, start, *rows = lines[len(self.comments) :]
        if tuple(names.split("\t")[2:]) != COLUMNS:
            raise ValueError(f"{file.name}: its columns are not the labels")
        starts = [float(cell) for cell in start.split("\t")[2:]]
        self._message, self._sentence = starts[: len(LABELS)], starts[len(LABELS) :]
        self._text = dict(row.split("\t", 1) for row in rows)
        self._row = lru_cache(maxsize=KEPT)(self._parsed)

    def score(self, whole: Iterable[str], sentences: Iterable[Iterable[str]]) -> Scores:
        """Scores the features of a message and those of its sentences."""
        return Scores(self._score(whole, of_message=True), [self._score(s, of_message=False) for s in sentences])

    def _score(self, features: Iterable[str], *, of_message: bool) -> list[float]:
        scores = [0.0] * len(LABELS)
        length = 0.0
        for feature in sorted(f for f in features if f in self._text):  # one order, so one sum
            row = self._row(feature)
            length += row.rarity * row.rarity
            for label, weight in row.message if of_message else row.sentence:
                scores[label] += weight
        scale = 1 / sqrt(length) if length else 0.0
        start = self._message if of_message else self._sentence
        return [from_ + score * scale for from_, score in zip(start, scores, strict=True)]

    def _parsed(self, feature: str) -> _Row:
        rarity, *cells = self._text[feature].split("\t")
        weights = [(place, float(cell)) for place, cell in enumerate(cells) if cell]
        few = len(LABELS)
        return _Row(
            float(rarity),
            tuple((place, weight) for place, weight in weights if place < few),
            tuple((place - few, weight) for place, weight in weights if place >= few),
        )


@cache
def weights() -> Weights:
    """The weights that come with the program."""
    return Weights()
