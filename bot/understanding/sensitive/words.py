"""The words beside a number or a password that tell what it is."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from bot.understanding.wordlists import alternatives, word_lists

_REACH = 40  # characters before a number in which its name may stand
_BEHIND = 24  # and behind it: "111222333 (BSN)"


class Name(NamedTuple):
    """What a number is called."""

    pattern: re.Pattern[str]
    behind: re.Pattern[str]  # the same behind a number, with what leads to it
    signs: tuple[str, ...]  # without any of these in a text, the pattern finds nothing there


def shortest(words: Iterable[str]) -> tuple[str, ...]:
    """Those of the words one of which stands in every text that `alternatives` of all of them finds something in."""
    stems = {word.rstrip("*") for word in words}
    return tuple(sorted(one for one in stems if not any(other in one and other != one for other in stems)))


def is_named(folded: str, start: int, end: int, named: Name, *, since: int = 0) -> bool:
    """Whether what stands there is called by that name, before it (but not before `since`) or behind it: "111222333
    (BSN)"."""
    low = max(since, start - _REACH)
    beside = folded[low : end + _BEHIND]
    if not any(sign in beside for sign in named.signs):
        return False
    if before := named.pattern.search(folded, low, start):
        other = _LONG_NUMBER.search(folded, before.end(), start)  # the name may be that one's alone
        if other is None or named.pattern.search(folded, other.end(), start) or not is_another_behind(folded, end):
            return True
    return _is_behind(folded, end, named.behind)


def is_another(folded: str, start: int) -> bool:
    """Whether it is called an order's number, a phone's ..."""
    return _OTHER.search(folded, max(0, start - _REACH), start) is not None


def is_called(folded: str, start: int, named: Name) -> bool:
    """Whether that name stands before it."""
    return named.pattern.search(folded, max(0, start - _REACH), start) is not None


def is_another_behind(folded: str, end: int) -> bool:
    """The same, with the name behind it: "AB123456C is my order number"."""
    return _is_behind(folded, end, _OTHER_BEHIND)


def is_near_another(folded: str, start: int) -> bool:
    """The same, or a few words before it name another number: "the ticket from last week: AB123456C"."""
    return _NEAR_OTHER.search(folded, max(0, start - _REACH), start) is not None


def is_next(folded: str, last: int, start: int) -> bool:
    """Whether it goes on a list after the number that ends at `last`: "123456782, 111222333 and", a line each."""
    return 0 <= start - last <= _REACH and last >= 0 and _GOES_ON.fullmatch(folded, last, start) is not None


def _is_behind(folded: str, end: int, name: re.Pattern[str]) -> bool:
    """Whether a name of what ends there follows; what is followed by a number of its own is the name of that one."""
    found = name.match(folded, end)
    if found is None or _NUMBER_NEXT.match(folded, found.end()):
        return False
    return not (found["apart"] and _VALUE_NEXT.match(folded, found.end()))


def is_first_of_two(folded: str, start: int, named: Name) -> bool:
    """Whether it is called two things, that name and another, of which the first number is the former: "BSN / phone:
    123456782 / 0612345678"."""
    for name in named.pattern.finditer(folded, max(0, start - _REACH), start):
        joined = _JOINS.match(folded, name.end())
        if joined is not None and not any(map(str.isdigit, folded[joined.end() : start])):
            return True
    return False


_LISTS = word_lists("sensitive")
_NUMBER, _SMALL = alternatives(_LISTS["numbers"]), alternatives(_LISTS["small"])
_LINK = rf"(?:[ .:#°º=(-]{{0,4}}(?:{_NUMBER}|{_SMALL})(?![^\W_])){{0,3}}[ .:#°º=(-]{{0,4}}"


def _another(tail: str, *kinds: str) -> re.Pattern[str]:
    """What is called another number, and what may stand between that name and the number."""
    customer = alternatives(_LISTS["customers"])
    things = _LISTS["others"].union(*(_LISTS[kind] for kind in kinds))
    thing = rf"(?:{alternatives(things)})(?![^\W_]){tail}"
    mine = rf"(?:{customer})(?:[ -]?(?:{_NUMBER}))(?![^\W_]){tail}"
    turned = rf"(?:{_NUMBER})[ .°º]{{0,2}}(?:(?:{_SMALL}) ?){{0,2}}(?:{customer})(?![^\W_]){tail}"
    return re.compile(rf"(?<![^\W_])(?:{thing}|{mine}|{turned})")


_WHOSE = alternatives(_LISTS["whose"])
_LEADS = rf"[ ]?(?:(?P<apart>[,;:–-])|[(\[/=])?[ ]?(?:(?:{_SMALL}|{_WHOSE})[ ](?:d'|l')?){{0,5}}?"
_OTHER = _another(rf"{_LINK}$")
_OTHER_BEHIND = re.compile(  # only what says so: an order may be spoken of next
    r"[ ]?(?P<apart>(?!))?(?:[(\[=][ ]?|(?:is|was|ist|war|est|es|era|e|jest|to)[ ])"
    rf"(?:(?:{_SMALL}|{_WHOSE})[ ](?:d'|l')?){{0,5}}?" + _another("").pattern
)
_MINE = r"(?:my|mijn|meine?|mon|ma|mi|mio|mia|meu|minha|moj[ae]?)(?![^\W_])"  # then it is of another thing
_NEAR_OTHER = _another(
    rf"(?:{_LINK}|(?:[ :#(-]{{1,3}}(?!{_MINE})[^\W\d]{{1,20}}){{0,4}}(?:,? (?:{_NUMBER})\.?)?[ :#(-]{{0,4}})$", "files"
)
_JOINS = re.compile(r"[ ]?(?:[/&+]|(?:and|en|und|et|y|e|i|o|oraz)(?![^\W_]))")
_LONG_NUMBER = re.compile(r"[0-9]{5}|\0")
_NUMBER_NEXT = re.compile(rf"{_LINK}[0-9]")
_VALUE_NEXT = re.compile(r"[ ]?[:=]")
_GOES_ON = re.compile(
    r"(?:[ ]?\([^()\n]{1,30}\))?[\s,;/|&+•*>-]{0,8}(?:(?:and|or|en|of|und|oder|et|ou|y|o|e|i|oraz|lub)[ ])?"
    r"(?:[0-9]{1,2}[.)][ ])?"
)


def name_of(kind: str) -> Name:
    """What a kind of number is called, by the list of data/sensitive.toml."""
    names = _LISTS[kind]
    pattern = rf"(?<![^\W_])(?:{alternatives(names)})(?:'?s)?(?![^\W_])"
    return Name(re.compile(pattern), re.compile(_LEADS + pattern), shortest(names))
