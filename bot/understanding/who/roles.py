"""Whether "lawyer" or "my mother" makes somebody a representative or a minor, or is only mentioned.

The frames hear such words wherever they stand ("while my lawyer checks it", "since my father's funeral"). Here the
rest of the text decides: an adviser counts who speaks or acts, a relative whose data are meant.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from bot.understanding.who.deputies import kin_of_named
from bot.understanding.who.kin import (
    held,
    is_child,
    is_in,
    is_relative,
    is_theirs_behind,
    may_be_theirs,
    may_name_relative,
    only_counts,
)
from bot.understanding.who.looked import WORD, Looked, looked_at, signs_of
from bot.understanding.who.mentions import aside, is_offered, keeps, numbered, receives
from bot.understanding.wordlists import alternatives, word_lists
from bot.understanding.words import fold

_STOPS = re.compile(r"\s*(?:[.,;:!?)\n]|$)")
_TENDED = 7  # words before a relative among which one tells that something was only bought for them
_NEAR = 8  # words between "for" and "her father"
_THREAT = 3  # words before an adviser among which one tells that somebody threatens with them
_ALL = 4  # words behind "on behalf of" among which one means everybody


def acts_for(text: str, low: int, high: int) -> bool:
    """Whether the words heard at text[low:high] tell that the writer speaks for somebody else."""
    words = WORD.findall(fold(text[low:high]))
    if keeps(text, low, high) or is_offered(text, low, high) or _is_else(text, low, high, words):
        return False
    adviser = words[-1].removeprefix("qu'").removeprefix("d'") if words else ""  # "en tant qu'avocate"
    if is_in(adviser, "advisers") and (len(words) == 1 or not held(looked_at(text))[1]):
        return _speaks(text, low, high)
    if words and is_in(words[-1], "clients"):
        return not numbered(text, high) and not _only_has_clients(text, high)
    if words and any(is_relative(word) for word in words):
        if is_in(words[-1], "of") and only_counts(looked_at(text), high):
            return False
        return not aside(text, low, high) and not only_owns(text, low, high) and is_meant(text, low, high)
    return not _for_all(text, high)


def _is_else(text: str, low: int, high: int, words: list[str]) -> bool:
    """Whether other words were heard as "mandate" or "in the name of": "vi ho mandato", "in Galway, name of"."""
    if words[-1:] in (["mandate"], ["mandato"]):
        before = WORD.findall(fold(text[max(0, low - 20) : low]))[-1:]
        return bool(before) and is_in(before[0], "no_mandate")
    return words[-2:] == ["name", "of"] and "," in text[low:high]


def _for_all(text: str, high: int) -> bool:
    """Whether it goes on with all of somebody's, in whose name they only thank: "on behalf of my whole family"."""
    following = WORD.findall(fold(text[high : high + 40]))[:_ALL]
    return any(is_in(word, "everyone") for word in following) and not may_be_theirs(looked_at(text))


def only_owns(text: str, low: int, high: int) -> bool:
    """Whether it says that a thing is the relative's, where the writer asks for what is their own: "delete my data; the
    other address is my daughter's"."""
    ahead = WORD.findall(fold(text[max(0, low - 30) : low]))[-3:]
    before = [word for word in ahead if word not in word_lists("flags")["of"]][-1:]
    return (
        bool(before)
        and is_in(before[0], "is")
        and re.match(r"\s?(?:[,.;:!)(\n]|$)", text[high:]) is not None
        and held(looked_at(text))[0]
    )


def _only_has_clients(text: str, high: int) -> bool:
    """Whether a writer who asks for what is their own names a thing of their clients that is no data: "my account shows
    my clients' initials"."""
    following = WORD.match(fold(text[high : high + 30]).removeprefix("'").lstrip())
    if text[high : high + 1] not in ("'", "\u2019") or following is None:
        return False
    if is_in(following[0], "pleads") or is_in(following[0], "held"):
        return False
    return held(looked_at(text)) == (True, False)


def _speaks(text: str, low: int, high: int) -> bool:
    """An adviser who signs, writes "as ..." or has a client; not one who is threatened with, nor one who asks for what
    is their own."""
    ahead = WORD.findall(fold(text[max(0, low - 30) : low]))
    if not word_lists("flags")["threatens"].isdisjoint(ahead[-_THREAT:]):
        return False
    before = ahead[-1:]
    looked = looked_at(text)
    if any(phrase in looked.folded for phrase in word_lists("flags")["acting"]):
        return True
    if before and before[0] in word_lists("flags")["of_others"]:
        return False
    if before and before[0] in word_lists("flags")["offices"] and not text.startswith((" for ", " of ", " to "), high):
        return False  # "Privacy Counsel"
    return may_be_theirs(looked)


