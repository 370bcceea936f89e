"""The days that a pasted ticket tells in its lines: with the times of its comments, in its fields, in an agent's note.

A line counts by its head, "Paula Reis (27 Feb, 09:12): please delete ...", "Created 7 days ago", and by a sentence that
says what came in: "Note: customer wrote on 27 Feb". Nobody can tell by it whether that was the request: it is offered.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice
from zoneinfo import ZoneInfo

from bot.understanding.replies.answers import phrases, plain
from bot.understanding.replies.arrived import arrives, in_customers_words
from bot.understanding.replies.days import day_said, is_day_word
from bot.understanding.replies.which_day import days_meant
from bot.understanding.wordlists import word_lists
from bot.understanding.words import ADDRESS, fold

_LONGEST = 20_000  # characters that are looked at
_MOST_LINES, _MOST_PARTS = 100, 60
_HEAD = 80  # characters of a line
_LINE = re.compile(r"[^\n]{2,1000}")
_LABEL_ENDS = re.compile(r"(?<=[^\d\s]):(?=\s|$)|(?<=\d):(?=\s)")  # of a speaker or a field; no 09:12
_SENTENCE_ENDS = re.compile(r"[!?;](?=\s)|(?<!\d)\.(?=\s(?!\d))")
_CLOCK = re.compile(r"(?<![\d.:])\d{1,2}(?:[:h]\d\d|\s?[ap]m\b)", re.IGNORECASE)
_FEW_WORDS = 5  # of a head that is hardly more than who and when: "Paula Reis · 7 days ago"
_FIELDS = ("field", "came", "label", "origin", "call", "opened", "note")


def stamped_days(text: str, now: datetime, zone: ZoneInfo, languages: frozenset[str]) -> frozenset[date]:
    """Those of a text that was typed or pasted; none where all it tells is of today."""
    found = set[date]()
    for part in islice(_telling(text[:_LONGEST]), _MOST_PARTS):
        said = day_said(part, now, zone, languages)
        found.update((said[0],) if said else days_meant(part, now, zone, languages))
    return frozenset() if found <= {now.astimezone(zone).date()} else frozenset(found)


def _telling(text: str) -> Iterator[str]:
    """The parts of its lines that may tell such a day."""
    for match in islice(_LINE.finditer(text), _MOST_LINES):
        line = ADDRESS.sub(" ", match[0])
        first, *more = _SENTENCE_ENDS.split(line)
        head = first[:_HEAD]
        label = _LABEL_ENDS.split(head)[0]
        heads = [part for part in (label, head) if _is_stamp(part)][:1]
        yield from (part for part in (*heads, *filter(_tells, more)) if not in_customers_words(part, frozenset()))


def _is_stamp(head: str) -> bool:
    words = plain(head).split()
    if not any(map(is_day_word, words)):
        return False
    few = len(words) <= _FEW_WORDS and not all(map(str.isdecimal, words))
    return few or bool(_CLOCK.search(head)) or _is_field(head) or _tells(head)


def _is_field(head: str) -> bool:
    folded = fold(head).lstrip(" -*|[(")
    return any(folded.startswith((f"{word} ", f"{word}:")) for kind in _FIELDS for word in word_lists("received")[kind])


def _tells(part: str) -> bool:
    """Whether words tell that something came in, or how."""
    words = plain(part[: 2 * _HEAD]).split()
    return any(map(is_day_word, words)) and (arrives(part) or not phrases("channels").isdisjoint(words))
