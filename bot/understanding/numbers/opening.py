"""A ticket's number with which a note opens: "HLP-2774: customer asks", "Tk 70418. Client Ann Bell", "70551 Ann Bell
wants"."""

import re

from bot.understanding.numbers.codes import Code
from bot.understanding.where.places import is_place
from bot.understanding.wordlists import word_lists
from bot.understanding.words import fold

# Before and behind what a message opens with, and sets apart: "HLP-2774: customer asks", "61190 - wants her file"
_OPENS = re.compile(r"\s{0,3}(?:[nN][°ºr.]{1,2}\s?)?[\[(]?\s?#?")
_SET_APART = re.compile(r"[\])]?\s?(?::|//?|\||–|—|- )")
_SHAPE = re.compile(r"(?:[A-Z]{1,6}-)?\d[\d-]{3,12}(?:-[A-Z])?")
_SHORT = 16  # characters of a short word that a text opens with
_YEAR = 4  # digits of one
_CAPITAL = r"[^\W\d_a-zß-ÿ][^\W\d_]{1,20}"
# "zgłasza", "Ann Bell wants", "Ann Bell:"
_TOLD = re.compile(
    rf" (?P<name>{_CAPITAL}(?:[ -](?:(?:de|da|do|van|von|den|der|di|du) ){{0,2}}{_CAPITAL}){{1,3}})?"
    r"(?P<sign> ?:)?(?: ?(?P<word>[^\W\d_]{2,20}))?"
)


def opens_note(text: str, code: Code) -> bool:
    """Whether a number stands where a ticket's does."""
    if not _SHAPE.fullmatch(code.value):
        return False
    if _OPENS.fullmatch(text[: code.start]):
        return is_set_apart(text, code) or _tells_of_somebody(text, code)
    return _follows_word(text, code)


def is_set_apart(text: str, code: Code) -> bool:
    """Whether a colon, a stroke or a dash stands behind it."""
    return _SET_APART.match(text, code.end) is not None


def _tells_of_somebody(text: str, code: Code) -> bool:
    """Whether what somebody wants or reports follows, perhaps behind their name; "10115 Berlin" is a town's."""
    told = _TOLD.match(text, code.end) if len(code.value) > _YEAR else None
    if told is None or (told["name"] and is_place(told["name"].split()[0])):
        return False
    if told["sign"]:
        return told["name"] is not None
    word, lists = fold(told["word"] or ""), word_lists("people")
    return any(word in lists[kind] for kind in ("wants", "wishes", "reports"))


def _follows_word(text: str, code: Code) -> bool:
    """Whether the text opens with a short word for a ticket and it: "Tk 70418. Client Ann Bell"."""
    before = fold(text[: code.start]).strip(" .:#-\n") if code.start < _SHORT else ""
    return before in word_lists("called")["opening"]
