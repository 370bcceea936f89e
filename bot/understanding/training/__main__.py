"""`python -m bot.understanding.training`: learns the weights and says how they do on unseen phrases."""

import sys
from collections.abc import Sequence

from bot.understanding.decide import decide
from bot.understanding.network import FILE as NETWORK
from bot.understanding.scorer import DATA, FILE
from bot.understanding.training import network
from bot.understanding.training.book import phrases
from bot.understanding.training.examples import read
from bot.understanding.training.fit import tables, unseen, weigh_all
from bot.understanding.training.linear import write
from bot.understanding.training.plain import PLAIN, plain_phrases
from bot.understanding.training.report import Outcome, lines
from bot.understanding.training.sources import signed


def main() -> None:
    """Reads the book, learns, writes, reports."""
    examples = read([*phrases(), *plain_phrases()])
    _say(f"{len(examples)} phrases read")
    held, opinions = network.learn_all(examples, signed("How the words of a message speak in their order."))
    network.write(NETWORK, held)
    _say(f"{NETWORK.name}: written")
    scores = unseen(examples, _say)
    written = [number for number, e in enumerate(examples) if not e.phrase.hand.startswith(PLAIN)]
    people = [examples[number] for number in written]
    scored, told = [scores[number] for number in written], [opinions[number] for number in written]
    chances = weigh_all(people, scored, told, DATA / "combine.toml")
    outcomes = [Outcome(e, decide(c, e.mail.text)) for e, c in zip(people, chances, strict=True)]
    _print(["What people wrote (not the plain sentences), cross-validated, in percent:", *lines(outcomes)])
    written_rows = write(FILE, *tables(examples), signed("What each feature says for each label."))
    _say(f"{FILE.name}: {written_rows} features")


def _say(text: str) -> None:
    _print([text])


def _print(texts: Sequence[str]) -> None:
    sys.stdout.write("\n".join(texts) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
