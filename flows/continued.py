"""The rest of a mail that was pasted in two parts."""

from dataclasses import replace

from bot.conversation.draft import Draft
from bot.conversation.scene import Outcome, Scene
from bot.conversation.slot import Known
from bot.conversation.turn import Said
from bot.understanding.replies.answers import speaks_of
from bot.understanding.replies.asides import asks_back
from flows.drafts import DIALOGUE
from flows.handed import Handed, handed_text
from flows.rights import RIGHTS

SHORTEST = 40  # characters of what may be the rest of a mail
_ENDS = '.?!:…)]>"”'


def continued(handed: Handed, active: Draft, scene: Scene) -> Outcome | None:
    """The open draft with the rest of its mail, where that stopped in the middle of a sentence and it is not known yet
    what it asks for; None where this is no such rest."""
    rest, begun = handed.mail.text.strip(), active.text.rstrip()
    open_to_it = handed.typed and active.mail is not None and active.asked == RIGHTS.name
    if not open_to_it or len(rest) < SHORTEST or not rest[:1].islower() or begun[-1:] in _ENDS:
        return None
    if speaks_of(rest, "another") or asks_back(rest):
        return None
    (whole,) = handed_text(Said(text=f"{begun}\n{rest}"), scene).drafts()[:1]
    answers = {**whole.answers, **Known(active.answers).answers}
    both = replace(active, text=whole.text, mail=whole.mail, marks=whole.marks, answers=answers)
    return DIALOGUE.advance(scene.chat, both, scene, show_read=True)
