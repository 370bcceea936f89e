"""The parts of a short answer, and the words by which somebody says how sure they are of it."""

import re

from bot.understanding.replies.answers import adds_more, joins, phrases
from bot.understanding.wordlists import alternatives

_BETWEEN = re.compile(
    rf"\s*[,;\n]\s*|\s+[-–—]\s+|\s+(?:{alternatives(phrases('but'))})\s+(?=\S)",
    re.IGNORECASE,
)
_HEDGE = alternatives(phrases("hedges"))
_HEDGES = re.compile(rf"^(?:(?:{_HEDGE})[\s,:]+)+|(?:[\s,]+(?:{_HEDGE}))+[\s.!]*$", re.IGNORECASE)


def pieces(text: str) -> list[str]:
    """Its parts between commas, dashes and lines, and on both sides of "but"."""
    return _BETWEEN.split(text)


def without_hedges(text: str) -> str:
    """The same without "I think", at its beginning and at its end."""
    return _HEDGES.sub("", text)


def goes_on(text: str) -> bool:
    """Whether an answer says something beside what was said before, or begins with "and"."""
    return adds_more(text) or any(map(joins, text.split()[:1]))
