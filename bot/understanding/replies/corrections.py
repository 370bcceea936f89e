"""Short replies read before any question: a change of mind and yes or no in English and Dutch, a word of control in all
languages that are read."""

import re
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.understanding.words import fold

_OPENING = re.compile(
    r"^\W*(?:(?:oh|oops|oeps|ah|uh|um|eh|hm+|sorry(?=\s*[,.:;!-])|pardon|excuse me|apologies|my "
    r"mistake|my bad|no+|nee+|wait|wacht(?: even)?|hold on|hang on|actually|"
    r"correction|correctie|rectificatie|i meant?|i mean|"
    r"i wrote(?! (?:to|you|on|in|about|last|an?|him|her|them|twice|again|my)\b)|ik bedoel(?:de)?|bedoelde|"
    r"eigenlijk|toch|moet zijn|should be|should have been|that should be|dat moet zijn|"
    r"make that|scratch that|not that(?=[ ]*[,.;:!-])|typo|typefout|tikfout|"
    r"wrong name|verkeerde naam|verkeerd|fout|wrong|wrong one|foutje|"
    r"let me correct that|i was wrong|change (?:it|that) to|verander (?:het|dat) in|"
    r"it'?s not that|maak daar(?: maar)?|het was|het moest|het moet)(?:[\s,.;:!-]+|$))+"
)
_LEAD = re.compile(
    r"^(?:(?:it'?s|it is|it was|it should be|that'?s|that is|the (?:e-?mail|address|name|date|"
    r"number|ticket)(?: address)? (?:is|was|should be)|his|her|my|make it|het is|'t is|dat is|"
    r"het (?:adres|mailadres|e-mailadres|nummer|ticket) is|de (?:naam|datum) is|is|to|actually|"
    r"eigenlijk|i meant|ik bedoelde?|of)(?:\s+|$))+"
)
_STRONG = re.compile(
    r"(?:no+|oh|ah)\W+wait|nee+\W+wacht|i mean|ik bedoel|actually|correct|should|moet|scratch|make that|"
    r"typo|fout|verkeerd|wrong|sorry|not that|change|verander|oops|oeps|hold on|eigenlijk|mistake|"
    r"bad"
)
_ELSE = re.compile(
    r"^(?P<new>[^\n]{1,80}?),? (?:not|niet|instead of|in plaats van) (?P<old>[^\n]{1,80})$", re.IGNORECASE
)
_LONGEST = 400
_SLIP = 4  # letters of an answer in which a slip is forgiven
_SURE_WORD = 4  # letters from which a slip within a phrase is forgiven


class Correction(NamedTuple):
    """A change of mind: the words that replace what was said, and where they stand in the text."""

    value: str
    start: int
    end: int


class Control(StrEnum):
    """What a whole short message tells the bot to do."""

    CANCEL = "cancel"
    HELP = "help"
    BACK = "back"
    UNDO = "undo"
    STATUS = "status"


def correction(text: str) -> Correction | None:
    """What replaces the earlier answer in "no wait, it's ana@x.example", or None when this is no correction."""
    if len(text) > _LONGEST:
        return None
    folded = fold(text)
    opening = _OPENING.match(folded)
    lead = _LEAD.match(folded[opening.end() :]) if opening else None
    if opening is None or not (lead or _STRONG.search(opening[0])):
        return _contrast(text, folded)
    start = opening.end() + (lead.end() if lead else 0)
    value = text[start:].rstrip().rstrip("!;,").rstrip()
    if value.endswith(".") and not value.endswith(".."):
        value = value[:-1]
    if other := _ELSE.match(value):
        value = other["new"]
    start += len(value) - len(value.lstrip())
    value = value.strip().strip("\"'“”")
    start = text.find(value, max(0, start - 1)) if value else start
    return Correction(value, start, start + len(value)) if value else None


def _contrast(text: str, folded: str) -> Correction | None:
    """ "ana.diaz@x, not ana@x" said as a whole message."""
    if not re.match(r"^(?:it'?s|it is|het is|'t is)\s", folded):
        return None
    lead = _LEAD.match(folded)
    start = lead.end() if lead else 0
    other = _ELSE.match(text[start:].strip().rstrip("."))
    if other is None:
        return None
    value = other["new"].strip()
    start = text.find(value, start)
    return Correction(value, start, start + len(value))


