"""What a few words of a colleague are that ask for nothing: a question how it goes on ("should I reply to her?"), or
word that there is something to hand over ("got one for you, what do I do with it?").

Told by two small models (data/side_next.tsv, data/side_open.tsv), learnt from marked lines (training/sides.py): people
ask this in more ways than lists of phrases hold.
"""

from enum import StrEnum
from functools import cache
from zoneinfo import ZoneInfo

from bot.understanding.mail import read_text
from bot.understanding.rights.message import listen
from bot.understanding.rights.network import network
from bot.understanding.rights.scorer import weights
from bot.understanding.teller import Teller
from bot.understanding.wordlists import DATA

LONGEST = 160  # characters
LIKELY = -1.0  # log-odds; of others that are near in their words some seven in a hundred are above it


class Side(StrEnum):
    """A kind of such words."""

    NEXT = "next"
    OPEN = "open"


FILES = {side: DATA / f"side_{side}.tsv" for side in Side}


@cache
def teller(side: Side) -> Teller:
    """The one that comes with the program."""
    return Teller(FILES[side])


def side_of(text: str) -> Side | None:
    """The likelier kind; None for any other text."""
    if len(text) > LONGEST:
        return None
    message = listen(read_text(text, zone=ZoneInfo("UTC")), ticket=False, reference=False)
    if not message.heard:
        return None
    places, opinion = weights().places([*message.whole]), network().score(message.tokens)
    odds, side = max((teller(side).odds(places, len(message.tokens), opinion), side) for side in Side)
    return side if odds >= LIKELY else None
