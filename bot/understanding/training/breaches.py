"""`python -m bot.understanding.training.breaches [apart]`: learns to tell a possible breach (data/breach.tsv).

From marked lines (breaches/*.txt: "+" says that data may be in the wrong hands, "-" only sounds like it), and from the
book, none of whose lines are taken for one. With `apart` nothing is written: each fifth of the marked lines is read by
a table that was learnt without it.
"""

import sys
from collections.abc import Iterator

from bot.rights import Right
from bot.understanding.breaches import FILE, LIKELY
from bot.understanding.rights.labels import label_of
from bot.understanding.training.book import BOOK, phrases
from bot.understanding.training.sources import BREACHES, signed_breaches
from bot.understanding.training.teller import Example, Size, apart, example, learnt, listened, write

BREACH = "breach"
SIZE = Size(common=6, most=15_000, freedom=0.3)
# What a marked line counts, one of the book, and a complaint: some of these are of a breach in other words
MARKED, OF_BOOK, COMPLAINT = 10.0, 2.0, 0.24
BETWEEN = 3  # times that a marked line stands between others
LONGEST = 400  # characters of these
EACH, AROUND = 3, 6  # of so many lines of the book one is learnt from, one stands beside marked ones


def marked() -> list[Example]:
    """The marked lines, each alone and between others of its language that say nothing of the kind: people tell it in
    the midst of other matters."""
    others = _others()
    found: list[Example] = []
    for file in BREACHES:
        lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line[:2] in ("+ ", "- ")]
        around = others[file.stem]
        for number, line in enumerate(lines):
            text, matter = line[2:].replace("\\n", "\n"), BREACH if line[0] == "+" else ""
            found.append(example(listened(text), matter, MARKED, file.stem, number))
            for turn in range(BETWEEN):
                before, after = (around[(step * (number + turn * len(lines))) % len(around)] for step in (7, 11))
                joined = (before, text, after) if turn % 3 == 0 else (before, text) if turn % 3 == 1 else (text, after)
                found.append(example(listened("\n".join(joined)), matter, MARKED / BETWEEN, file.stem, number))
    return found


def _others() -> dict[str, list[str]]:
    """Lines of the book that complain of nothing, by the language of the hand."""
    found: dict[str, list[str]] = {}
    for number, phrase in enumerate(phrases(BOOK)):
        if number % AROUND == 1 and label_of(Right.COMPLAINT) not in phrase.rights and len(phrase.text) < LONGEST:
            found.setdefault(phrase.hand.partition("-")[0], []).append(phrase.text)
    return found


def of_book() -> Iterator[Example]:
    """Lines of the book that are about none: complaints in which no lexicon hears one, and some of all others."""
    complaint = label_of(Right.COMPLAINT)
    for number, phrase in enumerate(phrases(BOOK)):
        if complaint in phrase.rights:
            message = listened(phrase.text)
            if "breach" not in message.gates:
                yield example(message, "", COMPLAINT)
        elif number % EACH == 0:
            yield example(listened(phrase.text), "", OF_BOOK)


def main() -> None:
    """Learns and writes, or measures."""
    lines, book = marked(), list(of_book())
    if sys.argv[1:] == ["apart"]:
        for line in apart(lines, book, BREACH, SIZE, LIKELY):
            sys.stdout.write(line + "\n")
    else:
        write(FILE, learnt([*lines, *book], BREACH, SIZE), signed_breaches())


if __name__ == "__main__":
    main()
