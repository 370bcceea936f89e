"""Whether a short text speaks of somebody else than whoever types it. The words stand in `data/spoken_of.toml`."""

from functools import cache

from bot.understanding.replies.answers import in_own_words, plain
from bot.understanding.wordlists import word_lists


def speaks_of_another(text: str) -> bool:
    """Whether it says "she wants", "the customer", and no "I" or "my": "she also wants a copy"."""
    if in_own_words(text):
        return False
    said = f" {plain(text)} "
    return any(phrase in said for phrase in _third())


@cache
def _third() -> frozenset[str]:
    return frozenset(f" {plain(phrase)} " for phrase in word_lists("spoken_of")["third"])
