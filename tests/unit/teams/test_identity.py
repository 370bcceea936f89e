"""The keys of Teams: kept, renewed, and looked for, without strangers making us ask all the time."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator

import pytest
from aiohttp import ClientSession

from adapters.teams.identity import Keys, NoKeys, Unauthorized, Verifier
from tests.teams_kit.standin import StandIn
from tests.teams_kit.state import APP


class Time:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def teams() -> Iterator[StandIn]:
    with StandIn() as standin:
        yield standin


def with_keys(teams: StandIn, work: Callable[[Keys, Time], Awaitable[None]]) -> None:
    async def run() -> None:
        clock = Time()
        async with ClientSession() as session:
            await work(Keys(session, f"{teams.url}/openid", clock), clock)

    asyncio.run(run())


def bearer(teams: StandIn, **changes: object) -> str:
    return f"Bearer {teams.token(**changes)}"


def test_keys_are_asked_for_once_and_a_known_token_is_not_read_again(teams: StandIn) -> None:
    async def work(keys: Keys, _clock: Time) -> None:
        verifier, header = Verifier(keys, APP), bearer(teams)
        for _time in range(5):
            assert await verifier.verify(header) == teams.service_url
        assert teams.count("keys") == 2, "where they are, and the keys"

    with_keys(teams, work)


def test_a_known_token_ends_when_it_says_so(teams: StandIn) -> None:
    async def work(keys: Keys, _clock: Time) -> None:
        wall = Time()
        wall.now = time.time()
        verifier, header = Verifier(keys, APP, wall), bearer(teams)
        await verifier.verify(header)
        wall.now += 3600 + 301
        with pytest.raises(Unauthorized):
            await Verifier(keys, APP, wall).verify(bearer(teams, exp=int(time.time()) - 301))
        verifier._known[header] = (wall.now - 1, teams.service_url)
        assert await verifier.verify(header) == teams.service_url, "it is read again, by the machine's own clock"

    with_keys(teams, work)


def test_keys_that_can_not_be_had_are_no_verdict(teams: StandIn) -> None:
    async def work(keys: Keys, clock: Time) -> None:
        verifier = Verifier(keys, APP)
        for _time in range(3):
            with pytest.raises(NoKeys):
                await verifier.verify(bearer(teams))
        assert teams.count("keys") == 1, "nobody makes us ask all the time"
        trouble.ends()
        clock.now += 6
        await verifier.verify(bearer(teams))

    trouble = teams.trouble("keys", times=None, status=503)
    with_keys(teams, work)


def test_a_new_key_is_found_at_once_and_looked_for_once_a_minute(teams: StandIn) -> None:
    async def work(keys: Keys, clock: Time) -> None:
        verifier = Verifier(keys, APP)
        await verifier.verify(bearer(teams))
        clock.now += 61
        teams.server.keys.append("second")
        await verifier.verify(bearer(teams, signed_by="second"))
        asked = teams.count("keys")
        for _time in range(5):
            with pytest.raises(Unauthorized):
                await verifier.verify(bearer(teams, signed_by="third"))
        assert teams.count("keys") == asked
        clock.now += 61
        with pytest.raises(Unauthorized):
            await verifier.verify(bearer(teams, signed_by="third"))
        assert teams.count("keys") == asked + 2

    with_keys(teams, work)


def test_old_keys_are_renewed_while_they_are_still_used(teams: StandIn) -> None:
    async def work(keys: Keys, clock: Time) -> None:
        verifier = Verifier(keys, APP)
        await verifier.verify(bearer(teams))
        clock.now += 25 * 3600
        trouble = teams.trouble("keys", times=None, hold=True)
        await asyncio.wait_for(verifier.verify(bearer(teams, nbf=0)), 2)  # nobody waits for the renewal
        teams.server.keys[:] = ["second"]
        trouble.ends()
        assert keys._renewing is not None
        await keys._renewing
        with pytest.raises(Unauthorized):
            await verifier.verify(bearer(teams, nbf=1))

    with_keys(teams, work)


def test_a_key_that_is_odd_spoils_no_other(teams: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    async def work(keys: Keys, _clock: Time) -> None:
        fetched = await keys._json(f"{teams.url}/keys")
        odd = [{"kty": "RSA", "kid": "odd", "n": "!", "e": "AQAB"}, {"kty": "RSA"}]

        async def said(url: str) -> object:
            return {"jwks_uri": "x"} if url.endswith("openid") else {"keys": [*odd, *fetched["keys"]]}

        monkeypatch.setattr(keys, "_json", said)
        await Verifier(keys, APP).verify(bearer(teams))

    with_keys(teams, work)


@pytest.mark.parametrize(
    "published", [{}, {"keys": []}, {"keys": "x"}, {"keys": [{"kty": "RSA"}]}, {"keys": [{"kid": "first"}]}], ids=str
)
def test_what_is_published_wrongly_leaves_the_keys_that_we_have(
    teams: StandIn, published: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work(keys: Keys, clock: Time) -> None:
        await keys.renew()
        clock.now += 61

        async def said(url: str) -> object:
            return {"jwks_uri": "x"} if url.endswith("openid") else published

        monkeypatch.setattr(keys, "_json", said)
        assert await keys.renew()
        await Verifier(keys, APP).verify(bearer(teams))

    with_keys(teams, work)
