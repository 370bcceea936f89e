"""The data subject's name: from the header, from "my name is", from a label, a colleague's words, or the sign-off."""

import re

from bot.understanding.reading import Fact, MailReading, Sender, Zone

_PART = r"(?:[A-ZÀ-ÖØ-ÞŁŚŻŹČŠŽ](?:[\w’'`]|-(?=\w))+|[A-Z]\.)"
_LINK = r"(?:van|de|der|den|het|'t|ten|ter|te|von|zu|vom|da|do|dos|das|du|des|di|del|della|dalla|la|le|el|y|e|bin|al|af|av|in|op|zum|und|Mc|Mac|ap)"
_NAME = re.compile(rf"{_PART}(?:[ ]{{1,2}}(?:{_LINK}[ ]{{1,2}}){{0,3}}{_PART}){{1,4}}")
_ONE = re.compile(_PART)
_CUE = re.compile(
    r"(?:\b(?:my (?:full )?name(?: is|'s)|name(?:'s| is|d)?|i am|i'm|this is|signed|customer|client|requester|requestor|consumer|data subject|subject|contact(?: person)?|user|employee|candidate|applicant|participant|person|caller|"
    r"on behalf of|represent(?:ing|s)?|behalf|for|from|by|(?:my|our|her|his) (?:client|mother|father|mum|mom|dad|son|daughter|husband|wife|partner|brother|sister|aunt|uncle|grandmother|grandfather)|"
    r"mijn naam is|naam(?: is)?|ik ben|ik heet|heet|klant|klante|verzoeker|verzoekster|betrokkene|deelnem(?:er|ster)|melder|aanvrager|namens|client|cliente|cliënt|cliënte|"
    r"mein name ist|name ist|ich bin|ich heiße|kund(?:e|in)|im namen von|für|herr|frau|betroffene|"
    r"je m'appelle|mon nom est|je suis|client|cliente|nom|au nom de|monsieur|madame|me llamo|mi nombre es|soy|nombre|en nombre de|clienta|"
    r"mi chiamo|sono|nome|per conto di|signora?|chamo-me|me chamo|meu nome é|sou|em nome de|nazywam się|klient(?:ka)?|pan|pani|imię i nazwisko|w imieniu|"
    r"zoon|zoontje|dochter|dochtertje|moeder|vader|oma|opa|man|vrouw|"
    r"mr|mrs|ms|miss|mx|dr|mevrouw|mevr|mw|meneer|dhr|de heer)\b\.?\s?[:=,]?\s*(?:is )?(?:(?:mr|mrs|ms|dr|mevr|mevrouw|dhr|mw|prof)\.? )?[(\"“]?)$",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"^(?:'s\b| (?:would|wants?|asks?|says?|claims?|requests?|writes|wrote|has|is|demands?|complains|wishes|objects|called|phoned|insists|moved|withdraws|revokes|reports|no longer|does|wil|vraagt|zegt|meldt|verzoekt|eist|heeft|belde|maakt|trekt|gaat|stapt|wenst|klaagt|komt|möchte|will|bittet|verlangt|hat|demande|veut|souhaite|pide|quiere|solicita|chiede|vuole|pede|quer|prosi|chce)\b| ?[(<])"
)
_NOT_NAMES = frozenset(
    ["dear", "hello", "hi", "hey", "hallo", "hoi", "beste", "geachte", "bonjour", "hola", "ciao", "liebe", "lieber", "sehr", "guten", "dzien", "szanowni", "kind", "best", "warm", "regards", "groet", "groeten", "vriendelijke", "met", "mit", "freundlichen", "gruessen", "yours", "thanks", "thank", "privacy", "data", "protection", "officer", "team", "support", "desk", "customer", "success", "marketing", "sales", "legal", "compliance", "service", "services", "department", "company", "subject", "from", "to", "date", "sent", "re", "fwd", "fw", "ticket", "agent", "note", "priority", "gdpr", "avg", "ccpa", "cpra", "dsgvo", "rgpd", "uk", "eu", "us", "usa", "ico", "ap", "cnil", "article", "art", "artikel", "section", "regulation", "general", "act", "california", "consumer", "european", "union", "council", "directive", "civil", "code", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "montag", "dienstag", "northloop", "google", "facebook", "instagram", "linkedin", "whatsapp", "slack", "teams", "outlook", "excel", "wordpress", "zoom", "chrome", "apple", "microsoft", "salesforce", "hubspot", "mailchimp", "zendesk", "jira", "confluence", "please", "the", "a", "an", "this", "that", "i", "we", "you", "he", "she", "it", "they", "my", "our", "your", "if", "when", "what", "who", "why", "how", "where", "can", "could", "would", "will", "do", "does", "did", "is", "are", "was", "and", "or", "but", "not", "no", "yes", "ok", "for", "on", "in", "at", "by", "with", "of", "all", "de", "het", "een", "en", "of", "ik", "wij", "we", "u", "je", "jij", "jullie", "dit", "dat", "deze", "die", "als", "wanneer", "wat", "wie", "waarom", "hoe", "waar", "kan", "kunnen", "wil", "graag", "niet", "geen", "ja", "nee", "voor", "van", "naar", "op", "mijn", "onze", "uw", "jouw", "er", "is", "zijn", "was", "heeft", "hij", "zij", "ze", "der", "die", "das", "ein", "eine", "und", "oder", "ich", "wir", "sie", "ihr", "mein", "bitte", "wenn", "was", "wer", "wie", "le", "la", "les", "un", "une", "et", "ou", "je", "nous", "vous", "il", "elle", "mon", "ma", "el", "los", "las", "yo", "mi", "il", "lo", "gli", "una", "io", "mio", "o", "os", "um", "uma", "eu", "meu", "new", "old", "street", "straat", "road", "avenue", "ave", "lane", "court", "square", "platform", "portal", "newsletter", "webinar", "website", "account", "status", "update", "request", "right", "rights", "access", "erasure", "deletion", "rectification", "betreff", "onderwerp", "objet", "asunto", "oggetto", "assunto", "temat", "van", "aan", "von", "an", "forwarded", "message", "original", "doorgestuurd", "bericht", "begin"]
)
_AGENTS = re.compile(
    r"\b(?:law|legal|llp|llc|ltd|gmbh|bv|b\.v|inc|advocaten|advocatuur|solicitors|lawyers|partners|agency|abogados|rechtsanw\w+|avocats?|studio legale|associates|rechtsbijstand|bewindvoering|unlisted\w*|services|team|desk|group|groep|support|privacy|foundation|stichting)\b",
    re.IGNORECASE,
)


