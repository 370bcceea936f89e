"""A formal wish that says neither "my" nor "me": "Je demande l'accès aux données", "si richiede la cancellazione"; and
one that only names a right and who somebody is: "Droit d'accès, police 4711. Paul Martin".

The other readers take such words for business. Where they see nothing else in a message, it is asked about.
"""

import re
from functools import cache

from bot.rights import Right
from bot.understanding.reading import Fact, Meta
from bot.understanding.rights.decide import Verdict
from bot.understanding.rights.features import MARKS
from bot.understanding.rights.message import Message
from bot.understanding.rights.rarity import rarity
from bot.understanding.wordlists import alternatives, word_lists
from bot.understanding.words import LINK, MAILBOX, Word

_RIGHTS = ("access", "erasure", "rectification", "restriction", "portability")
_NAMED = (*_RIGHTS, "objection", "opt_out_marketing", "opt_out_sale")
_MOST = 16  # words of a message that names a right and a person only
_RARE = 7.4  # of surnames in small letters: one message in sixteen hundred has it
_SURE = 0.4  # of what is only asked about
_WORD = r"[\w'-]{1,30}"
_GAP = r"[\s,.:]{1,3}"


def formal(message: Message, verdict: Verdict) -> Verdict | None:
    """The question about the first such wish instead of a verdict that sees nothing, or None."""
    match = _asked(message) or _only_named(message)
    if match is None:
        return None
    right = Right(str(match.lastgroup))
    fact = Fact(right, message.text[slice(*match.span())], match.span(), _SURE, "formal")
    others = (each for each in verdict.candidates if each[0] != right.value)
    return Verdict((fact,), Meta.REQUEST, _SURE, ((right.value, _SURE), *others), unsure=True)


def _asked(message: Message) -> re.Match[str] | None:
    ends = [heard.clause.end for heard in message.heard]
    for heard, high in zip(message.heard, (*ends[1:], *ends[-1:]), strict=True):  # "bis zum 5. März" is parted
        match = _pattern().search(message.folded, heard.clause.start, high)
        if match is not None and _data().search(message.folded, match.start(), high):
            return match
    return None


def _only_named(message: Message) -> re.Match[str] | None:
    words = [word for heard in message.heard for word in heard.clause.words if word.key not in MARKS]
    if len(words) > _MOST or "negation" in message.gates or any(heard.clause.question for heard in message.heard):
        return None
    match = _names().search(message.folded)
    if match is None:
        return None
    others = [word for word in words if not match.start() <= word.start < match.end()]
    return match if all(_says_who(word, message.text) for word in others) else None


def _says_who(word: Word, text: str) -> bool:
    """Whether a word may be a part of a name, of a number, of an address, or of what leads to one of them."""
    if word.key in (MAILBOX, LINK) or any(char.isdigit() for char in word.key):
        return True
    known = word_lists("formal")["leads"] | word_lists("names")["first_names"]
    return text[word.start].isupper() or word.key in known or rarity(word.key) > _RARE


@cache
def _pattern() -> re.Pattern[str]:
    lists = word_lists("formal")
    nouns = "|".join(f"(?P<{right}>{alternatives(lists[right])})" for right in _RIGHTS)
    between = rf"(?:{_GAP}{_WORD}){{0,7}}?(?:{_GAP}(?:[dl]')?)"
    return re.compile(rf"(?<!\w)(?:{alternatives(lists['asks'])}){between}(?:{nouns})(?!\w)")


@cache
def _names() -> re.Pattern[str]:
    lists = word_lists("formal")
    return re.compile(
        "|".join(rf"(?P<{right}>(?<!\w)(?:{alternatives(lists[f'{right}_named'])})(?!\w))" for right in _NAMED)
    )


@cache
def _data() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(word_lists('formal')['data'])})(?!\w)")