_CONTROLS = {
    Control.CANCEL:
        "cancel|cancel this|cancel that|cancel it|cancel please|please cancel|stop|stop this|quit|"
        "exit|abort|start over|start again|start from scratch|restart|reset|begin again|opnieuw beginnen|begin opnieuw|"
        "opnieuw|overnieuw|von vorne|neu anfangen|noch mal von vorne|recommencer|on recommence|empezar de nuevo|"
        "volver a empezar|ricomincia|ricominciamo|recomecar|comecar de novo|zacznij od nowa|od nowa|"
        "never mind|nevermind|forget it|forget about it|drop it|leave it|scrap that|"
        "annuleer|annuleren|annuleer dit|annuleer maar|laat maar|laat maar zitten|stop maar|stoppen|"
        "stop ermee|afbreken|vergeet het|vergeet maar|hoeft niet meer|niet meer nodig|"
        "abbrechen|abbruch|vergiss es|vergessen sie es|lass es|annuler|annule|annulez|laisse tomber|"
        "laissez tomber|cancelar|cancela|cancelalo|anular|anulalo|dejalo|olvidalo|annulla|annullare|"
        "lascia perdere|lascia stare|anula|esquece|esqueca|deixa estar|anuluj|anulowac|zapomnij|niewazne",
    Control.HELP:
        "help|help me|help please|i need help|what can you do|how does this work|hulp|hulp nodig|"
        "help mij|help even|wat kun je|wat kan je|hoe werkt dit|hoe werkt het|how do i escalate|"
        "how do i escalate a ticket|how can i escalate a ticket|how do i hand over a ticket|how do i open a case|"
        "how do i start|how do i log a request|hoe escaleer ik|hoe open ik een zaak|wie eskaliere ich|"
        "wie eskaliere ich ein ticket|wie funktioniert das|comment ca marche|como funciona|come funziona|"
        "jak to dziala|hilfe|hilf mir|aide|"
        "aidez-moi|aide-moi|ayuda|ayudame|aiuto|aiutami|ajuda|ajuda-me|pomoc|pomocy|pomoz mi|?",
    Control.BACK:
        "back|go back|previous|one back|step back|back please|terug|ga terug|vorige|stap terug|een "
        "stap terug|vorige vraag|previous question|zuruck|einen schritt zuruck|retour|atras|indietro|"
        "torna indietro|voltar|wstecz|wroc",
    Control.UNDO:
        "undo|undo that|undo this|undo it|take that back|revert|ongedaan maken|maak ongedaan|maak "
        "dat ongedaan|ongedaan|herstel|draai terug|terugdraaien|draai dat terug|ruckgangig|"
        "ruckgangig machen|mach das ruckgangig|defaire|deshacer|deshaz|ripristina|desfazer|desfaz|cofnij",
    Control.STATUS:
        "status|my cases|my requests|show status|what is the status|status please|mijn zaken|mijn "
        "verzoeken|toon status|wat is de status|hoe staat het ervoor|stand van zaken|meine falle|"
        "meine anfragen|mes dossiers|mes demandes|mis casos|mis solicitudes|i miei casi|le mie "
        "richieste|os meus casos|os meus pedidos|moje sprawy|moje zgloszenia|"
        "what did you file|what did you file exactly|what exactly did you file|what did you record|what did you note|"
        "what did you open|what's in the case|what is in the case|wat heb je vastgelegd|wat heb je genoteerd|"
        "was hast du erfasst|was hast du notiert|was hast du angelegt|qu'as-tu enregistre|tu as enregistre quoi|"
        "que has registrado|cosa hai registrato|o que registaste|co zapisalas|co zapisales|"
        "can i see what i sent|what did i send|show me what i sent|can i see my cases|can i see my requests|"
        "kan ik zien wat ik heb gestuurd|wat heb ik gestuurd|was habe ich geschickt|qu'ai-je envoye|que he enviado|"
        "cosa ho inviato|o que enviei|co wyslalam|"
        "what cases do i have|which cases do i have|what did i hand over|what have i handed over|welke zaken heb ik|"
        "welche falle habe ich|quels dossiers ai-je|que casos tengo|quali casi ho|que casos tenho|jakie mam sprawy|"
        "did it work|did you get it|is it open|heeft het gewerkt|is het gelukt|hat es geklappt|ca a marche|"
        "ha funcionado|ha funzionato|funcionou|udalo sie",
}  # fmt: skip
_CONTROL_OF = {phrase: control for control, phrases in _CONTROLS.items() for phrase in phrases.split("|")}
_POLITE = re.compile(
    r"^(?:please|pls|ok|okay|oke|hi|hey|hoi|bot|alsjeblieft|aub|graag)[\s,]+|[\s,]+(?:please|pls|"
    r"thanks|thx|aub|a\.u\.b|alsjeblieft|alstublieft|graag|dank je|bedankt|bot)$"
)


