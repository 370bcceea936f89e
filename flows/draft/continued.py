"""The rest of a mail that was pasted in two parts."""

from dataclasses import replace

from bot.conversation.draft import Draft
from bot.conversation.scene import Outcome, Scene
from bot.conversation.slot import Known
from bot.conversation.turn import Said
from bot.understanding.replies.answers import speaks_of
from bot.understanding.replies.asides import asks_back
from bot.understanding.replies.letters import is_begun, is_rest
from flows.dialogue import DIALOGUE
from flows.handover.handed import Handed, handed_text
from flows.slots.arrival import says_when
from flows.slots.rights import RIGHTS

SHORTEST = 40  # characters of what may be the rest of a mail
_ENDS = '.?!:…)]>"”'


def continued(handed: Handed, active: Draft, scene: Scene) -> Outcome | None:
    """The open draft with the rest of its mail, where that stopped in the middle of a sentence, or before it said
    goodbye, and it is not known yet what it asks for; None where this is no such rest."""
    rest, begun = handed.mail.text.strip(), active.text.rstrip()
    if not handed.typed or active.asked != RIGHTS.name or len(rest) < SHORTEST or says_when(rest, scene):
        return None
    in_the_middle = active.mail is not None and rest[:1].islower() and begun[-1:] not in _ENDS
    if in_the_middle and not (speaks_of(rest, "another") or asks_back(rest)):
        between = "\n"
    elif is_begun(begun) and is_rest(rest):
        between = "\n\n"
    else:
        return None
    (whole,) = handed_text(Said(text=f"{begun}{between}{rest}"), scene).drafts()[:1]
    answers = {**whole.answers, **Known(active.answers).answers}
    both = replace(active, text=whole.text, mail=whole.mail, marks=whole.marks, answers=answers)
    return DIALOGUE.advance(scene.chat, both, scene, show_read=True)
