"""What a few words of a colleague are that ask for nothing: a question how it goes on ("should I reply to her?"), or
word that there is something to hand over ("got one for you, what do I do with it?").

Told by two small models (data/side_next.tsv, data/side_open.tsv), learnt from marked lines (training/sides.py): people
ask this in more ways than lists of phrases hold.
"""

from enum import StrEnum
from functools import cache

from bot.understanding import breaches
from bot.understanding.reading import Reading
from bot.understanding.rights.combine import Chances
from bot.understanding.teller import Teller
from bot.understanding.wordlists import DATA

LONGEST = 160  # characters
LIKELY = -0.8  # log-odds; of others that are near in their words some nine in a hundred are above it
PLAIN = 2.0  # ... and where a wish is heard, too: of such words of customers one in twenty is above it


class Side(StrEnum):
    """A kind of such words."""

    NEXT = "next"
    OPEN = "open"


FILES = {side: DATA / f"side_{side}.tsv" for side in Side}


@cache
def teller(side: Side) -> Teller:
    """The one that comes with the program."""
    return Teller(FILES[side])


def side_of(reading: Reading, *, least: float = LIKELY) -> Side | None:
    """The likelier kind; None for any other text, and for what is less likely than `least`."""
    if len(reading.text) > LONGEST or reading.chances is None:
        return None
    return side_heard(reading.chances, least=least)


def side_heard(chances: Chances, *, least: float = LIKELY) -> Side | None:
    """The same of few words of which no more than what the readers of rights say is known."""
    if not chances.message.heard:
        return None
    said = chances.scores.places, len(chances.message.tokens), chances.opinion
    odds, side = max((teller(side).odds(*said), side) for side in Side)
    if side is Side.NEXT and breaches.teller().odds(*said) >= LIKELY:
        return None  # "the mail went to the whole list, do I have to tell anyone?" is no matter of how it goes on
    return side if odds >= least else None
