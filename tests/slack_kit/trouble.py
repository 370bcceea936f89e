"""Trouble on demand, and the record of every call that the app made."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.slack_kit.state import State


@dataclass(frozen=True)
class Call:
    """One call that reached the stand-in. A status of 0 means that the connection was cut instead of answered."""

    method: str
    args: dict[str, Any]
    status: int
    answer: dict[str, Any]
    token: str
    at: float  # seconds of a clock that only goes forward

    @property
    def error(self) -> str:
        return str(self.answer.get("error", ""))


@dataclass
class Trouble:
    """What goes wrong with the calls of one method ("*": of any), so many times (None: until `ends`)."""

    method: str
    times: int | None = 1
    where: dict[str, Any] | Callable[[dict[str, Any]], bool] = field(default_factory=dict)
    status: int = 0  # answer with it, and carry nothing out
    retry_after: int = 1
    error: str = ""  # answer `ok: false`, and carry nothing out
    reset: bool = False  # cut the connection, and carry nothing out
    swallow: bool = False  # carry it out, then cut the connection
    delay: float = 0  # seconds to wait before anything else
    hold: bool = False  # wait until `release`, before anything else
    hold_answer: bool = False  # carry it out, and answer only after `release`
    hits: int = 0
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    loop: asyncio.AbstractEventLoop | None = None

    def release(self) -> None:
        """Let every call go on that is held."""
        if self.loop is not None:
            self.loop.call_soon_threadsafe(self.gate.set)

    def ends(self) -> None:
        self.times = 0
        self.release()

    def fits(self, method: str, args: dict[str, Any]) -> bool:
        if self.times == 0 or self.method not in (method, "*"):
            return False
        if callable(self.where):
            return self.where(args)
        return all(args.get(key) == value for key, value in self.where.items())


class Troubles:
    """The troubles there are, the limit of posts a channel, and the record of calls."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._troubles: list[Trouble] = []
        self._last_post: dict[str, float] = {}
        self.calls: list[Call] = []
        self.one_a_second = False
        self.now: Callable[[], float] = time.monotonic

    def add(self, trouble: Trouble) -> Trouble:
        with self._state.lock:
            self._troubles.append(trouble)
        return trouble

    def take(self, method: str, args: dict[str, Any]) -> Trouble | None:
        """The first trouble that fits, with one of its times used up."""
        with self._state.lock:
            for trouble in self._troubles:
                if trouble.fits(method, args):
                    trouble.hits += 1
                    trouble.times = None if trouble.times is None else trouble.times - 1
                    self._state.changed()
                    return trouble
            return None

    def release(self) -> None:
        """Let everything go on that is held: the workspace is closing."""
        for trouble in self._troubles:
            trouble.release()

    def too_fast(self, method: str, args: dict[str, Any]) -> bool:
        """Slack lets an app post about once a second into a channel."""
        if not self.one_a_second or method not in ("chat.postMessage", "chat.postEphemeral"):
            return False
        with self._state.lock:
            channel, now = str(args.get("channel")), self.now()
            if now - self._last_post.get(channel, now - 1) < 1:
                return True
            self._last_post[channel] = now
            return False

    def note(self, method: str, args: dict[str, Any], status: int, answer: dict[str, Any], token: str) -> None:
        with self._state.lock:
            self.calls.append(Call(method, args, status, answer, token, time.monotonic()))
            self._state.changed()
