"""Several people in one message, each of whom wants something else: "al@x.example deletion; bea@y.example a copy"."""

import re
from collections.abc import Iterator

from bot.understanding.replies.answers import LONGEST, joins, plain
from bot.understanding.replies.remarks import behind_all
from bot.understanding.who.addresses import in_domains
from bot.understanding.wordlists import word_lists
from bot.understanding.words import ADDRESS
from flows.slots.wishes import names_or_says_a_wish

_COMMA = re.compile(r",\s+")
_ENDS = re.compile(r"\s*[;\n]\s*|(?<=[.!])\s+")
_APART = re.compile(r"[\d._+-]")


def each_person(text: str, own: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The words of each, as they stand; none where there are not several, or one of them asks for nothing.

    Args:
        own: the mail domains of the house, at which nobody is whom it is about.
    """
    if len(text) > LONGEST or text.count("@") < 2:
        return ()
    people = {address for address in ADDRESS.findall(text) if not in_domains(address, own)}
    if len(people) < 2:
        return ()
    commas = _COMMA.split(text)
    each_of_all = commas if all("@" in part for part in commas) else []
    alike = are_alike(people)
    for parts in (_ENDS.split(text), list(_joined(text)), each_of_all):
        each = _with_the_rest(parts, people)
        if (
            len(each) > 1
            and all(_is_of_one(part, people) for part in each)
            and not any(_goes_on(part, alike=alike) for part in each[1:])
        ):
            return each
    return ()


def are_alike(addresses: set[str]) -> bool:
    """Whether all mailboxes begin with one name, so that they may be one person's: "ana@x.example, ana.s@y.example"."""
    return len({_APART.split(address.casefold().partition("@")[0])[0] for address in addresses}) == 1


def _goes_on(part: str, *, alike: bool) -> bool:
    """Whether words go on about who was named before: "he got a letter from news@x.example"; where the addresses are
    `alike`, also those that begin with no name: "and stop mails to ana@y.example"."""
    first = plain(part).split()[:1]
    named = part[:1].isupper() or ADDRESS.match(part) is not None
    return first in ([word] for word in word_lists("people")["pronouns"]) or (alike and not named)


def _joined(text: str) -> Iterator[str]:
    """What stands on both sides of each "and" before which an address stands already."""
    words = list[str]()
    for word in text.split():
        if joins(word) and any("@" in before for before in words):
            yield " ".join(words).rstrip(",")
            words = []
        else:
            words.append(word)
    yield " ".join(words)


def _with_the_rest(parts: list[str], people: set[str]) -> tuple[str, ...]:
    """The parts that hold an address, each with those behind it that hold none; what is said of all stands with all."""
    each, of_all, before = list[str](), list[str](), ""
    for part in filter(str.strip, parts):
        if not people.isdisjoint(ADDRESS.findall(part)):
            each.append(f"{before} {part}".strip())
            before = ""
        elif not each:
            before = f"{before} {part}"
        elif behind_all(part.rstrip(".!")) is not None:
            of_all.append(part)
        else:
            each[-1] = f"{each[-1]}. {part}"
    return tuple(". ".join([part, *of_all]) for part in each)


def _is_of_one(part: str, people: set[str]) -> bool:
    """Whether the address of one of them stands there, and a wish."""
    one = len(people & {*ADDRESS.findall(part)}) == 1
    return one and names_or_says_a_wish(ADDRESS.sub(" ", part))
