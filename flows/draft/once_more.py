"""A mail that is pasted while a draft is open: the same once more, or the very one that the draft told of."""

from dataclasses import replace

from bot.conversation.draft import Draft
from bot.conversation.scene import Outcome, Scene
from bot.conversation.slot import Known
from bot.wording import _
from flows.dialogue import DIALOGUE
from flows.escalation import TICKET
from flows.handover.handed import Handed
from flows.slots.people import PERSON
from flows.slots.rights import RIGHTS

SHORTEST = 20  # characters of words that nobody types twice to say two things


def pasted_again(handed: Handed, active: Draft, scene: Scene) -> Outcome | None:
    """The same message a second time, or the mail whose request somebody told of before; None for any other."""
    if any(_is_same(handed, draft) for draft in scene.chat.drafts):
        return DIALOGUE.again(scene.chat, active, scene, _("I have this message already."))
    drafts = handed.drafts()
    if not handed.whole or len(drafts) > 1 or not _is_told(handed, active):
        return None
    mail = drafts[0]
    answered = {name: answer for name, answer in active.answers.items() if answer.how == "answered"}
    mail = replace(
        mail,
        answers={**answered, **mail.answers},
        text=f"{active.text}\n\n{mail.text}".strip(),
        history=active.history,
    )
    notes = (_("I take this mail as the message that we are talking about."),)
    return DIALOGUE.begin(scene.chat.without(active.id), (mail,), scene, notes)


def _is_same(handed: Handed, draft: Draft) -> bool:
    mail = handed.drafts()[0]
    words = " ".join(mail.text.split())
    if set(mail.marks) & set(draft.marks):
        return True
    if handed.author is not None and (mail.link is None or mail.link != draft.link):
        return False  # two people may write the same few words; here each has written their own
    return len(words) >= SHORTEST and words == " ".join(draft.text.split())


def _is_told(handed: Handed, active: Draft) -> bool:
    """Whether a typed draft that knows nobody yet asks for no more than this mail does."""
    known, reading = Known(active.answers), handed.reading
    if active.mail is not None or active.asked != PERSON.name or TICKET in known or reading.unsure:
        return False
    asked = known.get(RIGHTS) or ()
    return bool(asked) and set(asked) <= {fact.value for fact in reading.rights}
