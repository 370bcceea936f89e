"""How a case looks: pure functions from its snapshot to cards and blocks."""

from bot.cases.views.card import case_card
from bot.cases.views.details import details_blocks
from bot.cases.views.due import case_due, due_words, how_far, urgency
from bot.cases.views.more import more_card

__all__ = ["case_card", "case_due", "details_blocks", "due_words", "how_far", "more_card", "urgency"]
