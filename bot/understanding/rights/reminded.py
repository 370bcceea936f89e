"""A reminder is no denial: "don't forget the access nor the deletion" asks for both (`data/reminded.toml`)."""

import re
from dataclasses import replace
from functools import cache

from bot.understanding.reading import MailReading
from bot.understanding.wordlists import alternatives, has_any, word_lists
from bot.understanding.words import fold_text

_SENTENCE = 200  # characters behind a reminder in which "nor" goes on with it
_SENTENCE_ENDS = re.compile(r"[.!?\n]")


def without_reminder(mail: MailReading) -> MailReading:
    """The mail with blanks for each "don't forget", and for the "nor" that goes on behind it."""
    folded = fold_text(mail.text)
    if not has_any(folded, word_lists("reminded")["signs"]):
        return mail
    text = list(mail.text)
    for reminder in _reminders().finditer(folded):
        stop = reminder.end() + _SENTENCE
        ends = _SENTENCE_ENDS.search(folded, reminder.end(), stop)
        stop = ends.start() if ends else stop
        for match in (reminder, *_nor().finditer(mail.text, reminder.end(), stop)):
            for low, high in _parts(match):
                text[low:high] = " " * (high - low)
    said = "".join(text)
    return mail if said == mail.text else replace(mail, text=said)


def _parts(match: re.Match[str]) -> list[tuple[int, int]]:
    """What of a match is blanked: all of it, or its ends where what is to be remembered stands between."""
    if match.lastgroup != "last":
        return [match.span()]
    return [match.span("first"), match.span("last")]


@cache
def _reminders() -> re.Pattern[str]:
    lists = word_lists("reminded")
    whole, first, last = (alternatives(lists[kind]) for kind in ("reminders", "forget", "not_behind"))
    speaker = rf"(?!(?:{alternatives(lists['speakers'])}) )"  # "vergeet de kopie, die wil ik niet" denies
    between = rf"(?: {speaker}[^\s.,;:!?]{{1,30}}){{1,6}}? "
    return re.compile(rf"(?<!\w)(?:{whole})(?!\w)|(?<!\w)(?P<first>{first}){between}(?P<last>{last})(?!\w)")


@cache
def _nor() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(word_lists('reminded')['nor'])})(?!\w)", re.IGNORECASE)
