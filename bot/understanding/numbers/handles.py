"""User names: "my login is corvid_reader79", "user name acb-lex". Told only behind a word for them."""

import re
from collections.abc import Iterator
from itertools import islice

from bot.understanding.language import LANGUAGES
from bot.understanding.numbers.called import kind_of
from bot.understanding.numbers.codes import FILE, Code
from bot.understanding.rights.concepts import concept_of
from bot.understanding.who.names import is_given
from bot.understanding.wordlists import has_any, holds
from bot.understanding.words import fold, fold_text

MOST = 50  # of a text
_MOST_NAMES = 100  # of a text
# What nobody takes for a word: letters with a digit, a line below, a star among them, or a dot, or behind an "@".
_NAME = re.compile(
    r"(?<![\w@/.&*#+:-])(?=@|[^\W\d_]{1,30}+(?:[\d_*#]|\.[^\W_]|-\d))(?=@?[\w.*#+-]{0,30}[a-zß-ÿ_*#+])"
    r"@?[^\W\d_][\w.*#+-]{1,38}[^\W_](?![\w@*#+]|[./-]\w|://)"
)
# Where one may stand: an "@", or one of the signs behind letters
_SIGN = re.compile(r"[@\d_*#.-](?:(?<=@)|(?<=[^\W\d_][\d_*#])|(?<=[^\W\d_]\.)(?=[^\W_])|(?<=[^\W\d_]-)(?=\d))")
_LETTERS_BEFORE = 30  # a sign, at the most
_SURELY = re.compile(r"(?<!-)\d|[_*#@]")  # "cbeau-61" is one behind a word for one only
_WORD = re.compile(r"[^\W\d_]+")
_BEFORE = re.compile(
    r"(?P<word>[^\W\d_]+)(?:[ -](?:id|name|naam|tag))?[ ]?"
    r"(?:[:=(]|\s(?:is|was|ist|lautet|luidt|heisst|heet|est|es|to|jest|:)(?=\s)|\s[\"'«»])?[\s\"'«»]{0,3}$"
)
# Letters alone are one where they are made of a name that the text tells: "login fcrabbe", of Fenella Crabbe
_LOGIN = re.compile(
    r"\b(?:log-?in|user|inlog|gebruiker|aanmeld|benutzer|nutzer|anmelde|identifiant|utilisateur|usuari|utente|utilizador"
    r"|uzytkowni|użytkowni)",
    re.IGNORECASE,
)
# A part of each of these, folded; none has an "i", for which a letter may stand that is folded to no other
_LOGIN_SIGNS = ("log", "user", "gebru", "anmeld", "nutzer", "dent", "sateur", "usuar", "utente", "zador", "uzyt")
_LETTERS = re.compile(r"(?<![\w@/.&*#+:-])[^\W\d_A-Z]{5,24}(?![\w@]|[./-]\w)")
_FULL_NAME = re.compile(
    r"(?<!\w)(?P<given>[^\W\d_a-zß-ÿ][^\W\d_]{1,20}) (?P<small>(?:[a-z]{1,3} ){0,2})"
    r"(?P<last>[^\W\d_a-zß-ÿ][^\W\d_]{2,20}(?:-[^\W\d_]{3,20})?)(?!\w)"
)
# Any letters are one right behind "user name", where the sentence ends or goes on: "under the user name acb-lex."
_CALLED_SO = re.compile(
    r"(?<!\w)(?i:user ?name|gebruikersnaam|benutzernamen?|nutzernamen?|nom d['’]utilisateur|nombre de usuario|"
    r"nome utente|nome de (?:utilizador|usu[aá]rio)|nazwa u[zż]ytkownika)[ :]{1,3}"
    r"(?:(?:is|ist|lautet|luidt|est|es|è|é):? )?[\"'«„]?(?P<name>[a-z][a-z-]{3,22}[a-z])"
    r"(?=[\"'»“]?(?:[.,;!?)\n]|$| (?:in|on|at|for|with|bij|voor|für|bei|pour|chez|en|con|para|su|per|em|na|w|od)\b))"
)
_NEAR = 3  # words before a name among which one for a password may stand
_REACH = 40  # characters before a name in which the word for it stands


def handles(text: str) -> Iterator[Code]:
    """What may be a user name: what looks like one, and behind a word for one what is made of a name. No e-mail
    addresses."""
    told = False
    sign = _SIGN.search(text)
    names = _NAME.finditer(text, max(0, sign.start() - _LETTERS_BEFORE)) if sign else ()
    for match in islice(names, MOST):
        if _is_secret(text, match.start()) or _is_number(match[0]) or FILE.search(match[0]):
            continue
        login = is_login(text, match.start())
        told = told or login
        if login or _SURELY.search(match[0]):
            yield Code(match[0], match.start(), match.end(), handle=True)
    if not told and has_any(fold_text(text), _LOGIN_SIGNS) and _LOGIN.search(text):
        called = [
            match.span("name") for match in islice(_CALLED_SO.finditer(text), MOST) if not _is_word(match["name"])
        ]
        yield from (Code(text[low:high], low, high, handle=True) for low, high in called)
        if not called:
            yield from _of_names(text)


def _is_word(name: str) -> bool:
    """Whether it is an ordinary word of some language: "user name please"."""
    return concept_of(fold(name), LANGUAGES) is not None


def _of_names(text: str) -> Iterator[Code]:
    """Letters behind a word for user names that are made of a name which the text tells."""
    made = {letters for match in islice(_FULL_NAME.finditer(text), _MOST_NAMES) for letters in _made_of(match)}
    read = 0
    for login in islice(_LOGIN.finditer(text), MOST if made else 0):
        for match in _LETTERS.finditer(text, max(read, login.end()), login.end() + _REACH):
            read = match.end()
            if fold(match[0]) in made and is_login(text, match.start()):
                yield Code(match[0], match.start(), match.end(), handle=True)


def _made_of(name: re.Match[str]) -> Iterator[str]:
    """What people make of their names: "fcrabbe", "crabbef", "fenellacrabbe"."""
    given, small, last = (fold(name[part]) for part in ("given", "small", "last"))
    for surname in {*last.split("-"), small.replace(" ", "") + last.replace("-", "")}:
        yield given[0] + surname
        if is_given(given):  # else "Data Protection", too, would make one
            yield from (given + surname, surname + given[0], surname + given)


def _is_number(name: str) -> bool:
    """Whether it is a number behind a word for numbers, or such a word alone: "Ticket#4711", "n.º"."""
    word, _, number = name.partition("#")
    return name.endswith(("º", "ª")) or (number.isdigit() and kind_of(fold(word)) is not None)


def _is_secret(text: str, at: int) -> bool:
    """Whether it is a password or an answer: behind a word for one, or behind a login and a stroke."""
    before = fold(text[max(0, at - _REACH) : at]).rstrip()
    words = _WORD.findall(before)[-_NEAR:]
    return before.endswith("/") or any(holds("numbers", "secret", word) for word in words)


def is_login(text: str, at: int) -> bool:
    """Whether the name at a place stands behind a word for user names: "login", "Nutzername"."""
    before = _BEFORE.search(fold(text[max(0, at - _REACH) : at]))
    return before is not None and holds("numbers", "login", before["word"])
