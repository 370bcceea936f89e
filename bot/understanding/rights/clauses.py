"""Sentences of the zones that may hold an ask, each with its words."""

import re
from typing import NamedTuple

from bot.understanding.mail.lines import CUT, NOT_READ
from bot.understanding.reading import MailReading, Zone
from bot.understanding.words import Word, words

MAX_CHARS = 40_000  # of one zone: its head and its tail are read, which bounds the time
MAX_WORDS = 80  # of one clause
MAX_ALL = 9_000  # words of a message

# A sentence ends at . ! ? ; followed by space, at an empty line, or before a list item or a "Key: value" line.
_SIGNS = ".!?;…"
_END = re.compile(  # it begins with a set of characters: the engine is quick to find one of those
    rf"[{_SIGNS}\n](?:(?<!\n)[\"')\]]*\s+"
    r"|(?<=\n)(?:\s*\n\s*|(?=\s*(?:[-*•·]|\d{1,2}[.)]|\(?[a-z]\)|\[.?\])\s)|(?=[A-Z][\w /-]{1,24}:\s)))"
)
_ABBREVIATION = re.compile(
    r"(?<!\w)(?:arts?|artt|nr|no|mr|mrs|ms|dr|prof|abs|lit|par|para|sec|cal|civ|"
    r"st|tel|jr|e\.g|i\.e|bijv|evt|z\.b|d\.h|bzw|lid|ust|pkt|ul|sig|sra?|mevr|dhr|"
    r"mw|resp|approx|vs|p|t|u|a|n)\.\s+$",
    re.IGNORECASE,
)
_SHORT_LINE = 45  # a line this short was broken by its writer, not by the mail program


class Clause(NamedTuple):
    """One sentence: where it stands in the text, in which zone, and its words."""

    zone: Zone
    start: int
    end: int
    words: list[Word]
    question: bool = False  # it ends in a question mark


def clauses(mail: MailReading, folded: str, zones: tuple[Zone, ...]) -> list[Clause]:
    """The sentences of the given zones, in the order of the text, and the subject lines."""
    found: list[Clause] = []
    cut = mail.text.rfind(CUT) if mail.text.endswith(NOT_READ) else len(mail.text)  # our own words are none of theirs
    for span in mail.zones:
        if span.zone is Zone.HEADER and mail.subject:
            found.extend(_subject(mail.text, mail.subject, folded, span.start, span.end))
        elif span.zone in zones:
            for start, end in _windows(span.start, min(span.end, cut)):
                found.extend(_sentences(mail.text, folded, span.zone, start, end))
    return _within(found)


def _within(found: list[Clause]) -> list[Clause]:
    """All sentences of a message of common length; of a huge one, those at its head and at its tail."""
    if sum(len(c.words) for c in found) <= MAX_ALL:
        return found
    head, tail = 0, len(found)
    left = MAX_ALL
    while left > MAX_ALL // 3 and head < tail:
        left -= len(found[head].words)
        head += 1
    while left > 0 and head < tail:
        tail -= 1
        left -= len(found[tail].words)
    return found[:head] + found[tail:]


def _subject(text: str, subject: str, folded: str, start: int, end: int) -> list[Clause]:
    """The subject line of a header, when it stands there as it is."""
    at = text.find(subject, start, end)
    row = words(folded, at, at + len(subject))[:MAX_WORDS] if at != -1 else []
    return [_clause(text, Zone.HEADER, row)] if row else []


def _clause(text: str, zone: Zone, row: list[Word]) -> Clause:
    end = row[-1].end
    return Clause(zone, row[0].start, end, row, "?" in text[end : end + 3])


def _windows(start: int, end: int) -> list[tuple[int, int]]:
    if end - start <= MAX_CHARS:
        return [(start, end)]
    half = MAX_CHARS // 2
    return [(start, start + half), (end - half, end)]


def _sentences(text: str, folded: str, zone: Zone, start: int, end: int) -> list[Clause]:
    found: list[Clause] = []
    at = start
    for cut in [*_ends(text, start, end), end]:
        for low, high in _lines(text, at, cut):
            row = words(folded, low, high)
            found.extend(
                _clause(text, zone, part) for i in range(0, len(row), MAX_WORDS) if (part := row[i : i + MAX_WORDS])
            )
        at = cut
    return found


def _ends(text: str, start: int, end: int) -> list[int]:
    first = start - 1 if start and text[start - 1] in _SIGNS else start
    return [
        m.end()
        for m in _END.finditer(text, first, end)
        if "\n" in m[0] or not _ABBREVIATION.search(text, max(start, m.start() - 5), m.end())
    ]


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
