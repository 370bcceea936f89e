"""My data are wrong: what is wrong, and what it should say. The disputed field is never used to verify anybody."""

import re
from collections.abc import Iterator
from typing import Any

from bot.conversation.dialogue import LONGEST_ANSWER
from bot.conversation.scene import Scene
from bot.conversation.slot import NOT_SAID, Known, Slot, not_said
from bot.rights import Right
from bot.understanding.reading import Fact, Reading
from bot.understanding.replies.answers import adds_more, confirms, denies, knows_not, phrases, plain, says_the_same
from bot.understanding.replies.asides import asks_back
from bot.understanding.replies.days import names_a_day
from bot.understanding.replies.pieces import between_signs
from bot.understanding.replies.remarks import narrows, says_old_and_new
from bot.understanding.words import ADDRESS
from bot.wording import later
from flows.slots.reading import read, sentence
from flows.slots.verification import show_or_not, take_words
from flows.slots.wishes import asked_in

_SIGN = re.compile(r"[\d@]")
_FEW_WORDS = 5  # of a question back


def _change(reading: Reading, _scene: Scene) -> Fact[str] | None:
    fact = next((f for f in reading.rights if f.value is Right.RECTIFICATION), None)
    if fact is None:
        return None
    return Fact(sentence(reading.text, fact.span), fact.quote, fact.span, fact.confidence, fact.reader)


def _more(old: str, text: str) -> str | None:
    """The person's own words, and a colleague's below them that say what is wrong and what is right."""
    if names_a_day(text) or not (narrows(text) or says_old_and_new(text)):
        return None
    return text.strip() if old == NOT_SAID else f"{old}\n{text.strip()}"


def _new_value(text: str, scene: Scene) -> str | None:
    """A part of a reply that says what is new of what is to be corrected: "surname is now Marsh". It is none of what we
    know them by."""
    draft = scene.chat.active
    asked = Known(draft.answers).answers.get("rights") if draft is not None else None
    if asked is None or Right.RECTIFICATION.value not in asked.value:
        return None
    words = {*plain(text).split()}
    what = not (phrases("identifiers") | phrases("naming")).isdisjoint(words) or _SIGN.search(text) is not None
    new = (what and not phrases("new_one").isdisjoint(words)) or len({*ADDRESS.findall(text)}) > 1
    only = (len(between_signs(text)) == 1 or says_old_and_new(text)) and not names_a_day(text)
    return text.strip() if new and only and not asks_back(text) else None


def _with_more(old: str, new: str) -> str:
    return new if old == NOT_SAID else old if new in old else f"{old}\n{new}"


def _take_change(text: str, scene: Scene) -> str | None:
    """Any words but a mere yes or no, and a question back."""
    if confirms(text) or denies(text) or (len(text.split()) <= _FEW_WORDS and asks_back(text)):
        return None
    return NOT_SAID if knows_not(text) else take_words(text, scene)


def only_says_change(text: str, scene: Scene) -> bool:
    """Whether an answer says what is wrong, and asks for nothing else and for nobody else: a name in it is the
    person's own, as it is written there or should be."""
    if len(text) > LONGEST_ANSWER or adds_more(text) or says_the_same(text):
        return False
    return asked_in(read(text, scene)) <= {Right.RECTIFICATION}


CHANGE: Slot[str] = Slot(
    "correct.change",
    str,
    later("To be corrected"),
    later("What is wrong, and what should it say?"),
    hears=_change,
    takes=_take_change,
    ahead=_new_value,
    merges=_with_more,
    details=_more,
    greed=2,
    shows=show_or_not,
    choices=not_said,
    field="long",
)


def path(_known: Known) -> Iterator[Slot[Any]]:
    yield CHANGE
