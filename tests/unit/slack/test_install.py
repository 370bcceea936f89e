"""The tokens of installed workspaces: kept, renewed before they end, and forgotten when the app is removed."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from typing import Any, TypeVar

import pytest
from slack_sdk.oauth.installation_store.models.installation import Installation
from slack_sdk.oauth.token_rotation.async_rotator import AsyncTokenRotator
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import Engine

from adapters.slack.api import Api, NotInstalled
from adapters.slack.install import BELIEVED, Installations, InstalledTokens, NotListed
from adapters.slack.manifest import manifest
from bot.errors import TryLater
from tests.slack_kit.passes import Token
from tests.slack_kit.standin import StandIn

pytestmark = pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning")  # the SDK uses it

T = TypeVar("T")
TEAM = "T0NORTH"
TWELVE, ONE = 12 * 3600, 3600  # hours


@pytest.fixture
def slack() -> Iterator[StandIn]:
    with StandIn(manifest(address="https://desk.example", oauth=True)) as standin:
        standin.passes.rotates = True
        standin.add_user("U0EMMA", "emma")
        yield standin


class Process:
    """One process of the desk, with the database that it shares with others."""

    def __init__(self, slack: StandIn, engine: Engine) -> None:
        client = AsyncWebClient(base_url=slack.api)
        self.slack, self.now = slack, 1000.0
        self.installations = Installations(engine, "111.222", client, [TEAM, "T0SOUTH"])
        rotator = AsyncTokenRotator(client_id="111.222", client_secret="client-secret", client=client)
        self.tokens = InstalledTokens(self.installations, rotator, lambda: self.now)

    async def installs(self, lasts: int = TWELVE, team: str = TEAM, **more: Any) -> Token:
        """Install the app; its token lasts so many seconds from now on."""
        token = self.slack.passes.new_bot_token(team, self.slack.workspace.manifest.scopes)
        given: dict[str, Any] = {"bot_refresh_token": token.refresh, "bot_token_expires_in": lasts, **more}
        await self.installations.async_save(
            Installation(app_id="A0DESK", team_id=team, bot_token=token.value, user_id="U0ADMIN", **given)
        )
        return token

    async def token(self, team: str = TEAM) -> str:
        return await self.tokens.bot_token(team)


@pytest.fixture
def process(slack: StandIn, engine: Engine) -> Process:
    return Process(slack, engine)


def runs(work: Callable[[], Awaitable[T]]) -> T:
    async def run() -> T:
        return await work()

    return asyncio.run(run())


def renewals(slack: StandIn) -> int:
    return len(slack.calls_of("oauth.v2.access"))


def test_a_fresh_token_is_used_as_it_is(slack: StandIn, process: Process) -> None:
    async def work() -> None:
        token = await process.installs()
        assert await process.token() == token.value

    runs(work)
    assert renewals(slack) == 0


def test_a_token_near_its_end_is_renewed_before_it_is_used(slack: StandIn, process: Process, engine: Engine) -> None:
    async def work() -> None:
        old = await process.installs(lasts=ONE)
        new = await process.token()
        assert new != old.value
        assert slack.token(new).fate == ""
        assert await Process(slack, engine).token() == new  # a new start finds the renewed one

    runs(work)
    assert renewals(slack) == 1


def test_many_at_once_renew_once(slack: StandIn, process: Process) -> None:
    async def work() -> None:
        await process.installs(lasts=ONE)
        assert len(set(await asyncio.gather(*(process.token() for _number in range(20))))) == 1

    runs(work)
    assert renewals(slack) == 1


def test_two_processes_that_renew_at_once_use_one_token_in_the_end(slack: StandIn, engine: Engine) -> None:
    first, second = Process(slack, engine), Process(slack, engine)

    async def work() -> None:
        await first.installs(lasts=ONE)
        await asyncio.gather(first.token(), second.token(), return_exceptions=True)
        first.now = second.now = 1000.0 + 2 * BELIEVED
        one, other = await first.token(), await second.token()
        assert one == other
        assert slack.token(one).fate == ""

    runs(work)


def test_a_token_that_ended_earlier_than_we_think_is_renewed_in_the_midst_of_a_call(
    slack: StandIn, process: Process
) -> None:
    async def work() -> None:
        old = await process.installs()
        api = Api(process.tokens, slack.api)
        old.fate = "token_expired"
        assert (await api.read(TEAM, "users.info", user="U0EMMA"))["ok"]
        await api.close()

    runs(work)
    assert renewals(slack) == 1


@pytest.mark.parametrize("trouble", [{"status": 500}, {"reset": True}, {"error": "invalid_refresh_token"}])
def test_while_it_cannot_be_renewed_the_old_token_is_used_to_its_end(
    slack: StandIn, process: Process, trouble: dict[str, Any]
) -> None:
    async def work() -> None:
        old = await process.installs(lasts=ONE)
        away = slack.trouble("oauth.v2.access", times=None, **trouble)
        assert await process.token() == old.value
        away.ends()
        process.now += BELIEVED + 1
        assert await process.token() != old.value

    runs(work)


def test_a_token_that_has_ended_and_cannot_be_renewed_is_not_used(slack: StandIn, process: Process) -> None:
    async def work() -> None:
        await process.installs(lasts=-1)
        slack.trouble("oauth.v2.access", times=None, status=503)
        with pytest.raises(TryLater, match="token_rotation"):
            await process.token()

    runs(work)


def test_a_renewal_by_another_process_is_seen_within_a_minute(slack: StandIn, engine: Engine) -> None:
    first, second = Process(slack, engine), Process(slack, engine)

    async def work() -> None:
        old = await first.installs()
        assert await second.token() == old.value
        new = await first.installs()
        assert await second.token() == old.value
        second.now += BELIEVED + 1
        assert await second.token() == new.value

    runs(work)


def test_a_workspace_of_an_enterprise_organisation_is_found_by_itself(slack: StandIn, process: Process) -> None:
    async def work() -> None:
        token = await process.installs(enterprise_id="E0NORTH", enterprise_name="North Holding")
        assert await process.token() == token.value
        await process.installations.async_delete_all(enterprise_id="E0NORTH", team_id=TEAM)
        with pytest.raises(NotInstalled):
            await process.token()

    runs(work)


def test_a_removed_app_is_forgotten_at_once_and_known_again_when_installed(slack: StandIn, process: Process) -> None:
    async def work() -> None:
        with pytest.raises(NotInstalled):
            await process.token()
        await process.installs()
        await process.token()
        await process.installations.async_delete_bot(enterprise_id=None, team_id=TEAM)
        with pytest.raises(NotInstalled):
            await process.token()
        again = await process.installs()
        assert await process.token() == again.value

    runs(work)


def test_each_workspace_has_its_own_token(slack: StandIn, process: Process) -> None:
    slack.add_team("T0SOUTH", "south")

    async def work() -> None:
        north, south = await process.installs(), await process.installs(team="T0SOUTH")
        assert [await process.token(), await process.token("T0SOUTH")] == [north.value, south.value]
        await process.installations.async_delete_bot(enterprise_id=None, team_id=TEAM)
        assert await process.token("T0SOUTH") == south.value

    runs(work)


@pytest.mark.parametrize("away", [False, True], ids=["reached", "out of reach"])
def test_a_workspace_that_is_not_listed_is_refused_and_its_token_given_back(
    slack: StandIn, process: Process, away: bool
) -> None:
    slack.add_team("T0OTHER", "other")
    if away:
        slack.trouble("auth.revoke", times=None, reset=True)

    async def work() -> None:
        with pytest.raises(NotListed, match="T0OTHER"):
            await process.installs(team="T0OTHER")
        with pytest.raises(NotInstalled):
            await process.token("T0OTHER")

    runs(work)
    (token,) = [one for one in slack.passes.tokens.values() if one.team_id == "T0OTHER"]
    assert (token.fate == "token_revoked") is not away
