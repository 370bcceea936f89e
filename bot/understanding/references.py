"""Numbers that name something: our case, a support ticket and its link, the person's customer or account number."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.understanding.codes import code_at
from bot.understanding.reading import Fact

_OURS = "DSR|DSAR|SAR|PRIV|PRV|PDR|PR|DPR|DPO|DP|DS|DSA|GDPR|AVG|RGPD|DSGVO|RODO|LGPD|CCPA|ARCO|PRIVACY|CASE|VZ|VW"
_TICKETS = "INC|TKT|TCK|TICKET|SUP|SUPPORT|HD|HELP|HLP|ZD|FD|CS|SD|SR|TT|REQ|RITM|CHG|PRB|SCTASK|MELD|CH|IT|JIRA|ITSM"
# Letters, perhaps a year, a number
_CASE = re.compile(
    rf"(?<![\w/-])(?:(?:{_OURS})[-/](?:[A-Z]{{1,4}}[-/])?\d{{2,8}}(?:[-/]\d{{1,6}}){{0,2}}"
    rf"|\d{{2,4}}/(?:{_OURS})/\d{{2,6}}"
    rf"|(?!(?:INV|FACT?|RE|RG|PO|ORD|SO|CVE|ISO|RFC|Q|K|{_TICKETS})-)[A-Z]{{2,5}}[-/](?:20\d\d|2\d)[-/]\d{{2,6}}"
    rf"|(?<=\[)(?!(?:{_TICKETS})-)[A-Z]{{2,4}}-\d{{4,6}}(?=\]))(?![\w/-]*\w)"
)
# "privacy case 4711", "my request DP-7719", "your number 26-0071"
_CASE_WORD = re.compile(
    r"(?<!\w)(?:(?:privacy|data|gdpr|avg|rgpd|dsgvo|rodo)[ -]?(?:case|request|zaak|verzoek|dossier|anfrage|fall)|"
    r"privacy(?:zaak|verzoek|dossier)|dossier(?:nummer|nr)?|folio|expediente|sprawa|sprawie|sprawy|processo|pratica|"
    r"(?:my|your|our|the|her|his) (?:request|case)|(?:your|uw|jullie|ihre?|votre|vos|vostro|su|vosso|vossa|państwa)"
    r" (?:ref(?:erence)?|r[ée]f(?:[ée]rence)?|number|case|nummer|kenmerk|zeichen|zaak(?:nummer)?|dossier|"
    r"aktenzeichen|vorgangsnummer|rif(?:erimento)?|referencia|referência|numer|znak)|case|zaak|zaaknummer|"
    r"(?:my|mijn|meine?m?|ma|mi|la mia|o meu) (?:verzoek|anfrage|antrag|demande|solicitud|richiesta|pedido))"
    r"\b(?: (?:is|was|ist|war|est|es|è|é|to|nr|no|number|nummer|numéro|número|numero|numer|n[°º]|mit|met|with))?"
    r"[.:,# (]{0,3}",
    re.IGNORECASE,
)
_NOT_OURS = re.compile(
    r"(?:agreement|contract\w*|vertrag\w*|contrat\w*|vacanc\w*|vacature\w*|post of|position|stelle|job|invoice|order|"
    r"factu\w*|rechnung|offerte|quote|angebot|devis)\b[^\n]{0,45}$",
    re.IGNORECASE,
)
# Who keeps a file of their own
_OF_OTHERS = re.compile(
    r"(?:autorit\w*|authority|aufsicht\w*|regulator|ombud\w*|cnil|aepd|garante|uodo|\bico\b|(?-i:\bAP\b)|court|"
    r"rechtbank|gericht\w*|tribunal\w*|sąd\w*|polic\w*|polizei|politie|lawyer|solicitor|attorney|counsel|advocaat|"
    r"anw[aä]lt\w*|avocat\w*|abogad\w*|avvocat\w*|advogad\w*|adwokat\w*|kancelari\w*)\b[^\n]{0,40}$",
    re.IGNORECASE,
)
_LINK = re.compile(r"https?://[^\s<>\"')\]]+")
_TICKET_LINK = re.compile(
    r"https?://[^\s<>\"')\]]*(?:ticket|issue|case|incident|agent/|conversation|browse|zendesk|"
    r"freshdesk|intercom|helpdesk|support)[^\s<>\"')\]]*",
    re.IGNORECASE,
)
_NUMBER = r"(?:no|nr|number|nummer|numer|numéro|número|numero|núm|num|n[°ºr]|id|code|ref)"
_TICKET_WORD = re.compile(
    r"(?<!\w)(?:support[ -]?)?(?:tickets?(?:nummer|-?nr)?|tkt|incident|helpdesk(?:nummer|ticket)?|"
    r"zendesk|freshdesk|melding(?:snummer)?|vorgang|billet|zgłoszeni\w{1,2}|zgloszeni\w{1,2}|"
    r"ti(?:que|que?te|cket)|chamado|segnalazione|caso de soporte|case\s(?:number|no\.?|nr\.?)|sr)"
    rf"(?!\w)\s*(?:(?:{_NUMBER}|bij|in)(?!\w))?[.:#]{{0,3}}\s*",
    re.IGNORECASE,
)
_TICKET_SHAPE = re.compile(
    rf"(?<![\w#&/-])(?:#(?=\d{{4,9}})|(?=(?:{_TICKETS})-?\d{{3,9}}|T-?\d{{5,9}}(?!\w)|T-20\d\d-\d))"
)
# What is handed up or sorted: "Eskalation: 830114", "priority raised: 625001", "reassigning 3-55120".
_HANDED = re.compile(
    r"(?<!\w)(?:escalat\w+|escalad\w+|escalo|escalamos|escalade\w*|eskal\w+|opschal\w*|opgeschaald|priority|"
    r"prioriteit|priorität|priorité|prioridad|priorità|prioridade|priorytet|handover|handing over|over to you|"
    r"re-?assign\w*|übergabe|"
    r"overdracht|transfert|traspaso|passaggio|przekazanie|przekazuj\w+|queue|wachtrij|sla)"
    r"(?:[ :,>→-]{1,3}(?:svp|pls|please|aub|bitte|raised|up|priva\w+|datenschutz|dpo|fg|dsb|iod|verhoogd|erhöht|p\d|"
    r"aan|an|to|à|a|do|of|von|van|for|für|o|de|het|den|le|el|il)){0,3}"
    r"[ :#>–—→-]{0,4}(?=\d{5,8}(?!\w)|\d{1,4}-\d[\d-]{2,8}(?!\w))",
    re.IGNORECASE,
)
# What a line opens with, and sets apart: "HLP-2774: customer asks", "61190 - wants her file"
_OPENS = re.compile(r"\s{0,3}[\[(]?(?=(?:[A-Z]{1,6}-?)?\d[\d-]{3,12}[\])]?\s?(?::|//?|\||–|—|- ))")
_BARE = re.compile(
    r"(?:^|\[|(?<=[\s(])(?:on|op|n[°º]|nr\.?|no\.?|zu|sur|bij|re:?|case(?: number)?:?)\s)"
    r"\s{0,3}(?=\d{6}(?![\w@]|[.,-]\d))",
    re.MULTILINE | re.IGNORECASE,
)
# Numbers of something else: an invoice, an order, a customer, a lawyer's licence, the other side's file.
_NO_TICKET = re.compile(
    r"(?:\bbar|licen[cs]e|registration|kvk|kamer|vat|btw|iban|invoice|factu\w*|rechnung\w*|facture|fattura|"
    r"faktur\w*|order|"
    r"bestel\w*|commande|pedido|ordine|encomenda|zam[oó]wieni\w*|customer|client\w*|klant\w*|kunden?\w*|account|"
    r"konto|"
    r"conto|compte|cuenta|conta|member\w*|badge|employee|personeels?\w*|personal|matricule|po|pin|code|room|"
    r"extension|"
    r"toestel|our ref\w*|ons kenmerk|unser zeichen|aktenzeichen)(?:[ -]?(?:no|nr|n[°º]|number|nummer|numer|"
    r"num[eé]ro|n[uú]mero))?"
    r"[.:# ]{0,3}$",
    re.IGNORECASE,
)
_CUSTOMER = (
    r"(?:customer|cust|client|member(?:ship)?|loyalty|user|subscriber|klant(?:en)?|relatie|lid(?:maatschaps)?|"
    r"debiteur(?:en)?|kunden|kunde|kundin|kd|mitglieds?|cliente|clienta|klienta|klient|abonnee|socio|socia|abonné)"
)
_ACCOUNT = (
    r"(?:(?:customer |client |klant|kunden|benutzer|nutzer)?(?:acct|acc|account|konto|konta|compte|cuenta|conto|conta))"
)
_PERSONS = rf"(?<!\w)(?:{_CUSTOMER}|{_ACCOUNT})"
_IS = r"\s(?:is|ist|est|es|è|é|to|for me|bei ihnen|bij jullie|with you|met|mit)(?!\w)"
_ACCOUNT_WORD = re.compile(
    # "customer no. 4711", "klant met nr 4711", "acc. 4711"
    rf"{_PERSONS}(?:(?:\.?[ -]?account)?[ .-]{{0,2}}(?:{_NUMBER}|kenmerk|reference|member)(?!\w)|(?!\w))\.?"
    rf"(?:{_IS}){{0,2}}(?:\s(?:no|nr|n[°º]|nummer|der nummer)(?!\w)\.?)?\s?[.:#(]{{0,2}}\s{{0,2}}"
    # "numéro de client 4711", "nr klienta 4711"
    r"|(?<!\w)(?:numéro|n°|nº|numero|número|numer|nr|núm)\.?\s?(?:de |di |do |du |da |del )?"
    rf"{_PERSONS}(?!\w)(?:{_IS}(?:\s(?:el|il|o|le)(?!\w))?)?\s?[.:#]{{0,2}}\s{{0,2}}",
    re.IGNORECASE,
)


class References(NamedTuple):
    """The numbers that a text names, each once, so that none is taken for another."""

    case: Fact[str] | None  # of ours, in capitals
    ticket: Fact[str] | None  # without '#'
    account: Fact[str] | None

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where they stand."""
        return tuple(fact.span for fact in self if fact is not None)


