"""Whether a text is an exercise of a course: it tells what somebody asks, for learners to say what is to be done."""

import re
from functools import cache

from bot.understanding.who.looked import may_hold
from bot.understanding.wordlists import alternatives, whole_words, word_lists
from bot.understanding.words import fold_text

_LONGEST = 5_000  # characters that are looked at


def is_exercise(text: str) -> bool:
    """Whether a line opens as an exercise does ("Casus 2:"), and learners are told what to do ("Bespreek dit")."""
    if not may_hold(text, "exercises", "tasks"):  # told at once, while the patterns try every place
        return False
    folded = fold_text(text[:_LONGEST])
    return bool(_labels().search(folded) and whole_words("exercises", "tasks").search(folded))


@cache
def _labels() -> re.Pattern[str]:
    labels = alternatives(word_lists("exercises")["labels"])
    return re.compile(
        rf"(?:^|[,:–-] )\W{{0,4}}(?:{labels})(?: (?:no\.? ?|nr\.? ?)?\d{{1,3}})? ?(?:[:.,–)-]|\n)", re.MULTILINE
    )
