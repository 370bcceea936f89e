"""Who of two people is whom, as a colleague's few words tell it: "the mother is Ann Bell, he is Tom Bell".

Whose data it is follows from what else was told: of "he calls for his mother" the mother's, of "dad calls about his
daughter" the daughter's. The words stand in `data/both_named.toml`.
"""

import re
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import NamedTuple

from bot.understanding.replies.answers import LONGEST, phrases, plain
from bot.understanding.replies.typed import typed_name
from bot.understanding.who.kin import is_child, is_relative
from bot.understanding.who.names import is_given, is_ordinary
from bot.understanding.wordlists import word_lists
from bot.understanding.words import EMAIL, fold

_FILE = "both_named"
_MOST = 1_000  # characters of what was told before
_CLAUSE = re.compile(r"\s*[,;\n()]+\s*|(?<=[^\W_]{2})[.!]\s+|\s+(?:and|en|und|et|y|e|i|&|while|terwijl|während)\s+")
_ADDRESS = re.compile(rf"<?{EMAIL}>?")
_MOST_BEFORE = 7  # words before a name that say whose it is
_MOST_IN_CLAUSE = 14  # words
_CALLS = 8  # words among which one says that they called
_FIRST = 4  # words with which a sentence begins that tells who called
_NEAR = 5  # words between "for" or "her" and a relative


class Both(NamedTuple):
    """The one whose data it is, who writes for them, and the words that tell something else."""

    person: str
    writer: str
    rest: str


class _Named(NamedTuple):
    role: str  # "person", "parent", "child", "writer", a relative's word, or "" for a mere "he"
    gender: str
    name: str


def both_named(text: str, before: str = "") -> Both | None:
    """The two people whom a text names and tells apart, or None. `before`: what was told until then."""
    if len(text) > LONGEST or not _speaks_of_two(text):
        return None
    named, rest = list[_Named](), list[str]()
    for clause in _CLAUSE.split(text):
        found = _named(" ".join(_ADDRESS.sub(" ", clause).split()))
        if found is not None:
            named.append(found)
        elif plain(clause):
            rest.append(clause.strip(" ."))
    if len(named) != 2 or named[0].name == named[1].name:
        return None
    person = _whose(named[0], named[1], f"{before[:_MOST]}. {'. '.join(rest)}")
    if person is None:
        return None
    writer = named[1] if person is named[0] else named[0]
    return Both(person.name, writer.name, ", ".join(rest))


def one_named(text: str, before: str, *, of_other: bool) -> tuple[str, str] | None:
    """The name of who writes, and the other words, where a text names nobody else, and what was told before speaks of
    what they are: "the daughter is Eva Bell", or "she is Eva Bell", behind "the daughter of Rosa Bell calls".

    Args:
        of_other: whose data it is is known, so that somebody else who is named can only be who writes.
    """
    if len(text) > LONGEST:
        return None
    each = [(clause, _named(" ".join(_ADDRESS.sub(" ", clause).split()))) for clause in _CLAUSE.split(text)]
    named = [found for _clause, found in each if found is not None]
    rest = ", ".join(clause.strip(" .") for clause, found in each if found is None and plain(clause))
    if len(named) != 1 or named[0].role == "person":
        return None
    for_whom, calling = _told_of(before[:_MOST])
    if for_whom is not None and named[0].role == for_whom[0]:
        return None  # "the father is Wim Prins", behind "daughter calls, her father wants ..."
    if not named[0].role:
        of_two = for_whom is not None and _by_gender(named[0], for_whom, calling) is False
        calls = of_two or _only_calls(named[0].gender, before[:_MOST], of_other=of_other)
        return (named[0].name, rest) if of_other and calls else None
    called, told = {word for word in _words(text) if _role(word)}, _words(before[:_MOST])[:_CALLS]
    calls = of_other or not word_lists(_FILE)["wrote"].isdisjoint(told)
    return (named[0].name, rest) if calls and not called.isdisjoint(told[:_FIRST]) else None


