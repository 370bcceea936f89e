"""Teams, put together: one object that the composition root starts and stops."""

import logging
import time
from collections.abc import AsyncIterator, Callable

from aiohttp import web
from sqlalchemy import Engine

from adapters.teams.answering import Answering
from adapters.teams.bot import DeskBot, Invokes
from adapters.teams.checks import findings, refused
from adapters.teams.completing import TeamsCompleter
from adapters.teams.connector import Connector
from adapters.teams.credentials import WrongSecret
from adapters.teams.directory import Directory
from adapters.teams.door import Door
from adapters.teams.http import Requests
from adapters.teams.identity import Keys, Verifier
from adapters.teams.passing import Passing
from adapters.teams.port import Desk
from adapters.teams.poster import TeamsPoster
from adapters.teams.references import References
from adapters.teams.turns import PLATFORM
from bot.clock import Clock, SystemClock
from bot.conversation.turn import Speaker
from bot.delivery.reach import Reach
from bot.doctor import Finding
from bot.errors import BadSettings, PlatformTrouble
from bot.policy import Policy
from bot.settings import TeamsSettings
from bot.vault import Vault

log = logging.getLogger(__name__)


class Teams:
    """The whole adapter. Make it within a running event loop; `poster` and `completer` work from then on.

    Args:
        engine, vault: where it is kept how people and channels are reached.
        now: seconds of a clock that only goes forward.
        clock: for what is noted; tokens and keys follow the machine's own, whatever this one says.
    """

    way = "over HTTP"

    def __init__(
        self,
        settings: TeamsSettings,
        policy: Policy,
        engine: Engine,
        vault: Vault,
        now: Callable[[], float] = time.monotonic,
        clock: Clock | None = None,
    ) -> None:
        clock = clock or SystemClock()
        self._settings, self._policy = settings, policy
        self.tenants = policy.tenants_on(PLATFORM)
        if not settings.anonymous and settings.tenant_id not in self.tenants:
            raise BadSettings(
                f"TEAMS_TENANT_ID is {settings.tenant_id}, which the policy does not list. Write it into `tenants`, or "
                f'into [home] with platform = "{PLATFORM}" and the channel\'s id.'
            )
        home, language = policy.home.tenant, policy.home.language
        self.connector = Connector(settings, now)
        self.references = References(Reach(engine, vault, PLATFORM), clock, settings.service_url)
        self.directory = Directory(self.connector, self.references, language)
        self.completer = TeamsCompleter(self.connector, self.directory, self.references, clock, settings.service_url)
        self.poster = TeamsPoster(
            self.connector, self.directory, self.references, (home, language), dialogs=not settings.anonymous
        )
        self._keys = None if settings.anonymous else Keys(self.connector.session, settings.openid_url, now)
        self._answering: Answering | None = None

    def routes(self, desk: Desk, clock: Clock) -> list[web.RouteDef]:
        """Take turns for this desk from now on."""
        dialogs = not self._settings.anonymous
        self._answering = Answering(
            self.directory,
            self.poster,
            Passing(self.directory, self.poster, dialogs),
            desk,
            clock,
            self._policy.home.language,
            dialogs,
        )
        invokes = Invokes(DeskBot(self._answering))
        door = Door(self.connector, self.references, desk, self._answering, invokes, self.tenants)
        verifier = Verifier(self._keys, self._settings.app_id) if self._keys is not None else None
        return Requests(door, verifier).routes()

    async def check(self) -> None:
        """Whether Microsoft knows the registration; and fetch the keys before anybody needs them.

        Raises BadSettings when it does not.
        """
        try:
            await self.connector.credentials.headers()
        except WrongSecret as trouble:
            raise BadSettings(refused(trouble)) from None
        except PlatformTrouble as trouble:
            log.warning("Teams is out of reach (%s); trying again", trouble)
        if self._keys is not None:
            await self._keys.renew()

    async def start(self) -> None:
        """Teams comes to us: there is nothing to open."""

    async def colleagues(self) -> list[Speaker]:
        """The people of the policy's roles in the home channel's team: they can be reached from now on."""
        home, roles = self._policy.home, self._policy.roles
        if home.platform != PLATFORM:
            return []
        found = list[Speaker]()
        try:
            async for speaker in self.directory.named(
                home.tenant, home.channel, {*roles.team, *roles.dpo, *roles.legal}
            ):
                found.append(speaker)
        except PlatformTrouble as trouble:
            log.warning("the people of the policy could not be looked up (%s)", trouble)
        return found

    async def findings(self) -> AsyncIterator[Finding]:
        """What is well in Teams, and what to do about the rest."""
        async for finding in findings(self._policy, self.connector, self._keys, self.references):
            yield finding

    async def quiet(self) -> None:
        """Let what is being said come to its end."""
        if self._answering is not None:
            await self._answering.passing.settle()

    async def stop(self) -> None:
        """The end: nothing can be posted any more."""
        await self.quiet()
        await self.connector.close()
