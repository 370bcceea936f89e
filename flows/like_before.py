"""A ticket of which nothing is said but that somebody wants the same: "4412 too"."""

from dataclasses import replace

from bot.conversation.draft import Draft
from bot.conversation.scene import Scene
from bot.conversation.slot import Known
from flows.each_ticket import names_one_more
from flows.handed import Handed
from flows.rights import LIKE, RIGHTS, likeliest
from flows.which_case import just_opened


def like_the_last(handed: Handed, scene: Scene) -> tuple[Draft, ...]:
    """The drafts of a message. Where it says the same of one more ticket, what was asked just now is offered first."""
    case = just_opened(scene) if names_one_more(handed.tickets, handed.mail.text) else None
    if case is None:
        return handed.drafts()
    rights = tuple(request.right for request in case.requests)
    return tuple(
        replace(draft, answers=Known(draft.answers).having(LIKE, rights, "heard").answers) for draft in handed.drafts()
    )


def like_the_open_one(handed: Handed, active: Draft, scene: Scene) -> Draft:
    """The draft with what the open one asks for; where that is not known, it is offered."""
    (draft, *_others), rights = handed.drafts(), Known(active.answers).get(RIGHTS)
    known = Known(draft.answers)
    if rights:
        known = known.having(RIGHTS, rights, "heard", handed.mail.text)
    else:
        known = known.having(LIKE, likeliest(active, scene), "heard")
    return replace(draft, answers=known.answers)
