"""A formal wish that says neither "my" nor "me": "Je demande l'accès aux données", "si richiede la cancellazione".

The other readers take such words for business. Where they see nothing else in a message, it is asked about.
"""

import re
from functools import cache

from bot.rights import Right
from bot.understanding.reading import Fact, Meta
from bot.understanding.rights.decide import Verdict
from bot.understanding.rights.message import Message
from bot.understanding.wordlists import alternatives, word_lists

_RIGHTS = ("access", "erasure", "rectification", "restriction", "portability")
_SURE = 0.4  # of what is only asked about
_WORD = r"[\w'-]{1,30}"
_GAP = r"[\s,.:]{1,3}"


def formal(message: Message, verdict: Verdict) -> Verdict | None:
    """The question about the first such wish instead of a verdict that sees nothing, or None."""
    ends = [heard.clause.end for heard in message.heard]
    for heard, high in zip(message.heard, (*ends[1:], *ends[-1:]), strict=True):  # "bis zum 5. März" is parted
        match = _pattern().search(message.folded, heard.clause.start, high)
        if match is None or not _data().search(message.folded, match.start(), high):
            continue
        right = Right(str(match.lastgroup))
        fact = Fact(right, message.text[slice(*match.span())], match.span(), _SURE, "formal")
        others = (each for each in verdict.candidates if each[0] != right.value)
        candidates = ((right.value, _SURE), *others)
        return Verdict((fact,), Meta.REQUEST, _SURE, candidates, unsure=True)
    return None


@cache
def _pattern() -> re.Pattern[str]:
    lists = word_lists("formal")
    nouns = "|".join(f"(?P<{right}>{alternatives(lists[right])})" for right in _RIGHTS)
    between = rf"(?:{_GAP}{_WORD}){{0,7}}?(?:{_GAP}(?:[dl]')?)"
    return re.compile(rf"(?<!\w)(?:{alternatives(lists['asks'])}){between}(?:{nouns})(?!\w)")


@cache
def _data() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(word_lists('formal')['data'])})(?!\w)")
