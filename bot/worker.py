"""Works off what came in. What a platform brought without saying who spoke is completed first, with no session open."""

import asyncio
import logging
from collections import Counter
from collections.abc import Mapping

from bot.conversation.loop import Desk, Ready
from bot.conversation.turn import Turn
from bot.delivery.inbox import Claimed
from bot.delivery.port import Completer
from bot.errors import TryLater, Undeliverable

log = logging.getLogger(__name__)

LIMIT = 64  # turns in our hands at once
LIMIT_OF_ONE = 32  # of one platform, so that a platform that hangs leaves room for the others
PATIENCE = 1.0  # seconds to wait for a slow platform before looking for other work
COMPLETION = 40.0  # seconds that a platform may take; well within the lease
LATER = 15.0  # seconds, when a platform does not say how long to wait


class Worker:
    """Takes turns, has them completed, and runs them. Any number of workers may run, here and in other processes.

    Args:
        completers: one for each platform that brings events without their speaker.
    """

    def __init__(self, desk: Desk, completers: Mapping[str, Completer]) -> None:
        self._desk, self._completers = desk, completers
        self._under_way: dict[asyncio.Task[Ready | None], Claimed] = {}
        self._waiting: Counter[str] = Counter()  # by platform

    async def work_due(self) -> bool:
        """Take what is free and run what is ready. Returns whether there was anything to do."""
        free = LIMIT - len(self._under_way)
        full = [name for name, count in self._waiting.items() if count >= LIMIT_OF_ONE]
        room = LIMIT_OF_ONE - max((count for count in self._waiting.values() if count < LIMIT_OF_ONE), default=0)
        claimed = await asyncio.to_thread(self._desk.claim, min(free, room), full) if free > 0 else []
        self._waiting.update(one.turn.platform for one in claimed)
        self._under_way.update((asyncio.create_task(self._completed(one)), one) for one in claimed)
        if not self._under_way:
            return False
        ended, _others = await asyncio.wait(self._under_way, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
        ready = list[Ready]()
        for task in ended:
            del self._under_way[task]
            if (trouble := task.exception()) is not None:  # the database was away: the lease runs out
                log.error("turns: %s", type(trouble).__name__)
            elif (found := task.result()) is not None:
                ready.append(found)
        ready.sort(key=lambda one: one[0].id)
        while ready:
            done = await asyncio.to_thread(self._desk.work_off, ready)
            ready = ready[done:]
        return True

    async def settle(self) -> None:
        """Work until nothing is free and nothing is under way."""
        while await self.work_due():
            pass

    async def stop(self) -> None:
        """Give back what is under way, so that whoever runs next need not wait for its lease."""
        under_way, self._under_way = self._under_way, {}
        for task in under_way:
            task.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)
        for claimed in under_way.values():
            await asyncio.to_thread(self._desk.put_off, claimed, 0.0)

    async def _completed(self, claimed: Claimed) -> Ready | None:
        """The turn, ready to run; None when it must be tried again later."""
        try:
            return await self._asked(claimed)
        finally:
            self._waiting[claimed.turn.platform] -= 1

    async def _asked(self, claimed: Claimed) -> Ready | None:
        turn = claimed.turn
        if isinstance(turn, Turn):
            return claimed, turn
        try:
            async with asyncio.timeout(COMPLETION):
                return claimed, await self._completers[turn.platform].complete(turn)
        except TimeoutError:  # it hangs, which is no more the turn's fault than a refusal to answer
            await asyncio.to_thread(self._desk.put_off, claimed, LATER)
        except TryLater as trouble:  # however long the platform is away, that is no fault of the turn
            await asyncio.to_thread(self._desk.put_off, claimed, trouble.seconds or LATER)
        except Exception as trouble:  # noqa: BLE001 - whatever it was, the turn is kept and tried again
            code = trouble.code if isinstance(trouble, Undeliverable) else type(trouble).__name__
            await asyncio.to_thread(self._desk.set_back, claimed, code)
        return None
