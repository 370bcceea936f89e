"""The citation reader: articles and phrases of the law that name a right."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.rights import Right
from bot.understanding.wordlists import has_any

_WORD = r"art(?:icles?|ikel(?:en|n|s)?|icol[oi]|iculos?|igos?|ykul\w*|s|t)?\.?"
_JOINS = (
    r"and|en|und|et|y|e|ed|i|oraz|or|ou|&|\+|/|plus|sowie|evenals|to|t/m|as well as|ainsi que|asi como|nonche|bem como|"
    r"jak i|-|–|—|through|until|bis|tot|a|au|al|ate|do"
)
_ARTICLE = re.compile(
    rf"\b(?:{_WORD}|§+)\s*((?:\d{{1,2}}(?:\.?[oº°])?\b(?:\s*\(?\d\)?)?(?:\s*(?:lid|abs\.?|par\.?|ust\.?|para\.?|sub|"
    rf"lit\.?|n[or]?\.?)\s*\w{{1,2}}\b)?[\s,]*(?:(?:{_JOINS})\s*)?(?:{_WORD}\s*)?){{1,6}})"
)
_NUMBER = re.compile(r"(?<!\d)(\d{1,2})(?:\.?[oº°])?\b\s*(\(\s*(\d)\s*\))?")  # "art15", too
_SIGNS, _SECTIONS = ("art", "§"), "1798."  # one of these stands wherever an article is named
_LAW_NEARBY = re.compile(r"\b(?:gdpr|avg|dsgvo|ds-gvo|rgpd|rodo|regulation|verordening|verordnung|2016/679)\b")
_SECTION = re.compile(r"1798\.(\d{3})|(?<=[\s,])\.(1[0-4]\d)\b")
_OTHER_ARTICLES = re.compile(
    r"\b(?:contract|agreement|lease|msa|[a-z]{0,20}overeenkomst|[a-z]{0,20}vertrag(?:e?s)?|bgb|hgb|huur|contrat|contrato|"
    r"contratto|voorwaarden|terms|bw|ai[ -]act|ki-gesetz|ucp)\b"
)

GDPR = {
    15: Right.ACCESS, 16: Right.RECTIFICATION, 17: Right.ERASURE, 18: Right.RESTRICTION, 20: Right.PORTABILITY,
    21: Right.OBJECTION, 22: Right.AUTOMATED_DECISION, 77: Right.COMPLAINT,
}  # fmt: skip
CCPA = {
    "100": Right.ACCESS, "105": Right.ERASURE, "106": Right.RECTIFICATION, "110": Right.ACCESS,
    "115": Right.ACCESS, "120": Right.OPT_OUT_SALE, "121": Right.LIMIT_SENSITIVE,
}  # fmt: skip


class Citation(NamedTuple):
    """A right named by its place in the law. Offsets into the text."""

    right: Right
    start: int
    end: int


def may_cite(folded: str) -> bool:
    """False where nothing names an article, as in most messages."""
    return has_any(folded, (*_SIGNS, _SECTIONS))


def citations(folded: str, start: int, end: int) -> Iterator[Citation]:
    """Every article that names a right, e.g. "art. 15 and 17 GDPR", "1798.105", "artikel 21 lid 2 AVG"."""
    signs = [at for sign in _SIGNS if (at := folded.find(sign, start, end)) != -1]
    for match in _ARTICLE.finditer(folded, min(signs), end) if signs else ():
        window = folded[max(start, match.start() - 60) : match.end() + 60]
        if _OTHER_ARTICLES.search(window) and not _LAW_NEARBY.search(window):
            continue
        for number in _NUMBER.finditer(folded, match.start(1), match.end(1)):
            if (right := GDPR.get(int(number[1]))) is not None:
                yield Citation(right, match.start(), number.end())
                if right is Right.OBJECTION and re.search(
                    r"^\s*\(?2\)?|^\s*(?:lid|abs\.?)\s*2", folded[number.end(1) : number.end(1) + 8]
                ):
                    yield Citation(Right.OPT_OUT_MARKETING, match.start(), number.end())
            elif (
                number[1] == "7"
                and _LAW_NEARBY.search(window)
                and re.search(r"7\s*(?:\(3\)|lid 3|abs\.? ?3)", folded[number.start() : number.start() + 12])
            ):
                yield Citation(Right.WITHDRAW_CONSENT, match.start(), number.end())
    if folded.find(_SECTIONS, start, end) != -1:
        for section in _SECTION.finditer(folded, start, end):
            if (right := CCPA.get(section[1] or section[2])) is not None:
                yield Citation(right, section.start(), section.end())
