"""What the readers are learnt from: messages and sentences with what they ask for, written by hand.

The phrase book (`phrases/*.txt`), and labelled messages (`facts/*.jsonl`). Of further hands nothing is learnt.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.understanding.reading import Meta
from bot.understanding.rights.labels import RIGHTS

FACTS = Path(__file__).with_name("facts")  # messages with the facts that they give
HELD_BACK = frozenset({"alike-t", "alike-u", "week-v", "week-w", "week-x", "week-y"})  # hands, of those of FACTS
# Those of whose rights nothing is known yet, nor weighed
NEW = frozenset({"week-za", "week-zb", "week-zc", "week-zd", "week-ze", "week-zf", "letters-zg"})
_PHRASES = sorted(Path(__file__).with_name("phrases").glob("*.txt"))
_UNSEEN = sorted(Path(__file__).with_name("unseen").glob("*.txt"))
_MESSAGES = sorted(FACTS.glob("*.jsonl"))
BOOK = (*_PHRASES, *(file for file in _MESSAGES if file.stem not in HELD_BACK | NEW))
UNSEEN = (*_UNSEEN, *(file for file in _MESSAGES if file.stem in HELD_BACK))
"""By other writers, whose lines the readers are never learnt from."""
_LATER = sorted(Path(__file__).with_name("waiting").glob("*.txt"))
WAITING = (*_LATER, *(file for file in _MESSAGES if file.stem in NEW))  # for the next learning

EVERY = 4  # writers of a language, one of whom is set aside
KINDS = ("chat", "email", "forward", "ticket", "clause")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One line of the book."""

    text: str
    kind: str
    rights: frozenset[str]
    meta: Meta
    hand: str  # who wrote it, as the file is named: "nl-c"
    number: int  # the line in its file


class BadPhrase(ValueError):
    """A line that can't be read; says which and why."""


def phrases(files: Iterable[Path] = BOOK) -> Iterator[Phrase]:
    """All lines of these files, one after the other. Raises BadPhrase."""
    for file in files:
        of_message = file.suffix == ".jsonl"
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if of_message:
                yield _message(line, f"facts-{file.stem}", number)
            elif line and not line.startswith("#"):
                yield _phrase(line, file.stem, number)


def set_aside(book: Iterable[Phrase]) -> frozenset[str]:
    """The writers of whom the trial learns nothing: one in EVERY of each language, by how much they wrote."""
    written = Counter(phrase.hand for phrase in book)
    writers = defaultdict[str, list[str]](list)
    for hand in sorted(written, key=lambda hand: (-written[hand], hand)):
        writers[hand.split("-")[0]].append(hand)
    return frozenset(hand for hands in writers.values() for hand in hands[1::EVERY])


def _message(line: str, hand: str, number: int) -> Phrase:
    try:
        held = json.loads(line)
        kind = "forward" if held["kind"] == "forwarded_email" else held["kind"]
        return Phrase(held["text"], kind, frozenset(held["rights"]), Meta(held["meta"]), hand, number)
    except (KeyError, ValueError) as trouble:
        raise BadPhrase(f"{hand}, line {number}: {trouble}") from None


def _phrase(line: str, hand: str, number: int) -> Phrase:
    parts = line.split(" | ", 2)
    where = f"{hand}, line {number}"
    if len(parts) != 3:
        raise BadPhrase(f"{where}: not of the form LABELS | KIND | text")
    labels, kind, text = (part.strip() for part in parts)
    if kind not in KINDS:
        raise BadPhrase(f"{where}: unknown kind {kind!r}")
    meta, rights = _meaning(labels, where)
    return Phrase(text.replace("\\n", "\n"), kind, rights, meta, hand, number)


def _meaning(labels: str, where: str) -> tuple[Meta, frozenset[str]]:
    if labels == "none":
        return Meta.NONE, frozenset()
    if labels == "status":
        return Meta.STATUS_QUERY, frozenset()
    escalated = labels.startswith("escalation")
    named = labels.removeprefix("escalation").removeprefix(":") if escalated else labels
    rights = frozenset(named.split("+")) if named else frozenset[str]()
    if unknown := rights - set(RIGHTS):
        raise BadPhrase(f"{where}: unknown label {sorted(unknown)[0]!r}")
    return (Meta.ESCALATION if escalated else Meta.REQUEST), rights