def is_meant(text: str, low: int, high: int) -> bool:
    """A relative whose data are meant: "her account", or nothing of the writer's own is spoken of."""
    folded = looked_at(text).folded
    lists = word_lists("flags")
    words = [(m[0], m.start()) for m in WORD.finditer(folded)]
    said = [word for word, _ in words]
    own_kin = (WORD.findall(folded[low:high]) or [""])[0] not in lists["theirs"]  # no "her daughter"
    mine = theirs = False
    for at, (word, start) in enumerate(words):
        if low <= start < high:
            since = max(folded.rfind(end, 0, start) for end in (". ", "! ", "? "))
            ahead = [w for w, there in words[max(0, at - 8) : at] if there > since]
            if _registered(ahead, words[at + 1][0] if at + 1 < len(words) else ""):
                continue
            theirs = theirs or word.endswith("'s") or (at + 1 < len(words) and words[at + 1][0] in lists["held"])
            meant = any(w in lists["for_whom"] for w in ahead[-3:]) and not lists["tends"].intersection(
                ahead[-_TENDED:]
            )
            theirs = theirs or meant
            continue
        following = [w for w, _ in words[at + 1 : at + 3]]
        theirs = theirs or (own_kin and _is_about_them(said, at, folded, start))
        if word in lists["theirs"]:
            held = any(w in lists["held"] for w in following)
            theirs = theirs or (held and following[0] not in lists["apart"]) or is_theirs_behind(said, at)
        elif word in lists["mine"]:
            mine = mine or not any(is_relative(w) for w in following[:1])
    return theirs or not (mine or receives(text))


def _is_about_them(said: list[str], at: int, folded: str, start: int) -> bool:
    """Whether a word says of whom something is held: "everything about him", "todo lo que tienen sobre él"."""
    lists, word = word_lists("flags"), said[at]
    before = said[at - 1] if at else ""
    ends = _STOPS.match(folded, start + len(word)) is not None  # "on her", but not "on her own number"
    if before in lists["about"]:
        return word in lists["about_them"] or (word == "el" and ends)
    return before == "on" and word in lists["about_them"] and ends


def _registered(ahead: list[str], following: str) -> bool:
    """Whether a relative only gives something its name: "the plan is in my wife's name", "le contrat est au nom de"."""
    lists = word_lists("flags")
    if following == "name" and len(ahead) > 1 and (ahead[-1] in lists["under"] or ahead[-2] in lists["under"]):
        return True
    for end in range(len(ahead), max(1, len(ahead) - 2), -1):  # without "my"
        for count in (2, 3):
            if " ".join(ahead[max(0, end - count) : end]) in lists["in_name"]:
                return bool(lists["titled"].intersection(ahead[max(0, end - count - 3) : end - count]))
    return False


def kin(text: str) -> Iterator[tuple[int, int]]:
    """Where the writer speaks of a relative of their own ("unserem Sohn"), or somebody speaks for one of theirs ("the
    daughter called for her father")."""
    looked = looked_at(text)
    if not may_name_relative(looked):
        return
    folded = looked.folded
    words = list(WORD.finditer(folded))
    lists = word_lists("flags")
    ours, theirs, for_kin = lists["ours"], lists["theirs"], lists["for_kin"]
    for at, word in enumerate(words[:-1]):
        instead = word[0] == "za" and at and words[at - 1][0] in lists["writes"]
        matter = word[0] == "sprawie" and at > 1 and words[at - 2][0] in lists["writes"]  # "dzwonię w sprawie taty"
        if (instead or matter) and is_relative(words[at + 1][0]):
            yield word.start(), words[at + 1].end()
    whose = [at for at, word in enumerate(words) if word[0] in ours or word[0] in theirs]
    for at in whose:
        word = words[at]
        mine = word[0] in ours
        relative = next((w for w in words[at + 1 : at + 3] if is_relative(w[0])), None)
        if relative is None or not _joined(folded, word.end(), relative.start()):
            continue
        before = [w[0] for w in words[max(0, at - _NEAR) : at]]
        if mine or (bool(before) and before[-1] in for_kin and any(map(is_relative, before))):
            yield word.start(), relative.end()


def child_of_another(text: str) -> tuple[int, int] | None:
    """Where a child is called that of somebody who is told of: "ihres Sohnes", "with her daughter"."""
    looked = looked_at(text)
    if not may_name_relative(looked):
        return None
    words, theirs = list(WORD.finditer(looked.folded)), word_lists("flags")["theirs"]
    for whose, child in pairwise(words):
        if whose[0] in theirs and is_child(child[0]) and _joined(looked.folded, whose.end(), child.start()):
            return whose.start(), child.end()
    return None


def _joined(folded: str, low: int, high: int) -> bool:
    return not set(".,;:!?\n()") & set(folded[low:high])


def of_parent(text: str) -> tuple[int, int] | None:
    """Where somebody is called the parent of the one of whom is told: "mother of", "dzwonił ojciec"."""
    named = kin_of_named(text)
    if named and is_in(named["kin"], "elders"):
        return named.span()
    looked = looked_at(text)
    match = _parents().search(looked.folded) if signs_of("flags", "parents").stand_in(looked) else None
    return match.span() if match else None


def may_name_parent(looked: Looked) -> bool:
    """Whether somebody may be called a parent there, or a relative."""
    return may_name_relative(looked) or signs_of("flags", "parents").stand_in(looked)


def in_name(text: str, low: int, high: int) -> bool:
    """Whether it says in whose name something is, and not for whom somebody writes: "card no. 4711, in the name of"."""
    folded = fold(text[max(0, low - 30) : high])
    if not any(phrase in folded for phrase in word_lists("flags")["in_name"]):
        return False
    before = folded[: len(folded) - (high - low)]
    return bool(re.search(r"\d\W{0,3}$", before)) or any(
        word in word_lists("flags")["titled"] for word in WORD.findall(before)[-2:]
    )


@cache
def _parents() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(word_lists('flags')['parents'])})(?:(?<=')|(?!\w))")
