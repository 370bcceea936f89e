"""What Slack needs of the desk."""

from typing import Protocol

from bot.conversation.turn import Answer, Incoming, Turn


class Desk(Protocol):
    """Where turns go."""

    async def keep(self, incoming: Incoming) -> bool:
        """Keep an act; afterwards it survives whatever happens. False for one that was kept before."""
        ...

    async def answer(self, turn: Turn) -> Answer:
        """Run a turn that Slack waits for. Raises Refused with a sentence for the speaker."""
        ...
