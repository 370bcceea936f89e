"""The words by which mails are told apart, loaded from the TOML files beside this module."""

import re
from collections.abc import Collection, Iterable
from collections.abc import Set as AbstractSet
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

from bot.toml import read_toml
from bot.understanding import words as plain
from bot.understanding.wordlists import alternatives

Role = Literal["from", "date", "to", "cc", "subject", "reply_to", "attached", "other"]
_ROLES: tuple[Role, ...] = ("from", "date", "to", "cc", "subject", "reply_to", "attached", "other")
_COLON = re.compile(r"[:：]\*{0,2}\s")  # as it stands behind a label, and in no time of day
_LONGEST_RUN_IN = 2_000  # characters of a line into which a header was run
# What stands before a label there. Yahoo's stand right behind the value before: "9:12 AMSubject:", "09:12 CESTTemat:",
# "GMT+1To:".
_BEFORE_LABEL = re.compile(r"(?<=[\s>\])*\d])|(?<=\b[AP]M)|(?<=\b[A-ZČΑ-Ω]{3})|(?<=\b[A-ZČΑ-Ω]{4})|(?<=--)")
_ACCENTED = 4  # letters of a label that is known without its accents, too: "Tu" is no "Từ"
_LONGEST_LABEL = 40  # characters, with the signs between it and its colon; the longest has 25
_BESIDE = re.compile(r"[/|(]|\s[-–—]\s")  # between the names of one line in several languages
_MOST_BESIDE = 4
_UNSPACED = "\u2e80"  # from here on letters of Chinese, Japanese and Korean, without spaces
_EDGE = " \t-_=*~#:：>|<.—–─━"


@cache
def table(name: str) -> dict[str, dict[str, list[str]]]:
    """One TOML file of this package: language, then kind of word, then the words."""
    return read_toml(files(__package__) / f"{name}.toml")


@cache
def phrases(name: str, kind: str) -> dict[str, frozenset[str]]:
    """Every phrase of one kind, folded, with the languages that use it."""
    found: dict[str, set[str]] = {}
    for language, kinds in table(name).items():
        for phrase in kinds.get(kind, []):
            found.setdefault(fold(phrase), set()).add(language)
    return {phrase: frozenset(languages) for phrase, languages in found.items()}


def fold(text: str) -> str:
    """Case, apostrophes and inner spaces made equal, so that phrases can be compared; a Turkish İ loses its dot."""
    if text.isalpha() and text.isascii():  # as many words are that are looked up
        return text.lower()
    return " ".join(text.casefold().replace("’", "'").replace("i̇", "i").split())


def bare(line: str) -> str:
    """A line without the dashes, stars and colons around it, folded."""
    return fold(line.strip(_EDGE))


def pattern_of(words: Iterable[str], ending: str = r"\w") -> re.Pattern[str]:
    """Any of these folded phrases as whole words, behind which no `ending` stands; in Chinese, Japanese and Korean
    words have no ends."""
    unspaced, spaced = list[str](), list[str]()
    for phrase in words:
        (unspaced if phrase[-1] >= _UNSPACED else spaced).append(phrase)
    whole = rf"(?<!\w)(?:{alternatives(spaced)})(?!{ending})" if spaced else ""
    return re.compile("|".join(filter(None, (whole, alternatives(unspaced)))))


class Label(NamedTuple):
    """The name of a header line as it stands in a text."""

    start: int
    value: int  # where its value begins
    role: Role
    languages: frozenset[str]


@cache
def _labels() -> dict[str, dict[Role, frozenset[str]]]:
    """What each label may be; those with accents also without, as some systems and people write them."""
    found: dict[str, dict[Role, frozenset[str]]] = {}
    for role in _ROLES:
        for phrase, languages in phrases("headers", role).items():
            found.setdefault(phrase, {})[role] = languages
    for phrase, roles in list(found.items()):
        found.setdefault(_unaccented(phrase), roles)
    return found


def _unaccented(label: str) -> str:
    if len(label) < _ACCENTED or label[0] >= _UNSPACED:
        return label
    return "".join(low.upper() if own.isupper() else low for own, low in zip(label, plain.fold(label), strict=True))


