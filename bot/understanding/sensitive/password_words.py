"""Which words may be a password, told by how rare they are in what people write to a firm: behind "password:" a word
that requests, complaints and support mails use is one of a sentence about it."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from math import isinf

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.understanding.rights.rarity import rarity
from bot.understanding.wordlists import holds, word_lists

MOST = 8  # words of a password of words
_RARE = 9.1  # of one word: one message in nine thousand has it
_UNCOMMON = 7.2  # of most words of several
_LISTS = word_lists("sensitive")
_NAMES = word_lists("names")["first_names"]
_ABOUT = _LISTS["events"] | _LISTS["sentences"] | _LISTS["accounts"] | _LISTS["customers"]
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_PARTS = re.compile(r"[^\W\d_]+")


def is_about(folded: str, start: int, end: int) -> bool:
    """Whether one of the first words of that line tells that it is about a password."""
    line = folded.find("\n", start, end)
    found = _WORD.finditer(folded, start, line if line >= 0 else end)
    return any(word[0] in _ABOUT for word in islice(found, MOST + 1))


def may_be_password(words: Sequence[str]) -> bool:
    """Whether a folded word may be one where a label leads to it ("password: sunshine"), or several words."""
    if len(words) == 1 and words[0] in _LISTS["favourites"]:
        return True
    if any(word in _ABOUT or word in _NAMES or _is_quality(word) for word in words):
        return False  # "Re: Password: Janneke" is from her
    if len(words) == 1:
        return _rarity(words[0]) > _RARE
    words = [word for word in words if not word.isdigit()]
    return sum(word in _LISTS["favourites"] or _rarity(word) > _UNCOMMON for word in words) > len(words) / 2


def is_surely_password(word: str) -> bool:
    """Whether a folded word is one even in a sentence: "my password is sunshine". "Unsafe" is none, nor "expird"."""
    if word in _ABOUT:
        return False
    if word in _NAMES:
        return True
    unheard = isinf(_rarity(word)) and not _is_quality(word)
    return unheard and process.extractOne(word, _LISTS["events"], scorer=OSA.distance, score_cutoff=1) is None


def is_worn(core: str) -> bool:
    """Whether letters beside digits are an everyday word: "reset2" behind "pw"."""
    return _rarity(core.lower()) < _UNCOMMON and not holds("sensitive", "favourites", core.lower().strip("0123456789"))


def _is_quality(word: str) -> bool:
    return holds("sensitive", "qualities", word)


def _rarity(word: str) -> float:
    """That of its most common part: "plain-text"."""
    parts: Iterable[str] = _PARTS.findall(word)
    return min(map(rarity, parts), default=0.0)
