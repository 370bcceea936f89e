"""A place in a short answer to "where does the person live?": also in small letters, as a code, or mistyped."""

import re
from functools import cache

from bot.understanding.replies.answers import denies, nearest, plain
from bot.understanding.where.gazetteer import Kind, Place, gazetteer
from bot.understanding.where.places import places
from bot.understanding.wordlists import word_lists

_LONGEST = 60  # characters of an answer that is nothing but a place
_FEW = 3  # words before and with a place: "from the Netherlands"
_CODE = re.compile(r"[A-Z]{2}")
_OTHERS = {
    **dict.fromkeys(("uk", "gb"), Place("GB", None, Kind.COUNTRY)),
    **dict.fromkeys(("usa", "america", "amerika"), Place("US", None, Kind.COUNTRY)),
}


def place_answered(answer: str) -> tuple[str, str | None] | None:
    """Country and state that an answer names; None where it names none, or a code that may be either of two: "DE" is
    Delaware and Germany."""
    said = answer.strip(" .,!")
    country, state = places(said, ((0, len(said)),))
    if country is None and len(said) <= _LONGEST and said == said.lower():
        said = said.title()
        country, state = places(said, ((0, len(said)),))
    if country is not None:
        return country.value, state.value if state else None
    if len(said) > _LONGEST:
        return None
    words = plain(said).split()
    found = _OTHERS.get(words[-1] if words else "") or _of_code(said) or _named(" ".join(words))
    if found is None and 1 < len(words) <= _FEW:
        found = _named(words[-1])  # "z Polski"
    return (found.country, found.state) if found else None


def _of_code(said: str) -> Place | None:
    if not _CODE.fullmatch(said) or said in word_lists("homes")["codes_and_words"] or denies(said):
        return None
    is_state, is_country = said in gazetteer().codes["US"], said in _countries()
    if is_state == is_country:
        return None
    return Place("US", said, Kind.STATE) if is_state else Place(said, None, Kind.COUNTRY)


def _named(said: str) -> Place | None:
    """The country or the state of America of that name, a slip or two forgiven."""
    name = nearest(said, _names().keys())
    return _names()[name] if name else None


@cache
def _names() -> dict[str, Place]:
    known = ((plain(name), meanings[0]) for name, meanings in gazetteer().meanings.items())
    return {
        name: place
        for name, place in known
        if place.kind is Kind.COUNTRY or (place.kind is Kind.STATE and place.country == "US")
    }


@cache
def _countries() -> frozenset[str]:
    return frozenset(place.country for place in _names().values() if place.kind is Kind.COUNTRY)
