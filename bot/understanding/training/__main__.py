"""`python -m bot.understanding.training`: learns the weights and says how they do on writers they had not met."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.understanding.rights import combine, scorer
from bot.understanding.rights.network import FILE as NETWORK
from bot.understanding.rights.network import Network
from bot.understanding.training import Matrix, network
from bot.understanding.training.book import UNSEEN, phrases, set_aside
from bot.understanding.training.examples import Example, read
from bot.understanding.training.fit import weighed
from bot.understanding.training.linear import learn_tables
from bot.understanding.training.linear import write as write_table
from bot.understanding.training.packed import packed
from bot.understanding.training.packed import write as write_arrays
from bot.understanding.training.plain import plain_phrases
from bot.understanding.training.report import lines
from bot.understanding.training.sources import TABLE, signed
from bot.understanding.training.telling import Told, told
from bot.understanding.training.weighing import SHARE, drawn, write


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
    _say("the networks are learnt")
    with TemporaryDirectory() as folder:
        of_trial = _told(new, trial, met, Path(folder) / "trial.tsv")
        table = Path(folder) / TABLE.name
        sections = drawn(weighed(of_trial), weighed(_told(others, whole, examples, table)), SHARE)
        _say("the tables are learnt, and the readers weighed")
        write_arrays(NETWORK, whole)
        write_arrays(scorer.FILE, packed(table))
        TABLE.write_bytes(table.read_bytes())
    write(combine.FILE, signed("How `combine` weighs what the readers say.", *UNSEEN), sections)
    by = combine.Lines.of(combine.sections())
    known = lines([t.outcome(by) for t in of_trial])
    _print(["What writers wrote whom the readers of the trial had not met, in percent:", *known])


def _told(examples: Sequence[Example], held: Mapping[str, Matrix], met: Sequence[Example], table: Path) -> list[Told]:
    """What is said of examples by a network, and by the table learnt from those that were met, as its file has it."""
    write_table(table, *learn_tables(met), signed("What each feature says for each label."))
    return told(examples, scorer.Weights(packed(table)), Network(held))


def _say(text: str) -> None:
    _print([text])


def _print(texts: Sequence[str]) -> None:
    sys.stdout.write("\n".join(texts) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
