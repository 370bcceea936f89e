"""Slack's Web API, with its answers sorted into what the desk understands: wait, give up, or go on."""

import time
from collections.abc import Callable, Collection
from typing import Any, Protocol
from urllib.parse import urlsplit

from aiohttp import ClientError, ClientSession, ClientTimeout
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import TryLater, Undeliverable
from bot.settings import OFFICIAL_SLACK

TIMEOUT = 20  # seconds for one call
TRANSIENT = {
    *("internal_error", "fatal_error", "service_unavailable", "request_timeout", "ratelimited", "rate_limited"),
    *("team_added_to_org", "accesslimited", "token_expired"),
}
UNINSTALLED = {"not_installed", "invalid_auth", "token_revoked", "account_inactive", "not_authed", "team_disabled"}
PACE = 1.0  # seconds between posts in a channel, for as long as Slack is counting them
PACED = 60.0  # seconds for which we keep to that after a limit
MENDED = 60.0  # seconds until we look whether somebody has installed the app again
GONE = {"message_not_found", "cant_update_message", "edit_window_closed", "cant_broadcast_message"}
ONE_CHANNEL = {"chat.postMessage", "chat.postEphemeral"}  # limited by channel, all others by workspace

Answer = dict[str, Any]


class NotInstalled(TryLater):
    """The app is not installed there (any more), or its token is wrong: everything waits until somebody mends it."""

    def __init__(self, code: str = "not_installed") -> None:
        super().__init__(code, MENDED)


class Tokens(Protocol):
    """Where the bot's token for a workspace comes from."""

    async def bot_token(self, team: str) -> str:
        """Raises NotInstalled when the app is not installed there, TryLater when that can't be told now."""
        ...

    def doubt(self, team: str, *, ended: bool = False) -> None:
        """The token was refused, because it has `ended` or else: look again before it is used once more."""
        ...


class OneToken:
    """The token of the one workspace in which the cases live."""

    def __init__(self, token: str, team: str) -> None:
        self._token, self._team = token, team

    async def bot_token(self, team: str) -> str:
        if team != self._team:
            raise NotInstalled
        return self._token

    def doubt(self, team: str, *, ended: bool = False) -> None:
        """There is no other."""


class Api:
    """Calls Slack for one workspace or several. `close` when done.

    A limit that Slack names is kept for as long as it asks: whoever calls meanwhile is told to come back, without
    asking Slack once more and without waiting here.

    Args:
        now: seconds of a clock that only goes forward.
    """

    def __init__(
        self, tokens: Tokens, base_url: str = OFFICIAL_SLACK, now: Callable[[], float] = time.monotonic
    ) -> None:
        self.base_url = base_url if base_url.endswith("/") else f"{base_url}/"
        self.session = ClientSession(timeout=ClientTimeout(total=TIMEOUT))
        self._tokens, self._now = tokens, now
        self._clients: dict[str, AsyncWebClient] = {}
        self._closed_until: dict[tuple[str, str, str], float] = {}
        self._paced_until: dict[tuple[str, str, str], float] = {}

    async def close(self) -> None:
        await self.session.close()

    async def call(self, team: str, method: str, **values: Any) -> Answer:
        """Call a method as the bot of a workspace.

        Raises:
            TryLater: Slack is out of reach, asks us to wait, or does not know us (any more).
            Undeliverable: Slack refuses; its code is Slack's own.
        """
        gate = (team, method, str(values.get("channel", "")) if method in ONE_CHANNEL else "")
        return await self._ask(gate, json={key: value for key, value in values.items() if value is not None})

    async def read(self, team: str, method: str, **values: Any) -> Answer:
        """As `call`, for the methods that take no JSON: those that only read."""
        return await self._ask((team, method, ""), http_verb="GET", params=values)

    async def _ask(self, gate: tuple[str, str, str], **how: Any) -> Answer:
        try:
            return await self._once(gate, **how)
        except TryLater as trouble:
            if trouble.code != "token_expired":
                raise
        return await self._once(gate, **how)  # with a token that was renewed

    async def _once(self, gate: tuple[str, str, str], **how: Any) -> Answer:
        self._pass(gate)
        client = await self._client(gate[0])
        try:
            answer = await client.api_call(gate[1], **how)
        except SlackApiError as trouble:
            raise self._sorted(trouble, gate) from None
        except (ClientError, TimeoutError, OSError) as trouble:
            raise TryLater(type(trouble).__name__) from None
        return answer.data if isinstance(answer.data, dict) else {}

    async def token(self, team: str) -> str:
        return await self._tokens.bot_token(team)

    def trusts(self, url: str, hosts: Collection[str]) -> bool:
        """Whether it leads to one of Slack's own hosts, or to the test server that stands for Slack."""
        parts = urlsplit(url)
        if self.base_url != OFFICIAL_SLACK and parts.netloc == urlsplit(self.base_url).netloc:
            return True
        return parts.scheme == "https" and (parts.hostname or "") in hosts

    def _pass(self, gate: tuple[str, str, str]) -> None:
        """One at a time while Slack is counting: many that come at once would all but one be refused."""
        now = self._now()
        left = self._closed_until.get(gate, 0.0) - now
        if left > 0:
            raise TryLater("rate_limited", left)
        if self._paced_until.get(gate, 0.0) > now:
            self._closed_until[gate] = now + PACE
        else:
            self._closed_until.pop(gate, None)
            self._paced_until.pop(gate, None)

    async def _client(self, team: str) -> AsyncWebClient:
        token = await self._tokens.bot_token(team)
        client = self._clients.get(team)
        if client is None or client.token != token:
            client = AsyncWebClient(token, base_url=self.base_url, session=self.session, retry_handlers=[])
            self._clients[team] = client
        return client

    def _sorted(self, trouble: SlackApiError, gate: tuple[str, str, str]) -> TryLater | Undeliverable:
        response, code = trouble.response, code_of(trouble)
        if response.status_code == 429:
            wait = _seconds(response.headers)
            self._closed_until[gate] = self._now() + wait
            self._paced_until[gate] = self._now() + wait + PACED
            return TryLater("rate_limited", wait)
        if code == "token_expired" or code in UNINSTALLED:
            self._tokens.doubt(gate[0], ended=code == "token_expired")
        if code in UNINSTALLED:
            return NotInstalled(code)
        if passes(trouble):
            return TryLater(code)
        return Undeliverable("message_not_found" if code in GONE else code)


def code_of(trouble: SlackApiError) -> str:
    """Slack's word for it; the status where it sent a page instead of an answer."""
    data = trouble.response.data
    return str((data.get("error") if isinstance(data, dict) else "") or f"http_{trouble.response.status_code}")


def passes(trouble: SlackApiError) -> bool:
    """Whether it is something that Slack gets over."""
    code = code_of(trouble)
    return trouble.response.status_code >= 429 or code in TRANSIENT or code.startswith("http_")


def _seconds(headers: Any) -> float:
    """How long Slack asks us to wait; a second when it does not say."""
    try:
        return max(1.0, float(next(v for k, v in headers.items() if k.lower() == "retry-after")))
    except (StopIteration, ValueError):
        return 1.0
