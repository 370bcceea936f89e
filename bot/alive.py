"""A house that is lived in: its pumps run, and the clock is looked at. APScheduler only ticks."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import SystemClock
from bot.delivery.pump import Pump
from bot.house import House

log = logging.getLogger(__name__)

TICK = 20  # seconds between looks at what is due
TIDY = 3600  # seconds between clean-ups
FAREWELL = 3.0  # seconds for what is under way when the desk is stopped
RUSH = 0.5  # seconds at most for which work waits while events come in: acknowledging them goes first


class Alive:
    """A desk that works: turns are worked off, messages go out, and time is looked at, until it is stopped."""

    def __init__(self, house: House) -> None:
        self.house = house
        house.intake.kept = self.wake
        self._turns, self._post = Pump("turns", self._working), Pump("messages", self._posting)
        self._jobs = [asyncio.create_task(self._turns.run()), asyncio.create_task(self._post.run())]
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._looking: dict[str, asyncio.Task[None]] = {}  # by what is looked at
        self.every(TICK, "due", self.tick)
        self.every(TIDY, "tidy", self._tidy)
        self._scheduler.start()

    def every(
        self, seconds: int, name: str, look: Callable[[], Coroutine[Any, Any, None]], *, at_once: bool = True
    ) -> None:
        """Look at something every so many seconds, unless the look before still goes on.

        What is due is found in rows, so a missed or doubled look changes nothing. The scheduler keeps real time,
        however far the desk's clock was moved.
        """

        async def start() -> None:
            before = self._looking.get(name)
            if before is None or before.done():
                self._looking[name] = asyncio.create_task(self._looked(name, look))

        first = SystemClock().now() + timedelta(seconds=0 if at_once else seconds)
        self._scheduler.add_job(
            start,
            "interval",
            seconds=seconds,
            next_run_time=first,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,  # on a busy machine it comes late; it is not left out
        )

    def wake(self) -> None:
        """Something came in, or something is to be said. May be called from any thread."""
        self._turns.wake()
        self._post.wake()

    async def tick(self) -> None:
        if await asyncio.to_thread(self.house.tick):
            self._post.wake()

    async def stop(self) -> None:
        """End what is begun, for a few seconds; what takes longer goes on with whoever runs next."""
        self._scheduler.shutdown(wait=False)
        self._turns.end()
        self._post.end()
        jobs = [*self._jobs, *self._looking.values()]
        _ended, others = await asyncio.wait(jobs, timeout=FAREWELL)
        for job in others:
            job.cancel()
        await asyncio.gather(*jobs, self.house.worker.stop(), self.house.deliverer.stop(), return_exceptions=True)

    async def _looked(self, name: str, look: Callable[[], Coroutine[Any, Any, None]]) -> None:
        try:
            await look()
        except Exception as trouble:  # noqa: BLE001 - it is looked at again in a while
            log.error("%s: %s", name, type(trouble).__name__)

    async def _working(self) -> bool:
        await self.house.intake.quiet(RUSH)
        worked = await self.house.worker.work_due()
        if worked:
            self._post.wake()
        return worked

    async def _posting(self) -> bool:
        await self.house.intake.quiet(RUSH)
        return bool(await self.house.deliverer.deliver_due())

    async def _tidy(self) -> None:
        await asyncio.to_thread(self.house.tidy)
