"""What becomes of a few words that name or tell two people of the open draft: whose data it is, and who writes."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from rapidfuzz.distance import OSA

from bot.cases.snapshot import Person
from bot.conversation.card import Card, Text
from bot.conversation.draft import Draft
from bot.conversation.scene import Outcome, Scene
from bot.conversation.slot import Known, Slot
from bot.conversation.turn import Said
from bot.understanding.replies.answers import LONGEST
from bot.understanding.replies.asides import says_wrong
from bot.understanding.replies.both_named import kin_told, relative_named
from bot.understanding.replies.days import names_a_day
from bot.understanding.replies.pieces import pieces
from bot.understanding.who.alike import in_address
from bot.understanding.words import ADDRESS
from bot.wording import _
from flows.dialogue import DIALOGUE
from flows.handover.both_named import reached_at, told_addresses, told_both, told_of_kin, told_writer
from flows.handover.handed import Handed, handed_text
from flows.particulars import OWN_WORDS
from flows.slots.name_parts import SLIPS, denies, mended, respelt
from flows.slots.names import shows
from flows.slots.people import PERSON, merge_person
from flows.slots.rights import RIGHTS
from flows.slots.wishes import says_a_wish
from flows.slots.writers import CAPACITY, WRITER


def tells_both(
    handed: Handed, active: Draft, scene: Scene, goes_on: Callable[[Handed, Scene], Outcome]
) -> Outcome | None:
    """The open draft with the person and who writes for them, where a few words name and tell both, and what becomes of
    the other words: that is for `goes_on`."""
    words = handed.mail.text
    if not handed.typed or active.asked in OWN_WORDS:
        return None
    if (person := reached_at(words, DIALOGUE.so_far(PERSON, active, scene), active)) is not None:
        return DIALOGUE.told(scene.chat, active, PERSON, person, scene)
    if (renamed := _renamed(words, active, scene) or _at_another(words, active, scene)) is not None:
        return _told(*renamed, handed, active, scene, goes_on)
    if (both := told_both(words, active, scene) or told_addresses(words, active, scene)) is not None:
        return _told(*both, handed, active, scene, goes_on)
    own = PERSON not in Known(active.answers) and (WRITER in Known(active.answers) or kin_told(words, active.text))
    first, _comma, rest = words.partition(",")
    if active.asked in (PERSON.name, RIGHTS.name) and own and (name := relative_named(first)) is not None:
        named = Known(active.answers).having(PERSON, Person(name=name))  # "the son is called Jonas, account 4711"
        return _told(active.learn(named.answers), rest.strip(), handed, active, scene, goes_on)
    if (writer := WRITER.ahead(words, scene) if WRITER.ahead is not None else None) is not None:
        return DIALOGUE.told(scene.chat, active, WRITER, writer, scene)
    if (kin := told_of_kin(words, active, scene)) is not None:
        return _told(kin, words if says_a_wish(words) or names_a_day(words) else "", handed, active, scene, goes_on)
    told = told_writer(words, active, scene)
    return _told(*told, handed, active, scene, goes_on) if told is not None else None


def _renamed(text: str, active: Draft, scene: Scene) -> tuple[Draft, str] | None:
    """The open draft with the name that a first sentence sets right, and the address behind it, and the other words:
    "not Bock, Beck. jan.beck@..., Kiel"."""
    person = DIALOGUE.so_far(PERSON, active, scene)
    first, _stop, more = text.strip().partition(". ")
    if person is None or not person.name or not more.strip() or len(text) > LONGEST:
        return None
    name, address = mended(first, person.name) or respelt(first, person.name), ADDRESS.search(more)
    if name is None or (address is not None and not shows(name, address[0])):
        return None  # "not Jan, Jane. Her boss is jim@..."
    new = merge_person(person, Person(name=name, email=address[0] if address is not None else None))
    rest = more.replace(address[0], " ") if address is not None else more
    return active.learn(Known(active.answers).having(PERSON, new).answers), rest.strip(" ,.;:")


def _at_another(text: str, active: Draft, scene: Scene) -> tuple[Draft, str] | None:
    """The open draft with the person's address as it is written rightly, and the other words that tell something: "got
    the mail wrong: ian.spek@..."."""
    person, addresses = DIALOGUE.so_far(PERSON, active, scene), ADDRESS.findall(text[:LONGEST])
    if person is None or not person.email or len(addresses) != 1 or len(text) > LONGEST or not says_wrong(text):
        return None
    slips = OSA.distance(addresses[0].casefold(), person.email.casefold(), score_cutoff=SLIPS)
    if not 0 < slips <= SLIPS or says_a_wish(text):
        return None
    named = {part: mended(part, person.name or "") for part in pieces(text)}
    names = [name for name in named.values() if name is not None]  # "Ilse, not Elsa"
    new = replace(person, email=addresses[0], name=names[0] if names else person.name)
    rest = [part for part, name in named.items() if name is None and "@" not in part and not says_wrong(part)]
    return active.learn(Known(active.answers).having(PERSON, new).answers), ", ".join(rest)


def is_not_theirs(text: str, active: Draft, scene: Scene) -> Outcome | None:
    """The open draft without the name that a few words deny, and without the address that shows it: whose data it is
    then, or who writes, is asked."""
    for slot in (PERSON, WRITER):
        person = DIALOGUE.so_far(slot, active, scene)
        if person is None or not person.name or not denies(text, person.name):
            continue
        email = None if person.email and in_address(person.name, person.email) else person.email
        known = Known(active.answers).having(slot, replace(person, name=None, email=email))
        return DIALOGUE.asked_anew(scene.chat, active.learn(known.answers), slot, "", scene)
    return None


def _told(
    draft: Draft, rest: str, handed: Handed, active: Draft, scene: Scene, goes_on: Callable[[Handed, Scene], Outcome]
) -> Outcome:
    said = is_who(draft, active, scene)
    if not rest or said.chat is None:
        return said
    # what is asked now is another thing: the rest is no answer to who it is
    others = handed_text(Said(text=rest, masked=handed.taken_out), scene)
    more = goes_on(others, replace(scene, chat=said.chat))
    return replace(more, says=(Card(blocks=_noted(draft, active)), *more.says))


def is_who(draft: Draft, active: Draft, scene: Scene) -> Outcome:
    """What is said of the two people of a draft; whose name nobody told is asked for."""
    lead = _noted(draft, active)
    if Known(draft.answers).get(PERSON) != Person():
        return DIALOGUE.advance(scene.chat, draft, scene, lead)
    asked = DIALOGUE.asked_anew(scene.chat, draft, PERSON, "", scene)
    return replace(asked, says=(Card(blocks=lead), *asked.says))


def _noted(draft: Draft, active: Draft) -> tuple[Text, ...]:
    known, before = Known(draft.answers), Known(active.answers)
    each: tuple[Slot[Any], ...] = (PERSON, CAPACITY, WRITER)
    told = [slot for slot in each if known.get(slot) not in (None, Person(), before.get(slot))]
    return tuple(Text.of(_("Noted. {what}: {value}", what=_(s.label), value=s.shows(known[s]))) for s in told)
