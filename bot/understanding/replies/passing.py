"""Whether a short answer says that words be passed on: "pass it on", "yes, add that". The words stand in
`data/passing.toml`.
"""

from functools import cache

from bot.understanding.replies.answers import phrases, plain
from bot.understanding.wordlists import word_lists

LONGEST = 60  # characters


def passes_on(text: str) -> bool:
    """Whether a whole short answer says that, and nothing else but "yes" and polite words."""
    if len(text) > LONGEST:
        return False
    beside = phrases("yes") | phrases("polite")
    words = plain(text).split()
    while words and words[0] in beside:
        words = words[1:]
    while words and " ".join(words) not in _said() and words[-1] in beside:
        words = words[:-1]
    return " ".join(words) in _said()


@cache
def _said() -> frozenset[str]:
    return frozenset(plain(phrase) for phrase in word_lists("passing")["on"])
