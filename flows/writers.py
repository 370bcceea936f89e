"""Who writes, where it is not the person whose data it is: for whom they act."""

import re

from bot.cases.naming import capacity_name
from bot.cases.snapshot import Person
from bot.cases.words import Capacity
from bot.conversation.form import Choice
from bot.conversation.scene import Scene
from bot.conversation.slot import Known, Slot
from bot.understanding.mail.people import read_sender
from bot.understanding.reading import Fact, Flag, Reading
from bot.understanding.replies.answers import LOOKED_AT, phrases, plain
from bot.understanding.replies.typed import typed_name
from bot.understanding.who.kin import is_relative
from bot.understanding.wordlists import alternatives
from bot.understanding.words import fold
from bot.wording import later
from flows.people import merge_person, show_person

_FEW_WORDS = 10  # of a sentence that says who writes
_LAWYER = re.compile(rf"\b(?:{alternatives(phrases('lawyers'))})\b")


def _capacity(reading: Reading, _scene: Scene) -> Fact[Capacity] | None:
    agent, minor = reading.flagged(Flag.REPRESENTATIVE), reading.flagged(Flag.MINOR)
    if agent is None:
        return None
    lawyer = _LAWYER.search(fold(reading.text[:LOOKED_AT]))
    value = Capacity.PARENT if minor else Capacity.LAWYER if lawyer else Capacity.REPRESENTATIVE
    return Fact(value, agent.quote, agent.span, agent.confidence, agent.reader)


def _capacity_choices(_known: Known, _scene: Scene, _reading: Reading | None) -> tuple[Choice, ...]:
    return tuple(Choice(value=capacity, label=capacity_name(capacity)) for capacity in Capacity)


def _told_capacity(text: str, _scene: Scene) -> Capacity | None:
    """Who a few words say that it is who writes: "her lawyer writes for her", "it's from the mother"."""
    return next(filter(None, map(_writes_for_them, text.split(","))), None)


def _writes_for_them(clause: str) -> Capacity | None:
    words = plain(clause).split()
    if len(words) > _FEW_WORDS or not phrases("writes").intersection(words) or phrases("ours").intersection(words):
        return None  # "our lawyer calls me tomorrow" is another matter
    if _LAWYER.search(fold(clause)):
        return Capacity.LAWYER
    if phrases("parents").intersection(words):
        return Capacity.PARENT
    return Capacity.REPRESENTATIVE if any(map(is_relative, words)) else None


def _take_writer(text: str, _scene: Scene) -> Person | None:
    if len(text) > 200 or "\n" in text.strip():
        return None
    sender = read_sender(text)
    name = typed_name(sender.name) if sender and sender.name else None
    email = sender.email if sender else None
    return Person(name=name, email=email) if name or email else None


def _writer(reading: Reading, _scene: Scene) -> Fact[Person] | None:
    sender = reading.mail.sender
    if sender is None:
        return None
    person = Person(name=sender.value.name, email=sender.value.email)
    return Fact(person, sender.quote, sender.span, sender.confidence, sender.reader)


CAPACITY: Slot[Capacity] = Slot(
    "capacity",
    Capacity,
    later("They write"),
    later("Do they write for themselves?"),
    hears=_capacity,
    tells=_told_capacity,
    shows=capacity_name,
    choices=_capacity_choices,
    assumes=lambda _known, _scene: Capacity.SELF,
    field="choice",
    fills=lambda capacity: (capacity.value,),
)

WRITER: Slot[Person] = Slot(
    "representative.writer",
    Person,
    later("Written by"),
    later("Who writes on their behalf?"),
    hint=later("A name, an e-mail address, or both."),
    hears=_writer,
    takes=_take_writer,
    greed=1,
    shows=show_person,
    merges=merge_person,
)
