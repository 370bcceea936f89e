"""`python -m bot.understanding.training`: learns the weights and says how they do on writers they had not met."""

import sys
from collections.abc import Mapping, Sequence

from bot.understanding import combine
from bot.understanding.decide import decide
from bot.understanding.network import FILE as NETWORK
from bot.understanding.network import Network, Opinion
from bot.understanding.scorer import DATA, FILE, Weights
from bot.understanding.training import Matrix, network
from bot.understanding.training.book import UNSEEN, phrases, set_aside
from bot.understanding.training.examples import Example, read
from bot.understanding.training.fit import scored, tables, weighed
from bot.understanding.training.linear import write as write_table
from bot.understanding.training.plain import plain_phrases
from bot.understanding.training.report import Outcome, lines
from bot.understanding.training.sources import signed
from bot.understanding.training.weighing import drawn, write

SHARE = 0.25
"""How far the weights of `combine` go from those that suit the trial towards those that suit the unseen lines: the
former are learnt from three times as many lines, the latter from what a message will be.
"""


def main() -> None:
    """Reads the book, learns, writes, reports. The readers are learnt twice: from all of the book, and for a trial
    without some of its writers, to see how what is said of people one has not met has to be weighed.
    """
    book, others = list(phrases()), read(phrases(UNSEEN))
    examples, aside = read([*book, *plain_phrases()]), set_aside(book)
    met = [e for e in examples if e.phrase.hand not in aside]
    new = [e for e in examples if e.phrase.hand in aside]
    _say(f"{len(examples)} phrases read, {len(new)} of them for the trial, and {len(others)} that are not learnt from")
    whole, trial = network.learn_each([examples, met], signed("How the words of a message speak in their order."))
    network.write(NETWORK, whole)
    _say(f"{NETWORK.name}: written")
    rows = write_table(FILE, *tables(examples), signed("What each feature says for each label."))
    _say(f"{FILE.name}: {rows} features")
    own = Weights(FILE)
    scores, opinions = scored(new, *tables(met)), _opinions(new, trial)
    sections = drawn(
        weighed(new, scores, opinions),
        weighed(others, [own.score(e.message.whole, e.sentences) for e in others], _opinions(others, whole)),
        SHARE,
    )
    write(DATA / "combine.toml", signed("How `combine` weighs what the readers say.", UNSEEN), sections)
    combine.forget()
    chances = [combine.weigh(e.message, s, o) for e, s, o in zip(new, scores, opinions, strict=True)]
    known = [Outcome(e, decide(c, e.mail.text)) for e, c in zip(new, chances, strict=True)]
    _print(["What writers wrote whom the readers of the trial had not met, in percent:", *lines(known)])


def _opinions(examples: Sequence[Example], held: Mapping[str, Matrix]) -> list[Opinion]:
    reader = Network(held)
    return [reader.score(e.message.tokens) for e in examples]


def _say(text: str) -> None:
    _print([text])


def _print(texts: Sequence[str]) -> None:
    sys.stdout.write("\n".join(texts) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
