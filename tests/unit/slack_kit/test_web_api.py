"""The stand-in's Web API, asked by the official SDK: what it allows, refuses, and does wrong on demand."""

from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError

from tests.patience import PATIENCE
from tests.slack_kit.people import Person
from tests.slack_kit.standin import BOT_TOKEN, StandIn
from tests.unit.slack_kit.tiny_app import FORM, TinyApp


def refused(app: TinyApp, method: str, **args: Any) -> dict[str, Any]:
    with pytest.raises(SlackApiError) as raised:
        app.run(app.client.api_call(method, json=args))
    data = raised.value.response.data
    assert isinstance(data, dict)
    return data


def test_a_response_address_is_good_for_five_answers(slack: StandIn, idle: TinyApp, emma: Person) -> None:
    name = slack.passes.new_response_url("U0EMMA", "C0OTHER")
    url = f"{slack.address}/actions/{name}"
    assert [idle.run(_post(url, {"text": "a"})) for _ in range(6)] == [200] * 5 + [404]
    assert len(emma.ephemeral) == 5
    assert slack.calls[-1].error == "used_url"


def test_a_channel_takes_one_post_a_second(slack: StandIn, idle: TinyApp) -> None:
    idle.client.retry_handlers.clear()
    slack.troubles.one_a_second = True
    idle.run(idle.client.chat_postMessage(channel="C0PRIV", text="one"))
    assert refused(idle, "chat.postMessage", channel="C0PRIV", text="two")["error"] == "ratelimited"
    idle.run(idle.client.chat_postMessage(channel="C0GENERAL", text="elsewhere"))


def test_a_swallowed_answer_leaves_the_message_there(slack: StandIn, idle: TinyApp) -> None:
    idle.client.retry_handlers.clear()
    slack.trouble("chat.postMessage", swallow=True)
    with pytest.raises(Exception, match=r"[Dd]isconnected|reset"):
        idle.run(idle.client.chat_postMessage(channel="C0PRIV", text="once", metadata={"event_type": "a"}))
    history = idle.run(idle.client.conversations_history(channel="C0PRIV", include_all_metadata=True))
    assert [message["metadata"] for message in history["messages"]] == [{"event_type": "a"}]


def test_a_held_call_goes_on_when_it_is_released(slack: StandIn, idle: TinyApp) -> None:
    held = slack.trouble("chat.postMessage", hold=True)
    future = idle.soon(idle.client.chat_postMessage(channel="C0PRIV", text="late"))
    slack.wait(lambda: held.hits)
    assert not slack.channel("C0PRIV").messages
    held.release()
    future.result(timeout=PATIENCE)
    assert slack.channel("C0PRIV").messages


def test_tokens_and_scopes_are_asked_for(slack: StandIn, idle: TinyApp) -> None:
    assert idle.run(idle.client.auth_test())["bot_id"] == "B0BOT"
    user = idle.run(idle.client.users_info(user="U0EMMA", include_locale=True))["user"]
    assert (user["locale"], user["profile"]["email"]) == ("nl-NL", "emma@north.example")
    slack.token().scopes.discard("users:read.email")
    assert refused(idle, "users.lookupByEmail", email="emma@north.example")["needed"] == "users:read.email"
    assert "email" not in idle.run(idle.client.users_info(user="U0EMMA"))["user"]["profile"]
    slack.token().fate = "token_revoked"
    assert refused(idle, "auth.test")["error"] == "token_revoked"


@pytest.mark.parametrize(
    ("args", "error"),
    [
        ({"channel": "C0OTHER", "text": "a"}, "not_in_channel"),
        ({"channel": "C0HIDDEN", "text": "a"}, "channel_not_found"),
        ({"channel": "C0NONE", "text": "a"}, "channel_not_found"),
        ({"channel": "C0PRIV"}, "no_text"),
        ({"channel": "C0PRIV", "text": "a" * 40_001}, "msg_too_long"),
        ({"channel": "C0PRIV", "text": "a", "blocks": [{"type": "section"}]}, "invalid_blocks"),
    ],
)
def test_a_post_is_refused(slack: StandIn, idle: TinyApp, args: dict[str, Any], error: str) -> None:
    assert refused(idle, "chat.postMessage", **args)["error"] == error


