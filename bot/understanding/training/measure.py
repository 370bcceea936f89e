"""`python -m bot.understanding.training.measure`: how well messages by unseen writers are read (`make measure`)."""

import sys
from collections.abc import Iterable

from bot.understanding.combine import combine
from bot.understanding.decide import decide
from bot.understanding.training.book import UNSEEN, Phrase, phrases
from bot.understanding.training.examples import read
from bot.understanding.training.report import Outcome, lines


def outcomes(labelled: Iterable[Phrase]) -> list[Outcome]:
    """What the program makes of phrases."""
    return [Outcome(e, decide(combine(e.message), e.mail.text)) for e in read(labelled)]


if __name__ == "__main__":
    sys.stdout.write("\n".join(lines(outcomes(phrases(UNSEEN)))) + "\n")
