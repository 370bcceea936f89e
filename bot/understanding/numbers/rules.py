"""What a number is by plain rules.

By what it is called (`called.py`), else by its letters (INC-4711, DSR-2026-0042), else by where it stands ("escalating
4711000", or what a message opens with).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.understanding.numbers.called import Called, is_called, is_of_letterhead
from bot.understanding.numbers.codes import TICKETS, Code
from bot.understanding.numbers.dialogues import is_account_asked, is_answered
from bot.understanding.numbers.handles import is_login
from bot.understanding.numbers.meanings import Meaning
from bot.understanding.numbers.opening import is_set_apart, opens_note
from bot.understanding.where.gazetteer import gazetteer
from bot.understanding.where.places import is_place
from bot.understanding.who.phone_forms import is_formed
from bot.understanding.wordlists import has_any, holds, word_lists
from bot.understanding.words import fold, fold_text

# Letters of cases of ours, whatever the number is called ...
_SURELY_OURS = frozenset(
    (*("DSR", "DSAR", "SAR", "PRIV", "PRV", "PDR", "PRYW", "GDPR", "AVG", "RGPD", "DSGVO", "RODO", "LGPD", "CCPA"),
     *("ARCO", "LOPD", "PRIVACY", "RTBF"))
)  # fmt: skip
# ... and those that stand for other things, too
_PERHAPS_OURS = frozenset(
    ("PR", "DPR", "DPO", "DP", "DS", "DSA", "PD", "DSB", "IOD", "EPD", "FG", "VZ", "VW", "DEL", "GDP", "GD")
)
_DAY = re.compile(r"\d{1,2}/\d{1,2}")  # "abonnement au 31/12"
_SIZES = range(4, 10)  # digits of "#4711"
_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"[A-Z]+")
_APART = re.compile(r"[A-Z]+(?=[-/._ ]\d|[-/_][A-Z])|(?<=\d[-/_])[A-Z]+")  # "DSR-4711", "2026/DP/0047"
# "Az. 14/26": a file by its number in a year
_OF_YEAR = re.compile(
    r"(?<!\w)(?:az|aktenzeichen|gz|expediente|expte|pratica|fascicolo|sygn|znak)[.:]?(?: [^\W\d_]{1,10}){0,2} "
    r"\d{1,4}/(?:20)?2\d(?! (?:der|des|vom|de la|del|della|of)\b)",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"20\d\d[-/][A-Z]+[-/]\d+|[A-Z]+[-/]20\d\d[-/]\d+")  # a case of ours, even behind "pedido"
# "T-4711", and TOPdesk's "M2611 041": year and month stand in it
_T = re.compile(r"T-?\d{4,9}|T-20\d\d-\d+(?:-[A-Z])?|[IMTW]2\d(?:0[1-9]|1[0-2]) \d{3,4}")
_OF_ITSELF = re.compile(r"[A-Z]{2,7}(?:-?\d{1,9}){1,3}|\d{2,4}-[A-Z]{2,7}-\d{2,9}")
_THEIR_SIDE = re.compile(r"\bn/\s?r[a-z]{1,8}\W{0,4}$")  # "N/réf."
_NEAR = 3  # words before a number
_YOURS = 4  # words before a number that call it ours: "your reference"
_AGENT = 2_000  # characters around a number in which a service says for whom it writes
_CONTEXT = 90  # characters around a number that tell whether it is a case of ours
# What is handed up or sorted: "Eskalation: 830114", "priority raised: 625001", "reassigning 3-55120".
_HANDED = re.compile(
    r"(?<!\w)(?:escalat\w+|escalad\w+|escalo|escalamos|escalade\w*|eskal\w+|opschal\w*|opgeschaald|priority|"
    r"prioriteit|priorität|priorité|prioridad|priorità|prioridade|priorytet|handover|handing over|over to you|"
    r"re-?assign\w*|passing|moving|handing|transferring|übergabe|elevo|übernehm\w*|"
    r"overdracht|transfert|traspaso|passaggio|przekazanie|przekazuj\w+|queue|wachtrij|sla)"
    r"(?:[ :,>→-]{1,3}(?:svp|pls|please|aub|bitte|raised|up|priva\w+|datenschutz|dpo|fg|dsb|iod|verhoogd|erhöht|p\d|"
    r"aan|an|to|à|a|do|of|von|van|for|für|o|de|het|den|le|el|il)){0,3}"
    r"[ :#>–—→-]{0,4}$",
    re.IGNORECASE,
)
_HANDED_SHAPE = re.compile(r"\d{5,8}|\d{1,4}(?:-\d{1,8}){1,2}")
# "case 612300": six digits, as most ticket systems count
_BARE = re.compile(r"(?:^|\n|\[|[\s(](?:on|op|n[°º]|nr\.?|no\.?|zu|sur|bij|re:?)\s)\s{0,3}$", re.IGNORECASE)
_BARE_SIZE = 6
# "The client of 55901": who waits in that ticket; their own number stands right behind the word, or behind "no."
_OF_CLIENT = 2  # how surely
_CLIENT_OF = re.compile(
    r"(?<!\w)(?:customer|client|caller|user|klant|kund|kunde|kundin|beller|anrufer|anruferin|cliente?|clienta|klient|"
    r"klientka|usuari[oa]|utente|utilizador) (?:of|on|in|van|uit|bij|von|zu|aus|du|del|de|do|della?|da|ze?|od) #?$",
    re.IGNORECASE,
)
# What may be the name of a town behind a number, and numbers that only towns have: of Poland, Portugal, Brazil
_TOWN = re.compile(r" (?:[A-Z]{2} )?([^\W\d_a-zß-ÿ][\w'’-]{1,30}(?: [^\W\d_][\w'’-]{1,30}){0,2})")
_TOWN_ENDS = re.compile(r"[ ]?(?:[,.;:|()\n]|$)")
_OF_TOWN = re.compile(r"\d\d-\d{3}|\d{4,5}-\d{3}")
_REACH = 60  # characters before a number


class Rule(NamedTuple):
    """What a number is, and how surely: 0 most. `firm`: the model doesn't stop it."""

    meaning: Meaning
    rank: int
    firm: bool = False