def name_of(mail: MailReading, *, representative: bool) -> Fact[str] | None:
    """The fullest form, without title; never the agent's or the colleague's."""
    header = _header_name(mail)
    forwarded = header is not None
    best: tuple[float, int, Fact[str]] | None = None
    for zone in (Zone.BODY, Zone.SIGNATURE, Zone.NOTE):
        for span in mail.zones:
            if span.zone is zone:
                for score, fact in _candidates(mail.text, span.start, min(span.end, span.start + 20_000), zone):
                    if zone is Zone.NOTE and forwarded:
                        continue
                    if representative and _is_sender(fact.value, header):
                        continue
                    if best is None or score > best[0]:
                        best = (score, -fact.span[0], fact)
    if header is not None and not representative:
        if best is not None and _fuller(best[2].value, header.value):
            return best[2]
        return header
    return best[2] if best is not None and best[0] >= 1.0 else None


def _header_name(mail: MailReading) -> Fact[str] | None:
    sender = mail.sender
    if sender is None or not sender.value.name or _AGENTS.search(sender.value.name) or "@" in sender.value.name:
        return None
    name = re.sub(r"\s*\([^)]*\)|^(?:Mr|Mrs|Ms|Dr|Prof|Mevr|Dhr)\.? ", "", sender.value.name).strip(" \"'")
    if re.fullmatch(r"[\w'’-]+, [^\d,]+", name):
        last, first = name.split(", ", 1)
        name = f"{first} {last}"
    return Fact(name, sender.quote, sender.span, 0.9, "header") if name else None


