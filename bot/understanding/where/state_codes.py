"""What capitals behind a town mean: a state ("Henderson NV"), a province ("Como, CO"), a country ("Bonn, DE"); and what
they mean where somebody says that they live there: "lives in TX", "woont in BE", "CA resident"."""

import re
from typing import NamedTuple

from bot.understanding.where.gazetteer import Kind, Place, gazetteer
from bot.understanding.where.said import in_list
from bot.understanding.wordlists import word_lists
from bot.understanding.words import fold

_BEHIND = re.compile(r"(?:,[ ]?|[ ]?\([ ]?|[ ]?[-/–][ ]?|[.][ ]?|[ ])([A-Z]{2,3})\)?(?![\w'’@-])")
_ZIP = re.compile(r",?[ ](\d)\d{4}(?:-\d{4})?(?![\w-])(?![ ][A-ZÄÖÜ][a-zäöüß])")
_TOWN = re.compile(r"((?:[A-Z][a-z]{2,19}[ ]){0,2}[A-Z][a-z]{2,19})(,?) ?$")  # of a state that nobody knows the town of
_LED = re.compile(
    r"(?:^|[,\n(|/]|\b(?:in|from|near|of|to|at|live|Street|St|Road|Rd|Ave|Avenue|Dr|Lane|Blvd)[.,]?)\s{0,3}$"
)
_LABEL = re.compile(r"(?:^|[\n|,;/(&?])[ \t]{0,9}(?:US )?State(?: code| of residence)? ?[:=]\s{0,3}$", re.IGNORECASE)
_CALLED = re.compile(r"[^\W\d_] $")  # "Ticket ID 88120"
_ENDS = re.compile(r"[ \t]*(?:[,;.)|\n\r]|$)|,?[ ](?:USA|US)\b")
_FIELD_ENDS = re.compile(r"[ \t]*(?:[,;.)|/&\n\r]|$)")
_LIVES_IN = re.compile(r"([^\W\d_]{1,14}) ([^\W\d_]{1,7}) $")
_RESIDENT = re.compile(r"-based\b| (?:residents?|citizens?|consumers?|based)\b")
_SAID_ENDS = re.compile(r"(?![\w'’@-])(?! [A-ZÀ-Þ])| (?:USA?|State)\b")
_FOLLOWING = re.compile(r" ([^\W\d_]+)")
_WITH_STATES = frozenset(("US", "CA", "BR", "AU"))


class Code(NamedTuple):
    """A code in the text, and the place that it stands for."""

    start: int
    end: int
    place: Place


def code_behind(text: str, end: int, high: int, meanings: tuple[Place, ...]) -> Code | None:
    """The code behind a known name, where it can be that of a state, a province or the country."""
    match = _BEHIND.match(text, end, high)
    if match is None:
        return None
    code, known = match[1], gazetteer().codes
    lies_there = any((place.country, place.state) == ("US", code) for place in meanings)
    if not lies_there:
        for place in meanings:
            if code == place.country and place.kind is not Kind.COUNTRY:
                return Code(match.start(1), match.end(), Place(code, None, Kind.COUNTRY))
            if place.country != "US" and code in known.get(place.country, ()):
                state = code if place.country in _WITH_STATES else None
                return Code(match.start(1), match.end(), Place(place.country, state, Kind.STATE))
    if code not in known["US"] or any(place.kind is not Kind.TOWN for place in meanings):
        return None
    zipped = _zip_of(text, code, match.end(1), high)
    told = (
        match[0].startswith(",")
        and code not in word_lists("homes")["codes_and_words"]
        and _ENDS.match(text, match.end(1), high)
    )
    if lies_there or zipped or told:
        return Code(match.start(1), zipped or match.end(), Place("US", code, Kind.STATE))
    return None


def lone_code(text: str, start: int, low: int, high: int) -> Code | None:
    """A US state's code before a zip code, behind words that look like a town's, or in the field of a form."""
    code = text[start : start + 2]
    if code not in gazetteer().codes["US"] or text[start + 2 : start + 3].isalnum():
        return None
    here = Place("US", code, Kind.STATE)
    before = text[max(low, start - 80) : start]
    is_word = code in word_lists("homes")["codes_and_words"]
    zipped = _zip_of(text, code, start + 2, high)
    if zipped and not (is_word and _CALLED.search(before)):
        return Code(start, zipped, here)
    if _LABEL.search(before) and _FIELD_ENDS.match(text, start + 2, high):
        return Code(start, start + 2, here)
    town = _TOWN.search(before[-64:])
    if town is None or is_word or not _ENDS.match(text, start + 2, high):
        return None
    head = before[: len(before) - len(town[0])]
    if not _LED.search(head) or re.search(r"\d{5} ?$", head) or not _may_be_town(town[1]):
        return None
    return Code(start, start + 2, here)


def said_code(text: str, start: int, low: int) -> Code | None:
    """The code of a state or a country in which somebody is said to live."""
    code = text[start : start + 2]
    lists, place = word_lists("homes"), _meant_by(code)
    if place is None or text[start + 2 : start + 3].isalnum():
        return None
    if code in lists["departments"]:
        return None
    if _RESIDENT.match(text, start + 2):
        return Code(start, start + 2, place)
    following = _FOLLOWING.match(text, start + 2)
    if following and code in lists["codes_and_words"] and in_list("described", following[1]):
        return None  # "lives in OK house"
    said = _LIVES_IN.search(text[max(low, start - 24) : start])
    if said is None or said[1].isupper() or not _SAID_ENDS.match(text, start + 2):
        return None
    lives = in_list("lives", said[1]) or (in_list("moved", said[1]) and in_list("to", said[2]))
    leads = any(in_list(kind, said[2]) for kind in ("in", "from", "to")) or said[2] == "of"
    sure = lives or (in_list("being", said[1]) and code not in lists["codes_and_words"])
    return Code(start, start + 2, place) if leads and sure else None


def _meant_by(code: str) -> Place | None:
    """The state or the country that a code is used for where neither a town nor a zip code tells."""
    known = gazetteer()
    if code in known.codes["US"] and code not in word_lists("homes")["rather_countries"]:
        return Place("US", code, Kind.STATE)
    return Place(code, None, Kind.COUNTRY) if code in known.countries else None


def _zip_of(text: str, code: str, end: int, high: int) -> int:
    """Where the zip code behind a state's code ends; 0 without one, or with that of another state."""
    match = _ZIP.match(text, end, high)
    return match.end() if match and match[1] == gazetteer().zips.get(code) else 0


def _may_be_town(words: str) -> bool:
    lists = word_lists("names")
    keys = [fold(word) for word in words.split()]
    return keys[0] not in lists["first_names"] and not any(
        key in lists["not_names"] or key in lists["openers"] or key in lists["titles"] for key in keys
    )
