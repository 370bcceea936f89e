"""What a help desk writes above what somebody said in a ticket: "Ann Bell, 1 June 2026, 09:14:", below a drawn line.

The newest stands first; those below it are what it answers.
"""

import re
from collections.abc import Iterator
from itertools import islice

from bot.understanding.mail.clocks import clocks_in
from bot.understanding.mail.dates import ANY_ZONE, find_date, weekday_before
from bot.understanding.mail.headers import Field, Header
from bot.understanding.mail.lines import is_rule

_LONGEST = 120  # characters of such a line
_FEWEST_WORDS, _MOST_WORDS = 2, 5  # of a name: one may say what the line is ("Update, 3 March 2026, 14:05:")
_MOST = 30  # comments that are told apart
_ROW_ABOVE = 4  # rows within which the line is drawn
_DESK = re.compile(r"\s?\([^()]{1,60}\)$")  # whose agent somebody is: "Sam Fox (Shop)"
_ZONE = re.compile(r"[\s(]{0,2}(?:[A-Z]{2,5}(?:[+-]\d{1,2})?)?\)?\s?[:：]?")


def read_comment(rows: list[str], at: int) -> Header | None:
    """The name and the moment that stand in a row, alone and below a drawn line; words must follow."""
    row = rows[at]
    if not 0 < row.find(",") < len(row) <= _LONGEST or not _is_below_rule(rows, at) or not _goes_on(rows, at):
        return None
    date = find_date(row, ANY_ZONE) if clocks_in(row) else None
    if date is None or not _ZONE.fullmatch(row[date.end :]):
        return None
    start = weekday_before(row, date.start, frozenset())
    name = _DESK.sub("", row[:start].rstrip(" ,"))
    if not row[:start].rstrip().endswith(",") or not _is_name(name):
        return None
    header = Header(rows=1)
    header.fields["from"] = Field(name, 0, 0, 0, len(name))
    header.fields["date"] = Field(row[start : date.end], 0, start, 0, date.end)
    return header


def each_comment(newest: Header, lines: list[str]) -> Iterator[tuple[Header, list[str]]]:
    """The comments of a ticket that stand below each other, each with its words. `newest`: the header of the first one,
    whose words the lines begin with."""
    rows = [line.strip() for line in lines]
    header, start = newest, 0
    heads = ((at, found) for at in range(len(rows)) if (found := read_comment(rows, at)) is not None)
    for at, found in islice(heads, _MOST):
        yield header, lines[start:at]
        header, start = found, at + 1
    yield header, lines[start:]


def _goes_on(rows: list[str], at: int) -> bool:
    """Whether anything stands below a row."""
    return any(rows[below] for below in range(at + 1, len(rows)))


def _is_below_rule(rows: list[str], at: int) -> bool:
    above = next((row for row in reversed(rows[max(0, at - _ROW_ABOVE) : at]) if row), "")
    return is_rule(above)


def _is_name(words: str) -> bool:
    each = words.split()
    named = all(letter.isalpha() or letter in " .'’-" for letter in words)
    return named and _FEWEST_WORDS <= len(each) <= _MOST_WORDS and not each[0][0].islower()
