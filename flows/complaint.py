"""You ignored me, I complain: in the person's own words, never verified, never softened."""

from collections.abc import Iterator
from typing import Any

from bot.conversation.scene import Scene
from bot.conversation.slot import Known, Slot
from bot.understanding.mail import new_words
from bot.understanding.reading import Fact, Reading
from bot.wording import cut, later
from flows.slots.verification import take_words

LONGEST_SHOWN = 300


def _words(reading: Reading, _scene: Scene) -> Fact[str] | None:
    words = new_words(reading.mail).strip()[:3000]
    return Fact(words, "", (0, 0), 0.9, "mail") if words else None


def _shown(words: str) -> str:
    flat = " ".join(words.split())
    return cut(flat, LONGEST_SHOWN)


WORDS: Slot[str] = Slot(
    "complaint.words",
    str,
    later("The complaint"),
    later("What do they complain about, in their own words?"),
    hears=_words,
    takes=take_words,
    greed=2,
    shows=_shown,
    fills=lambda words: (words,),
    field="long",
)


def path(_known: Known) -> Iterator[Slot[Any]]:
    yield WORDS
