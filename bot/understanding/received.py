"""The day on which the request came in: the date of the innermost original mail, or when the text says it came in."""

import re
from datetime import date

from bot.understanding.mail.dates import ANY_ZONE, find_date
from bot.understanding.reading import Fact, MailReading, Zone

_BY = (
    r"(?: on| op| at| am| le| el| il| em| dnia| via \w+|"
    r" (?:by|per|by the|par|por|per|telefonisch|al|przez) (?:e-?mail|mail|fax|phone|telefoon|post|letter|brief|telefon|"
    r"téléphone|courrier|teléfono|correo|telefono|posta|telefone|carta|telefonicznie|poczt\w+)(?: on| op| am| le| el)?)"
)
_CUE = re.compile(
    r"(?:\b(?:received|recv'?d|rec'?d|created|opened|logged|submitted|came in|arrived|date received|reported|"
    r"sent|verzonden|ontvangen|binnengekomen|binnen|aangemaakt|geopend|ingediend|"
    r"eingegangen|erstellt|eingang|empfangen|reçue?|reçu le|créé|ouvert|recibid[oa]|creado|"
    r"abierto|ricevut[oa]|creato|aperto|recebid[oa]|criado|aberto|otrzymano|utworzono|wpłynęło|"
    rf"entrada|entrée|ingreso|arrivo|wpływ)\b{_BY}?"
    # a word of many meanings ("my start date, which is ...") names a field only
    r"|(?:^[^\w\n]{0,4}(?:date|datum|data|fecha|dato)\b|\b(?:date|datum|data|fecha)(?: in)?(?=\s?:))(?: in| on)?)"
    r"\s*:?\s*(?=[^\n]{0,40}\d)",
    re.IGNORECASE | re.MULTILINE,
)
_REACH = 60
_MARGIN = 8  # lines of a letter at its top, and at its end
_LINE = re.compile(r"[^\n]*\S[^\n]*")
# What may stand before the date of a letter: a place, and a small word
_PLACE = re.compile(
    r"\s*(?:(?:[Ee]n |[Tt]e )?[^\W\d_a-zß-ÿ][^\d\n:.!?]{1,40},\s?)?"
    r"(?:(?i:den|the|le|lì|a|el|em|ai|dnia|dated|datum|date)\s)?\s*"
)


def received_on(mail: MailReading, today: date | None) -> Fact[date] | None:
    """A date to come is refused; a date without a year is none."""
    if mail.sent is not None:
        sent = mail.sent
        return Fact(sent.value.date(), sent.quote, sent.span, sent.confidence, sent.reader)
    for match in _CUE.finditer(mail.text[:50_000]):
        start = match.end()
        stop = mail.text.find("\n", start)
        line = mail.text[start : min(start + _REACH, stop if stop != -1 else len(mail.text))]
        found = find_date(line, ANY_ZONE)
        if found is None or found.start > 25 or not re.search(r"\d{4}|['/.-]\d{2}\b", line[found.start : found.end]):
            continue
        day = found.moment.date()
        if today is None or day <= today:
            span = (start + found.start, start + found.end)
            return Fact(day, mail.text[span[0] : span[1]], span, 0.8 if _in(mail, Zone.NOTE, start) else 0.85, "date")
    return _dated(mail, today)


def _dated(mail: MailReading, today: date | None) -> Fact[date] | None:
    """The date of a letter, on a line of its own at its top or its end: "Haarlem, 12 March 2026"."""
    for span in mail.zones:
        if span.zone not in (Zone.BODY, Zone.SIGNATURE):
            continue
        lines = [m.span() for m in _LINE.finditer(mail.text, span.start, span.end)]
        for start, end in lines if len(lines) <= 2 * _MARGIN else lines[:_MARGIN] + lines[-_MARGIN:]:
            line = mail.text[start:end]
            found = find_date(line, ANY_ZONE) if len(line) <= _REACH and any(map(str.isdigit, line)) else None
            if found is None or not re.search(r"\d{4}", line[found.start : found.end]):
                continue
            day = found.moment.date()
            alone = _PLACE.fullmatch(line[: found.start]) and not line[found.end :].strip(" .r")
            if alone and (today is None or day <= today):
                span_ = (start + found.start, start + found.end)
                return Fact(day, mail.text[slice(*span_)], span_, 0.75, "date")
    return None


def _in(mail: MailReading, zone: Zone, at: int) -> bool:
    return any(s.zone is zone and s.start <= at < s.end for s in mail.zones)
