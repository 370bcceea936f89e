"""What the words around an e-mail address make of it: the writer's own, the right one now, an old one, somebody else's.

The words come from `data/addresses.toml`. Only the few before an address in its sentence are looked at, so that a text
full of addresses costs little.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from bot.understanding.who.kin import is_relative
from bot.understanding.wordlists import holds, word_lists
from bot.understanding.words import EMAIL, fold

MOST = 40_000  # characters of each part of a mail in which addresses are looked for
_MAILBOX = 64  # characters of the longest name of a mailbox
_REACH = 100  # characters before an address that are looked at
_AFTER = 40  # and behind it
_TITLE_WORDS = 3  # of a name or a title between "to" and an address
EMAIL_AT = re.compile(rf"(?<![\w.+-]){EMAIL}")
_OTHER_WORD = (
    r"(?P<wrap>\n(?=[ \t]*(?:[a-zà-ÿ]|$)))|(?P<ends>[.!?;](?=\s|$)|\n|\|)|(?P<arrow>[-=]>|→)|"
    r"[^\W\d_](?:[^\W_]|['’.-](?=[^\W_]))*"
)
_WORD = re.compile(rf"(?P<address>{EMAIL})|{_OTHER_WORD}")
_WORD_WITHOUT_AT = re.compile(_OTHER_WORD)  # the same in a text without "@", where no word is tried for an address
_LABEL = re.compile(
    r"(?:e-?mail(?:s|adres\w*|address\w*)?|adres|address|mail|adresse|correo|indirizzo|courriel|"
    r"konto|account|login|registered|reach me|bereikbaar|me at|under|onder|"
    r"unter)\W{0,3}(?:\w+\W{1,2}){0,4}$",
    re.IGNORECASE,
)
_UP_TO = r"[^\w.!?\n]{1,3}(?:\w+[^\w.!?\n]{1,3}){0,2}$"  # two words at most
# An old one, or a mistake: of an address or a number
NOT_NOW = re.compile(
    r"(?:\b(?:my|mijn|m'n) [\w-]+(?: addresse?| adres)? (?:from|van)(?!:)|\bnot|\w{2,5}n['’]t\b|niet|\bold|oude?|"
    r"instead of|in plaats van|wrong|former|previous|"
    r"nicht|\balte?|"
    r"ancien\w*|vroeger|voorheen|früher\w*|précédent\w*|anterior\w*|dawn\w+|poprzedni\w*|"
    r"rather than|no longer|misspelled|verkeerde?|says|\bals|\bpas|antigu\w|vecchi\w|"
    r"antig[oa]|star[yae]\w?)" + _UP_TO,
    re.IGNORECASE,
)
# A sender's, or what something is changed from; not "mail van", "verzoek van": that is the person's
_FROM = re.compile(
    r"(?:(?<!\bmail )\bfrom(?!:)|(?<!mail )(?<!mailtje )(?<!bericht )(?<!verzoek )\bvan(?!:))" + _UP_TO,
    re.IGNORECASE,
)
# Somebody else's address: where data are to go, who was written to, who else is meant.
_ELSEWHERE = re.compile(
    r"(?:\b(?:sent to|send to|directly to|transmit\w*|transfer\w*|wrote to|written to|mailed|emailed|colleague|"
    r"cc|your (?:team|desk|colleague)|gestuurd naar|gemaild|collega|geschrieben an|gesendet an|direkt an|"
    r"kollege|"
    r"kollegin|écrit à|envoyé à|directement à|collègue|escrito a|enviado a|directamente a|scritto a|inviato a|"
    r"direttamente a|"
    r"escrevi para|enviei para|diretamente para|napisał\w* (?:do|na)|bezpośrednio do|lawyer|solicitor|advocaat|"
    r"anwalt|avocat|"
    r"abogad[oa]|avvocato|advogad[oa]|adwokat)\b[^.!?\n@]{0,40}|(?-i:[A-Z][a-z]+[A-Z])\w+ ?\()[^.!?\n@\w]{0,3}$",
    re.IGNORECASE,
)
TAKE_OFF = re.compile(
    r"(?:unsubscri\w*|remov\w*|delet\w*|eras\w*|take|drop|strike|stop\w*|haal\w*|verwijder\w*|schrap\w*|wis|"
    r"uitschrijv\w*|lösch\w*|entfern\w*|streich\w*|nehm\w*|austrag\w*|supprim\w*|retir\w*|désabonn\w*|désinscri\w*|enlev\w*|"
    r"elimin\w*|borr\w*|"
    r"quit\w*|tir(?:em|ar|e)|cancel\w*|cancell\w*|toglie\w*|rimuov\w*|apag\w*|remov\w*|usu\w*|wypis\w*|skreśl\w*)\s(?:\w+\s){0,3}$",
    re.IGNORECASE,
)


class Said(Enum):
    """What is said of an address; the first tells the most."""

    RIGHT = 0  # it stands instead of another
    MINE = 1  # the writer calls it their own
    TAKEN_OFF = 2  # it is to be deleted, or taken off a list
    CALLED = 3  # it is called an address
    PLAIN = 4
    AWAY = 5  # something is to be sent there
    ELSEWHERE = 6  # somebody else's
    WRONG = 7  # an old one, a mistake


_TOLD = (Said.RIGHT, Said.MINE, Said.TAKEN_OFF, Said.AWAY)  # of the person, most likely


@dataclass(slots=True)
class Address:
    """An e-mail address in a text. `theirs`: it is called his, hers or theirs."""

    value: str
    quote: str
    span: tuple[int, int]
    said: Said
    theirs: bool = False
    called: bool = False  # an address, by the words before it


def addressed_in(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """What a pattern of addresses finds. It is tried from the longest mailbox before each "@" on only: most words of a
    text are far from any."""
    at = text.find("@", start, end)
    while at != -1 and (match := pattern.search(text, max(start, at - _MAILBOX), end)) is not None:
        yield match
        start = match.end()
        at = text.find("@", start, end)


def addresses_in(text: str, start: int, end: int) -> list[Address]:
    """Every address of text[start:end] in its order; an old one is told by the new one, too."""
    found: list[Address] = []
    for match in addressed_in(EMAIL_AT, text, start, end):
        low, high = match.span()
        words = list(_words(text[max(start, low - _REACH) : low]))
        after = list(_words(text[high : min(end, high + _AFTER)]))
        here = _since_break(words)
        said = _said(here, words, _until_break(after), text[max(start, low - 60) : low])
        address = Address(match[0].lower().strip("'"), match[0], (low, high), said, _theirs(here))
        address.called = said in (Said.RIGHT, Said.CALLED) or (
            said is not Said.PLAIN and _LABEL.search(text, max(start, low - 60), low) is not None
        )
        if found and "@" in here:
            _pair(found[-1], address, here, _until_break(after))
        found.append(address)
    if any(address.said in _TOLD for address in found):  # who is named besides is somebody else: "a message from ann@"
        for address in found:
            low = address.span[0]
            if address.said in (Said.PLAIN, Said.CALLED) and _FROM.search(text, max(start, low - 60), low):
                address.said = Said.WRONG
    return found


def _words(text: str) -> Iterator[str]:
    """Folded words, "@" for an address, "->" for an arrow, and "." where a sentence or a line ends."""
    for match in (_WORD if "@" in text else _WORD_WITHOUT_AT).finditer(text):
        kind = match.lastgroup
        if kind == "address":
            yield "@"
        elif kind == "ends":
            yield "."
        elif kind == "arrow":
            yield "->"
        elif kind != "wrap":
            yield fold(match[0]).replace("-", "")


def _since_break(words: list[str]) -> list[str]:
    return words[len(words) - words[::-1].index(".") :] if "." in words else words


def _until_break(words: list[str]) -> list[str]:
    return words[: words.index(".")] if "." in words else words


def _said(here: list[str], words: list[str], after: list[str], before: str) -> Said:
    """What the words before an address say of it: `here` in its sentence, `words` in the one before as well."""
    if _is_right(here, words, after):
        return Said.RIGHT
    clause = _last_clause(before)
    if _harmed(here) or _given(here) or (_ELSEWHERE.search(before, clause) and not _is_to_be_sent(here)):
        return Said.ELSEWHERE
    if NOT_NOW.search(before, clause):
        return Said.WRONG
    if _is_mine(here):
        return Said.MINE
    if TAKE_OFF.search(before, _last_words(before)):
        return Said.TAKEN_OFF
    if here and _in(here[-1], "towards") and here[-1] != "en":
        return Said.AWAY
    return Said.CALLED if _LABEL.search(before) else Said.PLAIN


def _last_clause(before: str) -> int:
    """Where the last sentence or line of the words before an address begins, which may end with its line."""
    return max(before.rfind(sign, 0, -1) for sign in ".!?\n") + 1


def _last_words(before: str) -> int:
    """Where the last four words before an address begin, within which TAKE_OFF finds whatever it finds."""
    rest, *words = before.rsplit(None, 4) or [""]
    return len(rest) if len(words) == 4 else 0


def _is_right(here: list[str], words: list[str], after: list[str]) -> bool:
    """ "My new address is", "my address should be", "change it to", "it was wrong, it's"."""
    must = _tail(here, "must")
    rest = here[: len(here) - must]
    small = len(rest)
    while small and (_in(rest[small - 1], "small") or _in(rest[small - 1], "now")):
        small -= 1
    called, now = rest[:small], any(_in(word, "now") for word in rest[small:])
    noun = called[-2:] if _in_last(called, "right", 1) else called[-1:]
    if any(_in(word, "nouns") for word in noun) and (now or must or _right_noun(called)):
        return True
    if called and _in(called[-1], "right") and called != here and "@" in words:
        return True  # "you have bel@, correct is bell@"
    if here and _in(here[-1], "ought") and any(_in(word, "being") for word in after[:1]):
        return any(_in(word, "nouns") for word in words)
    if must:
        return any(_in(word, "nouns") or word == "@" for word in words)
    if here and _in(here[-1], "towards") and _changed(here, after):
        return True
    return bool(_tail(here, "itis")) and (
        any(_in(word, "wrong") for word in words) and any(_in(word, "nouns") or word == "@" for word in words)
    )


def _right_noun(called: list[str]) -> bool:
    """ "New e-mail address", "dirección de correo nueva"; but not "the new contact of the account"."""
    address = False
    for word in reversed(called):
        if _in(word, "right") and (address or called[-1] == word):
            return True
        if not _in(word, "nouns") and not _in(word, "small"):
            break
        address = address or (_in(word, "nouns") and not _in(word, "accounts"))
    return False


def _changed(here: list[str], after: list[str]) -> bool:
    """Whether it says "change my address" before "to", or "my address to" before "change"."""
    kinds = ("nouns", "small", "mine", "it", "right", "wrong", "from")
    known = 0
    for word in reversed(here[:-1]):
        if _in(word, "change"):
            return any(_in(w, "nouns") or _in(w, "it") for w in here[:-1])
        if word != "@" and not any(_in(word, kind) for kind in kinds):
            break
        known += 1
    said = here[len(here) - 1 - known : -1]
    return any(_in(word, "nouns") for word in said) and any(_in(word, "change") for word in after[:3])


def _pair(old: Address, new: Address, here: list[str], after: list[str]) -> None:
    """Two addresses beside each other: "from A to B", "from A over to B", "A, now B", "not A but B"."""
    at = len(here) - 1 - here[::-1].index("@")
    before, between = here[:at], here[at + 1 :]
    if " ".join(between) in word_lists("addresses")["instead"]:
        old.said, new.said = Said.RIGHT, Said.WRONG
        return
    denied = bool(between) and _in(between[0], "but") and _in_last(before, "wrong", 3)
    moved = bool(before and between) and _in(before[-1], "from") and _in(between[-1], "towards")
    if denied or moved or any(_in(word, "now") for word in between[-3:]):
        old.said, new.said = Said.WRONG, Said.RIGHT
    elif between and (_in(between[0], "towards") or between[0] == "->"):
        named = all(any(_in(w, kind) for kind in ("small", "right", "nouns", "now", "mine")) for w in between[1:])
        changes = between[0] == "->" or any(_in(w, "change") for w in (*before, *after[:3]))
        if named and changes:
            old.said, new.said = Said.WRONG, Said.RIGHT


def _is_mine(here: list[str]) -> bool:
    """ "My e-mail is", "mein Postfach:"."""
    end = len(here)
    while end and _in(here[end - 1], "small") and not _in(here[end - 1], "mine"):
        end -= 1
    called = here[:end]
    while called and _in(called[-1], "nouns"):
        called = called[:-1]
    return len(called) < end and _in_last(called, "mine", 1)


def _is_to_be_sent(here: list[str]) -> bool:
    """Whether somebody wants something sent right there: "I'd like a copy sent to"; not what was sent there."""
    sent = len(here) > 2 and _in(here[-1], "towards") and _in(here[-2], "sent")
    return sent and any(_in(word, "wanted") for word in here[:-2]) and not _in_last(here[:-2], "was", 3)


def _harmed(here: list[str]) -> bool:
    """ "My account was hacked by"."""
    return _in_last(here, "harm", 3)


def _given(here: list[str]) -> bool:
    """ "I gave my details to", "I paid it to Carl Koch"."""
    if not any(_in(word, "towards") for word in here[-1 - _TITLE_WORDS :]):
        return False
    return any(_in(word, "given") for word in here[-8:])


def _in_last(words: list[str], kind: str, most: int) -> bool:
    return any(_in(word, kind) for word in words[-most:])


def _theirs(here: list[str]) -> bool:
    """Whether it is called his, hers, or a relative's."""
    here = here[: len(here) - _tail(here, "must")][-6:]
    return any(
        _in(word, "theirs") or is_relative(word) or (word.endswith("'s") and not _in(word, "itis")) for word in here
    )


def _tail(words: list[str], kind: str) -> int:
    """How many words at the end are a phrase of a list."""
    phrases = word_lists("addresses")[kind]
    return next((count for count in (3, 2, 1) if words and " ".join(words[-count:]) in phrases), 0)


def _in(word: str, kind: str) -> bool:
    return holds("addresses", kind, word)
