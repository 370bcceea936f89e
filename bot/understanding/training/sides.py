"""`python -m bot.understanding.training.sides [apart]`: learns to tell what colleagues write that asks for nothing
(data/side_next.tsv, data/side_open.tsv).

From marked lines (sides/*.txt: "next" asks how it goes on, "open" only says that there is something to hand over, "-"
is anything else), from those of breaches, and from the short lines of the book, none of which are taken for either.
With `apart` nothing is written: each fifth of the marked lines is read by a table that was learnt without it.
"""

import sys
from collections.abc import Iterator

from bot.understanding.replies.sides import FILES, LIKELY, LONGEST, Side
from bot.understanding.training.book import BOOK, phrases
from bot.understanding.training.sources import BREACHES, SIDES, signed_sides
from bot.understanding.training.teller import Example, Size, apart, example, learnt, listened, write

SIZE = Size(common=3, most=4_000, freedom=1.0)
MARKED, BREACH = 10.0, 2.0  # what a marked line counts beside one of the book, and one that is marked for breaches
EACH, EACH_BREACH = 4, 3  # of so many lines one is learnt from


def marked() -> Iterator[Example]:
    """The marked lines."""
    for file in SIDES:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines()):
            kind, _, text = line.partition(" ")
            if kind in (*Side, "-"):
                yield example(listened(text), "" if kind == "-" else kind, MARKED, file.stem, number)


def others() -> Iterator[Example]:
    """Short lines that were marked for breaches, and some of the book."""
    for file in BREACHES:
        for line in file.read_text(encoding="utf-8").splitlines()[::EACH_BREACH]:
            if line[:2] in ("+ ", "- ") and len(line) <= LONGEST:
                yield example(listened(line[2:]), "", BREACH)
    for phrase in [*phrases(BOOK)][::EACH]:
        if len(phrase.text) <= LONGEST:
            yield example(listened(phrase.text), "", 1.0)


def main() -> None:
    """Learns and writes, or measures."""
    lines, rest = list(marked()), list(others())
    for side in Side:
        if sys.argv[1:] == ["apart"]:
            for line in apart(lines, rest, side, SIZE, LIKELY):
                sys.stdout.write(line + "\n")
        else:
            write(FILES[side], learnt([*lines, *rest], side, SIZE), signed_sides())


if __name__ == "__main__":
    main()
