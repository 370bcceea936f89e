"""What a colleague has the bot record, and calls by its name: "please log a deletion request for Ann Bell".

Such an order names no wish as a customer would. The names stand in `data/ordered.toml`.
"""

from functools import cache
from itertools import pairwise

from bot.rights import Right
from bot.understanding.replies.answers import LONGEST, phrases, plain
from bot.understanding.replies.asides import asks_back
from bot.understanding.replies.named_rights import named
from bot.understanding.wordlists import word_lists

_FILE = "ordered"
_WORDS = frozenset(("orders", "opens", "asks", "of_whom", "for_whom", "things"))
_MOST_BEFORE_WHOM = 3  # words behind "for" of which one tells who it is: "for our customer Ann"
_MOST_JOINED = 5  # words up to "for" with which another name is joined
_FOR = "_for"  # what the kinds of names end with that count only before "for"
_MOST_OPENING = 6  # words before the name of a request with which a message begins


def ordered(text: str) -> tuple[Right, ...]:
    """The rights whose requests a short text says are to be recorded, or begins with."""
    if len(text) > LONGEST:
        return ()
    words = plain(text).split()
    found = list(_found(words, _telling_who(text)))
    if not found or _denies(words):
        return ()
    orders = not phrases("orders", _FILE).isdisjoint(words)
    if asks_back(text):
        asked = orders and words[0] in phrases("asks", _FILE)  # "can you log ...?", but not "how do I file ...?"
    else:
        first = min(at for at, _right in found)
        begins = first <= _MOST_OPENING and all(word in phrases("opens", _FILE) for word in words[:first])
        asked = orders or begins
    return tuple(dict.fromkeys(right for _at, right in found)) if asked else ()


def noted(part: str) -> tuple[Right, bool] | None:
    """The right that a part of a desk's short note calls by its name, or by that of its request, and whether it is
    wanted: "GDPR access request", "del", "cancellazione account"."""
    words = [word for word in plain(part).split() if word not in phrases("of_law")]
    request = " ".join(words)
    alike = (request, *(request.removesuffix(ending) for ending in ("s", "en", "e") if request.endswith(ending)))
    if (of_request := next(filter(None, map(_names()[0].get, alike)), None)) is not None:
        return of_request[0], True  # also of several: "verwijderverzoeken"
    deleted = " ".join(word for word in words if word not in phrases("an_account"))
    if deleted in phrases("clipped_deletion") or named(deleted) == (Right.ERASURE, True):
        return Right.ERASURE, True
    return named(" ".join(words))


def what_is_ordered(part: str) -> str:
    """A part of an order without the words that order, and without whoever it is for: of "log a copy for Ann Bell" the
    copy."""
    words = plain(part).split()
    before = phrases("orders", _FILE) | phrases("opens", _FILE)
    while words and words[0] in before:
        words = words[1:]
    end = next((n for n, word in enumerate(words) if word in phrases("for_whom", _FILE)), len(words))
    return " ".join(words[:end])


def _denies(words: list[str]) -> bool:
    """Whether a word denies something: the "no" of "customer no 4711" denies nothing."""
    denied = phrases("not")
    return any(word in denied and not then.isdecimal() for word, then in pairwise([*words, ""]))


def _telling_who(text: str) -> frozenset[str]:
    """The words of a text that begin to tell who somebody is: a name or an address, a title, "customer"."""
    marked = [plain(word).split() for word in text.split() if word[:1].isupper() or "@" in word or word[:1].isdecimal()]
    return frozenset(words[0] for words in marked if words) | phrases("whoever") | phrases("titles", "names")


def _is_for_somebody(behind: list[str], telling_who: frozenset[str]) -> bool:
    """Whether the words behind a name go on with whoever it is for, or join another one first: "and a copy for Ann"."""
    far = _MOST_JOINED if behind and behind[0] in phrases("between") else 1
    at = next((n for n, word in enumerate(behind[:far]) if word in phrases("for_whom", _FILE)), None)
    return at is not None and not telling_who.isdisjoint(behind[at + 1 : at + 1 + _MOST_BEFORE_WHOM])


def _found(words: list[str], telling_who: frozenset[str]) -> list[tuple[int, Right]]:
    names, most = _names()
    found = list[tuple[int, Right]]()
    at = 0
    while at < len(words):
        lengths = range(min(most, len(words) - at), 0, -1)
        length = next((n for n in lengths if " ".join(words[at : at + n]) in names), 0)
        behind = words[at + length] if length and at + length < len(words) else ""
        if length and behind not in phrases("things", _FILE):
            right, before_for = names[" ".join(words[at : at + length])]
            if not before_for or _is_for_somebody(words[at + length :], telling_who):
                found.append((at, right))
        at += length or 1
    return found


@cache
def _names() -> tuple[dict[str, tuple[Right, bool]], int]:
    """The right that each name is of, and whether it counts only before "for"; and the most words of one."""
    names = {
        name: (Right(kind.removesuffix(_FOR)), kind.endswith(_FOR))
        for kind in sorted(word_lists(_FILE), reverse=True)  # of a name of both kinds, the one that always counts
        if kind not in _WORDS
        for name in phrases(kind, _FILE)
    }
    return names, max(len(name.split()) for name in names)
