"""By which day there would be an answer to what is not on record yet: "what's the deadline?" in between."""

from bot.cases.ahead import due_ahead
from bot.conversation.draft import Draft
from bot.conversation.scene import Scene
from bot.conversation.slot import Known
from bot.wording import _, say_date
from flows.intake import open_case
from flows.slots.arrival import RECEIVED
from flows.slots.rights import RIGHTS


def answer_ahead(draft: Draft, scene: Scene) -> str | None:
    """That day, as far as the draft tells it; None where it is not known yet what they ask for, or no law sets one."""
    known = Known(draft.answers)
    if not known.get(RIGHTS):
        return None
    for case in open_case(draft, (), scene):
        received = known.get(RECEIVED)
        due = due_ahead(case.rights, received or scene.said_at, case.subject, case.law_hint, scene.policy, scene.book)
        if due is None:
            return None
        if received is None:
            return _(
                "If it came in today, they have an answer by {day}; if it came in before, earlier.", day=say_date(due)
            )
        on = received.astimezone(scene.speaker.tz).date()
        return _(
            "As far as it is told, they have an answer by {day}: it came in on {received}. It stands once the case is "
            "open.",
            day=say_date(due),
            received=say_date(on),
        )
    return None
