"""What is sent to the app, and over HTTP: signed as Slack signs it, on connections that stay open."""

import hashlib
import hmac
import json
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import urlencode

import aiohttp

from tests.patience import PATIENCE
from tests.slack_kit.state import Message


@dataclass(frozen=True)
class Envelope:
    """One event, press, form or command. Sent again, it is the very same."""

    kind: str  # "events_api", "interactive" or "slash_commands", as Socket Mode names them
    payload: dict[str, Any]


@dataclass(frozen=True)
class Answer:
    """What the app answered. A status of 0 means nothing came; `body` then says why."""

    status: int
    body: Any
    milliseconds: float


@dataclass(frozen=True)
class How:
    """How something is sent: as which try, and how wrongly signed."""

    attempt: int = 0
    reason: str = ""  # of another try; otherwise the transport's usual one
    wrong_signature: bool = False
    seconds_old: int = 0


class Transport(Protocol):
    async def send(self, envelope: Envelope, how: How) -> Answer: ...


@dataclass
class Sent:
    """What somebody did: what was delivered of it, and what the app answered."""

    envelopes: Sequence[Envelope] = ()
    futures: Sequence["Future[Answer]"] = ()
    message: Message | None = None
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def answers(self) -> list[Answer]:
        return [future.result(timeout=PATIENCE) for future in self.futures]

    @property
    def answer(self) -> Answer:
        """The only answer, or the first."""
        assert self.futures, "nothing was delivered: the manifest doesn't subscribe to it, or the bot isn't there"
        return self.answers[0]

    @property
    def ts(self) -> str:
        return str(self.shown["ts"])

    @property
    def shown(self) -> Message:
        assert self.message is not None, "there is no message in this"
        return self.message

    @property
    def errors(self) -> dict[str, str]:
        """The errors beside a form's fields, by the ids of their blocks."""
        body = self.answer.body
        return dict(body.get("errors", {})) if isinstance(body, dict) else {}

    def __iter__(self) -> Iterator[Answer]:
        return iter(self.answers)


class HttpTransport:
    """Posts to the app's request URL."""

    def __init__(self, url: str, secret: str) -> None:
        self.url = url
        self.secret = secret
        self._session: aiohttp.ClientSession | None = None

    async def send(self, envelope: Envelope, how: How) -> Answer:
        if envelope.kind == "events_api":
            return await self.post(json.dumps(envelope.payload).encode(), "application/json", how)
        fields = envelope.payload if envelope.kind == "slash_commands" else {"payload": json.dumps(envelope.payload)}
        return await self.post(urlencode(fields).encode(), "application/x-www-form-urlencoded", how)

    async def post(self, body: bytes, content_type: str, how: How) -> Answer:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=200), timeout=aiohttp.ClientTimeout(total=PATIENCE)
            )
        stamp = str(int(time.time()) - how.seconds_old)
        headers = {
            "Content-Type": content_type,
            "X-Slack-Request-Timestamp": stamp,
            "X-Slack-Signature": sign("wrong" if how.wrong_signature else self.secret, stamp, body),
            "User-Agent": "Slackbot 1.0",
        }
        if how.attempt:
            headers |= {"X-Slack-Retry-Num": str(how.attempt), "X-Slack-Retry-Reason": how.reason or "http_timeout"}
        start = time.perf_counter()
        try:
            async with self._session.post(self.url, data=body, headers=headers, allow_redirects=False) as answer:
                text = await answer.text()
                return Answer(answer.status, _read(answer.content_type, text), (time.perf_counter() - start) * 1000)
        except (aiohttp.ClientError, TimeoutError) as error:
            return Answer(0, repr(error), (time.perf_counter() - start) * 1000)

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()


def sign(secret: str, stamp: str, body: bytes) -> str:
    return "v0=" + hmac.new(secret.encode(), b"v0:" + stamp.encode() + b":" + body, hashlib.sha256).hexdigest()


def _read(content_type: str, text: str) -> Any:
    if content_type == "application/json" and text:
        try:
            return json.loads(text)
        except json.JSONDecodeError:
            return text
    return text
