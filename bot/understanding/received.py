"""The day on which the request came in: the date of the innermost original mail, or when the text says it came in."""

import re
from collections.abc import Iterator
from datetime import date

from bot.understanding.mail.dates import ANY_ZONE, Found, find_date
from bot.understanding.reading import Fact, MailReading, Zone

_BY = (
    r"(?: via \w+| (?:by|per|by the|par|por|al|przez) (?:e-?mail|mail|fax|phone|telefoon|post|letter|brief|telefon|"
    r"téléphone|courrier|teléfono|correo|telefono|posta|telefone|carta|poczt\w+)|,? (?:telefonisch|telefonicznie))"
)
_ON = r"(?: on| op| at| am| le| el| il| em| dnia| w dniu| since| seit| sinds)"
# What says itself that something came in, wherever it stands; but "I received your letter of 3 March" tells nothing
_CAME_IN = (
    r"\b(?<!\bI )(?<!\bwe )(?<!\bik )(?<!\bwij )(?<!\bich )(?<!\bwir )(?<!ai )(?<!\bhe )(?<!\bho )"
    r"(?:received|recv'?d|rec'?d|came in|logged|binnengekomen|binnen|ontvangen|eingegangen|"
    r"(?:post)?eingang(?:sdatum)?|empfangen|reçue?|recibid[oa]|ricevut[oa]|pervenut[oa]|recebid[oa]|otrzyman[oay]|wpłyn\w+|wpływ)\b"
)
# A word of many meanings ("her account was opened on ...") that names a field: it opens a line, or is set apart
_FIELD = (
    r"(?:^|[|;(\]•·]|\.\s)[^\w\n]{0,4}(?:date|datum|data|fecha|dato|created|opened|open|raised|reported|submitted|sent|"
    r"arrived|arrival|aangemaakt|aangemeld|gemeld|geopend|ingediend|verzonden|erstellt|angenommen|gemeldet|créée?|"
    r"ouverte?|ouverture|arrivée|entrée|creado|creada|abierto|abierta|entrada|ingreso|creato|aperto|apertura|arrivo|criado|criada|"
    r"aberto|aberta|abertura|utworzono|zgłoszono|otwarto)\b(?: (?:in|received|created|opened|of receipt|entrada))?"
)
_CUE = re.compile(rf"(?:{_CAME_IN}|{_FIELD}){_BY}?{_ON}?\s*[:=]?\s*(?=[^\n]{{0,20}}\d)", re.IGNORECASE | re.MULTILINE)
_READ = 50_000  # characters in which a cue is looked for
_REACH = 60
_WEEKDAY = re.compile(r"\W{0,3}(?:[^\W\d_]{2,12}\W{1,3})?")  # what may stand between a cue and its date
_YEAR = re.compile(r"\d{4}|['/.-]\d{2}\b")
_MAY_BE_YEAR = re.compile(r"\d{4}|['/.-]\d{2}")
_OLDEST = 3 * 366  # days ago: longer ago somebody was born, or signed a contract
_TOP = 3  # lines in which a ticket says when it came in
# Before a date in a ticket's first lines: a sign that sets it apart, or how it came in
_SET_APART = re.compile(
    r"(?:^|[|,;:/(·•–—-]|\b(?:call|phone|voicemail|chat|transcript|mail|gesprek|chat|anruf|appel|llamada|chiamata|"
    r"chamada|rozmowa|dienst\w*|schicht\w*|turno|since|opened|geopend|ontv|angelegt|zeitstempel|timestamp|ouvert|"
    r"abierto|aperto|aberto|otwarto|am|op|on|le|el|em|dnia|del|vom|du)\.?)\s*$",
    re.IGNORECASE,
)
_OF_SOMETHING_ELSE = re.compile(
    r"\b(?:born|birth|dob|geb\w*|née?|naissance|nacid\w*|nacimiento|nat[oa]|nascita|nascid\w*|nascimento|ur|urodz\w*|"
    r"order\w*|bestel\w*|invoice|factu\w*|rechnung\w*|purchase\w*|booking|contract\w*|since|until|tot|bis)\b[^\n]{0,20}$",
    re.IGNORECASE,
)
_MARGIN = 8  # lines of a letter at its top, and at its end
_LINE = re.compile(r"[^\n]*\S[^\n]*")
# What may stand before the date of a letter: a place, and a small word
_PLACE = re.compile(
    r"\s*(?:(?:[Ee]n |[Tt]e )?[^\W\d_a-zß-ÿ][^\d\n:.!?]{1,40},\s?)?"
    r"(?:(?i:den|the|le|lì|a|el|em|ai|dnia|dated|datum|date)\s)?\s*"
)


def received_on(mail: MailReading, today: date | None, *, ticket: bool = False) -> Fact[date] | None:
    """A date to come is refused, and so is one of long ago that only the text tells; a date without a year is none.
    `ticket`: the text names one, and so may open with when it came in."""
    sent = mail.sent
    if sent is not None and (today is None or sent.value.date() <= today):
        return Fact(sent.value.date(), sent.quote, sent.span, sent.confidence, sent.reader)
    found = (*_told(mail.text), *(_in_opening(mail.text) if ticket else ()), *_dated(mail))
    return next((fact for fact in found if today is None or 0 <= (today - fact.value).days <= _OLDEST), None)


def _told(text: str) -> Iterator[Fact[date]]:
    """What the text says: "received: 9 January 2026"."""
    if not _MAY_BE_YEAR.search(text, 0, _READ + _REACH):
        return  # told at once, while a cue is looked for at every word
    for match in _CUE.finditer(text[:_READ]):
        line = _rest_of_line(text, match.end())
        found = find_date(line, ANY_ZONE)
        if (
            found is not None
            and _WEEKDAY.fullmatch(line[: found.start])
            and _YEAR.search(line[found.start : found.end])
        ):
            yield _fact(text, match.end(), found, 0.85)


def _in_opening(text: str) -> Iterator[Fact[date]]:
    """The date that a ticket opens with: "Ticket 4711, phone, 6 May 2025"."""
    for match, _ in zip(_LINE.finditer(text), range(_TOP), strict=False):
        line = match[0][: 2 * _REACH]
        found = find_date(line, ANY_ZONE) if any(map(str.isdigit, line)) else None
        before = line[: found.start] if found else ""
        apart = _SET_APART.search(before) and not _OF_SOMETHING_ELSE.search(before)
        if found and apart and re.search(r"\d{4}", line[found.start : found.end]):
            yield _fact(text, match.start(), found, 0.75)


def _dated(mail: MailReading) -> Iterator[Fact[date]]:
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
            if _PLACE.fullmatch(line[: found.start]) and not line[found.end :].strip(" .r"):
                yield _fact(mail.text, start, found, 0.75)


def _rest_of_line(text: str, start: int) -> str:
    stop = text.find("\n", start)
    return text[start : min(start + _REACH, stop if stop != -1 else len(text))]


def _fact(text: str, at: int, found: Found, confidence: float) -> Fact[date]:
    """The day found in a line that begins `at`; less sure where day and month could change places."""
    start, end = at + found.start, at + found.end
    return Fact(found.moment.date(), text[start:end], (start, end), confidence if found.sure else 0.6, "date")
