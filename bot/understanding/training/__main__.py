"""`python -m bot.understanding.training`: learns the weights and says how they do on unseen phrases."""

import sys
from collections.abc import Sequence

from bot.understanding import combine
from bot.understanding.decide import decide
from bot.understanding.network import FILE as NETWORK
from bot.understanding.network import Network
from bot.understanding.scorer import DATA, FILE, Weights
from bot.understanding.training import network
from bot.understanding.training.book import UNSEEN, phrases
from bot.understanding.training.examples import read
from bot.understanding.training.fit import tables, unseen, weighed
from bot.understanding.training.linear import write as write_table
from bot.understanding.training.plain import PLAIN, plain_phrases
from bot.understanding.training.report import Outcome, lines
from bot.understanding.training.sources import signed
from bot.understanding.training.weighing import drawn, write

SHARE = 0.25
"""How far the weights of `combine` go from those that suit the book towards those that suit writers of whom the readers
have seen nothing: the former are learnt from twenty times as many lines, the latter from what a message will be.
"""


def main() -> None:
    """Reads the book, learns, writes, reports."""
    examples, others = read([*phrases(), *plain_phrases()]), read(phrases(UNSEEN))
    _say(f"{len(examples)} phrases read, and {len(others)} that are not learnt from")
    held, opinions = network.learn_all(examples, signed("How the words of a message speak in their order."))
    network.write(NETWORK, held)
    _say(f"{NETWORK.name}: written")
    scores = unseen(examples, _say)
    rows = write_table(FILE, *tables(examples), signed("What each feature says for each label."))
    _say(f"{FILE.name}: {rows} features")
    written = [number for number, e in enumerate(examples) if not e.phrase.hand.startswith(PLAIN)]
    people = [examples[number] for number in written]
    scored, told = [scores[number] for number in written], [opinions[number] for number in written]
    own, order = Weights(FILE), Network(held)
    of_others = [own.score(e.message.whole, e.sentences) for e in others]
    sections = drawn(
        weighed(people, scored, told),
        weighed(others, of_others, [order.score(e.message.tokens) for e in others]),
        SHARE,
    )
    write(DATA / "combine.toml", signed("How `combine` weighs what the readers say.", UNSEEN), sections)
    combine.forget()
    chances = [combine.weigh(e.message, s, o) for e, s, o in zip(people, scored, told, strict=True)]
    known = [Outcome(e, decide(c, e.mail.text)) for e, c in zip(people, chances, strict=True)]
    _print(["What people wrote (not the plain sentences), cross-validated, in percent:", *lines(known)])


def _say(text: str) -> None:
    _print([text])


def _print(texts: Sequence[str]) -> None:
    sys.stdout.write("\n".join(texts) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
