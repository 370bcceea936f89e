"""Which lines of a paragraph a mail server or a lawyer put there: banners ("This email originated from outside"), legal
small print. Other words may stand right above or below them, as HTML has no blank lines between its blocks."""

import re
from bisect import bisect_right
from functools import cache
from itertools import accumulate

from bot.understanding.mail import lexicon
from bot.understanding.wordlists import alternatives

_LONGEST = 40  # lines of small print; no longer one is known
_ENDS = (".", "!", "?", ":", ";", "]", ")")


@cache
def _words(kind: str) -> tuple[str, ...]:
    return tuple(sorted(lexicon.phrases("closings", kind), key=len, reverse=True))


Hits = list[tuple[int, int]]
"""The first and the last row of each phrase that is found in a paragraph, whose first row is 0."""


def phrases_in(rows: list[str], kind: str) -> list[str]:
    """The phrases of one kind ("banner", "disclaimer") in a whole mail, whose `rows` are its lines folded. Few mails
    have any, so the paragraphs of most need not be looked at."""
    words = " ".join(rows)
    return [phrase for phrase in _words(kind) if phrase in words]


def banner_rows(phrases: list[str], rows: list[str], lines: list[str]) -> set[int]:
    """The rows of a paragraph that only a mail server adds. Where somebody asks for something in one, it
    stays theirs."""
    found: set[int] = set()
    for hit in found_in(rows, phrases):
        start, end = _sentence(hit, rows, lines)
        if not asks(" ".join(rows[start : end + 1])):
            found.update(range(start, end + 1))
    return found


def print_rows(hits: Hits, rows: list[str], lines: list[str], *, signed: int | None, below: bool) -> range:
    """The rows of legal small print. One phrase is enough below the row `signed` with which the mail was signed (-1:
    above this paragraph), two are needed elsewhere. What follows is small print, too, where it stands `below` a mail's
    words; above them it ends with its last phrase."""
    if signed is not None and any(start > signed for start, _ in hits):
        hits = [hit for hit in hits if hit[0] > signed]
    elif len(hits) < 2:
        return range(0)
    start, end = _sentence((min(hits)[0], max(last for _, last in hits)), rows, lines)
    if below or start > 0:
        end = len(rows) - 1
    if _asks_before(rows[start]):
        start += 1
    return range(start, end + 1) if end - start < _LONGEST else range(0)


def asks(folded: str) -> bool:
    """Whether somebody asks for something, in words of the eight languages."""
    return _ask().search(folded) is not None


@cache
def _ask() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(_words('ask'))})(?![\w@])")


def found_in(rows: list[str], phrases: list[str]) -> Hits:
    """Where phrases stand in the rows of a paragraph."""
    if not phrases:
        return []
    words = " ".join(rows)
    hits = [(at, at + len(phrase)) for phrase in phrases if (at := words.find(phrase)) >= 0]
    if not hits:
        return []
    starts = list(accumulate((len(row) + 1 for row in rows), initial=0))
    return [(bisect_right(starts, first) - 1, bisect_right(starts, last - 1) - 1) for first, last in hits]


def _sentence(hit: tuple[int, int], rows: list[str], lines: list[str]) -> tuple[int, int]:
    """Rows with those above and below over which their sentences go on."""
    start, end = hit
    while start > 0 and end - start < _LONGEST and _goes_on(rows[start - 1], lines[start]):
        start -= 1
    while end + 1 < len(rows) and end - start < _LONGEST and _goes_on(rows[end], lines[end + 1]):
        end += 1
    return start, end


def _goes_on(above: str, line: str) -> bool:
    """Whether a line goes on with the sentence above it, which the width of a window broke."""
    return bool(above) and not above.endswith(_ENDS) and line.lstrip("> \t")[:1].islower()


def _asks_before(row: str) -> bool:
    """Whether a row's first sentence asks for something, and small print follows only then."""
    first = min((at for phrase in _words("disclaimer") if (at := row.find(phrase)) > 0), default=0)
    end = max(row.rfind(mark, 0, first) for mark in (". ", "! ", "? "))
    return end > 0 and asks(row[:end])
