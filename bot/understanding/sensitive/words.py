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
    signs: tuple[str, ...]  # without any of these in a text, the pattern finds nothing there


def shortest(words: Iterable[str]) -> tuple[str, ...]:
    """Those of the words one of which stands in every text that `alternatives` of all of them finds something in."""
    stems = {word.rstrip("*") for word in words}
    return tuple(sorted(one for one in stems if not any(other in one and other != one for other in stems)))


def is_named(folded: str, start: int, end: int, named: Name) -> bool:
    """Whether what stands there is called by that name, before it or behind it: "111222333 (BSN)"."""
    beside = folded[max(0, start - _REACH) : end + _BEHIND]
    if not any(sign in beside for sign in named.signs):
        return False
    if named.pattern.search(folded, max(0, start - _REACH), start):
        return True
    behind = _BEFORE_NAME.match(folded, end)
    # what is followed by a number of its own is the name of that one
    name = named.pattern.match(folded, behind.end()) if behind else None
    return name is not None and not _NUMBER_NEXT.match(folded, name.end())


def is_another(folded: str, start: int) -> bool:
    """Whether it is called an order's number, a phone's ..."""
    return _OTHER.search(folded, max(0, start - _REACH), start) is not None


def is_first_of_two(folded: str, start: int, named: Name) -> bool:
    """Whether it is called two things, that name and another, of which the first number is the former: "BSN / phone:
    123456782 / 0612345678"."""
    for name in named.pattern.finditer(folded, max(0, start - _REACH), start):
        joined = _JOINS.match(folded, name.end())
        if joined is not None and not any(map(str.isdigit, folded[joined.end() : start])):
            return True
    return False


def name_of(kind: str) -> Name:
    """What a kind of number is called, by the list of data/sensitive.toml."""
    names = word_lists("sensitive")[kind]
    return Name(re.compile(rf"(?<![^\W_])(?:{alternatives(names)})(?![^\W_])"), shortest(names))


def _other() -> re.Pattern[str]:
    lists = word_lists("sensitive")
    number, small = alternatives(lists["numbers"]), alternatives(lists["small"])
    customer = alternatives(lists["customers"])
    tail = rf"(?:[ .:#°º=-]{{0,4}}(?:{number}|{small})(?![^\W_])){{0,3}}[ .:#°º=(-]{{0,4}}$"
    thing = rf"(?:{alternatives(lists['others'])})(?![^\W_]){tail}"
    mine = rf"(?:{customer})(?:[ -]?(?:{number}))(?![^\W_]){tail}"
    turned = rf"(?:{number})[ .°º]{{0,2}}(?:(?:{small}) ?){{0,2}}(?:{customer})(?![^\W_]){tail}"
    return re.compile(rf"(?<![^\W_])(?:{thing}|{mine}|{turned})")


_BEFORE_NAME = re.compile(
    r"[ ]?[(\[/-]?[ ]?(?:(?:is|ist|est|es|e|jest|to|as|als|my|mijn|mein|mon|mi|mio|meu|moj)[ ]){0,2}"
)
_JOINS = re.compile(r"[ ]?(?:[/&+]|(?:and|en|und|et|y|e|i|o|oraz)(?![^\W_]))")
_NUMBER_NEXT = re.compile(r"[ :.#]{0,3}(?:is )?[0-9]")
_OTHER = _other()
