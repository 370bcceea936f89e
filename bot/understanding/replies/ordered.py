"""What a colleague has the bot record, and calls by its name: "please log a deletion request for Ann Bell".

Such an order names no wish as a customer would. The names stand in `data/ordered.toml`.
"""

from functools import cache

from bot.rights import Right
from bot.understanding.replies.answers import LONGEST, phrases, plain
from bot.understanding.replies.asides import asks_back
from bot.understanding.wordlists import word_lists

_FILE = "ordered"
_WORDS = frozenset(("orders", "opens", "asks", "of_whom", "things"))
_MOST_OPENING = 4  # words before the name of a request with which a message begins


def ordered(text: str) -> tuple[Right, ...]:
    """The rights whose requests a short text says are to be recorded, or begins with."""
    words = plain(text).split() if len(text) <= LONGEST else []
    found = list(_found(words))
    if not found or not phrases("not").isdisjoint(words):
        return ()
    orders = not phrases("orders", _FILE).isdisjoint(words)
    if asks_back(text):
        asked = orders and words[0] in phrases("asks", _FILE)  # "can you log ...?", but not "how do I file ...?"
    else:
        first = min(at for at, _right in found)
        begins = first <= _MOST_OPENING and all(word in phrases("opens", _FILE) for word in words[:first])
        asked = orders or begins
    return tuple(dict.fromkeys(right for _at, right in found)) if asked else ()


def _found(words: list[str]) -> list[tuple[int, Right]]:
    names, most = _names()
    found = list[tuple[int, Right]]()
    at = 0
    while at < len(words):
        lengths = range(min(most, len(words) - at), 0, -1)
        length = next((n for n in lengths if " ".join(words[at : at + n]) in names), 0)
        behind = words[at + length] if length and at + length < len(words) else ""
        if length and behind not in phrases("things", _FILE):
            found.append((at, names[" ".join(words[at : at + length])]))
        at += length or 1
    return found


@cache
def _names() -> tuple[dict[str, Right], int]:
    kinds = (kind for kind in word_lists(_FILE) if kind not in _WORDS)
    names = {name: Right(kind) for kind in kinds for name in phrases(kind, _FILE)}
    return names, max(len(name.split()) for name in names)
