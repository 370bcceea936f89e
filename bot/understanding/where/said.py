"""Words of `data/homes.toml`, looked up with their accents or, as many type them, without."""

from functools import cache, lru_cache

from bot.understanding.wordlists import word_lists
from bot.understanding.words import fold

_SHORTEST_BARE = 4  # letters of a word that is known without its accents: "né" is no "ne", "née" no Dutch "nee"


@lru_cache(maxsize=16_384)
def in_list(kind: str, word: str) -> bool:
    """Whether a list holds a word, in whatever case."""
    word = word.lower()
    return word in word_lists("homes")[kind] or (len(word) >= _SHORTEST_BARE and fold(word) in _bare(kind))


def ends_with(kind: str, word: str) -> bool:
    """Whether a word of a list ends a longer one, as in Dutch and German: "openingsweekend"."""
    return fold(word.lower()).endswith(_endings(kind))


@cache
def _bare(kind: str) -> frozenset[str]:
    return frozenset(fold(word) for word in word_lists("homes")[kind] if len(word) >= _SHORTEST_BARE)


@cache
def _endings(kind: str) -> tuple[str, ...]:
    return tuple(map(fold, word_lists("homes")[kind]))
