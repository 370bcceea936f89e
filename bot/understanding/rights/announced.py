"""A request of which a desk says no more than its right and whose it is: "Altra istanza: cancellazione account Bruni",
"Fall 4711: Kunde will Auskunft", "two members asking for deletion", "2 erasure requests today".

Read as a whole it sounds like a question about progress, or like nothing at all. It is asked about, if nothing else is
said than that there is one more, or several (`data/announced.toml`), by what right, and by whom.
"""

import re
from collections.abc import Iterable
from functools import cache

from bot.rights import Right
from bot.understanding.reading import Meta
from bot.understanding.rights.features import MARKS
from bot.understanding.rights.formal import joined_law
from bot.understanding.rights.message import Message
from bot.understanding.rights.verdict import Verdict, question_about
from bot.understanding.who.nicknamed import nicknamed
from bot.understanding.wordlists import alternatives, holds, word_lists

_MOST = 14  # words of such a note
_RIGHTS = ("access", "erasure", "rectification", "restriction", "portability", "objection")


def announced(message: Message, verdict: Verdict) -> Verdict | None:
    """The question about that right, or None."""
    words = [word for heard in message.heard for word in heard.clause.words if word.key not in MARKS]
    if not 1 < len(words) <= _MOST or "reference" in message.marks:
        return None
    named = [match for match in _nouns().finditer(message.folded) if match.lastgroup]
    if not named or len({match.lastgroup for match in named}) != 1:
        return None
    others = [word for word in words if not any(m.start() <= word.start < m.end() for m in named)]
    name = nicknamed(message.text, 0, len(message.text))
    wants = _says_who_wants(word.key for word in others)
    counted = not wants and _counts(word.key for word in words)
    if name is None and not wants and not counted:
        return None
    at = name.span[0] if name is not None else -1
    if not all(word.start == at or _is_said(word.key) or (wants and _is_of_wish(word.key)) for word in others):
        return None
    if (
        verdict.meta is Meta.STATUS_QUERY
        and not (wants or counted)
        and not any(holds("closed", "anew", word.key) for word in others)
    ):
        return None  # "Löschung Huber?" asks how it goes
    right = Right(str(named[0].lastgroup))
    return question_about(right, named[0].span(), message.text, verdict, reader="announced")


def _says_who_wants(words: Iterable[str]) -> bool:
    """Whether it is said that somebody wants, or that a customer wants or asks."""
    said, people, lists = set(words), word_lists("people"), word_lists("announced")
    customer = not said.isdisjoint(people["told"] | lists["callers"])
    asks = not said.isdisjoint(people["wishes"] | lists["asking"])
    return not said.isdisjoint(people["wants"]) or (customer and asks)


def _counts(words: Iterable[str]) -> bool:
    """Whether requests are counted: "2 erasure requests this morning"."""
    said = set(words)
    return not said.isdisjoint(word_lists("announced")["counted"]) and any(word.isdecimal() for word in said)


def _is_of_wish(word: str) -> bool:
    people, lists = word_lists("people"), word_lists("announced")
    return any(word in people[kind] for kind in ("told", "wants", "wishes")) or any(
        word in lists[kind] for kind in ("callers", "asking")
    )


def _is_said(word: str) -> bool:
    """Whether it tells no more than that there is one more: a number, "new", "request", "please"."""
    return (
        not word
        or any(char.isdigit() for char in word)
        or word in word_lists("formal")["leads"]
        or any(word in word_lists("announced")[kind] for kind in ("says", "counted"))
        or holds("closed", "anew", word)
    )


@cache
def _nouns() -> re.Pattern[str]:
    lists = word_lists("announced")
    nouns = "|".join(f"(?P<{right}>{alternatives(lists[right])})" for right in _RIGHTS)
    return re.compile(rf"(?<!\w){joined_law()}(?:{nouns})(?!\w)")
