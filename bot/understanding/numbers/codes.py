"""Numbers of systems, as they stand in a text: 4711, SD-4711, 88-20417, 4471 0023, 2026/DP/0047, 667 120 B."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.understanding.numbers.called import Called, is_called
from bot.understanding.stretches import overlaps
from bot.understanding.wordlists import has_any, word_lists
from bot.understanding.words import EMAIL, fold

FEWEST = 3  # digits
MOST = 300  # numbers of a text: no more are looked at
_LABELS = ("ticket", "case", "file", "person", "held", "other")
# Letters of support tickets' numbers
TICKETS = frozenset(
    (*("INC", "TKT", "TCK", "TICKET", "SUP", "SUPPORT", "HD", "HELP", "HLP", "ZD", "FD", "CS", "SD", "SR", "TT", "REQ"),
     *("RITM", "CHG", "PRB", "SCTASK", "MELD", "CARE", "JIRA", "ITSM", "SUPT"))
)  # fmt: skip
# A project's first tickets: "SUP-12". Two letters stand for much else
_OF_PROJECT = re.compile(rf"(?:{'|'.join(sorted(one for one in TICKETS if len(one) > len('CS')))})-\d{{1,2}}")
_NUMBER = frozenset(("no", "nr", "num", "nro", "n", "id", "ids", "key", "code", "cod", "kod"))
_LETTERS = 7  # the most in a row
_RUN = re.compile(
    r"(?<![\w@/.&*§-])(?<!§ )(?P<hash>#)?(?=[\w/.*-]{0,40}? ?\d)"
    r"(?P<code>(?:(?:(?:[A-Z]{1,4}-)?[A-Z]{1,4}|DSGVO) (?=\d))?[^\W_]{1,16}(?:[-/._*][^\W_]{1,14}){0,5})(?![\w@])"
)
_AHEAD = 42  # characters from where `_RUN` begins up to the digit that it must hold, at the most
_DIGIT = re.compile(r"\d")
_NO_GROUP = re.compile(rf"[A-Za-z]{{{_LETTERS + 1}}}|[a-z]+\d[a-z]{{3}}")
_APART = re.compile(r"[-/._* ]")  # between the groups of a number
_SPACED = re.compile(r"(?: \d{1,6}){1,5}(?: ?[A-Z]|-\d)?(?![\w@/.-]\d|[\w@])|(?: [A-Z])(?!\w)(?=\W{0,2}(?:\n|$))")
_GROUP = re.compile(r"\d+|[A-Z]")
_DATE = re.compile(
    r"(?:(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|1[0-2])\1(?:(?:19|20)\d\d|\d\d)"
    r"|(?:0?[1-9]|[12]\d|3[01]) (?:0[1-9]|1[0-2]) (?:19|20)\d\d|(?:0?[1-9]|1[0-2]) (?:19|20)\d\d"
    r"|(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])/(?:(?:19|20)\d\d|\d\d)|(?:19|20)\d\d([-/.])\d{1,2}\2\d{1,2})(?!\w)"
)
# A year, perhaps with what is of it: "GDPR-2018", "May-2021", "2023/24"
_YEAR = re.compile(
    r"(?:(?P<letters>[A-Z-]+|[A-Z][a-z]{2,8})(?P<tie>[ -]))?(?:19[3-9]|20[0-3])\d"
    r"|(?:19[3-9]|20[0-3])\d[-/](?:\d\d|(?:19|20)\d\d)|24/7"
)
# A part of one: "Q3-2024", "2026/KW12"
_QUARTER = re.compile(
    r"(?:(?:Q[1-4]|H[12]|[CK]W ?\d\d?)[ /-]?(?:19[3-9]|20[0-3])\d|20[0-3]\d[ /-](?:Q[1-4]|H[12]|[CK]W\d\d?))(?![\w-])"
)
# Of a judgment: "C-300/21" of the court in Luxembourg, and what stands behind the letters of another
_OF_COURT, _JUDGMENT = re.compile(r"[CT]-\d{1,3}/\d\d"), re.compile(r"\d{1,6}/(?:\d\d){1,2}")
# The numbers of the laws themselves, perhaps behind their letters: "GDPR 2016/679", "CCPA 1798.105"
_LAW = re.compile(
    r"(?:[A-Z-]{2,9} )?(?:2016/679|679/2016|95/46|2018/1725|1798\.\d{2,3}(?:\.\d+)?|196/2003|13\.?709(?:/2018)?|78-17)"
)
_OF_PRIVACY = re.compile(
    r"(?:(?!EU|UK)[A-Z]{2,4}[-/])?(?:RODO|DSGVO|AVG|RGPD|GDPR|LGPD|CCPA|DSR|DSAR|SAR|PRV|PRIV)[-/]\d\d"
)
_COUNT = re.compile(r"\d{1,3}(?:[ .,]?\d{3})*")
_UNIT = re.compile(r"\s?([€$£%]|[^\W\d_]+)")
# A capital is looked for first, and then what stands before it: that is faster
_BANK = re.compile(r"[A-Z](?<![A-Za-z0-9][A-Z])[A-Z]\d{2}(?: ?[A-Z0-9]{4}){2,8}(?: ?[A-Z0-9]{1,3}(?![A-Za-z0-9]))?")
_BEFORE = re.compile(r"(\w+)\W{0,3}(?:(?:no|nr|n)[.°º:]{0,3}\W{1,2})?(?:is\W)?$", re.IGNORECASE)
_VERB = re.compile(r"([^\W\d_]+) $")
_OF_LAW = re.compile(r"GDPR|DSGVO|GVO|AVG|RGPD|LOPD|RODO|LGPD|CCPA|CPRA")
_SHORT = 4  # letters of one that cases of ours bear, too, with a space behind: "AVG 2026-31"
# "GDPR_request_20260109.pdf" is no number of anything
FILE = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|csv|txt|json|xml|html?|zip|png|jpe?g|gif|heic|eml|msg|odt|ods|rtf)(?!\w)",
    re.IGNORECASE,
)
_FEW = 2  # letters that may be part of a number, whatever they stand for elsewhere
_WORD = re.compile(r"[^\W\d_]+")
_NEAR = 3  # words before a number
_REACH = 40  # characters before a number in which the word before it is looked for
_ENDS = re.compile(r"[ \t]*(?:[.,;:!?()\]|/–—]|$|\n)")
_ADDRESS = re.compile(rf"{EMAIL}|(?:https?://|www\.)[^\s<>]{{1,2000}}")


class Code(NamedTuple):
    """One number: what it says, and where it stands."""

    value: str
    start: int
    end: int
    hashed: bool = False  # with a "#" before it
    handle: bool = False  # a user name, or what looks like one
    small: bool = False  # in groups of a digit or two, as spans of days and versions are
    headed: bool = False  # the head of its column tells what it is called, or the object that it is in
    kind: Called | None = None  # what it is called, once that was looked for (`references.numbers`)


def codes(text: str, links: Sequence[tuple[int, int]] = ()) -> Iterator[Code]:
    """The numbers of a text, in their order, but those in its links. Dates, years, sections of law (§ 34) and what has
    two digits are none."""
    if not _DIGIT.search(text):
        return
    at = found = 0
    while found < MOST and (digit := _DIGIT.search(text, at)) is not None:
        match = _RUN.search(text, max(at, digit.start() - _AHEAD))
        if match is None:
            return
        start, end = match.span("code")
        prefix, space, _ = match["code"].partition(" ")
        if space and (
            _is_label(text, start, prefix)
            or _is_law(text, start, prefix)
            or prefix.lower() in word_lists("called")["courts"] | word_lists("called")["apart"]
        ):
            start += len(prefix) + 1
        at = end
        if text[start:end].isalpha() or (end - start < FEWEST and not text[end + 1 : end + 2].isdigit()):
            continue  # the word before a number, or one that is too short and does not go on
        if (links and overlaps(links, start, start + 1)) or FILE.search(text, start, end):
            continue
        stop = _up_to(text, start, end)
        if stop is not None and not _LAW.fullmatch(text, start, stop) and not _counts(text, start, stop):
            at, found = stop, found + 1
            if _is_judgment(text, start, stop):
                continue
            yield Code(text[start:stop], start, stop, match["hash"] is not None, small=_is_small(text[start:stop]))


def _counts(text: str, start: int, stop: int) -> bool:
    """Whether it is how many or how much of something: "12 000 points", "€ 1 250", "she paid 4999"."""
    if not _COUNT.fullmatch(text, start, stop):
        return False
    unit = _UNIT.match(text, stop)
    if text[max(0, start - 2) : start].rstrip()[-1:] in ("€", "$", "£") or (
        unit is not None and (unit[1] in ("€", "$", "£", "%") or is_called(unit[1], "units"))
    ):
        return True
    before, words = _VERB.search(text, max(0, start - _REACH), start), word_lists("called")
    if before is None:
        return False
    verb = fold(before[1])
    return verb in words["paid"] or (verb in words["had"] and unit is not None and fold(unit[1]) in words["paid"])


def _is_label(text: str, start: int, prefix: str) -> bool:
    """Whether capitals before digits are what a number is called ("TKT 4711"), no part of it ("member KD 4711")."""
    if prefix.lower() in _NUMBER:
        return True
    if not is_called(prefix, *_LABELS) or is_called(prefix, "privacy"):
        return False
    if len(prefix) > _FEW or is_called(prefix, "ticket", "case"):
        return True
    return not _follows(text, start, "person", "held")


def _is_law(text: str, start: int, prefix: str) -> bool:
    """Whether capitals before digits name a law ("UK-GDPR 2021", "DSGVO 12-22"), unless the whole is called a case."""
    if not _OF_LAW.search(prefix) or (len(prefix) <= _SHORT and "-" not in prefix):
        return False
    return not _follows(text, start, "case", "file", "ticket")


def _is_judgment(text: str, start: int, stop: int) -> bool:
    """Whether it is a court's number of a judgment, which is called no customer's nor anybody's own case."""
    if _OF_COURT.fullmatch(text, start, stop):
        before = _WORD.findall(fold(text[max(0, start - _REACH) : start]))[-_NEAR:]
        own = word_lists("numbers")["own"] | word_lists("phones")["yours"]
        return not own.intersection(before) and not _follows(text, start, "person", "held", "ticket")
    if not _JUDGMENT.fullmatch(text, start, stop):
        return False
    court = _BEFORE.search(text, max(0, start - _REACH), start)
    return court is not None and fold(court[1]) in word_lists("called")["courts"]


