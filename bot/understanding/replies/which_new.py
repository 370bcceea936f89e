"""Since when the cases came in that a few words ask for: "what came in today?", "anything new since Monday?".

The words stand in `data/which_open.toml`.
"""

from datetime import date, timedelta

from bot.understanding.replies.answers import phrases, plain
from bot.understanding.replies.asides import LONGEST, PARTS, asks, greets
from bot.understanding.replies.days import is_day_word, weekday_named
from bot.understanding.replies.which_open import FILE, dated, length_of, without_phrases

_MOST = 12  # words of such a question
_WEEK = timedelta(days=7)


def came_in_since(text: str, today: date) -> date | None:
    """That day; of no day that is named, the one a week ago. None where it isn't all that the words ask."""
    words = plain(text).split()
    came, beside = phrases("came", FILE), phrases("beside_came", FILE)
    if not 1 < len(words) <= _MOST or came.isdisjoint(words):
        return None
    rest = [word for word in words if word not in came]
    since, others = _since(rest, today)
    known = beside | phrases("units", "asides") | phrases("polite")
    return since if all(word in known or is_day_word(word) for word in others) else None


def _since(words: list[str], today: date) -> tuple[date | None, list[str]]:
    """Since when, and the words beside what tells it; None for a day to come."""
    begins = {
        "yesterday": today - timedelta(days=1),
        "last_week": today - timedelta(days=today.weekday()) - _WEEK,
        "this_week": today - timedelta(days=today.weekday()),
        "this_month": today.replace(day=1),
        "today": today,
    }
    for kind, begin in begins.items():
        if (others := without_phrases(words, kind)) != words:
            return begin, others
    if days := list(dated(words, (today.year, today.year - 1))):
        return next((one for one in days if one <= today), None), words
    if (length := length_of(words)) is not None:
        return today - length, words
    if (weekday := weekday_named(words)) is not None:
        return today - timedelta(days=(today.weekday() - weekday) % 7), words
    return (None if any(map(str.isdecimal, words)) else today - _WEEK), words


def asks_of_own(text: str, today: date) -> bool:
    """Whether a few words ask which cases the speaker has, or handed over, and nothing else: "what have I got left?",
    "morning, what did I send you today?"."""
    question = text.rstrip().endswith("?")
    *greeting, text = PARTS.split(text.rstrip(" ?!.")) if len(text) <= LONGEST else ("", "")
    words = plain(text).split()
    if not 1 < len(words) <= _MOST or not (asks(text) or question) or not all(map(greets, greeting)):
        return False
    rest = without_phrases(words, "own_asked")
    known = phrases("beside_own", FILE) | phrases("polite") | phrases("units", "asides")
    _day, others = _since(rest, today)
    return rest != words and all(word in known or is_day_word(word) for word in others)
