"""Whether what somebody hands over asks how a case stands, and the answer."""

from bot.conversation.card import Card
from bot.conversation.scene import Outcome, Scene
from bot.understanding.reading import Meta
from flows.handed import Handed
from flows.status import by_ticket, mine, status

_LIKELY = 0.5  # chance of a question about progress beside a wish


def asks_for_status(handed: Handed) -> bool:
    """Whether that is all it asks."""
    if handed.whole:
        return False
    named = handed.mail.text.strip().casefold()
    bare = handed.reading.case_reference is not None and named == handed.reading.case_reference.quote.casefold()
    return bare or (handed.reading.meta is Meta.STATUS_QUERY and not handed.reading.unsure)


def status_asked(handed: Handed, scene: Scene) -> Card:
    """The state of the case, of those that the ticket led to, or of all that was handed over."""
    text = handed.mail.text
    return status(text, scene) if handed.reading.case_reference else by_ticket(text, scene) or mine(scene)


def asks_for_status_too(handed: Handed) -> bool:
    """Whether it asks that beside something else: "Any news on 4711? Also, delete my old address"."""
    chance = dict(handed.reading.candidates).get(Meta.STATUS_QUERY.value, 0.0)
    return handed.reading.unsure and not handed.whole and chance >= _LIKELY


def status_beside(handed: Handed, scene: Scene) -> Outcome:
    """The answer where it asks that beside something else, and names a reference, a ticket of theirs, or has handed
    something over."""
    if not asks_for_status_too(handed):
        return Outcome()
    known = handed.reading.case_reference or scene.records.handed_over_by(scene.speaker.id)
    state = status_asked(handed, scene) if known else by_ticket(handed.mail.text, scene)
    return Outcome(says=(state,)) if state is not None else Outcome()
