"""How likely a text tells of one matter: a small linear model.

Told from the words, as the scorer sees and finds them, and from what the network holds within, which is much the same
for words of one meaning in all languages. The weights (a table of data/) are learnt from marked lines
(training/teller.py): one row a feature of the scorer's table, or a place within the network, in hundredths of log-odds.
"""

from pathlib import Path

import numpy as np

from bot.understanding.rights.network import Opinion
from bot.understanding.rights.scorer import Places, weights

HUNDREDTHS = 100
EVENING = 0.35  # how far the words of a long text count for less
START, INNER = "(start)", "(inner) "  # rows that are no feature


class Teller:
    """A table."""

    def __init__(self, file: Path) -> None:
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
            raise ValueError(f"{file.name}: the scorer knows some features no more; it has to be learnt again")
        # By the scorer's places, of which most say nothing; the last one is for features that have none
        self._weights = np.zeros(len(weights()) + 1, dtype=np.int16)
        self._weights[places] = said[within:]

    def odds(self, said: Places, words: int, opinion: Opinion) -> float:
        """The log-odds that a text does. `said`: the places of its features; `words`: how many tokens it has."""
        of_words = int(self._weights.take(said, mode="wrap").sum()) / pow(max(words, 1), EVENING)
        within = float(opinion.inner @ self._inner)
        return float(round((self._start + of_words + within) / HUNDREDTHS, 2))
