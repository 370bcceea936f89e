"""Which of several phone numbers of a person is the one that is right now: "instead of A put B", "A, now it's B"."""

import re
from collections.abc import Sequence
from enum import IntEnum

from bot.understanding.reading import Fact
from bot.understanding.who.addressed import NOT_NOW, TAKE_OFF
from bot.understanding.who.whose_phone import ENDS, is_own, is_right, words_of
from bot.understanding.wordlists import holds, word_lists
from bot.understanding.words import fold

_AROUND = 60  # characters around two numbers in which is said that one replaces the other
_BEFORE = 40  # characters before a number in which it is called new or old
_OLD, _GONE = 6, 8  # words before and behind a number in which it is called an old one
_LONGEST = 4  # words of a phrase
_NEW = re.compile(
    r"\b(?:new|nieuwe?|neue[rsnm]?|nouveau|nouvelle|nuev[oa]|nuov[oa]|nov[oa]|now[yea])\b[^\w.!?\n]{1,3}"
    r"(?:\w+[^\w.!?\n]{1,3}){0,2}$",
    re.IGNORECASE,
)
# "replace A by B", "A durch B ersetzen": what stands between two numbers of which the second is right, and around them
_INSTEAD = re.compile(
    r"\s*(?:with|by|to|into|for|door|naar|durch|auf|par|pour|en|por|para|con|col|da|dal|na|do|pelo)(?:\s\w{1,3})?\s*[(+]?"
)
_REPLACED = re.compile(
    r"\b(?:replac|chang|updat|alter|correct|swap|vervang|wijzig|verander|aanpass|ander|ersetz|remplac|modifi|corrig|"
    r"reemplaz|cambi|sustitu|sostitu|modific|substitu|troc|zamien|zmien|popraw|aktuali)",
)


class _Said(IntEnum):
    """What the words around a number say of it; the last tells the most."""

    OLD = 0
    PLAIN = 1
    OWN = 2  # the person's, while others are nobody's
    NEW = 3
    RIGHT = 4  # it stands instead of another


def right_now(text: str, found: Sequence[Fact[str]]) -> Fact[str]:
    """Of several numbers in their order, the one that is right now; the first where the words don't tell."""
    if len(found) == 1:
        return found[0]
    starts = [0, *(fact.span[1] for fact in found)]
    ends = [*(fact.span[0] for fact in found[1:]), len(text)]
    said = [_said(text, fact.span, low, high) for fact, low, high in zip(found, starts, ends, strict=False)]
    return found[said.index(max(said))]


def _said(text: str, span: tuple[int, int], least: int, most: int) -> _Said:
    """What is said of a number; other numbers end at `least` and begin at `most`."""
    low, high = span
    before = text[max(least, low - _BEFORE) : low]
    words = words_of(ENDS.split(text[max(least, low - _AROUND) : low])[-1])
    behind = words_of(ENDS.split(text[high : min(most, high + _AROUND)])[0])
    if _has(words[-1:], "instead_of"):
        return _Said.OLD  # "a new number: before 0161 ..., now ..."
    if is_right(before) or _ought(words, behind) or _replaces(text, low, least):
        return _Said.RIGHT
    if _NEW.search(before) or _is_now(words) or _has(behind[:3], "instead"):
        return _Said.NEW
    of_last = least > 0 and _has(words_of(text[least : min(low, least + _AROUND)])[:_GONE], "gone")  # not of this one
    if _has(behind[:_GONE], "gone") or (not of_last and _is_old(before, words)):
        return _Said.OLD
    own = is_own(text, least, low)
    if TAKE_OFF.search(before) and not own:
        return _Said.OLD  # "take off A and put B"; one's own may be to go beside another's
    mine = (
        any(word in word_lists("flags")["mine"] for word in behind[1:2])
        and behind[0] in word_lists("phones")["belongs"]
    )
    return _Said.OWN if mine or own else _Said.PLAIN


def _is_old(before: str, words: list[str]) -> bool:
    """Whether the words before a number say "instead of", "it was"."""
    return NOT_NOW.search(before) is not None or _has(words[-_OLD:], "instead_of")


def _is_now(words: list[str]) -> bool:
    """Whether the words before a number end with "now", "the right one is", "sondern"."""
    end = len(words)
    while end and words[end - 1] in word_lists("phones")["linking"]:
        end -= 1
    return end > 0 and holds("phones", "right", words[end - 1])


def _ought(words: list[str], behind: list[str]) -> bool:
    """ "Het moet 06 1234 5678 zijn"."""
    lists = word_lists("addresses")
    return bool(words and behind) and words[-1] in lists["ought"] and behind[0] in lists["being"]


def _replaces(text: str, low: int, end: int) -> bool:
    """Whether a number stands instead of the one that ends at `end`: "replace 0161 496 0822 with 0161 496 0911"."""
    if not end or not _INSTEAD.fullmatch(text, end, low):
        return False
    return _REPLACED.search(fold(text[max(0, end - _AROUND) : low + _AROUND])) is not None


def _has(words: list[str], kind: str) -> bool:
    """Whether a phrase of a list is among the words."""
    phrases = word_lists("phones")[kind]
    return any(
        " ".join(words[at : at + count]) in phrases for at in range(len(words)) for count in range(1, _LONGEST + 1)
    )