def test_a_reply_to_what_is_gone_lands_at_the_root(slack: StandIn, idle: TinyApp) -> None:
    posted = idle.run(idle.client.chat_postMessage(channel="U0EMMA", text="one"))
    reply = idle.run(idle.client.chat_postMessage(channel=posted["channel"], text="two", thread_ts=posted["ts"]))
    assert reply["message"]["thread_ts"] == posted["ts"]
    lost = idle.run(idle.client.chat_postMessage(channel=posted["channel"], text="three", thread_ts="1.000001"))
    assert "thread_ts" not in lost["message"]
    replies = idle.run(idle.client.conversations_replies(channel=posted["channel"], ts=posted["ts"]))
    assert [message["text"] for message in replies["messages"]] == ["one", "two"]


def test_a_trigger_opens_one_form(slack: StandIn, idle: TinyApp) -> None:
    trigger = slack.passes.new_trigger("U0EMMA", "T0NORTH")
    view = idle.run(idle.client.views_open(trigger_id=trigger, view=FORM))["view"]
    assert refused(idle, "views.open", trigger_id=trigger, view=FORM)["error"] == "exchanged_trigger_id"
    assert refused(idle, "views.update", view_id=view["id"], hash="old", view=FORM)["error"] == "hash_conflict"
    late = slack.passes.new_trigger("U0EMMA", "T0NORTH")
    slack.passes.expire_triggers()
    assert refused(idle, "views.open", trigger_id=late, view=FORM)["error"] == "expired_trigger_id"
    wrong = refused(idle, "views.open", trigger_id=late, view={"type": "modal", "blocks": []})
    assert wrong["error"] == "invalid_arguments"
    assert wrong["response_metadata"]["messages"]


@pytest.mark.filterwarnings("ignore:BasicAuth is deprecated")  # the SDK's own, with this aiohttp
def test_an_installation_and_its_rotated_token(slack: StandIn, idle: TinyApp) -> None:
    slack.passes.rotates = True
    known = {"client_id": slack.passes.client_id, "client_secret": slack.passes.client_secret}
    first = idle.run(idle.client.oauth_v2_access(code=slack.offers_code(), **known))
    assert first["team"]["id"] == "T0NORTH"
    refresh = {"grant_type": "refresh_token", "refresh_token": first["refresh_token"]}
    second = idle.run(idle.client.oauth_v2_access(**known, **refresh))
    idle.client.token = first["access_token"]
    assert refused(idle, "auth.test")["error"] == "token_expired"
    idle.client.token = second["access_token"]
    assert idle.run(idle.client.auth_test())["team_id"] == "T0NORTH"


def test_a_token_opens_its_own_workspace_only(slack: StandIn, idle: TinyApp) -> None:
    slack.add_team("T0SOUTH", "south", bot_token="xoxb-south")
    slack.add_channel("C0SOUTH", "south", team="T0SOUTH")
    assert refused(idle, "chat.postMessage", channel="C0SOUTH", text="a")["error"] == "channel_not_found"
    idle.client.token = "xoxb-south"
    assert idle.run(idle.client.auth_test())["user_id"] == "U0SOUTHBOT"
    idle.run(idle.client.chat_postMessage(channel="C0SOUTH", text="a"))
    assert refused(idle, "users.info", user="U0EMMA")["error"] == "user_not_found"


def test_a_file_needs_a_token(slack: StandIn, idle: TinyApp, emma: Person) -> None:
    sent = emma.drops("mail.eml", b"From: a", channel="C0OTHER")
    url = sent.shown["files"][0]["url_private_download"]
    assert idle.run(_get(url, BOT_TOKEN)) == b"From: a"
    assert b"Sign in" in idle.run(_get(url, ""))


async def _get(url: str, token: str) -> bytes:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    async with aiohttp.ClientSession() as session, session.get(url, headers=headers) as answer:
        return await answer.read()


async def _post(url: str, body: dict[str, Any]) -> int:
    async with aiohttp.ClientSession() as session, session.post(url, json=body) as answer:
        return answer.status
