"""That a customer was in touch, as a colleague tells it: "just had a call from Mrs Bell", "was at the desk yesterday".

The words are in `data/in_touch.toml`. What only says that somebody called or wrote stands in `data/answers.toml`.
"""

import re
from functools import cache

from bot.understanding.replies.answers import found, phrases, plain
from bot.understanding.replies.calendar_names import weekdays
from bot.understanding.wordlists import alternatives, word_lists
from bot.understanding.words import fold

_TODAY = "called today"
_BEFORE = 2  # words
_HEAD = 2  # words of a few with which they begin
_LINE = 6  # words before "on the line": "ik had net een klant aan de lijn"


def with_now_told(text: str) -> str:
    """A text with "today" where somebody is there at this moment, or was just before: "she's on the phone", "j'ai une
    cliente au téléphone", "just rang"."""
    said = fold(text).replace("’", "'")
    for pattern in _now():
        said = pattern.sub(_told, said)
    return said if _TODAY in said else text


def _told(found: re.Match[str]) -> str:
    who = found.groupdict().get("who") or ""
    behind = found.string[found.end() :].split()[:1]
    if who and not _past().isdisjoint([*who.split(), *behind]):
        return found[0]  # "spoke to her on the phone", "j'ai eu Mme Bell au téléphone"
    return f"{_TODAY} {who}".rstrip()


@cache
def _past() -> frozenset[str]:
    told = phrases("calls") | phrases("tells_speaker") | phrases("arrival")
    return frozenset(told | phrases("over", "in_touch") | phrases("yesterday") | weekdays().keys())


@cache
def _now() -> tuple[re.Pattern[str], ...]:
    kinds = ("right_now", "just", "done", "have", "on_line")
    said, just, done, have, on = (alternatives(phrases(kind, "in_touch")) for kind in kinds)
    speakers = alternatives(phrases("speakers"))
    who = r"(?P<who>[^\s.,;:!?]{1,30}(?:\s[^\s.,;:!?]{1,30}){0,4}?)"
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"(?<!\w)(?:{said})(?!\w)",
            rf"(?<!\w)(?:{just})(?=\s(?:{done})(?!\w))",
            rf"(?<![\w'])(?:(?:{speakers})\s)?(?:{have})\s{who}\s(?:{on})(?!\w)",
            rf"^\s*{who}\s(?:{on})\s*$",
        )
    )


def is_there(text: str) -> bool:
    """Whether somebody is there now, or was just before."""
    return with_now_told(text) is not text


def was_there(text: str) -> bool:
    """Whether words say that somebody was in touch, and not what they want: no "wants the mail from yesterday"."""
    words = plain(text).split()
    came = not phrases("came", "in_touch").isdisjoint(words[:_HEAD])
    return (came or bool(found(words, "was_there", "in_touch"))) and word_lists("received")["asks"].isdisjoint(words)


def came_by(text: str) -> bool:
    """Whether words say that somebody was in touch, and not only that something came in."""
    words = plain(text).split()
    return any(words[at : at + length] != ["came", "in"] for at, length in found(words, "was_there", "in_touch"))


def of_speaker(words: list[str]) -> frozenset[int]:
    """The places of the words that say so, with the few before them, and of what colleagues say of themselves: "I spoke
    to her", "me lo ha pedido", "I have a customer who"."""
    said = [plain(word) for word in words]
    there = [(at - _BEFORE, at + length) for at, length in found(said, "was_there", "in_touch")]
    there += [(at - _LINE, at + length) for at, length in found(said, "on_line", "in_touch")]
    there += [(at, at + length) for at, length in found(said, "of_speaker", "in_touch")]
    return frozenset(place for low, high in there for place in range(max(0, low), high))


@cache
def beside_touch() -> frozenset[str]:
    """Words that may stand beside that, and say nothing else."""
    people = word_lists("received")["callers"] | word_lists("names")["titles"]
    said = {word for phrase in phrases("was_there", "in_touch") for word in phrase.split()}
    return frozenset(said | phrases("beside", "in_touch") | phrases("whoever") | people)
