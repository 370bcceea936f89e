"""Teams' answers, sorted: what is worth another try, how long to wait, and what never will be."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace

import pytest

from adapters.teams.connector import Connector
from adapters.teams.credentials import WrongSecret
from bot.errors import PlatformTrouble, TryLater, Undeliverable
from bot.settings import TeamsSettings
from tests.teams_kit.standin import StandIn
from tests.teams_kit.state import APP, SECRET, TENANT

HERE, OTHER = "19:here@thread.tacv2", "19:other@thread.tacv2"
CARD = {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": "hello"}]}
MESSAGE = {
    "type": "message",
    "attachments": [{"contentType": "application/vnd.microsoft.card.adaptive", "content": CARD}],
}


class Time:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def teams() -> Iterator[StandIn]:
    with StandIn() as standin:
        emma = standin.add_user("Emma Brooks", "emma@northloop.example")
        standin.add_channel(HERE, emma)
        standin.add_channel(OTHER)
        yield standin


def settings_for(teams: StandIn) -> TeamsSettings:
    return TeamsSettings(APP, SECRET, TENANT, service_url=teams.service_url, login_url=teams.url)


def with_connector(
    teams: StandIn, work: Callable[[Connector, Time], Awaitable[None]], settings: TeamsSettings | None = None
) -> None:
    async def run() -> None:
        time = Time()
        connector = Connector(settings or settings_for(teams), time)
        try:
            await work(connector, time)
        finally:
            await connector.close()

    asyncio.run(run())


def trouble_of(teams: StandIn, **trouble: object) -> PlatformTrouble:
    """What a post comes to when Teams answers so."""
    found: list[PlatformTrouble] = []
    teams.trouble("post", times=None, **trouble)

    async def work(connector: Connector, _time: Time) -> None:
        with pytest.raises(PlatformTrouble) as caught:
            await connector.post(teams.service_url, HERE, MESSAGE)
        found.append(caught.value)

    with_connector(teams, work)
    return found[0]


@pytest.mark.parametrize("status", [408, 412, 500, 502, 503, 504])
def test_what_passes_is_tried_again(teams: StandIn, status: int) -> None:
    trouble = trouble_of(teams, status=status)
    assert isinstance(trouble, TryLater)
    assert trouble.seconds is None


@pytest.mark.parametrize(("header", "seconds"), [("7", 7.0), ("0.5", 0.5), ("", 1.0), ("Wed, 21 Oct 2026", 1.0)])
def test_a_limit_is_kept_for_as_long_as_teams_asks(teams: StandIn, header: str, seconds: float) -> None:
    trouble = trouble_of(teams, status=429, retry_after=header)
    assert isinstance(trouble, TryLater)
    assert trouble.seconds == seconds


def test_a_limit_holds_up_its_own_conversation_alone_and_asks_nobody_meanwhile(teams: StandIn) -> None:
    teams.trouble("post", times=1, status=429, retry_after="30", conversation=HERE)

    async def work(connector: Connector, time: Time) -> None:
        for _try in range(3):
            with pytest.raises(TryLater):
                await connector.post(teams.service_url, HERE, MESSAGE)
        assert teams.count("post") == 1
        await connector.post(teams.service_url, OTHER, MESSAGE)
        time.now = 31
        await connector.post(teams.service_url, HERE, MESSAGE)

    with_connector(teams, work)
    assert len(teams.messages(HERE)) == 1


def test_a_cut_connection_is_tried_again(teams: StandIn) -> None:
    assert isinstance(trouble_of(teams, cut=True), TryLater)


@pytest.mark.parametrize(
    ("status", "code"), [(400, "BadSyntax"), (403, "BotNotInConversationRoster"), (404, "ConversationNotFound")]
)
def test_what_teams_refuses_is_not_tried_again(teams: StandIn, status: int, code: str) -> None:
    trouble = trouble_of(teams, status=status, code=code)
    assert isinstance(trouble, Undeliverable)
    assert trouble.code == code


def test_one_token_serves_until_it_is_about_to_end(teams: StandIn) -> None:
    async def work(connector: Connector, time: Time) -> None:
        await asyncio.gather(*(connector.post(teams.service_url, HERE, MESSAGE) for _each in range(5)))
        assert teams.count("login") == 1
        time.now = 3400
        await connector.post(teams.service_url, HERE, MESSAGE)
        assert teams.count("login") == 2

    with_connector(teams, work)


def test_a_refused_token_is_renewed_before_the_next_try(teams: StandIn) -> None:
    teams.trouble("post", status=401, code="Unauthorized")

    async def work(connector: Connector, _time: Time) -> None:
        with pytest.raises(TryLater):
            await connector.post(teams.service_url, HERE, MESSAGE)
        await connector.post(teams.service_url, HERE, MESSAGE)
        assert teams.count("login") == 2

    with_connector(teams, work)


def test_a_wrong_secret_is_told_from_a_login_that_is_away(teams: StandIn) -> None:
    async def wrong(connector: Connector, _time: Time) -> None:
        with pytest.raises(WrongSecret, match="invalid_client"):
            await connector.post(teams.service_url, HERE, MESSAGE)

    async def away(connector: Connector, _time: Time) -> None:
        with pytest.raises(TryLater) as caught:
            await connector.post(teams.service_url, HERE, MESSAGE)
        assert not isinstance(caught.value, WrongSecret)

    with_connector(teams, wrong, replace(settings_for(teams), app_password="old"))
    teams.trouble("login", status=503)
    with_connector(teams, away)


def test_many_who_wait_for_a_login_that_is_away_ask_once(teams: StandIn) -> None:
    async def work(connector: Connector, _time: Time) -> None:
        posts = (connector.post(teams.service_url, HERE, MESSAGE) for _post in range(20))
        assert {type(trouble) for trouble in await asyncio.gather(*posts, return_exceptions=True)} == {TryLater}
        assert teams.count("login") == 1

    teams.trouble("login", times=None, status=503)
    with_connector(teams, work)


@pytest.mark.parametrize(
    ("url", "trusted"),
    [
        ("https://smba.trafficmanager.net/emea/", True),
        ("https://smba.trafficmanager.net/emea/11111111-2222-3333-4444-555555555555/", True),
        ("https://smba.infra.gcc.teams.microsoft.com/gcc/", True),
        ("http://smba.trafficmanager.net/emea/", False),
        ("https://smba.trafficmanager.net.evil.example/", False),
        ("https://evil.example/smba.trafficmanager.net", False),
        ("https://smba.trafficmanager.net@evil.example/", False),
        ("https://smba.trafficmanager.net:8443/", False),
        ("//smba.trafficmanager.net/", False),
        ("", False),
        ("http://[", False),
    ],
)
def test_our_token_goes_to_teams_alone(teams: StandIn, url: str, trusted: bool) -> None:
    async def work(connector: Connector, _time: Time) -> None:
        assert connector.trusts(url) is trusted
        if not trusted:
            with pytest.raises(Undeliverable, match="untrusted"):
                await connector.post(url, HERE, MESSAGE)
            assert teams.count("login") == 0

    with_connector(teams, work)


def test_without_a_registration_only_this_machine_is_trusted(teams: StandIn) -> None:
    async def work(connector: Connector, _time: Time) -> None:
        assert connector.trusts("http://localhost:56150/_connector")
        assert connector.trusts("http://127.0.0.1:1/")
        assert not connector.trusts("https://smba.trafficmanager.net/emea/")
        assert not connector.trusts("http://10.0.0.1/")

    with_connector(teams, work, TeamsSettings(anonymous=True))


def test_members_come_page_by_page(teams: StandIn) -> None:
    people = [teams.add_user(f"Kim{number} Vos", f"kim{number}@northloop.example") for number in range(5)]
    teams.add_channel("19:many@thread.tacv2", *people)

    async def work(connector: Connector, _time: Time) -> None:
        found = [one["email"] async for one in connector.members(teams.service_url, "19:many@thread.tacv2")]
        assert found == [person.user.email for person in people]

    with_connector(teams, work)


def test_odd_ids_stay_one_part_of_the_address(teams: StandIn) -> None:
    teams.add_channel("a:x/../y?z#;é", teams.add_user("Ida Odd", "ida@northloop.example"))

    async def work(connector: Connector, _time: Time) -> None:
        await connector.post(teams.service_url, "a:x/../y?z#;é", MESSAGE)

    with_connector(teams, work)
    assert len(teams.messages("a:x/../y?z#;é")) == 1
