"""`python -m bot.understanding.training.numbers [apart]`: learns what the numbers in messages are (data/numbers.tsv).

From lines in which every number is marked (`marked/*.txt`), and from messages whose facts are labelled
(`facts/*.jsonl`). With `apart` nothing is written: each hand is read by a teller that was learnt without it.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from bot.understanding.numbers.codes import Code, accounts_with_banks
from bot.understanding.numbers.meanings import FILE, HUNDREDTHS, Meaning, Meanings
from bot.understanding.numbers.references import chosen, numbers, seen
from bot.understanding.training.book import FACTS
from bot.understanding.training.sources import MARKED, signed_numbers

LINE = 0.2  # what a marked line counts beside a message: its authors sought what is hard to tell
COMMON = 3  # numbers that a feature must stand beside
FREEDOM = 1.0  # inverse of the regularisation
SMALLEST = 12  # hundredths; weights below are left out
OTHER = -1
_MARK = re.compile(r"\{([tcapho]):([^{}]*)\}")
_MEANING = {"t": Meaning.TICKET, "c": Meaning.CASE, "a": Meaning.ACCOUNT}
_LABELS = {"ticket": Meaning.TICKET, "case_reference": Meaning.CASE, "account_id": Meaning.ACCOUNT}


@dataclass(frozen=True)
class Example:
    """One message or line: its numbers, what each means (OTHER: something else), and what each meaning's is."""

    text: str
    codes: Sequence[Code]
    meant: Sequence[int]
    right: Mapping[Meaning, frozenset[str]]  # one of these is to be found; folded by `_same`
    weight: float


def examples() -> dict[str, list[Example]]:
    """All examples by the hand that wrote them."""
    hands = {file.stem: [_marked(line) for line in _lines(file)] for file in sorted(MARKED.glob("*.txt"))}
    return hands | {file.stem: [_labelled(line) for line in _lines(file)] for file in sorted(FACTS.glob("*.jsonl"))}


def learnt(hands: Iterable[Sequence[Example]]) -> dict[str, tuple[int, int, int]]:
    """The rows of the table, in hundredths of log-odds."""
    rows, meant, weights = list[dict[str, int]](), list[int](), list[float]()
    for example in (example for hand in hands for example in hand):
        for features, meaning in zip(seen(example.text, example.codes), example.meant, strict=True):
            rows.append(dict.fromkeys(features, 1))
            meant.append(meaning)
            weights.append(example.weight)
    count = Counter(feature for row in rows for feature in row)
    kept = [{feature: 1 for feature in row if count[feature] >= COMMON} for row in rows]
    vectorizer = DictVectorizer()
    model = LogisticRegression(C=FREEDOM, max_iter=1000, tol=1e-4)
    model.fit(vectorizer.fit_transform(kept), meant, sample_weight=weights)
    against = np.rint((model.coef_[1:] - model.coef_[0]) * HUNDREDTHS).astype(int)
    start = np.rint((model.intercept_[1:] - model.intercept_[0]) * HUNDREDTHS).astype(int)
    table = {"start": _row(start)}
    for place, feature in enumerate(vectorizer.get_feature_names_out()):
        if np.abs(against[:, place]).max() >= SMALLEST:
            table[str(feature)] = _row(against[:, place])
    return table


def write(file: Path, table: Mapping[str, tuple[int, int, int]], comments: Sequence[str]) -> None:
    """Writes a table as `Meanings` reads it."""
    lines = [f"# {comment}" for comment in comments]
    lines.append("\t".join(("feature", *(meaning.name.lower() for meaning in Meaning))))
    lines += ["\t".join((feature, *map(str, row))) for feature, row in table.items()]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def score(hand: Sequence[Example], by: Meanings) -> Counter[tuple[Meaning, str]]:
    """How often a number of each meaning was found ("hit"), another taken for it ("false"), or missed ("miss")."""
    count = Counter[tuple[Meaning, str]]()
    for example in hand:
        found = {m: _same(example.codes[i].value) for m, i in chosen(example.text, example.codes, by).items()}
        for meaning in Meaning:
            right = example.right.get(meaning, frozenset())
            hit = found.get(meaning) in right
            count[meaning, "hit"] += hit
            count[meaning, "miss"] += bool(right) and not hit
            count[meaning, "false"] += meaning in found and not hit
    return count


def apart() -> Iterator[str]:
    """A line a hand: F1 of each meaning, read by a teller that was learnt without that hand."""
    hands, total = examples(), Counter[tuple[Meaning, str]]()
    with TemporaryDirectory() as folder:
        table = Path(folder) / FILE.name
        for name, hand in hands.items():
            write(table, learnt(other for key, other in hands.items() if key != name), [])
            count = score(hand, Meanings(table))
            if hand[0].weight == 1:
                total += count
            yield f"{name}: {_f1(count)}"
    yield f"all hands that wrote messages: {_f1(total)}"


def _lines(file: Path) -> list[str]:
    return [line for line in file.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def _marked(line: str) -> Example:
    """An example from `en|Ticket {t:88-20417}, order {o:7710}`."""
    marked = line.partition("|")[2].replace("\\n", "\n")
    text, marks, at = "", list[tuple[int, int, int]](), 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        marks.append((len(text), len(text) + len(mark[2]), _MEANING.get(mark[1], OTHER)))
        text, at = text + mark[2], mark.end()
    text += marked[at:]
    right: dict[Meaning, set[str]] = {}
    for start, end, meaning in marks:
        if meaning != OTHER:
            right.setdefault(Meaning(meaning), set()).add(_same(text[start:end]))
    return _example(text, {key: frozenset(values) for key, values in right.items()}, LINE)


def _labelled(line: str) -> Example:
    """An example from a labelled message."""
    message = json.loads(line)
    facts = message["entities"]
    right = {meaning: frozenset((_same(facts[name]),)) for name, meaning in _LABELS.items() if name in facts}
    return _example(message["text"], right, 1.0)


def _example(text: str, right: Mapping[Meaning, frozenset[str]], weight: float) -> Example:
    codes = numbers(text, accounts_with_banks(text))
    meant = [
        next((int(meaning) for meaning, values in right.items() if _same(code.value) in values), OTHER)
        for code in codes
    ]
    return Example(text, codes, meant, right, weight)


def _same(value: str) -> str:
    """Numbers that are written otherwise but the same."""
    return re.sub(r"[\s#]", "", value).upper()


def _row(values: Iterable[int]) -> tuple[int, int, int]:
    ticket, case, account = map(int, values)
    return ticket, case, account


def _f1(count: Mapping[tuple[Meaning, str], int]) -> str:
    shares = []
    for meaning in Meaning:
        hit, false, miss = (count[meaning, kind] for kind in ("hit", "false", "miss"))
        shares.append(f"{meaning.name.lower()} {200 * hit / max(1, 2 * hit + false + miss):.1f}")
    return ", ".join(shares)


def main() -> None:
    """Learns and writes, or measures."""
    if sys.argv[1:] == ["apart"]:
        for line in apart():
            sys.stdout.write(line + "\n")
            sys.stdout.flush()
        return
    write(FILE, learnt(examples().values()), signed_numbers())


if __name__ == "__main__":
    main()
