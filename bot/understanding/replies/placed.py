"""Which of several things a short text speaks of by its place: "drop the second", "the last two are one man's"."""

import re

from bot.understanding.replies.answers import LONGEST, found, phrases, places, plain, speaks_of
from bot.understanding.wordlists import word_lists

_CLAUSES = re.compile(r"[,.;:!?()\n]+")


def places_named(text: str, offered: int) -> tuple[int, ...]:
    """Which of so many things a short text may speak of that names one by its place, as places from 0: one for "drop
    the second" and "the first one is Kim Poe"; each for "the first invoice", which may be something else; or none."""
    named = set[int]()
    for clause in _CLAUSES.split(text) if len(text) <= LONGEST else []:
        words = plain(clause).split()
        back = any(found(words, kind) for kind in ("withdrawn", "withdraws", "takes_back"))  # "pierwszy wycofał"
        for kind, place in places(offered).items():
            known = dict(found(words, kind))  # of those that begin with one word the longest
            for at, length in known.items() if place < offered else ():
                single = length == 1 and not (back and at == 0)
                if single or any(map(str.isdecimal, words[at : at + length])):
                    continue  # "a second", "option 2"
                if back or _stands_alone(words, at, length, kind):
                    named.add(place)
                elif kind != "last":  # "the last invoice", "the last time"
                    named.update(range(offered))
    return tuple(sorted(named))


def two_named(text: str) -> slice | None:
    """Which two of several things that were named together a short text speaks of: "the last two are one man's"."""
    ends = (("first_two", slice(None, 2)), ("last_two", slice(-2, None)))
    return next((two for kind, two in ends if speaks_of(text, kind)), None)


def _stands_alone(words: list[str], at: int, length: int, kind: str) -> bool:
    """Whether no noun follows a word for a place: "the second one", "the second also wants ...", "drop the second"."""
    kinds = ("also", "polite", "says_so", "naming", "not", "between", "calls")
    beside = phrases("is_so", "team_orders").union(word_lists("people")["wants"], *map(phrases, kinds))
    behind = words[at + length : at + length + 1]
    return not behind or behind[0] in beside or " ".join(words[at : at + length - 1]) in phrases(kind)
