"""What a number is called by the words before it: "my customer number with you is 4711", "ticket: 88-20417"."""

import re
from enum import StrEnum
from functools import cache, lru_cache

from bot.understanding.who.phone_forms import is_formed
from bot.understanding.wordlists import has_any, holds, word_lists
from bot.understanding.words import fold

REACH = 70  # characters before a number in which its name may stand
STRANGE = 3  # words between a name and its number that say nothing
_WORD = re.compile(r"e-ticket|a/c|[^\W\d_]+")
_ANY = re.compile(r"\w")
_ENDS = re.compile(r"[!?;|\t•]|//|\.\s|\d")
_SHORT = 5  # letters of a word that may be clipped: "acct. 4711", as those that end in "nr" are
_SINCE = re.compile(r"\b(?:since|sinds|seit|depuis|desde|dal|od)\s(?:(?:19|20)\d\d|forever|altijd|immer)\b")
_HEAD, _HEAD_LINE, _LABEL = 400, 80, 30  # characters of the head of a letter, of a line, and of a label
_REFERENCES = frozenset(("ref", "reference", "referentie", "referenz", "referencia", "kenmerk", "zeichen", "file"))
_NUMBERED = re.compile(
    r"(?:\b(?:no|nr|num|number|nummer|numer|num[eé]ro|número|code|codice|codigo|kod|id)|[°º])\W{0,4}(?:(?:is|was|ist|war|est|es|jest)\W)?\s*$"
)
_CALLS = re.compile(
    r"(?:[:=#(\[]|(?<!\w)(?:no|nr|n|num|numer|number|nummer|numero|ids?|code|codice|codigo|kod|is|was|ist|war|est|es|jest|luidt)\W{0,2})\s*$|[°º]\s*$|n.[°º]\s*$"
)
# A row of two cells: "| Telefoon klant | 06 20005551 |"
_ROW = re.compile(
    r"[ |*\"]{0,5}(?P<field>[^\W\d][^|\t;\d\n]{1,50})(?P<mark>[|\t;])[ *\"+(#]{0,5}(?P<value>[^\s|;\t][^|;\t\n]{0,40})"
    r"[ |;\t*\"]{0,5}(?:\r?\n|$)"
)
_MARKS, _LEADING = frozenset("|\t;"), ' *"+(#'
_PARTS = re.compile(r"[,:=!?;]|(?<=\w{4})\.\s")  # "Phone: n/a, customer: 4711"
_WITHIN = frozenset(" -–/.)")  # a number of a phone
_LONGEST_LINK = 3  # words
# "Telefon Kunde:", and without its colon only before what is dialled: "phone customer 4711" is an account
_FIELD = re.compile(r"[\W_]{0,3}[:=]")
_TIED = re.compile(r"[ .(/_-]{1,3}")  # between the words of a field
_DIALLED = re.compile(r"(?:\+|\(\+?)?\d(?:[ ()./–-]{0,3}\d){6,14}(?!\w)")
_BEGUN = re.compile(r"(?<![\w+/.-])(?:\+|\(\+?)?\d(?:[ ()./–-]{0,2}\d){0,5}[ ()./–-]{1,3}$")  # "0171 " before 5550188
_MOST_BEGUN, _MOST_DIALLED = 24, 60  # characters
_SHORTEST_HEAD, _SHORTEST_TAIL = 3, 3  # letters of the parts of a compound
_NO_COMPOUND = ("urkunde", "urkunden", "erkunden", "bekunden")
_OF = frozenset(("de", "di", "of"))
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
    with it, by the line above, if that ends in a colon. None: by nothing that is known. What ends a phone's number
    ("0171 5550188") is called as the whole is."""
    begins = _begins(text, at)
    if begins < at:
        whole = _called(text, begins)
        return whole if whole in (Called.PHONE, Called.OTHER) else None
    return _called(text, at)


def called_by(field: str, text: str, at: int) -> Called | None:
    """What the number that begins at a place is called by the field or the head that it stands under."""
    return _nearest(f"{fold(field[-REACH:])}:", text[at : at + _MOST_DIALLED])


def is_dialled(text: str, at: int) -> bool:
    """Whether what stands at a place is, or ends, what has the form of a phone's number."""
    begins = _begins(text, at)
    return _is_dialled(text[begins : begins + _MOST_DIALLED])