def _follows(text: str, start: int, *kinds: str) -> bool:
    """Whether the word right before a number is in a list of one of these kinds."""
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    return before is not None and is_called(before[1], *kinds)


def addresses(text: str) -> list[tuple[int, int]]:
    """Where e-mail addresses and links stand."""
    return [match.span() for match in _ADDRESS.finditer(text)] if has_any(text, ("@", "://", "www.")) else []


def accounts_with_banks(text: str) -> list[tuple[int, int]]:
    """Where numbers stand that have the form of a bank account's (IBAN)."""
    digit = _DIGIT.search(text)
    return [match.span() for match in _BANK.finditer(text, max(0, digit.start() - 2))] if digit else []


def _up_to(text: str, start: int, end: int) -> int | None:
    """Where the number ends that begins at a place, if there is one."""
    if _DATE.match(text, start) or _BANK.match(text, start) or _QUARTER.match(text, start):
        return None
    end = _spaced(text, end)
    while not _is_code(text, start, end):
        end = max(start, *(text.rfind(sign, start, end) for sign in " -/._*"))
        if end == start:
            return None
    return end


def _is_code(text: str, start: int, end: int) -> bool:
    words = text[start:end]
    digits = sum(c.isdigit() for c in words)
    if digits < FEWEST:
        return _OF_PROJECT.fullmatch(words) is not None or (
            digits == FEWEST - 1 and _OF_PRIVACY.fullmatch(words) is not None
        )
    return not any(map(_NO_GROUP.search, _APART.split(words))) and not _is_year(text, start, words)


def _is_year(text: str, start: int, words: str) -> bool:
    """Whether it is a year: "GDPR-2018", but not "ZD-2019", nor what is called a ticket."""
    year = _YEAR.fullmatch(words)
    if year is None:
        return False
    if year["tie"] != "-" or not year["letters"].isupper() or fold(year["letters"]) in word_lists("called")["months"]:
        return True
    return year["letters"] not in TICKETS and not _follows(text, start, "ticket")


def _is_small(words: str) -> bool:
    groups = _APART.split(words)
    return len(groups) > 1 and all(len(group) < FEWEST for group in groups)


def _spaced(text: str, end: int) -> int:
    """Up to where it goes on in groups of digits: several, even ones, or one where nothing else follows on the line."""
    more = _SPACED.match(text, end)
    if more is None or not text[end - 1].isdigit():
        return end
    groups = _GROUP.findall(more[0])
    even = len({len(group) for group in groups}) == 1 and len(groups[0]) > 2
    return more.end() if even or len(groups) > 1 or _ENDS.match(text, more.end()) else end
