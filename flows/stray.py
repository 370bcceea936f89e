"""Messages in which no privacy request is seen: who hands one over is told so, and can say that it is one."""

from bot.conversation.asking import Drop, TakeUp
from bot.conversation.card import Actions, Button, Card
from bot.conversation.draft import WORD, Draft
from bot.conversation.scene import Outcome, Scene
from bot.wording import _
from flows.handover.handed import Handed
from flows.handover.notes import notes_on
from flows.record.which_case import buttons as word_buttons


def nothing_seen(handed: Handed, scene: Scene) -> Outcome:
    """No request is seen."""
    seen = _("I see no privacy request in this. If somebody does ask for something, tell me.")
    support = scene.policy.contacts.support
    elsewhere = (_("Changes of a login or its address go to {support}.", support=support),) if support else ()
    return _put_aside(handed, scene, seen, *notes_on(handed), *elsewhere)


def demanded(handed: Handed, scene: Scene) -> Outcome:
    """A court or an authority demands something; its letter goes to the legal team."""
    asked = _("If somebody asks for their own data in it all the same, tell me.")
    return _put_aside(handed, scene, asked, *notes_on(handed))


def buttons(draft: Draft, scene: Scene) -> tuple[Button, ...]:
    """The buttons under a message that is no draft yet: it names a case, or no request was seen in it."""
    if draft.asked == WORD:
        return word_buttons(draft, scene)
    return (
        Button.of(_("It is one"), TakeUp(draft=draft.id), style="primary"),
        Button.of(_("Right, it isn't"), Drop(draft=draft.id)),
    )


def _put_aside(handed: Handed, scene: Scene, *lines: str) -> Outcome:
    """The message waits for what is said of it."""
    draft = handed.drafts()[0]
    said = Card.of(*lines, Actions.of(*buttons(draft, scene)))
    return Outcome(says=(said,), chat=scene.chat.asking_of(draft))
