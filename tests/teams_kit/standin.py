"""A Teams that runs on this machine: its own HTTP server, people who use it, and trouble on demand.

Its loop runs in a thread of its own. Everything here may be called from a test that knows nothing of asyncio; what the
desk does reaches it over the network only, so the desk may be another process.
"""

import json
import time
from collections.abc import Callable
from io import BytesIO
from typing import Any, Self, TypeVar

from aiohttp import ClientError, ClientSession, ClientTimeout

from tests.loops import OwnLoop
from tests.patience import PATIENCE
from tests.teams_kit.keys import token
from tests.teams_kit.people import Person
from tests.teams_kit.server import Server, Trouble
from tests.teams_kit.state import APP, Conversation, Message, State, User

T = TypeVar("T")
LOOK_AGAIN = 0.03  # for what happens elsewhere, in the desk's database for instance


class StandIn:
    """The running service. `address` is the desk's messaging endpoint."""

    def __init__(self) -> None:
        self.state = State()
        self.server = Server(self.state)
        self.address = ""
        self._own = OwnLoop("teams")
        self.run = self._own.run
        self.run(self.server.start())
        self.session: ClientSession = self.run(_session())

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.port}"

    @property
    def service_url(self) -> str:
        return f"{self.url}/emea/"

    def close(self) -> None:
        self.run(self.session.close())
        self.run(self.server.stop())
        self._own.end()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add_user(self, name: str, email: str, **more: Any) -> Person:
        user = User(name, email, len(self.state.users) + 1, **more)
        self.state.users.append(user)
        return Person(self, user)

    def add_channel(self, id: str, *people: Person, with_bot: bool = True) -> Conversation:
        conversation = Conversation(id, [person.user for person in people], with_bot)
        self.state.conversations[id] = conversation
        return conversation

    def messages(self, conversation: str) -> list[Message]:
        """The bot's messages in a conversation, threads aside."""
        with self.state.lock:
            found = self.state.conversations.get(conversation)
            return [*found.messages] if found else []

    def replies(self, message: Message | str, conversation: str = "") -> list[Message]:
        """The bot's messages in the thread below a message."""
        id = message if isinstance(message, str) else message.id
        where = conversation or (message.conversation if isinstance(message, Message) else "")
        with self.state.lock:
            return [*self.state.conversations[where].replies.get(id, [])]

    def trouble(self, kind: str, **what: Any) -> Trouble:
        trouble = Trouble(kind, loop=self._own.loop, **what)
        with self.state.lock:
            self.server.troubles.append(trouble)
        return trouble

    def count(self, kind: str) -> int:
        return sum(call.kind == kind for call in self.server.calls)

    def wait(self, predicate: Callable[[], T | None], seconds: float = PATIENCE) -> T:
        """Look whenever anything changes."""
        end = time.monotonic() + seconds
        while True:
            seen = self.state.version
            if found := predicate():
                return found
            left = end - time.monotonic()
            if left <= 0:
                raise AssertionError(f"nothing came in {seconds} seconds.\n{self._dump()}")
            with self.state.lock:
                if self.state.version == seen:
                    self.state.lock.wait(min(left, LOOK_AGAIN))

    def token(self, **changes: Any) -> str:
        return token(APP, changes.pop("service_url", self.service_url), **changes)

    def sends(
        self, activity: Any, *, bearer: str | None = "", headers: dict[str, str] | None = None
    ) -> tuple[int, Any]:
        """Send to the desk what Teams would send, or anything else; status and body of what comes back.

        Args:
            activity: sent as it is when it is bytes.
            bearer: a token; empty: a good one; None: none at all.
        """
        body = activity if isinstance(activity, bytes) else json.dumps(activity).encode()
        given = {} if bearer is None else {"Authorization": f"Bearer {bearer or self.token()}"}
        return self.run(self._send(body, {"Content-Type": "application/json", **given, **(headers or {})}))  # type: ignore[no-any-return]

    async def _send(self, body: bytes, headers: dict[str, str]) -> tuple[int, Any]:
        try:
            async with self.session.post(self.address, data=BytesIO(body), headers=headers) as response:
                text = await response.text()
                return response.status, json.loads(text) if text.startswith("{") else text or None
        except ClientError as trouble:
            return 0, type(trouble).__name__

    def _dump(self) -> str:
        lines = [f"refused: {one}" for one in self.state.refused]
        for conversation in self.state.conversations.values():
            lines += [f"{conversation.id}: {one.words!r}" for one in conversation.messages[-6:]]
            lines += [f"  thread: {one.words!r}" for thread in conversation.replies.values() for one in thread[-3:]]
        lines += [f"{call.kind} {call.conversation} {call.status}" for call in self.server.calls[-12:]]
        return "\n".join(lines)


async def _session() -> ClientSession:
    return ClientSession(timeout=ClientTimeout(total=PATIENCE))
