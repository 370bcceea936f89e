"""The desk and one platform's adapter in this process, over HTTP, on a clock that stands still until it is moved."""

from abc import ABC, abstractmethod
from datetime import UTC, datetime, timedelta
from typing import Any, Generic, Self, TypeVar

from aiohttp import web

import app
from adapters.slack.platform import Slack
from adapters.teams.platform import Teams
from bot.clock import StoppedClock
from bot.db import connect
from bot.house import House
from bot.policy import load_policy
from bot.settings import from_environment
from bot.vault import Vault
from bot.ways_in import Taking
from tests.databases import put_database
from tests.loops import OwnLoop
from tests.patience import PATIENCE
from tests.product import Product

P = TypeVar("P", Slack, Teams)


class Inside(ABC, Generic[P]):
    """A desk of which the test turns the hands.

    Args:
        product: the process whose settings and folder it uses; it must not run.
        port: on which the platform reaches it.
    """

    name: str

    def __init__(self, product: Product, port: int) -> None:
        self.settings = from_environment({**product.environment, "DATA_DIR": str(product.data)})
        self.policy, self.vault = load_policy(self.settings.policy), Vault(self.settings.key)
        put_database(product.data / "desk.db")
        self.engine = connect(self.settings.database_url)
        self.clock = StoppedClock(datetime.now(UTC))
        self._began, self._port = self.clock.at, port

    @abstractmethod
    def made(self) -> P:
        """The platform's adapter; called within the running event loop."""

    def __enter__(self) -> Self:
        self._own = OwnLoop("desk")
        self.run = self._own.run
        self.run(self._open())
        return self

    def __exit__(self, *_: object) -> None:
        self.run(self._close())
        self._own.end()
        self.engine.dispose()

    def seconds(self) -> float:
        return (self.clock.at - self._began).total_seconds()

    def begins(self, at: datetime) -> None:
        """Let it be that time, before anything has happened."""
        self.clock.at = self._began = at

    def settle(self) -> None:
        """Work off what came in, and deliver what is due at this moment."""
        self.run(self.house.settle())

    def later(self, **time: float) -> None:
        self.clock.move(timedelta(**time))
        self.settle()

    @property
    def answering(self) -> Any:
        """What takes buttons and forms: to make it less patient."""
        return self.platform._answering

    async def _open(self) -> None:
        self.platform: P = self.made()
        self.house: House = app.build(
            self.engine,
            self.vault,
            self.policy,
            self.clock,
            {self.name: self.platform.poster},
            self.settings.data,
            completers={self.name: self.platform.completer},
        )
        served = web.Application()
        served.add_routes(self.platform.routes(Taking(self.house, lambda: None), self.clock))
        self.answering.patience = PATIENCE  # a busy machine makes no form slow, only a test does
        self._runner = web.AppRunner(served, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()

    async def _close(self) -> None:
        await self.house.worker.stop()
        await self.house.deliverer.stop()
        await self._runner.cleanup()
        await self.platform.stop()
