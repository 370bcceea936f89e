"""Slack's answers, sorted: what is worth another try, how long to wait, and what never will be."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import pytest

from adapters.slack.api import MENDED, Api, NotInstalled, OneToken
from bot.errors import PlatformTrouble, TryLater, Undeliverable
from tests.slack_kit.standin import BOT_TOKEN, StandIn

TEAM = "T0NORTH"


@pytest.fixture
def slack() -> Iterator[StandIn]:
    scopes = {"oauth_config": {"scopes": {"bot": ["chat:write", "users:read", "channels:read"]}}}
    with StandIn(scopes) as standin:
        standin.add_user("U0EMMA", "emma")
        standin.add_channel("C0A", "a")
        standin.add_channel("C0B", "b")
        yield standin


class Time:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def with_api(slack: StandIn, work: Callable[[Api, Time], Awaitable[None]]) -> None:
    async def run() -> None:
        time = Time()
        api = Api(OneToken(BOT_TOKEN, "T0NORTH"), slack.api.rstrip("/"), time)
        try:
            await work(api, time)
        finally:
            await api.close()

    asyncio.run(run())


def posting(api: Api, channel: str = "C0A", **more: Any) -> Awaitable[dict[str, Any]]:
    return api.call(TEAM, "chat.postMessage", channel=channel, text="hello", **more)


def trouble_of(slack: StandIn, **trouble: Any) -> PlatformTrouble:
    """What a post comes to when Slack answers so."""
    found: list[PlatformTrouble] = []
    slack.trouble("chat.postMessage", times=None, **trouble)

    async def work(api: Api, _time: Time) -> None:
        with pytest.raises(PlatformTrouble) as caught:
            await posting(api)
        found.append(caught.value)

    with_api(slack, work)
    return found[0]


def test_an_answer_comes_back_and_what_is_none_is_not_sent(slack: StandIn) -> None:
    async def work(api: Api, _time: Time) -> None:
        answer = await posting(api, thread_ts=None)
        assert answer["channel"] == "C0A"
        assert (await api.read(TEAM, "users.info", user="U0EMMA"))["user"]["id"] == "U0EMMA"

    with_api(slack, work)
    assert "thread_ts" not in slack.calls_of("chat.postMessage")[0].args
    assert {call.token for call in slack.calls} == {BOT_TOKEN}


@pytest.mark.parametrize(
    "code", ["internal_error", "fatal_error", "service_unavailable", "request_timeout", "accesslimited"]
)
def test_what_slack_gets_over_is_tried_later(slack: StandIn, code: str) -> None:
    trouble = trouble_of(slack, error=code)
    assert isinstance(trouble, TryLater) and (trouble.code, trouble.seconds) == (code, None)


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_page_instead_of_an_answer_is_tried_later(slack: StandIn, status: int) -> None:
    trouble = trouble_of(slack, status=status)
    assert isinstance(trouble, TryLater) and trouble.seconds is None


@pytest.mark.parametrize("how", [{"reset": True}, {"swallow": True}])
def test_a_connection_that_breaks_is_tried_later(slack: StandIn, how: dict[str, bool]) -> None:
    assert isinstance(trouble_of(slack, **how), TryLater)


@pytest.mark.parametrize("code", ["channel_not_found", "not_in_channel", "is_archived", "missing_scope", "no_text"])
def test_what_slack_will_never_take_is_given_up(slack: StandIn, code: str) -> None:
    trouble = trouble_of(slack, error=code)
    assert isinstance(trouble, Undeliverable) and trouble.code == code


@pytest.mark.parametrize("code", ["message_not_found", "cant_update_message", "edit_window_closed"])
def test_a_message_that_cannot_be_changed_any_more_is_gone(slack: StandIn, code: str) -> None:
    trouble = trouble_of(slack, error=code)
    assert isinstance(trouble, Undeliverable) and trouble.code == "message_not_found"


@pytest.mark.parametrize("code", ["invalid_auth", "token_revoked", "account_inactive", "not_authed"])
def test_without_a_good_token_everything_waits_until_the_app_is_installed_again(slack: StandIn, code: str) -> None:
    trouble = trouble_of(slack, error=code)
    assert isinstance(trouble, NotInstalled) and (trouble.code, trouble.seconds) == (code, MENDED)


def test_a_wait_that_slack_asks_for_is_kept_without_asking_again(slack: StandIn) -> None:
    slack.trouble("chat.postMessage", status=429, retry_after=30)

    async def work(api: Api, time: Time) -> None:
        waits = []
        for now in (0.0, 10.0, 29.5):
            time.now = now
            with pytest.raises(TryLater) as caught:
                await posting(api)
            waits.append(caught.value.seconds)
        assert waits == [30.0, 20.0, 0.5]
        assert len(slack.calls) == 1
        time.now = 30.0
        await posting(api)

    with_api(slack, work)


def test_one_channel_that_must_wait_holds_up_no_other_and_no_other_method(slack: StandIn) -> None:
    slack.trouble("chat.postMessage", where={"channel": "C0A"}, status=429, retry_after=30)

    async def work(api: Api, _time: Time) -> None:
        with pytest.raises(TryLater):
            await posting(api)
        await posting(api, "C0B")
        await api.read(TEAM, "users.info", user="U0EMMA")
        await api.read(TEAM, "conversations.info", channel="C0A")

    with_api(slack, work)


def test_other_methods_are_limited_for_the_whole_workspace(slack: StandIn) -> None:
    slack.trouble("users.info", status=429, retry_after=5)

    async def work(api: Api, _time: Time) -> None:
        for user in ("U0EMMA", "U0BOT"):
            with pytest.raises(TryLater):
                await api.read(TEAM, "users.info", user=user)

    with_api(slack, work)
    assert len(slack.calls) == 1


def test_a_token_that_has_ended_is_tried_once_more_and_then_later(slack: StandIn) -> None:
    slack.token().fate = "token_expired"

    async def work(api: Api, _time: Time) -> None:
        with pytest.raises(TryLater, match="token_expired"):
            await posting(api)

    with_api(slack, work)
    assert len(slack.calls) == 2
