"""How a `Teller` is learnt: from lines that are marked as telling of a matter, and others, by logistic regression over
their words and over what the network holds within.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, compress
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from bot.understanding.mail import read_text
from bot.understanding.rights.message import Message, listen
from bot.understanding.rights.network import Opinion, network
from bot.understanding.rights.scorer import weights
from bot.understanding.teller import EVENING, HUNDREDTHS, INNER, START, Teller
from bot.understanding.training.report import share

SMALLEST = 5  # hundredths; weights below are left out
WITHIN = 0.3  # how far the network's inside counts beside the words
PARTS = 5  # of the marked lines, each of which is read by what was learnt from the others
_LEFT_OUT = ("d:",)  # features that say nothing about it


@dataclass(frozen=True)
class Example:
    """A line, as it is read."""

    said: frozenset[str]
    words: int
    opinion: Opinion
    matter: str  # what it tells of; "" for nothing of the kind
    weight: float
    language: str  # of its file; "" in the book
    line: int  # in its file


@dataclass(frozen=True)
class Size:
    """How large a table may get: from how many lines on a feature counts, how many of them it has, and how far their
    weights may go (the inverse of the regularisation)."""

    common: int
    most: int
    freedom: float


def listened(text: str) -> Message:
    """A line, ready for the readers."""
    return listen(read_text(text, zone=ZoneInfo("UTC")), ticket=False, reference=False)


def example(message: Message, matter: str, weight: float, language: str = "", line: int = 0) -> Example:
    """A line as an example."""
    told = [feature for feature in message.whole if not feature.startswith(_LEFT_OUT)]
    said = frozenset(compress(told, weights().places(told) >= 0))  # others are too rare to tell anything
    return Example(said, len(message.tokens), network().score(message.tokens), matter, weight, language, line)


def learnt(examples: Sequence[Example], matter: str, size: Size) -> dict[str, int]:
    """The rows of the table that tells a matter: of the features that tell most when all are learnt from, learnt anew
    from these alone."""
    count = Counter(feature for e in examples for feature in e.said)
    known = sorted(f for f, many in count.items() if many >= size.common)
    of_all, _within, _start = _fitted(examples, matter, known, size.freedom)
    telling = sorted(range(len(known)), key=lambda n: (-abs(of_all[n]), n))[: size.most]
    features = [known[n] for n in sorted(telling)]
    said, within, start = _fitted(examples, matter, features, size.freedom)
    table = {START: round(start * HUNDREDTHS)}
    table |= {f"{INNER}{place}": round(weight * HUNDREDTHS) for place, weight in enumerate(within)}
    rows = ((feature, round(weight * HUNDREDTHS)) for feature, weight in zip(features, said, strict=True))
    return table | {feature: weight for feature, weight in rows if abs(weight) >= SMALLEST}


def _fitted(
    examples: Sequence[Example], matter: str, features: Sequence[str], freedom: float
) -> tuple[list[float], list[float], float]:
    """What each feature, each place within the network and nothing at all says for a matter, in log-odds."""
    inner = np.array([e.opinion.inner for e in examples], dtype=np.float64)
    scale = WITHIN / (inner.std(axis=0) + 1e-3)
    model = LogisticRegression(C=freedom, max_iter=5000, tol=1e-5)
    places = {feature: n for n, feature in enumerate(features)}
    rows = hstack([_rows(examples, places), csr_matrix(inner * scale)]).tocsr()
    model.fit(rows, [e.matter == matter for e in examples], sample_weight=[e.weight for e in examples])
    told = model.coef_[0]
    return told[: len(places)].tolist(), (told[len(places) :] * scale).tolist(), float(model.intercept_[0])


def write(file: Path, table: Mapping[str, int], comments: Sequence[str]) -> None:
    """Writes a table as `Teller` reads it."""
    lines = [*(f"# {comment}" for comment in comments), *(f"{feature}\t{weight}" for feature, weight in table.items())]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def apart(lines: Sequence[Example], others: Sequence[Example], matter: str, size: Size, likely: float) -> Iterator[str]:
    """A line a language: how many that tell of a matter are told, and how many of the others falsely, in percent. Each
    fifth of the marked lines is read by a table that was learnt without it, and taken to tell from `likely` on."""
    told: dict[str, list[tuple[bool, bool]]] = {}
    with TemporaryDirectory() as folder:
        file = Path(folder) / "table.tsv"
        for part in range(PARTS):
            write(file, learnt([*(e for e in lines if e.line % PARTS != part), *others], matter, size), [])
            by = Teller(file)
            for e in lines:
                if e.line % PARTS == part:
                    said = by.odds(weights().places([*e.said]), e.words, e.opinion) >= likely
                    told.setdefault(e.language, []).append((e.matter == matter, said))
    yield from (f"{matter}, {language}: {_shares(told[language])}" for language in sorted(told))
    yield f"{matter}, all: {_shares([*chain.from_iterable(told.values())])}"


def _rows(examples: Iterable[Example], places: Mapping[str, int]) -> csr_matrix:
    columns, values, ends = list[int](), list[float](), [0]
    for e in examples:
        known = sorted(places[feature] for feature in e.said if feature in places)
        columns += known
        values += [1 / pow(max(e.words, 1), EVENING)] * len(known)
        ends.append(len(columns))
    return csr_matrix((values, columns, ends), shape=(len(ends) - 1, len(places)))


def _shares(told: Sequence[tuple[bool, bool]]) -> str:
    found, false = (share(said for tells, said in told if tells is wanted) for wanted in (True, False))
    return f"{len(told)} lines, told {found:.1f}, falsely {false:.1f}"
