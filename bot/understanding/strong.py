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
            if kind in told or _phrases(kind).keys().isdisjoint(starts):  # as with most sentences
                continue
            if span := _first(kind, folded, clause, starts):
                told.add(kind)
                yield Fact(flag, text[slice(*span)], span, 0.7, "strong")


def _first(kind: str, folded: str, clause: Clause, starts: set[str]) -> tuple[int, int] | None:
    """The first words of a kind in a sentence that are no idiom: "I'll shoot you an email"."""
    found = sorted(_found(kind, folded, clause, starts))
    idioms = [*_found("idioms", folded, clause, starts)] if found else []
    return next((span for span in found if not any(low < span[1] and span[0] < high for low, high in idioms)), None)


def _found(kind: str, folded: str, clause: Clause, starts: set[str]) -> Iterator[tuple[int, int]]:
    """Where phrases of a kind stand in a sentence, some of whose words begin like that."""
    for start in starts & _phrases(kind).keys():
        for match in _pattern(kind, start).finditer(folded, clause.start, clause.end):
            yield match.span()


@cache
def _phrases(kind: str) -> dict[str, list[str]]:
    """The phrases by the first letters of what each is looked for by, as they begin the key of a word."""
    phrases: dict[str, list[str]] = {}
    for phrase in sorted(word_lists("strong")[kind]):
        for start in _starts_of(phrase):
            phrases.setdefault(start, []).append(phrase)
    return phrases


def _starts_of(phrase: str) -> set[str]:
    """The beginnings of that part of a phrase which is told by the longest words, the last such part: in "I'll kill
    you" that is the verb."""
    parts = [
        {_longest(choice)[:_START] for choice in _choices(part)} for part in phrase.split() if part not in _BETWEEN
    ]
    return max(reversed(parts), key=lambda starts: min(map(len, starts)))


def _longest(choice: str) -> str:
    return max(choice.replace("*", "").split(), key=len)


def _choices(part: str) -> list[str]:
    """What may stand in one place of a phrase: "a|b", "<name>", or a word."""
    return sorted(word_lists("strong_words")[part[1:-1]]) if part.startswith("<") else part.split("|")


@cache
def _pattern(kind: str, start: str) -> re.Pattern[str]:
    """The phrases of a kind that are looked for by words with that beginning; each such pattern is small, and made when
    it is first wanted."""
    phrases = set(_phrases(kind)[start])
    plain = {phrase for phrase in phrases if not any(sign in phrase for sign in ("..", "|", "<"))}
    other = _OTHER if kind == "idioms" else _UNDENYING
    several = [_worded(phrase, other) for phrase in sorted(phrases - plain)]
    found = "|".join((*several, *([alternatives(plain, _ENDING).replace(r"\ ", _GAP)] if plain else [])))
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
