"""A wish less: "not the copy", said of a draft that asks for several things."""

from bot.conversation.draft import Draft
from bot.conversation.scene import Outcome, Scene
from bot.conversation.slot import Known
from bot.rights import Right
from bot.understanding.replies.answers import LONGEST
from bot.understanding.replies.named_rights import named, parts_of
from flows.drafts import DIALOGUE
from flows.named_before import named_before
from flows.reading import read_draft
from flows.rights import RIGHTS
from flows.wishes import asked_together

# "not the newsletter" may say that none is wanted
_NO_WISHES = frozenset((Right.OPT_OUT_MARKETING, Right.OPT_OUT_SALE))


def without_a_wish(text: str, active: Draft, scene: Scene) -> Outcome | None:
    """The open draft without what a few words say is not wanted; None where they say anything else, or would leave
    nothing."""
    known = Known(active.answers)
    asked = active.asked == RIGHTS.name
    before = known.get(RIGHTS) or (_offered(active, scene) if asked and active.text else ())
    denied = _denied(text)
    left = tuple(right for right in before if right not in denied)
    if not denied or not left or not denied <= {*before}:
        return None
    if asked:
        return DIALOGUE.set(scene.chat, active, RIGHTS, left, scene, quote=text.strip())
    return DIALOGUE.told(scene.chat, active, RIGHTS, left, scene)


def _offered(active: Draft, scene: Scene) -> tuple[Right, ...]:
    """What a draft whose wish is asked for may ask for together."""
    asked = asked_together(read_draft(active, scene))
    return asked if len(asked) > 1 else named_before(scene)


def _denied(text: str) -> frozenset[Right]:
    """The rights that each part of a few words names and denies."""
    called = [named(part) for part in parts_of(text)] if len(text) <= LONGEST else []
    denied = frozenset(found[0] for found in called if found is not None and not found[1])
    return denied - _NO_WISHES if len(denied) == len(called) else frozenset()
