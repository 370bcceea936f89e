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
# All but the signs of China and Korea: of these there are tens of thousands, and none has an accent
_FOLDED = re.compile("[\x80-\u33ff\ufb00-\uffef\U0001d400-\U0001f1ff\U0001fbf0-\U0001fbf9]")
_FEW = 20  # characters with accents that stand in a text of one language
_LONG = 2000  # characters of a text that many ask for once more: it is kept how it is folded
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
    return _fold(text) if len(text) < _LONG else fold_text(text)


@lru_cache(maxsize=8)
def fold_text(text: str) -> str:
    """The same of a text that several readers ask for: a message, and the parts of it that they look at."""
    return _fold(text)


def _fold(text: str) -> str:
    plain = text if text.isascii() else _without_accents(text)
    return plain.lower().replace("`", "'")


def _without_accents(text: str) -> str:
    folded = {char: _fold_char(char) for char in set(_FOLDED.findall(text))}
    if len(folded) > _FEW or not all(map(str.isascii, folded.values())):  # "Ł" is "ł" first
        return text.translate({ord(char): plain for char, plain in folded.items()})
    for char, plain in folded.items():  # each wherever it stands: so it goes fastest
        text = text.replace(char, plain)
    return text


def words(folded: str, start: int, end: int) -> list[Word]:
    """The words of folded[start:end]."""
    if any(folded.find(sign, start, end) != -1 for sign in ("@", "://", "www.")):
        return [
            Word(_KEYS.get(m.lastgroup or "", m[0].replace("-", "")), m.start(), m.end())
            for m in _ADDRESS_OR_WORD.finditer(folded, start, end)
        ]
    return [_word((m[0].replace("-", ""), m.start(), m.end())) for m in _WORD.finditer(folded, start, end)]