def ruled(text: str, code: Code) -> Rule | None:
    """What the rules make of a number; None where they say nothing."""
    kind = code.kind
    if has_digits(code):
        if (rank := _as_case(text, code)) is not None:
            return Rule(Meaning.CASE, rank)
        if (rank := _as_ticket(text, code)) is not None:
            return Rule(Meaning.TICKET, rank)
        if kind in (None, Called.PERSON) and _is_of_client(text, code):
            if is_of_clients_town(text, code):
                return None
            if _HANDED_SHAPE.fullmatch(code.value):
                return Rule(Meaning.TICKET, _OF_CLIENT, firm=True)
    if is_answered(text, code):
        return None
    if kind in (Called.PERSON, Called.HELD) and not (code.small and ("." in code.value or _DAY.fullmatch(code.value))):
        return Rule(Meaning.ACCOUNT, int(kind is Called.HELD))
    if kind is None and has_digits(code) and not code.small and is_account_asked(text, code):
        return Rule(Meaning.ACCOUNT, 1)
    return Rule(Meaning.ACCOUNT, 0) if code.handle and is_login(text, code.start) else None


def has_digits(code: Code) -> bool:
    """Whether it is a number at all; a user name such as "@dpo-team" may be without digits."""
    return any(map(str.isdigit, code.value))


def told_beside(text: str, code: Code) -> Iterator[str]:
    """What else the text says of a number, for `meanings`."""
    letters = set(_LETTERS.findall(code.value.upper()))
    if letters & _SURELY_OURS:
        yield "ours"
    if letters & _PERHAPS_OURS:
        yield "perhaps-ours"
    if letters & TICKETS:
        yield "tickets"
    if is_formed(code.value):
        yield "phone"
    if is_answered(text, code):
        yield "answered"
    if any(is_called(word, "initials") for word in letters):
        yield "initials"
    if _told_private(text, code):
        yield "privacy"
    yield from _of_desk(text, code)
    if of_others(text, code):
        yield "others"
    if _HANDED.search(text, max(0, code.start - _REACH), code.start):
        yield "handed"
    if is_set_apart(text, code):
        yield "apart"
    if _is_bare(text, code):
        yield "bare"
    if text.count(code.value) > 1:
        yield "again"


def _as_case(text: str, code: Code) -> int | None:
    """How surely a number is that of a case of ours, 0 most; None: it is none."""
    kind = code.kind
    letters = _apart(code)
    if letters & _SURELY_OURS and (kind is not Called.OTHER or _WHOLE.fullmatch(code.value.upper())):
        return 0
    if letters & _PERHAPS_OURS and kind is Called.TICKET and _told_private(text, code):
        return 1
    if kind not in (None, Called.CASE, Called.FILE) or letters & TICKETS:
        return None
    if letters & _PERHAPS_OURS:
        before = _WORD.findall(fold(text[max(0, code.start - _CONTEXT) : code.start]))
        return 1 if kind is None or not (_of_agent(text, code, before) or _of_authority(before)) else None
    if (
        kind not in (Called.CASE, Called.FILE)
        or (code.small and not _is_of_year(text, code))
        or code.value.replace(" ", "").isdigit()
        or of_others(text, code)
    ):
        return None
    return 2 if _told_private(text, code) else None


def _apart(code: Code) -> set[str]:
    """The letters of a number that are set apart from its digits."""
    return set(_APART.findall(code.value.upper()))


def _is_of_year(text: str, code: Code) -> bool:
    found = _OF_YEAR.search(text, max(0, code.start - _REACH))
    return found is not None and found.end() == code.end


