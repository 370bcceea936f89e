"""The one dialogue that moves the drafts of a conversation: of the flows that hand something over."""

from bot.conversation.dialogue import Dialogue
from flows.escalation import ESCALATION
from flows.intake import INTAKE
from flows.slots.reading import read, read_draft

DIALOGUE = Dialogue({flow.name: flow for flow in (INTAKE, ESCALATION)}, read, read_draft)
