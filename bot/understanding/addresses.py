"""The person's e-mail address and phone number."""

import re

from bot.understanding.reading import Fact, MailReading, Zone

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+'-]{1,64}@(?:[\w-]{1,63}\.){1,6}[a-zA-Z]{2,24}(?![\w-])")
_ROLE = re.compile(
    r"^(?:privacy|dpo|fg|gdpr|avg|support|help|helpdesk|service|info|contact|klantenservice|legal|"
    r"no-?reply|do-?not-?reply|mailer-daemon|postmaster|abuse|requests?|verify|hello|office|admin|"
    r"sales|marketing|team|customer\w*|care|data-?protection|datenschutz|crm|hr|it|security|press|"
    r"webinars?|news|newsletter|events|success|billing|jobs|careers|wellbeing|kundenservice|"
    r"soporte|atencion|assistenza|pomoc)(?:[.+_-]\w+)?@",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:e-?mail(?:s|adres\w*|address\w*)?|adres|address|mail|adresse|correo|indirizzo|courriel|"
    r"konto|account|login|registered|reach me|bereikbaar|me at|under|onder|"
    r"unter)\W{0,3}(?:\w+\W){0,4}$",
    re.IGNORECASE,
)
_CORRECT = re.compile(
    r"(?:correct\w*|right|new|now|should be|must be|real|juiste|goede|nieuwe|moet zijn|moet "
    r"worden|luidt|richtig\w*|neue?|correcte?|nouvelle|nuev\w|nuov\w|novo|nowy|its|it's|it is|is "
    r"nu|to|in|naar|into|actually|wordt)\W{1,3}(?:\w+\W{1,3}){0,3}$",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"(?:not|niet|old|oude?|instead of|in plaats van|wrong|former|previous|from|van|nicht|alte?|"
    r"ancien\w*|rather than|no longer|misspelled|verkeerde?|says|als|as|pas|antigu\w|vecchi\w|"
    r"antig\w|star\w)\W{1,3}(?:\w+\W{1,3}){0,2}$",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?<![\w/.#@=-])(?:\+\d{1,3}|\(\d{2,5}\)|0\d|\d{3}(?=[-. ]\d{3}))[\d ()./-]{5,18}\d(?![\w/@-])")
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


def email_of(mail: MailReading, own_domains: frozenset[str], *, representative: bool) -> Fact[str] | None:
    """The data subject's address; never one of the company's own, nor the agent's."""
    own = own_domains | _company_domains(mail)
    body = [f for f in _found(mail, (Zone.BODY, Zone.SIGNATURE)) if not _is_own(f.value, own)]
    corrected = [f for f in body if f.confidence > 0.9]
    if corrected:
        return corrected[0]
    sender = mail.sender
    sender_mail = sender.value.email if sender else None
    if sender and sender_mail and not _is_own(sender_mail, own) and not representative:
        return Fact(sender_mail.lower(), sender.quote, sender.span, sender.confidence, sender.reader)
    others = [f for f in body if f.value != sender_mail]
    others += [f for f in _found(mail, (Zone.NOTE,)) if not _is_own(f.value, own) and f.value != sender_mail]
    if len({f.value for f in others}) > 1:
        labelled = [f for f in others if f.confidence >= 0.85]
        return (
            labelled[0]
            if labelled and not representative
            else others[0]
            if not representative
            else (labelled or others)[0]
        )
    return others[0] if others else None


def _found(mail: MailReading, zones: tuple[Zone, ...]) -> list[Fact[str]]:
    found: list[Fact[str]] = []
    for span in mail.zones:
        if span.zone not in zones:
            continue
        for match in _EMAIL.finditer(mail.text, span.start, min(span.end, span.start + 40_000)):
            before = mail.text[max(span.start, match.start() - 40) : match.start()]
            if _ROLE.match(match[0]) or (_NOT.search(before) and not _CORRECT.search(before)):
                continue
            sure = (
                0.95
                if _CORRECT.search(before) and "@" in mail.text[: match.start()] + mail.text[match.end() :]
                else 0.85
                if _LABEL.search(before)
                else 0.8
            )
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


def phone_of(mail: MailReading) -> Fact[str] | None:
    """The first phone number in the person's own words, else in the note above."""
    for zones in ((Zone.BODY, Zone.SIGNATURE), (Zone.NOTE,)):
        for span in mail.zones:
            if span.zone not in zones:
                continue
            for match in _PHONE.finditer(mail.text, span.start, min(span.end, span.start + 40_000)):
                before = mail.text[max(span.start, match.start() - 30) : match.start()]
                digits = sum(c.isdigit() for c in match[0])
                if not 8 <= digits <= 15 or re.fullmatch(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}", match[0].strip()):
                    continue
                if _NOT_PHONE.search(before) and not _PHONE_LABEL.search(before):
                    continue
                return Fact(match[0], match[0], match.span(), 0.85, "address")
    return None
