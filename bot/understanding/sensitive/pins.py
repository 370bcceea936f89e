"""Where a text tells the short codes that go with a card: its PIN, and the three or four digits on its back."""

import re
from collections.abc import Iterator

from bot.understanding.sensitive.numbers import Cut
from bot.understanding.sensitive.words import shortest
from bot.understanding.wordlists import alternatives, word_lists

_LISTS = word_lists("sensitive")
_SIGNS = shortest(_LISTS["pins"] | _LISTS["card_codes"])
_LEADS = rf"(?:[ ](?:{alternatives(_LISTS['says'])}))?[ \t]{{0,3}}[:=#]?[ \t*\"'“”(]{{1,4}}|[:=#]"
_ENDS = r"(?![\w@]|[-./,:][\w])"


def _codes(kind: str, digits: str) -> re.Pattern[str]:
    names = alternatives(_LISTS[kind])
    return re.compile(rf"(?<![^\W_])(?:{names})(?![^\W_])(?:{_LEADS})(?P<code>[0-9]{{{digits}}}){_ENDS}")


# Longer numbers behind "PIN" are postcodes and one-time codes; shorter ones are counts
_KINDS = (("pin", _codes("pins", "4,5")), ("card code", _codes("card_codes", "3,4")))


def pins_in(folded: str) -> Iterator[Cut]:
    """The codes of a text that was folded by `words.fold`."""
    if not any(sign in folded for sign in _SIGNS):
        return
    for name, pattern in _KINDS:
        for match in pattern.finditer(folded):
            yield Cut(*match.span("code"), name)
