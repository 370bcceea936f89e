"""The product as the local client meets it: without a registration, on this machine only."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import app
from adapters.teams.platform import Teams
from bot.clock import StoppedClock
from bot.conversation.card import Card
from bot.db import connect
from bot.delivery.hours import opens
from bot.delivery.port import Address, Posted, Poster
from bot.policy import WorkingHours, load_policy
from bot.settings import Settings, from_environment
from bot.vault import Vault
from tests.playground.program import Person, Program
from tests.product import Product
from tests.slack_kit.desk import free_port
from tests.teams_kit.desk import PRIVACY, policy_for_teams
from tests.teams_kit.state import TENANT
from tests.working_days import day_after_next

DAAN = Person("user-1", "Daan Mulder", "daan@northloop.example")
PRIYA = Person("user-2", "Priya Nair", "priya@northloop.example")
PEOPLE = (
    *(DAAN, PRIYA),
    Person("user-3", "Emma Brooks", "emma@northloop.example"),
    Person("user-4", "Noor de Wit", "noor@northloop.example"),
    Person("user-5", "Sam Okafor", "sam@northloop.example"),
    Person("user-6", "Lena Hart", "lena@northloop.example"),
)


TRIES = 3  # to post what is due


class PlaygroundDesk:
    """The client's server and the product, each told where the other is."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._port = folder, free_port()
        self.program = Program(
            folder,
            f"http://127.0.0.1:{self._port}/api/messages",
            tenant=TENANT,
            people=PEOPLE,
            channel=(PRIVACY, "Privacy"),
        )
        self.product: Product | None = None

    def start(self, script: Path) -> None:
        self.program.start(script)
        settings = {
            "TEAMS_ANONYMOUS": "1",
            "TEAMS_SERVICE_URL": self.program.service_url,
            "POLICY": str(policy_for_teams(self._folder)),
            "DESK_KEY": Vault.new_key(),
            "PORT": str(self._port),
        }
        self.product = Product(self._folder, cold=True, **settings)
        self.product.start()

    def quiet(self) -> None:
        """Wait until everything that came in is worked off, and every message is out."""
        assert self.product is not None
        self.product.quiet()

    def a_few_days_later(self, drawn: Callable[[int], None]) -> None:
        """Tell what is due some working days ahead, on the same data and through the same client; then go on now.

        Args:
            drawn: waits until the page shows what was said, so many messages by then: of two that come in the same
                moment it draws one.
        """
        assert self.product is not None
        self.product.stop()
        settings = {**self.product.environment, "DATA_DIR": str(self._folder)}
        with ThreadPoolExecutor(max_workers=1) as thread:  # the browser's loop runs in this one
            ahead = thread.submit(_Ahead, settings).result()
            try:
                while thread.submit(ahead.says_next).result():
                    drawn(ahead.said)
            finally:
                thread.submit(ahead.close).result()
        self.product.start()

    def stop(self) -> None:
        if self.product is not None:
            self.product.kill()
        self.program.stop()


class _Ahead:
    """The desk as it will be some working days from now, in a loop of its own. It says one thing after another."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._loop = asyncio.Runner()
        self._loop.run(self._begin(from_environment(environment)))

    async def _begin(self, settings: Settings) -> None:
        assert settings.teams is not None
        policy, vault, self._engine = load_policy(settings.policy), Vault(settings.key), connect(settings.database_url)
        self._clock = StoppedClock(_moment(policy.working_hours))
        self._platform = Teams(settings.teams, policy, self._engine, vault, clock=self._clock)
        self._poster = _Counted(self._platform.poster)
        self._house = app.build(self._engine, vault, policy, self._clock, {"teams": self._poster}, settings.data)
        await asyncio.to_thread(self._house.tick)

    @property
    def said(self) -> int:
        """How many messages stand."""
        return self._poster.posted

    def says_next(self) -> bool:
        """Whether there was something left to say."""
        return self._loop.run(self._says_next())

    def close(self) -> None:
        self._loop.run(self._stop())
        self._loop.close()
        self._engine.dispose()

    async def _says_next(self) -> bool:
        for _ in range(TRIES):
            if await self._house.deliverer.deliver_due(limit=1):
                return True
            self._clock.move(timedelta(minutes=1))  # what the client did not take at once is due a little later
        return False

    async def _stop(self) -> None:
        await self._house.worker.stop()
        await self._house.deliverer.stop()
        await self._platform.stop()


class _Counted:
    """A poster that counts what it posted."""

    def __init__(self, poster: Poster) -> None:
        self._poster, self.posted = poster, 0

    async def post(
        self, to: Address, card: Card, *, once: str, thread: Posted | None = None, again: bool = False
    ) -> Posted:
        posted = await self._poster.post(to, card, once=once, thread=thread, again=again)
        self.posted += 1
        return posted

    async def update(self, posted: Posted, card: Card) -> None:
        await self._poster.update(posted, card)


def _moment(hours: WorkingHours) -> datetime:
    """In the first working hour, some days ahead."""
    return opens(hours, day_after_next(hours, datetime.now(UTC))) + timedelta(hours=1)
