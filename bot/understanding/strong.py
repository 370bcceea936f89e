"""Words of despair or danger, and of threat or insult: the team must see them, whatever else is asked."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from bot.understanding.reading import Fact, Flag
from bot.understanding.rights.clauses import Clause
from bot.understanding.wordlists import alternatives, word_lists

_KINDS = {"distress": Flag.DISTRESS, "hostile": Flag.HOSTILE}
_START = 4  # letters of a word by which a phrase is looked for
_GAP = r"\W{1,4}"
_DENIED = r"(?:never|not|no|don't|niet|nooit|nicht|nie|jamais|pas|nunca|jamas|non|mai|nao)"
_OTHER = r"[\w'*-]{1,30}"
_UNDENYING = rf"(?!{_DENIED}(?!\w)){_OTHER}"
_BETWEEN = {"..": 4, "...": 10}  # other words, at most
_UNDENIED = r"(?<!\w)(?<!\bno )(?<!\bnot )(?<!\bdon't )(?<!\bnon )(?<!\bnao )(?<!\bnie )"
_ENDING = r"[^\W\d_]{0,30}"  # "fuckoff99" is a user name


def strong_words(clauses: Iterable[Clause], text: str, folded: str) -> Iterator[Fact[Flag]]:
    """Each kind once, with the first words of it. `folded`: the text, as words are looked up in it."""
    told = set[str]()
    for clause in clauses:
        starts = {part[:_START] for word in clause.words for part in (word.key, *word.key.split("'"))}
        for kind, flag in _KINDS.items():
            if kind in told or _starts(kind).isdisjoint(starts):  # as with most sentences
                continue
            if span := _first(kind, folded, clause):
                told.add(kind)
                yield Fact(flag, text[slice(*span)], span, 0.7, "strong")


def _first(kind: str, folded: str, clause: Clause) -> tuple[int, int] | None:
    """The first words of a kind in a sentence that are no idiom: "I'll shoot you an email"."""
    idioms: list[tuple[int, int]] | None = None  # only looked for where there is something
    for match in _pattern(kind).finditer(folded, clause.start, clause.end):
        if idioms is None:
            idioms = [m.span() for m in _pattern("idioms").finditer(folded, clause.start, clause.end)]
        if not any(low < match.end() and match.start() < high for low, high in idioms):
            return match.span()
    return None


@cache
def _starts(kind: str) -> frozenset[str]:
    """The first letters of what each phrase is looked for by, as they begin the key of a word."""
    return frozenset(start for phrase in word_lists("strong")[kind] for start in _starts_of(phrase))


def _starts_of(phrase: str) -> list[str]:
    """The beginnings of that part of a phrase which is told by the longest words."""
    parts = [
        [_longest(choice)[:_START] for choice in _choices(part)] for part in phrase.split() if part not in _BETWEEN
    ]
    return max(parts, key=lambda starts: min(map(len, starts)))


def _longest(choice: str) -> str:
    return max(choice.replace("*", "").split(), key=len)


def _choices(part: str) -> list[str]:
    """What may stand in one place of a phrase: "a|b", "<name>", or a word."""
    return sorted(word_lists("strong_words")[part[1:-1]]) if part.startswith("<") else part.split("|")


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    phrases = word_lists("strong")[kind]
    plain = {phrase for phrase in phrases if not any(sign in phrase for sign in ("..", "|", "<"))}
    other = _OTHER if kind == "idioms" else _UNDENYING
    several = [_worded(phrase, other) for phrase in sorted(phrases - plain)]
    found = "|".join((*several, alternatives(plain, _ENDING).replace(r"\ ", _GAP)))
    return re.compile(rf"{_UNDENIED}(?:{found})(?!\w)")


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
