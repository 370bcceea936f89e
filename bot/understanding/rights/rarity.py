"""How rare a word is in what people write to a firm, by the messages that the scorer has learnt from."""

from collections.abc import Sequence
from functools import lru_cache

from bot.understanding.rights.features import LONG, STEM
from bot.understanding.rights.scorer import weights


@lru_cache(maxsize=4_096)
def rarity(word: str) -> float:
    """The logarithm of how many messages there are for one with that word, which is folded, or with another of its
    first or last letters; infinite where hardly any has it."""
    told = weights().rarity(f"w:{word[:STEM]}")
    return min(told, weights().rarity(f"e:{word[-STEM:]}")) if len(word) >= LONG else told


def unheard(words: Sequence[str]) -> int:
    """How many of these words are infinitely rare: all are looked up at once."""
    begins = weights().places([f"w:{word[:STEM]}" for word in words]).tolist()
    left = [word for word, place in zip(words, begins, strict=True) if place < 0]
    ends = weights().places([f"e:{word[-STEM:]}" for word in left if len(word) >= LONG]).tolist()
    return len(left) - sum(1 for place in ends if place >= 0)
