"""How events are kept before a platform is told that we have them: those that come together share one commit.

A commit costs the same for one event and for thirty, and the platform waits a few seconds at most; so whatever comes
while one commit is under way waits for the next one.
"""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress

from bot.conversation.turn import Incoming, Turn

TOGETHER = 64  # events in one commit
QUIET = 0.02  # seconds without an event after which the rush is over


class Intake:
    """The way in, for any number of events at once.

    Args:
        keep: keeps events in one transaction, and says of each whether it is new.

    `kept` is called after each commit.
    """

    def __init__(self, keep: Callable[[Sequence[Turn | Incoming]], list[bool]]) -> None:
        self._keep = keep
        self.kept: Callable[[], None] = lambda: None
        self._waiting: list[tuple[Turn | Incoming, asyncio.Future[bool]]] = []
        self._keeping: asyncio.Task[None] | None = None
        self._latest = float("-inf")

    @property
    def busy(self) -> bool:
        """Whether events are coming in, or came in a moment ago."""
        return self._keeping is not None or asyncio.get_running_loop().time() - self._latest < QUIET

    async def quiet(self, longest: float) -> None:
        """Let whoever brings events go first: wait until no more come in, at most so many seconds."""
        with suppress(TimeoutError):
            async with asyncio.timeout(longest):
                while self.busy:  # noqa: ASYNC110 - nothing happens at the moment at which a rush is over
                    await asyncio.sleep(QUIET)

    async def keep(self, turn: Turn | Incoming) -> bool:
        """Keep an event; afterwards it survives whatever happens here. False for one that was kept before.

        Raises what the database raises; then the event is not kept, and the platform must not be told that it is.
        """
        loop = asyncio.get_running_loop()
        self._latest = loop.time()
        future: asyncio.Future[bool] = loop.create_future()
        self._waiting.append((turn, future))
        if self._keeping is None:
            self._keeping = asyncio.create_task(self._keep_waiting())
        return await future

    async def _keep_waiting(self) -> None:
        try:
            while self._waiting:
                now, self._waiting = self._waiting[:TOGETHER], self._waiting[TOGETHER:]
                await self._keep_these(now)
        finally:
            self._keeping = None

    async def _keep_these(self, these: list[tuple[Turn | Incoming, asyncio.Future[bool]]]) -> None:
        try:
            answers = await asyncio.to_thread(self._keep, [turn for turn, _future in these])
        except Exception as trouble:  # noqa: BLE001 - whoever brought the event is told
            if len(these) > 1:  # one of them may be what the database does not take: the others must not suffer
                for one in these:
                    await self._keep_these([one])
            elif not these[0][1].done():
                these[0][1].set_exception(trouble)
            return
        for (_turn, future), new in zip(these, answers, strict=True):
            if not future.done():
                future.set_result(new)
        self.kept()
