"""The data subject's name: from the header, from "my name is", from a label, a colleague's words, or the sign-off."""

import re
import tomllib
from pathlib import Path

from bot.understanding.reading import Fact, MailReading, Sender, Zone

_PART = r"(?:[A-ZÀ-ÖØ-ÞŁŚŻŹČŠŽ](?:[\w’'`]|-(?=\w))+|[A-Z]\.)"
_LINK = (
    r"(?:van|de|der|den|het|'t|ten|ter|te|von|zu|vom|da|do|dos|das|du|des|di|del|della|dalla|la|le|el|"
    r"y|e|bin|al|af|av|in|op|zum|und|Mc|Mac|ap)"
)
_NAME = re.compile(rf"{_PART}(?:[ ]{{1,2}}(?:{_LINK}[ ]{{1,2}}){{0,3}}{_PART}){{1,4}}")
_ONE = re.compile(_PART)
_CUE = re.compile(
    r"(?:\b(?:my (?:full )?name(?: is|'s)|name(?:'s| is|d)?|i am|i'm|this is|signed|customer|"
    r"client|requester|requestor|consumer|data subject|subject|contact(?: person)?|user|employee|"
    r"candidate|applicant|participant|person|caller|"
    r"on behalf of|represent(?:ing|s)?|behalf|for|from|by|(?:my|our|her|his) (?:client|mother|"
    r"father|mum|mom|dad|son|daughter|husband|wife|partner|brother|sister|aunt|uncle|grandmother|"
    r"grandfather)|"
    r"mijn naam is|naam(?: is)?|ik ben|ik heet|heet|klant|klante|verzoeker|verzoekster|betrokkene|"
    r"deelnem(?:er|ster)|melder|aanvrager|namens|client|cliente|cliënt|cliënte|"
    r"mein name ist|name ist|ich bin|ich heiße|kund(?:e|in)|im namen von|für|herr|frau|betroffene|"
    r"je m'appelle|mon nom est|je suis|client|cliente|nom|au nom de|monsieur|madame|me llamo|mi "
    r"nombre es|soy|nombre|en nombre de|clienta|"
    r"mi chiamo|sono|nome|per conto di|signora?|chamo-me|me chamo|meu nome é|sou|em nome de|"
    r"nazywam się|klient(?:ka)?|pan|pani|imię i nazwisko|w imieniu|"
    r"zoon|zoontje|dochter|dochtertje|moeder|vader|oma|opa|man|vrouw|"
    r"mr|mrs|ms|miss|mx|dr|mevrouw|mevr|mw|meneer|dhr|de heer)\b\.?\s?[:=,]?\s*(?:is )?(?:(?:mr|"
    r"mrs|ms|dr|mevr|mevrouw|dhr|mw|prof)\.? )?[(\"“]?)$",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"^(?:'s\b| (?:would|wants?|asks?|says?|claims?|requests?|writes|wrote|has|is|demands?|"
    r"complains|wishes|objects|called|phoned|insists|moved|withdraws|revokes|reports|no longer|"
    r"does|wil|vraagt|zegt|meldt|verzoekt|eist|heeft|belde|maakt|trekt|gaat|stapt|wenst|klaagt|"
    r"komt|möchte|will|bittet|verlangt|hat|demande|veut|souhaite|pide|quiere|solicita|chiede|"
    r"vuole|pede|quer|prosi|chce)\b| ?[(<])"
)
_NOT_NAMES = frozenset(
    tomllib.loads((Path(__file__).with_name("data") / "names.toml").read_text(encoding="utf-8"))["not_names"].split()
)
_AGENTS = re.compile(
    r"\b(?:law|legal|llp|llc|ltd|gmbh|bv|b\.v|inc|advocaten|advocatuur|solicitors|lawyers|"
    r"partners|agency|abogados|rechtsanw\w+|avocats?|studio legale|associates|rechtsbijstand|"
    r"bewindvoering|unlisted\w*|services|team|desk|group|groep|support|privacy|foundation|"
    r"stichting)\b",
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
        score = _score(text, low, high, start, end, zone)
        value = re.sub(r"['’]s$", "", re.sub(r"\s+", " ", text[low:high]))
        high -= len(text[low:high]) - len(text[low:high].removesuffix("'s").removesuffix("’s"))
        found.append((score, Fact(value, text[low:high], (low, high), min(0.9, 0.5 + score / 10), "name")))
    return found


def _score(text: str, low: int, high: int, start: int, end: int, zone: Zone) -> float:
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
    rf"^\s*(?:[-*•·]|\d{{1,3}}[.)])?\s*(?P<name>{_NAME.pattern})\s*"
    r"[,;:<(|\t –-]+\s*(?P<email>[\w.+-]{1,64}@[\w.-]{3,100}\w)"
)
