"""The kinds of numbers that must never be kept: how it is written, its check digits, and names it needs beside."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from bot.understanding.sensitive import checksums
from bot.understanding.sensitive.words import Name, name_of


class Kind(NamedTuple):
    name: str
    pattern: re.Pattern[str]  # of a folded text, from the first character of the number to its last
    fewest: int  # digits that it has
    checks: tuple[tuple[Callable[[str], bool], Name | None], ...]  # with the name that must stand beside it
    ends: Callable[[str, int, int], Iterable[int]] | None = None  # where it may end, in what the pattern finds
    sure: bool = False  # no word before it can make another number of it ...
    sure_in_parts: bool = False  # ... where it is written in parts
    called: Name | None = None  # before it, this name counts more than any other
    together: int | None = None  # how many of its digits only signs part, at least; None: all of them
    weak: bool = False  # its check digits say little: a word for another number counts some words before it, too


def _groups(folded: str, start: int, end: int) -> Iterator[int]:
    """The ends of a card's number in a run of digits, the longest first: in its usual parts (then something else may
    stand behind it, as when it expires), or the whole run, evenly parted."""
    parts: list[str] = _DIGITS_TOGETHER.findall(folded, start, end)
    if folded[end : end + 1] in _DIGITS:  # cut within a part
        parts.pop()
    elif len(parts) == 1:
        yield end
        return
    elif len(between := {*_DIGITS_TOGETHER.split(folded[start:end])[1:-1]}) < 2 and "/" not in between:
        yield end
    for count in _usual(tuple(map(len, parts))):
        if checksums.card("".join(parts[:count])):  # before its end is looked for: a page of digits has many places
            yield next(islice(_DIGITS_TOGETHER.finditer(folded, start), count - 1, None)).end()


@lru_cache(maxsize=256)
def _usual(sizes: tuple[int, ...]) -> list[int]:
    """How many of these parts together are those of a card, most first."""
    return [count for count in range(len(sizes), 0, -1) if sizes[:count] in _CARD_PARTS]


def _account_end(folded: str, start: int, end: int) -> Iterator[int]:
    """Where an account number has all the characters of its country."""
    whole = _ACCOUNTS.get(checksums.iban_length(folded[start : start + 2]))
    found = whole.match(folded, start, end) if whole else None
    if found and (not folded[found.end() : found.end() + 1].isalnum() or folded.startswith("bic", found.end())):
        yield found.end()


def _rib_or_ccc(number: str) -> bool:
    number = _PARTS_NAMED.sub("", number) if len(number) > 23 else number
    return checksums.rib(number) or checksums.ccc(number)


_S = r"[ .\-−\t\r\n>]{0,6}"  # between the parts of a number, also over two quoted lines
_C = r"[ .\-−\t\r\n>/_·•∙⋅]{0,6}"  # of a card's
TOGETHER = re.compile(rf"[0-9](?:{_C}[0-9])*")  # digits that only signs part, which may be those of one number
_P = r"[ .\-/]{1,3}"  # between parts that must be apart
# ... and between those of a French account, which may be called by their names
_PARTS_NAMED = re.compile(r"(?:code ?)?guichet|(?:n[°o.]{0,2} ?|numero ?)?(?:de ?)?compte|cle ?(?:rib)?")
_RIB = rf"[ .\-/,;:|\n]{{1,3}}(?:(?:{_PARTS_NAMED.pattern})[ .:°]{{1,4}})?"
_BEGINS = r"(?<![0-9+])(?<![0-9][.\-])"  # not within a longer number
_ENDS = r"(?![.\-]?[0-9])"
_ALONE = r"(?<![^\W_])"
_ALONE_BEHIND = r"(?![^\W_])"
_ACCOUNTS = {length: re.compile(rf"[a-z]{{2}}(?:{_S}[a-z0-9]){{{length - 2}}}") for length in checksums.IBAN_LENGTHS}
_DIGITS = tuple("0123456789")
_DIGITS_TOGETHER = re.compile(r"[0-9]+")
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
CARD, DOCUMENT = "card number", "identity document"
KINDS = (
    Kind(
        "bank account number",
        re.compile(rf"(?:{_ALONE}|(?<=iban))[a-z]{{2}}{_S}[0-9]{{2}}(?:{_S}[a-z0-9]){{11,30}}"),
        6,
        ((checksums.iban, None),),
        _account_end,
        sure=True,
        together=2,
    ),
    Kind(
        CARD,
        re.compile(rf"{_BEGINS}[2-6][0-9]{{3}}(?:{_C}[0-9]){{9,15}}"),
        13,
        ((checksums.card, None),),
        _groups,
        sure_in_parts=True,
        called=name_of("cards"),
    ),
    Kind(
        "bank account number",  # Poland's, without its country
        re.compile(
            rf"{_BEGINS}(?:[0-9]{{2}}(?:{_S}[0-9]{{4}}){{6}}|[0-9]{{4}}(?:{_S}[0-9]{{4}}){{5}}{_S}[0-9]{{2}}){_ENDS}"
        ),
        26,
        ((checksums.nrb, None),),
        sure_in_parts=True,
    ),
    Kind(
        "bank account number",  # France, Spain: of old, in their parts
        re.compile(
            rf"{_BEGINS}(?:[0-9]{{5}}{_RIB}[0-9]{{5}}{_RIB}[0-9a-z]{{11}}{_RIB}[0-9]{{2}}|"
            rf"[0-9]{{4}}{_P}[0-9]{{4}}{_P}[0-9]{{2}}{_P}[0-9]{{10}}){_ENDS}"
        ),
        12,
        ((_rib_or_ccc, None),),
        sure_in_parts=True,
        together=5,
    ),
    Kind(
        "bank account number",  # Portugal, without its country
        re.compile(rf"{_BEGINS}[0-9]{{4}}{_S}[0-9]{{4}}{_S}[0-9]{{11}}{_S}[0-9]{{2}}{_ENDS}"),
        21,
        ((checksums.nib, name_of("nib")),),
        together=8,
    ),
    Kind(
        "bank account number",
        re.compile(
            rf"{_BEGINS}[0-9]{{4}}(?:{_S}[0-9]){{6}}(?:(?:{_S}[0-9a-z]){{11}}(?:{_S}[0-9]){{2}}|(?:{_S}[0-9]){{10}}){_ENDS}"
        ),
        12,
        ((_rib_or_ccc, name_of("banks")),),
        together=10,
    ),
    Kind(
        "citizen number",  # France
        re.compile(
            rf"{_BEGINS}[12]{_S}[0-9]{{2}}{_S}[0-9]{{2}}{_S}(?:[0-9]{{2}}|2[ab])"
            rf"{_S}[0-9]{{3}}{_S}[0-9]{{3}}{_S}[0-9]{{2}}{_ENDS}"
        ),
        14,
        ((checksums.nir, None),),
        together=8,
    ),
    Kind(
        "citizen number",  # Italy
        re.compile(
            rf"{_ALONE}[a-z]{{3}}{_S}[a-z]{{3}}{_S}[0-9l-np-v]{{2}}{_S}[a-ehlmprst]{_S}[0-9l-np-v]{{2}}"
            rf"{_S}[a-z]{_S}[0-9l-np-v]{{3}}{_S}[a-z]{_ALONE_BEHIND}"
        ),
        3,
        ((checksums.codice_fiscale, None),),
        sure=True,
        together=0,
    ),
    Kind(
        "citizen number",  # Belgium, as it is written with its parts
        re.compile(
            rf"{_BEGINS}[0-9]{{2}}[. ][0-9]{{2}}[. ][0-9]{{2}}[ .\-]{{1,3}}[0-9]{{3}}[ .\-]{{1,3}}[0-9]{{2}}{_ENDS}"
        ),
        11,
        ((checksums.rijksregister, None),),
    ),
    Kind(
        "citizen number",  # Spain
        re.compile(
            rf"(?:{_BEGINS}(?:[0-9]{{8}}|[0-9]{{2}}[. ][0-9]{{3}}[. ][0-9]{{3}})|"
            rf"{_ALONE}[xyz][ \-.]{{0,2}}(?:[0-9]{{7}}|[0-9][. ][0-9]{{3}}[. ][0-9]{{3}}))"
            rf"(?: ?- ?| )?[a-z]{_ALONE_BEHIND}"
        ),
        7,
        ((checksums.dni, None), (checksums.dni, name_of("dni"))),
        weak=True,
    ),
    Kind(
        "citizen number",  # Germany's social insurance
        re.compile(rf"{_BEGINS}[0-9]{{2}}{_S}[0-9]{{6}}{_S}[a-z]{_S}[0-9]{{2}}{_S}[0-9]{_ENDS}"),
        11,
        ((checksums.sozialversicherung, name_of("sozialversicherung")),),
        together=8,
    ),
    Kind(
        "social security number",
        re.compile(rf"{_BEGINS}(?<!-)[0-9]{{3}}-[0-9]{{2}}-[0-9]{{4}}{_ENDS}"),
        9,
        ((checksums.ssn, None), (checksums.ssn, name_of("ssn"))),
        weak=True,
    ),
    Kind(
        "social security number",  # Britain
        re.compile(
            rf"{_ALONE}[a-ceghj-prtw-z][a-ceghj-nprtw-z]{_S}[0-9]{{2}}{_S}[0-9]{{2}}{_S}[0-9]{{2}}{_S}[a-d]{_ALONE_BEHIND}"
        ),
        6,
        ((checksums.nino, None), (checksums.nino, name_of("nino"))),
        weak=True,
    ),
    Kind(
        "citizen number",  # the Netherlands, Portugal, Canada
        re.compile(
            rf"{_BEGINS}(?:[0-9]{{9}}|[0-9]{{3}}{_S}[0-9]{{3}}{_S}[0-9]{{3}}|[0-9]{{4}}{_S}[0-9]{{2}}{_S}[0-9]{{3}}){_ENDS}"
        ),
        9,
        ((checksums.bsn, name_of("bsn")), (checksums.nif, name_of("nif")), (checksums.sin, name_of("sin"))),
    ),
    Kind(
        "social security number",
        re.compile(rf"{_BEGINS}[0-9]{{3}}{_S}[0-9]{{2}}{_S}[0-9]{{4}}{_ENDS}"),
        9,
        ((checksums.ssn, name_of("ssn")),),
    ),
    Kind(
        "citizen number",  # Britain's health service
        re.compile(rf"{_BEGINS}[0-9]{{3}}{_S}[0-9]{{3}}{_S}[0-9]{{4}}{_ENDS}"),
        10,
        ((checksums.nhs, name_of("nhs")),),
    ),
    Kind(
        "citizen number",  # Poland, Germany, Belgium
        re.compile(
            rf"{_BEGINS}(?:[0-9]{{11}}|[0-9]{{2}}{_S}[0-9]{{3}}{_S}[0-9]{{3}}{_S}[0-9]{{3}}|[0-9]{{6}}{_S}[0-9]{{3}}{_S}[0-9]{{2}}|"
            rf"[0-9]{{2}}{_S}[0-9]{{2}}{_S}[0-9]{{2}}{_S}[0-9]{{3}}{_S}[0-9]{{2}}){_ENDS}"
        ),
        11,
        (
            (checksums.pesel, name_of("pesel")),
            (checksums.steuer_id, name_of("steuer")),
            (checksums.rijksregister, name_of("rijksregister")),
        ),
    ),
    Kind(
        "citizen number",  # Brazil, as it is written with its parts
        re.compile(rf"{_BEGINS}[0-9]{{3}}\.[0-9]{{3}}\.[0-9]{{3}}-[0-9]{{2}}{_ENDS}"),
        11,
        ((checksums.cpf, None),),
    ),
    Kind(
        "citizen number",  # ... and by its name
        re.compile(rf"{_BEGINS}[0-9]{{3}}{_S}[0-9]{{3}}{_S}[0-9]{{3}}{_S}[0-9]{{2}}{_ENDS}"),
        11,
        ((checksums.cpf, name_of("cpf")),),
    ),
    Kind(
        "social security number",  # Switzerland
        re.compile(rf"{_BEGINS}756{_S}[0-9]{{4}}{_S}[0-9]{{4}}{_S}[0-9]{{2}}{_ENDS}"),
        13,
        ((checksums.ahv, None),),
    ),
    Kind(
        "social security number",  # Spain
        re.compile(rf"{_BEGINS}[0-9]{{2}}[ /-]?[0-9]{{8}}[ /-]?[0-9]{{2}}{_ENDS}"),
        12,
        ((checksums.naf, name_of("naf")),),
    ),
    Kind(
        "social security number",  # Portugal
        re.compile(rf"{_BEGINS}[12][0-9]{{2}}{_S}[0-9]{{3}}{_S}[0-9]{{3}}{_S}[0-9]{{2}}{_ENDS}"),
        11,
        ((checksums.niss, name_of("niss")),),
    ),
    Kind(
        "social security number",  # Austria
        re.compile(rf"{_BEGINS}[0-9]{{4}}[ /-]?[0-9]{{6}}{_ENDS}"),
        10,
        ((checksums.svnr, name_of("sozialversicherung")),),
    ),
    Kind(
        "citizen number",  # America's, of those who pay taxes only
        re.compile(rf"{_BEGINS}9[0-9]{{2}}[ -]?[0-9]{{2}}[ -]?[0-9]{{4}}{_ENDS}"),
        9,
        ((checksums.itin, name_of("itin")),),
    ),
    Kind(
        "citizen number",  # France, of who pays taxes
        re.compile(
            rf"{_BEGINS}[0-3][0-9](?:{_S}[0-9]{{2}}{_S}[0-9]{{3}}|{_S}[0-9]{{5}}){_S}[0-9]{{3}}{_S}[0-9]{{3}}{_ENDS}"
        ),
        13,
        ((checksums.spi, name_of("nif")),),
    ),
    Kind(
        "social security number",  # Germany's health insurance
        re.compile(rf"{_ALONE}[a-z][ ]?[0-9]{{3}}[ ]?[0-9]{{3}}[ ]?[0-9]{{3}}{_ENDS}"),
        9,
        ((checksums.kvnr, name_of("kvnr")),),
    ),
    Kind(
        DOCUMENT,  # Poland's identity cards
        re.compile(rf"{_ALONE}[a-z]{{3}}[ ]?[0-9]{{6}}{_ENDS}"),
        6,
        ((checksums.dowod, name_of("dowod")),),
    ),
)