def references(text: str) -> References:
    """The case of ours, the support ticket, and the person's customer or account number."""
    worded = _first(_TICKET_WORD, text)
    case = _case(text, worded)
    ticket = worded if not _same(worded, case) else None
    account = next((f for f in _labelled(_ACCOUNT_WORD, text) if not _same(f, case) and not _same(f, ticket)), None)
    return References(case, ticket or _ticket(text, case, account), account)


def case_reference(text: str) -> Fact[str] | None:
    """Our own case number, such as DSR-2026-0042."""
    return references(text).case


def ticket_link(text: str, number: str | None) -> Fact[str] | None:
    """A link to the ticket in the support tool: one that says so, or that holds the ticket's number."""
    if number:
        for match in _LINK.finditer(text):
            if number in match[0]:
                return _fact(text, *match.span(), 0.95)
    link = _TICKET_LINK.search(text)
    return _fact(text, *link.span(), 0.9) if link else None


def _case(text: str, ticket: Fact[str] | None) -> Fact[str] | None:
    """By its shape, unless it is called a ticket or a contract; or by what it is called."""
    for match in _CASE.finditer(text):
        shaped = _fact(text, *match.span(), 0.95)
        called = _overlap(shaped, ticket) and not re.match(_OURS, shaped.value)
        if not called and not _NOT_OURS.search(text[max(0, match.start() - 80) : match.start()]):
            return _upper(shaped)
    for worded in _labelled(_CASE_WORD, text):
        plain = worded.value.replace(" ", "").isdigit() or _TICKET_SHAPE.match(worded.value)
        of_others = _OF_OTHERS.search(text[max(0, worded.span[0] - 80) : worded.span[0]])
        if not plain and not of_others and not _overlap(worded, ticket):
            return _upper(worded)
    return None


