"""What the workspace needs of the desk."""

from typing import Protocol

from bot.conversation.turn import Answer, Turn


class Desk(Protocol):
    """Where turns go. Both functions are synchronous and durable; the server calls them from a thread."""

    def store(self, turn: Turn) -> bool:
        """Keep a turn to be worked off; the answer comes through the poster. False for one that is known already."""
        ...

    def answer(self, turn: Turn) -> Answer:
        """Run a turn that the page waits for. Raises Refused with a sentence for the speaker."""
        ...
