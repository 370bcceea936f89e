"""The person's e-mail address and phone number."""

import re
from collections.abc import Iterator, Sequence

from bot.understanding.names import in_address
from bot.understanding.reading import Fact, MailReading, Zone
from bot.understanding.words import EMAIL

MOST = 40_000  # characters of a zone in which addresses are looked for
_LABELLED = 0.85  # how sure an address is that is called one
_BESIDE = 40  # characters between a name and the address behind it
_EMAIL = re.compile(rf"(?<![\w.+-]){EMAIL}")
_ROLE = re.compile(
    r"^(?:privacy|dpo|fg|gdpr|avg|dsb|rgpd|support|help|helpdesk|service|servicedesk|info|contact|kontakt|contacto|"
    r"contatto|contato|klantenservice|legal|no-?reply|do-?not-?reply|mailer-daemon|postmaster|abuse|requests?|"
    r"verify|hello|"
    r"office|admin|sales|marketing|team|customer\w*|care|data-?protection|datenschutz|crm|hr|it|security|press|"
    r"webinars?|news|newsletter|events|success|billing|jobs|careers|wellbeing|kundenservice|alerts?|aanbod|offers?|"
    r"angebote?|promo\w*|ops|operations|imports?|exports?|intake|agents?|post|mail(?:box)?|invoices?|facturen|"
    r"rechnung\w*|"
    r"claims|orders?|bestellung\w*|accounts?|finance|webmaster|notifications?|updates?|"
    r"soporte|atencion|ventas|assistenza|clienti|suporte|apoio|geral|pomoc|biuro|kontakt|iod|rodo)(?:[.+_-]\w+)?@",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:e-?mail(?:s|adres\w*|address\w*)?|adres|address|mail|adresse|correo|indirizzo|courriel|"
    r"konto|account|login|registered|reach me|bereikbaar|me at|under|onder|"
    r"unter)\W{0,3}(?:\w+\W){0,4}$",
    re.IGNORECASE,
)
_CORRECT = re.compile(
    r"\b(?:correct\w*|right|new|now|should be|must be|real|juiste|goede|nieuwe|moet zijn|moet "
    r"worden|luidt|richtig\w*|neue?|correcte?|nouvelle|nuev\w|nuov\w|novo|nowy|its|it's|it is|is "
    r"nu|to|in|naar|into|actually|wordt)\W{1,3}(?:\w+\W{1,3}){0,3}$",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"(?:\bnot|niet|\bold|oude?|instead of|in plaats van|wrong|former|previous|(?<!\bmail )from(?!:)|\bvan(?!:)|"
    r"nicht|\balte?|"
    r"ancien\w*|rather than|no longer|misspelled|verkeerde?|says|\bals|\bpas|antigu\w|vecchi\w|"
    r"antig[oa]|star[yae]\w?)[^\w.!?\n]{1,3}(?:\w+[^\w.!?\n]{1,3}){0,2}$",
    re.IGNORECASE,
)
# Somebody else's address: where data are to go, who was written to, who else is meant.
_ELSEWHERE = re.compile(
    r"(?:\b(?:sent to|send to|directly to|transmit\w*|transfer\w*|wrote to|written to|mailed|emailed|colleague|"
    r"cc|your (?:team|desk|colleague)|gestuurd naar|naar|gemaild|collega|geschrieben an|gesendet an|direkt an|"
    r"kollege|"
    r"kollegin|écrit à|envoyé à|directement à|collègue|escrito a|enviado a|directamente a|scritto a|inviato a|"
    r"direttamente a|"
    r"escrevi para|enviei para|diretamente para|napisał\w* (?:do|na)|bezpośrednio do|lawyer|solicitor|advocaat|"
    r"anwalt|avocat|"
    r"abogad[oa]|avvocato|advogad[oa]|adwokat)\b[^.!?\n@]{0,40}|(?-i:[A-Z][a-z]+[A-Z])\w+ ?\()[^.!?\n@\w]{0,3}$",
    re.IGNORECASE,
)
# What the writer says of an address of their own, which is a representative's then.
_MINE = re.compile(
    r"(?:\b(?:reach me|contact me|mail me|email me|write to me|reply to me|my (?:own )?(?:e-?mail|address)\w*|me at|"
    r"me on|"
    r"bereikbaar|mail mij|mijn (?:e-?mail\w*|mailadres|adres)|erreichen|erreichbar|meine (?:e-?mail\w*|adresse|mail)|"
    r"joindre|mon (?:e-?mail|adresse|courriel)|mi (?:correo|e-?mail)|contactarme|contattarmi|la mia (?:e-?mail|mail)|"
    r"o meu (?:e-?mail)|contactar-me|contatar-me|mój (?:e-?mail|adres)|kontakt ze mną)\b)[^\n@]{0,25}$",
    re.IGNORECASE,
)
_TAKE_OFF = re.compile(
    r"(?:unsubscri\w*|remov\w*|delet\w*|eras\w*|take|drop|strike|stop\w*|haal\w*|verwijder\w*|schrap\w*|wis|"
    r"uitschrijv\w*|"
    r"lösch\w*|entfern\w*|streich\w*|nehm\w*|austrag\w*|supprim\w*|retir\w*|désabonn\w*|désinscri\w*|enlev\w*|"
    r"elimin\w*|borr\w*|"
    r"quit\w*|cancel\w*|cancell\w*|toglie\w*|rimuov\w*|apag\w*|remov\w*|usu\w*|wypis\w*|skreśl\w*)\s(?:\w+\s){0,3}$",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![\w/.#@=-])(?:\+\d{1,3}|\(\d{2,5}\)|0\d|\d{3}(?=[-. ]\d{3})|[679]\d\d(?= \d\d \d\d \d\d\b)|"
    r"3\d\d(?= \d\d \d\d \d{2,3}\b))[\d ()./-]{5,18}\d(?![\w/@-])"
)
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
_NOT_PHONE = re.compile(
    r"(?:ticket|case|order|invoice|factuur|account|customer|klant\w*|ref\w*|kvk|vat|btw|iban|bsn|"
    r"ssn|card|id|no|nr|zaak)\W{0,4}(?:\w+\W){0,1}$",
    re.IGNORECASE,
)


def email_of(
    mail: MailReading, own_domains: frozenset[str], *, name: Fact[str] | None, representative: bool
) -> Fact[str] | None:
    """The data subject's address; never one of the company's own, nor the agent's. `name`: theirs."""
    own = own_domains | _company_domains(mail)
    body = [f for f in _found(mail, (Zone.BODY, Zone.SIGNATURE)) if not _is_own(f.value, own)]
    sender = mail.sender
    sender_mail = (sender.value.email or "").lower() if sender else ""
    if representative:
        others = [
            f for f in (*body, *_found(mail, (Zone.NOTE,))) if not _is_own(f.value, own) and f.value != sender_mail
        ]
        return _of_client(mail, name, others)
    corrected = [f for f in body if f.confidence > _LABELLED]
    if corrected:
        return corrected[0]
    if sender and sender_mail and not _is_own(sender_mail, own):
        return Fact(sender_mail, sender.quote, sender.span, sender.confidence, sender.reader)
    others = body + [f for f in _found(mail, (Zone.NOTE,)) if not _is_own(f.value, own)]
    if len({f.value for f in others}) > 1:
        named = [f for f in others if name is not None and in_address(name.value, f.value)]
        labelled = [f for f in others if f.confidence >= _LABELLED]
        return (named or labelled or others)[0]
    return others[0] if others else _to_be_dropped(mail, own)


def _of_client(mail: MailReading, name: Fact[str] | None, others: list[Fact[str]]) -> Fact[str] | None:
    """The address that shows the person's name or stands behind it, or that is called theirs; not the writer's own."""
    theirs = [f for f in others if not _MINE.search(mail.text[max(0, f.span[0] - 60) : f.span[0]])]
    if name is not None:
        for fact in theirs:
            if 0 < fact.span[0] - name.span[1] < _BESIDE or in_address(name.value.split()[0], fact.value):
                return fact
    labelled = (f for f in theirs if f.confidence >= _LABELLED and not _in_signature(mail, f.span[0]))
    return next(labelled, None)


def _in_signature(mail: MailReading, at: int) -> bool:
    return any(s.zone is Zone.SIGNATURE and s.start <= at < s.end for s in mail.zones)


def _to_be_dropped(mail: MailReading, own: frozenset[str]) -> Fact[str] | None:
    """A shared mailbox is the person's if the ask is to take it off a list."""
    for span in mail.zones:
        if span.zone is Zone.BODY:
            for match in _EMAIL.finditer(mail.text, span.start, min(span.end, span.start + MOST)):
                domain = match[0].rpartition("@")[2].lower()
                if domain not in own and _TAKE_OFF.search(
                    mail.text[max(span.start, match.start() - 60) : match.start()]
                ):
                    return Fact(match[0].lower(), match[0], match.span(), 0.7, "address")
    return None


def _found(mail: MailReading, zones: tuple[Zone, ...]) -> list[Fact[str]]:
    found: list[Fact[str]] = []
    for span in mail.zones:
        if span.zone not in zones:
            continue
        for match in _EMAIL.finditer(mail.text, span.start, min(span.end, span.start + MOST)):
            before = mail.text[max(span.start, match.start() - 60) : match.start()]
            if _ROLE.match(match[0]) or _ELSEWHERE.search(before):
                continue
            corrects = bool(_CORRECT.search(before))
            if _NOT.search(before) and not corrects:
                continue
            sure = _LABELLED if _LABEL.search(before) else 0.8
            if corrects and "@" in mail.text[: match.start()] + mail.text[match.end() :]:
                sure = 0.95
            found.append(Fact(match[0].lower().strip("'"), match[0], match.span(), sure, "address"))
    return found


def _company_domains(mail: MailReading) -> frozenset[str]:
    """Domains of role mailboxes that the mail was sent to: the company's own, told or not."""
    found: set[str] = set()
    for span in mail.zones:
        if span.zone is Zone.HEADER:
            for match in _EMAIL.finditer(mail.text, span.start, min(span.end, span.start + 4_000)):
                line = mail.text[mail.text.rfind("\n", 0, match.start()) + 1 : match.start()].lower()
                if re.match(r"\W*(?:to|aan|an|à|a|para|cc|do|naar|von/an)\b", line):
                    found.add(match[0].rpartition("@")[2].lower())
    return frozenset(found)


def _is_own(address: str, own: frozenset[str]) -> bool:
    domain = address.rpartition("@")[2].lower()
    return bool(_ROLE.match(address)) or any(domain == d or domain.endswith("." + d) for d in own)


def phone_of(
    mail: MailReading, others: Sequence[tuple[int, int]] = (), *, representative: bool = False
) -> Fact[str] | None:
    """The first phone number in the person's own words, else in the note above; of several, the one that is right now.
    Never a representative's. `others`: where numbers stand that are something else."""
    for zones in ((Zone.BODY, Zone.SIGNATURE), (Zone.NOTE,)):
        found: list[Fact[str]] = []
        for span in mail.zones:
            if span.zone in zones:
                found += _phones(mail.text, span.start, min(span.end, span.start + MOST), others)
        if representative:
            found = [f for f in found if _THEIRS.search(_before(mail.text, f.span[0], 60))]
        if len(found) > 1:
            found = [f for f in found if not _NOT.search(_before(mail.text, f.span[0], 40))] or found
        if found:
            return found[0]
    return None


def _phones(text: str, start: int, end: int, others: Sequence[tuple[int, int]]) -> Iterator[Fact[str]]:
    for match in _PHONE.finditer(text, start, end):
        low, high = match.span()
        before = text[max(start, low - 30) : low]
        digits = sum(c.isdigit() for c in match[0])
        if not 8 <= digits <= 15 or _DATE.match(match[0]) or any(low < last and first < high for first, last in others):
            continue
        if _NOT_PHONE.search(before) and not _PHONE_LABEL.search(before):
            continue
        yield Fact(match[0], match[0], match.span(), 0.85, "address")


def _before(text: str, at: int, reach: int) -> str:
    return text[max(0, at - reach) : at]