def _ticket(text: str, *others: Fact[str] | None) -> Fact[str] | None:
    for pattern, confidence in ((_TICKET_SHAPE, 0.85), (_HANDED, 0.8)):
        for found in _labelled(pattern, text, confidence):
            if not any(_same(found, other) for other in others):
                return found
    if (opens := _OPENS.match(text)) and (span := code_at(text, opens.end())):
        found = _fact(text, *span, 0.7)
        if not any(_same(found, other) for other in others):
            return found
    for match in _BARE.finditer(text):
        if not _NO_TICKET.search(text[max(0, match.end() - 40) : match.end()]):
            return _fact(text, match.end(), match.end() + 6, 0.7)
    return None


def _first(label: re.Pattern[str], text: str) -> Fact[str] | None:
    return next(_labelled(label, text), None)


def _labelled(label: re.Pattern[str], text: str, confidence: float = 0.95) -> Iterator[Fact[str]]:
    """Each number that stands behind a label."""
    for match in label.finditer(text):
        if (span := code_at(text, match.end())) is not None:
            yield _fact(text, *span, confidence)


def _overlap(one: Fact[str] | None, other: Fact[str] | None) -> bool:
    return one is not None and other is not None and one.span[0] < other.span[1] and other.span[0] < one.span[1]


def _same(one: Fact[str] | None, other: Fact[str] | None) -> bool:
    return _overlap(one, other) or (one is not None and other is not None and one.value == other.value)


def _upper(fact: Fact[str]) -> Fact[str]:
    return Fact(fact.value.upper(), fact.quote, fact.span, fact.confidence, fact.reader)


def _fact(text: str, start: int, end: int, confidence: float) -> Fact[str]:
    quote = text[start:end]
    return Fact(quote.lstrip("#").rstrip(".-"), quote, (start, end), confidence, "reference")
