"""Learns the network: the same layers as at run time, with what learning needs besides.

A part of the features and whole words are hidden at random while it learns, so that it does not lean on single ones.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import reduce
from multiprocessing import get_context

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from bot.understanding.reading import Meta
from bot.understanding.rights.labels import KINDS, RIGHTS
from bot.understanding.rights.network import TINY
from bot.understanding.rights.tokens import Token
from bot.understanding.training import Matrix
from bot.understanding.training.examples import Example, asking
from bot.understanding.training.packed import in_lines

COMMON = 10  # phrases that a feature must stand in
POINT, WIDTH, LAYERS, LOOKS, DRAWN = 64, 128, 4, 4, 256
ROUNDS = 8  # through all phrases
BATCH = 6000  # tokens
HIDDEN_FEATURES, HIDDEN_WORDS, HIDDEN_VALUES = 0.25, 0.08, 0.3  # shares
SPEED, DECAY = 2e-3, 0.02
SOFTNESS = 0.03  # what of the chance of the true kind is spread over all
JOINED, SHORT = 0.25, 90  # share of the examples that have another one behind them, where both have fewer tokens
OUT = len(RIGHTS) + len(KINDS) + 1
KIND, HANDED = len(RIGHTS), len(RIGHTS) + 1  # places in what is wanted of an example, behind the rights
UNKNOWN = ""  # the name of the first row, for tokens of which no feature is known


@dataclass(frozen=True)
class Row:
    """An example as numbers."""

    features: Matrix  # of all tokens, one after the other
    lengths: Matrix  # how many features each token has
    wanted: Matrix  # rights, kind (as a place), whether handed up
    language: str

    @property
    def joins(self) -> bool:
        """Whether it can stand in one message with another: a ticket that is handed up is a message of its own."""
        return len(self.lengths) < SHORT and not self.wanted[HANDED]

    def followed_by(self, other: "Row") -> "Row":
        """Both in one message, which asks for what either asks for."""
        wanted = np.maximum(self.wanted, other.wanted)
        if many := int(wanted[:KIND].sum()):
            wanted[KIND] = KINDS.index(asking(many))
        return Row(
            np.concatenate((self.features, other.features)),
            np.concatenate((self.lengths, other.lengths)),
            wanted,
            self.language,
        )


def learn_each(books: Sequence[Sequence[Example]], comments: Sequence[str]) -> list[Mapping[str, Matrix]]:
    """A network for each book, two at once."""
    commented = {"comments": in_lines(comments)}
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        jobs = [pool.submit(learn, *prepared(book)) for book in books]
        return [commented | job.result() for job in jobs]


def prepared(examples: Sequence[Example]) -> tuple[list[str], list[Row]]:
    """The names of the features that are common enough, and the examples as numbers."""
    texts = [e.message.tokens for e in examples]
    count = Counter(f for text in texts for f in {f for token in text for f in token})
    names = [UNKNOWN, *sorted(f for f, n in count.items() if n >= COMMON)]
    place = {name: number for number, name in enumerate(names)}
    return names, [_row(text, e, place) for text, e in zip(texts, examples, strict=True)]


def _row(text: Sequence[Token], example: Example, place: Mapping[str, int]) -> Row:
    placed = ([place[name] for name in token if name in place] or [0] for token in text or [()])
    known = [sorted(token) for token in placed]  # articles are named in no certain order
    rights = [float(right in example.phrase.rights) for right in RIGHTS]
    handed = float(example.phrase.meta is Meta.ESCALATION)
    return Row(
        np.array([f for token in known for f in token], dtype=np.int64),
        np.array([len(token) for token in known], dtype=np.int64),
        np.array([*rights, KINDS.index(example.kind), handed], dtype=np.float32),
        example.message.language,
    )


class _Even(nn.Module):
    """Each row at one length, and how much each direction of it counts."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.counts = nn.Parameter(torch.ones(width))

    def forward(self, x: Matrix) -> Matrix:
        return x * (self.counts * torch.rsqrt((x * x).mean(-1, keepdim=True) + TINY))


class _Hide(nn.Module):
    """Hides a share of the values, as `nn.Dropout` does; random bytes are made in a fraction of its time."""

    def __init__(self, chance: np.random.Generator) -> None:
        super().__init__()
        self.chance = chance

    def forward(self, x: Matrix) -> Matrix:
        drawn = torch.from_numpy(self.chance.integers(256, size=x.numel(), dtype=np.uint8)).view(x.shape)
        return x * ((drawn >= 256 * HIDDEN_VALUES) / (1 - HIDDEN_VALUES))


class _Layer(nn.Module):
    """Each token with those `gap` places before and behind it: one product of matrices, faster than `nn.Conv1d`."""

    def __init__(self, gap: int) -> None:
        super().__init__()
        self.gap = gap
        self.three = nn.Linear(3 * WIDTH, WIDTH)

    def forward(self, x: Matrix) -> Matrix:
        padded = functional.pad(x, (0, 0, self.gap, self.gap))
        return self.three(torch.cat((padded[:, : x.shape[1]], x, padded[:, 2 * self.gap :]), -1))


