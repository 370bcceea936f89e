"""The product as the local client meets it: without a registration, on this machine only."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import app
from adapters.teams.platform import Teams
from bot.clock import StoppedClock
from bot.db import connect
from bot.delivery.hours import opens
from bot.policy import WorkingHours, load_policy
from bot.settings import from_environment
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

    def a_few_days_later(self) -> None:
        """Tell what is due some working days ahead, on the same data and through the same client; then go on now."""
        assert self.product is not None
        self.product.stop()
        with ThreadPoolExecutor(max_workers=1) as thread:  # the browser's loop runs in this one
            thread.submit(asyncio.run, _ahead({**self.product.environment, "DATA_DIR": str(self._folder)})).result()
        self.product.start()

    def stop(self) -> None:
        if self.product is not None:
            self.product.kill()
        self.program.stop()


async def _ahead(environment: dict[str, str]) -> None:
    settings = from_environment(environment)
    assert settings.teams is not None
    policy, vault, engine = load_policy(settings.policy), Vault(settings.key), connect(settings.database_url)
    clock = StoppedClock(_moment(policy.working_hours))
    platform = Teams(settings.teams, policy, engine, vault, clock=clock)
    house = app.build(engine, vault, policy, clock, {"teams": platform.poster}, settings.data)
    try:
        await asyncio.to_thread(house.tick)
        for _ in range(TRIES):  # what the client did not take at once is due a little later by this clock
            await house.settle()
            clock.move(timedelta(minutes=1))
    finally:
        await house.worker.stop()
        await house.deliverer.stop()
        await platform.stop()
        engine.dispose()


def _moment(hours: WorkingHours) -> datetime:
    """In the first working hour, some days ahead."""
    return opens(hours, day_after_next(hours, datetime.now(UTC))) + timedelta(hours=1)
