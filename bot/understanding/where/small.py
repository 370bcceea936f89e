"""The home of somebody who writes without capitals: "texas resident", "i live in new york"."""

import re
from collections.abc import Callable
from functools import cache

from bot.understanding.where.gazetteer import gazetteer
from bot.understanding.where.homes import Stand, of_relative
from bot.understanding.where.said import in_list
from bot.understanding.where.spots import Home, Spot, lawful_first
from bot.understanding.wordlists import has_any, word_lists

_SMALL_RESIDENT = re.compile(r"\b([a-z]+)(?: ([a-z]+))? (?:residents?|citizens?)\b")
_ELSEWHERE = ("moving", "moved", "events", "once", "old")  # words of those who are no longer there, or only for a while
_FROM = ("from", "uit", "aus")
_BEFORE_VERB = 40  # characters in which it is said who lives somewhere
_SHORTEST_SMALL = 4  # letters of a name in small letters


def in_small_letters(text: str, low: int, high: int, *, relatives: Callable[[], bool], law_of: str) -> Home | None:
    """A state or country before "resident", or a name behind "live in", of somebody who writes no capitals."""
    if text.find("resident", low, high) >= 0 or text.find("citizen", low, high) >= 0:
        for match in _SMALL_RESIDENT.finditer(text, low, high):
            if home := _small(match, law_of, (1, 2), (2, 2), (1, 1)):
                return home
    if has_any(text[low:high], _FROM):
        for match in _small_origin().finditer(text, low, high):
            elsewhere = any(in_list(kind, word) for word in match[0].split() for kind in _ELSEWHERE)
            if not elsewhere and (home := _small(match, law_of, (1, 2), (1, 1))):
                return home
    if not has_any(text[low:high], word_lists("homes")["lives_small"]):
        return None
    for match in _small_home().finditer(text, low, high):
        if of_relative(text[max(low, match.start() - _BEFORE_VERB) : match.start()].split()) and not relatives():
            continue
        if home := _small(match, law_of, (1, 2), (1, 1)):
            return home
    return None


@cache
def _small_origin() -> re.Pattern[str]:
    """Where people say that they are from, perhaps behind their name: "this is jo bell from leeds"."""
    selves = "|".join(sorted(word_lists("homes")["selves_small"], key=len, reverse=True))
    return re.compile(
        rf"\b(?:{selves})(?: (?:a |an |een |ein |eine )?[a-zà-ž'-]+){{0,3}}? (?:{'|'.join(_FROM)}) "
        r"([a-zà-ž]+)(?: ([a-zà-ž]+))?",
        re.IGNORECASE,
    )


@cache
def _small_home() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{'|'.join(word_lists('homes')['lives_small'])}) (?:[a-z]{{1,12}} )?"
        r"(?:in|at|te|à|a|en|em|w|we)(?: the)? ([a-zà-ž]+)(?: ([a-zà-ž]+))?"
    )


def _small(match: re.Match[str], law_of: str, *ways: tuple[int, int]) -> Home | None:
    """The home that these groups of a match name, put together from one to another; the first way that names one."""
    names = gazetteer()
    if match[2] and any(in_list(kind, match[2]) for kind in ("after", "holders")):
        return None  # "this is a mail from spain support"
    for first, last in ways:
        name = " ".join((match[at] or "").title() for at in range(first, last + 1))
        if len(name) < _SHORTEST_SMALL or name in names.unsure or name not in names.meanings:
            continue
        place = lawful_first(names.meanings[name], law_of)[0]
        spot = Spot(match.start(first), match.end(last), (place,), True)
        state = (place.state, spot) if place.state else None
        return Home(spot.start, spot.end, Stand.LIVES, (place.country, spot), state)
    return None
