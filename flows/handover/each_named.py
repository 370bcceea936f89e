"""Several people in one note, each of whom is named and wants something: "Amy wants deletion, Joe Berg a copy"."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from bot.conversation.scene import Scene
from bot.rights import Right
from bot.understanding.replies.answers import LONGEST, adds_more, phrases, plain, says_the_same
from bot.understanding.replies.both_named import both_named
from bot.understanding.replies.named_rights import named, parts_of
from bot.understanding.replies.remarks import behind_all
from bot.understanding.replies.told_deputies import told_deputy
from bot.understanding.who.alike import same_person
from bot.understanding.who.kin import is_relative
from bot.understanding.who.names import is_title
from bot.understanding.wordlists import alternatives, word_lists
from bot.understanding.words import fold
from flows.slots.names import named_in
from flows.slots.people_named import given_in, titled_in
from flows.slots.reading import read
from flows.slots.wishes import asked_in, wants

_CLAUSE = re.compile(
    rf"\s*[,;\n]+\s*|(?<=[^\W_]{{2}}[.!])\s+|\s+(?:{alternatives(phrases('between'))})\s+", re.IGNORECASE
)
FEWEST = 2  # of several people
_MOST_BEFORE = 4  # words before the name: "and her husband Joe"
_SOON = 2  # words behind a name of which one says that somebody wants something


class OfPerson(NamedTuple):
    """What is said of one of several people."""

    words: str
    name: str | None = None


def each_named(text: str, scene: Scene) -> tuple[OfPerson, ...]:
    """Those whom a note names, each with their own words; none where somebody is named for another reason."""
    if len(text) > LONGEST or sum(word[:1].isupper() for word in text.split()) < FEWEST or both_named(text) is not None:
        return ()
    starts, ends, of_all = list[tuple[str, int]](), list[int](), list[str]()
    for low, high in _clauses(text):
        clause = text[low:high]
        name = _wishing(clause) or _first(clause)
        if name is None and _names(clause):
            return ()  # "her lawyer is Tom Finch"
        if name is not None:
            starts.append((name, low))
            ends.append(high)
        elif starts and behind_all(clause.rstrip(".!")) is not None:
            of_all.append(clause)
        elif starts:
            ends[-1] = high
    names = [name for name, _low in starts]
    if len(starts) < FEWEST or any(same_person(one, other) for n, one in enumerate(names) for other in names[:n]):
        return ()
    own = [text[low:high] for (_name, low), high in zip(starts, ends, strict=True)]
    if not all(_asks(words, scene) for words in own) or told_deputy(text, read(text, scene).language) is not None:
        return ()
    head = text[: starts[0][1]].strip()
    said = [", ".join([words, *of_all]) for words in own]
    return tuple(OfPerson(f"{head} {words}".strip(), name) for name, words in zip(names, said, strict=True))


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """Where each clause of a note begins and ends."""
    at = 0
    for sign in _CLAUSE.finditer(text):
        if text[at : sign.start()].strip():
            yield at, sign.start()
        at = sign.end()
    if text[at:].strip():
        yield at, len(text)


def _names(clause: str) -> list[str]:
    """Whoever is named in a clause, the longest way first."""
    return [*named_in(clause), *titled_in(clause), *given_in(clause), *_behind_kin(clause)]


def _behind_kin(clause: str) -> list[str]:
    """The name behind what somebody is to another: "his wife Su wants a copy"."""
    words = clause.split()[:_MOST_BEFORE]
    return [name for kin, name in pairwise(words) if is_relative(fold(kin)) and name[:1].isupper() and name.isalpha()]


def _first(clause: str) -> str | None:
    """Whose name a clause begins with: "Ann Bell, Leeds, wants a copy"."""
    names = _names(clause)
    before = clause[: clause.find(names[0])].split() if names else []
    return names[0] if names and all(map(is_title, before)) else None


def _wishing(clause: str) -> str | None:
    """Who is named near the beginning of a clause and wants something in it."""
    names = _names(clause)
    at = clause.find(names[0]) if names else 0
    before = clause[:at].rpartition(":")[2]
    if not names or len(before.split()) > _MOST_BEFORE or wants(before):
        return None
    behind = clause[at + len(names[0]) :]
    same = adds_more(behind) and len(behind.split()) <= _SOON  # "Bo Berg too"
    called = any(map(named, [*behind.split(), *parts_of(behind)]))
    return names[0] if same or called or _wishes(" ".join(behind.split()[:_SOON])) else None


def _wishes(text: str) -> bool:
    return wants(text) or not word_lists("people")["wishes"].isdisjoint(plain(text).split())


def _asks(words: str, scene: Scene) -> bool:
    """Whether somebody's words ask for something, and not merely for something to be set right."""
    said = any(map(named, [*words.split(), *parts_of(words)])) or says_the_same(words) or adds_more(words)
    return said or bool(asked_in(read(words, scene)) - {Right.RECTIFICATION, Right.QUESTION})
