"""Words of despair or danger, of threat or insult, of haste, of a mishap with data, and of a lawyer's demand: the team
must see them, whatever else is asked."""

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from bot.understanding.language import is_small
from bot.understanding.reading import Fact, Flag
from bot.understanding.rights.clauses import Clause
from bot.understanding.who.looked import LOOKED_AT, looked_at
from bot.understanding.wordlists import alternatives, word_lists

STRONG = "strong"  # the reader of such a fact
_KINDS = {
    "distress": Flag.DISTRESS,
    "hostile": Flag.HOSTILE,
    "urgent": Flag.URGENT,
    "mishap": Flag.POSSIBLE_BREACH,
    "demand": Flag.LEGAL_DEMAND,
}
_MUTES = {Flag.URGENT: "calm", Flag.REPRESENTATIVE: "payments"}  # what makes nothing of a gate's word
_APART = frozenset(",;:()!?\n")  # over these nothing is denied
_NEAR = 4  # words before a denial among which one makes it a condition
_START = 4  # letters of a word by which a phrase is looked for
_DIGITS = 2  # of a small number
_GAP = r"\W{1,4}"
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_PLAIN_WORD = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*")  # the same in a folded text of ASCII, found in half the time
_DENIED = r"(?:never|not|no|don't|niet|nooit|nicht|nie|jamais|pas|nunca|jamas|non|mai|nao)"
_OTHER = r"[\w'*-]{1,30}"
_UNDENYING = rf"(?!{_DENIED}(?!\w)){_OTHER}"
_BETWEEN = {"..": 4, "...": 10}  # other words, at most
_UNDENIED = r"(?<!\w)(?<!\bno )(?<!\bnot )(?<!\bdon't )(?<!\bnon )(?<!\bnao )(?<!\bnie )"
_ENDING = r"[^\W\d_]{0,30}"  # "fuckoff99" is a user name


class _Part(NamedTuple):
    """A place of a phrase: what may stand there, by the longest word of each choice."""

    starts: frozenset[str]  # of all of them
    words: frozenset[str]
    stems: tuple[str, ...]
    tells: tuple[bool, int, int]  # how much: whether none of them is in most texts, how few and how long they are


class _Phrase(NamedTuple):
    """A phrase of a kind, and its parts, as far as words tell them."""

    kind: str
    words: str
    parts: tuple[_Part, ...]
    beside: frozenset[str]  # starts of the one that tells most beside the one by which it is looked for


def strong_words(clauses: Iterable[Clause], text: str, folded: str) -> Iterator[Fact[Flag]]:
    """Each kind once, with the first words of it. `folded`: the text, as words are looked up in it."""
    looked = looked_at(text)
    if len(text) <= LOOKED_AT and not _standing(looked.parts | looked.small_numbers):  # as with most messages
        return
    told = set[str]()
    for clause in clauses:
        standing = _standing(_words(folded, clause))
        if not standing:
            continue
        for kind, flag in _KINDS.items():
            if kind not in told and (span := _first(kind, standing, folded, clause)):
                told.add(kind)
                yield Fact(flag, text[slice(*span)], span, 0.7, STRONG)


def is_muted(flag: Flag, clause: Clause, folded: str, span: tuple[int, int]) -> bool:
    """Whether a word that a gate heard at a place of a sentence says nothing of the kind there: "not urgent",
    "emergency contact", "SEPA mandate". Not under a condition: "I wouldn't ask if it were not urgent"."""
    kind = _MUTES.get(flag)
    if kind is None:
        return False
    for low, high in _found(kind, _standing(_words(folded, clause)), folded, clause):
        if low < span[1] and span[0] < high and _APART.isdisjoint(folded[low:high]):
            before = _WORD.findall(folded, clause.start, low)
            return kind != "calm" or word_lists("strong_words")["conditions"].isdisjoint(before[-_NEAR:])
    return False


def _standing(words: AbstractSet[str]) -> list[_Phrase]:
    """The phrases whose words are all among these of a text or of a sentence, in whatever order."""
    starts = {word[:_START] for word in words}
    phrases = _phrases()
    return [
        phrase
        for start in starts & phrases.keys()
        for phrase in phrases[start]
        if not phrase.beside.isdisjoint(starts)  # few get further
        and not any(starts.isdisjoint(part.starts) for part in phrase.parts)
        and all(_stands(part, words) for part in phrase.parts)
    ]


