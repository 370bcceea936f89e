"""Days that are half said, as a whole: "na quinta" is "na quinta-feira", and "came Wed" is "came Wednesday".

What is short for a weekday is much else, too ("he wed", "Mon client"): it is one beside a word for what came in, and
beside a date. A weekday and a date are one day, whatever sign stands between: "Thu., 5/2", "5 February (Thursday)".
"""

import re
from functools import cache
from typing import Literal

from bot.understanding.language import LANGUAGES
from bot.understanding.mail.calendar_words import written
from bot.understanding.replies.answers import phrases
from bot.understanding.wordlists import alternatives, word_lists
from bot.understanding.words import fold

_HALF = re.compile(
    r"(?<!\w)((?:na|nesta|última|passada)\s+(?:segunda|terça|quarta|quinta|sexta))(?![\w-])"
    r"|(?<!\w)(?:segunda|terça|quarta|quinta|sexta)(?=\s+passada(?!\w))",
    re.IGNORECASE,
)
# Two numbers either of which may be the month, "2/3"; before dots the day is first
DAY_AND_MONTH = re.compile(
    r"(?<![\d.:/-])(\d{1,2})"
    r"([/-](?=\d{1,2}(?![\d:]|[./-]\d))|\.(?=\d{1,2}\.(?!\d)|(?<=[23]\d\.)(?:0[1-9]|1[0-2])(?![\d.])))"
    r"(\d{1,2})"
)
# A whole date in digits
WITH_YEAR = re.compile(r"(?<![\d.:/-])(?:\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d\d)|\d{4}-\d\d?-\d\d?)(?![\d./-])")
_SHORT_DATE = re.compile(r"(?<![\w./-])\d{1,2}(?:st|nd|rd|th)?[ .]{1,2}[^\W\d_]{3}(?!\w)")
_UNDOTTED = re.compile(r"(?<![\w.,:/-])\d{1,2}\.(?:1[0-2]|0?[1-9])(?![\w.,:/%€$-])")  # "60011 (2.03) Anna"
ROUND_THE_CLOCK = "24/7"
_NUMBER = re.compile(r"\d{1,2}[./\s-]|\d(?:st|nd|rd|th)")
_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = 2  # words between "came" and the day: "came in on Wed"
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def with_whole_days(text: str) -> str:
    """The same with whole names of days, and each weekday together with its date."""
    text = _HALF.sub(lambda day: f"{day[0]}-feira", text)
    return _without_short(with_dates_told(text))


def with_dates_whole(text: str) -> str:
    """The same with nothing but a space between a weekday and its date."""
    if not _NUMBER.search(text):
        return text
    for pattern in _signs_between():
        found = pattern.finditer(fold(text))
        spots = [match.span(n) for match in found for n in range(1, pattern.groups + 1) if match[n]]
        for start, end in reversed(spots):
            text = f"{text[:start]} {text[end:]}"
    return text


def with_dates_told(text: str) -> str:
    """The same, and with a dot behind a date that could be a time of day: "Montag 23.2"."""
    text = with_dates_whole(text)
    for undotted in reversed([*_undotted().finditer(fold(text))]):
        text = f"{text[: undotted.end()]}.{text[undotted.end() :]}"
    return text


@cache
def _undotted() -> re.Pattern[str]:
    """A weekday and a day and a month that could be a time of day, where nothing says that it is one."""
    clock = rf"\s?(?:[ap]\.?m|h|u|{alternatives(phrases('beside_clock'))})(?!\w)"
    date = rf"(?:{_names('days')})\.?\s\d{{1,2}}\.(?:1[0-2]|0?[1-9])"
    return re.compile(rf"(?<!\w){date}(?![\w:/-]|\.\w|{clock})(?!\.)")


def _names(kind: Literal["days", "months"]) -> str:
    found = {fold(name).rstrip(".") for language in LANGUAGES for _number, name, _whole in written(language, kind)}
    return alternatives(found | {name.removesuffix("-feira") for name in found})


@cache
def _signs_between() -> tuple[re.Pattern[str], ...]:
    """What stands between a weekday and its date, and between a date and its weekday."""
    day, month, nth = _names("days"), _names("months"), r"\d{1,2}(?:st|nd|rd|th|er|e|º|ª|\.)?"
    digits = r"\d{1,2}[./-]\d{1,2}(?!\d)\.?"
    named = rf"{nth}\s(?:(?:of|de|di)\s)?(?:{month})(?!\w)"
    behind = rf"(?:{day})(?!\w)(\.?\))?"
    return (
        re.compile(rf"(?<!\w)(?:{day})(\.?\s?[,(]\s?|\.\s?)(?:(?:the|den|de|le|el|il|o|dia)\s)?(?:{digits}|{named})"),
        re.compile(rf"(?<![\w./-]){digits}(\s?[,(]\s?){behind}"),
        re.compile(rf"(?<![\w./-]){named}(\.?\s?[,(]\s?){behind}"),
    )


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
    behind = {*words[at + 1 : at + 2]} - phrases("of_any_time")  # "sa date de naissance"
    near = (*words[max(0, before) : at], *behind)
    return any(word in phrases("arrival") or word in phrases("calls") for word in near)


@cache
def _short() -> dict[str, int]:
    return {name: int(number) for number, name in map(str.split, map(fold, word_lists("answers")["short_days"]))}


def in_few_signs(text: str, names: frozenset[str] = frozenset(), *, apart: bool = False) -> str:
    """The day of a text in two numbers or by a month's short name: of "received 3/2" and "since 10 feb" that alone;
    empty where there is none.

    Args:
        names: of the person, behind which a day may stand.
        apart: nothing says that something came in. It has to stand where no amount does then: "60011 (2/3) Ann Bell",
            "Mon 2/3 Ann Bell", but not "wants 2/3 of it back".
    """
    patterns = (DAY_AND_MONTH, _SHORT_DATE, *(_UNDOTTED,) * apart)
    found = next(filter(None, (pattern.search(text) for pattern in patterns)), None)
    if found is None or found[0] == ROUND_THE_CLOCK or (apart and not _stands_apart(text, found, names)):
        return ""
    return f"{_weekday_before(text, found)}{found[0]}."


def _weekday_before(text: str, found: re.Match[str]) -> str:
    """The weekday right before a day, which tells day and month apart: "Fri 6/3"."""
    last = text[: found.start()].split()[-1:]
    named = last and re.fullmatch(_names("days"), fold(last[0]).strip(".,")) is not None
    return f"{last[0].strip('.,')} " if named else ""


def _stands_apart(text: str, found: re.Match[str], names: frozenset[str]) -> bool:
    """Whether a day opens a text or ends it, or stands behind a number, a name or a weekday."""
    before, behind = fold(text[: found.start()]).split(), text[found.end() :].strip(" .")
    last = before[-1].strip(".") if before else ""
    known = last in names or any(map(str.isdecimal, last)) or re.fullmatch(_names("days"), last) is not None
    return not before or not behind or known
