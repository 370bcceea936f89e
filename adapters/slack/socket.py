"""Slack over Socket Mode: no public address is needed; Slack's frames come through a connection that we open.

The SDK's own client tries for ever with a token that Slack refuses, and with an address that Slack takes once only, so
the connection is kept here.
"""

import asyncio
import json
import logging
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any

from aiohttp import ClientError, ClientSession, ClientWebSocketResponse, WSMessage, WSMsgType
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.api import code_of, passes
from adapters.slack.door import Door
from bot.errors import BadSettings

log = logging.getLogger(__name__)

LONGEST_REST = 60.0  # seconds between attempts to connect while Slack is away
HEARTBEAT = 10.0  # seconds between pings; without an answer the connection is taken for dead
FINISHING = 3.0  # seconds for what is being acknowledged when a connection ends; Slack waits no longer


class Socket:
    """The connection. Another one is opened when it ends, or before that when Slack tells us that it will."""

    def __init__(self, door: Door, app_token: str, base_url: str) -> None:
        self._door, self._app_token = door, app_token
        self._web = AsyncWebClient(app_token, base_url=base_url)
        self._session = ClientSession(trust_env=True)
        self._tasks: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Connect, now or as soon as Slack can be reached. Raises BadSettings for a refused token."""
        self._spawn(self._keep(await self._address()))

    async def stop(self) -> None:
        """Take nothing any more; what came in is acknowledged first."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._session.close()

    async def _address(self) -> str:
        """An address to connect to, good for once; empty when Slack is away. Raises BadSettings for a refused token."""
        try:
            answer = await self._web.apps_connections_open(app_token=self._app_token)
        except SlackApiError as trouble:
            code = code_of(trouble)
            if not passes(trouble):
                raise BadSettings(
                    f"Slack refuses SLACK_APP_TOKEN ({code}). It begins with xapp- and needs the scope "
                    "connections:write; make one under Basic Information, App-Level Tokens."
                ) from None
            log.warning("Slack gives no connection now (%s); trying again", code)
        except (ClientError, TimeoutError, OSError) as trouble:
            log.warning("Slack is out of reach (%s); trying again", type(trouble).__name__)
        else:
            return str(answer["url"])
        return ""

    async def _keep(self, address: str) -> None:
        """One connection after the other."""
        rest = 0.5
        while True:
            worked = False
            if address:
                ends: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
                self._spawn(self._line(address, ends))
                worked = await ends
            rest = 0.5 if worked else min(rest * 2, LONGEST_REST)
            if not worked:
                await asyncio.sleep(rest)
            try:
                address = await self._address()
            except BadSettings as trouble:
                log.error("%s", trouble)
                address = ""

    async def _line(self, address: str, ends: "asyncio.Future[bool]") -> None:
        """One connection; `ends` gets, as soon as another one is needed, whether this one worked."""
        greeted = False
        taking = set[asyncio.Task[None]]()
        try:
            async with self._session.ws_connect(address, heartbeat=HEARTBEAT) as socket:
                try:
                    async for frame in socket:
                        told = _told(frame)
                        greeted = greeted or told.get("type") == "hello"
                        if told.get("type") == "disconnect":
                            break
                        if (request := SocketModeRequest.from_dict(told)) is not None:
                            task = asyncio.create_task(self._take(socket, request))
                            taking.add(task)
                            task.add_done_callback(taking.discard)
                finally:
                    if not ends.done():
                        ends.set_result(greeted)
                    if taking:
                        await asyncio.wait(taking, timeout=FINISHING)
        except (ClientError, TimeoutError, OSError) as trouble:
            log.warning("a connection with Slack failed (%s)", type(trouble).__name__)
        finally:
            if not ends.done():
                ends.set_result(False)

    async def _take(self, socket: ClientWebSocketResponse, request: SocketModeRequest) -> None:
        """Acknowledge what we have. What we could not keep is not acknowledged, and Slack sends it again."""
        reply = await self._door.take(request.payload)
        if reply.status == 200:
            response = SocketModeResponse(envelope_id=request.envelope_id, payload=reply.body)
            with suppress(ConnectionError):  # it was cut meanwhile: Slack sends the same again
                await socket.send_json(response.to_dict())

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _told(frame: WSMessage) -> dict[str, Any]:
    try:
        told = json.loads(frame.data) if frame.type is WSMsgType.TEXT else {}
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}
