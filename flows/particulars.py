"""What exactly is meant, for the kinds of request that are about one use, one permission, or one decision.

It is heard in the message's own sentence, never asked for as a condition: what nobody said stays open.
"""

from collections.abc import Iterator
from typing import Any

from bot.conversation.scene import Scene
from bot.conversation.slot import NOT_SAID, Known, Slot, not_said
from bot.rights import Right
from bot.understanding.reading import Fact, Reading
from bot.wording import later
from flows.complaint import WORDS
from flows.correct import CHANGE
from flows.slots.extent import added
from flows.slots.reading import sentence
from flows.slots.verification import show_or_not, take_words


def _particular(right: Right, label: str, question: str) -> Slot[str]:
    def hears(reading: Reading, _scene: Scene) -> Fact[str] | None:
        fact = next((f for f in reading.rights if f.value is right and f.quote), None)
        if fact is None:
            return None
        return Fact(sentence(reading.text, fact.span), fact.quote, fact.span, fact.confidence, fact.reader)

    return Slot(
        f"{right.value}.what",
        str,
        label,
        question,
        hears=hears,
        takes=take_words,
        details=added,
        greed=2,
        shows=show_or_not,
        choices=not_said,
        assumes=lambda _known, _scene: NOT_SAID,
        field="long",
    )


SLOTS = {
    Right.OBJECTION: _particular(Right.OBJECTION, later("Objects to"), later("What use do they object to?")),
    Right.RESTRICTION: _particular(
        Right.RESTRICTION, later("To be restricted"), later("What is to be left untouched?")
    ),
    Right.PORTABILITY: _particular(Right.PORTABILITY, later("Wants to take"), later("Which data, and to whom?")),
    Right.WITHDRAW_CONSENT: _particular(
        Right.WITHDRAW_CONSENT, later("Takes back"), later("Which consent do they take back?")
    ),
    Right.LIMIT_SENSITIVE: _particular(
        Right.LIMIT_SENSITIVE, later("To be limited"), later("Which sensitive data, and to what?")
    ),
    Right.AUTOMATED_DECISION: _particular(
        Right.AUTOMATED_DECISION, later("The decision"), later("Which decision is to be looked at?")
    ),
    Right.KNOW_CATEGORIES: _particular(
        Right.KNOW_CATEGORIES, later("Wants to know"), later("What do they want to know, and of which time?")
    ),
    Right.APPEAL: _particular(Right.APPEAL, later("Appeals against"), later("Against which decision?")),
    Right.DEACTIVATION: _particular(Right.DEACTIVATION, later("To be deactivated"), later("Which account?")),
    Right.MINOR_REPORT: _particular(
        Right.MINOR_REPORT, later("Reported"), later("What do they report about the child?")
    ),
    Right.QUESTION: _particular(Right.QUESTION, later("The question"), later("What do they want to know?")),
}

OWN_WORDS = frozenset({WORDS.name, CHANGE.name, *(slot.name for slot in SLOTS.values())})  # asked for as they are


def path(_known: Known, rights: tuple[Right, ...]) -> Iterator[Slot[Any]]:
    for right in rights:
        if right in SLOTS:
            yield SLOTS[right]
