"""The day on which the request came in: the date of the innermost original mail, or when the text says it came in."""

import re
from datetime import date

from bot.understanding.mail.dates import ANY_ZONE, find_date
from bot.understanding.reading import Fact, MailReading, Zone

_CUE = re.compile(
    r"(?:\b(?:received|created|opened|logged|submitted|came in|arrived|date received|reported|"
    r"date|datum|sent|verzonden|ontvangen|binnengekomen|binnen|aangemaakt|geopend|ingediend|"
    r"eingegangen|erstellt|eingang|empfangen|reçue?|reçu le|créé|ouvert|recibid[oa]|creado|"
    r"abierto|ricevut[oa]|creato|aperto|recebid[oa]|criado|aberto|otrzymano|utworzono|wpłynęło|"
    r"data)\b(?: on| op| at| am| le| el| il| em| dnia| via \w+)?)"
    r"\s*:?\s*(?=[^\n]{0,40}\d)",
    re.IGNORECASE,
)
_REACH = 60


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
    return None


def _in(mail: MailReading, zone: Zone, at: int) -> bool:
    return any(s.zone is zone and s.start <= at < s.end for s in mail.zones)
