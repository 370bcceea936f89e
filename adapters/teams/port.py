"""What Teams needs of the desk."""

from typing import Protocol

from bot.conversation.card import Card
from bot.conversation.turn import Answer, Incoming, Turn
from bot.delivery.port import Posted


class Desk(Protocol):
    """Where turns go."""

    async def keep(self, incoming: Incoming) -> bool:
        """Keep an act; afterwards it survives whatever happens. False for one that was kept before."""
        ...

    async def answer(self, turn: Turn) -> Answer:
        """Run a turn that Teams waits for. Raises Refused with a sentence for the speaker."""
        ...

    async def shown(self, payload: str, where: Posted) -> Card | None:
        """What a message in which a button stands must show now; None for one that never changes."""
        ...
