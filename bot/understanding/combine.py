"""The one place that weighs what all readers say: how likely each right is, what kind of message it is, how sure.

Three small logistic models over the terms of `signals`, with weights that anybody can read (data/combine.toml),
learnt from the phrase book on scores of messages that the scorer had not seen.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from operator import mul

from bot.understanding.labels import KINDS, RIGHTS
from bot.understanding.message import Message
from bot.understanding.network import Opinion, network
from bot.understanding.scorer import DATA, Scores, weights
from bot.understanding.signals import KIND_TERMS, RIGHT_TERMS, SURE_TERMS, heights, kind_terms, right_terms, sure_terms


@dataclass(frozen=True)
class Chances:
    """What is believed of a message, as probabilities."""

    rights: tuple[float, ...]  # of each right, in the order of RIGHTS
    kinds: tuple[float, ...]  # of KINDS; they add up to 1
    handed_up: float  # that an agent hands a ticket over
    scores: Scores
    opinion: Opinion
    message: Message

    @property
    def ranked(self) -> list[int]:
        """The rights, likeliest first, as places in RIGHTS."""
        return sorted(range(len(RIGHTS)), key=lambda right: -self.rights[right])

    def sure_of(self, chosen: Sequence[int]) -> float:
        """The probability that exactly these rights, and no others, are asked for."""
        return _chance(_lines().sure, sure_terms(self.message, self.opinion, self.kinds, self.rights, chosen))


TEMPER = 0.85
"""How far the odds of a kind are believed. The weights were learnt on lines of the book, which are more alike than what
people write, so a message from outside it deserves less certainty. On 32,476 lines by writers whom the readers had not
met, 1.0 misses 86 of 19,827 requests silently, 0.9 misses 71 and 0.85 misses 55; of the others it asks about 32, 37 and
39 in a hundred.
"""


def combine(message: Message) -> Chances:
    """Weighs what the readers say of a message."""
    scores = weights().score(message.whole, message.sentences)
    return weigh(message, scores, network().score(message.tokens))


def weigh(message: Message, scores: Scores, opinion: Opinion) -> Chances:
    """The same with what the scorer and the network say known already."""
    lines, high = _lines(), heights(scores.sentences)
    rights = tuple(_chance(lines.right, terms) for terms in right_terms(message, scores, high, opinion))
    terms = kind_terms(message, scores, high, opinion, rights)
    odds = [_odds(lines.kinds[kind], terms) for kind in KINDS]
    top = max(odds)
    parts = [exp(TEMPER * (o - top)) for o in odds]
    kinds = tuple(part / sum(parts) for part in parts)
    return Chances(rights, kinds, _chance(lines.handed_up, terms), scores, opinion, message)


@dataclass(frozen=True)
class _Line:
    """One linear model: a weight a term, and what it starts from."""

    start: float
    weights: tuple[float, ...]


@dataclass(frozen=True)
class _Lines:
    right: _Line
    kinds: dict[str, _Line]
    handed_up: _Line
    sure: _Line


@cache
def _lines() -> _Lines:
    raw = tomllib.loads((DATA / "combine.toml").read_text(encoding="utf-8"))
    return _Lines(
        right=_line(raw["right"], RIGHT_TERMS),
        kinds={kind: _line(raw["kind"][kind], KIND_TERMS) for kind in KINDS},
        handed_up=_line(raw["handed_up"], KIND_TERMS),
        sure=_line(raw["sure"], SURE_TERMS),
    )


def _line(raw: Mapping[str, float], terms: Sequence[str]) -> _Line:
    if unknown := set(raw) - {*terms, "start"}:
        raise ValueError(f"combine.toml: nothing is called {sorted(unknown)[0]!r}")
    return _Line(raw["start"], tuple(raw.get(term, 0.0) for term in terms))


def _odds(line: _Line, terms: Sequence[float]) -> float:
    return sum(map(mul, line.weights, terms), line.start)


def _chance(line: _Line, terms: Sequence[float]) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, _odds(line, terms)))))


def forget() -> None:
    """Reads the weights again when they are needed next: they were learnt anew."""
    _lines.cache_clear()
