"""What of a text is looked at for other words than those that were heard: its words, read once for all who ask."""

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from bot.understanding.language import is_small
from bot.understanding.wordlists import has_any, shortest, word_lists
from bot.understanding.words import fold_text

LOOKED_AT = 20_000  # characters of a text in which the other words are looked for
WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_PLAIN_WORD = re.compile(r"[a-z]+(?:['-][a-z]+)*")  # the same in a folded text of ASCII, found in half the time
_PART = re.compile(r"[^\W\d_]+")
_SMALL_NUMBER = re.compile(r"\d(?<!\d\d)\d?(?!\d)")


@dataclass(frozen=True)
class Looked:
    """The beginning of a text, folded, and its words in order."""

    folded: str
    words: Sequence[str]
    parts: AbstractSet[str]  # the same words, joined ones apart: "l'huissier" is "l" and "huissier"

    @cached_property
    def small_numbers(self) -> frozenset[str]:
        """The numbers of one or two digits."""
        return frozenset(_SMALL_NUMBER.findall(self.folded))


@lru_cache(maxsize=2)  # a message, and the one before it
def looked_at(text: str) -> Looked:
    """What of a text is looked at."""
    folded = fold_text(text[:LOOKED_AT])
    words = (_PLAIN_WORD if folded.isascii() else WORD).findall(folded)
    parts = set(words)
    for word in words:
        if not word.isalpha():
            parts.update(_PART.findall(word))
    return Looked(folded, words, parts)


def parts_of(text: str, folded: str) -> AbstractSet[str]:
    """The parts of all words of a text, however long it is. `folded`: the same text by `words.fold`."""
    return looked_at(text).parts if len(text) <= LOOKED_AT else frozenset(_PART.findall(folded))


def telling(names: Iterable[str]) -> frozenset[str]:
    """Words of which one is among the parts of every text that holds one of these names, which begin and end as words
    do. With "token" there, none is needed for "access token"; of others, it is the longest that is no small word."""
    words = set[str]()
    for name in sorted(names, key=lambda name: (len(_PART.findall(name)), name)):
        parts = _PART.findall(name)
        if words.isdisjoint(parts):
            words.add(max(parts, key=lambda part: (not is_small(part), len(part))))
    return frozenset(words)


class Named:
    """A pattern in which one of some names stands, as words do: made where it is first needed, since that takes long,
    and tried where one of them may stand, which is seen faster."""

    def __init__(self, names: Iterable[str], pattern: str, signs: Iterable[str] | None = None) -> None:
        """`signs`: of which one stands in every text that holds a name that matters; the names themselves else."""
        names = frozenset(names)
        self._words, self._signs = telling(names), shortest(names if signs is None else signs)
        self._written = pattern

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, for who looks at a place of a text."""
        return re.compile(self._written)

    def may_stand(self, folded: str, parts: AbstractSet[str]) -> bool:
        """Whether it may be found in a text, folded by `words.fold`, of whose words these are the parts."""
        return not self._words.isdisjoint(parts) and has_any(folded, self._signs)

    def found_in(self, folded: str, parts: AbstractSet[str]) -> Iterator[re.Match[str]]:
        """Wherever it stands in such a text."""
        return self.pattern.finditer(folded) if self.may_stand(folded, parts) else iter(())


class Signs:
    """Of many names, which words stand in a text wherever one of them does: asked before a pattern of theirs is tried,
    which takes longer."""

    def __init__(self, names: Iterable[str]) -> None:
        """The names begin and end as words do; "*" is any ending of the last word."""
        words, stems = set[str](), set[str]()
        for name in names:
            parts = _PART.findall(name)
            if name.endswith("*"):
                stems.add(parts[-1])
            else:
                words.add(max(parts, key=len))
        self._words, self._stems = frozenset(words), shortest(stems)

    def stand_in(self, looked: Looked) -> bool:
        """Whether any of the names may stand there."""
        return not self._words.isdisjoint(looked.parts) or has_any(looked.folded, self._stems)


@cache
def signs_of(file: str, kind: str) -> Signs:
    """Those of a list of a file."""
    return Signs(word_lists(file)[kind])


def may_hold(text: str, file: str, kind: str) -> bool:
    """Whether one of the names of a list may stand in a text: always, where all of it is too much to look at."""
    return len(text) > LOOKED_AT or signs_of(file, kind).stand_in(looked_at(text))


def may_hold_any(text: str, words: AbstractSet[str]) -> bool:
    """The same of single words, folded."""
    return len(text) > LOOKED_AT or not looked_at(text).parts.isdisjoint(words)