def is_of_letterhead(text: str, at: int) -> bool:
    """Whether the number at a place stands in the head of a letter by an authority, a lawyer or a society, behind a
    label that calls it no one else's: their own file. Not "uw kenmerk"."""
    above, _, label = fold(text[:at]).rpartition("\n") if at < _HEAD else ("", "", "")
    lines = above.split("\n")
    if not above.strip() or "@" in above or not 0 < len(label.strip()) < _LABEL or max(map(len, lines)) > _HEAD_LINE:
        return False
    if not word_lists("called")["yours"].isdisjoint(_WORD.findall(label)):
        return False
    if any(is_called(word, "strangers") for word in _WORD.findall(above)):
        return True
    return has_any(above, word_lists("called")["letterheads"])


def _begins(text: str, at: int) -> int:
    """Where the digits begin that go on at a place as phones' numbers do."""
    if text[at - 1 : at] not in _WITHIN or not text[at : at + 1].isdigit():
        return at
    begun = _BEGUN.search(text, max(0, at - _MOST_BEGUN), at)
    return begun.start() if begun else at


def _is_dialled(number: str) -> bool:
    dialled = _DIALLED.match(number)
    return dialled is not None and is_formed(dialled[0])


def _called(text: str, at: int) -> Called | None:
    """The same of what begins there."""
    line = text.rfind("\n", 0, at) + 1
    number = at
    if not _ANY.search(text, line, at):
        above = text[max(0, line - REACH) : line].rstrip()
        if not above.endswith(":"):
            return None
        at, line = max(0, line - REACH) + len(above), text.rfind("\n", 0, line - 1) + 1
    elif text[max(line, at - REACH) : at].rstrip(_LEADING)[-1:] in _MARKS:
        row = _ROW.match(text, line, at + REACH)
        if row is not None and row.end("mark") <= at <= row.start("value") + 1:
            return called_by(row["field"], text, number)
    return _nearest(fold(text[max(line, at - REACH) : at]), text[number : number + _MOST_DIALLED])


@lru_cache(maxsize=16_384)
def is_called(word: str, *kinds: str) -> bool:
    """Whether a list of one of these kinds holds a word."""
    return any(holds("numbers", kind, fold(word)) for kind in kinds)


def _nearest(before: str, number: str) -> Called | None:
    lists = word_lists("numbers")
    before = _SINCE.sub(lambda since: " " * len(since[0]), before)
    words = list(_WORD.finditer(before))
    strange, last = 0, len(before)
    for at in range(len(words) - 1, -1, -1):
        word = words[at][0]
        between = before[words[at].end() : last]
        clipped = between.startswith(".") and _is_clipped(word)
        if _ENDS.search(between[1:] if clipped else between) or word in lists["against"]:
            return None
        last = words[at].start()
        above = [w[0] for w in words[max(0, at - 2) : at]]
        kind = kind_of(word)
        if kind in (None, Called.CASE) and holds("called", "askers", word):
            kind = Called.PERSON  # "Requester ID"
        elif kind is None and not strange and _is_phone(word, number):
            kind = Called.PHONE
        elif kind is Called.PERSON and above and _is_owner_of_ticket(word, above[-1]):
            kind = Called.OTHER  # "Case Owner: Tier2"
        elif kind is Called.PERSON and holds("phones", "strangers", word) and _is_dialled(number):
            kind = Called.OTHER  # "Kundenservice 030 ..."
        if kind is Called.FILE and word in _REFERENCES and above and (named := kind_of(above[-1])) is not None:
            kind = named  # "customer ref", "case ref"
        if kind is Called.TICKET and above[1:] and above[1] in _OF and kind_of(above[0]) is Called.HELD:
            kind = Called.HELD  # "contratto di assistenza"
        if kind is Called.OTHER and any(w in lists["where"] for w in above):
            kind = None
        elif kind is None and strange and word in lists["own"] and _NUMBERED.search(before):
            kind = Called.HELD
        if kind in (Called.PERSON, Called.HELD) and (
            _is_phone_of(before, words[: at + 1], number) or _is_phone_field(before, words[: at + 1], number)
        ):
            kind = Called.PHONE
        if kind is not None:
            return kind if not strange or _CALLS.search(before) else None
        if word not in lists["small"]:
            strange += 1 + ("," in between)
        if strange > STRANGE:
            return None
    return None


