"""What the desk looks like from inside: its rows, its time, and the whole of it in this process."""

import asyncio
import contextlib
import sqlite3
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import Any, Self

from aiohttp import web

import app
from adapters.slack.platform import Slack
from bot.clock import StoppedClock
from bot.db import connect
from bot.house import House
from bot.migrations import migrate
from bot.policy import load_policy
from bot.settings import from_environment
from bot.vault import Vault
from tests.slack_kit.desk import SlackDesk
from tests.slack_kit.people import Person
from tests.slack_kit.reading import buttons, words
from tests.slack_kit.state import Message


def rows(desk: SlackDesk, statement: str) -> list[tuple[Any, ...]]:
    """What the desk's database holds."""
    with contextlib.closing(sqlite3.connect(desk.product.data / "desk.db", timeout=30)) as database:
        return database.execute(statement).fetchall()


def changes(desk: SlackDesk, statement: str) -> None:
    """Change the desk's database from outside."""
    with contextlib.closing(sqlite3.connect(desk.product.data / "desk.db", timeout=30)) as database, database:
        database.execute(statement)


@contextmanager
def locked(desk: SlackDesk) -> Iterator[None]:
    """Somebody else writes into the desk's database, and takes their time."""
    path = desk.product.data / "desk.db"
    with contextlib.closing(sqlite3.connect(path, timeout=30, isolation_level=None)) as database:
        database.execute("BEGIN IMMEDIATE")
        yield
        database.execute("ROLLBACK")


def told(desk: SlackDesk, person: Person, said: str) -> Message:
    """Wait until the bot has written it to them in private; the newest that says so."""
    return desk.slack.wait(lambda: [one for one in person.inbox if said in words(one)], 20)[-1]


def hands_over(desk: SlackDesk, person: Person, mail: str) -> Message:
    """Give the bot a mail, and get its question whether to open a case."""
    person.says(mail)
    return told(desk, person, "Open this case?")


def opens(desk: SlackDesk, person: Person, mail: str) -> Message:
    """Hand a mail over and open its case; the card in the privacy channel."""
    before = len(desk.cards)
    person.presses(hands_over(desk, person, mail), "Open case")
    found: list[Message] = desk.slack.wait(lambda: desk.cards[before:])
    return found[0]


def answers(person: Person, said: str) -> list[Message]:
    """What the bot wrote to them that says so; one that was changed afterwards counts as it is now."""
    return [one for one in person.inbox if said in words(one)]


def quiet(desk: SlackDesk) -> None:
    """Wait until nothing is left to be said: everything that came in is worked off, and every message is out."""
    open_ = "SELECT 1 FROM {} WHERE state IN ('waiting', 'claimed')"
    desk.slack.wait(lambda: not rows(desk, open_.format("inbox")) and not rows(desk, open_.format("outbox")), 20)


def presses_form(desk: SlackDesk, person: Person, card: Message, starts: str) -> None:
    """Press the button of a card whose label starts so, and wait for its form."""
    (label,) = [label for label in buttons(card) if label.startswith(starts)]
    person.presses(card, label)
    desk.slack.wait(lambda: person.modal)


class Indoors:
    """The desk and Slack's adapter in this process, over HTTP, on a clock that stands still until it is moved."""

    def __init__(self, desk: SlackDesk) -> None:
        self.desk, self.slack = desk, desk.slack
        environment = {**desk.product.environment, "DATA_DIR": str(desk.product.data)}
        settings = from_environment(environment)
        assert settings.slack is not None
        self.using = settings.slack
        self.policy, self.vault = load_policy(settings.policy), Vault(settings.key)
        self.engine = connect(settings.database_url)
        migrate(self.engine)
        self.clock = StoppedClock(datetime.now(UTC))
        self._began = self.clock.at
        self._data = settings.data
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="desk")

    def __enter__(self) -> Self:
        self._thread.start()
        self.run(self._open())
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
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
        self.clock.move(timedelta(**time))
        self.settle()

    @property
    def answering(self) -> Any:
        """What takes forms: to make it less patient."""
        return self.platform._answering

    async def _open(self) -> None:
        self.platform = Slack(self.using, self.policy, self.engine, self.seconds)
        platforms = {"slack": self.platform.poster}
        self.house: House = app.build(
            self.engine,
            self.vault,
            self.policy,
            self.clock,
            platforms,
            self._data,
            completers={"slack": self.platform.completer},
        )
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


@contextmanager
def held(desk: SlackDesk, method: str, **what: Any) -> Iterator[None]:
    """Slack takes its time with every call of a method."""
    trouble = desk.slack.trouble(method, times=None, hold=True, **what)
    try:
        yield
    finally:
        trouble.ends()
