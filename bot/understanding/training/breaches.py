"""`python -m bot.understanding.training.breaches [apart]`: learns to tell a possible breach (data/breach.tsv).

From marked lines (breaches/*.txt: "+" says that data may be in the wrong hands, "-" only sounds like it), and from the
book, none of whose lines are taken for one. With `apart` nothing is written: each fifth of the marked lines is read by
a table that was learnt without it.
"""

import sys
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

from bot.rights import Right
from bot.understanding.breaches import EVENING, FILE, HUNDREDTHS, INNER, LIKELY, START, Teller
from bot.understanding.mail import read_text
from bot.understanding.rights.labels import label_of
from bot.understanding.rights.message import Message, listen
from bot.understanding.rights.network import Opinion, network
from bot.understanding.rights.scorer import weights
from bot.understanding.training.book import BOOK, phrases
from bot.understanding.training.report import share
from bot.understanding.training.sources import BREACHES, signed_breaches

COMMON = 6  # lines that a feature must stand in
FREEDOM = 1.0  # inverse of the regularisation
SMALLEST = 45  # hundredths; weights below are left out
WITHIN = 0.3  # how far the network's inside counts beside the words
# What a marked line counts beside one of the book, and a complaint: some of these are of a breach in other words
MARKED, COMPLAINT = 10.0, 0.12
BETWEEN = 3  # times that a marked line stands between others
LONGEST = 400  # characters of these
PARTS = 5  # of the marked lines, each of which is read by what was learnt from the others
EACH = 6  # of so many lines of the book one is learnt from
_LEFT_OUT = ("s:", "d:")  # features that say no more about it


@dataclass(frozen=True)
class Example:
    """A line, as it is read."""

    said: frozenset[str]
    words: int
    opinion: Opinion
    breach: bool
    weight: float
    language: str  # of its file; "" in the book
    line: int = 0  # in its file


def marked() -> list[Example]:
    """The marked lines, each alone and between others of its language that say nothing of the kind: people tell it in
    the midst of other matters."""
    others = _others()
    found: list[Example] = []
    for file in BREACHES:
        lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line[:2] in ("+ ", "- ")]
        around = others[file.stem]
        for number, line in enumerate(lines):
            text, breach = line[2:].replace("\\n", "\n"), line[0] == "+"
            found.append(_example(_listened(text), breach, MARKED, file.stem, number))
            for turn in range(BETWEEN):
                before, after = (around[(step * (number + turn * len(lines))) % len(around)] for step in (7, 11))
                joined = (before, text, after) if turn % 3 == 0 else (before, text) if turn % 3 == 1 else (text, after)
                found.append(_example(_listened("\n".join(joined)), breach, MARKED / BETWEEN, file.stem, number))
    return found


def _others() -> dict[str, list[str]]:
    """Lines of the book that complain of nothing, by the language of the hand."""
    found: dict[str, list[str]] = {}
    for number, phrase in enumerate(phrases(BOOK)):
        if number % EACH == 1 and label_of(Right.COMPLAINT) not in phrase.rights and len(phrase.text) < LONGEST:
            found.setdefault(phrase.hand.partition("-")[0], []).append(phrase.text)
    return found


def of_book() -> Iterator[Example]:
    """Lines of the book that are about none: complaints in which no lexicon hears one, and some of all others."""
    complaint = label_of(Right.COMPLAINT)
    for number, phrase in enumerate(phrases(BOOK)):
        if complaint in phrase.rights:
            message = _listened(phrase.text)
            if "breach" not in message.gates:
                yield _example(message, False, COMPLAINT, "")
        elif number % EACH == 0:
            yield _example(_listened(phrase.text), False, 1.0, "")


def learnt(examples: Sequence[Example]) -> dict[str, int]:
    """The rows of the table."""
    count = Counter(feature for e in examples for feature in e.said)
    places = {feature: n for n, feature in enumerate(sorted(f for f, many in count.items() if many >= COMMON))}
    inner = np.array([e.opinion.inner for e in examples], dtype=np.float64)
    scale = WITHIN / (inner.std(axis=0) + 1e-3)
    model = LogisticRegression(C=FREEDOM, max_iter=5000, tol=1e-5)
    rows = hstack([_rows(examples, places), csr_matrix(inner * scale)]).tocsr()
    model.fit(rows, [e.breach for e in examples], sample_weight=[e.weight for e in examples])
    weights = np.rint(model.coef_[0] * HUNDREDTHS).astype(int)
    within = np.rint(model.coef_[0][len(places) :] * scale * HUNDREDTHS, casting="unsafe")
    table = {START: round(float(model.intercept_[0]) * HUNDREDTHS)}
    table |= {f"{INNER}{place}": int(weight) for place, weight in enumerate(within)}
    return table | {f: int(weights[place]) for f, place in places.items() if abs(weights[place]) >= SMALLEST}


def write(file: Path, table: Mapping[str, int], comments: Sequence[str]) -> None:
    """Writes a table as `Teller` reads it."""
    lines = [*(f"# {comment}" for comment in comments), *(f"{feature}\t{weight}" for feature, weight in table.items())]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def apart(lines: Sequence[Example], book: Sequence[Example]) -> Iterator[str]:
    """A line a language: how many breaches are told, and how many where there is none, in percent. Each fifth of the
    marked lines is read by a table that was learnt without it."""
    told: dict[str, list[tuple[bool, bool]]] = {}
    with TemporaryDirectory() as folder:
        file = Path(folder) / FILE.name
        for part in range(PARTS):
            write(file, learnt([*(e for e in lines if e.line % PARTS != part), *book]), [])
            by = Teller(file)
            for e in lines:
                if e.line % PARTS == part:
                    said = by.odds(weights().places([*e.said]), e.words, e.opinion) >= LIKELY
                    told.setdefault(e.language, []).append((e.breach, said))
    yield from (f"{language}: {_shares(told[language])}" for language in sorted(told))
    yield f"all: {_shares([*chain.from_iterable(told.values())])}"


def _rows(examples: Iterable[Example], places: Mapping[str, int]) -> csr_matrix:
    columns, values, ends = list[int](), list[float](), [0]
    for e in examples:
        known = sorted(places[feature] for feature in e.said if feature in places)
        columns += known
        values += [1 / pow(max(e.words, 1), EVENING)] * len(known)
        ends.append(len(columns))
    return csr_matrix((values, columns, ends), shape=(len(ends) - 1, len(places)))


def _shares(told: Sequence[tuple[bool, bool]]) -> str:
    found, false = (share(said for breach, said in told if breach is wanted) for wanted in (True, False))
    return f"{len(told)} lines, told {found:.1f}, falsely {false:.1f}"


def _listened(text: str) -> Message:
    return listen(read_text(text, zone=ZoneInfo("UTC")), ticket=False, reference=False)


def _example(message: Message, breach: bool, weight: float, language: str, line: int = 0) -> Example:
    told = [feature for feature in message.whole if not feature.startswith(_LEFT_OUT)]
    said = frozenset(compress(told, weights().places(told) >= 0))  # others are too rare to tell anything
    return Example(said, len(message.tokens), network().score(message.tokens), breach, weight, language, line)


def main() -> None:
    """Learns and writes, or measures."""
    lines, book = marked(), list(of_book())
    if sys.argv[1:] == ["apart"]:
        for line in apart(lines, book):
            sys.stdout.write(line + "\n")
    else:
        write(FILE, learnt([*lines, *book]), signed_breaches())


if __name__ == "__main__":
    main()
