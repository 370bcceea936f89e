"""The person's phone number."""

import re
from collections.abc import Sequence

from bot.understanding.numbers.called import Called, called, is_called
from bot.understanding.reading import Fact, MailReading, Zone
from bot.understanding.stretches import overlaps, stretches
from bot.understanding.who.addressed import NOT_NOW
from bot.understanding.who.whose_phone import called_there, is_free, is_others, is_own, is_right, of_writer
from bot.understanding.words import fold

MOST = 40_000  # characters of a zone in which numbers are looked for
_RUN = re.compile(r"(?<![\w/.#@+-])(?:\(\+|\(|\+)?\d[\d ()./-]{5,20}\d(?![\w@]|[/-]|\.\d)")
# The forms of phone numbers that need no word for one before them; of which land they are is not told apart.
_FORMS = re.compile(
    r"(?:\+|\(\+)[1-9][\d ()./-]+"
    r"|00[1-9]\d{1,2}(?=[ ()./-])(?![ .-]00)[\d ()./-]+"
    r"|\(?0 ?[1-9][\d ()./-]+"
    r"|\(\d{2,5}\)[\d ()./-]+"
    r"|(?:1[-. ])?\(?[2-9]\d\d\)?[-. ]\d{3}[-. ]\d{4}"
    r"|[25-9]\d\d([-. ])\d{3}\1\d{3}"
    r"|[6-9]\d\d(?: \d\d){3}"
    r"|[1-9]\d[ -]\d{3}[ -]\d\d[ -]\d\d"
    r"|3\d\d[-. /]\d{3}[-. ]?\d{3,4}|3\d\d[-. /]\d{6,7}|3\d\d(?: \d\d){2} \d{2,3}"
    r"|[1-9]\d 9?\d{4}-\d{4}"
    r"|[6-9]\d{4} \d{5}"
    r"|(?:33|55|56|81) \d{4} \d{4}"
)
# Between the name of somebody and their number: "Ann Bell, tel. 0161 ...", not "Ann Bell. Reach me on"
_BESIDE = re.compile(r"\s?[,(:;–-]\s?(?:[^\W\d_]{2,12}[.:]?\s)?")
_NEXT = 20
_AROUND = 60  # characters around two numbers in which is said that one replaces the other
_FEWEST, _MOST_DIGITS = 9, 15  # digits of those
_SHORTEST = 7  # and of one that is called a phone
_TRUNK = 13  # the most digits of one that begins with a zero
_ABROAD = 11  # the fewest of one that begins with two
# What the number goes on from: "18 0000 3344 120", "K 448 118 203"; not "T 06 1234 5678"
_GOES_ON = re.compile(
    r"(?:[\w./*-]*\d[ .-]|(?<![\w.])(?!(?:T|M|P|F|H|ON|AT|ME|IS|OP|AM|AL|AU|DO|NA|PH)\b)[A-Z]{1,2} )$"
)
_CALLED = re.compile(
    r"(?:\b(?:t[ée]l[ée]?f\w*|tel|t[ée]l|phone|ph|mob|mobile?|mobiel\w*|mobil\w*|cell?|cell\w*|gsm|handy\w*|whatsapp|"
    r"portable|m[óo]vil|celular|telem[óo]vel|kom[óo]rk\w*|sms|contacto|landline|handset)(?:no|nr|nummer|number)?|"
    r"\b(?:phone|cell|mobile|contact|handset) number|numer (?:telefonu|kontaktowy)|"
    r"n[úu]mero de (?:tel[ée]fono|contacto)|"
    r"\b(?:call|text|ring|phone|reach|bel)(?: (?:me|him|her|them|mij|me|hem|haar))(?: back)?)\W{0,3}"
    r"(?:(?:no|nr|number|nummer|is|ist|es|est|è|é|to|jest|on|at|of|al|au|op|na|para|under|now|ahora|"
    r"nu|jetzt)\W{1,3}){0,3}$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_ASKED = (Called.PHONE, Called.TICKET, Called.CASE, Called.FILE, Called.PERSON, Called.HELD, Called.OTHER)
_MY_NUMBER = re.compile(
    r"\b(?:my|her|his|mijn|haar|zijn|meine?|ihre|seine|mon|son|mi|su|il mio|il suo|o meu|o seu|mój|mojego|jej|jego)"
    r"(?: own| eigene?| propre| propio| proprio| próprio| własny)? "
    r"(?:no|nr|number|nummer|num[ée]ro|n[úu]mero|numer|numeru)\b\W{0,3}(?:(?:is|ist|est|es|è|é|to)\W{1,2})?$",
    re.IGNORECASE,
)
# An answer in a dialogue: "Me: 0161 496 0822"
_ANSWER = re.compile(r"(?:^|\n)[^\W\d_][^\n:]{0,30}:[ \t]{0,3}(?:[^\W\d_]+[ ,.]{1,3}){0,3}$")
_IP = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
_DATE = re.compile(
    r"\d{1,2}([./-])\d{1,2}\1\d{4}\b|\d{4}([./-])\d{1,2}\2\d{1,2}(?!\d)|\d{1,2}[./-]\d{1,2}[./-]\d{1,4}$"
)
# Whose number it is, where somebody writes for them
_THEIRS = re.compile(
    r"\b(?:his|her|their|client'?s|zijn|haar|hun|sein|seine?r?|ihre?r?|leur|son|sa|su|suo|sua|seu|jego|jej|ich|"
    r"l['’](?:appeler|appelle[rz]?|rappeler|contacter|joindre))\b"
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
    r"ssn|\bcard|\bid|\bno|nr(?!\w)|zaak)\W{0,4}(?:\w+\W){0,1}$",
    re.IGNORECASE,
)
_FAX = re.compile(r"(?:^|[^\w/])fax\w*\W{0,4}(?:\w+\W{1,3})?$", re.IGNORECASE)
_NEW = re.compile(
    r"\b(?:new|nieuwe?|neue[rsnm]?|nouveau|nouvelle|nuev[oa]|nuov[oa]|nov[oa]|now[yea])\b[^\w.!?\n]{1,3}"
    r"(?:\w+[^\w.!?\n]{1,3}){0,2}$",
    re.IGNORECASE,
)
# "replace A by B", "A durch B ersetzen": what stands between two numbers of which the second is right, and around them
_INSTEAD = re.compile(
    r"\s*(?:with|by|to|into|for|door|naar|durch|auf|par|pour|en|por|para|con|col|da|dal|na|do|pelo)(?:\s\w{1,3})?\s*[(+]?"
)
_REPLACED = re.compile(
    r"\b(?:replac|chang|updat|alter|correct|swap|vervang|wijzig|verander|aanpass|ander|ersetz|remplac|modifi|corrig|"
    r"reemplaz|cambi|sustitu|sostitu|modific|substitu|troc|zamien|zmien|popraw|aktuali)",
)
_COUNTED = re.compile(
    r"\b(?:ticket|case|order|invoice|bestel\w*|factuur|klant\w*|zaak\w*|bestell\w*|kunden\w*|auftrags?\w*|rechnungs?\w*|"
    r"vertrags?\w*|commande|facture|client|dossier|pedido|factura|cliente|ordine|fattura|contratto|contrato|fatura|"
    r"zam[óo]wieni\w*|faktur\w*|klienta|umowy|customer|contract|reference|account|konto\w*|compte|cuenta)\W{1,3}"
    r"(?:(?:numbers?|nummer|num[eé]ro?|n[uú]mero|numer|no|nr|id|code|de|of|my|is|was|ist|es|est|è|é|jest)\W{1,3}){1,3}$",
    re.IGNORECASE,
)


def phone_of(
    mail: MailReading,
    others: Sequence[tuple[int, int]] = (),
    *,
    representative: bool = False,
    name: Fact[str] | None = None,
) -> Fact[str] | None:
    """The first phone number in the person's own words, else in the note above; of several, the one that is right now.
    Never a representative's. `others`: where numbers stand that are something else. `name`: the person's."""
    taken = sorted(others)
    for zones in ((Zone.BODY, Zone.SIGNATURE), (Zone.NOTE,)):
        found: list[Fact[str]] = []
        for zone in zones:
            for start, end in stretches(mail, zone, MOST):
                found += _phones(mail.text, start, end, taken, kin=not representative)
        # Above a customer's mail stands a colleague's own number
        if representative or (zones == (Zone.NOTE,) and mail.sender is not None):
            end = name.span[1] if name and representative else len(mail.text)
            found = [
                f
                for f in found
                if (_THEIRS.search(_before(mail.text, f.span[0], 60)) and not of_writer(mail.text, f.span[0]))
                or (end < f.span[0] < end + _NEXT and _BESIDE.fullmatch(mail.text, end, f.span[0]))
                or (representative and called_there(mail.text, f.span[0]))
            ]
        if found:
            return _right_now(mail.text, found)
    return None


def _right_now(text: str, found: list[Fact[str]]) -> Fact[str]:
    """Of several, the first that is called new, else the first that is no old one; the writer's own before others."""
    if len(found) == 1:
        return found[0]
    past = (0, *(fact.span[1] for fact in found))
    before = [text[max(end, fact.span[0] - 40) : fact.span[0]] for end, fact in zip(past, found, strict=False)]
    right = (f for f, words in zip(found, before, strict=True) if is_right(words) or _replaces(text, f, found))
    plain = [f for f, words in zip(found, before, strict=True) if not NOT_NOW.search(words)]
    own = (f for f in plain if is_own(text, 0, f.span[0]))
    new = (f for f, words in zip(found, before, strict=True) if _NEW.search(words))
    return next(right, None) or next(new, None) or next(own, None) or next(iter(plain), found[0])


def _replaces(text: str, fact: Fact[str], found: list[Fact[str]]) -> bool:
    """Whether a number stands instead of the one before it: "replace 0161 496 0822 with 0161 496 0911"."""
    end = max((f.span[1] for f in found if f.span[1] <= fact.span[0]), default=None)
    if end is None or not _INSTEAD.fullmatch(text, end, fact.span[0]):
        return False
    around = text[max(0, end - _AROUND) : fact.span[1] + _AROUND]
    return _REPLACED.search(fold(around)) is not None


def _phones(text: str, start: int, end: int, taken: Sequence[tuple[int, int]], *, kin: bool) -> list[Fact[str]]:
    found = (_within(text, *m.span()) for m in _RUN.finditer(text, start, end))
    return [
        Fact(text[low:high], text[low:high], (low, high), 0.85, "address")
        for low, high in found
        if _is_phone(text, start, low, high, taken)
        and not is_free(text[low:high])
        and not is_others(text, start, low, high, kin=kin)
    ]


def _within(text: str, low: int, high: int) -> tuple[int, int]:
    """The number behind a bracket that is not closed: "(0157 3318 2044"."""
    opened = text.rfind("(", low, high)
    return (low, high) if opened == -1 or text.find(")", opened, high) != -1 else (opened + 1, high)


def _is_phone(text: str, start: int, low: int, high: int, taken: Sequence[tuple[int, int]]) -> bool:
    number, before = text[low:high], text[max(start, low - 40) : low]
    digits = sum(c.isdigit() for c in number)
    if not _SHORTEST <= digits <= _MOST_DIGITS or _DATE.match(number) or _IP.fullmatch(number) or _FAX.search(before):
        return False
    answer = _ANSWER.search(text, max(start, low - 70), low)
    above = text[max(start, answer.start() - 120) : answer.start()].rpartition("\n")[2] if answer else ""
    asked = _asked_for(above)
    if _CALLED.search(before.removesuffix("=")) or asked is Called.PHONE:
        return True
    formed = _is_formed(number, digits)
    if formed and _MY_NUMBER.search(before):
        return True
    kind = asked or called(text, low)
    if formed and answer and asked is None and (kind is None or "?" in above):  # "Me:", "Client:" call no number
        return True
    if overlaps(taken, low, high) or before.endswith("=") or kind not in (None, Called.PHONE):
        return False
    return (kind is Called.PHONE and digits >= _FEWEST) or (
        formed
        and not _GOES_ON.search(before)
        and not _COUNTED.search(before)
        and not (_NOT_PHONE.search(before[-30:]) and not _PHONE_LABEL.search(before[-30:]))
    )


def _is_formed(number: str, digits: int) -> bool:
    if digits < _FEWEST or number.count("/") > 1 or not _FORMS.fullmatch(number):
        return False
    if number.startswith("00"):
        return digits >= _ABROAD
    return not number.startswith("0") or digits <= _TRUNK


def _asked_for(above: str) -> Called | None:
    """What the line above asks for, where a number is an answer to it: "And your phone?\\nMe: 0161 ..."."""
    if not above.rstrip().endswith(("?", ":")) and "?" not in above:
        return None
    words = _WORD.findall(above.partition(": ")[2] or above)  # not who asks
    kinds = (kind for kind in _ASKED if any(is_called(word, kind) for word in words))
    return next(kinds, None)


def _before(text: str, at: int, reach: int) -> str:
    return text[max(0, at - reach) : at]