def kin_told(text: str, before: str) -> str | None:
    """The word for what somebody is to who was told before, where a few words say that it is their data: "it's about
    her son", or "the boy is called Leo", behind "she asks for the data of her son"."""
    if len(text) > LONGEST:
        return None
    for_whom, told = _told_of(text)[0], _told_of(before[:_MOST])[0]
    if for_whom is None and told is not None and told[0]:
        clauses = [_named(" ".join(_ADDRESS.sub(" ", clause).split())) for clause in _CLAUSE.split(text)]
        for_whom = told if any(one is not None and one.role == told[0] for one in clauses) else None
    if for_whom is None or not for_whom[0]:
        return None
    own = word_lists("flags")["mine"] | word_lists("flags")["ours"]  # the colleague's
    words = _words(f"{text} {before[:_MOST]}")
    return next((two for one, two in pairwise(["", *words]) if _role(two) == for_whom[0] and one not in own), None)


def named_behind_kin(text: str) -> str | None:
    """The name right behind what somebody is to them, with which a text begins: of "Dad of Evie Lane wants" hers."""
    words = text[:LONGEST].split()
    at = next((n + 1 for n, word in enumerate(words[:_FIRST]) if _role(fold(word)) not in ("", "person", "writer")), 0)
    if at == 0 or not words[at:] or plain(words[at]) not in phrases("comes_from"):
        return None
    name = " ".join(takewhile(lambda word: word[:1].isupper() and word[-1:].isalpha(), words[at + 1 :]))
    return name if _is_name(name) else None


def relative_named(text: str) -> str | None:
    """The name of a relative, where words are nothing but that and what they are: "his wife Ria Bos"."""
    each = [_named(clause) for clause in _CLAUSE.split(text.strip(" .!"))] if len(text) <= LONGEST else []
    one = each[0] if len(each) == 1 else None
    return one.name if one is not None and one.role not in ("", "person", "writer") else None


def _only_calls(gender: str, before: str, *, of_other: bool) -> bool:
    """Whether of all who were spoken of only who calls is a man, or a woman: "Ann's brother calls, she wants ..."; or,
    where the other's own name is known, whether somebody calls who may be named so: "the father of Noor Bell wants"."""
    words, lists = _words(before), word_lists(_FILE)
    caller = next((gender_of(word) for word in words[:_FIRST] if _role(word) and gender_of(word)), "")
    others = {gender_of(word) for word in words if word in lists["pronouns"] or word in lists["possessives"]} - {""}
    if of_other:
        return bool(caller) and gender in (caller, "")
    return gender == caller and bool(gender) and bool(others) and gender not in others


def _speaks_of_two(text: str) -> bool:
    return sum(bool(gender_of(word) or _role(word)) for word in _words(text)) > 1


def _named(clause: str) -> _Named | None:
    """A name behind or before words that say whose it is, and nothing else: "the boy is Leo Bell"."""
    words = clause.split()
    if len(words) > _MOST_IN_CLAUSE or not any(word[:1].isupper() for word in words):
        return None
    for at in range(1, min(len(words), _MOST_BEFORE)):
        told, name = words[:at], " ".join(words[at:])
        if _only_tells(told) and _is_name(name):
            return _of(told, name)
    for at in range(len(words) - 1, max(len(words) - _MOST_BEFORE, 0), -1):
        told, name = words[at:], " ".join(words[:at])
        if _only_tells(told) and _is_name(name):
            return _of(told, name)
    return None


def _only_tells(words: list[str]) -> bool:
    known = word_lists(_FILE)["beside"]
    if any(word[:1].isupper() and is_given(word.strip(",.:")) for word in words):
        return False  # "Nina" is a name, though a girl is called so elsewhere
    each = [part for word in words for part in _words(word)]
    naming = phrases("naming")  # "se llama Pilar Ortiz"
    return any(gender_of(word) or _role(word) or word in naming for word in each) and all(
        gender_of(word) or _role(word) or word in known for word in each
    )


