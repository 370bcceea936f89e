"""`python -m bot.understanding.training`: learns the weights and says how they do on unseen phrases."""

import sys
from collections.abc import Sequence

from bot.understanding.decide import decide
from bot.understanding.scorer import DATA, FILE
from bot.understanding.training.book import phrases
from bot.understanding.training.examples import read
from bot.understanding.training.fit import tables, unseen, weigh_all
from bot.understanding.training.linear import write
from bot.understanding.training.plain import PLAIN, plain_phrases
from bot.understanding.training.report import Outcome, lines
from bot.understanding.training.sources import fingerprint


def main() -> None:
    """Reads the book, learns, writes, reports."""
    examples = read([*phrases(), *plain_phrases()])
    _say(f"{len(examples)} phrases read")
    scores = unseen(examples, _say)
    written = [(e, s) for e, s in zip(examples, scores, strict=True) if not e.phrase.hand.startswith(PLAIN)]
    chances = weigh_all([e for e, _ in written], [s for _, s in written], DATA / "combine.toml")
    outcomes = [Outcome(e, decide(c, e.mail.text)) for (e, _), c in zip(written, chances, strict=True)]
    _print(["What people wrote (not the plain sentences), cross-validated, in percent:", *lines(outcomes)])
    comments = ("What each feature says for each label. Learnt (make train), not written by hand.", fingerprint())
    _say(f"{FILE.name}: {write(FILE, *tables(examples), comments)} features")


def _say(text: str) -> None:
    _print([text])


def _print(texts: Sequence[str]) -> None:
    sys.stdout.write("\n".join(texts) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
