"""How likely a message says that personal data may be in the wrong hands (a personal data breach, Art. 4(12) GDPR): the
privacy team's own 72 hours may run, whatever the message asks for.

Told from the words, as the scorer sees and finds them, and from what the network holds within, which is much the same
for words of one meaning in all languages. The weights (data/breach.tsv) are learnt from marked lines
(training/breaches.py): one row a feature of the scorer's table, or a place within the network, in hundredths of
log-odds.
"""

from functools import cache
from math import exp
from pathlib import Path

import numpy as np

from bot.understanding.reading import Fact, Flag
from bot.understanding.rights.clauses import Clause
from bot.understanding.rights.combine import Chances
from bot.understanding.rights.features import features
from bot.understanding.rights.frames import Heard
from bot.understanding.rights.message import Message
from bot.understanding.rights.network import Opinion, network
from bot.understanding.rights.scorer import Places, weights
from bot.understanding.rights.tokens import tokens
from bot.understanding.wordlists import DATA

FILE = DATA / "breach.tsv"
LIKELY = 0.6  # log-odds of a message from which the team is told ...
HEARD = 0.4  # ... and those of one sentence of it in which a lexicon hears a breach, too
HUNDREDTHS = 100
EVENING = 0.35  # how far the words of a long text count for less
MOST = 12  # sentences among which the one that says so is sought
START, INNER = "(start)", "(inner) "  # rows that are no feature


class Teller:
    """The table."""

    def __init__(self, file: Path = FILE) -> None:
        """Reads the file: comments, then the rows: what a message starts from, the places within the network, features.
        Raises ValueError for a feature that the scorer does not know."""
        text = file.read_text(encoding="utf-8")
        begins = text.index(START)
        self.comments = [line.removeprefix("# ") for line in text[:begins].splitlines()]
        cells = text[begins:].replace("\n", "\t").split("\t")
        names, said = cells[:-1:2], [*map(int, cells[1::2])]
        within = sum(name.startswith((START, INNER)) for name in names)  # rows before those of the features
        self._start = said[0]
        self._inner = np.array(said[1:within], dtype=np.float32)
        places = weights().places(names[within:])
        if (places < 0).any():
            raise ValueError(f"{file.name}: the scorer knows some features no more; run `make breaches`")
        # By the scorer's places, of which most say nothing; the last one is for features that have none
        self._weights = np.zeros(len(weights()) + 1, dtype=np.int16)
        self._weights[places] = said[within:]

    def odds(self, said: Places, words: int, opinion: Opinion) -> float:
        """The log-odds that a text does. `said`: the places of its features; `words`: how many tokens it has."""
        of_words = int(self._weights.take(said, mode="wrap").sum()) / pow(max(words, 1), EVENING)
        within = float(opinion.inner @ self._inner)
        return float(round((self._start + of_words + within) / HUNDREDTHS, 2))


@cache
def teller() -> Teller:
    """The one that comes with the program."""
    return Teller()


def breach_in(chances: Chances) -> Fact[Flag] | None:
    """The sentence that says so most, where the message is likely to; or one that is, in a long message about other
    matters."""
    message = chances.message
    odds = teller().odds(chances.scores.places, len(message.tokens), chances.opinion)
    likely = odds >= LIKELY
    heard = [h for h in message.heard if likely or "breach" in h.gates][:MOST]
    told = max(((_alone(message, h), *_words(h.clause, message.text)) for h in heard), default=None)
    if told is None or not (likely or told[0] >= HEARD):
        return None
    best, start, end = told
    return Fact(Flag.POSSIBLE_BREACH, message.text[start:end], (start, end), 1 / (1 + exp(-max(odds, best))), "breach")


def _alone(message: Message, heard: Heard) -> float:
    """The log-odds of one sentence."""
    row = tokens([heard], message.languages, [()], message.text)
    places = weights().places([*features(heard, message.languages)])
    return teller().odds(places, len(row), network().score(row))


def _words(clause: Clause, text: str) -> tuple[int, int]:
    start = clause.words[0].start if clause.words else clause.start
    return start, start + len(text[start : clause.end].rstrip())
