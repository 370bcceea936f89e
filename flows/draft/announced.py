"""A draft that was opened by words which only announce a request, "can you take care of this?", and the message that
then says what it is: no second matter."""

from dataclasses import replace
from functools import cache

from bot.cases.snapshot import Person
from bot.conversation.draft import Draft
from bot.conversation.scene import Outcome, Scene
from bot.conversation.slot import Known
from bot.rights import Right
from bot.understanding.replies.answers import phrases, plain
from bot.understanding.replies.days import names_a_day
from bot.understanding.replies.named_rights import named
from bot.understanding.who.alike import is_fuller
from bot.understanding.who.kin import is_relative
from flows.dialogue import DIALOGUE
from flows.draft.another import SMALL_TALK, asks_something
from flows.handover.handed import Handed
from flows.intake import INTAKE
from flows.slots.people import PERSON
from flows.slots.reading import read_draft
from flows.slots.remarks import SAID, is_remark
from flows.slots.rights import RIGHTS
from flows.slots.whose import person_answered
from flows.slots.wishes import names_or_says_a_wish, near, spoken_of


def announced(handed: Handed, active: Draft, scene: Scene) -> Outcome | None:
    """The message that says what an open draft announced, in its place; None where the draft says something itself."""
    if handed.tickets or not _says_it(handed) or not _says_nothing(active, scene) or _only_says_what(handed, scene):
        return None
    first, *others = handed.drafts()
    chat = scene.chat.queueing(*others)
    if not handed.whole:
        return DIALOGUE.joined(chat, active, first, scene)
    known = Known({**first.answers, **active.answers})  # "it came in yesterday" may have been told before
    if is_remark(active.text, active):
        known = known.having(SAID, active.text)
    return DIALOGUE.advance(chat.without(active.id), replace(first, answers=known.answers), scene, show_read=True)


def told_whose(handed: Handed, active: Draft, scene: Scene) -> Person | None:
    """The person, where a few words name one and say nothing else, and the open draft names nobody: "oh yes: Bo Berg,
    bo@x.example"; or tell its person's whole name: "the daughter is called Ivy Nash"."""
    text = handed.mail.text.strip()
    if not handed.typed or len(text) > SMALL_TALK:
        return None
    known, person = DIALOGUE.so_far(PERSON, active, scene), person_answered(text, scene)
    if person is None or person.name is None:
        return None
    fuller = known is not None and known.name is not None and is_fuller(person.name, known.name)
    if not fuller and (known is not None or person.email is None):
        return None
    bare = text.replace(person.email or "", " ")
    rest = [word for word in plain(bare).split() if word not in plain(person.name).split()]
    return person if all(word in _beside_names() or (fuller and is_relative(word)) for word in rest) else None


@cache
def _beside_names() -> frozenset[str]:
    kinds = ("fillers", "polite", "apology", "beside_day", "says_who", "aside")
    return frozenset(word for kind in kinds for phrase in phrases(kind) for word in phrase.split())


def _says_it(handed: Handed) -> bool:
    """Whether a message says what is asked for, or who asks and a word of what: "Al Hill, al@x.example, copy"."""
    told = handed.reading
    if handed.whole or asks_something(handed):
        return True
    return bool(told.name or told.email) and names_or_says_a_wish(handed.mail.text)


def _only_says_what(handed: Handed, scene: Scene) -> bool:
    """Whether it answers what is asked for, and tells neither who asks nor when: "she wants deletion"."""
    told, text = handed.reading, handed.mail.text.strip()
    if handed.whole or told.name or told.email or told.phone or names_a_day(text):
        return False
    return RIGHTS.takes is not None and RIGHTS.takes(text, scene) is not None


def _says_nothing(active: Draft, scene: Scene) -> bool:
    """Whether a draft's own words name nobody and no wish, and nobody was told since."""
    known, text = Known(active.answers), active.text
    if active.flow != INTAKE.name or active.mail is not None or active.asked != RIGHTS.name or len(text) > SMALL_TALK:
        return False
    begun = read_draft(active, scene)
    if PERSON in known or any((begun.name, begun.email, begun.phone, begun.account_id, begun.ticket)):
        return False
    return not (any(map(named, text.split())) or near(begun) or {*spoken_of(text, scene)} - {Right.QUESTION})
