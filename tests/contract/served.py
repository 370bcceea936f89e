"""A workspace that is really served: its own port, its own database file, its own clock."""

import threading
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from adapters.web.poster import WorkspacePoster
from adapters.web.server import listen, workspace_app
from adapters.web.store import Store
from bot.clock import MovedClock, StoppedClock
from bot.conversation.card import Card
from bot.conversation.turn import Answer, Turn
from bot.delivery.port import Address, Posted
from bot.policy import load_policy
from bot.vault import Vault
from tests.loops import OwnLoop
from tests.patience import PATIENCE

POLICY = Path(__file__).parents[2] / "policies" / "example.toml"
MONDAY = datetime(2026, 3, 9, 8, 30, tzinfo=UTC)  # 09:30 in Amsterdam


class Turns:
    """The far side of the workspace's `Desk` protocol: keeps what it is given and answers what the test says."""

    def __init__(self) -> None:
        self.kept: list[Turn] = []
        self.asked: list[Turn] = []
        self.answers: Callable[[Turn], Answer] = lambda _turn: Answer()
        self.hears: Callable[[Turn], None] = lambda _turn: None
        self._news = threading.Condition()

    def heard(self) -> list[Turn]:
        """What was stored, waiting for the first: a browser shows a message before the desk has it."""
        with self._news:
            assert self._news.wait_for(lambda: self.kept, timeout=PATIENCE), "nothing was stored"
        return self.kept

    def store(self, turn: Turn) -> bool:
        self.hears(turn)
        if turn.id in {known.id for known in self.kept}:
            return False
        with self._news:
            self.kept.append(turn)
            self._news.notify_all()
        return True

    def answer(self, turn: Turn) -> Answer:
        self.asked.append(turn)
        return self.answers(turn)


class Served:
    """A running workspace. Its loop runs in a thread; `post` and `update` go through the real poster."""

    def __init__(self, folder: Path, vault: Vault, desk: Any) -> None:
        self.desk = desk
        self.vault = vault
        self.file = folder / "workspace.db"
        self.store = Store(f"sqlite:///{self.file}", vault)
        self.base = StoppedClock(MONDAY)
        self.clock = MovedClock(self.base, self.store.ahead())
        self.poster = WorkspacePoster(self.store, self.clock, "privacy")
        self.moves = 0
        self._own = OwnLoop("workspace")
        self.run = self._own.run
        app = workspace_app(desk, self.store, vault, self.clock, load_policy(POLICY), moved=self._moved)
        self._runner = self.run(listen(app, 0))
        self.port: int = self._runner.addresses[0][1]
        self.address = f"http://127.0.0.1:{self.port}"

    def post(self, card: Card, *, to: str = "", once: str = "", thread: Posted | None = None) -> Posted:
        """Post to a person, or to the channel."""
        address = Address("workspace", "local", user=to) if to else Address("workspace", "local", channel="privacy")
        posted: Posted = self.run(self.poster.post(address, card, once=once or uuid.uuid4().hex, thread=thread))
        return posted

    def update(self, posted: Posted, card: Card) -> None:
        self.run(self.poster.update(posted, card))

    def close(self) -> None:
        self.run(self._runner.cleanup())
        self._own.end()
        self.store.close()

    async def _moved(self) -> None:
        self.moves += 1
