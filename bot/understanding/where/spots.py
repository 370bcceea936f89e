"""The names of places in a text: where they stand, what they may mean, and what those say that stand together."""

import re
from typing import NamedTuple

from bot.understanding.where.gazetteer import Kind, Place
from bot.understanding.where.homes import Stand
from bot.understanding.where.said import in_list

_TWO = 2
_WORDS_BEHIND = re.compile(
    r"[,(\s–-]{1,3}(?:(?P<the>[^\W\d_]{1,4}[ ']))?(?P<word>[^\W\d_]{2,8})(?: (?P<more>[^,.;)\n]{1,20}))?"
)


class Spot(NamedTuple):
    """One name or code in a text, and what it may mean."""

    start: int
    end: int
    meanings: tuple[Place, ...]
    sure: bool


class Home(NamedTuple):
    """Names that stand together, and what they say: the country, perhaps the state, and which spot says it."""

    start: int
    end: int
    stand: Stand
    country: tuple[str, Spot]
    state: tuple[str, Spot] | None


def lawful_first(meanings: tuple[Place, ...], law_of: str) -> tuple[Place, ...]:
    """What a name means, with the places first in which a law holds."""
    country, _, state = law_of.partition("-")
    return tuple(sorted(meanings, key=lambda one: one.country != country or (state != "" and one.state != state)))


def meant_behind(text: str, end: int, meanings: tuple[Place, ...]) -> tuple[Place, ...]:
    """The same with the country first where the words behind a name say that it is one: "Georgia, the country",
    "Georgia (not the US state)"."""
    if len(meanings) < _TWO or not any(map(_is_country, meanings)):
        return meanings
    behind = _WORDS_BEHIND.match(text, end)
    if behind is None:
        return meanings
    denied = in_list("not", (behind["the"] or "").strip()) or in_list("not", behind["word"])
    state = denied and any(in_list("not_the_state", word) for word in re.findall(r"\w+", behind[0]))
    called = not denied and in_list("the_country", behind["word"])
    return tuple(sorted(meanings, key=_is_country, reverse=True)) if state or called else meanings


def _is_country(one: Place) -> bool:
    return one.kind is not Kind.TOWN and one.state is None
