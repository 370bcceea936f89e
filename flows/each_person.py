"""Several people in one message, each of whom wants something else: "al@x.example deletion; bea@y.example a copy"."""

import re
from collections.abc import Iterator

from bot.understanding.replies.answers import LONGEST, joins
from bot.understanding.replies.named_rights import named
from bot.understanding.replies.remarks import behind_all
from bot.understanding.words import EMAIL
from flows.wishes import says_a_wish

_ADDRESS = re.compile(EMAIL)
_COMMA = re.compile(r",\s+")
_ENDS = re.compile(r"\s*[;\n]\s*|(?<=[.!])\s+")


def each_person(text: str) -> tuple[str, ...]:
    """The words of each, as they stand; none where there are not several, or one of them asks for nothing."""
    if len(text) > LONGEST or text.count("@") < 2 or len({*_ADDRESS.findall(text)}) < 2:
        return ()
    commas = _COMMA.split(text)
    each_of_all = commas if all("@" in part for part in commas) else []
    for parts in (_ENDS.split(text), list(_joined(text)), each_of_all):
        each = _with_the_rest(parts)
        if len(each) > 1 and all(_is_of_one(part) for part in each):
            return each
    return ()


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


def _with_the_rest(parts: list[str]) -> tuple[str, ...]:
    """The parts that hold an address, each with those behind it that hold none; what is said of all stands with all."""
    each, of_all, before = list[str](), list[str](), ""
    for part in filter(str.strip, parts):
        if _ADDRESS.search(part):
            each.append(f"{before} {part}".strip())
            before = ""
        elif not each:
            before = f"{before} {part}"
        elif behind_all(part.rstrip(".!")) is not None:
            of_all.append(part)
        else:
            each[-1] = f"{each[-1]}. {part}"
    return tuple(". ".join([part, *of_all]) for part in each)


def _is_of_one(part: str) -> bool:
    """Whether one address stands there, and a wish."""
    rest = _ADDRESS.sub(" ", part)
    asks = says_a_wish(rest) or any(map(named, rest.split()))
    return len({*_ADDRESS.findall(part)}) == 1 and asks
