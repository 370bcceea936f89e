"""Who is called a resident by a people's name: "as a Swiss resident", "résidente suisse", "a Dutch citizen"."""

import re
from collections.abc import Callable
from functools import cache
from itertools import chain

from bot.understanding.rights.laws import home_of_people
from bot.understanding.where.homes import Stand, of_relative
from bot.understanding.where.lines import SENTENCE_END
from bot.understanding.where.said import in_list
from bot.understanding.where.spots import Home, Spot
from bot.understanding.wordlists import alternatives, has_any, word_lists
from bot.understanding.words import fold_text

_SIGNS = ("esident", "itizen", "itoyen", "iudadan", "ittadin", "idad", "urger", "woner", "woonster", "zetene")
_NEAR = 40  # characters before in which it is denied, or said to be a relative's
_DENIED = 3  # words before in which it is denied: "not being a"
_WORD = re.compile(r"[^\W\d_]+")
_PEOPLE = r"[^\W\d_]{2,16}"


def resident_of(text: str, low: int, high: int, *, placed: bool, relatives: Callable[[], bool]) -> Home | None:
    """The country or state of the first who says so between `low` and `high`. `placed`: a place is named besides, where
    a citizen of another country may live. `relatives` tells whether a relative's home may be that of the person."""
    folded = fold_text(text[low:high])
    if not has_any(folded, _SIGNS):
        return None
    for match in chain.from_iterable(pattern.finditer(folded) for pattern in _residents()):
        start, end = match.span("people")
        home = home_of_people(folded[start:end])
        if home is None or home == "EU" or (placed and in_list("citizen", match["called"])):
            continue
        before = _WORD.findall(SENTENCE_END.split(folded[max(0, match.start() - _NEAR) : match.start()])[-1])
        following = _WORD.findall(folded[match.end() : match.end() + _NEAR])[:1]
        if any(in_list("not", word) for word in before[-_DENIED:]) or any(
            in_list("of_residents", word) for word in following
        ):
            continue
        if any(in_list("acquainted", word) for word in before) or (of_relative(before) and not relatives()):
            continue
        country, _, state = home.partition("-")
        spot = Spot(low + start, low + end, (), True)
        return Home(spot.start, spot.end, Stand.LIVES, (country, spot), (state, spot) if state else None)
    return None


@cache
def _residents() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A people's name before "resident", and behind "résidente"."""
    before, behind = (alternatives(word_lists("homes")[kind]) for kind in ("resident_before", "resident_behind"))
    return (
        re.compile(rf"(?<!\w)(?P<people>{_PEOPLE}) (?P<called>{behind})(?!\w)"),
        re.compile(rf"(?<!\w)(?P<called>{before}) (?P<people>{_PEOPLE})(?!\w)"),
    )
