"""An event loop in a thread of its own, of which nothing is left for the next test when it has ended."""

import asyncio
import threading
from concurrent.futures import Future
from typing import Any

from tests.patience import PATIENCE


class OwnLoop:
    """Runs from the start; whoever begins it ends it."""

    def __init__(self, name: str) -> None:
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self.loop.run_forever, name=name)
        self._thread.start()

    def soon(self, work: Any) -> Future[Any]:
        return asyncio.run_coroutine_threadsafe(work, self.loop)

    def run(self, work: Any, seconds: float = PATIENCE) -> Any:
        return self.soon(work).result(timeout=seconds)

    def end(self) -> None:
        self.run(_quiet())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join()
        self.loop.close()


async def _quiet() -> None:
    """Let whatever still runs come to its end, and connections that were closed go."""
    others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    for _step in range(5):  # a transport closes its socket some steps after it was told to
        await asyncio.sleep(0)
