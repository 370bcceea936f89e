"""The desk and Teams' adapter in this process, over HTTP, on a clock that stands still until it is moved."""

import asyncio
import threading
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta
from typing import Any, Self

from aiohttp import web

import app
from adapters.teams.platform import Teams
from bot.clock import StoppedClock
from bot.db import connect
from bot.house import House
from bot.migrations import migrate
from bot.policy import load_policy
from bot.settings import from_environment
from bot.vault import Vault
from tests.teams_kit.desk import TeamsDesk


class Indoors:
    """A desk of which the test turns the hands."""

    def __init__(self, desk: TeamsDesk) -> None:
        self.desk, self.teams = desk, desk.teams
        settings = from_environment({**desk.product.environment, "DATA_DIR": str(desk.product.data)})
        assert settings.teams is not None
        self.using, self._data = settings.teams, settings.data
        self.policy, self.vault = load_policy(settings.policy), Vault(settings.key)
        self.engine = connect(settings.database_url)
        migrate(self.engine)
        self.clock = StoppedClock(datetime.now(UTC))
        self._began = self.clock.at
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="desk")

    def __enter__(self) -> Self:
        self._thread.start()
        self.run(self._open())
        return self

    def __exit__(self, *_: object) -> None:
        self.run(self._close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
        self.engine.dispose()

    def run(self, work: Any) -> Any:
        future: Future[Any] = asyncio.run_coroutine_threadsafe(work, self._loop)
        return future.result(timeout=60)

    def seconds(self) -> float:
        return (self.clock.at - self._began).total_seconds()

    def settle(self) -> None:
        """Work off what came in, and deliver what is due at this moment."""
        self.run(self.house.settle())

    def later(self, **time: float) -> None:
        """Let time go by, and look at what is due then."""
        self.clock.move(timedelta(**time))
        self.house.tick()
        self.settle()

    @property
    def answering(self) -> Any:
        """What takes buttons and forms: to make it less patient."""
        return self.platform._answering

    async def _open(self) -> None:
        self.platform = Teams(self.using, self.policy, self.engine, self.vault, self.seconds, self.clock)
        await self.platform.check()
        self.house: House = app.build(
            self.engine,
            self.vault,
            self.policy,
            self.clock,
            {"teams": self.platform.poster},
            self._data,
            completers={"teams": self.platform.completer},
        )
        self.house.introduce(await self.platform.colleagues())
        served = web.Application()
        served.add_routes(self.platform.routes(app.Taking(self.house, lambda: None), self.clock))
        self._runner = web.AppRunner(served, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.desk.port).start()

    async def _close(self) -> None:
        await self.house.worker.stop()
        await self.house.deliverer.stop()
        await self._runner.cleanup()
        await self.platform.stop()
