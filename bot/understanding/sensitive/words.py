"""The words beside a number that tell what it is."""

import re
from collections.abc import Iterable
from functools import cached_property

from bot.understanding.sensitive.others import AND, NUMBER, SMALL, WHOSE, head_of, is_another_behind, is_behind
from bot.understanding.wordlists import alternatives, has_any, shortest, word_lists

_REACH = 40  # characters before a number in which its name may stand
_BEHIND = 24  # and behind it: "111222333 (BSN)"
_LISTS = word_lists("sensitive")


class Name:
    """What a number is called. Each is itself alone: what was seen is looked up by it."""

    def __init__(self, names: Iterable[str]) -> None:
        self._written = rf"(?<![^\W_])(?:{alternatives(names)})(?:'?s)?(?![^\W_])"
        self.head = head_of(self._written)  # as the head of a column
        self.signs = shortest(names)  # without any of these in a text, the pattern finds nothing there

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The name in a text. It takes long to make, and most names are in no text."""
        return re.compile(self._written)

    @cached_property
    def behind(self) -> re.Pattern[str]:
        """The same behind a number, with what leads to it."""
        return re.compile(_LEADS + self._written)

    @cached_property
    def over(self) -> re.Pattern[str]:
        """The same as the head of a column."""
        return re.compile(self.head)


def is_named(folded: str, start: int, end: int, named: Name, *, since: int = 0) -> bool:
    """Whether what stands there is called by that name, before it (but not before `since`) or behind it: "111222333
    (BSN)"."""
    low = max(since, start - _REACH)
    beside = folded[low : end + _BEHIND]
    if not has_any(beside, named.signs):
        return False
    if before := named.pattern.search(folded, low, start):
        other = _LONG_NUMBER.search(folded, before.end(), start)  # the name may be that one's alone
        if other is None or named.pattern.search(folded, other.end(), start) or not is_another_behind(folded, end):
            return True
    return is_behind(folded, end, named.behind)


def is_called(folded: str, start: int, named: Name) -> bool:
    """Whether that name stands before it, and is not the name of a number before, or of another sentence."""
    names = named.pattern.finditer(folded, max(0, start - _REACH), start)
    return any(not _SPENT.search(folded, name.end(), start) for name in names)


def is_next(folded: str, last: int, start: int) -> bool:
    """Whether it goes on a list after the number that ends at `last`: "123456782, 111222333 and", a line each."""
    return 0 <= start - last <= _REACH and last >= 0 and _GOES_ON.fullmatch(folded, last, start) is not None


def is_first_of_two(folded: str, start: int, stop: int, named: Name) -> bool:
    """Whether it is called two things, that name and another, of which the first number is the former: "BSN / phone:
    123456782 / 0612345678"; without a second number it is so only where it may be either, "BSN / customer no."."""
    second = _SECOND.match(folded, stop) is not None
    for name in named.pattern.finditer(folded, max(0, start - _REACH), start):
        joined = _JOINS.match(folded, name.end())
        if joined and (second or "/" in joined[0]) and not any(map(str.isdigit, folded[joined.end() : start])):
            return True
    return False


def is_of_another(folded: str, other: int, start: int, named: Name) -> bool:
    """Whether it is that of the thing that is called there: "my BSN for the file is 123456782", "BSN number client"."""
    verb = _VERB.search(folded, other, start) is not None
    return any(
        name.end() > other
        or (name.end() + 1 >= other and _NUMBER_WORD.match(folded, other))
        or (verb and _TIED.fullmatch(folded, name.end(), other))
        for name in named.pattern.finditer(folded, max(0, other - _REACH), start)
        if name.start() < other
    )


_LEADS = rf"[ ]?(?:(?P<apart>[,;:–-])|[(\[/=])?[ ]?(?:(?:{SMALL}|{WHOSE})[ ](?:d'|l')?){{0,5}}?"
_JOINS = re.compile(r"[ ]?(?:[/&+]|(?:and|en|und|et|y|e|i|o|oraz)(?![^\W_]))")
_SECOND = re.compile(rf"[\s,;/|&+-]{{1,4}}(?:{AND}[ ])?[+(]?[0-9]")
_SPENT = re.compile(r"[0-9]{5}|\0|[;!?\n]|(?<!no)(?<!nr)(?<!num)\.\s")
_LONG_NUMBER = re.compile(r"[0-9]{5}|\0")
_GOES_ON = re.compile(
    rf"(?:[ ]?\([^()\n]{{1,30}}\))?[\s,;/|&+•*>#-]{{0,8}}(?:{AND}[ ])?"
    rf"(?:(?:{NUMBER})[ .°º]{{1,2}}|[0-9]{{1,2}}[.)][ ])?"
)
_TIED = re.compile(
    rf"(?:[ ](?:{NUMBER}))?[ ](?:{alternatives(_LISTS['ties'] | _LISTS['within'])})(?:[ ][^\W\d_]{{1,20}}){{0,2}}[ ]"
)
_NUMBER_WORD = re.compile(rf"(?:{NUMBER})(?![^\W_])")
_VERB = re.compile(rf"[ ](?:{alternatives(_LISTS['says'])})[ :]{{1,3}}\Z")


def name_of(kind: str) -> Name:
    """What a kind of number is called, by the list of data/sensitive.toml."""
    return Name(_LISTS[kind])
