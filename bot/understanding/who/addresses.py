"""The person's e-mail address."""

import re

from bot.understanding.mail.people import is_machine
from bot.understanding.reading import Fact, MailReading, Zone
from bot.understanding.stretches import stretches
from bot.understanding.who.addressed import EMAIL_AT, MOST, Address, Said, addressed_in, addresses_in
from bot.understanding.who.alike import in_address, same_person
from bot.understanding.who.labels import of_staff
from bot.understanding.who.names import is_organisation

_BESIDE = 40  # characters between a name and the address behind it
# Mailboxes of offices, not of people
_ROLE = re.compile(
    r"^(?:privacy|dpo|fg|gdpr|avg|dsb|rgpd|support|help|helpdesk|service|info|contact|kontakt|contacto|"
    r"contatto|contato|klantenservice|legal|no-?reply|do-?not-?reply|mailer-daemon|postmaster|abuse|requests?|"
    r"verify|hello|"
    r"office|admin|sales|marketing|team|customer\w*|care|data-?protection|datenschutz|crm|hr|it|security|press|"
    r"webinars?|news|newsletter|events|success|billing|jobs|careers|wellbeing|kundenservice|alerts?|aanbod|offers?|"
    r"angebote?|promo\w*|ops|operations|imports?|exports?|intake|agents?|post|mail(?:box)?|invoices?|facturen|"
    r"rechnung\w*|"
    r"voice-?mails?|anrufbeantworter|messagerie|contestador|segreteria|(?:tele)?fax|scan(?:ner)?s?|printers?|copiers?|mfp|"
    r"drucker|kopierer|imprimante|(?:live)?chat(?:bot)?|"
    r"gateway|sms|follow-?ups?|responses?|submissions?|surveys?|tickets?|cases?|jira|servicedesk|zendesk|freshdesk|freshservice|intercom|hubspot|otrs|osticket|request-?tracker|"
    r"claims|orders?|bestellung\w*|accounts?|finance|webmaster|notifications?|updates?|"
    r"soporte|atencion|ventas|assistenza|clienti|suporte|apoio|geral|pomoc|biuro|iod|rodo|wordpress|webforms?|forms?|formular\w*|formulaires?|formulieren?|formularios?|mailer)(?:[.+_-]\w+)?@",
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


def email_of(
    mail: MailReading, own_domains: frozenset[str], *, name: Fact[str] | None, representative: bool
) -> Fact[str] | None:
    """The data subject's address; never one of the company's own, nor the agent's. `name`: theirs."""
    own = own_domains | company_domains(mail)
    in_body = _addresses(mail, Zone.BODY)
    body = _of_people(in_body + _addresses(mail, Zone.SIGNATURE), own)
    in_note = _addresses(mail, Zone.NOTE)
    sender = mail.sender
    sender_mail = (sender.value.email or "").lower() if sender else ""
    if representative:
        others = [a for a in body + _of_people(in_note, own) if a.value != sender_mail]
        return _of_client(mail, name, others)
    right = [a for a in body if a.said is Said.RIGHT and not (sender_mail and a.theirs)]
    if right:
        return _fact(right[0])
    theirs = next((a for a in body if name is not None and in_address(name.value, a.value)), None)
    if theirs and name and _sent_by_another(mail, name):
        return _fact(theirs)
    if sender and sender_mail and not is_own(sender_mail, own):
        return Fact(sender_mail, sender.quote, sender.span, sender.confidence, sender.reader)
    others = body + _of_people(in_note, own)
    if others:
        named = (a for a in others if name is not None and in_address(name.value, a.value))
        return _fact(next(named, None) or min(others, key=lambda a: a.said.value))
    return _to_be_dropped(in_body, own) or _shown(in_body + in_note, own, name)


def _sent_by_another(mail: MailReading, name: Fact[str]) -> bool:
    """Whether the sender is a service, as where "IT Desk <shop@service.example>" tells of Ana."""
    sender = mail.sender.value if mail.sender else None
    if sender is None or not sender.name or not sender.email or name.reader == "header":
        return False
    service = is_machine(sender.email) or any(map(is_organisation, sender.name.split()))
    return service and not (same_person(sender.name, name.value) or in_address(name.value, sender.email))


def _of_client(mail: MailReading, name: Fact[str] | None, others: list[Address]) -> Fact[str] | None:
    """The address that shows the person's name or stands behind it, or that is called theirs; not the writer's own."""
    theirs = [a for a in others if not _MINE.search(mail.text[max(0, a.span[0] - 60) : a.span[0]])]
    if name is not None:
        for address in theirs:
            if 0 < address.span[0] - name.span[1] < _BESIDE or in_address(name.value.split()[0], address.value):
                return _fact(address)
    called = (a for a in theirs if a.called and not _in_signature(mail, a.span[0]))
    first = next(called, None)
    return _fact(first) if first else None


def _fact(address: Address) -> Fact[str]:
    sure = _SURE.get(address.said, 0.8)
    return Fact(address.value, address.quote, address.span, sure, "address")


_SURE = {Said.RIGHT: 0.95, Said.MINE: 0.85, Said.CALLED: 0.85, Said.AWAY: 0.7}


def _in_signature(mail: MailReading, at: int) -> bool:
    return any(s.zone is Zone.SIGNATURE and s.start <= at < s.end for s in mail.zones)


def _to_be_dropped(in_body: list[Address], own: frozenset[str]) -> Fact[str] | None:
    """A shared mailbox is the person's if the ask is to take it off a list."""
    for address in in_body:
        if address.said is Said.TAKEN_OFF and not in_domains(address.value, own):
            return Fact(address.value, address.quote, address.span, 0.7, "address")
    return None


def _shown(addresses: list[Address], own: frozenset[str], name: Fact[str] | None) -> Fact[str] | None:
    """Where something was sent, if it shows the person's name: "Ana wants a copy sent to ana@"."""
    if name is None:
        return None
    for address in addresses:
        if in_address(name.value, address.value) and not is_own(address.value, own):
            return _fact(address) if address.said is Said.ELSEWHERE else None
    return None


def _addresses(mail: MailReading, zone: Zone) -> list[Address]:
    """The addresses in a zone of a mail; in a field of staff, somebody else's."""
    if "@" not in mail.text:
        return []
    found: list[Address] = []
    for start, end in stretches(mail, zone, MOST):
        for address in addresses_in(mail.text, start, end):
            if address.said is not Said.RIGHT and of_staff(mail.text, start, address.span[0]):
                address.said = Said.ELSEWHERE
            found.append(address)
    return found


def _of_people(addresses: list[Address], own: frozenset[str]) -> list[Address]:
    """Those that may be a person's; a shared mailbox only where the writer calls it their own."""
    return [
        address
        for address in addresses
        if address.said not in (Said.ELSEWHERE, Said.WRONG)
        and not in_domains(address.value, own)
        and (address.said in (Said.RIGHT, Said.MINE) or not _ROLE.match(address.value))
    ]


def company_domains(mail: MailReading) -> frozenset[str]:
    """Domains of role mailboxes that the mail was sent to: the company's own, told or not."""
    found: set[str] = set()
    for span in mail.zones if "@" in mail.text else ():
        if span.zone is Zone.HEADER:
            for match in addressed_in(EMAIL_AT, mail.text, span.start, min(span.end, span.start + 4_000)):
                line = mail.text[mail.text.rfind("\n", 0, match.start()) + 1 : match.start()].lower()
                if _ROLE.match(match[0]) and re.match(r"\W*(?:to|aan|an|à|a|para|cc|do|naar|von/an)\b", line):
                    found.add(match[0].rpartition("@")[2].lower())
    return frozenset(found)


def is_own(address: str, own: frozenset[str]) -> bool:
    """Whether an address is of one of these domains, or of nobody in particular, such as "info@"."""
    return bool(_ROLE.match(address)) or is_machine(address) or in_domains(address, own)


def in_domains(address: str, domains: frozenset[str]) -> bool:
    """Whether an address is of one of these domains, or of one below."""
    domain = address.rpartition("@")[2].lower()
    return any(domain == d or domain.endswith("." + d) for d in domains)
