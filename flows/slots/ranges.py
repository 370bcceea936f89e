"""Tickets of which only the first and the last are named: "tickets 6101 - 6104", "6101 bis 6104"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from bot.understanding.reading import Reading
from bot.understanding.replies.answers import LONGEST, phrases, plain

MOST = 30  # tickets of a range
_SURE = 2  # from so many on behind the first, a word says it: "7301 to 7302" may be a number that is set right
_RANGE = re.compile(
    r"(?<![\w.-])#?(?P<letters>[^\W\d_]{0,10}[-/]?)(?P<first>\d{4,12})"
    r"(?P<sign>[ ]?[-–—][ ]?|[ ][^\W\d_](?:[^\d\n,.;]{0,14}[^\W\d_])?[ ])"
    r"#?(?P<again>[^\W\d_]{0,10}[-/]?)(?P<last>\d{4,12})(?![\w-])"
)
_SIGNS = frozenset("-–—")


class SpeltOut(NamedTuple):
    """What was read in a text as if each ticket of its ranges stood there, and how each of these was written."""

    reading: Reading
    ranges: tuple[tuple[str, str], ...] = ()  # the list that stands for it, and the range itself

    def as_written(self, words: str) -> str:
        """Words of it as they were written."""
        for listed, written in self.ranges:
            words = words.replace(listed, written)
        return words


def spelt_out(reading: Reading) -> SpeltOut:
    """The text with the tickets of each range one by one: "6101, 6102, 6103, 6104 want ...". Only for its tickets: of
    its zones nothing is said any more."""
    text, ticket = reading.text, reading.ticket
    found = _ranges(text) if len(text) <= LONGEST else ()
    if not found:
        return SpeltOut(reading)
    if ticket is not None:  # it may be a whole range, and stands further on behind one
        start = ticket.span[0]
        own = next((listed for one, listed in found if one.start() <= start < one.end()), None)
        number = own.partition(", ")[0] if own is not None else ticket.value
        at = len(_listed(text[:start], [(one, listed) for one, listed in found if one.end() <= start]))
        ticket = replace(ticket, value=number, quote=number, span=(at, at + len(number)))
    mail = replace(reading.mail, text=_listed(text, found))
    return SpeltOut(replace(reading, mail=mail, ticket=ticket), tuple((listed, one[0]) for one, listed in found))


def _listed(text: str, found: Sequence[tuple[re.Match[str], str]]) -> str:
    parts, at = list[str](), 0
    for one, listed in found:
        parts += [text[at : one.start()], listed]
        at = one.end()
    return "".join([*parts, text[at:]])


def _ranges(text: str) -> tuple[tuple[re.Match[str], str], ...]:
    """The ranges of a text, each with the list of its tickets."""
    return tuple((one, listed) for one in _RANGE.finditer(text) if (listed := ", ".join(_tickets(one))))


def _tickets(one: re.Match[str]) -> Iterator[str]:
    """The tickets of a range; none where it may be anything else, a longer number with a dash perhaps."""
    letters, first, last = one["letters"], one["first"], one["last"]
    count = int(last) - int(first)
    by_sign = one["sign"].strip() in _SIGNS
    said = by_sign or plain(one["sign"]) in phrases("as_far_as")
    if not said or len(first) != len(last) or not (1 if by_sign else _SURE) <= count < MOST:
        return
    if one["again"] and one["again"].casefold() != letters.casefold():
        return
    years = all(1900 <= int(number) < 2100 for number in (first, last))
    if not years:
        yield from (f"{letters}{number:0{len(first)}}" for number in range(int(first), int(last) + 1))
