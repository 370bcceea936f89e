"""Several tickets that are named as one list: "tickets 6101, 6102 and 6103"."""

import re

from bot.understanding.reading import Reading
from bot.understanding.replies.answers import LONGEST, phrases, plain

MOST = 10  # of one message that get a case each
_NUMBER = re.compile(r"(?<![\w.-])#?([^\W\d_]{0,10}[-/]?)(\d{2,12})(?![\w-])")
_SIGNS = re.compile(r"[\s,;+&/#:]*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CALLED = frozenset(("ticket", "tickets", "nr", "no", "number"))


def tickets_in(reading: Reading) -> tuple[str, ...]:
    """The tickets of a list that holds the one that was read; that one alone where there is no list."""
    ticket, text = reading.ticket, reading.text
    if ticket is None:
        return ()
    if len(text) > LONGEST or ticket.value.startswith("http"):
        return (ticket.value,)
    found = list(_NUMBER.finditer(text))
    at = next((n for n, one in enumerate(found) if one.start() <= ticket.span[0] <= one.end()), None)
    if at is None:
        return (ticket.value,)
    first = last = at
    while first > 0 and _go_together(text, found[first - 1], found[first]):
        first -= 1
    while last + 1 < len(found) and _go_together(text, found[last], found[last + 1]):
        last += 1
    named = [one[0].lstrip("#") for one in found[first : last + 1]]
    return tuple(dict.fromkeys(named))[:MOST] if len(named) > 1 else (ticket.value,)


def _go_together(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether nothing but "and" or a comma stands between two numbers that look alike."""
    alike = one[1] == other[1] and len(one[2]) == len(other[2])
    if not alike or bool(_YEAR.fullmatch(one[2])) != bool(_YEAR.fullmatch(other[2])):
        return False
    between = text[one.end() : other.start()]
    words = plain(between).split()
    if any(word not in phrases("between") and word not in _CALLED for word in words):
        return False
    return bool(words) or (bool(_SIGNS.fullmatch(between)) and bool(between.strip(" #:")))