def _stands(part: _Part, words: AbstractSet[str]) -> bool:
    """Whether one of the choices of a part is among the words of a sentence, as far as its longest word tells."""
    if not part.words.isdisjoint(words):
        return True
    if not part.stems:
        return False
    return any(word.startswith(part.stems) for word in words)


def _words(folded: str, clause: Clause) -> set[str]:
    """The words of a sentence, and the parts of joined ones."""
    word = _PLAIN_WORD if folded.isascii() else _WORD
    words = {*word.findall(folded, clause.start, clause.end)}  # of the keys, "vou-me" is one
    if "'" in folded:
        for one in [one for one in words if "'" in one]:
            words.update(one.split("'"))
    return words


def _first(kind: str, standing: Sequence[_Phrase], folded: str, clause: Clause) -> tuple[int, int] | None:
    """The first words of a kind in a sentence that are no idiom: "I'll shoot you an email". `standing`: the phrases
    whose words all stand there."""
    found = sorted(_found(kind, standing, folded, clause))
    idioms = [*_found("idioms", standing, folded, clause)] if found else []
    return next((span for span in found if not any(low < span[1] and span[0] < high for low, high in idioms)), None)


def _found(kind: str, standing: Sequence[_Phrase], folded: str, clause: Clause) -> Iterator[tuple[int, int]]:
    for phrase in standing:
        if phrase.kind == kind:
            for match in _pattern(kind, phrase.words).finditer(folded, clause.start, clause.end):
                yield match.span()


@cache
def _phrases() -> dict[str, list[_Phrase]]:
    """All phrases by the first letters of what each is looked for by, as they begin a word."""
    phrases: dict[str, list[_Phrase]] = {}
    for kind in (*_KINDS, *_MUTES.values(), "idioms"):
        for phrase in sorted(word_lists("strong")[kind]):
            parts = [part for part in phrase.split() if part not in _BETWEEN]
            told = tuple(filter(None, map(_part, parts)))
            # In "I'll kill you" the verb tells most
            last_first = told[::-1]
            first, *others = sorted(last_first, key=attrgetter("tells"), reverse=True)
            beside = (others or [first])[0].starts
            for start in first.starts:
                phrases.setdefault(start, []).append(_Phrase(kind, phrase, told, beside))
    return phrases


@cache
def _part(part: str) -> _Part | None:
    """One of the words of a phrase, the same for all phrases that have it; None where signs within words tell it."""
    longest = [_longest(choice) for choice in _choices(part)]
    if not all(map(_is_told, longest)):
        return None
    stems = tuple(word[:-1] for word in longest if word.endswith("*"))
    # Of "aujourd'hui" one half is enough: it may stand in "qu'aujourd'hui"
    whole = frozenset(max(word.split("'"), key=len) for word in longest if not word.endswith("*"))
    starts = frozenset(word[:_START] for word in (*stems, *whole))
    tells = not any(map(is_small, starts)), -len(starts), min(map(len, starts))
    return _Part(starts, whole, stems, tells)


def _is_told(word: str) -> bool:
    """Whether the first letters of a word in a text tell it: the ones of "hit*" may be those of "hitting"; of numbers,
    small ones."""
    if word.endswith("*"):
        return len(word) > _START and word[:-1].isalpha()
    return word.replace("'", "").isalpha() or (word.isdigit() and len(word) <= _DIGITS)


def _longest(choice: str) -> str:
    return max(choice.split(), key=lambda word: len(word.rstrip("*")))


def _choices(part: str) -> list[str]:
    """What may stand in one place of a phrase: "a|b", "<name>", or a word."""
    return sorted(word_lists("strong_words")[part[1:-1]]) if part.startswith("<") else part.split("|")


@cache
def _pattern(kind: str, phrase: str) -> re.Pattern[str]:
    """A phrase, made when all of its words are there for the first time."""
    return re.compile(rf"{_UNDENIED}(?:{_worded(phrase, _UNDENYING if kind in _KINDS else _OTHER)})(?!\w)")


def _worded(phrase: str, other: str) -> str:
    """The pattern of a phrase with choices and gaps. `other`: a word that may stand in these."""
    found, gap = "", ""
    for part in phrase.split():
        if part in _BETWEEN:
            gap = rf"(?:{_GAP}{other}){{0,{_BETWEEN[part]}}}?{_GAP}"
        else:
            found += f"{gap}(?:{alternatives(_choices(part), _ENDING)})".replace(r"\ ", _GAP)
            gap = _GAP
    return found
