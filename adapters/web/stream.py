"""The live side of the page: one stream of server-sent events for each open page.

The stream is read from the stored messages, never from memory: a page that lost its connection says which revision it
saw last, and gets all that came after.
"""

import asyncio
import json
from datetime import timedelta

from aiohttp import web

from adapters.web import render
from adapters.web.people import PEOPLE, Person, private_channel
from adapters.web.store import Message, Store
from bot.clock import MovedClock
from bot.wording import speaking

HEARTBEAT = 15.0  # seconds; a comment line keeps the connection from looking dead


class Stream:
    """Streams for pages, until `stop`."""

    def __init__(self, store: Store, clock: MovedClock, tenant: str, channel: str) -> None:
        self._store = store
        self._clock = clock
        self._tenant = tenant
        self._channel = channel
        self._stopping = False

    def stop(self) -> None:
        """End all streams, so that the server can close."""
        self._stopping = True
        self._store.ring()

    async def run(self, request: web.Request, person: Person) -> web.StreamResponse:
        """Send what this person may see, from the revision in `Last-Event-ID` on, until the page goes away."""
        last = request.headers.get("Last-Event-ID", "")
        revision = int(last) if last.isdecimal() else 0
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "X-Accel-Buffering": "no"})
        response.headers.update(request.app[HEADERS])
        with self._store.watching() as bell:
            await response.prepare(request)
            told: dict[str, object] = {}
            try:
                while not self._stopping:
                    revision = await self._tell(response, person, revision, told)
                    await bell.wait(HEARTBEAT)
            except ConnectionError:
                pass  # the page was closed
        return response

    async def _tell(self, response: web.StreamResponse, person: Person, revision: int, told: dict[str, object]) -> int:
        mine = private_channel(person.key)
        changed = await asyncio.to_thread(self._store.since, revision, (self._channel, mine))
        unread = await asyncio.to_thread(self._store.unread, [private_channel(key) for key in PEOPLE])
        ahead = self._clock.ahead
        said = False
        if changed or "ahead" not in told:
            latest = max((m.revision for m in changed), default=revision)
            batch = await asyncio.to_thread(self._batch, changed, person, first=revision == 0)
            await _send(response, "messages", batch, latest)
            revision, said = latest, True
        for event, value in (("unread", unread), ("ahead", ahead)):
            if told.get(event) != value:
                told[event] = value
                await _send(response, event, self.clock() if event == "ahead" else value)
                said = True
        if not said:
            await response.write(b": still here\n\n")
        return revision

    def _batch(self, changed: list[Message], person: Person, *, first: bool) -> dict[str, object]:
        viewer = render.Viewer(person, person.speaker(self._tenant).id)
        with speaking(person.language):
            return {
                "first": first,
                "messages": [
                    {
                        "id": m.id,
                        "side": "channel" if m.channel == self._channel else "chat",
                        "thread": m.thread,
                        "author": m.author,
                        "html": render.message(m, viewer),
                    }
                    for m in changed
                ],
            }

    def clock(self) -> dict[str, object]:
        """The desk's time, for the page to tick on."""
        return {"now": self._clock.now().isoformat(), "moved": self._clock.ahead >= timedelta(seconds=1)}


HEADERS: web.AppKey[dict[str, str]] = web.AppKey("headers", dict)


async def _send(response: web.StreamResponse, event: str, data: object, id_: int | None = None) -> None:
    named = f"id: {id_}\n" if id_ is not None else ""
    await response.write(f"{named}event: {event}\ndata: {json.dumps(data)}\n\n".encode())
