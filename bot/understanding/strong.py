"""Words of despair or danger, and of threat or insult: the team must see them, whatever else is asked."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from bot.understanding.reading import Fact, Flag
from bot.understanding.rights.clauses import Clause
from bot.understanding.wordlists import alternatives, word_lists

_KINDS = {"distress": Flag.DISTRESS, "hostile": Flag.HOSTILE}
_START = 4  # letters of a phrase's longest word by which it is looked for
_GAP = r"\W{1,4}"
_DENIED = r"(?:never|not|no|don't|niet|nooit|nicht|nie|jamais|pas|nunca|jamas|non|mai|nao)"
_BETWEEN = rf"(?:{_GAP}(?!{_DENIED}(?!\w))[\w'*-]{{1,30}}){{0,4}}"
_UNDENIED = r"(?<!\w)(?<!\bno )(?<!\bnot )(?<!\bdon't )(?<!\bnon )(?<!\bnao )(?<!\bnie )"


def strong_words(clauses: Iterable[Clause], text: str, folded: str) -> Iterator[Fact[Flag]]:
    """Each kind once, with the first words of it. `folded`: the text, as words are looked up in it."""
    told = set[str]()
    for clause in clauses:
        starts = {word.key[:_START] for word in clause.words}
        for kind, flag in _KINDS.items():
            if kind in told or _starts(kind).isdisjoint(starts):  # as with most sentences
                continue
            if match := _pattern(kind).search(folded, clause.start, clause.end):
                told.add(kind)
                yield Fact(flag, text[slice(*match.span())], match.span(), 0.7, "strong")


@cache
def _starts(kind: str) -> frozenset[str]:
    """The first letters of what each phrase is looked for by, as they begin the key of a word."""
    longest = (max(phrase.replace("*", "").split(), key=len) for phrase in word_lists("strong")[kind])
    return frozenset(word[:_START] for word in longest)


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    phrases = alternatives(phrase.replace(" .. ", "\0") for phrase in word_lists("strong")[kind])
    phrases = phrases.replace("\0", rf"{_BETWEEN}{_GAP}").replace(r"\ ", _GAP)
    return re.compile(rf"{_UNDENIED}(?:{phrases})(?!\w)")
