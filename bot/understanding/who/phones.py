"""The person's phone number."""

import re
from collections.abc import Sequence

from bot.understanding.numbers.called import Called, called, is_called
from bot.understanding.reading import Fact, MailReading, Zone
from bot.understanding.stretches import overlaps, stretches
from bot.understanding.who.chatters import Chat
from bot.understanding.who.labels import of_staff
from bot.understanding.who.phone_forms import (
    FEWEST,
    digits_of,
    extended,
    is_formed,
    is_free,
    may_be,
    may_stand_in,
    runs,
)
from bot.understanding.who.phone_now import right_now
from bot.understanding.who.told_phone import of_another, of_told, without_tellers
from bot.understanding.who.whose_phone import is_number_of_somebody, is_of_client, is_of_thing, is_others, is_own

MOST = 40_000  # characters of a zone in which numbers are looked for
# What the number goes on from: "18 0000 3344 120", "K 448 118 203"; not "T 06 1234 5678"
_GOES_ON = re.compile(
    r"(?:[\w./*-]*\d[ .-]|(?<![\w.])(?!(?:T|M|P|F|H|ON|AT|ME|IS|OP|AM|AL|AU|DO|NA|PH)\b)[A-Z]{1,2} )$"
)
_CALLED = re.compile(
    r"(?:(?<![^\W_])(?:t[ée]l[ée]?(?:f|ph)\w*|tel|t[ée]l|phone|ph|mob|mobile?|mobiel\w*|mobil\w*|cell?|cell\w*|gsm|handy\w*|whatsapp|"
    r"portable|m[óo]vil|celular|telem[óo]vel|kom[óo]rk\w*|sms|contacto|landline|handset|msisdn|"
    r"rufnummer|raccordement)(?:no|nr|nummer|number)?|"
    r"\b(?:phone|cell|mobile|contact|handset) number|numer (?:telefonu|kontaktowy)|"
    r"n[úu]mero de (?:tel[ée]fono|contacto)|"
    r"(?:num[ée]ro (?:affich[ée]|appelant|visualizzato|chiamante)|n[úu]mero (?:mostrado|apresentado|llamante|chamador)|"
    r"numer (?:wy[śs]wietlony|dzwoni[ąa]cego)|(?:displayed|calling) number|caller id|"
    r"angezeigte nummer|weergegeven nummer)|"
    r"\b(?:call|text|ring|phone|reach|bel)(?: (?:me|him|her|them|mij|me|hem|haar))(?: back)?)\W{0,3}"
    r"(?:(?:no|nr|number|nummer|is|ist|es|est|è|é|to|jest|on|at|of|al|au|op|na|para|under|now|ahora|"
    r"nu|jetzt)\W{1,3}){0,3}$",
    re.IGNORECASE,
)
_SPEAKING = re.compile(r"(?:à l['’]appareil|am apparat|speaking|tutaj|z tej strony)\W{1,3}$", re.IGNORECASE)
_AT = re.compile(r"\b(?:at|on|op|unter|au|al|ao|pod|na|via)\s$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_NEVER_ABROAD = (Called.PERSON, Called.FILE, Called.OTHER)  # numbers that never begin with "+"
_ASKED = (Called.PHONE, Called.TICKET, Called.CASE, Called.FILE, Called.PERSON, Called.HELD, Called.OTHER)
# An answer in a dialogue: "Me: 0161 496 0822"
_ANSWER = re.compile(r"(?:^|\n)[^\W\d_][^\n:]{0,30}:[ \t]{0,3}(?:[^\W\d_]+[ ,.]{1,3}){0,3}$")
_PHONE_LABEL = re.compile(
    r"(?:tel\w*|phone|mobile?|mobiel\w*|cell|call|text|bel\w*|gsm|handy|whatsapp|portable|"
    r"m[óo]vil|cellulare|telem[óo]vel|komórk\w*|nummer|number|num[ée]r\w*|06|sms|reach|"
    r"fax)\W{0,3}(?:\w+\W){0,3}$",
    re.IGNORECASE,
)
# A number of something else; "no." and "id" alone are no more than a number of what stands before them
_NOT_PHONE = re.compile(
    r"(?:ticket|case|order|invoice|factuur|account|customer|klant\w*|ref\w*|kvk|vat|btw|iban|bsn|"
    r"ssn|\bcard|\bid\b|\bno\b|nr(?!\w)|zaak)\W{0,4}(?:\w+\W){0,1}$",
    re.IGNORECASE,
)
_FAX = re.compile(r"(?:^|[^\w/])fax\w*\W{0,4}(?:(?:n[ro]?|num\w*)\W{1,3})?(?:\w+\W{1,3})?$", re.IGNORECASE)
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
    asked: bool = True,
    wishes: Sequence[tuple[int, int]] = (),
) -> Fact[str] | None:
    """The first phone number in the person's own words, else in the note above; of several, the one that is right now.
    Never a representative's. `others`: where numbers stand that are something else. `name`: the person's.
    `wishes`: where the words for what is asked for stand.
    `asked`: whether something is asked for; where that is unsure, only what somebody calls their own is theirs."""
    if not may_stand_in(mail.text):  # as in most messages
        return None
    taken, chat = sorted(others), Chat(mail.text[:MOST], wishes)
    for zones in ((Zone.BODY, Zone.SIGNATURE), (Zone.NOTE,)):
        found: list[Fact[str]] = []
        for zone in zones:
            for start, end in stretches(mail, zone, MOST):
                found += _phones(mail.text, start, end, taken, kin=not representative)
        found = [
            fact
            for fact in found
            if (asked or is_own(mail.text, 0, fact.span[0]))
            and not of_another(mail.text, fact.span, name)
            and not chat.is_in_anothers_line(fact.span)
        ]
        # Above a customer's mail stands a colleague's own number
        if representative or (zones == (Zone.NOTE,) and mail.sender is not None):
            found = [f for f in found if of_told(mail.text, f.span, name, representative=representative)]
        found = without_tellers(mail.text, found, name)
        if found:
            return right_now(mail.text, found)
    return None


