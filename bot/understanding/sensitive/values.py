"""What stands where a password may stand, and what it looks like."""

import re
from typing import NamedTuple

from bot.understanding.sensitive.others import AND
from bot.understanding.words import EMAIL

SHORTEST = 4  # characters of a password that only its looks tell; of one that stands alone behind a word, one more
_TOKEN = re.compile(r"\S{1,256}")
CLOSES = "\"'“”‘’«»>)*`,;"
STOPS = ".!?…:"
_ENDS = ".…:"  # of these, the ones that are no part of a password
OPENS = re.compile(r"[ ]{0,3}(?:(?:->?|→|\|)[ ])?(?:[«»„][ ]?|[\"'“”‘’<(*`]){0,3}")
CLAUSE_ENDS = re.compile(r"[ ]{0,2}(?:[.,;:!?)\n]|$)")
PLAIN = re.compile(r"[^\W\d_]+(?:[-'’/.&][^\W\d_]+)*")
_GOES_ON = re.compile(rf"[ ]{{1,2}}(?:(?:{AND}|but|maar)(?![^\W_])|[^\W\d_]{{2,20}}[:=])")
_CELL = re.compile(r"[^;|]+")
_OPENS_MARK = re.compile(r"\W{0,3}\[")
_TAG = re.compile(r"</?[a-z][a-z0-9]{0,9}/?>", re.IGNORECASE)
_LINK = re.compile(r"[a-z]{2,10}://|www\.", re.IGNORECASE)
_MAILBOX = re.compile(rf"(?:mailto:)?{EMAIL}[^\w@]*")
_REFERENCE = re.compile(
    r"#?(?:[A-Z]{1,8}[-_]?)?[0-9][0-9./:-]*|[A-Z]{2,8}(?:-[0-9A-Z]{1,10}){1,3}|[0-9]+(?:[a-z]{1,3}|[A-Z])|"
    r"[0-9]{1,2}[:.h][0-9]{2}(?:-[0-9]{1,2}[:.h][0-9]{2})?(?:[a-z]{1,3}|Uhr)?|(?i:art)[0-9]+"
)
_DOMAINS = frozenset(
    ("com", "net", "org", "info", "biz", "example", "test", "invalid", "edu", "gov", "mil", "email", "online", "shop")
)


class Value(NamedTuple):
    """What stands where a password may stand."""

    start: int
    end: int
    core: str  # without the end of a sentence
    beyond: int  # where what stands behind it begins

    @property
    def core_end(self) -> int:
        return self.start + len(self.core)


def value_at(text: str, at: int) -> Value | None:
    token = _TOKEN.match(text, at)
    if token is None or not _may_be_one(token[0]):
        return None
    tag = _TAG.search(token[0], 1)
    value = (token[0][: tag.start()] if tag else token[0]).rstrip(CLOSES)
    core = value.rstrip(STOPS)
    value = value.rstrip(_ENDS)
    if not any(map(str.isalnum, core)):
        return None
    return Value(at, at + len(value), core, at + tag.start() if tag else token.end())


def is_mixed(core: str) -> bool:
    """Whether no word looks like it, nor a date, an amount or the number of a ticket."""
    if len(core) <= SHORTEST or _REFERENCE.fullmatch(core):
        return False
    first = _CELL.match(core)  # of what stands without blanks between semicolons, only that is it
    return first is not None and any(map(str.isdigit, first[0])) and any(map(str.isalpha, first[0]))


def stands_alone(folded: str, value: Value) -> bool:
    """Whether no word behind it makes something else of it: "24 months"."""
    end = value.core_end
    return (CLAUSE_ENDS.match(folded, end) or _GOES_ON.match(folded, end) or _TAG.match(folded, end)) is not None


def _may_be_one(token: str) -> bool:
    """Whether it is no link and no address, of which one reads behind "reset your password", too."""
    return not (_OPENS_MARK.match(token) or _LINK.match(token) or ("@" in token and _is_address(token)))


def _is_address(token: str) -> bool:
    """Whether it is a mail address; of what ends in no known domain, "p@ss.word" is none."""
    address = _MAILBOX.match(token)
    ending = address[0].rstrip(CLOSES + STOPS).rpartition(".")[2].lower() if address else ""
    return len(ending) == 2 or ending in _DOMAINS
