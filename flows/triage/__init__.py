"""What the privacy team does with a case: every button of its card, its form, and what the form becomes."""

from bot.conversation.scene import Handlers
from flows.triage import ask, clock, close, correct, letters, look, own, relate, sent, whose, work

HANDLERS = Handlers()
for _part in (own, ask, clock, close, correct, relate, look, letters, sent, whose, work):
    HANDLERS.join(_part.HANDLERS)

__all__ = ["HANDLERS"]
