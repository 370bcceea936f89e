"""Every conversation that Privacy Desk has, joined into what the turn loop needs."""

from bot.conversation.scene import Conversations, Handlers
from flows import front, triage
from flows.draft import drafts


def _joined(*parts: Handlers) -> Handlers:
    every = Handlers()
    for part in parts:
        every.join(part)
    return every


CONVERSATIONS = Conversations(front.hear, front.asked, _joined(drafts.HANDLERS, triage.HANDLERS))
