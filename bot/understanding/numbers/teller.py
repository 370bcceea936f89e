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


class Teller:
    """The table."""

    def __init__(self, file: Path = FILE) -> None:
        """Reads the file: comments, a row of names, one of what each meaning starts from, then the features."""
        self.comments = list[str]()
        rows = dict[str, tuple[int, int, int]]()
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("# "):
                self.comments.append(line.removeprefix("# "))
                continue
            feature, *cells = line.split("\t")
            if feature == "feature":
                if cells != [meaning.name.lower() for meaning in Meaning]:
                    raise ValueError(f"{file.name}: its columns are not the meanings")
                continue
            ticket, case, account = map(int, cells)
            rows[feature] = (ticket, case, account)
        self._starts = rows.pop("start")
        self._rows = rows

    def tell(self, surroundings: Iterable[str]) -> Told:
        """The chances of a number with these surroundings."""
        known = [row for feature in surroundings if (row := self._rows.get(feature)) is not None]
        odds = [sum(column) / HUNDREDTHS for column in zip(self._starts, *known, strict=True)]
        top = max(0.0, *odds)
        parts = [exp(o - top) for o in odds]
        whole = sum(parts) + exp(-top)
        return Told(*(part / whole for part in parts))


@cache
def teller() -> Teller:
    """The one that comes with the program."""
    return Teller()