def control_word(text: str) -> Control | None:
    """The word of control that a whole short message is, typos forgiven; None for anything longer or else."""
    said = _plain(text, 40)
    if said is None:
        return None
    for candidate in (said, _POLITE.sub("", said)):
        phrase = _nearest(candidate, _CONTROL)
        if phrase is not None:
            return _CONTROL_OF[phrase]
    return None


@dataclass(frozen=True)
class _Phrases:
    every: frozenset[str]
    long: dict[str, list[str]]  # those in which a slip is forgiven, by their first letter, which has to be right


def _phrases(said: str) -> _Phrases:
    every = said.split("|")
    long = defaultdict[str, list[str]](list)
    for phrase in every:
        if len(phrase) >= _SLIP:
            long[phrase[0]].append(phrase)
    return _Phrases(frozenset(every), dict(long))


_CONTROL = _phrases("|".join(_CONTROL_OF))
_YES = _phrases(
    "yes|y|yep|yeah|yup|ya|sure|ok|okay|correct|right|that's right|thats right|that is right|"
    "true|indeed|of course|absolutely|exactly|affirmative|please do|do it|go ahead|yes please|"
    "yes it is|it is|i am|yes i am|they do|j|ja|jawel|jazeker|zeker|klopt|dat klopt|ja klopt|"
    "ja hoor|ja graag|graag|prima|akkoord|oke|goed|inderdaad|juist|uiteraard|natuurlijk|doe maar|"
    "yes correct|yes that's right|helemaal goed"
)
_NO = _phrases(
    "no|n|nope|nah|no thanks|no thank you|not really|wrong|incorrect|that's wrong|that is wrong|"
    "thats wrong|false|negative|don't|do not|not correct|no it isn't|it isn't|i'm not|nee|neen|"
    "nee hoor|nee bedankt|nee dank je|klopt niet|dat klopt niet|niet juist|onjuist|fout|"
    "helemaal niet|zeker niet|liever niet|nee dat klopt niet|absolutely not|of course not|not at all|"
    "never|nooit"
)


def yes_or_no(text: str) -> bool | None:
    """True for yes, False for no, None for anything else. A first word with more behind it counts when it is plain."""
    said = _plain(text, 60)
    if said is None:
        return None
    if said in _YES.every or said in _NO.every:
        return said in _YES.every
    first, _, rest = said.partition(" ")
    first = first.rstrip(",")
    if rest and first in ("yes", "yep", "yeah", "ja", "jazeker", "jawel"):
        return None if re.search(r"\b(?:but|maar|no|nee|not|niet)\b", rest) else True
    if rest and first in ("no", "nope", "nee", "neen"):
        return None if re.search(r"\b(?:wait|wacht|but|maar|yes|ja|it's|actually|eigenlijk)\b|@|\d", rest) else False
    near_yes, near_no = _nearest(said, _YES), _nearest(said, _NO)
    if (near_yes is None) == (near_no is None):
        return None
    return near_yes is not None


def _plain(text: str, longest: int) -> str | None:
    if len(text) > 3 * longest:
        return None
    said = re.sub(r"\s+", " ", fold(text)).strip().strip(".!,;:\"'()/ ")
    said = said.rstrip("?").rstrip() or said
    return said if 0 < len(said) <= longest else None


def _nearest(said: str, phrases: _Phrases) -> str | None:
    if said in phrases.every:
        return said
    if len(said) < _SLIP:
        return None
    found = process.extractOne(
        said, phrases.long.get(said[0], ()), scorer=OSA.distance, score_cutoff=1 if len(said) < 9 else 2
    )
    if found is None:
        return None
    return str(found[0]) if _same_short_words(said, str(found[0])) else None


def _same_short_words(said: str, phrase: str) -> bool:
    """Whether no short word is another one: "forget me" is no slip of "forget it"."""
    pairs = list(zip(said.split(), phrase.split(), strict=False))
    whole = len(said.split()) == len(phrase.split())
    return not whole or all(one == other for one, other in pairs if len(pairs) > 1 and len(other) < _SURE_WORD)
