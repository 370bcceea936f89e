"""The citation reader: articles and phrases of the law that name a right, and the law that they point to."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.rights import Right

_ARTICLE = re.compile(
    r"\b(?:art(?:icle|ikel|icolo|iculo|igo|ykul\w*|s)?\.?|"
    r"§+)\s*((?:\d{1,2}\b(?:\s*\(?\d\)?)?(?:\s*(?:lid|abs\.?|par\.?|ust\.?|para\.?|sub|lit\.?|"
    r"n[or]?\.?)\s*\w{1,2}\b)?[\s,]*(?:(?:and|en|und|et|y|e|i|or|&|to|t/m)\s*)?(?:art(?:icle|"
    r"ikel)?\.?\s*)?){1,6})"
)
_NUMBER = re.compile(r"\b(\d{1,2})\b\s*(\(\s*(\d)\s*\))?")
_LAW_NEARBY = re.compile(r"\b(?:gdpr|avg|dsgvo|ds-gvo|rgpd|rodo|regulation|verordening|verordnung|2016/679)\b")
_SECTION = re.compile(r"1798\.(\d{3})|(?<=[\s,])\.(1[0-4]\d)\b")
_OTHER_ARTICLES = re.compile(
    r"\b(?:contract|agreement|lease|msa|overeenkomst|vertrag|bgb|hgb|huur|contrat|contrato|"
    r"contratto|voorwaarden|terms|bw)\b"
)

GDPR = {
    15: Right.ACCESS, 16: Right.RECTIFICATION, 17: Right.ERASURE, 18: Right.RESTRICTION, 20: Right.PORTABILITY,
    21: Right.OBJECTION, 22: Right.AUTOMATED_DECISION, 77: Right.COMPLAINT,
}  # fmt: skip
CCPA = {
    "100": Right.ACCESS, "105": Right.ERASURE, "106": Right.RECTIFICATION, "110": Right.ACCESS,
    "115": Right.ACCESS, "120": Right.OPT_OUT_SALE, "121": Right.LIMIT_SENSITIVE,
}  # fmt: skip

# By which each law is known: whole words, or, with a star, words that begin or end so
_LAWS = {
    "uk_gdpr": ("uk gdpr", "uk-gdpr", "data protection act", "dpa 2018", "information commissioner*", "ico"),
    "ccpa": ("ccpa", "cpra", "1798.*", "california privacy", "california consumer privacy"),
    "gdpr": (
        *("gdpr", "avg", "dsgvo", "ds-gvo", "rgpd", "rodo", "*2016/679*", "cnil", "aepd", "garante", "uodo", "de ap"),
        *("bfdi", "*autoriteit persoonsgegevens*", "*gegevensbeschermingsautoriteit*", "*datenschutzbehorde*"),
        *("*datenschutzgrundverordnung*", "*datenschutz-grundverordnung*", "*landesdatenschutz*"),
    ),
    "other": (
        *("lgpd", "pipeda", "vcdpa", "ctdpa", "tdpsa", "ocpa", "cpa (colorado)", "ndpa", "fadp", "revdsg", "nfadp"),
        *("loi 25", "law 25", "*colorado privacy act*", "*virginia consumer data*", "*texas data privacy*"),
        *("*connecticut data privacy*", "*oregon consumer privacy*", "ndsg"),
    ),
}
_AVERAGE = re.compile(r"(?<=-)avg|avg(?=-| (?:score|price|time))")  # no law


class Citation(NamedTuple):
    """A right named by its place in the law. Offsets into the text."""

    right: Right
    start: int
    end: int


class LawNamed(NamedTuple):
    """A law, article or authority that the text names. Offsets into the text."""

    law: str
    start: int
    end: int


def citations(folded: str, start: int, end: int) -> Iterator[Citation]:
    """Every article that names a right, e.g. "art. 15 and 17 GDPR", "1798.105", "artikel 21 lid 2 AVG"."""
    for match in _ARTICLE.finditer(folded, start, end):
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
    if "1798." in folded[start:end]:
        for section in _SECTION.finditer(folded, start, end):
            if (right := CCPA.get(section[1] or section[2])) is not None:
                yield Citation(right, section.start(), section.end())


def law_named(folded: str, article: tuple[int, int] | None) -> LawNamed | None:
    """The law or authority named first, UK before EU where both stand at one place; else that of an `article` (the
    place of the first that names a right)."""
    found = [named for law, names in _LAWS.items() if (named := _first(law, names, folded)) is not None]
    if any(f.law == "uk_gdpr" for f in found):
        found = [f for f in found if f.law != "gdpr" or f.start + 6 < min(u.start for u in found if u.law == "uk_gdpr")]
    if not found and article is not None:
        return LawNamed("gdpr", *article)
    return min(found, key=lambda f: f.start, default=None)


def _first(law: str, names: Sequence[str], folded: str) -> LawNamed | None:
    """Where one of the names stands first."""
    found: list[LawNamed] = []
    for name in names:
        plain = name.strip("*")
        at = folded.find(plain)
        while at >= 0:
            end = at + len(plain)
            apart = (name[0] == "*" or not _in_word(folded, at - 1)) and (name[-1] == "*" or not _in_word(folded, end))
            if apart and not _AVERAGE.match(folded, at):
                found.append(LawNamed(law, at, end))
                break
            at = folded.find(plain, end)
    return min(found, key=lambda f: f.start, default=None)


def _in_word(folded: str, at: int) -> bool:
    """Whether a letter or digit stands there."""
    return 0 <= at < len(folded) and (folded[at].isalnum() or folded[at] == "_")
