"""So short a while ago that it was today: "10 minutes ago", "vor einer halben Stunde", "à l'instant"."""

import re
from functools import cache

from bot.understanding.replies.answers import LONGEST
from bot.understanding.wordlists import alternatives, word_lists

_NOW = "today"


def with_whiles_told(text: str) -> str:
    """An answer with "today" for such a while. More than nine hours may reach back to yesterday: they stay."""
    return _whiles().sub(_NOW, text) if len(text) <= LONGEST else text


@cache
def _whiles() -> re.Pattern[str]:
    lists = word_lists("answers")
    around, said, before, counts, units, ago = (
        alternatives(lists[kind])
        for kind in ("around_while", "short_whiles", "before_while", "while_counts", "while_units", "ago")
    )
    count = rf"(?:(?:{counts}|\d|\d{{2}}(?=\s?m[ia]?n))(?:\s|(?=m)))"
    lasting = rf"(?:{before})\s{count}{{1,4}}(?:{units})|{count}{{0,4}}(?:{units})\s(?:{ago})"
    return re.compile(rf"(?<!\w)(?:(?:{around})\s)?(?:{said}|{lasting})(?!\w)", re.IGNORECASE)
