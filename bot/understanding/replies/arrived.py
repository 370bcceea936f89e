"""The day that a colleague's own few words say a request came in: "he wrote us yesterday", "came in on 3 March".

Only a part that says nothing else counts: "her parcel arrived yesterday" tells of a parcel.
"""

import re
from datetime import date, datetime, time
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot.understanding.replies.answers import LONGEST, of_arrival, phrases, plain
from bot.understanding.replies.days import day_said, is_day_word

_PART = re.compile(r"[;\n(),]+|[.!:](?=\s|$)")
_LONE_DAY = 3  # words of a part that is nothing but a day


class Arrived(NamedTuple):
    """The day, the time of day, if it says one, and its words."""

    day: date
    clock: time | None
    quote: str


def arrived(
    text: str, names: tuple[str, ...], now: datetime, zone: ZoneInfo, languages: frozenset[str]
) -> Arrived | None:
    """When it came in, as far as some part of a few words tells; None where several parts tell several days.

    Args:
        names: of the person, which may stand beside it.
    """
    if len(text) > LONGEST:
        return None
    others = frozenset(word for name in names for word in plain(name).split())
    written = text.split()
    own = _own() if "I" in written else _own() - {"i"}  # what is small may be Italian's or Polish's
    if any(word in own and word not in others for word in plain(text).split()):
        return None  # the customer's own words: their "yesterday" is another day
    found = [told for part in _parts(text) if (told := _told(part, others, now, zone, languages))]
    return found[0] if len({told.day for told in found}) == 1 else None


def _told(
    part: str, others: frozenset[str], now: datetime, zone: ZoneInfo, languages: frozenset[str]
) -> Arrived | None:
    words = plain(part).split()
    arrives = of_arrival(part) or any(word in phrases("calls") for word in words)
    if not arrives and len(words) > _LONE_DAY:
        return None
    if not all(word in others or word in _beside() or is_day_word(word) for word in words):
        return None
    said = day_said(part, now, zone, languages)
    return Arrived(*said, part) if said is not None else None


def _parts(text: str) -> list[str]:
    parts: list[str] = []
    for piece in _PART.split(text):
        half: list[str] = []
        for word in piece.split():
            if plain(word) in phrases("between"):
                parts.append(" ".join(half))
                half = []
            else:
                half.append(word)
        parts.append(" ".join(half))
    return [part for part in parts if part]


@cache
def _beside() -> frozenset[str]:
    kinds = ("fillers", "beside_day", "channels", "polite", "arrival", "calls")
    return frozenset(word for kind in kinds for phrase in phrases(kind) for word in phrase.split())


@cache
def _own() -> frozenset[str]:
    return phrases("own") - phrases("polite")
