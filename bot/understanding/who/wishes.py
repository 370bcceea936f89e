"""What is told right behind a name that somebody says, wants, or has: "Ann Bell wants", "Ann Bell's account".

The words come from `data/people.toml`.
"""

import re

from bot.understanding.who.kin import is_in
from bot.understanding.who.names import is_title
from bot.understanding.wordlists import word_lists
from bot.understanding.words import fold

_LONGEST = 4  # words before a name of which the last three may be "spoke to", and a title
_NEXT = re.compile(r",?\s([^\W\d_]+(?:['’-][^\W\d_]+)*)")
# ", this morning. She wants"
_SENTENCE_ON = re.compile(r"(?: [^\W\d_]+){0,4}(?:[.,;:)]|\s[-–—])+\s(?P<first>[^\W\d_]+)\s(?P<second>[^\W\d_]+)")


def is_said(after: str) -> bool:
    """Whether a colleague goes on to say what that person wants, or gives details in brackets."""
    if after.startswith((" (", " <", "'s ", "’s ")):
        return True
    word = _NEXT.match(after)
    return word is not None and fold(word[1]) in word_lists("people")["says"]


def is_wanting(after: str) -> bool:
    """Whether it goes on with what that person wants, or with something of theirs: "'s account"."""
    word = _NEXT.match(after.removeprefix("'s").removeprefix("’s"))
    if word is None:
        return False
    owned = after.startswith(("'s ", "’s "))
    return is_in(fold(word[1]), "held") if owned else fold(word[1]) in word_lists("people")["wants"]


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
