"""What of a text is looked at for other words than those that were heard: its words, read once for all who ask."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from bot.understanding.words import fold

LOOKED_AT = 20_000  # characters of a text in which the other words are looked for
WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_PART = re.compile(r"[^\W\d_]+")
_START = 4  # letters
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class Looked:
    """The beginning of a text, folded, and its words in order."""

    folded: str
    words: list[str]

    @cached_property
    def parts(self) -> frozenset[str]:
        """The words, and joined ones apart: "l'huissier" is "l" and "huissier"."""
        return frozenset(" ".join(self.words).replace("'", " ").replace("-", " ").split())

    @cached_property
    def starts(self) -> frozenset[str]:
        """The first letters of each part."""
        return frozenset([part[:_START] for part in self.parts])

    @cached_property
    def has_digit(self) -> bool:
        """Whether there is any digit."""
        return _DIGIT.search(self.folded) is not None


@lru_cache(maxsize=2)  # a message, and the one before it
def looked_at(text: str) -> Looked:
    """What of a text is looked at."""
    folded = fold(text[:LOOKED_AT])
    return Looked(folded, WORD.findall(folded))


class Signs:
    """Of many names, which words stand in a text wherever one of them does: asked before a pattern of theirs is tried,
    which takes longer."""

    def __init__(self, names: Iterable[str]) -> None:
        """The names begin and end as words do; "*" is any ending of the last word."""
        self._stems: list[str] = []
        words = set[str]()
        for name in names:
            parts = _PART.findall(name)
            if name.endswith("*"):
                self._stems.append(parts[-1])
            else:
                words.add(max(parts, key=len))
        self._words = frozenset(words)

    def stand_in(self, looked: Looked) -> bool:
        """Whether any of the names may stand there."""
        return not self._words.isdisjoint(looked.parts) or any(stem in looked.folded for stem in self._stems)


def begins(word: str) -> str:
    """The first letters of a word, as `Looked.starts` holds them."""
    return word[:_START]
