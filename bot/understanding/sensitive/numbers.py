"""Where a text holds numbers that must never be kept: cards, bank accounts, citizens' numbers.

A number is found by its shape, whatever stands between its parts, and by its check digits. Where these tell too little,
a word beside it must say what it is; where a word directly before it says that it is another number (an order, a
phone), it stays.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from bot.understanding.sensitive import checksums
from bot.understanding.sensitive.words import Name, is_another, is_first_of_two, is_named, name_of

_AROUND = 20  # characters of such a number beside its digits: "NL91 ABNA", "RSS MRA", "MTLC AST0 01S"
_APART = 100  # characters between digits that are looked at together; fewer places are found faster than more

_LONGEST_LINK = 80  # characters before a number within a link


class Cut(NamedTuple):
    """What must go: where it stands, and what it is."""

    start: int
    end: int
    name: str


class _Kind(NamedTuple):
    name: str
    pattern: re.Pattern[str]  # of a folded text, from the first character of the number to its last
    checks: tuple[tuple[Callable[[str], bool], Name | None], ...]  # with the name that must stand beside it
    ends: Callable[[str, int, int], Iterable[int]] | None = None  # where it may end, in what the pattern finds
    sure: bool = False  # no word before it can make another number of it ...
    sure_in_parts: bool = False  # ... where it is written in parts


def numbers_in(text: str, folded: str) -> Iterator[Cut]:
    """The numbers of a text that must go. `folded` is the same text by `words.fold`."""
    places = list(_places(folded))
    kinds = [kind for kind in _KINDS if _may_hold(kind, folded)] if places else []
    for low, high in places:
        for kind in kinds:
            at = low
            while match := kind.pattern.search(folded, at, high):
                start = match.start()
                end = _end(kind, text, folded, start, match.end())
                if end:
                    yield Cut(start, end, kind.name)
                at = end or _second_part(folded, start, match.end())


def _places(folded: str) -> Iterator[tuple[int, int]]:
    """Where digits stand so close to each other that they may be such a number, with what is around them."""
    low = high = -1
    for match in _DIGITS.finditer(folded):
        if high >= 0 and match.start() - high > _APART:
            yield max(0, low - _AROUND), high + _AROUND
            low = -1
        low, high = match.start() if low < 0 else low, match.end()
    if high >= 0:
        yield max(0, low - _AROUND), min(len(folded), high + _AROUND)


def _second_part(folded: str, start: int, end: int) -> int:
    """Where to look on when what was found is no such number: it may begin one part later."""
    gap = _GAP.search(folded, start, end)
    return gap.end() if gap else end


def _end(kind: _Kind, text: str, folded: str, start: int, end: int) -> int:
    """Where the number ends, if it is one of that kind; else 0."""
    for stop in (end,) if kind.ends is None else kind.ends(folded, start, end):
        written = text[start:stop]
        number = _BETWEEN.sub("", folded[start:stop])
        sure = kind.sure or (kind.sure_in_parts and written != number)
        for holds, named in kind.checks:
            if not holds(number):
                continue
            if not (is_named(folded, start, stop, named) if named else sure or not _may_be_words(written)):
                continue
            other = is_another(folded, start) and not (named and is_first_of_two(folded, start, named))
            if sure or not (other or _in_address(text, start, stop)):
                return stop
    return 0


def _may_hold(kind: _Kind, folded: str) -> bool:
    return any(named is None or any(sign in folded for sign in named.signs) for _holds, named in kind.checks)


def _in_address(text: str, start: int, end: int) -> bool:
    """Whether it is a part of a mail address or of a link."""
    before = text[max(0, start - _LONGEST_LINK) : start]
    return _IN_ADDRESS.match(text, end) is not None or before[-1:] == "@" or _IN_LINK.search(before) is not None


def _may_be_words(number: str) -> bool:
    """Whether blanks part small letters from its digits: "order 20260013 a week ago"."""
    return number.upper() != number and any(map(str.isspace, number))


def _groups(folded: str, start: int, end: int) -> Iterator[int]:
    """The ends of a card's number in a run of digits, the longest first: in its usual parts (then something else may
    stand behind it, as when it expires), or the whole run, evenly parted."""
    parts = [match.span() for match in _DIGITS_TOGETHER.finditer(folded, start, end + 1)]
    if parts[-1][1] > end:  # cut within a part
        parts.pop()
    elif len({folded[one[1] : other[0]] for one, other in pairwise(parts)}) < 2:
        yield end
    sizes = tuple(high - low for low, high in parts)
    for count in range(len(parts), 0, -1):
        if sizes[:count] in _CARD_PARTS:
            yield parts[count - 1][1]


def _account_end(folded: str, start: int, end: int) -> Iterator[int]:
    """Where an account number has all the characters of its country."""
    left = checksums.iban_length(folded[start : start + 2])
    for at in range(start, end):
        left -= folded[at].isalnum()
        if left == 0:
            if not folded[at + 1 : at + 2].isalnum():
                yield at + 1
            return


_S = r"[ .\-−\t\r\n]{0,3}"  # between the parts of a number
_BEGINS = r"(?<![0-9+])(?<![0-9][.\-])"  # not within a longer number
_ENDS = r"(?![.\-]?[0-9])"
_ALONE = r"(?<![^\W_])"
_ALONE_BEHIND = r"(?![^\W_])"

_DIGITS = re.compile(r"[0-9](?:[^0-9]{0,6}[0-9]){4,200}")
_DIGITS_TOGETHER = re.compile(r"[0-9]+")
_GAP = re.compile(r"[^\W_]+[\W_]+(?=[^\W_])")
_BETWEEN = re.compile(r"[^0-9a-z]+")
_IN_LINK = re.compile(r"(?:://|www\.)\S*$")
_IN_ADDRESS = re.compile(r"[\w.+-]{0,64}@[\w-]")
_CARD_PARTS = frozenset(
    (
        *((unbroken,) for unbroken in range(13, 20)),
        (4, 4, 4, 4),
        *((4, 4, 4, 4, last) for last in (1, 2, 3)),
        (4, 6, 5),
        (4, 6, 4),
        (8, 8),
        (6, 13),
        (6, 10),
    )
)
_KINDS = (
    _Kind(
        "bank account number",
        re.compile(rf"{_ALONE}[a-z]{{2}}{_S}[0-9]{{2}}(?:{_S}[a-z0-9]){{11,30}}"),
        ((checksums.iban, None),),
        _account_end,
        sure=True,
    ),
    _Kind(
        "card number",
        re.compile(rf"{_BEGINS}[2-6][0-9]{{3}}(?:{_S}[0-9]){{9,15}}"),
        ((checksums.card, None),),
        _groups,
        sure_in_parts=True,
    ),
    _Kind(
        "citizen number",  # France
        re.compile(
            rf"{_BEGINS}[12]{_S}[0-9]{{2}}{_S}[0-9]{{2}}{_S}(?:[0-9]{{2}}|2[ab])"
            rf"{_S}[0-9]{{3}}{_S}[0-9]{{3}}{_S}[0-9]{{2}}{_ENDS}"
        ),
        ((checksums.nir, None),),
    ),
    _Kind(
        "citizen number",  # Italy
        re.compile(
            rf"{_ALONE}[a-z]{{3}}{_S}[a-z]{{3}}{_S}[0-9l-np-v]{{2}}{_S}[a-ehlmprst]{_S}[0-9l-np-v]{{2}}"
            rf"{_S}[a-z]{_S}[0-9l-np-v]{{3}}{_S}[a-z]{_ALONE_BEHIND}"
        ),
        ((checksums.codice_fiscale, None),),
        sure=True,
    ),
    _Kind(
        "citizen number",  # Belgium, as it is written with its parts
        re.compile(
            rf"{_BEGINS}[0-9]{{2}}[. ][0-9]{{2}}[. ][0-9]{{2}}[ .\-]{{1,3}}[0-9]{{3}}[ .\-]{{1,3}}[0-9]{{2}}{_ENDS}"
        ),
        ((checksums.rijksregister, None),),
    ),
    _Kind(
        "citizen number",  # Spain
        re.compile(
            rf"(?:{_BEGINS}(?:[0-9]{{8}}|[0-9]{{2}}[. ][0-9]{{3}}[. ][0-9]{{3}})|"
            rf"{_ALONE}[xyz][ \-.]{{0,2}}(?:[0-9]{{7}}|[0-9][. ][0-9]{{3}}[. ][0-9]{{3}}))"
            rf"(?: ?- ?| )?[a-z]{_ALONE_BEHIND}"
        ),
        ((checksums.dni, None), (checksums.dni, name_of("dni"))),
    ),
    _Kind(
        "citizen number",  # Germany's social insurance
        re.compile(rf"{_BEGINS}[0-9]{{2}}{_S}[0-9]{{6}}{_S}[a-z]{_S}[0-9]{{2}}{_S}[0-9]{_ENDS}"),
        ((checksums.sozialversicherung, name_of("sozialversicherung")),),
    ),
    _Kind(
        "social security number",
        re.compile(rf"{_BEGINS}(?<!-)[0-9]{{3}}-[0-9]{{2}}-[0-9]{{4}}{_ENDS}"),
        ((checksums.ssn, None),),
    ),
    _Kind(
        "social security number",  # Britain
        re.compile(
            rf"{_ALONE}[a-ceghj-prtw-z][a-ceghj-nprtw-z]{_S}[0-9]{{2}}{_S}[0-9]{{2}}{_S}[0-9]{{2}}{_S}[a-d]{_ALONE_BEHIND}"
        ),
        ((checksums.nino, None), (checksums.nino, name_of("nino"))),
    ),
    _Kind(
        "citizen number",  # the Netherlands, Portugal
        re.compile(
            rf"{_BEGINS}(?:[0-9]{{9}}|[0-9]{{3}}{_S}[0-9]{{3}}{_S}[0-9]{{3}}|[0-9]{{4}}{_S}[0-9]{{2}}{_S}[0-9]{{3}}){_ENDS}"
        ),
        ((checksums.bsn, name_of("bsn")), (checksums.nif, name_of("nif"))),
    ),
    _Kind(
        "social security number",
        re.compile(rf"{_BEGINS}[0-9]{{3}}{_S}[0-9]{{2}}{_S}[0-9]{{4}}{_ENDS}"),
        ((checksums.ssn, name_of("ssn")),),
    ),
    _Kind(
        "citizen number",  # Britain's health service
        re.compile(rf"{_BEGINS}[0-9]{{3}}{_S}[0-9]{{3}}{_S}[0-9]{{4}}{_ENDS}"),
        ((checksums.nhs, name_of("nhs")),),
    ),
    _Kind(
        "citizen number",  # Poland, Germany, Belgium
        re.compile(
            rf"{_BEGINS}(?:[0-9]{{11}}|[0-9]{{2}}{_S}[0-9]{{3}}{_S}[0-9]{{3}}{_S}[0-9]{{3}}|[0-9]{{6}}{_S}[0-9]{{3}}{_S}[0-9]{{2}}|"
            rf"[0-9]{{2}}{_S}[0-9]{{2}}{_S}[0-9]{{2}}{_S}[0-9]{{3}}{_S}[0-9]{{2}}){_ENDS}"
        ),
        (
            (checksums.pesel, name_of("pesel")),
            (checksums.steuer_id, name_of("steuer")),
            (checksums.rijksregister, name_of("rijksregister")),
        ),
    ),
)