def _phones(text: str, start: int, end: int, taken: Sequence[tuple[int, int]], *, kin: bool) -> list[Fact[str]]:
    found = []
    for low, high in runs(text, start, end):
        if not _is_phone(text, start, low, high, taken) or is_free(text[low:high]):
            continue
        after = extended(text, high, end)
        if not is_others(text, start, low, after, kin=kin) and not of_staff(text, start, low):
            found.append(Fact(text[low:after], text[low:after], (low, after), 0.85, "address"))
    return found


def _is_phone(text: str, start: int, low: int, high: int, taken: Sequence[tuple[int, int]]) -> bool:
    number, before = text[low:high], text[max(start, low - 40) : low]
    if not may_be(number) or _FAX.search(before):
        return False
    answer = _ANSWER.search(text, max(start, low - 70), low)
    above = text[max(start, answer.start() - 120) : answer.start()].rpartition("\n")[2] if answer else ""
    asked = _asked_for(above)
    if asked is Called.PHONE:
        return True
    formed = is_formed(number)
    if _CALLED.search(before.removesuffix("=")):
        return formed or not overlaps(taken, low, high)
    if formed and (is_number_of_somebody(text, start, low) or is_of_client(text, start, low)):
        return True
    if is_of_thing(text, start, low):
        return False
    kind = asked or called(text, low)
    if formed and (_SPEAKING.search(before) or (number.startswith("+") and kind in _NEVER_ABROAD)):
        return True  # "à l'appareil, 0478 ...", "numer klientki +48 ..."
    if formed and number[0] in "0(" and kind is Called.PERSON and _AT.search(before):
        return True  # "client au 02 98 ..."
    spoken = answer and asked is None and (kind is None or "?" in above)  # "Me:", "Client:" call no number
    if formed and spoken and not _GOES_ON.search(before):
        return True
    if overlaps(taken, low, high) or before.endswith("=") or kind not in (None, Called.PHONE):
        return False
    return (kind is Called.PHONE and digits_of(number) >= FEWEST) or (
        formed
        and not _GOES_ON.search(before)
        and not _COUNTED.search(before)
        and (number.startswith("(") or not _NOT_PHONE.search(before[-30:]) or bool(_PHONE_LABEL.search(before[-30:])))
    )


def _asked_for(above: str) -> Called | None:
    """What the line above asks for, where a number is an answer to it: "And your phone?\\nMe: 0161 ..."."""
    if not above.rstrip().endswith(("?", ":")) and "?" not in above:
        return None
    words = _WORD.findall(above.partition(": ")[2] or above)  # not who asks
    kinds = (kind for kind in _ASKED if any(is_called(word, kind) for word in words))
    return next(kinds, None)
