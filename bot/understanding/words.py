"""Words of a text with their places: folded (lower case, no accents, straight quotes), one to one in length."""

import re
import unicodedata
from functools import lru_cache, partial
from typing import NamedTuple

MAILBOX, LINK = "@", "://"  # the keys of an e-mail address and of a link
EMAIL = r"[\w.+'-]{1,64}@(?:[\w-]{1,63}\.){1,6}[a-zA-Z]{2,24}(?![\w-])"
ADDRESS = re.compile(EMAIL)
_PLAIN = r"[^\W_]+(?:['-][^\W_]+)*|[,:()\[\]]"
_WORD = re.compile(_PLAIN)
# An address is one word, whatever words it is made of: they say nothing about what its owner wants
_ADDRESS_OR_WORD = re.compile(
    rf"(?P<mailbox>{EMAIL})|(?P<link>(?:[a-z]{{2,10}}://|www\.)[^\s<>|\"]{{1,2000}}(?<![.,:;!?)\]'\"]))|{_PLAIN}"
)
_LAST_PLAIN = "\x7f"
_FEW = 20  # characters with accents that stand in a text of one language
_KEPT = 0x3000  # characters of which it is kept how they are folded: all but those of the far East
_KEYS = {"mailbox": MAILBOX, "link": LINK}
_SAME = {
    "’": "'",
    "‘": "'",
    "`": "'",
    "´": "'",
    "–": "-",
    "—": " ",
    "‑": "-",
    "“": '"',
    "”": '"',
    "ß": "s",
    "ł": "l",
    "ø": "o",
}


class Word(NamedTuple):
    """One word: how it is looked up, and where it stands."""

    key: str  # folded, hyphens dropped: "E-Mail" is "email"; MAILBOX, LINK
    start: int
    end: int


_word = partial(tuple.__new__, Word)  # a Word of its parts; there are many, and Word(...) takes twice as long


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    if char in _SAME:
        return _SAME[char]
    base = unicodedata.normalize("NFKD", char)[:1]
    lowered = base.lower()
    return lowered if len(lowered) == 1 else char


def fold(text: str) -> str:
    """The text in lower case without accents, every character in its old place."""
    if not text.isascii():
        text = _without_accents(text)
    return text.lower().replace("`", "'")


@lru_cache(maxsize=8)
def fold_text(text: str) -> str:
    """The same of a text that several readers ask for: a message, and the parts of it that they look at."""
    return fold(text)


def _without_accents(text: str) -> str:
    folded = {char: _fold_char(char) for char in set(text) if char > _LAST_PLAIN}
    if len(folded) > _FEW or not all(map(str.isascii, folded.values())):  # "Ł" is "ł" first
        return text.translate(_folded)
    for char, plain in folded.items():  # each wherever it stands: so it goes fastest
        text = text.replace(char, plain)
    return text


class _Folded(dict[int, str]):
    """How each character is folded, for a text of many kinds of them."""

    def __missing__(self, code: int) -> str:
        char = _fold_char(chr(code))
        if code < _KEPT:
            self[code] = char
        return char


_folded = _Folded({code: chr(code) for code in range(128)})


def words(folded: str, start: int, end: int) -> list[Word]:
    """The words of folded[start:end]."""
    if any(folded.find(sign, start, end) != -1 for sign in ("@", "://", "www.")):
        return [
            Word(_KEYS.get(m.lastgroup or "", m[0].replace("-", "")), m.start(), m.end())
            for m in _ADDRESS_OR_WORD.finditer(folded, start, end)
        ]
    return [_word((m[0].replace("-", ""), m.start(), m.end())) for m in _WORD.finditer(folded, start, end)]
