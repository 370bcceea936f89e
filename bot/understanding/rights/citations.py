"""The citation reader: articles and phrases of the law that name a right, and the law that they point to."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.rights import Right

_ARTICLE = re.compile(
    r"\b(?:art(?:icle|ikel|icolo|iculo|igo|ykul\w*|s)?\.?|"
    r"§+)\s*((?:\d{1,2}\b(?:\s*\(?\d\)?)?(?:\s*(?:lid|abs\.?|par\.?|ust\.?|para\.?|sub|lit\.?|"
    r"n[or]?\.?)\s*\w{1,2}\b)?[\s,]*(?:(?:and|en|und|et|y|e|i|or|&|to|t/m)\s*)?(?:art(?:icle|"
    r"ikel)?\.?\s*)?){1,6})"
)
_NUMBER = re.compile(r"(?<!\d)(\d{1,2})\b\s*(\(\s*(\d)\s*\))?")  # "art15", too
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


class _Law(NamedTuple):
    name: str
    pattern: re.Pattern[str]
    hints: tuple[str, ...]  # one of these stands in whatever the pattern finds, and is looked for much faster


_LED = 20  # characters of what a pattern finds before the hint: "connecticut data "
_LAWS = (
    _Law(
        "uk_gdpr",
        re.compile(r"\buk[\s-]gdpr\b|\bdata protection act\b|\bdpa 2018\b|\binformation commissioner|\bico\b"),
        ("gdpr", "data protection act", "dpa 2018", "information commissioner", "ico"),
    ),
    _Law(
        "ccpa",
        re.compile(r"\bccpa\b|\bcpra\b|1798\.\d|california (?:consumer )?privacy|\bccpa/cpra\b"),
        ("ccpa", "cpra", "1798.", "california"),
    ),
    _Law(
        "gdpr",
        re.compile(
            r"\bgdpr\b|(?<![\w-])avg(?![\w-])(?! (?:score|price|time))|\bds-?gvo\b|\brgpd\b|\brodo\b|"
            r"2016/679|\bcnil\b|\baepd\b|\bgarante\b|\buodo\b|"
            r"autoriteit persoonsgegevens|\bde ap\b|\bbfdi\b|datenschutz-?grundverordnung|"
            r"gegevensbeschermingsautoriteit|datenschutzbehorde|landesdatenschutz"
        ),
        (
            *("gdpr", "avg", "gvo", "rgpd", "rodo", "2016/679", "cnil", "aepd", "garante", "uodo", "persoonsgegevens"),
            *("de ap", "bfdi", "datenschutz", "gegevensbeschermingsautoriteit"),
        ),
    ),
    _Law(
        "other",
        re.compile(
            r"\blgpd\b|\bpipeda\b|\bvcdpa\b|\bctdpa\b|\btdpsa\b|\bocpa\b|\bcpa \(colorado\)|\bndpa\b|"
            r"\bfadp\b|\brevdsg\b|\bnfadp\b|\bloi 25\b|\blaw 25\b|colorado privacy act|virginia consumer "
            r"data|texas data privacy|connecticut data privacy|oregon consumer privacy|\bndsg\b"
        ),
        ("lgpd", "pipeda", "dpa", "dpsa", "cpa", "fadp", "dsg", "loi 25", "law 25", "privacy", "consumer data"),
    ),
)


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
    signs = [at for sign in ("art", "§") if (at := folded.find(sign, start, end)) != -1]
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
    if "1798." in folded[start:end]:
        for section in _SECTION.finditer(folded, start, end):
            if (right := CCPA.get(section[1] or section[2])) is not None:
                yield Citation(right, section.start(), section.end())


def law_named(folded: str) -> LawNamed | None:
    """The law, article or authority named first; UK before EU where both match at one place."""
    found: list[LawNamed] = []
    for law in _LAWS:
        hints = [hint for hint in law.hints if hint in folded]
        if not hints:
            continue
        first = min(map(folded.find, hints))
        if (match := law.pattern.search(folded, max(0, first - _LED))) is not None:
            found.append(LawNamed(law.name, match.start(), match.end()))
    if any(f.law == "uk_gdpr" for f in found):
        found = [f for f in found if f.law != "gdpr" or f.start + 6 < min(u.start for u in found if u.law == "uk_gdpr")]
    if not found and (article := next(citations(folded, 0, len(folded)), None)) is not None:
        return LawNamed("gdpr", article.start, article.end)
    return min(found, key=lambda f: f.start, default=None)
