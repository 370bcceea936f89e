"""Whether somebody of whom is told asks for what is a relative's: "Ann Bell wants her late husband removed".

Who only passes on what others said speaks of "her husband", not of "my husband". The one who is named asks then, and
whose data it is remains to be told.
"""

import re
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import pairwise

from bot.understanding.who.kin import is_in, is_relative, may_name_relative
from bot.understanding.who.looked import WORD, looked_at
from bot.understanding.wordlists import holds, whole_words, word_lists
from bot.understanding.words import fold

_FILE = "told_kin"
_BETWEEN = 2  # words between "her" and a relative
_DIED = 4  # words behind a relative among which one tells that they died
_BEHIND = 3  # characters between a relative and the name: ", "
_LEAD = 30  # characters before a name in which "daughter of" stands
_APART = re.compile(r"[.,;:!?\n()]")


@lru_cache(maxsize=2)  # asked for by who tells flags, names and the writer
def kin_of_asker(text: str) -> tuple[int, int] | None:
    """Where a relative is named whose data somebody asks for of whom is told; None where anything is the writer's own,
    or theirs ("her data, and her husband's")."""
    looked = looked_at(text)
    if not may_name_relative(looked):
        return None
    lists = word_lists("flags")
    if not lists["mine"].isdisjoint(looked.parts):
        return None
    words = list(WORD.finditer(looked.folded))
    if _wants_own(words):
        return None
    if (died := _died(words)) is not None:
        return died
    for at, word in enumerate(words):
        relative = _relative(words, at, looked.folded)
        if relative is not None and _is_asked_for(words, at, relative):
            return word.start(), words[relative].end()
    return None


def asks_beside(text: str, name: tuple[int, int], kin: tuple[int, int]) -> bool:
    """Whether somebody who is named asks for what is a relative's, or may do so: all but who is named right behind the
    relative ("her husband Henk Lind", "mum is Rosa Vidal"), and the mother in "the daughter of Rosa Vidal says her
    mother wants ..."."""
    before = WORD.findall(fold(text[max(0, name[0] - _LEAD) : name[0]]))[-2:]
    leads = len(before) == 2 and (is_in(before[1], "of") or holds(_FILE, "is", before[1]))
    return not (leads and is_relative(before[0])) and not 0 <= name[0] - kin[1] <= _BEHIND


def _relative(words: list[re.Match[str]], at: int, folded: str) -> int | None:
    """Which word is the relative behind "her", if one is; of a dead one "the" is enough."""
    first = words[at][0]
    theirs = first in word_lists("flags")["theirs"] or holds(_FILE, "own", first)
    if not theirs and not is_in(first, "articles"):
        return None
    for place in range(at + 1, min(at + 2 + _BETWEEN, len(words))):
        word = words[place]
        if _APART.search(folded, words[place - 1].end(), word.start()):
            return None
        if is_relative(word[0]):
            behind = words[place + 1][0] if place + 1 < len(words) else ""
            return place if theirs or holds(_FILE, "dead", behind) else None
        if not holds(_FILE, "between", word[0]):
            return None
    return None


def _died(words: list[re.Match[str]]) -> tuple[int, int] | None:
    """Where a relative is said to have died, if nothing is called the own of who asks: "her husband passed away, she
    wants his account closed"."""
    for at, (whose, relative) in enumerate(pairwise(words)):
        if whose[0] in word_lists("flags")["theirs"] and is_relative(relative[0]):
            following = " ".join(word[0] for word in words[at + 2 : at + 2 + _DIED])
            if whole_words(_FILE, "died").search(following) and not _says_own(words, but=_not_of(whose[0])):
                return whose.start(), relative.end()
    return None


def _not_of(whose: str) -> frozenset[str]:
    """The words for what is not that one's: what is "hers" is not his."""
    lists = word_lists(_FILE)
    return lists["his"] if whose in lists["hers"] else lists["hers"] if whose in lists["his"] else frozenset()


def _is_asked_for(words: list[re.Match[str]], at: int, relative: int) -> bool:
    """Whether something is wanted of them, or what is theirs: "remove her husband", "his mother's file", "the data of
    her son"."""
    before = [word[0] for word in words[max(0, at - 3) : at]]
    following = [word[0] for word in words[relative + 1 : relative + 3]]
    if _says_own(words[:at]) or (following and is_in(following[0], "tells")):
        return False
    if any(holds(_FILE, "out_of", word) for word in before):  # "wants to be removed from his wife's account"
        return False
    if words[relative][0].endswith("'s") and any(is_in(word, "held") for word in following):
        return True
    if not before:
        return False
    last, ahead = before[-1], before[-2:-1]
    if holds(_FILE, "acts", last) or (is_in(last, "held") and holds(_FILE, "genitive", words[at][0])):
        return True
    if holds(_FILE, "leads", last) and any(holds(_FILE, "acts", word) for word in ahead):
        return True
    leads = is_in(last, "of") or is_in(last, "about") or is_in(last, "for_whom")
    return leads and any(is_in(word, "held") or holds(_FILE, "all", word) for word in ahead)


def _wants_own(words: list[re.Match[str]]) -> bool:
    """Whether they want what they say is their own: "she wants her own address put right"."""
    lists, said = word_lists("flags"), [word[0] for word in words]
    return any(
        own in lists["apart"] and whose in lists["theirs"] and holds(_FILE, "acts", act)
        for act, whose, own in zip(said, said[1:], said[2:], strict=False)
    )


def _says_own(words: list[re.Match[str]], but: AbstractSet[str] = frozenset()) -> bool:
    """Whether something is called theirs there: "wants her data gone and her husband's". `but`: not by these words."""
    theirs = word_lists("flags")["theirs"] | word_lists(_FILE)["own"]
    return any(
        whose[0] in theirs and whose[0] not in but and is_in(thing[0], "held") and not is_relative(thing[0])
        for whose, thing in pairwise(words)
    )
