"""Sentences of the zones that may hold an ask, each with its words."""

import re
from typing import NamedTuple

from bot.understanding.reading import MailReading, Zone
from bot.understanding.words import Word, words

MAX_CHARS = 60_000  # of one zone: its head and its tail are read, which bounds the time
MAX_WORDS = 80  # of one clause

# A sentence ends at . ! ? ; followed by space, at an empty line, or before a list item or a "Key: value" line.
_END = re.compile(
    r"(?<=[.!?;…])[\"')\]]*\s+|\n\s*\n\s*|\n(?=\s*(?:[-*•·]|\d{1,2}[.)]|\(?[a-z]\)|\[.?\])\s)|\n(?=[A-Z][\w /-]{1,24}:\s)"
)
_SHORT_LINE = 45  # a line this short was broken by its writer, not by the mail program


class Clause(NamedTuple):
    """One sentence: where it stands in the text, in which zone, and its words."""

    zone: Zone
    start: int
    end: int
    words: list[Word]


def clauses(mail: MailReading, folded: str, zones: tuple[Zone, ...]) -> list[Clause]:
    """The sentences of the given zones, in the order of the text."""
    found: list[Clause] = []
    for span in mail.zones:
        if span.zone in zones:
            for start, end in _windows(span.start, span.end):
                found.extend(_sentences(mail.text, folded, span.zone, start, end))
    return found


def _windows(start: int, end: int) -> list[tuple[int, int]]:
    if end - start <= MAX_CHARS:
        return [(start, end)]
    half = MAX_CHARS // 2
    return [(start, start + half), (end - half, end)]


def _sentences(text: str, folded: str, zone: Zone, start: int, end: int) -> list[Clause]:
    found: list[Clause] = []
    at = start
    for cut in [*(m.end() for m in _END.finditer(text, start, end)), end]:
        for low, high in _lines(text, at, cut):
            row = words(folded, low, high)
            found.extend(
                Clause(zone, part[0].start, part[-1].end, part)
                for i in range(0, len(row), MAX_WORDS)
                if (part := row[i : i + MAX_WORDS])
            )
        at = cut
    return found


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A run of wrapped lines stays whole; a short line stands alone."""
    parts: list[tuple[int, int]] = []
    low = start
    at = start
    while (newline := text.find("\n", at, end)) != -1:
        if newline - at < _SHORT_LINE:
            parts.append((low, newline))
            low = newline + 1
        at = newline + 1
    parts.append((low, end))
    return parts
