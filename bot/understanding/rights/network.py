"""The network: how much the words of a message, in their order, speak for each label.

A small convolutional network (data/network.npz), learnt from the phrase book like the scorer's table. The scorer knows
which words and pairs of neighbours stand in a message; the network also sees what stands further before and after.

1. Each token is the sum of what its features stand for: a point in a space where words that mean the same lie close.
2. Layers look at a token with its neighbours: one place away, then two, four, eight. Each adds to what the layer before
   made of the token.
3. Of all tokens the highest value in each direction is kept, and four averages, each of which looks for something else.
4. From these follow the log-odds of each right, and the chance of each kind of message.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate, chain
from math import exp, log
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from bot.understanding.rights.heights import FEW
from bot.understanding.rights.index import Index, lines_of
from bot.understanding.rights.tokens import Token
from bot.understanding.wordlists import DATA

FILE = DATA / "network.npz"
TINY = 1e-5  # keeps a division from one by zero
SURE, UNLIKELY = 8.0, -6.0  # it is never surer of a right than this, nor surer that a kind is out of the question
PARTS = 1000  # of one, in which what comes out is told: processors differ in the digits behind
Floats: TypeAlias = NDArray[np.float32]


@dataclass(frozen=True)
class Opinion:
    """What the network makes of a message."""

    rights: Sequence[float]  # log-odds, in the order of RIGHTS
    kinds: Sequence[float]  # logarithms of the chances, in the order of KINDS (labels.py)
    handed_up: float  # log-odds that an agent hands a ticket over
    inner: Floats = field(repr=False, compare=False)  # what all this is told from, for others who tell more from it


class Network:
    """The network as it was learnt: matrices, and the features that have a point, by name."""

    def __init__(self, held: Mapping[str, NDArray[Any]]) -> None:
        """From what the file holds."""
        self.comments = lines_of(held["comments"])
        self._index = Index.of_lines(held["names"])
        points = held["points"]
        self._points = np.concatenate((points, np.zeros_like(points[:1])))  # the last one of what is in no table
        self._unit = held["unit"]
        self._into = _floats(held["into"])
        self._into_start = _floats(held["into_start"])
        many = sum(name.startswith("layer") for name in held) // 2
        self._layers = [_floats(np.concatenate(held[f"layer{n}"])) for n in range(many)]  # three matrices in one
        self._layer_starts = [_floats(held[f"layer{n}_start"]) for n in range(many)]
        self._looks = _floats(held["looks"])
        self._hidden, self._hidden_start = _floats(held["hidden"]), _floats(held["hidden_start"])
        self._out, self._out_start = _floats(held["out"]), _floats(held["out_start"])

    def score(self, tokens: Sequence[Token]) -> Opinion:
        """What the network makes of a message's tokens; they may be none."""
        x = self._placed(tokens)
        for number, (layer, start) in enumerate(zip(self._layers, self._layer_starts, strict=True)):
            x += _relu(_convolved(_even(x), layer, 2**number) + start)
        looks = x @ self._looks
        looks = np.exp(looks - looks.max(axis=0))
        averages = (looks / looks.sum(axis=0)).T @ x
        drawn = np.concatenate((averages.ravel(), x.max(axis=0)))
        inner = _relu(drawn @ self._hidden + self._hidden_start)
        return _opinion((inner @ self._out + self._out_start).tolist(), inner)

    def _placed(self, tokens: Sequence[Token]) -> Floats:
        """A row for each token: the sum of its features' points; whole numbers, the same in any order."""
        tokens = tokens or [("",)]
        places = self._index.of([*chain.from_iterable(tokens)])
        begins = [0, *accumulate(map(len, tokens[:-1]))]
        summed = np.add.reduceat(self._points.take(places, axis=0, mode="wrap"), begins, axis=0, dtype=np.int32)
        unknown = np.maximum.reduceat(places, begins) < 0
        summed[unknown] = self._points[0]
        placed: Floats = _even(summed.astype(np.float32) * self._unit) @ self._into + self._into_start
        return placed


def _opinion(out: Sequence[float], inner: Floats) -> Opinion:
    """What the numbers that come out mean; so few are told faster one by one."""
    out = [round(said * PARTS) / PARTS for said in out]
    *rights, handed_up = (min(max(said, -SURE), SURE) for said in (*out[:FEW], out[-1]))
    kinds = out[FEW:-1]
    top = max(kinds)
    whole = top + log(sum(exp(said - top) for said in kinds))
    return Opinion(rights, [max(said - whole, UNLIKELY) for said in kinds], handed_up, inner)


def _even(x: Floats) -> Floats:
    """Each row at one length. (How much a direction counts is worked into the matrix that follows.)"""
    evened: Floats = x / np.sqrt(np.einsum("td,td->t", x, x)[:, None] / x.shape[1] + TINY)
    return evened


def _convolved(x: Floats, layer: Floats, gap: int) -> Floats:
    """Each row with the one `gap` before it, itself, and the one `gap` after: side by side, so that one product has
    all three, which is faster than to add up three."""
    long, width = x.shape
    beside = np.zeros((long, 3 * width), dtype=np.float32)
    beside[:, width : 2 * width] = x
    if gap < long:
        beside[gap:, :width] = x[:-gap]
        beside[:-gap, 2 * width :] = x[gap:]
    out: Floats = beside @ layer
    return out


def _relu(x: Floats) -> Floats:
    positive: Floats = np.maximum(x, 0)
    return positive


def _floats(held: NDArray[Any]) -> Floats:
    return np.ascontiguousarray(held, dtype=np.float32)


@cache
def network() -> Network:
    """The network that comes with the program."""
    with np.load(FILE, allow_pickle=False) as held:
        return Network(dict(held))
