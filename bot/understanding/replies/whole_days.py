"""Days that are half said, as a whole: "na quinta" is "na quinta-feira", and "came Wed" is "came Wednesday".

What is short for a weekday is much else, too ("he wed", "Mon client"): it is one beside a word for what came in.
"""

import re
from functools import cache

from bot.understanding.replies.answers import phrases
from bot.understanding.wordlists import word_lists
from bot.understanding.words import fold

_HALF = re.compile(
    r"(?<!\w)((?:na|nesta|última|passada)\s+(?:segunda|terça|quarta|quinta|sexta))(?![\w-])"
    r"|(?<!\w)(?:segunda|terça|quarta|quinta|sexta)(?=\s+passada(?!\w))",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = 2  # words between "came" and the day: "came in on Wed"
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def with_whole_days(text: str) -> str:
    return _without_short(_HALF.sub(lambda day: f"{day[0]}-feira", text))


def _without_short(text: str) -> str:
    words = list(_WORD.finditer(text))
    said = [fold(word[0]) for word in words]
    for at in range(len(words) - 1, -1, -1):
        number, apart = _short().get(said[at]), text[: words[at].start()].rstrip()[-1:]
        if number is not None and (not apart or apart.isalpha()) and _came_in(said, at):
            text = f"{text[: words[at].start()]}{_WEEKDAYS[number]}{text[words[at].end() :]}"
    return text


def _came_in(words: list[str], at: int) -> bool:
    """Whether a word for what came in stands close before a place, or right behind it: "kwam di binnen"."""
    before = at - 1
    while before >= 0 and at - before <= _BETWEEN and words[before] in phrases("beside_short_day"):
        before -= 1
    near = (*words[max(0, before) : at], *words[at + 1 : at + 2])
    return any(word in phrases("arrival") or word in phrases("calls") for word in near)


@cache
def _short() -> dict[str, int]:
    return {name: int(number) for number, name in map(str.split, map(fold, word_lists("answers")["short_days"]))}
