"""Mails in a language that is not read: whatever they ask for, the readers hear nothing, or something else."""

import re
from functools import cache
from itertools import islice

from bot.understanding.reading import MailReading, Zone
from bot.understanding.rights.rarity import unheard
from bot.understanding.who.looked import may_hold_any
from bot.understanding.wordlists import word_lists
from bot.understanding.words import fold

_WORD = re.compile(r"[^\W\d_]+")
_MOST = 80  # words looked at
_FEWEST = 3  # words of a language in Latin letters; others may write whole sentences without a blank
_LATIN = "\u0370"  # before which its letters stand
_FEW = 3  # words of which one may tell another language
_TELLING = 1 / 6  # of the words of a longer mail, and two at least
_SHARE = 1 / 3  # of words that nobody wrote to a firm before; in a language that is read at most one in eight


def is_unread(mail: MailReading) -> bool:
    """Whether somebody's mail is in none of the languages that are read. Of a chat's few words nobody can tell, but by
    some that are known."""
    if mail.sender is None and not may_hold_any(mail.text, _known()):
        return False
    body = mail.parts(Zone.BODY)[:2_000]
    written = list(islice(_WORD.finditer(body), _MOST))
    folded = fold(body)
    heard = [folded[word.start() : word.end()] for word in written]
    known = len(_known().intersection(heard))
    if known > 1 and known >= _TELLING * len(written):
        return True
    if mail.sender is None:
        return False
    if known and len(written) <= _FEW:
        return True
    words = [one for word, one in zip(written, heard, strict=True) if word[0] == word[0].lower()]  # names: seldom known
    enough = len(words) >= _FEWEST or any(word >= _LATIN for word in words)
    return enough and unheard(words) > _SHARE * len(words)


@cache
def _known() -> frozenset[str]:
    return frozenset[str]().union(*word_lists("unread").values())
