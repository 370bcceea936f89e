"""What keeps the desk moving: turns are worked off, messages go out, and the clock ticks. Nothing here is lost when
the process dies: all three only look at rows.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable

log = logging.getLogger(__name__)

IDLE = 1.0  # seconds between looks at the rows when nobody wakes us; another process may have put something there
LONGEST_REST = 30.0  # seconds after repeated trouble, e.g. a database that is away


class Pump:
    """One job that is done over and over while there is something to do.

    Args:
        name: for the log.
        job: does one piece of work; returns whether there was any.
        idle: seconds to wait when there was none; `wake` ends the wait.
    """

    def __init__(self, name: str, job: Callable[[], Awaitable[bool]], idle: float = IDLE) -> None:
        self._name, self._job, self._idle = name, job, idle
        self._woken = asyncio.Event()
        self._ending = False
        self._loop = asyncio.get_running_loop()

    def wake(self) -> None:
        """There is something to do. May be called from any thread."""
        self._loop.call_soon_threadsafe(self._woken.set)

    def end(self) -> None:
        """Come to an end after the present piece of work."""
        self._ending = True
        self._woken.set()

    async def run(self) -> None:
        """Work until `end`. Trouble is logged by its kind alone and tried again, ever more slowly."""
        rest = self._idle
        while not self._ending:
            self._woken.clear()
            try:
                if await self._job():
                    rest = self._idle
                    continue
                rest = self._idle
            except Exception as trouble:  # noqa: BLE001 - the pump must outlive every single piece of work
                log.error("%s: %s", self._name, type(trouble).__name__)
                rest = min(rest * 2, LONGEST_REST)
            try:
                await asyncio.wait_for(self._woken.wait(), rest)
            except TimeoutError:
                continue
