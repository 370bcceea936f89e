"""What is said of several matters at once: "all three want to be deleted"."""

from dataclasses import replace

from bot.conversation.draft import Draft
from bot.conversation.scene import Outcome, Scene
from bot.conversation.slot import Known
from bot.understanding.replies.remarks import behind_all
from flows.drafts import DIALOGUE
from flows.handed import Handed
from flows.rights import RIGHTS

SEVERAL = 2


def answers_all(handed: Handed, active: Draft, scene: Scene) -> Outcome | None:
    """The answer to what they ask for, where it is given for all that wait for it; None where it is not."""
    words = handed.mail.text.strip()
    waiting = [draft for draft in scene.chat.drafts if RIGHTS not in Known(draft.answers)]
    if handed.whole or active.asked != RIGHTS.name or len(waiting) < SEVERAL or (wish := behind_all(words)) is None:
        return None
    told = next(filter(None, (RIGHTS.takes(one, scene) for one in (wish, words) if RIGHTS.takes)), None)
    if told is None:
        return None
    others = tuple(
        draft.learn(Known(draft.answers).having(RIGHTS, told, "answered", words).answers) if draft in waiting else draft
        for draft in scene.chat.drafts[1:]
    )
    chat = replace(scene.chat, drafts=(active, *others))
    return DIALOGUE.set(chat, active, RIGHTS, told, scene, quote=words)
