"""A ticket's number that is set right: "sorry, that's 4721", "4712 should be 4721"."""

from dataclasses import replace

from rapidfuzz.distance import OSA

from bot.conversation.asking import changed_to
from bot.conversation.draft import Draft
from bot.conversation.scene import Outcome, Scene
from bot.conversation.slot import NOT_SAID, Known
from bot.conversation.typed import what_else
from bot.understanding.replies.right_number import Instead, number_instead
from bot.wording import _
from flows.dialogue import DIALOGUE
from flows.escalation import TICKET
from flows.handover.handed import Handed
from flows.record.word import about_opened, asking_of_case
from flows.status import cases_of_ticket, same_number


def right_ticket(handed: Handed, scene: Scene) -> Outcome | None:
    """What becomes of a number that is set right: it is that of the draft whose ticket was wrong. Where that led to a
    case, the team is told; None where nothing has that ticket."""
    chat, active = scene.chat, scene.chat.active
    instead = number_instead(handed.mail.text) if handed.typed else None
    if instead is None:
        return None
    on_record = cases_of_ticket(instead.wrong, scene) if instead.wrong is not None else []
    if active is None:
        known = [case.reference for case in on_record]
        return asking_of_case(handed, known, scene) if known else about_opened(handed, scene)
    waiting = [draft for draft in chat.drafts if _ticket_of(draft)]
    if not waiting or active.asked == TICKET.name:
        return None
    meant = _meant(instead, waiting)
    if len(meant) > 1:
        one = _ticket_of(meant[0])
        both = _("Which ticket was wrong? Write both: “{one} should be {other}”.", one=one, other=instead.right)
        return DIALOGUE.again(chat, active, scene, both)
    if not meant:
        known = [case.reference for case in on_record]
        return asking_of_case(handed, known, scene) if known else DIALOGUE.again(chat, active, scene, what_else())
    (draft,) = meant
    if draft.id == active.id:
        return DIALOGUE.told(chat, active, TICKET, instead.right, scene)
    changed = draft.learn(Known(draft.answers).having(TICKET, instead.right).answers)
    drafts = tuple(changed if one.id == draft.id else one for one in chat.drafts)
    return DIALOGUE.again(replace(chat, drafts=drafts), active, scene, changed_to(TICKET, instead.right))


def _ticket_of(draft: Draft) -> str:
    ticket = Known(draft.answers).get(TICKET)
    return "" if ticket in (None, NOT_SAID) else str(ticket)


def _meant(instead: Instead, waiting: list[Draft]) -> list[Draft]:
    """The drafts that have the wrong number; where that is not told, those whose number is most like the right one."""
    if instead.wrong is not None:
        return [draft for draft in waiting if same_number(_ticket_of(draft), instead.wrong)][:1]
    far = {draft.id: OSA.distance(_ticket_of(draft).casefold(), instead.right) for draft in waiting}
    return [draft for draft in waiting if far[draft.id] == min(far.values())]
