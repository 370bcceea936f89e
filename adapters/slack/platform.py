"""Slack, put together: one object that the composition root starts and stops."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable

from aiohttp import web
from sqlalchemy import Engine

from adapters.slack.api import Api, NotInstalled, OneToken
from adapters.slack.checks import findings, socket_finding
from adapters.slack.completing import SlackCompleter
from adapters.slack.directory import Directory
from adapters.slack.door import Door
from adapters.slack.http import Requests
from adapters.slack.install import Installing
from adapters.slack.listeners import Answering, bolt_app
from adapters.slack.port import Desk
from adapters.slack.poster import SlackPoster
from adapters.slack.socket import Socket
from adapters.slack.turns import PLATFORM
from bot.clock import Clock, SystemClock
from bot.conversation.turn import Speaker
from bot.doctor import Finding
from bot.errors import BadSettings, PlatformTrouble, Undeliverable
from bot.policy import Policy
from bot.settings import SlackSettings

log = logging.getLogger(__name__)

NO_WORKSPACE = (
    "Slack is configured, but the policy lists no workspace of it. Write its id (T...) into `tenants`, or have the "
    'home channel there: [home] with platform = "slack", tenant = "T..." and channel = "C...".'
)


class Slack:
    """The whole adapter. Make it within a running event loop; `poster` and `completer` work from then on.

    Args:
        engine: where the tokens of installed workspaces are kept (OAuth only).
        now: seconds of a clock that only goes forward.
    """

    def __init__(
        self,
        settings: SlackSettings,
        policy: Policy,
        engine: Engine,
        now: Callable[[], float] = time.monotonic,
        clock: Clock | None = None,
    ) -> None:
        clock = clock or SystemClock()
        self._settings, self._policy = settings, policy
        self.teams = policy.tenants_on(PLATFORM)
        if not self.teams:
            raise BadSettings(NO_WORKSPACE)
        self.way = "over HTTP" if settings.over_http else "over Socket Mode"
        self._installing: Installing | None = None
        if settings.oauth:
            self._installing = Installing(
                engine, settings.client_id, settings.client_secret, settings.api_url, self.teams, now
            )
        tokens = self._installing.tokens if self._installing else OneToken(settings.bot_token, self.teams[0])
        self.api = Api(tokens, settings.api_url, now)
        self.directory = Directory(self.api)
        self.completer = SlackCompleter(self.api, self.directory, clock)
        self.poster = SlackPoster(self.api, self.teams[0])
        self._door: Door | None = None
        self._answering: Answering | None = None
        self._socket: Socket | None = None

    def routes(self, desk: Desk, clock: Clock) -> list[web.RouteDef]:
        """Take turns for this desk from now on. The routes are empty in Socket Mode."""
        self._answering = Answering(self.api, self.directory, desk, clock)
        bolt = bolt_app(self.api, self._answering, self._installing)
        self._door = Door(self.api, desk, bolt, self.teams, self.directory.language)
        if not self._settings.over_http:
            self._socket = Socket(self._door, self._settings.app_token, self._settings.api_url)
            return []
        pages = self._installing.routes() if self._installing else []
        return [*Requests(self._door, self._settings.signing_secret).routes(), *pages]

    async def start(self) -> None:
        """Open Socket Mode's connection, if that is the way. Raises BadSettings for a refused token."""
        if self._socket is not None:
            await self._socket.start()

    async def check(self) -> None:
        """Whether the one token belongs to the workspace. Raises BadSettings when it does not."""
        if self._settings.oauth:
            return
        try:
            answer = await self.api.call(self.teams[0], "auth.test")
        except (NotInstalled, Undeliverable) as trouble:
            raise BadSettings(
                f"Slack refuses SLACK_BOT_TOKEN ({trouble.code}). Copy it again from the app's page."
            ) from None
        except PlatformTrouble as trouble:
            log.warning("Slack is out of reach (%s); trying again", trouble)
            return
        team = str(answer.get("team_id"))
        if team == self.teams[0]:
            return
        where = f'[home]: platform = "{PLATFORM}", tenant = "{team}" and the channel\'s id'
        if self._policy.home.platform != PLATFORM:
            where = f'`tenants`: "{team}", the first of Slack\'s'
        raise BadSettings(
            f"SLACK_BOT_TOKEN is for the workspace {team}, and the policy names another one. Write into {where}; or "
            "use the other one's token."
        )

    async def colleagues(self) -> list[Speaker]:
        """The people of the policy's roles, as far as Slack knows their address: they can be reached from now on."""
        roles = self._policy.roles
        found = list[Speaker]()
        for team in self._installed_in:
            for address in dict.fromkeys((*roles.team, *roles.dpo, *roles.legal)):
                try:
                    speaker = await self.directory.by_address(team, address)
                except PlatformTrouble as trouble:
                    log.warning("the people of the policy could not be looked up (%s)", trouble)
                    break
                if speaker is not None:
                    found.append(speaker)
        return found

    @property
    def _installed_in(self) -> tuple[str, ...]:
        """Where the bot may be: one token is good for one workspace."""
        return self.teams if self._settings.oauth else self.teams[:1]

    async def findings(self) -> AsyncIterator[Finding]:
        """What is well in Slack, and what to do about the rest."""
        try:
            await self.check()
        except BadSettings as trouble:
            yield Finding(False, str(trouble))
        else:
            for team in self._installed_in:
                async for finding in findings(self._policy, self.api, team):
                    yield finding
        if not self._settings.over_http:
            yield await socket_finding(self._settings)

    async def quiet(self) -> None:
        """Take nothing any more, and let what is being said come to its end."""
        if self._socket is not None:
            await self._socket.stop()
            self._socket = None
        if self._door is not None and self._answering is not None:
            await asyncio.gather(self._door.settle(), self._answering.settle())

    async def stop(self) -> None:
        """The end: nothing can be posted any more."""
        await self.quiet()
        await self.api.close()
