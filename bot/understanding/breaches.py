"""How likely a message says that personal data may be in the wrong hands (a personal data breach, Art. 4(12) GDPR): the
privacy team's own 72 hours may run, whatever the message asks for.

Told by a `Teller` (data/breach.tsv), learnt from marked lines (training/breaches.py).
"""

from functools import cache
from math import exp

from bot.understanding.reading import Fact, Flag
from bot.understanding.rights.clauses import Clause
from bot.understanding.rights.combine import Chances
from bot.understanding.rights.features import features
from bot.understanding.rights.frames import Heard
from bot.understanding.rights.message import Message
from bot.understanding.rights.network import network
from bot.understanding.rights.scorer import weights
from bot.understanding.rights.tokens import tokens
from bot.understanding.teller import Teller
from bot.understanding.wordlists import DATA

FILE = DATA / "breach.tsv"
LIKELY = 0.0  # log-odds of a message from which the team is told: it is likelier than not ...
HEARD = -0.4  # ... and those of one sentence of it in which a lexicon hears a breach, too
MOST = 12  # sentences among which the one that says so is sought


@cache
def teller() -> Teller:
    """The one that comes with the program."""
    return Teller(FILE)


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
