"""What a correction says of the answers of a draft."""

from typing import Any

from bot.conversation.scene import Scene
from bot.conversation.slot import Known, Slot, Walked
from bot.understanding.reading import Reading
from bot.understanding.replies.answers import comes_again
from bot.understanding.replies.pieces import goes_on
from bot.understanding.replies.remarks import stops_besides, takes_place


def told_in(
    text: str, reading: Reading, walked: Walked, known: Known, scene: Scene, *, plainly: bool
) -> list[tuple[Slot[Any], Any]]:
    """The answers that a correction speaks of; where it speaks of none, the one answer that it can be."""
    adding = comes_again(text) or goes_on(text)
    besides = not plainly and not takes_place(text)  # "he'll complain": what is known of his wishes stays
    told = list[tuple[Slot[Any], Any]]()
    for slot in walked.answered:
        value = slot.tells(text, scene) if slot.tells else None
        # A person's own words are never replaced by what a colleague says later.
        # Nor is a right told by what only sounds like one: "no sorry, it's Collin with two l".
        free = slot.field == "long" or (plainly and slot.field == "choices")
        heard = slot.hears if slot.bare is None and slot.tells is None and not free else None
        if value is None and heard and (fact := heard(reading, scene)) is not None:
            value = fact.value
        if value is not None:
            wish = slot.field == "choices"  # what somebody reads "again" is no wish besides
            more = (goes_on(text) or besides or stops_besides(text, value)) if wish else adding
            told.append((slot, _with(known[slot], slot, value, adding=more)))
    if plainly and all(value == known[slot] for slot, value in told):
        named = [(slot, slot.bare(text, scene)) for slot in walked.answered if slot.bare]
        told += [(slot, _with(known[slot], slot, value, adding=adding)) for slot, value in named if value is not None]
    if not told and plainly:  # free texts take no corrections, nor do names that don't read as such
        for slot in filter(lambda one: one.label, walked.answered):  # what is shown nowhere can't be put right unseen
            value = slot.takes(text, scene) if slot.takes and slot.greed == 0 and slot.field != "choices" else None
            if value is not None and not told:
                told.append((slot, _with(known[slot], slot, value, adding=adding)))
    return told


def detailed_in(text: str, walked: Walked, known: Known) -> tuple[Slot[Any], Any] | None:
    """The one answer of which a few words say more, together with them; None where they do of none, or of several."""
    every = [(slot, slot.details(known[slot], text)) for slot in walked.answered if slot.details is not None]
    told = [(slot, value) for slot, value in every if value is not None]
    return told[0] if len(told) == 1 else None


def _with(old: Any, slot: Slot[Any], new: Any, *, adding: bool) -> Any:
    """An answer with what a correction says: beside it ("also"), in its part, or in its place."""
    if adding and slot.adds:
        return slot.adds(old, new)
    return slot.merges(old, new) if slot.merges else new
