"""What is told right behind a name that somebody says, wants, or has: "Ann Bell wants", "Ann Bell's account".

The words come from `data/people.toml`.
"""

import re
from collections.abc import Iterator

from bot.understanding.who.kin import is_in
from bot.understanding.who.names import is_title
from bot.understanding.wordlists import word_lists
from bot.understanding.words import fold

_LONGEST = 4  # words before a name of which the last three may be "spoke to", and a title
_NEXT = re.compile(r",?\s([^\W\d_]+(?:['’-][^\W\d_]+)*)")
# " from Leeds", " (0171 5550188)" and ", customer 4711," between a name and what somebody wants
_CAPITAL = r" [^\W\d_a-zß-ÿ][\w'’-]{1,20}"
_BESIDE = re.compile(
    rf"(?:,? (?:from|of|in|uit|aus|von|de|da|di|z|ze|à|en)(?:{_CAPITAL}){{1,3}})?"
    r"(?: \([^()\n]{1,30}\))?(?:, (?P<who>[^\W\d_]{2,20})(?: [^\n,;:]{1,24})?(?=,))?"
)
# ", this morning. She wants"
_SENTENCE_ON = re.compile(r"(?: [^\W\d_]+){0,4}(?:[.,;:)]|\s[-–—])+\s(?P<first>[^\W\d_]+)\s(?P<second>[^\W\d_]+)")


def is_said(after: str) -> bool:
    """Whether a colleague goes on to say what that person wants, or gives details in brackets."""
    if after.startswith((" (", " <", "'s ", "’s ")):
        return True
    return not word_lists("people")["says"].isdisjoint(_next(after))


def is_wanting(after: str) -> bool:
    """Whether it goes on with what that person wants, or with something of theirs: "'s account"."""
    if after.startswith(("'s ", "’s ")):
        return any(is_in(word, "held") for word in _next(after[2:]))
    return not word_lists("people")["wants"].isdisjoint(_next(after))


def is_asking(after: str) -> bool:
    """Whether it goes on with what that person wants or does: "wants", "called"."""
    lists = word_lists("people")
    return any(word in lists["wants"] or word in lists["wishes"] for word in _next(after))


def _next(after: str) -> Iterator[str]:
    """The word behind a name, and the one behind where somebody lives, their number, or that they are a customer."""
    if (word := _NEXT.match(after)) is not None:
        yield fold(word[1])
    beside = _BESIDE.match(after)
    if (
        beside is None
        or not beside[0]
        or (beside["who"] and fold(beside["who"]) not in word_lists("people")["identified"])
    ):
        return
    if (word := _NEXT.match(after, beside.end())) is not None:
        yield fold(word[1])


def is_spoken_of(before: str, after: str) -> bool:
    """Whether somebody was spoken to and then wants something: "Call with Ann Bell. She wants"."""
    lists = word_lists("people")
    words = fold(before).split()[-_LONGEST:]
    words = words[:-1] if words and is_title(words[-1]) else words
    if not any(" ".join(words[-count:]) in lists["spoken"] for count in (1, 2, 3)):
        return False
    goes_on = _SENTENCE_ON.match(fold(after))
    if goes_on is None:
        return False
    first, second = goes_on["first"], goes_on["second"]
    wishing = second if first in lists["pronouns"] else first
    return wishing in lists["wants"] or wishing in lists["wishes"]
