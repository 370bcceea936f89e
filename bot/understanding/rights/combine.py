"""The one place that weighs what all readers say: how likely each right is, what kind of message it is, how sure.

Four small logistic models over the terms of `signals` (of a right, of the kind, of a hand-over, of a whole set), with
weights that anybody can read (data/combine.toml), learnt from what the readers say of writers whom they had not met.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from operator import mul
from typing import Self

import numpy as np
from numpy.typing import NDArray

from bot.toml import read_toml
from bot.understanding.rights.heights import heights
from bot.understanding.rights.labels import ASKING, KINDS, RIGHTS
from bot.understanding.rights.message import Message
from bot.understanding.rights.network import Opinion, network
from bot.understanding.rights.scorer import Scores, weights
from bot.understanding.rights.signals import (
    KIND_TERMS,
    RIGHT_TERMS,
    SURE_TERMS,
    RightWeights,
    kind_terms,
    right_terms,
    sure_terms,
)
from bot.understanding.wordlists import DATA

FILE = DATA / "combine.toml"
DIGITS = 9  # of a sum: processors differ in those behind


@dataclass(frozen=True)
class Chances:
    """What is believed of a message, as probabilities."""

    rights: tuple[float, ...]  # of each right, in the order of RIGHTS
    kinds: tuple[float, ...]  # of KINDS; they add up to 1
    handed_up: float  # that an agent hands a ticket over
    scores: Scores
    opinion: Opinion
    message: Message
    lines: "Lines"  # by which the readers were weighed

    @property
    def asked(self) -> float:
        """The probability of a request."""
        return sum(chance for kind, chance in zip(KINDS, self.kinds, strict=True) if kind in ASKING)

    @property
    def ranked(self) -> list[int]:
        """The rights, likeliest first, as places in RIGHTS."""
        return ranked(self.rights)

    def sure_of(self, chosen: Sequence[int]) -> float:
        """The probability that exactly these rights, and no others, are asked for."""
        return _chance(self.lines.sure.odds(sure_terms(self.message, self.opinion, self.kinds, self.rights, chosen)))


def combine(message: Message) -> Chances:
    """Weighs what the readers say of a message."""
    scores = weights().score(message.whole, message.sentences)
    return weigh(message, scores, network().score(message.tokens), lines())


def weigh(message: Message, scores: Scores, opinion: Opinion, lines: "Lines") -> Chances:
    """The same with what the scorer and the network say known already, by any weights."""
    high = heights(scores.sentences)
    rights = tuple(map(_chance, lines.right.odds(right_terms(message, scores, high, opinion))))
    *odds, handed_up = lines.kinds.odds(kind_terms(message, scores, high, opinion, rights))
    top = max(odds)
    parts = [exp(o - top) for o in odds]
    kinds = tuple(part / sum(parts) for part in parts)
    return Chances(rights, kinds, _chance(handed_up), scores, opinion, message, lines)


@dataclass(frozen=True)
class Line:
    """One linear model: a weight a term, and what it starts from."""

    start: float
    weights: tuple[float, ...]

    def odds(self, terms: Sequence[float]) -> float:
        """What the terms come to."""
        return sum(map(mul, self.weights, terms), self.start)


@dataclass(frozen=True, eq=False)
class Rows:
    """Several of the same terms."""

    starts: NDArray[np.float64]
    weights: NDArray[np.float64]  # a row each

    @classmethod
    def of(cls, some: Sequence[Line]) -> Self:
        """From each of them."""
        return cls(np.array([one.start for one in some]), np.array([one.weights for one in some]))

    def odds(self, terms: Sequence[float]) -> list[float]:
        """What the terms come to in each."""
        odds: list[float] = np.round(self.weights @ np.array(terms) + self.starts, DIGITS).tolist()
        return odds


@dataclass(frozen=True)
class Lines:
    """All of them."""

    right: RightWeights
    kinds: Rows  # of KINDS; and that an agent hands a ticket over
    sure: Line

    @classmethod
    def of(cls, sections: Mapping[str, Mapping[str, float]]) -> Self:
        """From weights by name. Raises ValueError for a name that is no term."""
        kinds = [_line(sections[name], KIND_TERMS) for name in (*(f"kind.{kind}" for kind in KINDS), "handed_up")]
        return cls(
            right=RightWeights.of(_known(sections["right"], RIGHT_TERMS)),
            kinds=Rows.of(kinds),
            sure=_line(sections["sure"], SURE_TERMS),
        )


def ranked(rights: Sequence[float]) -> list[int]:
    """The places of the rights by their chances, the likeliest first."""
    return sorted(range(len(RIGHTS)), key=lambda right: -rights[right])


@cache
def lines() -> Lines:
    """Those that come with the program."""
    return Lines.of(sections())


def sections() -> dict[str, dict[str, float]]:
    """The weights that come with the program, by name."""
    raw = read_toml(FILE)
    return {f"kind.{kind}": weights for kind, weights in raw.pop("kind").items()} | raw


def _line(raw: Mapping[str, float], terms: Sequence[str]) -> Line:
    return Line(raw["start"], tuple(_known(raw, terms).get(term, 0.0) for term in terms))


def _known(raw: Mapping[str, float], terms: Sequence[str]) -> Mapping[str, float]:
    """The same weights, all of which have the name of a term."""
    if unknown := set(raw) - {*terms, "start"}:
        raise ValueError(f"combine.toml: nothing is called {sorted(unknown)[0]!r}")
    return raw


def _chance(odds: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))
