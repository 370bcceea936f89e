"""Where somebody only works or worked: "I don't work at Halden any more", "non lavoro più a Torino"."""

import re

from bot.understanding.where.said import in_list
from bot.understanding.wordlists import word_lists

_PARTS = re.compile(r"[.!?;,:\n]")
_WORD = re.compile(r"[^\W\d_]+")
_NEAR = 7  # words before a place among which the verb stands
_BEHIND = 30  # characters behind it in which the verb of a Dutch or German sentence stands
_DENIED = 3  # words beside "work" among which "no longer" stands


def only_works(before: str, behind: str) -> bool:
    """Whether a place is a firm's that bears its name, or where somebody worked once."""
    words = _WORD.findall(_PARTS.split(before)[-1])[-_NEAR:]
    if len(words) <= 1 or not before.endswith(" ") or any(in_list("lives", word) for word in words):
        return False
    *said, last = words
    if in_list("firms", last):
        following = _WORD.findall(_PARTS.split(behind[:_BEHIND])[0])[:2]
        return any(in_list("works", word) for word in (*said, *following))
    if in_list("jobs", said[-1]) and last in word_lists("homes")["joins"]:
        return True
    if not (in_list("in", last) or in_list("to", last)):
        return False
    return any(_is_over(word, said[max(0, at - _DENIED) : at + _DENIED]) for at, word in enumerate(said))


def _is_over(word: str, beside: list[str]) -> bool:
    """Whether a word says that somebody worked, or that they work with "no longer" beside it."""
    return in_list("worked", word) or (in_list("working", word) and any(in_list("no_longer", w) for w in beside))
