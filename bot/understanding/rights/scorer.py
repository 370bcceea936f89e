"""The linear scorer: how much the words of a message, and of each of its sentences, speak for each label.

Its weights are learnt from the phrase book: one row a feature, with how rare it is, what it says for each label of a
message, and what for each label of a sentence (data/weights.tsv, which people read; data/weights.npz says the same). A
rare word counts more, and a long text is scaled most of the way to the length of a short one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate, chain
from math import inf, sqrt
from string import ascii_lowercase, ascii_uppercase
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from bot.understanding.rights.index import Index, lines_of
from bot.understanding.rights.labels import LABELS
from bot.understanding.wordlists import DATA

FILE = DATA / "weights.npz"
SIZE = len(LABELS)
_LETTERS = ascii_lowercase[:SIZE] + ascii_uppercase[:SIZE]
_WHAT = (*LABELS, *(f"{label} (sentence)" for label in LABELS))
Places: TypeAlias = NDArray[np.int32]  # of features in the table; -1 where one has no row
COLUMNS = tuple(f"{letter} {what}" for letter, what in zip(_LETTERS, _WHAT, strict=True))


@dataclass(frozen=True)
class Scores:
    """What the scorer says of a message and of each of its sentences: log-odds, in the order of LABELS."""

    message: Sequence[float]
    sentences: Sequence[Sequence[float]]
    places: Places = field(repr=False, compare=False)  # of the message's features, for others who tell more from them


STEPS = 5  # of the weights, in one: they are whole numbers of fifths, which add up to the same in any order
EVENING = 0.7  # how far lengths are evened out: 1 is wholly

# A rarity, squared, is kept in so many parts of one: whole numbers, too
FINE = 10_000


class Weights:
    """The table: rows of whole numbers, which are found by the names of their features."""

    def __init__(self, held: Mapping[str, NDArray[Any]]) -> None:
        """From what the file holds."""
        self.comments = lines_of(held["comments"])
        self._index = Index.of_lines(held["names"])
        self._weights = held["weights"]  # small numbers, which take little memory
        self._rarity = held["rarity"]  # squared
        # What is beyond small numbers stands in further rows, behind all others: those of one feature in a thousand
        self._more: dict[int, list[int]] = {}
        wide: list[int] = held["wide"].tolist()
        for row, place in enumerate(wide, len(self._weights) - len(wide)):
            self._more.setdefault(place, []).append(row)
        self._starts = held["starts"]

    def score(self, whole: set[str], sentences: Sequence[set[str]]) -> Scores:
        """Scores the features of a message, and those of its sentences, which are all among them."""
        names = [*whole]
        places = self.places(names)
        listed = places.tolist()
        at = dict(zip(names, listed, strict=True))
        parts = [[place for place in listed if place >= 0]]
        parts += [[place for feature in part if (place := at[feature]) >= 0] for part in sentences]
        message, *of_sentences = self._scores([[*part, *self._further(part)] for part in parts])
        return Scores(message[:SIZE], [said[SIZE:] for said in of_sentences], places)

    def places(self, features: Sequence[str]) -> Places:
        """Where these features stand in the table."""
        return self._index.of(features)

    def __len__(self) -> int:
        """How many features it has."""
        return len(self._rarity)

    def rarity(self, feature: str) -> float:
        """How rare a feature is, by its row; infinite where it has none."""
        (place,) = self.places([feature])
        return inf if place < 0 else sqrt(self._rarity[place] / FINE)

    def _further(self, places: list[int]) -> Iterable[int]:
        """The further rows of those at these places."""
        return chain.from_iterable(map(self._more.__getitem__, filter(self._more.__contains__, places)))

    def _scores(self, parts: Sequence[list[int]]) -> list[list[float]]:
        """The scores of each part, in the order of COLUMNS, by the rows it has; what each label starts from where it
        has none."""
        start = self._starts
        told = [part for part in parts if part]
        if not told:
            return [start.tolist() for _ in parts]
        rows, begins = np.array([*chain.from_iterable(told)]), [0, *accumulate(map(len, told[:-1]))]
        rarity = np.add.reduceat(self._rarity.take(rows), begins, dtype=np.int64).tolist()
        scale = np.array([sqrt(whole / FINE) ** -EVENING / STEPS for whole in rarity])
        said = np.add.reduceat(self._weights.take(rows, axis=0), begins, axis=0, dtype=np.int32)
        scores = iter((start + said * scale[:, None]).tolist())
        return [next(scores) if part else start.tolist() for part in parts]


@cache
def weights() -> Weights:
    """The weights that come with the program."""
    with np.load(FILE, allow_pickle=False) as held:
        return Weights(dict(held))
