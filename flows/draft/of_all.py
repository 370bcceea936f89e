"""What is said of several matters at once: "all three want to be deleted"."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.conversation.draft import Draft
from bot.conversation.scene import Outcome, Scene
from bot.conversation.slot import Known, Slot
from bot.understanding.replies.days import names_a_day
from bot.understanding.replies.pieces import pieces
from bot.understanding.replies.remarks import behind_all
from flows.dialogue import DIALOGUE
from flows.handover.handed import Handed
from flows.slots.arrival import RECEIVED
from flows.slots.residence import RESIDENCE
from flows.slots.rights import RIGHTS

SEVERAL = 2


def answers_all(handed: Handed, active: Draft, scene: Scene) -> Outcome | None:
    """The answer to what they ask for, where it is given for all that wait for it; None where it is not."""
    words = handed.mail.text.strip()
    waiting = [draft for draft in scene.chat.drafts if RIGHTS not in Known(draft.answers)]
    if handed.whole or active.asked != RIGHTS.name or len(waiting) < SEVERAL or (wish := behind_all(words)) is None:
        return None
    wish, day = _with_day(wish, scene)
    told = next(filter(None, (RIGHTS.takes(one, scene) for one in (wish, words) if RIGHTS.takes)), None)
    if told is None or names_a_day(wish):
        return None

    def learned(draft: Draft, *, wish: bool) -> Draft:
        known = Known(draft.answers)
        if RIGHTS in known:
            return draft
        known = known.having(RIGHTS, told, "answered", words) if wish else known
        return draft.learn((known.having(RECEIVED, day, "answered", words) if day else known).answers)

    active = learned(active, wish=False)
    others = tuple(learned(draft, wish=True) for draft in scene.chat.drafts[1:])
    return DIALOGUE.set(replace(scene.chat, drafts=(active, *others)), active, RIGHTS, told, scene, quote=words)


def told_of_all(handed: Handed, active: Draft, scene: Scene) -> Outcome | None:
    """The day on which all came in that are open, or where all live: "both came in today, both from Assen"; None where
    it says anything else."""
    words, drafts = handed.mail.text.strip(), scene.chat.drafts
    if handed.whole or len(drafts) < SEVERAL or behind_all(words) is None:
        return None
    each = [_of_all(part, scene) for part in pieces(words)]
    told = [one for one in (each if all(each) else [_of_all(words, scene)]) if one is not None]
    if not told or any(slot.refuses and slot.refuses(value, scene) for slot, value in told):
        return None

    def learned(draft: Draft) -> Draft:
        known = Known(draft.answers)
        for slot, value in told:
            known = known if slot in known else known.having(slot, value, "answered", words)
        return draft.learn(known.answers)

    *before, (slot, value) = told
    known = Known(active.answers)
    for one, said in before:
        known = known.having(one, said, "answered", words)
    active = active.learn(known.answers) if before else active
    others = tuple(learned(draft) for draft in drafts if draft.id != active.id)
    return DIALOGUE.told(replace(scene.chat, drafts=(active, *others)), active, slot, value, scene)


def _of_all(text: str, scene: Scene) -> tuple[Slot[Any], Any] | None:
    """What a part says of all: "both in Ireland", or of the ones it goes on about, "and from Assen"."""
    said = behind_all(text) or text
    slots: tuple[Slot[Any], ...] = (RECEIVED, RESIDENCE)
    each = ((slot, slot.ahead(said, scene)) for slot in slots if slot.ahead is not None)
    return next(((slot, value) for slot, value in each if value is not None), None)


def _with_day(wish: str, scene: Scene) -> tuple[str, datetime | None]:
    """What they want, without the part that tells when it came in, and that day: "deletion, came in on Monday"."""
    read = {part: RECEIVED.ahead(part, scene) if RECEIVED.ahead else None for part in pieces(wish)}
    days = {day for day in read.values() if day is not None}
    if len(days) != 1 or (RECEIVED.refuses and any(RECEIVED.refuses(day, scene) for day in days)):
        return wish, None
    return ", ".join(part for part, day in read.items() if day is None), days.pop()
