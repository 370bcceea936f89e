"""Postal codes that belong to one country, where they stand in an address."""

import re
from typing import NamedTuple

from bot.understanding.numbers.called import Called, called
from bot.understanding.wordlists import word_lists

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĪİŁŃŇŌŐŘŚŞŠȘŤȚŪŮŰŹŻŽ"
# A number before a town: 1234 AB Zwolle, 00-950 Opole, 4710-220 Braga, 01310-100 Santos
_BEFORE_TOWN = re.compile(
    rf"\d(?<![\w.,/+-].)(?:(?P<NL>\d{{3}} ?(?!S[ADS])[A-Z]{{2}})|(?P<PL>\d-\d{{3}})|(?P<PT>\d{{3}}-\d{{3}})|"
    rf"(?P<BR>\d{{4}}-\d{{3}})),?[ ]{{1,2}}(?=[{_UPPER}'][^\W\d_]+(?![\w@]))"
)
_ENDS = re.compile(r"[ \t\r]*(?:[,.;)]|\n|$)|[ ]{1,2}(?=[A-Z][a-z])")
_BRITISH = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}(?![\w-])")
_CANADIAN = re.compile(r"[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] ?\d[ABCEGHJ-NPRSTV-Z]\d(?![\w-])")
# The country before the number: D-10115 Berlin, LV-1010 Riga
_PREFIXED = re.compile(rf"[A-Z]{{1,2}}-\d{{4,5}}[ ]{{1,2}}(?=[{_UPPER}][^\W\d_]+)")
_SHORT = {"A": "AT", "B": "BE", "D": "DE", "E": "ES", "F": "FR", "FL": "LI", "H": "HU", "I": "IT"}
_SHORT |= {"L": "LU", "N": "NO", "P": "PT", "S": "SE"}
_SAYS_ADDRESS = re.compile(r"(?:[,\n(]|[^\W\d_][,.]?|\d[a-zA-Z]?)[ \t]{0,2}$")
_NO_ADDRESS = re.compile(
    r"(?:ticket|order|ref|reference|case|customer|client|account|(?<!post)(?<!post )(?<!postal )code|model|invoice)"
    r"\W{0,3}$",
    re.I,
)


class Postcode(NamedTuple):
    """A postal code in an address, and the country (ISO 3166-1 alpha-2) that it belongs to."""

    country: str
    start: int
    end: int


def numbered(text: str, low: int, high: int) -> list[Postcode]:
    """Codes of digits (Dutch, Polish, Portuguese, Brazilian) that stand before the name of a town."""
    found = []
    for match in _BEFORE_TOWN.finditer(text, low, high):
        country = match.lastgroup
        if country and _begins_there(text, match.start(), low):
            found.append(Postcode(country, match.start(), match.end(country)))
    return found


def lettered(text: str, start: int, low: int, high: int) -> Postcode | None:
    """A British or Canadian code, or a country's letters before a code, that begins at `start` with a capital."""
    match = _PREFIXED.match(text, start, high)
    if match:
        prefix = text[start : text.index("-", start)]
        country = _SHORT.get(prefix, prefix)
        known = country in word_lists("homes")["before_codes"]
        return Postcode(country, start, match.end()) if known else None
    country = "GB"
    match = _BRITISH.match(text, start, high)
    if match:
        area = match[0][:2] if match[0][1].isalpha() else match[0][:1]
        if area not in word_lists("homes")["british_areas"]:
            return None
    else:
        country, match = "CA", _CANADIAN.match(text, start, high)
    if match and _ENDS.match(text, match.end(), high) and _begins_there(text, start, low):
        return Postcode(country, start, match.end())
    return None


def _begins_there(text: str, start: int, low: int) -> bool:
    """Whether a code may begin there: at the head of a line, behind a comma, a street or its number."""
    before = text[max(low, start - 24) : start]
    if not before.strip():
        return True
    if not _SAYS_ADDRESS.search(before) or _NO_ADDRESS.search(before):
        return False
    return called(text, start) in (None, Called.OTHER)  # "postcode"; but a "member" has a number
