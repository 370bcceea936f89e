"""Numbers that name something: our case, a support ticket and its link, the person's customer or account number."""

import re

from bot.understanding.reading import Fact

_CASE = re.compile(
    r"(?<![\w-])(?:(?:DSR|DSAR|SAR|PRIV|PRV|PDR|DPR|GDPR|AVG|RGPD|DSGVO|RODO|CCPA|PRIVACY|DPO|"
    r"CASE)[-/](?:[A-Z]{1,4}[-/])?\d{2,8}(?:[-/]\d{1,6}){0,2}"
    r"|(?!(?:INV|FACT?|RE|RG|PO|ORD|SO|CVE|ISO|RFC|INC|TKT|Q|K)-)[A-Z]{2,5}[-/](?:20\d\d|2\d)[-/]\d{2,6}"
    r"|(?<=\[)[A-Z]{2,4}-\d{4,6}(?=\]))(?![\w-])"
)
_LINK = re.compile(r"https?://[^\s<>\"')\]]+")
_TICKET_LINK = re.compile(
    r"https?://[^\s<>\"')\]]*(?:ticket|issue|case|incident|agent/|conversation|browse|zendesk|"
    r"freshdesk|intercom|helpdesk|support)[^\s<>\"')\]]*",
    re.IGNORECASE,
)
_TICKET_WORD = re.compile(
    r"(?<!\w)(?:support[ -]?)?(?:tickets?(?:nummer|-?nr)?|tkt|incident|helpdesk(?:nummer|ticket)?|"
    r"zendesk|freshdesk|melding(?:snummer)?|vorgang|billet|zgłoszeni\w{1,2}|zgloszeni\w{1,2}|"
    r"tique?te?|chamado|segnalazione|caso de soporte|case\s(?:number|no\.?|nr\.?)|sr)"
    r"\s*(?:no\.?|nr\.?|number|nummer|numer|numéro|número|numero|id|n[°º]|bij|"
    r"in)?\s*[:.#]{0,2}\s*((?:[A-Z]{2,6}-)?#?\d{4,9}|[A-Z]{2,6}-\d{2,8})(?![\w@])",
    re.IGNORECASE,
)
_TICKET_SHAPE = re.compile(
    r"(?<![\w#&/-])(?:#(\d{4,9})|((?:INC|TKT|TCK|TICKET|SUP|SUPPORT|HD|HELP|ZD|FD|CS|SD|SR|TT|REQ|RITM|CHG|PRB|"
    r"SCTASK|MELD)-?\d{3,9}))(?![\w@])"
)
# What is handed up or sorted: "Eskalation: 830114", "priority raised: 625001".
_HANDED = re.compile(
    r"(?<!\w)(?:escalat\w+|escalad\w+|escalo|escalamos|escalade\w*|eskal\w+|opschal\w*|opgeschaald|priority|"
    r"prioriteit|priorität|priorité|prioridad|priorità|prioridade|priorytet|handover|handing over|over to you|"
    r"übergabe|"
    r"overdracht|transfert|traspaso|passaggio|przekazanie|przekazuj\w+|queue|wachtrij|sla)"
    r"(?:[ :,>→-]{1,3}(?:svp|pls|please|aub|bitte|raised|up|priva\w+|datenschutz|dpo|fg|dsb|iod|verhoogd|erhöht|p\d|"
    r"aan|an|to|à|a|do|of|von|van|for|für)){0,3}"
    r"[ :#>–—→-]{0,4}(\d{5,8})(?![\w@]|[.,-]\d)",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?:^|\[|(?<=[\s(])(?:on|op|n[°º]|nr\.?|no\.?|zu|sur|bij|re:?|case(?: number)?:?)\s)"
    r"\s{0,3}(\d{6})(?![\w@]|[.,-]\d)",
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
_ACCOUNT = re.compile(
    r"(?<!\w)(?:(?:customer|client|account|member(?:ship)?|user|subscriber|klant(?:en)?|relatie|"
    r"lid(?:maatschaps)?|debiteur(?:en)?|kunden|konto|mitglieds?|kundennr|client[e]?|compte|"
    r"cuenta|conto|conta|klienta|konta|abonnee|cliente|socio|abonné)"
    r"[\s-]*(?:account\s*)?(?:no\.?|nr\.?|number|nummer|numer|numéro|número|numero|id|code|"
    r"kenmerk|ref(?:erence)?)|(?:numéro|n°|nº|numero|número|numer|nr|núm\.?)\s*(?:de|di|do|"
    r"du)?\s*(?:client[e]?|compte|cuenta|conto|conta|klienta|konta|socio|abonné)|(?:klant|"
    r"customer|client|account|kunde|cliente)(?=\s*[:#]?\s*(?:[A-Z]{1,4}-?)?\d{3}))"
    r"\s*(?:is|ist|est|es|è|é|"
    r"to)?\s*[:.#]{0,2}\s*((?:[A-Z]{1,5}[-.]?)?\d[\d.-]{2,14}(?:[-/][A-Z0-9]{1,6})?)(?![\w@])",
    re.IGNORECASE,
)


_ACCOUNT_BARE = re.compile(
    r"(?<!\w)(?:acct|account|kundenkonto|benutzerkonto|nutzerkonto|konto|konta|debiteur|kunde|klantaccount|compte|"
    r"cuenta|"
    r"conto|conta)\.?(?:\s(?:no|nr|n[°º]|met nummer|mit der nummer|number))?\.?\s?[:#]?\s{0,2}"
    r"((?=[A-Z0-9-]{0,30}\d{3})[A-Z0-9]{1,8}(?:-[A-Z0-9]{1,8}){0,3})(?![\w@])",
    re.IGNORECASE,
)


def case_reference(text: str) -> Fact[str] | None:
    """Our own case number, such as DSR-2026-0042."""
    return _fact(_CASE.search(text), 0, 0.95, upper=True)


def ticket(text: str) -> Fact[str] | None:
    """The support ticket, without '#'."""
    for match in _TICKET_WORD.finditer(text):
        if not _CASE.fullmatch(match[1]):
            return _fact(match, 1, 0.95)
    shape = _TICKET_SHAPE.search(text)
    if shape is not None:
        return _fact(shape, 1 if shape[1] else 2, 0.85)
    handed = _HANDED.search(text)
    if handed is not None:
        return _fact(handed, 1, 0.8)
    for match in _BARE.finditer(text):
        if not _NO_TICKET.search(text[max(0, match.start(1) - 40) : match.start(1)]):
            return _fact(match, 1, 0.7)
    return None


def ticket_link(text: str, number: str | None) -> Fact[str] | None:
    """A link to the ticket in the support tool: one that says so, or that holds the ticket's number."""
    if number:
        for match in _LINK.finditer(text):
            if number in match[0]:
                return _fact(match, 0, 0.95)
    return _fact(_TICKET_LINK.search(text), 0, 0.9)


def account_id(text: str) -> Fact[str] | None:
    """The person's customer or account number."""
    return _fact(_ACCOUNT.search(text) or _ACCOUNT_BARE.search(text), 1, 0.9)


def _fact(match: re.Match[str] | None, group: int, confidence: float, *, upper: bool = False) -> Fact[str] | None:
    if match is None:
        return None
    quote = match[group]
    value = quote.lstrip("#").rstrip(".-")
    return Fact(value.upper() if upper else value, quote, match.span(group), confidence, "reference")
