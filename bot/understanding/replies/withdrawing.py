"""That somebody does not want any more what they asked for, in a few words of a colleague."""

import re

from bot.understanding.replies.answers import phrases, plain, speaks_of, speaks_of_another, turn_of
from bot.understanding.replies.remarks import tells_of_them
from bot.understanding.wordlists import word_lists
from bot.understanding.words import fold

_CLAUSE = re.compile(r"[.!?;,:\n]+")
_FEW = 160  # characters


def wants_no_more(text: str) -> bool:
    """Whether a few words tell that somebody does not want any more what they asked for: "she changed her mind"; or say
    that it is withdrawn: "4711: withdrawn". Not where they may tell of a consent: "4711: consent: withdrawn"."""
    if len(text) > _FEW or turn_of(text) is not None or _of_consent(text):
        return False
    of_them = speaks_of_another(text) or tells_of_them(text)
    if of_them and speaks_of(text, "wants_no_more"):
        return True
    ways, clauses = tuple(f" {way}" for way in phrases("withdraws")), [plain(part) for part in _CLAUSE.split(text)]
    if any(f" {clause}".endswith(ways) for clause in clauses):
        return True
    alone = (" ".join(word for word in clause.split() if not word.isdecimal()) for clause in clauses)
    return any(words in phrases("withdrawn") for words in alone)


def _of_consent(text: str) -> bool:
    """Whether words speak of a consent; "akkoord" may be a yes."""
    consents = word_lists("formal")["consents"] - phrases("yes")
    return not consents.isdisjoint(fold(plain(text)).split())
