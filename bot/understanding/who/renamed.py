"""The name somebody is to have from now on, where an old one is told beside it: "change Ann Bell to Ann Hill"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.understanding.reading import Fact, MailReading, Zone
from bot.understanding.who.callings import respelled
from bot.understanding.wordlists import word_lists
from bot.understanding.words import fold

MOST = 20_000  # characters of a message in which spellings are looked for
_FARTHEST = 60  # characters between the two names
_MARKS = re.compile(r"[\"'“”„«»:,()]")
_LEAST = 4  # letters with which two spellings of a word begin alike


def renamed(text: str, names: Sequence[Fact[str]]) -> list[Fact[str]]:
    """Of the names of a text, in their order, those that are said to be right instead of the one before."""
    found = []
    for old, new in pairwise(names):
        between = text[old.span[1] : new.span[0]]
        if len(between) > _FARTHEST or old.value == new.value or not _alike(old.value, new.value):
            continue
        words = fold(_MARKS.sub(" ", between)).split()
        if _leads(words):
            found.append(new)
    return found


def _leads(words: list[str]) -> bool:
    """Whether the words between the names end with "to", "must be" or "moet zijn"."""
    lists = word_lists("addresses")
    if len(words) == 1:
        return words[0] in lists["towards"]
    return any(" ".join(words[-count:]) in lists["must"] for count in (1, 2, 3))


def _alike(one: str, other: str) -> bool:
    """Whether two names share a word, and the rest of it begins alike or is another surname."""
    first, second = fold(one).split(), fold(other).split()
    return first[0] == second[0] or (first[-1] == second[-1] and first[0][:_LEAST] == second[0][:_LEAST])


def corrected(mail: MailReading, fact: Fact[str] | None) -> Fact[str] | None:
    """The name as it should be written, if that is the ask: "it must be Bell, not Ball"."""
    for span in mail.zones:
        if span.zone is not Zone.BODY:
            continue
        found = respelled(mail.text, span.start, min(span.end, span.start + MOST))
        if found is None:
            continue
        right, wrong = found
        if fact is None:
            return right
        words = fact.value.split()
        if wrong in words:
            value = " ".join(right.value if word == wrong else word for word in words)
        elif len(words) == 1 and words[0] != right.value and " " not in right.value:
            value = f"{fact.value} {right.value}"
        else:
            return fact
        return Fact(value, fact.quote, fact.span, fact.confidence, fact.reader)
    return fact
