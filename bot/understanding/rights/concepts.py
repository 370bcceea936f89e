"""Words of eight languages that mean the same (data/concepts.toml): what is learnt in one language is known in all."""

from collections.abc import Sequence
from functools import lru_cache

from bot.toml import read_toml
from bot.understanding.language import LANGUAGES
from bot.understanding.wordlists import DATA

_FILE = DATA / "concepts.toml"
LONGEST = 40  # letters looked at


class Concepts:
    """The concepts of one language: whole words, and stems of which the longest wins."""

    def __init__(self, rows: dict[str, str]) -> None:
        self._exact: dict[str, str] = {}
        self._stems: dict[str, str] = {}
        for concept, words in rows.items():
            for word in words.split():
                known = self._stems if word.endswith("*") else self._exact
                known.setdefault(word.rstrip("*"), concept)

    def of(self, word: str) -> str | None:
        """The concept of a folded word, or None."""
        found = self._exact.get(word)
        if found is not None:
            return found
        for size in range(min(len(word), LONGEST), 1, -1):
            if (found := self._stems.get(word[:size])) is not None:
                return found
        return None


@lru_cache(maxsize=1)
def _all() -> dict[str, Concepts]:
    raw: dict[str, list[str]] = read_toml(_FILE)["concepts"]
    return {
        language: Concepts({concept: row[number] for concept, row in raw.items()})
        for number, language in enumerate(LANGUAGES)
    }


def concept_of(word: str, languages: Sequence[str]) -> str | None:
    """The concept of a folded word in the first of the languages that knows it."""
    known = _all()
    for language in languages:
        if (found := known[language].of(word)) is not None:
            return found
    return None
