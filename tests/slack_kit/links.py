"""Socket Mode: the app's connections, what goes over them, and what is sent again when nobody took it."""

import asyncio
import json
import time
import uuid
from typing import Any

from aiohttp import WSMsgType, web

from tests.slack_kit.passes import Passes
from tests.slack_kit.sending import Answer, Envelope, How
from tests.slack_kit.state import State

MOST = 10
TRIES = 3


class Link:
    """One connection, and what was sent over it without an acknowledgement so far."""

    def __init__(self, socket: web.WebSocketResponse, request: web.Request) -> None:
        self.socket = socket
        self.request = request
        self.open: dict[str, asyncio.Future[Any]] = {}
        self.leaving = False  # told to reconnect: nothing new goes over it

    def cut(self) -> None:
        self.leaving = True
        if self.request.transport is not None:
            self.request.transport.abort()


class Links:
    """All connections. Each event goes to one of them."""

    def __init__(self, state: State, passes: Passes, app_id: str) -> None:
        self._state = state
        self._passes = passes
        self._app_id = app_id
        self._arrived = asyncio.Event()
        self._turn = 0
        self.links: list[Link] = []
        self.patience = 10.0  # seconds to wait for a connection, or for an acknowledgement
        self.frames: list[dict[str, Any]] = []  # everything that was sent

    async def handle(self, request: web.Request) -> web.StreamResponse:
        ticket = request.query.get("ticket", "")
        if ticket not in self._passes.tickets:
            return web.Response(status=401)
        self._passes.tickets.discard(ticket)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        if len(self.links) >= MOST:
            await socket.send_json({"type": "disconnect", "reason": "too_many_websockets", "debug_info": _debug()})
            await socket.close()
            return socket
        link = Link(socket, request)
        self.links.append(link)
        hello = {
            "type": "hello",
            "num_connections": len(self.links),
            "connection_info": {"app_id": self._app_id},
            "debug_info": {**_debug(), "approximate_connection_time": 18060},
        }
        try:
            await socket.send_json(hello)
            self._arrived.set()
            self._state.changed()
            async for frame in socket:
                if frame.type is WSMsgType.TEXT:
                    self._take(link, json.loads(frame.data))
        except ConnectionError:
            pass  # it went away while we greeted it
        finally:
            self.links.remove(link)
            for waiting in link.open.values():
                if not waiting.done():
                    waiting.set_exception(ConnectionResetError("the connection closed before an acknowledgement"))
            self._state.changed()
        return socket

    async def send(self, envelope: Envelope, how: How) -> Answer:
        """Send, and for an event send again while nobody acknowledges it, as Slack does."""
        start = time.perf_counter()
        attempt = how.attempt
        problem = ""
        for _ in range(TRIES):
            try:
                payload = await self._once(envelope, attempt, (how.reason or "timeout") if attempt else "")
                return Answer(200, payload, (time.perf_counter() - start) * 1000)
            except (ConnectionError, TimeoutError) as error:
                problem = repr(error)
            if envelope.kind != "events_api":
                break
            attempt += 1
        return Answer(0, problem, (time.perf_counter() - start) * 1000)

    async def disconnect(self, reason: str) -> None:
        """Tell every connection that it is about to be closed."""
        for link in list(self.links):
            link.leaving = True
            await link.socket.send_json({"type": "disconnect", "reason": reason, "debug_info": _debug()})

    async def close(self) -> None:
        for link in list(self.links):
            await link.socket.close()

    async def _once(self, envelope: Envelope, attempt: int, reason: str) -> Any:
        link = await self._next()
        envelope_id = str(uuid.uuid4())
        frame: dict[str, Any] = {
            "envelope_id": envelope_id,
            "payload": envelope.payload,
            "type": envelope.kind,
            "accepts_response_payload": envelope.kind != "events_api",
        }
        if envelope.kind == "events_api":
            frame |= {"retry_attempt": attempt, "retry_reason": reason}
        taken: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        link.open[envelope_id] = taken
        try:
            self.frames.append(frame)
            await link.socket.send_json(frame)
            return await asyncio.wait_for(taken, self.patience)
        finally:
            link.open.pop(envelope_id, None)

    async def _next(self) -> Link:
        async with asyncio.timeout(self.patience):
            while True:
                usable = [link for link in self.links if not link.leaving and not link.socket.closed]
                if usable:
                    self._turn += 1
                    return usable[self._turn % len(usable)]
                self._arrived.clear()
                await self._arrived.wait()

    def _take(self, link: Link, frame: dict[str, Any]) -> None:
        waiting = link.open.get(frame.get("envelope_id", ""))
        if waiting is not None and not waiting.done():
            waiting.set_result(frame.get("payload"))


def _debug() -> dict[str, Any]:
    return {"host": "applink-standin", "build_number": 1}
