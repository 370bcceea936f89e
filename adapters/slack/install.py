"""Installing the app from a page (OAuth), for one organisation with its workspaces; tokens are renewed in time."""

import asyncio
import logging
import time
from collections.abc import Callable, Collection
from html import escape
from typing import Any

from aiohttp import ClientError, web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncApp
from slack_bolt.error import BoltError
from slack_bolt.listener.async_builtins import AsyncTokenRevocationListeners
from slack_bolt.oauth.async_callback_options import AsyncCallbackOptions, AsyncFailureArgs, AsyncSuccessArgs
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError, SlackTokenRotationError
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.installation_store.models.bot import Bot
from slack_sdk.oauth.installation_store.models.installation import Installation
from slack_sdk.oauth.installation_store.sqlalchemy import SQLAlchemyInstallationStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore
from slack_sdk.oauth.state_store.sqlalchemy import SQLAlchemyOAuthStateStore
from slack_sdk.oauth.token_rotation.async_rotator import AsyncTokenRotator
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import Engine

from adapters.slack.api import NotInstalled
from adapters.slack.manifest import SCOPES
from bot.errors import TryLater

log = logging.getLogger(__name__)
quiet = logging.getLogger(f"{__name__}.sdk")
quiet.setLevel(logging.CRITICAL)  # the SDK would log codes and answers; what matters we say ourselves

INSTALL, REDIRECT = "/slack/install", "/slack/oauth_redirect"
STATE_SECONDS = 600  # from opening the page to coming back from Slack
RENEW_MINUTES = 120  # before a token ends; Slack's last twelve hours
AWAY = (ClientError, TimeoutError, OSError)
BELIEVED = 60.0  # seconds for which a token is used without looking into the database again


class NotListed(BoltError):
    """Somebody installed the app in a workspace that the policy does not list."""


class Installations(AsyncInstallationStore):
    """The SDK's store on the desk's database; its calls block, so each runs in a thread.

    An installation is found by its workspace alone: one that belongs to an Enterprise organisation is kept without it.

    Args:
        teams: the workspaces that may be installed; all others are refused and their token is given back.
    """

    def __init__(self, engine: Engine, client_id: str, client: AsyncWebClient, teams: Collection[str]) -> None:
        self._store = SQLAlchemyInstallationStore(client_id=client_id, engine=engine, logger=quiet)
        self._client, self._teams = client, teams
        self.changed: Callable[[str], None] = lambda _team: None
        self._store.metadata.create_all(engine)

    @property
    def logger(self) -> logging.Logger:
        return log

    async def async_save(self, installation: Installation) -> None:
        if installation.team_id not in self._teams:
            try:
                await self._client.auth_revoke(token=installation.bot_token)
            except (SlackApiError, *AWAY):
                log.warning("the token of a workspace that is not listed could not be given back")
            raise NotListed(str(installation.team_id))
        installation.enterprise_id = installation.enterprise_name = installation.enterprise_url = None
        await asyncio.to_thread(self._store.save, installation)
        self.changed(installation.team_id or "")

    async def async_save_bot(self, bot: Bot) -> None:
        await asyncio.to_thread(self._store.save_bot, bot)

    async def async_find_bot(self, *, team_id: str | None, **_organisation: Any) -> Bot | None:
        return await asyncio.to_thread(self._store.find_bot, enterprise_id=None, team_id=team_id)

    async def async_delete_bot(self, *, team_id: str | None, **_organisation: Any) -> None:
        await asyncio.to_thread(self._store.delete_bot, enterprise_id=None, team_id=team_id)
        self.changed(team_id or "")

    async def async_delete_installation(
        self, *, team_id: str | None, user_id: str | None = None, **_organisation: Any
    ) -> None:
        await asyncio.to_thread(self._store.delete_installation, enterprise_id=None, team_id=team_id, user_id=user_id)


class States(AsyncOAuthStateStore):
    """The SDK's store for what an installer's browser brings back."""

    def __init__(self, engine: Engine) -> None:
        self._store = SQLAlchemyOAuthStateStore(expiration_seconds=STATE_SECONDS, engine=engine, logger=quiet)
        self._store.metadata.create_all(engine)

    @property
    def logger(self) -> logging.Logger:
        return log

    async def async_issue(self, *_args: object, **_more: object) -> str:
        return str(await asyncio.to_thread(self._store.issue))

    async def async_consume(self, state: str) -> bool:
        return bool(await asyncio.to_thread(self._store.consume, state))


