"""A house that is lived in: its pumps run, and the clock is looked at. APScheduler only ticks."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import SystemClock
from bot.delivery.pump import Pump
from bot.house import House

TICK = 20  # seconds between looks at what is due
TIDY = 3600  # seconds between clean-ups
RUSH = 0.5  # seconds at most for which work waits while events come in: acknowledging them goes first


class Alive:
    """A desk that works: turns are worked off, messages go out, and time is looked at, until it is stopped."""

    def __init__(self, house: House) -> None:
        self.house = house
        house.intake.kept = self.wake
        self._turns, self._post = Pump("turns", self._working), Pump("messages", self._posting)
        self._jobs = [asyncio.create_task(self._turns.run()), asyncio.create_task(self._post.run())]
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        started = SystemClock().now()  # the scheduler keeps real time, however far the desk's clock was moved
        _every(self._scheduler, TICK, self.tick, started)
        _every(self._scheduler, TIDY, self._tidy, started)
        self._scheduler.start()

    def wake(self) -> None:
        """Something came in, or something is to be said. May be called from any thread."""
        self._turns.wake()
        self._post.wake()

    async def tick(self) -> None:
        if await asyncio.to_thread(self.house.tick):
            self._post.wake()

    async def stop(self) -> None:
        self._scheduler.shutdown(wait=False)
        for job in self._jobs:
            job.cancel()
        await asyncio.gather(*self._jobs, self.house.worker.stop(), self.house.deliverer.stop(), return_exceptions=True)

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


def _every(scheduler: AsyncIOScheduler, seconds: int, job: Callable[[], Awaitable[None]], now: datetime) -> None:
    """Tick only: what is due is found in rows, so a missed or doubled tick changes nothing."""
    scheduler.add_job(job, "interval", seconds=seconds, next_run_time=now, coalesce=True, max_instances=1)
