"""Someone hands a privacy request over."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bot.cases.commands import OpenCase
from bot.cases.snapshot import Person
from bot.cases.words import Arrival, Capacity
from bot.conversation.draft import Draft
from bot.conversation.flow import Flow
from bot.conversation.scene import Scene
from bot.conversation.slot import NOT_SAID, Known, Slot
from bot.law.which import which_law
from bot.rights import Right
from bot.understanding.reading import Flag, Reading
from bot.understanding.replies.named_rights import named
from bot.understanding.replies.remarks import of_minor
from bot.wording import _, later
from flows import access, complaint, correct, delete, opt_out, particulars
from flows.closing import closing
from flows.slots import verification
from flows.slots.arrival import NAMED, RECEIVED
from flows.slots.people import ABOUT_ME, PERSON, show_person
from flows.slots.reading import read, read_draft, sentence
from flows.slots.remarks import SAID
from flows.slots.residence import RESIDENCE
from flows.slots.rights import RIGHTS
from flows.slots.verification import KNOWN_AS
from flows.slots.writers import CAPACITY, WRITER
from flows.status import our_reference


def path(known: Known) -> Iterator[Slot[Any]]:
    """The questions, in order. Walked from the top on every turn; must not act."""
    yield RIGHTS
    yield ABOUT_ME
    yield PERSON
    yield CAPACITY
    if known[CAPACITY] is not Capacity.SELF:
        yield WRITER
    yield RECEIVED
    yield RESIDENCE
    yield from for_rights(known, known[RIGHTS])
    if SAID in known:
        yield SAID


def for_rights(known: Known, rights: tuple[Right, ...]) -> Iterator[Slot[Any]]:
    """What each kind of request asks for beside."""
    if Right.ACCESS in rights:
        yield from access.path(known)
    if Right.ERASURE in rights:
        yield from delete.path(known)
    if Right.RECTIFICATION in rights:
        yield from correct.path(known)
    yield from opt_out.path(known, rights)
    yield from particulars.path(known, rights)
    if Right.COMPLAINT in rights:
        yield from complaint.path(known)
    yield from verification.path(known, rights)


# Slots that have a column of their own in the record; every other one is kept as question and answer.
_OWN_PLACE = {slot.name for slot in (RIGHTS, ABOUT_ME, PERSON, CAPACITY, WRITER, RECEIVED, RESIDENCE)}


def open_case(draft: Draft, slots: tuple[Slot[Any], ...], scene: Scene) -> tuple[OpenCase, ...]:
    """The command that records the case."""
    known = Known(draft.answers)
    reading = read_draft(draft, scene) if draft.text else None
    rights = known[RIGHTS]
    capacity = known.get(CAPACITY) or Capacity.SELF
    place = known.get(RESIDENCE)
    heard = [fact for fact in reading.rights if fact.value in rights] if reading else []
    words = [(fact.value.value, sentence(reading.text, fact.span)) for fact in heard] if reading else []
    return (
        OpenCase(
            rights=rights,
            subject=_subject(known, reading),
            capacity=capacity,
            representative=known.get(WRITER) if capacity is not Capacity.SELF else None,
            received_at=known.get(RECEIVED) or scene.now,
            arrival=Arrival(draft.arrival),
            language=reading.language if reading else scene.speaker.language,
            text=draft.text,
            words=tuple(dict.fromkeys([*_answered(known), *words])),
            answers=(
                *((_(s.label), _told(s, known)) for s in slots if s.name not in _OWN_PLACE),
                *_told_of_writer(known),
            ),
            flags=_flags(known, reading, scene),
            law_hint=None if place in (None, "unknown") else place,
            source_marks=draft.marks,
            ticket=reading.ticket.value if reading and reading.ticket else None,
            ticket_link=reading.ticket_link.value if reading and reading.ticket_link else draft.link,
            joins=our_reference(reading) if reading else None,
        ),
    )


def _answered(known: Known) -> list[tuple[str, str]]:
    """The words in which a colleague answered what is asked for, where they say more than its name."""
    told = known.quote(RIGHTS) if known.answers[RIGHTS.name].how == "answered" else ""
    return [(right.value, told) for right in known[RIGHTS]] if told and named(told) is None else []


def _told(slot: Slot[Any], known: Known) -> str:
    """An answer in words, with those in which it was given where they say more: "yes, 4411"."""
    shown, said = slot.shows(known[slot]), known.quote(slot)
    more = slot.quoted and known.answers[slot.name].how == "answered" and len(said.split()) > 1
    return f"{shown} (“{said}”)" if more else shown


def _told_of_writer(known: Known) -> list[tuple[str, str]]:
    """What a colleague says of who writes, where that is more than their name: "her mother"."""
    writer, told = known.get(WRITER), known.quote(WRITER)
    said = writer is not None and known.answers[WRITER.name].how == "answered" and told not in ("", NOT_SAID)
    return [(_(WRITER.label), told)] if writer is not None and said and told != show_person(writer) else []


def _flags(known: Known, reading: Reading | None, scene: Scene) -> tuple[Flag, ...]:
    """Those of the message, and of what was said beside it: "she's a minor"."""
    said = known.get(SAID)
    told = (reading, read(said, scene) if said else None)
    heard = CAPACITY.hears
    nobody = heard is not None and all(one is None or heard(one, scene) is None for one in told)  # "my client wants"
    flags = [fact.value for one in told if one is not None for fact in one.flags]
    flags = [flag for flag in flags if not (nobody and flag is Flag.REPRESENTATIVE)]
    return tuple(dict.fromkeys([*flags, *([Flag.MINOR] if said and of_minor(said) else [])]))


def _subject(known: Known, reading: Reading | None) -> Person:
    person = known.get(PERSON) or Person()
    if reading is not None:
        person = replace(
            person,
            country=person.country or (reading.country.value if reading.country else None),
            state=person.state or (reading.state.value if reading.state else None),
        )
    return person if _lives_there(person, known) else replace(person, country=None, state=None)


def _lives_there(person: Person, known: Known) -> bool:
    """Whether the place that was read is where the colleague says that the person lives: their word decides the law."""
    told = known.answers.get(RESIDENCE.name)
    place = known.get(RESIDENCE)
    if told is None or told.how != "answered" or place is None or person.country is None:
        return True
    return which_law(person.country, person.state, None) == which_law(None, None, place)


def about(known: Known) -> str:
    """The person's name or address, as far as it is known."""
    person = known.get(PERSON)
    return show_person(person) if person else ""


INTAKE = Flow(
    name="intake",
    path=path,
    title=later("Open this case?"),
    about=about,
    confirm=later("Open case"),
    finish=open_case,
    closing=closing,
    said=SAID,
    ahead=(correct.CHANGE, ABOUT_ME, PERSON, CAPACITY, WRITER, RECEIVED, NAMED, RESIDENCE, KNOWN_AS, SAID, RIGHTS),
)
