"""`python -m bot.understanding.training.measure [apart | waiting]`: how well messages by unseen writers are read.

As it stands (`make measure`, a minute) the weights of `combine` know the unseen lines: they were drawn towards them.
With `apart` (`make apart`, a quarter of an hour) each hand's are weighed without it. `waiting`: the messages that wait
for the next learning.
"""

import sys
from collections.abc import Iterable

from bot.understanding.rights import combine
from bot.understanding.rights.network import network
from bot.understanding.rights.scorer import weights
from bot.understanding.training.book import UNSEEN, WAITING, Phrase, phrases
from bot.understanding.training.examples import read
from bot.understanding.training.fit import weighed
from bot.understanding.training.report import Outcome, lines
from bot.understanding.training.telling import Told, told
from bot.understanding.training.weighing import SHARE, moved


def outcomes(labelled: Iterable[Phrase]) -> list[Outcome]:
    """What the program makes of phrases."""
    return [t.outcome(combine.lines()) for t in _told(labelled)]


def apart(labelled: Iterable[Phrase]) -> list[Outcome]:
    """The same, where the weights were drawn towards the lines of all hands but the one that is read."""
    everybody = _told(labelled)
    with_all = weighed(everybody)
    found: list[Outcome] = []
    for hand in sorted({t.example.phrase.hand for t in everybody}):
        without = weighed([t for t in everybody if t.example.phrase.hand != hand])
        by = combine.Lines.of(moved(combine.sections(), with_all, without, SHARE))
        found += [t.outcome(by) for t in everybody if t.example.phrase.hand == hand]
    return found


def _told(labelled: Iterable[Phrase]) -> list[Told]:
    return told(read(labelled), weights(), network())


if __name__ == "__main__":
    measured = apart if sys.argv[1:] == ["apart"] else outcomes
    files = WAITING if sys.argv[1:] == ["waiting"] else UNSEEN
    sys.stdout.write("\n".join(lines(measured(phrases(files)))) + "\n")