class _Net(nn.Module):
    def __init__(self, features: int, chance: np.random.Generator) -> None:
        super().__init__()
        self.points = nn.EmbeddingBag(features, POINT, mode="sum")
        nn.init.normal_(self.points.weight, std=0.05)
        self.even = _Even(POINT)
        self.into = nn.Linear(POINT, WIDTH)
        self.layers = nn.ModuleList([_Layer(2**n) for n in range(LAYERS)])
        self.evens = nn.ModuleList([_Even(WIDTH) for _ in range(LAYERS)])
        self.looks = nn.Linear(WIDTH, LOOKS, bias=False)
        self.hidden = nn.Linear(WIDTH * (LOOKS + 1), DRAWN)
        self.out = nn.Linear(DRAWN, OUT)
        self.hide = _Hide(chance)

    def forward(self, features: Matrix, starts: Matrix, there: Matrix, shown: Matrix) -> Matrix:
        summed = self.points(features, starts, per_sample_weights=shown).view(*there.shape, POINT)
        mask = there[..., None]
        x = self.hide(self.into(self.even(summed))) * mask
        for layer, even in zip(self.layers, self.evens, strict=True):
            x = (x + self.hide(functional.relu(layer(even(x))))) * mask
        looks = self.looks(x).masked_fill(~mask, -1e4).softmax(1)
        averages = torch.einsum("btk,btd->bkd", looks, x).flatten(1)
        highest = x.masked_fill(~mask, -1e4).max(1).values
        drawn = torch.cat((averages, highest), 1)
        return self.out(self.hide(functional.relu(self.hidden(drawn))))


def learn(names: Sequence[str], rows: Sequence[Row]) -> dict[str, Matrix]:
    """Learns a network: the matrices of the file, without its comments. One thread, so that it comes out the same."""
    torch.set_num_threads(1)
    torch.manual_seed(0)
    chance = np.random.default_rng(0)
    net = _Net(len(names), chance)
    optimiser = torch.optim.AdamW(net.parameters(), lr=SPEED, weight_decay=DECAY)
    plan = [batch for _ in range(ROUNDS) for batch in _batches(_joined(rows, chance), chance)]
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, SPEED, total_steps=len(plan), pct_start=0.15)
    for batch in plan:
        some = [reduce(Row.followed_by, rows) for rows in batch]
        loss = _loss(net(*_tensors(some, chance)), torch.from_numpy(np.array([row.wanted for row in some])))
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimiser.step()
        schedule.step()
    return _held(names, net)


def _joined(rows: Sequence[Row], chance: np.random.Generator) -> list[tuple[Row, ...]]:
    """The rows, some of them with another one of their language behind: people ask for several things at once, and
    between other matters.
    """
    others: dict[str, list[Row]] = {}
    for row in rows:
        if row.joins:
            others.setdefault(row.language, []).append(row)
    return [
        (row, others[row.language][chance.integers(len(others[row.language]))])
        if row.joins and chance.random() < JOINED
        else (row,)
        for row in rows
    ]


def _batches(messages: Sequence[tuple[Row, ...]], chance: np.random.Generator) -> list[list[tuple[Row, ...]]]:
    """All messages once, those of about one length together, in a random order."""
    lengths = np.array([sum(len(row.lengths) for row in rows) for rows in messages])
    batches: list[list[tuple[Row, ...]]] = [[]]
    longest = 0
    for number in np.argsort(lengths + 8 * chance.random(len(messages)), kind="stable").tolist():
        longest = max(longest, lengths[number])
        if longest * (len(batches[-1]) + 1) > BATCH and batches[-1]:
            batches.append([])
            longest = lengths[number]
        batches[-1].append(messages[number])
    return [batches[n] for n in chance.permutation(len(batches))]


def _tensors(rows: Sequence[Row], chance: np.random.Generator) -> Iterator[Matrix]:
    """What the net takes, a part of it hidden."""
    longest = max(len(row.lengths) for row in rows)
    lengths = np.zeros((len(rows), longest), dtype=np.int64)
    for number, row in enumerate(rows):
        lengths[number, : len(row.lengths)] = row.lengths
    flat = lengths.ravel()
    features = np.concatenate([row.features for row in rows])
    shown = chance.random(len(features)) >= HIDDEN_FEATURES
    shown &= np.repeat(chance.random(len(flat)) >= HIDDEN_WORDS, flat)
    yield torch.from_numpy(features)
    yield torch.from_numpy(np.cumsum(flat) - flat)
    yield torch.from_numpy(lengths > 0)
    yield torch.from_numpy(shown.astype(np.float32))


def _loss(out: Matrix, wanted: Matrix) -> Matrix:
    rights = functional.binary_cross_entropy_with_logits(out[:, :KIND], wanted[:, :KIND])
    kinds = functional.cross_entropy(out[:, KIND:-1], wanted[:, KIND].long(), label_smoothing=SOFTNESS)
    handed = functional.binary_cross_entropy_with_logits(out[:, -1], wanted[:, HANDED])
    return rights * KIND / 2 + kinds + handed


def _held(names: Sequence[str], net: _Net) -> dict[str, Matrix]:
    """The matrices as the program wants them: input by output, with the counts of `_Even` worked in."""
    points = net.points.weight.detach().numpy()
    unit = np.maximum(np.abs(points).max(axis=0) / 127, 1e-9)
    held = {
        "names": in_lines(names),
        "points": np.round(points / unit).astype(np.int8),
        "unit": unit.astype(np.float32),
        **_linear("into", net.into, net.even.counts),
        "looks": _half_precise(net.looks.weight.T),
        **_linear("hidden", net.hidden),
        **_linear("out", net.out),
    }
    for number, (layer, even) in enumerate(zip(net.layers, net.evens, strict=True)):
        three = layer.three.weight.T.reshape(3, WIDTH, WIDTH)
        held[f"layer{number}"] = _half_precise(three * even.counts[None, :, None])
        held[f"layer{number}_start"] = _half_precise(layer.three.bias)
    return held


def _linear(name: str, layer: nn.Linear, counts: Matrix | None = None) -> dict[str, Matrix]:
    weight = layer.weight.T if counts is None else layer.weight.T * counts[:, None]
    return {name: _half_precise(weight), f"{name}_start": _half_precise(layer.bias)}


def _half_precise(matrix: Matrix) -> Matrix:
    return np.ascontiguousarray(matrix.detach().numpy(), dtype=np.float16)
