"""The person's phone number."""

import re
from collections.abc import Sequence

from bot.understanding.reading import Fact, MailReading, Zone
from bot.understanding.stretches import overlaps, stretches
from bot.understanding.who.addressed import NOT_NOW

MOST = 40_000  # characters of a zone in which numbers are looked for
_PHONE = re.compile(
    r"(?<![\w/.#@=-])(?:\+\d{1,3}|\(\d{2,5}\)|0\d|\d{3}(?=[-. ]\d{3})|[679]\d\d(?= \d\d \d\d \d\d\b)|"
    r"1(?=[-. ]\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}\b)|"
    r"3\d\d(?= \d\d \d\d \d{2,3}\b))[\d ()./-]{5,18}\d(?![\w/@-])"
)
# Digits in a row, which are a phone's only where they are called so
_BARE = re.compile(r"(?<![\w/.#@=+-])\d(?:[ .-]?\d){6,11}(?![\w/@-]|[.,]\d)")
_CALLED = re.compile(
    r"(?:\b(?:t[ée]l[ée]?f\w*|tel|t[ée]l|phone|mobile?|mobiel\w*|mobil\w*|cell\w*|gsm|handy\w*|whatsapp|portable|m[óo]vil|"
    r"celular|telem[óo]vel|kom[óo]rk\w*|sms)(?:no|nr|nummer|number)?|\b(?:phone|cell|mobile) number|numer telefonu|"
    r"n[úu]mero de tel[ée]fono)\W{0,3}(?:(?:no|nr|number|nummer|is|ist|es|est|è|é|to|jest|on|at|of)\W{1,3}){0,2}$",
    re.IGNORECASE,
)
_IP = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
_DATE = re.compile(
    r"\d{1,2}([./-])\d{1,2}\1\d{4}\b|\d{4}([./-])\d{1,2}\2\d{1,2}(?!\d)|\d{1,2}[./-]\d{1,2}[./-]\d{1,4}$"
)
# Whose number it is, where somebody writes for them
_THEIRS = re.compile(
    r"\b(?:his|her|their|client'?s|zijn|haar|hun|sein|seine?r?|ihre?r?|leur|son|sa|su|suo|sua|seu|jego|jej|ich)\b"
    r"(?:[^\w\n.!?]{1,3}\w+){0,6}[^\w\n]{0,3}$",
    re.IGNORECASE,
)
_PHONE_LABEL = re.compile(
    r"(?:tel\w*|phone|mobile?|mobiel\w*|cell|call|text|bel\w*|gsm|handy|whatsapp|portable|"
    r"m[óo]vil|cellulare|telem[óo]vel|komórk\w*|nummer|number|num[ée]r\w*|06|sms|reach|"
    r"fax)\W{0,3}(?:\w+\W){0,3}$",
    re.IGNORECASE,
)
# A number of something else; "no." and "id" alone are no more than a number of what stands before them
_NOT_PHONE = re.compile(
    r"(?:ticket|case|order|invoice|factuur|account|customer|klant\w*|ref\w*|kvk|vat|btw|iban|bsn|"
    r"ssn|card|id|no|nr|zaak)\W{0,4}(?:\w+\W){0,1}$",
    re.IGNORECASE,
)
_FAX = re.compile(r"(?:^|[^\w/])fax\w*\W{0,4}(?:\w+\W{1,3})?$", re.IGNORECASE)
_NEW = re.compile(
    r"\b(?:new|nieuwe?|neue[rsnm]?|nouveau|nouvelle|nuev[oa]|nuov[oa]|nov[oa]|now[yea])\b[^\w.!?\n]{1,3}"
    r"(?:\w+[^\w.!?\n]{1,3}){0,2}$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:ticket|case|order|invoice|bestel\w*|factuur|klant\w*|zaak\w*|bestell\w*|kunden\w*|auftrags?\w*|rechnungs?\w*|"
    r"vertrags?\w*|commande|facture|client|dossier|pedido|factura|cliente|ordine|fattura|contratto|contrato|fatura|"
    r"zam[óo]wieni\w*|faktur\w*|klienta|umowy|customer|contract|reference|account|konto\w*|compte|cuenta)\W{1,3}"
    r"(?:(?:numbers?|nummer|num[eé]ro?|n[uú]mero|numer|no|nr|id|code|de|of|my|is|was|ist|es|est|è|é|jest)\W{1,3}){1,3}$",
    re.IGNORECASE,
)


def phone_of(
    mail: MailReading, others: Sequence[tuple[int, int]] = (), *, representative: bool = False
) -> Fact[str] | None:
    """The first phone number in the person's own words, else in the note above; of several, the one that is right now.
    Never a representative's. `others`: where numbers stand that are something else."""
    taken = sorted(others)
    for zones in ((Zone.BODY, Zone.SIGNATURE), (Zone.NOTE,)):
        found: list[Fact[str]] = []
        for zone in zones:
            for start, end in stretches(mail, zone, MOST):
                found += _phones(mail.text, start, end, taken)
        # Above a customer's mail stands a colleague's own number
        if representative or (zones == (Zone.NOTE,) and mail.sender is not None):
            found = [f for f in found if _THEIRS.search(_before(mail.text, f.span[0], 60))]
        if found:
            return _right_now(mail.text, found)
    return None


def _right_now(text: str, found: list[Fact[str]]) -> Fact[str]:
    """Of several, the first that is called new, else the first that is neither an old one nor a fax."""
    if len(found) == 1:
        return found[0]
    past = (0, *(fact.span[1] for fact in found))
    before = [text[max(end, fact.span[0] - 40) : fact.span[0]] for end, fact in zip(past, found, strict=False)]
    plain = (f for f, words in zip(found, before, strict=True) if not NOT_NOW.search(words) and not _FAX.search(words))
    new = (f for f, words in zip(found, before, strict=True) if _NEW.search(words))
    return next(new, None) or next(plain, None) or found[0]


def _phones(text: str, start: int, end: int, taken: Sequence[tuple[int, int]]) -> list[Fact[str]]:
    shaped = [m.span() for m in _PHONE.finditer(text, start, end)]
    found = [span for span in shaped if _is_phone(text, start, *span)]
    for match in _BARE.finditer(text, start, end):
        called = _CALLED.search(text, max(start, match.start() - 40), match.start())
        if called and not overlaps(shaped, *match.span()) and not _DATE.match(match[0]):
            found.append(match.span())
    free = (span for span in sorted(found) if not overlaps(taken, *span))
    return [Fact(text[low:high], text[low:high], (low, high), 0.85, "address") for low, high in free]


def _is_phone(text: str, start: int, low: int, high: int) -> bool:
    number = text[low:high]
    if not 8 <= sum(c.isdigit() for c in number) <= 15 or _DATE.match(number) or _IP.fullmatch(number):
        return False
    before = text[max(start, low - 40) : low]
    return not _COUNTED.search(before) and not (
        _NOT_PHONE.search(before[-30:]) and not _PHONE_LABEL.search(before[-30:])
    )


def _before(text: str, at: int, reach: int) -> str:
    return text[max(0, at - reach) : at]
