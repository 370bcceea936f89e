"""What a number most likely is, by all that stands around it: a small linear model over `surroundings`.

Its weights (data/numbers.tsv) are learnt from marked lines and labelled messages (`training/numbers.py`): one row a
feature, in hundredths of log-odds against a number of something else.
"""

from collections.abc import Iterable
from enum import IntEnum
from functools import cache
from math import exp
from pathlib import Path
from typing import NamedTuple

from bot.understanding.wordlists import DATA

FILE = DATA / "numbers.tsv"
HUNDREDTHS = 100


class Meaning(IntEnum):
    """What a number of the firm's own can be; in the order of the table's columns."""

    TICKET = 0  # a support ticket
    CASE = 1  # a case of ours
    ACCOUNT = 2  # the person's customer, member, user ... number or name


class Told(NamedTuple):
    """The chances of each meaning; what they lack to 1 is that of any other."""

    ticket: float
    case: float
    account: float


class Meanings:
    """The table."""

    def __init__(self, file: Path = FILE) -> None:
        """Reads the file: comments, a row of names, one of what each meaning starts from, then the features."""
        lines = file.read_text(encoding="utf-8").splitlines()
        self.comments = [line.removeprefix("# ") for line in lines if line.startswith("# ")]
        # The cells of a row are taken apart when it is needed: most never are, and getting ready is quick
        self._rows = dict(_cut(line) for line in lines[len(self.comments) :])
        if self._rows.pop("feature").split("\t") != [meaning.name.lower() for meaning in Meaning]:
            raise ValueError(f"{file.name}: its columns are not the meanings")
        self._starts = self._rows.pop("start")

    def tell(self, surroundings: Iterable[str]) -> Told:
        """The chances of a number with these surroundings."""
        rows = self._rows
        known = [rows[feature] for feature in surroundings if feature in rows]
        cells = "\t".join((self._starts, *known)).split("\t")  # all at once
        odds = [sum(map(int, cells[column :: len(Meaning)])) / HUNDREDTHS for column in Meaning]
        top = max(0.0, *odds)
        parts = [exp(o - top) for o in odds]
        whole = sum(parts) + exp(-top)
        return Told(*(part / whole for part in parts))


def _cut(line: str) -> tuple[str, str]:
    feature, _, cells = line.partition("\t")
    return feature, cells


@cache
def meanings() -> Meanings:
    """The one that comes with the program."""
    return Meanings()
