"""So short a while ago that it was today: "10 minutes ago", "vor einer halben Stunde", "à l'instant"."""

import re
from functools import cache

from bot.understanding.replies.answers import LONGEST, phrases, plain
from bot.understanding.replies.in_touch import with_now_told
from bot.understanding.wordlists import alternatives, word_lists

_NOW = "today"


def with_whiles_told(text: str) -> str:
    """An answer with "today" for such a while. More than nine hours may reach back to yesterday: they stay."""
    return _whiles().sub(_told, with_now_told(text)) if len(text) <= LONGEST else text


def _told(found: re.Match[str]) -> str:
    before = plain(found.string[: found.start()]).split()[-1:]
    uncounted = found["bare"] is not None  # "hours ago", but neither "36 hours ago" nor "many hours ago"
    stays = before and (before[0] not in _before_bare() if uncounted else before[0] in phrases("many_minutes"))
    return found[0] if stays else _NOW  # "twenty four hours ago"


@cache
def _before_bare() -> frozenset[str]:
    arrival = frozenset(word for phrase in phrases("arrival") for word in phrase.split())
    return arrival | phrases("beside_day") | phrases("calls") | phrases("tells_speaker")


@cache
def _whiles() -> re.Pattern[str]:
    lists = word_lists("answers")
    kinds = ("around_while", "short_whiles", "before_while", "while_counts", "many_minutes", "ago")
    around, said, before, counts, many, ago = (alternatives(lists[kind]) for kind in kinds)
    minutes, units = alternatives(lists["minutes"]), alternatives(lists["while_units"] | lists["minutes"])
    few = rf"(?:(?:{counts}|\d)(?:\s|(?=m))){{1,4}}(?:{units})"
    counted = rf"(?:{few}|(?:(?:{many})\s(?:(?:{counts})\s)?|\d{{2}}\s?)(?:{minutes}))"
    lasting = rf"(?:{before})\s{counted}|{counted}\s(?:{ago})|(?P<bare>(?:{units})\s(?:{ago}))"
    return re.compile(rf"(?<!\w)(?:(?:{around})\s)?(?:{said}|{lasting})(?!\w)", re.IGNORECASE)
