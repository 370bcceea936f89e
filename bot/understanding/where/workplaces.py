"""Where somebody only works or worked: "I don't work at Halden any more", "non lavoro più a Torino"."""

import re

from bot.understanding.where.said import in_list
from bot.understanding.wordlists import word_lists

_PARTS = re.compile(r"[.!?;,:\n]")
_ENDS = re.compile(r"[.!?\n]")
_WORD = re.compile(r"[^\W\d_]+")
_NEAR = 7  # words before a place among which the verb stands
_BEHIND = 30  # characters behind it in which the verb of a Dutch or German sentence stands
_SENTENCE = 80  # characters behind it in which it may be said that somebody lives there
_THERE = 4  # words from the verb on among which "there" stands
_DENIED = 3  # words beside "work" among which "no longer" stands


def only_works(before: str, behind: str) -> bool:
    """Whether a place is a firm's that bears its name, or where somebody worked once."""
    words = _WORD.findall(_PARTS.split(before)[-1])[-_NEAR:]
    if len(words) <= 1 or not before.endswith(" ") or any(in_list("lives", word) for word in words):
        return False
    *said, last = words
    if in_list("firms", last):
        following = _WORD.findall(_PARTS.split(behind[:_BEHIND])[0])[:2]
        only = any(in_list("works", word) for word in (*said, *following))
    elif in_list("jobs", said[-1]) and last in word_lists("homes")["joins"]:
        only = True
    elif in_list("in", last) or in_list("to", last):
        only = any(_is_over(word, said[max(0, at - _DENIED) : at + _DENIED]) for at, word in enumerate(said))
    else:
        return False
    return only and not _lives_there(behind)


def _lives_there(behind: str) -> bool:
    """Whether the words behind a place say that somebody lives there, too: "worked in Siegen and still live there"."""
    words = _WORD.findall(_ENDS.split(behind[:_SENTENCE])[0])
    lives = (at for at, word in enumerate(words) if in_list("lives", word))
    return any(in_list("there", word) for at in lives for word in words[max(0, at - 1) : at + _THERE])


def _is_over(word: str, beside: list[str]) -> bool:
    """Whether a word says that somebody worked, or that they work with "no longer" beside it."""
    return in_list("worked", word) or (in_list("working", word) and any(in_list("no_longer", w) for w in beside))
