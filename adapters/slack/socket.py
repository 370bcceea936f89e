"""Slack over Socket Mode: no public address is needed; Slack's frames come through a connection that we open."""

import asyncio
import logging

from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.door import Door
from bot.errors import BadSettings

log = logging.getLogger(__name__)

LONGEST_REST = 60.0  # seconds between attempts to connect while Slack is away


class Socket:
    """The connection, opened again whenever it ends."""

    def __init__(self, door: Door, app_token: str, base_url: str) -> None:
        self._door = door
        self._client = SocketModeClient(app_token, web_client=AsyncWebClient(app_token, base_url=base_url))
        self._client.logger.setLevel(logging.CRITICAL)  # it would log what it can't read; we say what matters
        self._client.socket_mode_request_listeners.append(self._take)
        self._connecting: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Connect; when Slack is away, go on trying in the background. Raises BadSettings for a refused token."""
        if not await self._connect():
            self._connecting = asyncio.create_task(self._go_on())

    async def stop(self) -> None:
        if self._connecting is not None:
            self._connecting.cancel()
        self._client.auto_reconnect_enabled = False
        await self._client.close()  # type: ignore[no-untyped-call]
        await self._client.aiohttp_client_session.close()

    async def _connect(self) -> bool:
        try:
            await self._client.connect()  # type: ignore[no-untyped-call]
        except SlackApiError as trouble:
            code = str(trouble.response.get("error"))
            if trouble.response.status_code < 500 and code not in ("ratelimited", "internal_error", "fatal_error"):
                raise BadSettings(
                    f"Slack refuses SLACK_APP_TOKEN ({code}). It begins with xapp- and needs the scope "
                    "connections:write; make one under Basic Information, App-Level Tokens."
                ) from None
            return False
        except Exception as trouble:  # noqa: BLE001 - the network is away: go on trying
            log.warning("Slack is out of reach (%s); trying again", type(trouble).__name__)
            return False
        return True

    async def _go_on(self) -> None:
        rest = 1.0
        while True:
            await asyncio.sleep(rest)
            rest = min(rest * 2, LONGEST_REST)
            try:
                if await self._connect():
                    return
            except BadSettings as trouble:
                log.error("%s", trouble)

    async def _take(self, client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        """Acknowledge what we have. What we could not keep is not acknowledged, and Slack sends it again."""
        reply = await self._door.take(request.payload)
        if reply.status == 200:
            response = SocketModeResponse(envelope_id=request.envelope_id, payload=reply.body)
            await client.send_socket_mode_response(response)
