"""Whether a message only tells colleagues that a case is over: minutes, "fyi, the deletion for Mr Hobbs is done".

It sounds like a question about progress, as it names a request and how it stands, but nobody asks. Whoever speaks of
what is their own, asks, doubts or goes on to anything else is not taken for it (`data/closed.toml`).
"""

import re
from functools import cache

from bot.understanding.mail.speakers import speaks_of_me
from bot.understanding.who.looked import LOOKED_AT
from bot.understanding.wordlists import alternatives, whole_words, word_lists

_FEWEST = 5  # words: a case and "closed" may ask as well as tell


def tells_of_closed(text: str, folded: str) -> bool:
    """Whether a text, and the same text folded, says that something is over, and asks for nothing."""
    if "?" in text or len(text) > LOOKED_AT or len(text.split()) < _FEWEST:
        return False
    return (
        is_over(folded, 0, len(folded)) is not None
        and not whole_words("closed", "open").search(folded)
        and not _first().match(folded)
        and not speaks_of_me(text)
    )


def is_over(folded: str, start: int, end: int) -> re.Match[str] | None:
    """The first words of a part of a folded text that say that something is over."""
    return whole_words("closed", "over").search(folded, start, end)


@cache
def _first() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{alternatives(word_lists('closed')['first'])})(?![\w:])")
