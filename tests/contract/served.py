"""A workspace that is really served: its own port, its own database file, its own clock."""

import asyncio
import http.client
import json
import re
import threading
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
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

POLICY = Path(__file__).parents[2] / "policies" / "example.toml"
MONDAY = datetime(2026, 3, 9, 8, 30, tzinfo=UTC)  # 09:30 in Amsterdam


class Turns:
    """The far side of the workspace's `Desk` protocol: keeps what it is given and answers what the test says."""

    def __init__(self) -> None:
        self.kept: list[Turn] = []
        self.asked: list[Turn] = []
        self.answers: Callable[[Turn], Answer] = lambda _turn: Answer()
        self.hears: Callable[[Turn], None] = lambda _turn: None

    def store(self, turn: Turn) -> bool:
        self.hears(turn)
        if turn.id in {known.id for known in self.kept}:
            return False
        self.kept.append(turn)
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
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()
        app = workspace_app(desk, self.store, vault, self.clock, load_policy(POLICY), moved=self._moved)
        self._runner = self.run(listen(app, 0))
        self.port: int = self._runner.addresses[0][1]
        self.address = f"http://127.0.0.1:{self.port}"

    def run(self, work: Any) -> Any:
        future: Future[Any] = asyncio.run_coroutine_threadsafe(work, self._loop)
        return future.result(timeout=20)

    def post(self, card: Card, *, to: str = "", once: str = "", thread: Posted | None = None) -> Posted:
        """Post to a person, or to the channel."""
        address = Address("workspace", "local", user=to) if to else Address("workspace", "local", channel="privacy")
        posted: Posted = self.run(self.poster.post(address, card, once=once or uuid.uuid4().hex, thread=thread))
        return posted

    def update(self, posted: Posted, card: Card) -> None:
        self.run(self.poster.update(posted, card))

    def close(self) -> None:
        self.run(self._runner.cleanup())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
        self.store.close()

    async def _moved(self) -> None:
        self.moves += 1


class Page:
    """A browser without a screen: it has opened the page, and holds its cookie and token."""

    def __init__(self, served: Served, person: str = "emma") -> None:
        self._port = served.port
        self.person = person
        status, headers, html = self.ask("GET", f"/?as={person}")
        assert status == 200
        self.headers = headers
        self.html = html.decode()
        found = re.search(r'name="desk-token" content="(\w+)"', self.html)
        assert found is not None
        self.keys = {"Cookie": headers["Set-Cookie"].split(";")[0], "X-Desk-Token": found[1]}

    def ask(
        self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> tuple[int, dict[str, str], bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=20)
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, dict(answer.headers), answer.read()
        finally:
            connection.close()

    def sends(self, path: str, headers: dict[str, str] | None = None, **values: Any) -> tuple[int, dict[str, Any]]:
        """Post JSON as the page does."""
        body = json.dumps({"person": self.person, "event": str(uuid.uuid4()), **values}).encode()
        keys = {"Content-Type": "application/json", **(self.keys if headers is None else headers)}
        status, _headers, answer = self.ask("POST", path, body, keys)
        return status, json.loads(answer)

    def says(self, text: str, *files: tuple[str, bytes], event: str = "", **fields: str) -> tuple[int, dict[str, Any]]:
        """Send words and files as the composer does."""
        event = event or str(uuid.uuid4())
        parts = {"event": event, "person": self.person, "text": text, **fields}
        body = b"".join(
            f'--edge\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            for name, value in parts.items()
        )
        for name, content in files:
            head = f'--edge\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n'
            body += head.encode() + b"Content-Type: message/rfc822\r\n\r\n" + content + b"\r\n"
        keys = {**self.keys, "Content-Type": "multipart/form-data; boundary=edge"}
        status, _headers, answer = self.ask("POST", "/say", body + b"--edge--\r\n", keys)
        return status, json.loads(answer)

    @contextmanager
    def listening(self, after: int = 0) -> Iterator[Iterator[tuple[str, Any]]]:
        """The live stream, as (event, data); it waits for the next one."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=20)
        try:
            connection.request("GET", f"/events?as={self.person}", headers={"Last-Event-ID": str(after)})
            yield _events(connection.getresponse())
        finally:
            connection.close()

    def messages(self) -> list[dict[str, Any]]:
        """What a freshly opened page shows."""
        with self.listening() as events:
            messages: list[dict[str, Any]] = next(data for name, data in events if name == "messages")["messages"]
            return messages


def _events(response: http.client.HTTPResponse) -> Iterator[tuple[str, Any]]:
    name = ""
    while line := response.readline().decode().rstrip("\n"):
        while line:
            field, _, value = line.partition(": ")
            if field == "event":
                name = value
            elif field == "data":
                yield name, json.loads(value)
            line = response.readline().decode().rstrip("\n")
