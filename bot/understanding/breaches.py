"""Words that say that personal data may be in the wrong hands (a personal data breach, Art. 4(12) GDPR): the privacy
team's own 72 hours may run, whatever the message asks for."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, islice
from typing import NamedTuple

from bot.understanding.language import is_small
from bot.understanding.reading import Fact, Flag
from bot.understanding.rights.clauses import Clause
from bot.understanding.wordlists import DATA, alternatives, read_lists

MOST = 60  # patterns that are looked for in a message: a few words in a few sentences call for one
_STEMS = (4, 3, 2)  # letters of a stem by which a word is looked for, the most that it has
_GAP = r"\W{1,4}"
_GAPS = {"..": 3, "...": 7}  # other words between
_COMMON = frozenset(("mine", "thing", "gave", "us", "held"))  # lists whose words stand in most messages


class _Call(NamedTuple):
    """What else must stand in a sentence beside a word, so that a pattern may be found there."""

    others: frozenset[str]
    source: str
    places: tuple[frozenset[str], ...]  # one of the words of each


def breach_in(clauses: Iterable[Clause], languages: Sequence[str], text: str, folded: str) -> Fact[Flag] | None:
    """The first words that say so. `folded`: the text, as words are looked up in it."""
    for language, source, clause in islice(_called_for(clauses, languages), MOST):
        if match := _shape(language, source).search(folded, clause.start, clause.end):
            return Fact(Flag.POSSIBLE_BREACH, text[slice(*match.span())], match.span(), 0.7, "breach")
    return None


def _called_for(clauses: Iterable[Clause], languages: Sequence[str]) -> Iterator[tuple[str, str, Clause]]:
    """The patterns of which a sentence has a word for each place, and the sentence."""
    for clause in clauses:
        keys = {word.key for word in clause.words}
        seen = keys.union(*({key[:size] for key in keys} for size in _STEMS))
        for language in languages:
            by_word = calls(language)
            called = (call for word in sorted(seen & by_word.keys()) for call in by_word[word] if call.others <= seen)
            sources = {call.source: None for call in called if not any(map(seen.isdisjoint, call.places))}
            yield from ((language, source, clause) for source in sources)


@cache
def calls(language: str) -> dict[str, list[_Call]]:
    """What calls for the patterns of a language, by a word of it."""
    lists = _lists()[language]
    found: dict[str, list[_Call]] = defaultdict(list)
    for source in lists["patterns"]:
        rarest = min(_places(source), key=lambda place: _commonness(place, lists))
        needs = tuple(filter(None, (_heads(language, place) for place in _places(source) if place != rarest)))
        for phrase in _words(rarest, lists):
            words = [_looked_for(word) for word in phrase.split()]
            words.sort(key=lambda word: (is_small(word), -len(word)))
            found[words[0]].append(_Call(frozenset(words[1:]), source, needs))
    return dict(found)


@cache
def _heads(language: str, place: str) -> frozenset[str]:
    """The first words of what may stand at a place; none where any word with some ending will do."""
    phrases = _words(place, _lists()[language])
    any_word = any(phrase.startswith("*") for phrase in phrases)
    return frozenset(() if any_word else (_looked_for(phrase.split()[0]) for phrase in phrases))


def _looked_for(word: str) -> str:
    """A word, or the beginning of a stem, as one of a sentence may be; hyphens are dropped from these."""
    stem = word.endswith("*")
    word = word.strip("*").replace("-", "")
    return word[: next(size for size in _STEMS if size <= len(word))] if stem else word


def _commonness(place: str, lists: Mapping[str, Sequence[str]]) -> tuple[bool, int]:
    """How likely a text holds what may stand at a place."""
    words = _words(place, lists)
    return any(part.strip("{}") in _COMMON for part in place.split("|")) or any(map(is_small, words)), len(words)


@cache
def _shape(language: str, source: str) -> re.Pattern[str]:
    lists = _lists()[language]
    shape, gap = "", ""
    for place in source.split():
        if place in _GAPS:
            gap = rf"(?:[\w'-]{{1,30}}{_GAP}){{0,{_GAPS[place]}}}"
        else:
            shape += f"{_GAP if shape else ''}{gap}(?:{alternatives(_words(place, lists))})"
            gap = ""
    return re.compile(rf"(?<!\w)(?:{shape})(?!\w)")


def _places(source: str) -> list[str]:
    return [place for place in source.split() if place not in _GAPS]


def _words(place: str, lists: Mapping[str, Sequence[str]]) -> list[str]:
    """What may stand at a place: words, and those of lists."""
    parts = (lists[part.strip("{}")] if part.startswith("{") else [part] for part in place.split("|"))
    return [*chain.from_iterable(parts)]


@cache
def _lists() -> dict[str, dict[str, list[str]]]:
    return read_lists(DATA / "breach.toml")
