"""Two people whom a colleague names at once: whose data it is, and who writes for them."""

import re
from dataclasses import replace

from bot.cases.snapshot import Person
from bot.cases.words import Capacity
from bot.conversation.draft import Draft
from bot.conversation.scene import Scene
from bot.conversation.slot import Known
from bot.understanding.reading import Flag, Reading
from bot.understanding.replies.answers import joins, phrases, plain
from bot.understanding.replies.both_named import Both, both_named
from bot.understanding.replies.pieces import pieces
from bot.understanding.replies.typed import typed_name
from bot.understanding.words import EMAIL
from flows.people import ABOUT_ME, PERSON
from flows.reading import read_draft
from flows.rights import RIGHTS
from flows.writers import CAPACITY, WRITER, take_writer

_ADDRESS = re.compile(EMAIL)
_MOST_WORDS = 8  # beside an address


def having_both(known: Known, text: str, reading: Reading, scene: Scene) -> Known:
    """What is known of a message, with both people whom its words name: "the mother is Ann Bell, he is Tom Bell"."""
    both = both_named(text)
    return _having(known, both, reading, scene) if both is not None else known


def told_both(text: str, active: Draft, scene: Scene) -> tuple[Draft, str] | None:
    """The open draft with both people whom a few words name, and those of the words that tell something else."""
    both = both_named(text, active.text)
    if both is None or _is_of_others(both, Known(active.answers).get(PERSON)):
        return None
    known = _having(Known(active.answers), both, read_draft(active, scene), scene)
    return active.learn(known.answers), both.rest


def _is_of_others(both: Both, person: Person | None) -> bool:
    """Whether neither is the person who is known already, by a word of their name."""
    own = {*plain(person.name or "").split()} if person is not None else set[str]()
    return bool(own) and own.isdisjoint(plain(f"{both.person} {both.writer}").split())


def _having(known: Known, both: Both, reading: Reading, scene: Scene) -> Known:
    old, writer = known.get(PERSON) or Person(), known.get(WRITER) or Person()
    known = known.having(ABOUT_ME, False).having(PERSON, replace(old, name=both.person))
    told = WRITER.hears(reading, scene) if WRITER.hears is not None else None  # with their address
    writer = told.value if told is not None and told.value.name == both.writer else writer
    known = known.having(WRITER, replace(writer, name=both.writer))
    heard = CAPACITY.hears(reading, scene) if CAPACITY.hears is not None else None
    others = Capacity.PARENT if reading.flagged(Flag.MINOR) else Capacity.REPRESENTATIVE
    before = known.get(CAPACITY) or Capacity.SELF
    acts = before if before is not Capacity.SELF else heard.value if heard is not None else others
    return known.having(CAPACITY, acts)


def writer_named(text: str, active: Draft, scene: Scene) -> str | None:
    """The part of a few words that is nothing but the name of who writes, where that is asked now: of "it's her husband
    who writes, Tim Bell" the last one."""
    person = Known(active.answers).get(PERSON)
    if active.asked != WRITER.name:
        return None
    names = [part for part in pieces(text) if typed_name(part) == part and take_writer(part, scene) is not None]
    others = [name for name in names if person is None or plain(name) != plain(person.name or "")]
    return others[0] if len(others) == 1 else None


def reached_at(text: str, person: Person | None, active: Draft) -> Person | None:
    """The address of the person, told although it is asked who writes for them, or what they want: "Nina is at
    nina@x.example", while Nina Wolf is the person."""
    addresses = _ADDRESS.findall(text) if active.asked in (WRITER.name, RIGHTS.name) else []
    if person is None or not person.name or person.email or len(addresses) != 1:
        return None
    own, said = plain(person.name).split(), plain(_ADDRESS.sub(" ", text)).split()
    known = (phrases("says_who") | phrases("reached")) - phrases("not")
    # "Nina, guardian is tom@x.example"; "Nina and tom@x.example"
    others = [word for word in said if word not in own and (word not in known or joins(word))]
    return Person(email=addresses[0]) if said[:1] == own[:1] and not others and len(said) <= _MOST_WORDS else None