def _candidates(text: str, start: int, end: int, zone: Zone) -> list[tuple[float, Fact[str]]]:
    found: list[tuple[float, Fact[str]]] = []
    lines_after = text.count("\n", start, end)
    for match in _NAME.finditer(text, start, end):
        low, high = match.span()
        parts = [(p.start(), p.end()) for p in _ONE.finditer(text, low, high)]
        while len(parts) > 1 and text[parts[0][0] : parts[0][1]].lower().rstrip(".") in _NOT_NAMES | {
            "mr",
            "mrs",
            "ms",
            "dr",
            "mevrouw",
            "mevr",
            "dhr",
            "mw",
            "meneer",
            "herr",
            "frau",
            "madame",
            "monsieur",
            "mme",
            "sig",
            "pan",
            "pani",
            "klant",
            "customer",
            "client",
            "contact",
            "requester",
            "name",
            "naam",
            "user",
            "consumer",
            "caller",
            "heer",
        }:
            parts = parts[1:]
        low = parts[0][0]
        words = text[low:high].lower().split()
        if (
            len(parts) < 2
            or any(
                w.strip(".,'’") in _NOT_NAMES
                and w
                not in ("van", "de", "der", "den", "la", "le", "di", "da", "do", "dos", "y", "e", "het", "von", "o")
                for w in words
            )
            or _AGENTS.search(text[low:high])
        ):
            continue
        score = _score(text, low, high, start, end, zone, lines_after)
        value = re.sub(r"['’]s$", "", re.sub(r"\s+", " ", text[low:high]))
        high -= len(text[low:high]) - len(text[low:high].removesuffix("'s").removesuffix("’s"))
        found.append((score, Fact(value, text[low:high], (low, high), min(0.9, 0.5 + score / 10), "name")))
    return found


def _score(text: str, low: int, high: int, start: int, end: int, zone: Zone, lines: int) -> float:
    before = text[max(start, low - 50) : low]
    after = text[high : min(end, high + 60)]
    line_start = text.rfind("\n", start, low) + 1 or start
    stop = text.find("\n", high, end)
    line = text[line_start : stop if stop != -1 else end].strip()
    score = 1.0
    if _CUE.search(before):
        score += 3.0
    if _SAID.match(after):
        score += 1.5
    if re.match(r"[^\n@]{0,12}[\w.+-]+@", after):
        score += 2.0
    alone = len(line) - (high - low) <= 3 or line.startswith(("–", "-", "—", "/"))
    tail = text[high:end].strip()
    if alone and len(tail) < 160:
        score += 3.0 if zone is not Zone.NOTE else 0.5
    elif len(tail) < 90 and re.search(r"[.!?–—,/-]\s{1,3}$", before):
        score += 2.0  # an inline sign-off: "... please. – Ann Tolliver"
    if re.match(
        r"\s*(?:dear|hi|hello|beste|hoi|geachte|cher|chère|hola|ciao|liebe\w*|sehr)\b[^\n,.]{0,14}$",
        text[line_start:low],
        re.IGNORECASE,
    ):
        score -= 4.0
    return score


def _is_sender(name: str, header: Fact[str] | None) -> bool:
    return header is not None and name.split()[-1].lower() in header.value.lower()


def _fuller(name: str, known: str) -> bool:
    """True when the name is a longer form of the known one, or the known one has no second part."""
    if len(name) <= len(known):
        return False
    return set(known.lower().split()) <= set(name.lower().split())


def persons_of(mail: MailReading) -> tuple[Sender, ...]:
    """Two or more people in one mail: an agent's list of "Name <address>", "Name, address" lines; else empty."""
    found: dict[str, Sender] = {}
    for span in mail.zones:
        if span.zone not in (Zone.BODY, Zone.NOTE):
            continue
        for line in mail.text[span.start : min(span.end, span.start + 20_000)].splitlines():
            match = _LISTED.match(line)
            if match and not any(w.lower() in _NOT_NAMES for w in match["name"].split()[:1]):
                found.setdefault(match["email"].lower(), Sender(match["name"].strip(), match["email"].lower()))
    return tuple(found.values()) if len(found) > 1 else ()


_LISTED = re.compile(
    rf"^\s*(?:[-*•·]|\d{{1,3}}[.)])?\s*(?P<name>{_NAME.pattern})\s*[,;:<(|\t –-]+\s*(?P<email>[\w.+-]{{1,64}}@[\w.-]{{3,100}}\w)"
)