def _as_ticket(text: str, code: Code) -> int | None:
    """The same of a support ticket."""
    kind = code.kind
    if kind is Called.TICKET:  # "Vorgang DS-1433" is told by the model
        return None if _apart(code) & _PERHAPS_OURS else 0
    if kind not in (None, Called.CASE):
        return None
    before = text[max(0, code.start - _REACH) : code.start]
    shaped = set(_LETTERS.findall(code.value)) & TICKETS and _OF_ITSELF.fullmatch(code.value)
    if (
        shaped
        or _T.fullmatch(code.value)
        or (code.hashed and sum(map(str.isdigit, code.value)) in _SIZES and not code.value[0].islower())
    ):
        return 1
    if kind is Called.CASE and not code.small:
        return 2 if not of_others(text, code) else None
    if _HANDED.search(before) and _HANDED_SHAPE.fullmatch(code.value):
        return 2
    if opens_note(text, code):
        return 3
    return 4 if _is_bare(text, code) else None


def _is_of_client(text: str, code: Code) -> bool:
    return _CLIENT_OF.search(text, max(0, code.start - _REACH), code.start) is not None


def is_of_town(text: str, code: Code) -> bool:
    """Whether it is surely a town's: "10115 Berlin", "31-042 Krakowa"."""
    town = _TOWN.match(text, code.end)
    return town is not None and (_OF_TOWN.fullmatch(code.value) is not None or any(map(is_place, _begun(town[1]))))


def is_of_clients_town(text: str, code: Code) -> bool:
    """Whether a client comes from a town that it is of, and that may be a name, too: "client de 75011 Paris"."""
    return _is_of_client(text, code) and (is_of_town(text, code) or _known_town(text, code) is not None)


def stands_before_town(text: str, code: Code) -> bool:
    """Whether it is a town's, or what stands behind it up to a comma is a place, and perhaps a name: "75001 Paris,"."""
    town = _known_town(text, code)
    return is_of_town(text, code) or (town is not None and _TOWN_ENDS.match(text, code.end + 1 + len(town)) is not None)


def _known_town(text: str, code: Code) -> str | None:
    """The first words behind it that are a place."""
    town = _TOWN.match(text, code.end)
    known = gazetteer().meanings
    return next((name for name in _begun(town[1]) if name in known), None) if town is not None else None


def _begun(words: str) -> Iterator[str]:
    """The first of the words, the first two ..."""
    each = words.split(" ")
    return (" ".join(each[:count]) for count in range(1, len(each) + 1))


def may_be_handed_up(code: Code) -> bool:
    """Whether it has the form of a ticket's number and is called nothing else."""
    return code.kind in (None, Called.CASE, Called.TICKET) and _HANDED_SHAPE.fullmatch(code.value) is not None


def _is_bare(text: str, code: Code) -> bool:
    """Whether it opens a line, or stands behind no more than a small word, and has as many digits as most tickets."""
    before = text[max(0, code.start - _REACH) : code.start]
    return code.value.isdigit() and len(code.value) == _BARE_SIZE and _BARE.search(before) is not None


def _of_desk(text: str, code: Code) -> Iterator[str]:
    """Whether the line of a number speaks of a privacy case, and whether it does so just before it."""
    line = text.rfind("\n", 0, code.start) + 1
    before = _WORD.findall(text[max(line, code.start - _CONTEXT) : code.start])
    behind = _WORD.findall(text[code.end : code.end + _CONTEXT].partition("\n")[0])
    if any(is_called(word, "desk") for word in before[-_NEAR:]):
        yield "desk-near"
        yield "desk"
    elif any(is_called(word, "desk") for word in (*before, *behind)):
        yield "desk"


def of_others(text: str, code: Code) -> bool:
    """Whether an authority, a lawyer or the other side keeps it: "our ref", "the court's file"."""
    before = fold(text[max(0, code.start - _CONTEXT) : code.start])
    words = _WORD.findall(before)
    if _THEIR_SIDE.search(before):
        return True
    if (
        _of_authority(words)
        or any(is_called(word, "strangers") for word in words[-6:])
        or any(is_called(w, "theirs") for w in words[-3:])
    ):
        return True
    if code.kind in (None, Called.CASE, Called.FILE) and is_of_letterhead(text, code.start):
        return True
    return _of_agent(text, code, words)


def _of_authority(words: list[str]) -> bool:
    """Whether a court, the police or a prosecutor is named some words before a number."""
    return any(holds("called", "authorities", word) for word in words[-6:])


def _of_agent(text: str, code: Code, words: list[str]) -> bool:
    """Whether the text says that a service writes for the person: the numbers are the service's own, but "your case".
    `words`: those before the number."""
    if word_lists("phones")["yours"].intersection(words[-_YOURS:]):
        return False
    around = fold_text(text[max(0, code.start - _AGENT) : code.end + _AGENT])
    return has_any(around, word_lists("called")["agents"])


def _told_private(text: str, code: Code) -> bool:
    around = fold(text[max(0, code.start - _CONTEXT) : code.end + _CONTEXT])
    return any(is_called(word, "privacy", "desk") for word in _WORD.findall(around))
