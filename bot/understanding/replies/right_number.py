"""The number that is the right one, where a few words say that another one was wrong: "sorry, that's 4721".

The words stand in `data/asides.toml`.
"""

import re

from bot.understanding.replies.answers import phrases, plain
from bot.understanding.replies.asides import LONGEST
from bot.understanding.replies.days import names_a_day

_FILE = "asides"
_TICKET = re.compile(r"(?:[^\W\d_]{1,10}[-/]?)?\d(?:[-/.]?\d){2,14}")
_OTHER = re.compile(r"(?:19|20)\d\d|0\d{8,}")  # a year, a phone


def number_instead(text: str) -> str | None:
    """The one number that few words say is the right one: "sorry, that's 4721", "not 4711 but 4721"; None where they
    say anything else."""
    words = plain(text).split() if len(text) <= LONGEST else []
    numbers = [at for at, word in enumerate(words) if any(map(str.isdecimal, word))]
    denied = phrases("not") if len(numbers) > 1 else phrases("not") - phrases("no")  # "no, 4721" says that it is that
    if not all(_may_be_ticket(words[at]) for at in numbers):
        return None
    right = [words[at] for at in numbers if at == 0 or words[at - 1] not in denied]
    if len(right) > 1 and not phrases("must_be", _FILE).isdisjoint(words[numbers[0] : numbers[-1]]):
        right = right[-1:]  # "4711 should be 4721"
    others = [word for at, word in enumerate(words) if at not in numbers]
    changes = (
        phrases("must_be", _FILE)
        | phrases("apology")
        | phrases("not")
        | phrases("not_right", _FILE)
        | phrases("changes_number", _FILE)
    )
    known = changes | phrases("but") | phrases("beside_number", _FILE)
    said = any(word in changes for word in others) and all(word in known for word in others)
    if not said or len(right) != 1:
        return None
    typed = re.search(re.escape(right[0]), text, re.IGNORECASE)  # with its capitals: "ZD-4721"
    return typed[0] if typed else right[0]


def _may_be_ticket(word: str) -> bool:
    """Whether it is no day ("sorry, it was the 3rd"), year or phone."""
    return _TICKET.fullmatch(word) is not None and not _OTHER.fullmatch(word) and not names_a_day(word)
