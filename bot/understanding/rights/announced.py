"""A request of which a desk says no more than its right and a surname: "Altra istanza: cancellazione account Bruni".

Read as a whole it sounds like a question about progress, or like nothing at all. It is asked about, if nothing else is
said than that there is one more (`data/announced.toml`), by what right, and whose it is.
"""

import re
from functools import cache

from bot.rights import Right
from bot.understanding.reading import Fact, Meta
from bot.understanding.rights.decide import Verdict
from bot.understanding.rights.features import MARKS
from bot.understanding.rights.message import Message
from bot.understanding.who.nicknamed import nicknamed
from bot.understanding.wordlists import alternatives, holds, word_lists

_MOST = 14  # words of such a note
_SURE = 0.4  # of what is only asked about
_RIGHTS = ("access", "erasure", "rectification", "restriction", "portability", "objection")


def announced(message: Message, verdict: Verdict) -> Verdict | None:
    """The question about that right, or None."""
    words = [word for heard in message.heard for word in heard.clause.words if word.key not in MARKS]
    if not 1 < len(words) <= _MOST or "reference" in message.marks:
        return None
    named = [match for match in _nouns().finditer(message.folded) if match.lastgroup]
    if not named or len({match.lastgroup for match in named}) != 1:
        return None
    name = nicknamed(message.text, 0, len(message.text))
    if name is None:
        return None
    others = [word for word in words if not any(m.start() <= word.start < m.end() for m in named)]
    if not all(word.start == name.span[0] or _is_said(word.key) for word in others):
        return None
    if verdict.meta is Meta.STATUS_QUERY and not any(holds("closed", "anew", word.key) for word in others):
        return None  # "Löschung Huber?" asks how it goes
    right = Right(str(named[0].lastgroup))
    fact = Fact(right, message.text[slice(*named[0].span())], named[0].span(), _SURE, "announced")
    rest = (each for each in verdict.candidates if each[0] != right.value)
    return Verdict((fact,), Meta.REQUEST, _SURE, ((right.value, _SURE), *rest), unsure=True)


def _is_said(word: str) -> bool:
    """Whether it tells no more than that there is one more: a number, "new", "request", "please"."""
    return (
        not word
        or any(char.isdigit() for char in word)
        or word in word_lists("formal")["leads"]
        or word in word_lists("announced")["says"]
        or holds("closed", "anew", word)
    )


@cache
def _nouns() -> re.Pattern[str]:
    lists = word_lists("announced")
    nouns = "|".join(f"(?P<{right}>{alternatives(lists[right])})" for right in _RIGHTS)
    return re.compile(rf"(?<!\w)(?:{nouns})(?!\w)")
