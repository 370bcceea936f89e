"""conversations.* and users.*: reading what is there."""

import base64
from dataclasses import asdict
from typing import Any

from tests.slack_kit.ask import Ask
from tests.slack_kit.passes import Refusal
from tests.slack_kit.state import Channel, Message, User

LARGEST_PAGE = 999


def conversations_open(ask: Ask) -> dict[str, Any]:
    names = [name for name in ask.text("users").split(",") if name]
    if not names and not ask.text("channel"):
        raise Refusal("users_list_not_supplied")
    if len(names) > 1:
        raise Refusal("method_not_supported_for_channel_type")
    if not names:
        return {"channel": _described(ask, ask.channel())}
    user = ask.workspace.state.users.get(names[0])
    if user is None or (user.team_id != ask.team.id and not user.is_stranger):
        raise Refusal("user_not_found")
    if user.deleted:
        raise Refusal("user_disabled")
    channel = ask.workspace.state.im(user, ask.team)
    return {"channel": _described(ask, channel) if ask.yes("return_im") else {"id": channel.id}}


def conversations_info(ask: Ask) -> dict[str, Any]:
    channel = ask.channel()
    ask.need_for(channel, "read")
    return {"channel": _described(ask, channel)}


def history(ask: Ask) -> dict[str, Any]:
    channel = ask.channel(of_member=True)
    ask.need_for(channel, "history")
    found = [message for message in reversed(channel.messages) if _within(ask, message)]
    return _page(ask, found)


def replies(ask: Ask) -> dict[str, Any]:
    channel = ask.channel(of_member=True)
    ask.need_for(channel, "history")
    message = channel.by_ts.get(ask.text("ts"))
    if message is None:
        raise Refusal("thread_not_found")
    thread = channel.thread(message.get("thread_ts", message["ts"]))
    return _page(ask, [thread[0], *(reply for reply in thread[1:] if _within(ask, reply))])


def users_info(ask: Ask) -> dict[str, Any]:
    user = ask.workspace.state.users.get(ask.text("user"))
    if user is None or (user.team_id != ask.team.id and not user.is_stranger):
        raise Refusal("user_not_found")
    return {"user": _person(ask, user)}


def lookup_by_email(ask: Ask) -> dict[str, Any]:
    wanted = ask.text("email").lower()
    for user in ask.workspace.state.users.values():
        if wanted and user.email.lower() == wanted and user.team_id == ask.team.id and not user.deleted:
            return {"user": _person(ask, user)}
    raise Refusal("users_not_found")


def _person(ask: Ask, user: User) -> dict[str, Any]:
    profile = {"real_name": user.real_name, "display_name": user.name, "team": user.team_id}
    if "users:read.email" in ask.token.scopes and user.email and not user.is_stranger:
        profile["email"] = user.email
    person = asdict(user)
    person.pop("email")
    if not ask.yes("include_locale"):
        person.pop("locale")
    return {**person, "profile": profile, "is_app_user": False}


def _described(ask: Ask, channel: Channel) -> dict[str, Any]:
    if channel.im_user:
        return {"id": channel.id, "is_im": True, "user": channel.im_user, "is_archived": False, "is_open": True}
    return {
        "id": channel.id,
        "name": channel.name,
        "is_channel": not channel.is_private,
        "is_group": channel.is_private,
        "is_im": False,
        "is_mpim": False,
        "is_private": channel.is_private,
        "is_archived": channel.is_archived,
        "is_member": ask.team.bot_user in channel.members,
        "is_ext_shared": channel.is_ext_shared,
        "is_shared": channel.is_ext_shared,
        "is_general": False,
        "context_team_id": ask.team.id,
    }


def _within(ask: Ask, message: Message) -> bool:
    ts = float(message["ts"])
    oldest, latest = ask.text("oldest"), ask.text("latest")
    edges = ask.yes("inclusive") and message["ts"] in (oldest, latest)
    return edges or ((not oldest or ts > float(oldest)) and (not latest or ts < float(latest)))


def _page(ask: Ask, found: list[Message]) -> dict[str, Any]:
    limit = min(ask.number("limit", 100), LARGEST_PAGE)
    try:
        start = int(base64.b64decode(ask.text("cursor"))) if ask.text("cursor") else 0
    except ValueError as error:
        raise Refusal("invalid_cursor") from error
    more = len(found) > start + limit
    page: list[dict[str, Any]] = [dict(message) for message in found[start : start + limit]]
    if not ask.yes("include_all_metadata"):
        for message in page:
            message.pop("metadata", None)
    answer: dict[str, Any] = {"messages": page, "has_more": more}
    if more:
        cursor = base64.b64encode(str(start + limit).encode()).decode()
        answer["response_metadata"] = {"next_cursor": cursor}
    return answer
