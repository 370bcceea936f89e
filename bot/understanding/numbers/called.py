"""What a number is called by the words before it: "my customer number with you is 4711", "ticket: 88-20417"."""

import re
from enum import StrEnum
from functools import lru_cache

from bot.understanding.wordlists import holds, word_lists
from bot.understanding.words import fold

REACH = 70  # characters before a number in which its name may stand
STRANGE = 3  # words between a name and its number that say nothing
_WORD = re.compile(r"e-ticket|a/c|[^\W\d_]+")
_ANY = re.compile(r"\w")
_ENDS = re.compile(r"[!?;|\t•]|//|\.\s|\d")
_SHORT = 5  # letters of a word that may be clipped: "acct. 4711", as those that end in "nr" are
_SINCE = re.compile(r"\b(?:since|sinds|seit|depuis|desde|dal|od)\s(?:(?:19|20)\d\d|forever|altijd|immer)\b")
_REFERENCES = frozenset(("ref", "reference", "referentie", "referenz", "referencia", "kenmerk", "zeichen", "file"))
_NUMBERED = re.compile(
    r"(?:\b(?:no|nr|num|number|nummer|numer|num[eé]ro|número|code|codice|codigo|kod|id)|[°º])\W{0,4}(?:(?:is|was|ist|war|est|es|jest)\W)?\s*$"
)
_CALLS = re.compile(
    r"(?:[:=#(\[]|(?<!\w)(?:no|nr|n|num|numer|number|nummer|numero|ids?|code|codice|codigo|kod|is|was|ist|war|est|es|jest|luidt)\W{0,2})\s*$|[°º]\s*$|n.[°º]\s*$"
)
_LONGEST_LINK = 3  # words
_SHORTEST_HEAD, _SHORTEST_TAIL = 3, 3  # letters of the parts of a compound
_NO_COMPOUND = ("urkunde", "urkunden", "erkunden", "bekunden")
_NUMBER_ENDS = ("nummer", "nummern", "number", "nr", "code", "kennung", "id", "konto", "karte", "kaart", "pas")


class Called(StrEnum):
    """The lists of data/numbers.toml that name a number."""

    TICKET = "ticket"
    CASE = "case"
    FILE = "file"
    PERSON = "person"
    HELD = "held"
    PHONE = "phone"
    OTHER = "other"


def called(text: str, at: int) -> Called | None:
    """What the number that begins at a place is called: by the nearest word before it that tells; where the line begins
    with it, by the line above, if that ends in a colon. None: by nothing that is known."""
    line = text.rfind("\n", 0, at) + 1
    if not _ANY.search(text, line, at):
        above = text[max(0, line - REACH) : line].rstrip()
        if not above.endswith(":"):
            return None
        at, line = max(0, line - REACH) + len(above), text.rfind("\n", 0, line - 1) + 1
    return _nearest(fold(text[max(line, at - REACH) : at]))


@lru_cache(maxsize=16_384)
def is_called(word: str, *kinds: str) -> bool:
    """Whether a list of one of these kinds holds a word."""
    return any(holds("numbers", kind, fold(word)) for kind in kinds)


def _nearest(before: str) -> Called | None:
    lists = word_lists("numbers")
    before = _SINCE.sub(lambda since: " " * len(since[0]), before)
    words = list(_WORD.finditer(before))
    strange, last = 0, len(before)
    for at in range(len(words) - 1, -1, -1):
        word = words[at][0]
        between = before[words[at].end() : last]
        clipped = between.startswith(".") and (len(word) <= _SHORT or word.endswith("nr"))
        if _ENDS.search(between[1:] if clipped else between) or word in lists["against"]:
            return None
        last = words[at].start()
        above = [w[0] for w in words[max(0, at - 2) : at]]
        kind = kind_of(word)
        if kind is Called.FILE and word in _REFERENCES and above and (named := kind_of(above[-1])) is not None:
            kind = named  # "customer ref", "case ref"
        if kind is Called.OTHER and any(w in lists["where"] for w in above):
            kind = None
        elif kind is None and strange and word in lists["own"] and _NUMBERED.search(before):
            kind = Called.HELD
        if kind in (Called.PERSON, Called.HELD) and _is_phone_of(words[:at]):
            kind = Called.PHONE
        if kind is not None:
            return kind if not strange or _CALLS.search(before) else None
        if word not in lists["small"]:
            strange += 1 + ("," in between)
        if strange > STRANGE:
            return None
    return None


def _is_phone_of(words: list[re.Match[str]]) -> bool:
    """Whether the words before somebody or something end in "phone of the", "telefon na"."""
    lists = word_lists("numbers")
    for between, word in enumerate(reversed(words[-_LONGEST_LINK - 1 :])):
        if word[0] not in lists["small"] and word[0] not in lists["where"]:
            return between > 0 and kind_of(word[0]) is Called.PHONE
    return False


@lru_cache(maxsize=4096)
def kind_of(word: str) -> Called | None:
    """The list that holds a word, or what it is made of: "lidnummer", "Spaarpas", "Mietvertrag"."""
    if (kind := _listed(word)) is not None:
        return kind
    for end in _NUMBER_ENDS:
        stem = word.removesuffix(end).rstrip("s-")
        if stem != word and len(stem) > 1:
            return _listed(stem) or _compound(stem)
    return _compound(word)


def _listed(word: str) -> Called | None:
    """The list that has a word as it is, or else the beginning of it."""
    lists = word_lists("numbers")
    exact = next((kind for kind in Called if word in lists[kind]), None)
    return exact or next((kind for kind in Called if holds("numbers", kind, word)), None)


def _compound(word: str) -> Called | None:
    """The list that holds the end of a German or Dutch word that is put together of several: "Stammkunden"."""
    lists = word_lists("numbers")
    if word.endswith(_NO_COMPOUND):
        return None
    tails = (word[at:] for at in range(_SHORTEST_HEAD, len(word) - _SHORTEST_TAIL + 1))
    kind = next((_listed(tail) for tail in tails if tail in lists["ends"]), None)
    if kind in (Called.TICKET, Called.CASE) and holds("numbers", "desk", word):
        return Called.FILE  # "privacyzaak", "Datenschutzvorgang": never a support ticket
    return kind
