"""The ways into a house: what comes in sets its pumps going at once."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from bot.conversation.card import Card
from bot.conversation.loop import Desk
from bot.conversation.turn import Answer, Incoming, Turn
from bot.delivery.port import Posted
from bot.house import House


@dataclass(frozen=True)
class Waking:
    """The desk as the workspace sees it: whatever comes in sets the pumps going at once."""

    desk: Desk
    wake: Callable[[], None]

    def store(self, turn: Turn) -> bool:
        kept = self.desk.store(turn)
        self.wake()
        return kept

    def answer(self, turn: Turn) -> Answer:
        answer = self.desk.answer(turn)
        self.wake()
        return answer


@dataclass(frozen=True)
class Taking:
    """The desk as chat platforms see it, from the event loop."""

    house: House
    wake: Callable[[], None]

    async def keep(self, incoming: Incoming) -> bool:
        return await self.house.intake.keep(incoming)

    async def answer(self, turn: Turn) -> Answer:
        answer = await asyncio.to_thread(self.house.desk.answer, turn)
        self.wake()
        return answer

    async def shown(self, payload: str, where: Posted) -> Card | None:
        return await asyncio.to_thread(self.house.shown, payload, where)
