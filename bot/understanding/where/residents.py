"""Who is called a resident by a people's name: "as a Swiss resident", "résidente suisse", "a Dutch citizen"."""

import re
from functools import cache
from itertools import chain

from bot.understanding.rights.laws import home_of_people
from bot.understanding.where.homes import Stand
from bot.understanding.where.said import in_list
from bot.understanding.where.spots import Home, Spot
from bot.understanding.wordlists import alternatives, has_any, word_lists
from bot.understanding.words import fold

_SIGNS = ("esident", "itizen", "itoyen", "iudadan", "ittadin", "idad", "urger", "woner", "woonster", "zetene")
_NEAR = 24  # characters before in which it is denied
_PEOPLE = r"[^\W\d_]{2,16}"


def resident_of(text: str, low: int, high: int) -> Home | None:
    """The country or state of the first who says so between `low` and `high`."""
    folded = fold(text[low:high])
    if not has_any(folded, _SIGNS):
        return None
    for match in chain.from_iterable(pattern.finditer(folded) for pattern in _residents()):
        start, end = match.span(1)
        home = home_of_people(folded[start:end])
        before = folded[max(0, match.start() - _NEAR) : match.start()].split()[-2:]
        if home is not None and home != "EU" and not any(in_list("not", word) for word in before):
            country, _, state = home.partition("-")
            spot = Spot(low + start, low + end, (), True)
            return Home(spot.start, spot.end, Stand.LIVES, (country, spot), (state, spot) if state else None)
    return None


@cache
def _residents() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A people's name before "resident", and behind "résidente"."""
    before, behind = (alternatives(word_lists("homes")[kind]) for kind in ("resident_before", "resident_behind"))
    return (
        re.compile(rf"(?<!\w)({_PEOPLE}) (?:{behind})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{before}) ({_PEOPLE})(?!\w)"),
    )
