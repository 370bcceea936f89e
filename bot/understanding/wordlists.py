"""Lists of words that lie beside the readers, in `data/*.toml`: one string of words, or a list of phrases, a kind."""

import re
from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path

from bot.toml import read_toml

_FEW = 4
DATA = Path(__file__).with_name("data")


@cache
def word_lists(name: str) -> dict[str, frozenset[str]]:
    """The lists of a file, by their kinds."""
    raw = read_toml(DATA / f"{name}.toml")
    return {kind: frozenset(words.split() if isinstance(words, str) else words) for kind, words in raw.items()}


def holds(name: str, kind: str, word: str) -> bool:
    """Whether a list of a file holds a word, or the beginning of it where that ends in "*"."""
    return word in word_lists(name)[kind] or word.startswith(_stems(name, kind))


def holds_any(name: str, kind: str, words: Collection[str]) -> bool:
    """The same of any of several words."""
    stems = _stems(name, kind)
    return not word_lists(name)[kind].isdisjoint(words) or any(word.startswith(stems) for word in words)


def alternatives(words: Iterable[str], ending: str = r"[^\W_]{0,30}") -> str:
    """A pattern of any of these words or phrases, the longest first; "*" is any `ending`."""
    return _branches(sorted(words, key=lambda word: (-len(word), word)), 0).replace(r"\*", ending)


@cache
def whole_words(name: str, kind: str) -> re.Pattern[str]:
    """Any word or phrase of a list of a file, as whole words of a folded text."""
    return re.compile(rf"(?<!\w)(?:{alternatives(word_lists(name)[kind])})(?!\w)")


def _branches(words: list[str], at: int) -> str:
    """The same words from their letter `at` on, put together by what they begin with there: a text that goes on
    otherwise is told at once, while each word of a long list would be tried in turn."""
    if len(words) < _FEW or any(word[at : at + 1] in ("", "*") for word in words):
        return "|".join(re.escape(word[at:]) for word in words)
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[at], []).append(word)
    return "|".join(_branch(group, at) for group in groups.values())


def _branch(words: list[str], at: int) -> str:
    """Words that have their letter `at` in common. How far they are the same is told once, not letter by letter: a
    pattern takes the longer to make the more groups it has."""
    if len(words) == 1:
        return re.escape(words[0][at:])
    first, last = min(words).rstrip("*"), max(words)
    same = next((n for n, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), len(first))
    return f"{re.escape(first[at:same])}(?:{_branches(words, same)})"


def shortest(words: Iterable[str]) -> tuple[str, ...]:
    """Those of the words one of which stands in every text that `alternatives` of all of them finds something in."""
    stems = {word.rstrip("*") for word in words}
    return tuple(sorted(one for one in stems if not any(other in one and other != one for other in stems)))


def has_any(text: str, signs: Iterable[str]) -> bool:
    """Whether any of these stands in a text."""
    for sign in signs:  # noqa: SIM110 - a generator would take twice the time
        if sign in text:
            return True
    return False


@cache
def _stems(name: str, kind: str) -> tuple[str, ...]:
    return tuple(entry[:-1] for entry in word_lists(name)[kind] if entry.endswith("*"))