def _is_owner_of_ticket(word: str, whose: str) -> bool:
    return holds("called", "owners", word) and kind_of(whose) in (Called.TICKET, Called.CASE)


def _is_clipped(word: str) -> bool:
    return len(word) <= _SHORT or word.endswith("nr")


def _is_phone(word: str, number: str) -> bool:
    """Whether a word names a phone, perhaps only where what is dialled follows: "contact"."""
    return kind_of(word) is Called.PHONE or (word in word_lists("called")["contact"] and _is_dialled(number))


def _is_phone_of(before: str, words: list[re.Match[str]], number: str) -> bool:
    """Whether the words before somebody or something, the last, end in "phone of the", "telefon na"."""
    lists = word_lists("numbers")
    for between, word in enumerate(reversed(words[-_LONGEST_LINK - 2 : -1])):
        if word[0] not in lists["small"] and word[0] not in lists["where"]:
            clipped = before.startswith(".", word.end()) and _is_clipped(word[0])
            told = between > 0 and _is_phone(word[0], number)
            return told and not _PARTS.search(before, word.end() + clipped, words[-1].start())
    return False


def _is_phone_field(before: str, words: list[re.Match[str]], number: str) -> bool:
    """Whether the last two words are the field of somebody's phone, with a number for it: "Telefon Kunde: 0171 ..."."""
    if len(words) < 2 or not _is_person(words[-1][0]) or not _DIALLED.match(number):
        return False
    phone, whose = words[-2:]
    if not _TIED.fullmatch(before, phone.end(), whose.start()) or not _is_phone(phone[0], number):
        return False
    return number[0] == "0" or before.endswith("+") or _FIELD.match(before, whose.end()) is not None


@lru_cache(maxsize=4096)
def kind_of(word: str) -> Called | None:
    """The list that holds a word, or what it is made of: "lidnummer", "Spaarpas", "Mietvertrag"."""
    if (kind := _listed(word)) is not None:
        whose = kind in (Called.PERSON, Called.HELD) and word not in word_lists("numbers")[kind]
        return (_of_somebody(word) if whose else None) or kind
    for end in _NUMBER_ENDS:
        stem = word.removesuffix(end).rstrip("s-")
        if stem != word and len(stem) > 1:
            return _listed(stem) or _compound(stem)
    return _compound(word)


def _is_person(word: str) -> bool:
    return holds("phones", "own", word) or any(holds("called", kind, word) for kind in ("askers", "whose"))


def _of_somebody(word: str) -> Called | None:
    """What it is that somebody has where it is a phone or another thing, no account: "Kundentelefon", "klantorder"."""
    for whole in (word, *(word.removesuffix(end) for end in _NUMBER_ENDS if word.endswith(end))):
        if whole.endswith(_ending("tails")) or _compound(whole) is Called.PHONE:
            return Called.PHONE
    return Called.OTHER if word.endswith(_ending("things")) or _compound(word) is Called.OTHER else None


@cache
def _ending(kind: str) -> tuple[str, ...]:
    return tuple(word_lists("called")[kind])


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
