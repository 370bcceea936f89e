"""Where a text tells short codes: a card's PIN, the three or four digits on its back, and what opens a login once."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from bot.understanding.sensitive.numbers import Cut
from bot.understanding.sensitive.others import another
from bot.understanding.sensitive.tables import tables
from bot.understanding.who.looked import Named
from bot.understanding.wordlists import alternatives, word_lists

_LISTS = word_lists("sensitive")
_CARDS = alternatives(_LISTS["cards"] | _LISTS["accounts"])
_TIE = rf"[ ](?:{alternatives(_LISTS['ties'])})(?:[ ][^\W\d_]{{1,20}}){{0,2}}?[ ](?:{_CARDS})(?![^\W_])"  # "of my card"
_SAYS = rf"[ ](?:{alternatives(_LISTS['says'])})(?:[ ](?:{alternatives(_LISTS['articles'])}))?"
_GAP = r"[ \t]{0,3}[\"']?[:=#>]?[ \t*\"'“”(]{1,4}"
_LEADS = rf"(?:{_SAYS})?{_GAP}|[\"']?[:=#>]|{_TIE}(?:{_SAYS}{_GAP}|[ ]?[:=][ ]?|[ ])"
# A one-time code may be the one with which this desk asks who somebody is; not one "from my bank"
_ISSUERS = alternatives(_LISTS["issuers"])
_OF_ANOTHER = rf"[ ](?:{alternatives(_LISTS['from'])})(?:[ ][^\W\d_]{{1,20}}){{0,2}}?[ ](?:{_ISSUERS})(?![^\W_])"
_LOGIN = "(?:[a-z]-)?(?:[0-9]{4,8}|[0-9]{3}[ -][0-9]{3})"
_ENDS = r"(?![\w@]|[-./,:][\w])"
_POSTCODE = re.compile(r"[ ]{1,2}(?:[A-Z]{2}|[^\W\d_a-z][^\W\d_]+)(?!\w)")  # "10115 Berlin", "1011 AB"
_MINE = re.compile(r"(?<![^\W_])(?:my|her|his|our|the|mijn|m'n|meine?|die|mon|ma|le|mi|mio|el|il|meu|o|moj)[ ]\Z")
_VERB = re.compile(_SAYS)
_DOORS = alternatives(_LISTS["doors"])
_OF_A_DOOR = re.compile(rf"(?:[ ][^\W\d_]{{1,12}}){{0,3}}[ ](?:{_DOORS})(?![^\W_])")
_DOORS_OWN = re.compile(rf"(?<![^\W_])(?:{_DOORS})(?:'?s)?(?:[ ][^\W\d_]{{1,12}}){{0,2}}[ ]\Z")
_HOME = re.compile(rf"(?<![^\W_])(?<!mail[ -])(?:{alternatives(_LISTS['homes'])})(?![^\W_])")
_POSTCODE_DIGITS = 6
_SHORT = 8  # characters of "mijn ", and one before
_REACH = 50  # characters around a code in which words of an address may stand


class _Kind(NamedTuple):
    """What the codes of a kind are called by the mark, and how a text tells them."""

    name: str
    told: Named


def _kind(name: str, names: frozenset[str], digits: str, whose: str = "") -> _Kind:
    """`whose`: what must follow its name."""
    called = rf"(?<![^\W_])(?P<name>{alternatives(names)})(?![^\W_]){whose}"
    return _Kind(name, Named(names, rf"{called}(?:{_LEADS})(?P<code>{digits}){_ENDS}"))


_CODE = _kind("card code", _LISTS["card_codes"], "[0-9]{3,4}")
_CODE_NAMES, _CODE_ALONE = re.compile(alternatives(_LISTS["card_codes"])), re.compile("[0-9]{3,4}")
_KINDS = (
    _kind("pin", _LISTS["pins"] | _LISTS["cards_pins"], "[0-9]{4,8}"),  # shorter ones are counts
    _CODE,
    _kind("login code", _LISTS["login_codes"], _LOGIN),
    _kind("login code", _LISTS["one_time"], _LOGIN, _OF_ANOTHER),
)


def pins_in(text: str, folded: str, parts: AbstractSet[str]) -> Iterator[Cut]:
    """The codes of a text. `folded` is the same text by `words.fold`, `parts` are those of its words."""
    for kind in _KINDS:
        for match in kind.told.found_in(folded, parts):
            if not _stays(kind.name, match, text):
                yield Cut(*match.span("code"), kind.name)
    if "\n" in folded and _CODE.told.may_stand(folded, parts):
        for table in tables(folded, _CODE_NAMES, _LISTS["heads"] | _LISTS["cards"]):
            yield from (Cut(*cell, _CODE.name) for cell in sorted(table.cells) if _CODE_ALONE.fullmatch(folded, *cell))


def codes_behind(folded: str, end: int) -> Iterator[Cut]:
    """The code that stands behind a card's number, which ends there: what else is called "code" is one there."""
    code = _behind().match(folded, end)
    if code is not None and another(folded, code.start("code"), end) < 0:
        yield Cut(*code.span("code"), _CODE.name)


@cache
def _behind() -> re.Pattern[str]:
    called = alternatives(_LISTS["codes_behind"])
    return re.compile(
        rf"(?:[^\w\n.!?][^\n.!?]{{0,30}}?)?(?<![^\W_])(?:{called})(?![^\W_])(?:{_LEADS})(?P<code>[0-9]{{3,4}}){_ENDS}"
    )


def _stays(name: str, match: re.Match[str], text: str) -> bool:
    """Whether it is a postcode, the code of a door, or a number behind another word "tan"."""
    folded, start, end = match.string, match.start(), match.end()
    if name == "login code":
        return match["name"] == "tan" and text[slice(*match.span("name"))] != "TAN"
    if name == "card code":
        return bool(_OF_A_DOOR.match(folded, end) or _DOORS_OWN.search(folded, max(0, start - _REACH), start))
    if _is_postcode(text, folded, end):
        return True
    if len(match["code"]) < _POSTCODE_DIGITS or match["name"] in _LISTS["cards_pins"]:
        return False
    # In India a PIN is a postcode
    if not (
        _MINE.search(folded, max(0, start - _SHORT), start)
        or _VERB.search(folded, match.end("name"), match.start("code"))
    ):
        return True
    beside = (max(0, start - _REACH), start), (end, end + _REACH)
    return any(_HOME.search(folded, *span) for span in beside)


def _is_postcode(text: str, folded: str, end: int) -> bool:
    """Whether a place stands behind it."""
    place = _POSTCODE.match(text, end)
    return place is not None and folded[slice(*place.span())].strip() not in _LISTS["sentences"]
