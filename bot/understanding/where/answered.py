"""A place in a short answer to "where does the person live?": also in small letters, as a code, or mistyped."""

import re
from functools import cache

from bot.understanding.replies.answers import confirms, denies, plain
from bot.understanding.replies.slips import Names
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
_CITIES = {"LA": Place("US", "CA", Kind.TOWN)}


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
    code = said.removeprefix("the ").removeprefix("The ")
    found = _OTHERS.get(words[-1] if words else "") or _of_code(code) or _named(" ".join(words))
    if found is None and 1 < len(words) <= _FEW:
        found = _named(words[-1])  # "z Polski"
    return (found.country, found.state) if found else None


def is_only_a_place(answer: str) -> bool:
    """Whether it is the name of a place and nothing else, be it a person's name as well: "Virginia"."""
    said = answer.strip(" .,!")
    return bool({said, said.title()} & gazetteer().meanings.keys())


def is_only_a_town(answer: str) -> bool:
    """Whether it is the name of a town, and of no country or state."""
    return all(place.kind is Kind.TOWN for place in gazetteer().meanings.get(answer.strip(" .,!").title(), ()))


def places_meant(answer: str) -> tuple[tuple[str, str | None], ...]:
    """Countries and states that a code may be which is a whole answer: "DE" is Germany and Delaware, "LA" is a city,
    too."""
    said = answer.strip(" .,!").upper()
    if not _CODE.fullmatch(said) or (not answer.isupper() and (denies(answer) or confirms(answer))):
        return ()
    found = [Place(said, None, Kind.COUNTRY)] if said in gazetteer().countries else []
    found += [Place("US", said, Kind.STATE)] if said in gazetteer().codes["US"] else []
    found += [_CITIES[said]] if said in _CITIES else []
    return tuple((place.country, place.state) for place in found)


def _of_code(said: str) -> Place | None:
    if not _CODE.fullmatch(said) or said in word_lists("homes")["codes_and_words"] or denies(said):
        return None
    is_state, is_country = said in gazetteer().codes["US"], said in gazetteer().countries
    if is_state == is_country:
        return None
    return Place("US", said, Kind.STATE) if is_state else Place(said, None, Kind.COUNTRY)


def _named(said: str) -> Place | None:
    """The country or the state of America of that name, a slip or two forgiven where all that are near are one."""
    found = {_names()[name] for name in _typed().near(said)}
    return found.pop() if len(found) == 1 else None


@cache
def _typed() -> Names:
    return Names(_names())


@cache
def _names() -> dict[str, Place]:
    known = ((plain(name), meanings[0]) for name, meanings in gazetteer().meanings.items())
    return {
        name: place
        for name, place in known
        if place.kind is Kind.COUNTRY or (place.kind is Kind.STATE and place.country == "US")
    }
