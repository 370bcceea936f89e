"""The names of months and weekdays that mean the same in every language that is read, as `plain` writes them."""

from collections.abc import Iterable
from functools import cache
from itertools import chain

from bot.understanding.language import LANGUAGES
from bot.understanding.mail.calendar_words import written
from bot.understanding.replies.answers import plain
from bot.understanding.wordlists import word_lists

_FEIRA = "pt"  # "terça-feira" is "terça" when it is said


@cache
def months() -> dict[str, int]:
    """Names of months, whole and short, that are the same month in every language."""
    return _told_apart((number, name) for language in LANGUAGES for number, name, _ in written(language, "months"))


@cache
def weekdays() -> dict[str, int]:
    """Names of weekdays (0 is Monday), whole ones only: "do" and "di" are words, too."""
    said = (written(language, "days") for language in LANGUAGES)
    bent = (entry.split() for entry in word_lists("answers")["weekday_forms"])
    named = [(number, name) for number, name, whole in chain.from_iterable(said) if whole]
    return _told_apart([*named, *((int(number), name) for number, name in bent)])


@cache
def short_weekdays(languages: frozenset[str]) -> dict[str, set[int]]:
    """What the name of a weekday may be, also a short one: "wed", "do"."""
    found = dict[str, set[int]]()
    for language in languages | {_FEIRA}:
        for number, name, _whole in written(language, "days"):
            found.setdefault(plain(name).removesuffix("-feira"), set()).add(number)
    return found


def _told_apart(named: Iterable[tuple[int, str]]) -> dict[str, int]:
    numbers: dict[str, set[int]] = {}
    for number, name in named:
        numbers.setdefault(plain(name), set()).add(number)
    return {name: min(found) for name, found in numbers.items() if len(found) == 1 and len(name) > 2}
