"""Tickets to which a link leads: "https://x.zendesk.example/agent/tickets/4711", "https://x.example/browse/SUP-2291".

A page of a help desk holds numbers of much else: only one that stands behind a word for a ticket is a ticket's, or one
with the letters of a project. The words stand in `data/called.toml`.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from bot.understanding.wordlists import alternatives, has_any, word_lists
from bot.understanding.words import fold

_NUMBER = r"(?P<number>(?:[A-Za-z][A-Za-z0-9]{0,9}-)?\d{2,12})(?![\w-])"
_ENDS = " \t\r\n<>\"'()[]|"  # what surrounds a link
_FAR = 500  # characters of one
_MOST = 100  # in a text
_CALLED = 40  # characters before it in which it may be called a ticket's
_TRIMMED = ".,;:!?"


class Linked(NamedTuple):
    """The number of a ticket, and where the link to it stands."""

    number: str
    start: int
    end: int


def with_numbers(text: str) -> tuple[str, dict[str, str]]:
    """A text with the number of its ticket in the place of each such link ("ticket 4711"), or nothing where that was
    said before, and the links by the numbers to which they lead."""
    parts, links, at = list[str](), dict[str, str](), 0
    for one in linked(text):
        before = text[at : one.start]
        called = word_lists("called")["in_link"].intersection(fold(before[-_CALLED:]).split()[-2:])
        number = one.number if called else f"ticket {one.number}"
        parts += [before, number if one.number not in "".join((*parts, before)) else ""]
        links.setdefault(one.number, text[one.start : one.end])
        at = one.end
    return "".join((*parts, text[at:])), links


def linked(text: str) -> Iterator[Linked]:
    """The tickets to which the links of a text lead, in their order."""
    if "/" not in text:
        return
    for found in islice(_of_tickets().finditer(text), _MOST):
        at, end = found.span("number" if found["number"] else "project")
        start = max(text.rfind(sign, max(0, at - _FAR), at) for sign in _ENDS) + 1
        stop = min((n for sign in _ENDS if (n := text.find(sign, end, end + _FAR)) >= 0), default=end + _FAR)
        host = text[start:at].casefold().rpartition("://")[2].partition("/")[0]
        of_desk = has_any(host, word_lists("called")["help_desks"])
        if "." in host and (found["surely"] or of_desk):
            yield Linked(text[at:end], start, end + len(text[end:stop].rstrip(_TRIMMED)))


@cache
def _of_tickets() -> re.Pattern[str]:
    surely, of_desk = (alternatives(word_lists("called")[kind]) for kind in ("in_link", "in_link_of_desk"))
    behind = rf"[/?&;#](?:(?P<surely>{surely})|{of_desk})[/=]#?{_NUMBER}"
    return re.compile(rf"{behind}|/(?P<project>[A-Z][A-Z0-9]{{1,9}}-\d{{1,7}})(?![\w-])", re.IGNORECASE)