def _of(told: list[str], name: str) -> _Named:
    words = [part for word in told for part in _words(word)]
    role = next(filter(None, map(_role, words)), "")
    kin = next((word for word in words if _role(word)), None)
    gender = gender_of(kin) if kin is not None else next(filter(None, map(gender_of, words)), "")
    return _Named(role, gender, name)


def _is_name(text: str) -> bool:
    words = text.strip(" .").split()
    if not words or not words[0][:1].isupper() or not words[-1][:1].isupper() or is_ordinary(words[0]):
        return False
    told = any(_role(fold(word)) or gender_of(fold(word)) for word in words if not is_given(word))
    return not told and typed_name(text.strip(" .")) is not None


def _whose(one: _Named, other: _Named, context: str) -> _Named | None:
    """The one of two whose data it is."""
    persons = [each for each in (one, other) if each.role == "person"]
    if len(persons) == 1:
        return persons[0]
    for_whom, who_calls = _told_of(context)
    first, second = (_side(each, for_whom, who_calls) for each in (one, other))
    if first is None and second is None:
        first, second = (_by_gender(each, for_whom, who_calls) for each in (one, other))
    if first == second:  # nothing tells them apart
        return None
    return one if first or second is False else other


def _side(named: _Named, for_whom: tuple[str, str] | None, who_calls: tuple[str, str] | None) -> bool | None:
    """Whether the data is theirs, as far as their role tells."""
    if not named.role:
        return None
    if named.role in ("person", "writer"):
        return named.role == "person"
    if for_whom is not None and named.role == for_whom[0]:
        return True
    if who_calls is not None and named.role == who_calls[0]:
        return False
    return True if named.role == "child" else None


def _by_gender(named: _Named, for_whom: tuple[str, str] | None, who_calls: tuple[str, str] | None) -> bool | None:
    """The same of a mere "he" or "she", where only one of both can be meant by it."""
    theirs, others = for_whom[1] if for_whom else "", who_calls[1] if who_calls else ""
    if not named.gender or named.role or theirs == others:
        return None
    if theirs:
        return named.gender == theirs
    return named.gender != others


def _told_of(context: str) -> tuple[tuple[str, str] | None, tuple[str, str] | None]:
    """For whom somebody calls, and who does, each by what they are and whether that is a man: "for her father"."""
    lists, words = word_lists(_FILE), _words(context)
    for_whom = who_calls = None
    for at, word in enumerate(words):
        role, gender = _role(word), gender_of(word)
        before = words[max(0, at - _NEAR) : at]
        whose = word in lists["possessives"] and lists["possessives"].isdisjoint(before[-1:])  # "her son" is none
        if not (role or gender) or whose or word in lists["pronouns"]:
            continue
        theirs = not lists["for_whom"].isdisjoint(before) or (
            at >= _FIRST - 1 and not lists["possessives"].isdisjoint(before)
        )
        if role == "person":
            continue
        if role and role != "writer" and (theirs or (role == "child" and at >= _FIRST)):
            for_whom = for_whom or (role, gender)
        elif not theirs and who_calls is None and at < _FIRST:
            who_calls = (role, gender)
    return for_whom, who_calls


@lru_cache(maxsize=4_096)
def _role(word: str) -> str:
    """What somebody is to the other."""
    bare = word.removesuffix("'s")
    if bare in word_lists(_FILE)["persons"]:
        return "person"
    if bare in word_lists(_FILE)["writers"] or bare in phrases("lawyers"):
        return "writer"
    if is_child(bare):
        return "child"
    if bare in phrases("parents"):
        return "parent"
    return bare if is_relative(bare) else ""


@lru_cache(maxsize=4_096)
def gender_of(word: str) -> str:
    """Whether a word is of a woman or of a man, where it is of either."""
    bare = word.removesuffix("'s")
    return next((kind for kind in ("female", "male") if bare in word_lists(_FILE)[kind]), "")


def _words(text: str) -> list[str]:
    return fold(text).replace("’", "'").replace(",", " ").replace(".", " ").replace(":", " ").replace("=", " ").split()
