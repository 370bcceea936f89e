"""A street and its number, as a colleague tells where a customer lives: "22 Castle Street", "Dorpsstraat 8", "12 rue de
Rome". The words that call a street so are in `data/homes.toml`."""

import re
from functools import cache

from bot.understanding.where.places import is_place
from bot.understanding.wordlists import alternatives, word_lists
from bot.understanding.words import fold

_LONGEST = 400  # characters of a few words
_CODED = re.compile(  # "6711 AB Ede", "70173 Stuttgart", "Taunton TA1 4XY"
    r"(?:[A-Z]{1,2}-)?(?:\d{4,5}(?: ?[A-Z]{2})?|\d{2}-\d{3}|\d{4}-\d{3}),? "
    r"(?P<town>[A-ZÀ-Þ][^\W\d_]+(?:[ '-][^\W\d_]+){0,3})"
    r"|(?:[A-ZÀ-Þ][^\W\d_]+(?:[ '-][^\W\d_]+){0,3},? )?[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}"
)
_NUMBER = r"\d{1,4} ?(?:[a-z]|bis)?(?:[/-]\d{1,4})?(?!\w)"


def street_in(text: str) -> tuple[int, int] | None:
    """Where the first street with its number stands in a few words."""
    found = _streets().search(fold(text)) if len(text) <= _LONGEST and any(map(str.isdecimal, text)) else None
    return found.span() if found is not None else None


def is_coded_town(text: str) -> bool:
    """Whether few words are a postal code and its town, as an address ends; but not "4711 Ann Bell"."""
    found = _CODED.fullmatch(text.strip(" .,"))
    return found is not None and (found["town"] is None or is_place(found["town"]))


@cache
def _streets() -> re.Pattern[str]:
    lists = word_lists("homes")
    ends, joined, begins = (alternatives(lists[kind]) for kind in ("streets_behind", "street_ends", "streets"))
    of, most = alternatives(lists["streets_of"]), r"(?: [^\W\d_][^\W\d_.'-]{0,20}){1,4}"
    return re.compile(
        rf"(?<![\w.,]){_NUMBER},?(?: [^\W\d_][^\W\d_'-]{{1,20}}){{1,3}} (?:{ends})(?!\w)"
        rf"|(?<!\w)(?:[^\W\d_][^\W\d_.'-]{{1,20}} ){{0,2}}[^\W\d_-]{{3,25}}(?:{joined})\.? {_NUMBER}"
        rf"|(?<!\w)(?:[^\W\d_][^\W\d_-]{{1,20}} ){{1,2}}(?:{ends})\.? {_NUMBER}"
        rf"|(?<!\w)(?:{begins}){most},? {_NUMBER}"
        rf"|(?<![\w.,]){_NUMBER},? (?:{begins}|{of}){most}"
    )
