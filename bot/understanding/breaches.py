"""How likely a message says that personal data may be in the wrong hands (a personal data breach, Art. 4(12) GDPR): the
privacy team's own 72 hours may run, whatever the message asks for.

Told from the words, as the scorer sees them, and from what the network holds within, which is much the same for words
of one meaning in all languages. The weights (data/breach.tsv) are learnt from marked lines (training/breaches.py): one
row a feature, or a place within the network, in hundredths of log-odds.
"""

from collections.abc import Collection, Iterator
from functools import cache
from math import exp
from pathlib import Path

import numpy as np

from bot.understanding.reading import Fact, Flag
from bot.understanding.rights.clauses import Clause
from bot.understanding.rights.features import features
from bot.understanding.rights.message import Message
from bot.understanding.rights.network import Opinion, network
from bot.understanding.rights.tokens import tokens
from bot.understanding.wordlists import DATA

FILE = DATA / "breach.tsv"
LIKELY = -0.5  # log-odds from which the team is told: one alarm in three may be false
HUNDREDTHS = 100
EVENING = 0.35  # how far the words of a long text count for less
MOST = 12  # sentences among which the one that says so is sought
INNER = "inner:"


class Teller:
    """The table."""

    def __init__(self, file: Path = FILE) -> None:
        """Reads the file: comments, then the rows; the first says what a message starts from."""
        lines = file.read_text(encoding="utf-8").splitlines()
        self.comments = [line.removeprefix("# ") for line in lines if line.startswith("# ")]
        cells = (line.split("\t") for line in lines[len(self.comments) :])
        self._rows = {feature: int(weight) for feature, weight in cells}
        self._start = self._rows.pop("start")
        inner = [feature for feature in self._rows if feature.startswith(INNER)]
        self._inner = np.array([self._rows.pop(feature) for feature in inner], dtype=np.float32)

    def odds(self, said: Collection[str], words: int, opinion: Opinion) -> float:
        """The log-odds that a text does. `said`: its features; `words`: how many tokens it has."""
        rows = self._rows
        of_words = sum([rows[feature] for feature in said if feature in rows]) / pow(max(words, 1), EVENING)
        within = float(opinion.inner @ self._inner)
        return float(round((self._start + of_words + within) / HUNDREDTHS, 2))


@cache
def teller() -> Teller:
    """The one that comes with the program."""
    return Teller()


def breach_in(message: Message, opinion: Opinion) -> Fact[Flag] | None:
    """The sentence that says so most, where the message is likely to. `opinion`: what the network makes of it."""
    odds = teller().odds(message.whole, len(message.tokens), opinion)
    if odds < LIKELY or not message.heard:
        return None
    _, start, end = max(_alone(message))
    return Fact(Flag.POSSIBLE_BREACH, message.text[start:end], (start, end), 1 / (1 + exp(-odds)), "breach")


def _alone(message: Message) -> Iterator[tuple[float, int, int]]:
    """For each sentence the log-odds of it alone, and where its words stand."""
    for h in message.heard[:MOST]:
        row = tokens([h], message.languages, [()], message.text)
        odds = teller().odds(features(h, message.languages), len(row), network().score(row))
        yield odds, *_words(h.clause, message.text)


def _words(clause: Clause, text: str) -> tuple[int, int]:
    start = clause.words[0].start if clause.words else clause.start
    return start, start + len(text[start : clause.end].rstrip())
