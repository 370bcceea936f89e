"""What its shape alone tells: the lines that machines read on a passport or a card, and Mexico's citizen number."""

import re
from collections.abc import Iterator

from bot.understanding.sensitive.kinds import DOCUMENT
from bot.understanding.sensitive.numbers import Cut

# "IDD<<T220001293<<<<<<<<<<<<<<<", of 30, 36 or 44 signs; people lose one or two
_READ_BY_MACHINES = re.compile(r"(?<![A-Z0-9<])(?=[A-Z0-9]{0,45}<)[A-Z0-9<]{28,46}(?![A-Z0-9<])")
_TELLS = re.compile(r"[A-Z]<<[A-Z]|\d<|<\d|[A-Z]<<<")
# Letters of the name, the day of birth, the sex, the state, letters of the name again
_CURP = re.compile(
    r"(?<![^\W_])[A-Z]{4}\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])[HMX][A-Z]{5}[A-Z\d]\d(?![^\W_])", re.IGNORECASE
)


def shapes_in(text: str) -> Iterator[Cut]:
    """What must go of a text."""
    if "<" in text:
        for line in _READ_BY_MACHINES.finditer(text):
            if _TELLS.search(line[0]):
                yield Cut(*line.span(), DOCUMENT)
    for number in _CURP.finditer(text):
        yield Cut(*number.span(), "citizen number")
