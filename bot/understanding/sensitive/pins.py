"""Where a text tells the short codes that go with a card: its PIN, and the three or four digits on its back."""

import re
from collections.abc import Iterator

from bot.understanding.sensitive.numbers import Cut
from bot.understanding.sensitive.words import shortest
from bot.understanding.wordlists import alternatives, word_lists

_LISTS = word_lists("sensitive")
_SIGNS = shortest(_LISTS["pins"] | _LISTS["card_codes"])
_CARDS = alternatives(_LISTS["cards"] | _LISTS["accounts"])
_TIE = rf"[ ](?:{alternatives(_LISTS['ties'])})(?:[ ][^\W\d_]{{1,20}}){{0,2}}?[ ](?:{_CARDS})(?![^\W_])"  # "of my card"
_SAYS = rf"[ ](?:{alternatives(_LISTS['says'])})(?:[ ](?:{alternatives(_LISTS['articles'])}))?"
_GAP = r"[ \t]{0,3}[\"']?[:=#>]?[ \t*\"'“”(]{1,4}"
_LEADS = rf"(?:{_SAYS})?{_GAP}|[\"']?[:=#>]|{_TIE}(?:{_SAYS}{_GAP}|[ ]?[:=][ ]?)"
_ENDS = r"(?![\w@]|[-./,:][\w])"
_POSTCODE = re.compile(r"[ ]{1,2}(?:[A-Z]{2}(?!\w)|[^\W\d_a-z][^\W\d_]+)")  # "10115 Berlin", "1011 AB"


def _codes(kind: str, digits: str) -> re.Pattern[str]:
    names = alternatives(_LISTS[kind])
    return re.compile(rf"(?<![^\W_])(?:{names})(?![^\W_])(?:{_LEADS})(?P<code>[0-9]{{{digits}}}){_ENDS}")


# Longer numbers behind "PIN" are postcodes and one-time codes; shorter ones are counts
_KINDS = (("pin", _codes("pins", "4,5")), ("card code", _codes("card_codes", "3,4")))


def pins_in(text: str, folded: str) -> Iterator[Cut]:
    """The codes of a text. `folded` is the same text by `words.fold`."""
    if not any(sign in folded for sign in _SIGNS):
        return
    for name, pattern in _KINDS:
        for match in pattern.finditer(folded):
            if not (name == "pin" and _is_postcode(text, folded, match.end())):
                yield Cut(*match.span("code"), name)


def _is_postcode(text: str, folded: str, end: int) -> bool:
    """Whether a place stands behind it: in India a PIN is a postcode."""
    place = _POSTCODE.match(text, end)
    return place is not None and folded[slice(*place.span())].strip() not in _LISTS["sentences"]