def _roles(words: str) -> dict[Role, frozenset[str]]:
    """What a folded label may be; one in several languages ("Von / From", "Sent (Verzonden)") is what each part is."""
    known = _labels().get(words)
    if known or not _BESIDE.search(words):
        return known or {}
    parts = [_labels().get(part.strip(" \t*_)"), {}) for part in _BESIDE.split(words)]
    if len(parts) > _MOST_BESIDE:
        return {}
    shared = [role for role in parts[0] if all(role in part for part in parts)]
    return {role: frozenset[str]().union(*(part[role] for part in parts)) for role in shared}


def roles_of(word: str) -> tuple[Role, ...]:
    """What a word may be the label of, without its colon."""
    return tuple(_labels().get(fold(word), ()))


def is_second(label: str, role: Role) -> bool:
    """Whether a label, with its colon, says less than the first of its role in its language: "Sender", "Received"."""
    words = fold(label.strip(" \t*_").rstrip(" :："))
    return words not in _first(role) and _BESIDE.split(words)[0].strip(" \t*_") not in _first(role)


@cache
def _first(role: Role) -> frozenset[str]:
    many = 1 if role == "from" else 2  # Sent, Date
    return frozenset(fold(word) for kinds in table("headers").values() for word in kinds.get(role, [])[:many])


@cache
def _written_labels() -> dict[str, tuple[str, ...]]:
    """The labels as they are written, in all languages, by their last two letters, or their only one."""
    words = {word for kinds in table("headers").values() for role in _ROLES for word in kinds.get(role, [])}
    words |= set(map(_unaccented, words))
    return {ending: tuple(word for word in words if word[-2:] == ending) for ending in {word[-2:] for word in words}}


def label_at(line: str, taken: Collection[Role] = ()) -> Label | None:
    """The header label with which a line begins, if it is one; roles already taken are tried last."""
    if ":" not in line and "：" not in line:  # as with most lines
        return None
    colon = line.find(":", 0, 60)
    if "：" in line[: colon if colon >= 0 else 60]:
        colon = line.find("：")
    if colon < 1:
        return None
    roles = _roles(fold(line[:colon].strip(" \t*_")))
    if not roles:
        return _bare_label(line)
    start = len(line) - len(line.lstrip(" \t*_"))
    value = colon + 1
    while value < len(line) and line[value] in " \t*_":
        value += 1
    for role, languages in roles.items():
        if role not in taken:
            return Label(start, value, role, languages)
    role, languages = next(iter(roles.items()))
    return Label(start, value, role, languages)


def _bare_label(line: str) -> Label | None:
    """A label that goes without its colon: "Message du 06/10/25 14:05", as Orange writes it."""
    for word, languages in phrases("headers", "bare_date").items():
        if line[len(word) : len(word) + 2].strip().isdigit() and fold(line[: len(word)]) == word:
            return Label(0, len(word) + 1, "date", languages)
    return None


def _run_in(line: str, low: int, colon: int) -> tuple[int, str] | None:
    """The label that stands right before a colon within a line, none of it before `low`, and where it begins."""
    first = max(low, colon - _LONGEST_LABEL)
    head = line[first:colon]
    head = (head[:-1] if head[-1:].isspace() else head).removesuffix("*").removesuffix("*")
    words = [word for ending in {head[-2:], head[-1:]} for word in _written_labels().get(ending, ())]
    if not words:
        return None
    end = first + len(head)
    begins = [(end - len(word), word) for word in words if head.endswith(word)]
    found = [
        (begin - stars, word)
        for begin, word in begins
        for stars in range(3)
        if begin - stars >= low and line.endswith("*" * stars, low, begin) and _BEFORE_LABEL.match(line, begin - stars)
    ]
    return min(found, default=None)


def labels_within(line: str, start: int, taken: AbstractSet[Role]) -> list[Label]:
    """Further labels in the middle of a line, for header blocks that were run into one line."""
    found: list[Label] = []
    for colon in _COLON.finditer(line, start) if len(line) <= _LONGEST_RUN_IN else ():
        if (label := _run_in(line, start, colon.start())) is None:
            continue
        begin, word = label
        start = value = colon.end() - 1
        roles = _labels()[fold(word)]
        role = next((role for role in roles if role not in taken), None)
        if role is not None:
            while value < len(line) and line[value] in " \t*_":
                value += 1
            taken = {*taken, role}
            found.append(Label(begin, value, role, roles[role]))
    return found


def starts_with(line: str, words: tuple[str, ...]) -> bool:
    """Whether a folded line is one of the words, or begins with one that ends there."""
    if not line.startswith(words):  # as with most lines
        return False
    return any(line.startswith(word) and not line[len(word) : len(word) + 1].isalnum() for word in words)
