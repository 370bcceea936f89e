"""The forms of phone numbers: which runs of digits in a text may be one, by their groups and their count alone."""

import re
from collections.abc import Iterator

SHORTEST = 7  # digits of one that is called a phone
FEWEST = 9  # and of one that only its form tells
_MOST_ABROAD, _MOST = 15, 12  # digits with a country's code, and without
_TRUNK = 13  # the most digits of one that begins with a zero
_ABROAD = 11  # the fewest of one that begins with two
# "055 – 555 01 83": a long dash stands behind the code of a place only
_RUN = re.compile(r"(?<![\w/.#@+-])(?:\(\+|\(|\+)?(?:0\d{1,4} ?[–—] ?)?\d[\d ()./-]{5,20}\d(?![\w@]|[/-]|\.\d)")
_DIGIT, _LED = re.compile(r"\d"), 2  # a run begins with one, or with that many signs before it: "(+"
# What parts two numbers of different things on a line: "VAT 01180440077 - 0141 496 606"
_PARTED = re.compile(r"\d{5} - (?=[0+]\d)")
_EXTENSION = re.compile(
    r",? ?\(?(?:ext(?:ension)?|wewn?|int(?:erno)?|toestel|tst|poste|durchwahl|dw|ramal|extensi[óo]n)\b[.:]? ?"
    r"\d{1,5}\b\)?",
    re.IGNORECASE,
)
# The forms that need no word for one before them; of which land they are is not told apart.
_FORMS = re.compile(
    r"(?:\+|\(\+)[1-9][\d ()./-]+"
    r"|00[1-9]\d{1,2}(?=[ ()./-])(?![ .-]00)[\d ()./-]+"
    r"|\(?0 ?[1-9][\d ()./–—-]+"
    r"|\(\d{2,5}\)[\d ()./-]+"
    r"|(?:1[-. ])?\(?[2-9]\d\d\)?[-. ]\d{3}[-. ]\d{4}"
    r"|[25-9]\d\d([-. ])\d{3}\1\d{3}"
    r"|[25-9]\d\d(?:[ -]\d\d){3}"
    r"|[1-9]\d[ -]\d{3}[ -]\d\d[ -]\d\d"
    r"|(?:2[12]|9[1-8]) \d{3} \d{4}"
    r"|3\d\d[-. /]\d{3}[-. ]?\d{3,4}|3\d\d[-. /]\d{4}[-. ]\d{3}|3\d\d[-. /]\d{6,7}|3\d\d(?: \d\d){2} \d{2,3}"
    r"|[1-9]\d 9?\d{4}-\d{4}|[1-9]\d 9\d{4} \d{4}"
    r"|[6-9]\d{4} \d{5}"
    r"|(?:33|55|56|81) \d{4} \d{4}"
)
# Nobody's own: free numbers, and those that cost more, of the countries in which these languages are spoken. US numbers
# have ten digits, French ones and German ones begin with a zero, and the southern and Polish ones have nine.
_FREE = re.compile(
    r"(?:\+?1[-. ]?)?\(?8(?:00|33|44|55|66|77|88)\)?[-. ]?\d{3}[-. ]?\d{4}"
    r"|(?:\+(?:34|351|39|48) ?)?(?:8(?:0[0-48]|40|48(?! \d\d \d\d \d\d)|92|99)|90[0-2]|707|76[01]|199)(?:[ .-]?\d){6}"
    r"|0800[\d ./-]+|09(?:00|09)[ /-][\d ./-]+|0(?:8(?:08|10|20|4[02-58]|7[01])|137)[ /-][\d ./-]+"
    r"|0180(?:\d|[ /-][1-7])[\d ./-]+"
    r"|0(?:30[03]|33[03]|370) [\d ]{7,9}|088[ -]\d[\d ]+|1[38]00 \d{3} \d{3}"
)
_FRENCH = re.compile(r"(?:08|09 (?:69|70))(?: \d\d){3,4}|0 8\d\d(?: \d\d){3}|0 8\d\d \d{3} \d{3}")
_IP = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
_DATE = re.compile(
    r"\d{1,2}([./-])\d{1,2}\1\d{4}\b|\d{4}([./-])\d{1,2}\2\d{1,2}(?!\d)|\d{1,2}[./-]\d{1,2}[./-]\d{1,4}$"
)


def may_stand_in(text: str) -> bool:
    """Whether a text has as many digits as a phone number."""
    return len(_DIGIT.findall(text)) >= SHORTEST


def runs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where runs of digits stand in text[start:end] that may be phone numbers."""
    digits = [digit.start() for digit in _DIGIT.finditer(text, start, end)]
    if len(digits) < SHORTEST:
        return
    at = max(start, digits[0] - _LED)
    while (run := _RUN.search(text, at, end)) is not None:
        low, high = run.span()
        at = high
        if (parted := _PARTED.search(text, low, high)) is not None:
            at = parted.end()  # the next begins there
            high = parted.start() + 5
        opened = text.rfind("(", low, high)
        if opened != -1 and text.find(")", opened, high) == -1:
            low = opened + 1  # behind a bracket that is not closed: "(0157 3318 2044"
        yield low, high


def extended(text: str, high: int, end: int) -> int:
    """Where the number that ends at `high` ends with its extension: "22 445 56 67 wew. 4"; `high` where it has none."""
    extension = _EXTENSION.match(text, high, end)
    return extension.end() if extension else high


def may_be(number: str) -> bool:
    """Whether a run of digits can be a phone number where the words before it call it one: no date, no IP, no IMEI."""
    most = _MOST_ABROAD if number.lstrip("(").startswith(("+", "00")) else _MOST
    most = _TRUNK if number.lstrip("(").startswith("0") and most == _MOST else most
    return SHORTEST <= digits_of(number) <= most and not _DATE.match(number) and not _IP.fullmatch(number)


def is_formed(number: str) -> bool:
    """Whether a number has the form of a phone's, so that it needs no word for one."""
    digits = digits_of(number)
    if digits < FEWEST or number.count("/") > 1 or not _FORMS.fullmatch(number):
        return False
    return not number.startswith("00") or digits >= _ABROAD


def is_free(number: str) -> bool:
    """Whether a number is one that only firms have: free of charge, or dearer than others."""
    if number.startswith(("08 ", "09 ", "0 8")):
        return _FRENCH.fullmatch(number) is not None
    return _FREE.fullmatch(number) is not None


def digits_of(number: str) -> int:
    """How many digits a number has."""
    return sum(c.isdigit() for c in number)
