"""The days that a pasted ticket tells in its lines: with the times of its comments, in its fields, in an agent's note.

A line counts by its head, "Paula Reis (27 Feb, 09:12): please delete it", "Created 7 days ago", and by a part that says
what came in: "Note: customer wrote on 27 Feb". Nobody can tell by it whether that was the request: it is offered.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice
from zoneinfo import ZoneInfo

from bot.understanding.replies.answers import found, phrases, plain
from bot.understanding.replies.calendar_names import months
from bot.understanding.replies.came_in import arrives
from bot.understanding.replies.customers_words import in_customers_words
from bot.understanding.replies.days import day_said, is_day_word
from bot.understanding.replies.which_day import days_meant
from bot.understanding.replies.whole_days import ROUND_THE_CLOCK, in_few_signs
from bot.understanding.wordlists import word_lists
from bot.understanding.words import ADDRESS, fold

_LONGEST = 20_000  # characters that are looked at
_MOST_LINES, _MOST_PARTS = 100, 60
_HEAD = 80  # characters of a line
_LINE = re.compile(r"[^\n]{2,1000}")
_LABEL_ENDS = re.compile(r"(?<=[^\d\s]):(?=\s|$)|(?<=\d):(?=\s)")  # of a speaker or a field; no 09:12
_PART_ENDS = re.compile(r"[!?;,(|](?=\s|\w)|\s[-–—·](?=\s)|(?<!\d)\.(?=\s(?!\d))")
_CLOCK = re.compile(r"(?<![\d.:])\d{1,2}(?:[:h]\d\d|\s?[ap]m\b)", re.IGNORECASE)
_FEW_WORDS = 5  # of a head that is hardly more than who and when: "Paula Reis · 7 days ago"
_FIELDS = ("field", "came", "label", "origin", "call", "opened", "note")


def stamped_days(text: str, now: datetime, zone: ZoneInfo, languages: frozenset[str]) -> frozenset[date]:
    """Those of a text that was typed or pasted; none where all it tells is of today."""
    days = set[date]()
    for part in (*islice(_heads(text), _MOST_PARTS), *islice(_telling(text), _MOST_PARTS)):
        said = day_said(part, now, zone, languages)
        days.update((said[0],) if said else _meant(part, now, zone, languages))
    return frozenset() if days <= {now.astimezone(zone).date()} else frozenset(days)


def came_before(text: str) -> bool:
    """Whether a part says that it came in at some time before, without the day: "came in over the weekend", "sits here
    since February"."""
    return any(_is_before(part) and not _is_customer_s(part) for part in islice(_parts(text), _MOST_PARTS))


def _is_before(part: str) -> bool:
    words = plain(part).split()
    since = {word for at, word in enumerate(words) if words[at - 1 : at] and words[at - 1] in phrases("since")}
    if any(word in months() for word in since):
        return True
    told = bool(found(words, "some_time_ago"))
    return told and (bool(since) or _tells(part) or _is_field(part))


def _meant(part: str, now: datetime, zone: ZoneInfo, languages: frozenset[str]) -> tuple[date, ...]:
    return days_meant(part, now, zone, languages) or days_meant(in_few_signs(part), now, zone, languages)


def _heads(text: str) -> Iterator[str]:
    """The heads of lines that tell who wrote and when."""
    for line in _lines(text):
        head = line[:_HEAD]
        label = _LABEL_ENDS.split(head)[0]
        heads = [part for part in (label, head) if _is_stamp(part)][:1]
        yield from (part for part in heads if not _is_customer_s(part))


def _telling(text: str) -> Iterator[str]:
    """The parts of lines that say on which day something came in, without the field that they stand in."""
    for part in _parts(text):
        if (
            any(map(is_day_word, plain(part).split()))
            and (_is_field(part) or _tells(part))
            and not _is_customer_s(part)
        ):
            yield part
            yield " ".join(part.split()[1:])


def _lines(text: str) -> Iterator[str]:
    lines = islice(_LINE.finditer(text[:_LONGEST]), _MOST_LINES)
    return (ADDRESS.sub(" ", line[0]).replace(ROUND_THE_CLOCK, " ") for line in lines)


def _parts(text: str) -> Iterator[str]:
    return (part.strip()[: 2 * _HEAD] for line in _lines(text) for part in _PART_ENDS.split(line) if part.strip())


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
    return arrives(part) or not phrases("channels").isdisjoint(plain(part).split())


def _is_customer_s(part: str) -> bool:
    return in_customers_words(part, frozenset())
