"""The number that is the right one, where a few words say that another one was wrong: "sorry, that's 4721".

The words stand in `data/asides.toml`.
"""

import re
from typing import NamedTuple

from bot.understanding.replies.answers import phrases, plain
from bot.understanding.replies.asides import LONGEST
from bot.understanding.replies.days import names_a_day
from bot.understanding.replies.named_rights import named

_FILE = "asides"
_TICKET = re.compile(r"(?:[^\W\d_]{1,10}[-/]?)?\d(?:[-/.]?\d){2,14}")
_OTHER = re.compile(r"(?:19|20)\d\d|0\d{8,}")  # a year, a phone
_MOST_NUMBERS = 2
_ARROW, _STARRED = re.compile(r"\s*(?:[-=]+>|→)\s*"), re.compile(r"\s*(?:\*\s?\S{3,20}|\S{3,20}\s?\*)\s*")
_COLON = re.compile(r":\s*(?=#?[^\W\d_]{0,10}[-/]?\d)")
_SENTENCES = re.compile(r"(?<=[.!;])\s+|,\s+|\n+")
_FEWEST_BESIDE = 2  # words beside the right number: "right ticket 4721", but not "correct 4721"


class Instead(NamedTuple):
    """The number that is the right one, and the wrong one, if it is told."""

    right: str
    wrong: str | None = None


def number_instead(text: str) -> Instead | None:
    """The one number that few words say is the right one: "sorry, that's 4721", "not 4711 but 4721"; None where they
    say anything else. Before the last sentence they may say what the other one is."""
    if len(text) > LONGEST:
        return None
    found = _instead(text)
    *before, last = _SENTENCES.split(text.strip())
    if found is not None or not before or any(map(named, " ".join(before).split())):
        return found
    found, others = _instead(last), [word for word in plain(" ".join(before)).split() if _may_be_ticket(word)]
    return found._replace(wrong=others[0]) if found is not None and found.wrong is None and len(others) == 1 else None


def _instead(text: str) -> Instead | None:
    if _STARRED.fullmatch(text):  # as slips are mended in chats: "*4721"
        text = f"I mean {text.strip('* ')}"
    text = _COLON.sub(" is ", _ARROW.sub(" should be ", text))
    words = plain(text).split()
    numbers = [at for at, word in enumerate(words) if any(map(str.isdecimal, word))]
    if not 1 <= len(numbers) <= _MOST_NUMBERS or text.rstrip().endswith("?"):
        return None
    if not all(_may_be_ticket(words[at]) for at in numbers):
        return None
    if len(numbers) == 1 and _is_wrong(words, numbers[0]):
        return None  # "4721 is the wrong ticket"
    right = [at for at in numbers if not _is_denied(words, at, alone=len(numbers) == 1)]
    if len(right) > 1 and _comes_right(words, *numbers):
        right = right[-1:]  # "4711 should be 4721"
    others = [word for at, word in enumerate(words) if at not in numbers]
    changes = (
        phrases("must_be", _FILE)
        | phrases("apology")
        | phrases("not")
        | phrases("not_right", _FILE)
        | phrases("changes_number", _FILE)
        | phrases("in_place_of_number", _FILE)
        | (phrases("replaces_number", _FILE) if len(numbers) > 1 else frozenset())
    )
    known = changes | phrases("but") | phrases("beside_number", _FILE) | phrases("called_number", _FILE)
    known |= phrases("right_number", _FILE) | phrases("of_number")
    told = len(others) >= _FEWEST_BESIDE and not phrases("right_number", _FILE).isdisjoint(words[: numbers[0]])
    said = (told or any(word in changes for word in others)) and all(word in known for word in others)
    if not said or len(right) != 1:
        return None
    typed = re.search(re.escape(words[right[0]]), text, re.IGNORECASE)  # with its capitals: "ZD-4721"
    wrong = next((words[at] for at in numbers if at != right[0]), None)
    return Instead(typed[0] if typed else words[right[0]], wrong)


def _may_be_ticket(word: str) -> bool:
    """Whether it is no day ("sorry, it was the 3rd"), year or phone."""
    return _TICKET.fullmatch(word) is not None and not _OTHER.fullmatch(word) and not names_a_day(word)


def _is_denied(words: list[str], at: int, *, alone: bool) -> bool:
    """Whether what stands before a number says that it is not that one: "not ticket 4711", "instead of 4711"."""
    before = at - 1
    while before > 0 and words[before] in phrases("called_number", _FILE) | phrases("of_number"):
        before -= 1
    denies = phrases("not") - phrases("no") if alone else phrases("not")  # "no, 4721" says that it is that
    return before >= 0 and words[before] in denies | phrases("in_place_of_number", _FILE)


def _is_wrong(words: list[str], at: int) -> bool:
    """Whether what says that something is wrong stands behind the only number, and nothing before it."""
    wrong = phrases("not_right", _FILE) | phrases("not")
    return wrong.isdisjoint(words[:at]) and not wrong.isdisjoint(words[at:])


def _comes_right(words: list[str], first: int, *others: int) -> bool:
    """Whether of two numbers the last is the right one: something between them says so, and nothing behind it takes it
    back."""
    last = others[-1]
    between, behind = set(words[first:last]), set(words[last:])
    turns = phrases("must_be", _FILE) | phrases("not_right", _FILE) | phrases("right_number", _FILE)
    wrong = phrases("not_right", _FILE) | phrases("not")
    begun = {*words[:first]}
    replaced = not begun.isdisjoint(phrases("replaces_number", _FILE))  # "replace 4711 with 4721"
    # "sorry, 4711 is 4721"
    is_other = not begun.isdisjoint(phrases("apology")) and between - {words[first]} <= phrases("is_number", _FILE)
    return (replaced or is_other or not between.isdisjoint(turns)) and behind.isdisjoint(wrong)