class InstalledTokens:
    """The `Tokens` of installed workspaces, renewed before they end."""

    def __init__(self, installations: Installations, rotator: AsyncTokenRotator, clock: Callable[[], float]) -> None:
        self._installations, self._rotator, self._clock = installations, rotator, clock
        self._believed: dict[str, tuple[float, str]] = {}
        self._ended: dict[str, str] = {}  # tokens of which Slack said so
        installations.changed = self.doubt
        self._looking = asyncio.Lock()  # a refresh token works once: two must not use it at the same time

    async def bot_token(self, team: str) -> str:
        known = self._believed.get(team)
        if known is not None and known[0] > self._clock():
            return known[1]
        async with self._looking:
            known = self._believed.get(team)
            if known is not None and known[0] > self._clock():
                return known[1]
            token = await self._found(team)
            self._believed[team] = (self._clock() + BELIEVED, token)
            return token

    def doubt(self, team: str, *, ended: bool = False) -> None:
        known = self._believed.pop(team, None)
        if ended and known is not None:
            self._ended[team] = known[1]

    async def _found(self, team: str) -> str:
        bot = await self._installations.async_find_bot(team_id=team)
        if bot is None or not bot.bot_token:
            raise NotInstalled
        if self._ended.pop(team, None) == bot.bot_token and bot.bot_token_expires_at is not None:
            bot.bot_token_expires_at = 0  # whatever our clock says
        try:
            renewed = await self._rotator.perform_bot_token_rotation(bot=bot, minutes_before_expiration=RENEW_MINUTES)
        except (SlackTokenRotationError, *AWAY):
            return await self._as_it_is(team, bot)
        if renewed is not None:
            await self._installations.async_save_bot(renewed)
            return str(renewed.bot_token)
        return str(bot.bot_token)

    async def _as_it_is(self, team: str, bot: Bot) -> str:
        """The token that could not be renewed: another process may have done it, and the old one lasts a while."""
        now = await self._installations.async_find_bot(team_id=team)
        if now is not None and now.bot_token and now.bot_token != bot.bot_token:
            return str(now.bot_token)
        log.warning("the token of a workspace could not be renewed")
        if (bot.bot_token_expires_at or 0) <= time.time():
            raise TryLater("token_rotation")
        return str(bot.bot_token)


class Installing:
    """The pages of the installation, and what happens when the app is removed."""

    def __init__(
        self,
        engine: Engine,
        client_id: str,
        client_secret: str,
        base_url: str,
        teams: Collection[str],
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._client = AsyncWebClient(base_url=base_url)
        self.installations = Installations(engine, client_id, self._client, teams)
        rotator = AsyncTokenRotator(client_id=client_id, client_secret=client_secret, client=self._client)
        self.tokens = InstalledTokens(self.installations, rotator, now)
        settings = AsyncOAuthSettings(
            client_id=client_id,
            client_secret=client_secret,
            scopes=sorted(SCOPES),
            installation_store=self.installations,
            state_store=States(engine),
            state_expiration_seconds=STATE_SECONDS,
            install_path=INSTALL,
            redirect_uri_path=REDIRECT,
            callback_options=AsyncCallbackOptions(success=self._installed, failure=self._failed),
        )
        self._flow = AsyncOAuthFlow(client=self._client, logger=quiet, settings=settings)

    def routes(self) -> list[web.RouteDef]:
        return [web.get(INSTALL, self._install), web.get(REDIRECT, self._come_back)]

    def listen(self, bolt: AsyncApp) -> None:
        """Forget the tokens of a workspace that removes the app."""
        revocation = AsyncTokenRevocationListeners(self.installations)
        bolt.event("tokens_revoked")(revocation.handle_tokens_revoked_events)
        bolt.event("app_uninstalled")(revocation.handle_app_uninstalled_events)

    async def _install(self, request: web.Request) -> web.Response:
        return await to_aiohttp_response(await self._flow.handle_installation(await to_bolt_request(request)))

    async def _come_back(self, request: web.Request) -> web.Response:
        try:
            answer = await self._flow.handle_callback(await to_bolt_request(request))
        except AWAY:
            log.warning("an installation failed: Slack is out of reach")
            answer = _page(502, f"Slack is out of reach just now. Nothing was installed. Start again at {INSTALL}.")
        return await to_aiohttp_response(answer)

    async def _installed(self, arguments: AsyncSuccessArgs) -> BoltResponse:
        name = arguments.installation.team_name or "your workspace"
        return _page(
            200, f"Privacy Desk is installed in {name}. Invite it to the privacy channel, and say hello to it."
        )

    async def _failed(self, arguments: AsyncFailureArgs) -> BoltResponse:
        if isinstance(arguments.error, NotListed):
            return _page(
                403,
                "This desk serves one organisation, and its policy does not list this workspace. Nothing was "
                f"installed. Add {arguments.error} to `tenants` in the policy file, if it belongs to you.",
            )
        log.warning("an installation failed: %s", arguments.reason)
        status = arguments.suggested_status_code
        return _page(status, f"The installation did not work ({arguments.reason}). Start again at {INSTALL}.")


def _page(status: int, sentence: str) -> BoltResponse:
    html = f"<!doctype html><meta charset=utf-8><title>Privacy Desk</title><p>{escape(sentence)}</p>"
    return BoltResponse(status=status, body=html, headers={"Content-Type": "text/html; charset=utf-8"})
