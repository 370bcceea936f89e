"""The payloads that Slack sends: around an event, of a press, a form, a command, a shortcut; files and mails."""

from collections.abc import Mapping
from typing import Any

from tests.slack_kit.forms import chosen, state_name, state_of
from tests.slack_kit.state import Channel, Message, State, Team, User
from tests.slack_kit.views import View

Mailbox = tuple[str, str]  # a name and an address


def event_callback(event: dict[str, Any], team: Team, channel: Channel | None, state: State) -> dict[str, Any]:
    return {
        "token": "x",
        "team_id": team.id,
        "context_team_id": team.id,
        "context_enterprise_id": None,
        "api_app_id": team.app_id,
        "event": event,
        "type": "event_callback",
        "event_id": state.new_id("Ev"),
        "event_time": int(float(event.get("event_ts", "0"))),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": team.id,
                "user_id": team.bot_user,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": channel is not None and channel.is_ext_shared,
    }


def interaction(kind: str, user: User, team: Team, trigger_id: str) -> dict[str, Any]:
    """What every press, form and shortcut begins with."""
    return {
        "type": kind,
        "team": {"id": team.id, "domain": team.domain},
        "user": {"id": user.id, "username": user.name, "name": user.name, "team_id": user.team_id},
        "api_app_id": team.app_id,
        "token": "x",
        "trigger_id": trigger_id,
        "enterprise": None,
        "is_enterprise_install": False,
    }


def press(block_id: str, element: Mapping[str, Any], choice: Any, ts: str) -> dict[str, Any]:
    """The `actions` entry of one press or choice."""
    action: dict[str, Any] = {"type": element["type"], "action_id": element["action_id"], "block_id": block_id}
    if element["type"] == "button":
        text = {"emoji": True, **element["text"]}
        action |= {"text": text, **{key: element[key] for key in ("value", "style") if key in element}}
    else:
        action[state_name(element)] = chosen(element, choice)
    return {**action, "action_ts": ts}


def in_message(message: Message, channel: Channel) -> dict[str, Any]:
    """Where a press was, for a button of a message. An ephemeral message itself is not in it."""
    container: dict[str, Any] = {
        "type": "message",
        "message_ts": message["ts"],
        "channel_id": channel.id,
        "is_ephemeral": bool(message.reader),
    }
    if "thread_ts" in message:
        container["thread_ts"] = message["thread_ts"]
    where = {"container": container, "channel": {"id": channel.id, "name": channel_name(channel)}}
    shown = {} if message.reader else {"message": dict(message)}
    return {**where, **shown, "state": {"values": state_of(message)}}


def in_view(view: View, values: Mapping[str, Any]) -> dict[str, Any]:
    shown = {**view, "state": {"values": state_of(view, values)}}
    return {"container": {"type": "view", "view_id": view["id"]}, "view": shown}


def channel_name(channel: Channel) -> str:
    """A private channel's name is not told."""
    return {"im": "directmessage", "group": "privategroup"}.get(channel.kind, channel.name)


def command(name: str, text: str, user: User, channel: Channel, team: Team) -> dict[str, Any]:
    return {
        "token": "x",
        "team_id": team.id,
        "team_domain": team.domain,
        "channel_id": channel.id,
        "channel_name": channel_name(channel),
        "user_id": user.id,
        "user_name": user.name,
        "command": name,
        "text": text,
        "api_app_id": team.app_id,
        "is_enterprise_install": "false",
    }


def file_of(file_id: str, name: str, mimetype: str, size: int, user: str, address: str, ts: str) -> dict[str, Any]:
    extension = name.rpartition(".")[2].lower() if "." in name else "binary"
    return {
        "id": file_id,
        "created": int(float(ts)),
        "timestamp": int(float(ts)),
        "name": name,
        "title": name,
        "mimetype": mimetype,
        "filetype": extension,
        "pretty_type": extension.upper(),
        "user": user,
        "editable": False,
        "size": size,
        "mode": "hosted",
        "is_external": False,
        "external_type": "",
        "is_public": False,
        "url_private": f"{address}/files/{file_id}/{name}",
        "url_private_download": f"{address}/files/{file_id}/{name}?download=1",
        "file_access": "visible",
    }


def mail_fields(
    from_: Mailbox,
    subject: str,
    plain_text: str,
    headers: Mapping[str, Any],
    to: list[Mailbox],
    cc: list[Mailbox],
    attachments: list[dict[str, Any]],
) -> dict[str, Any]:
    """What a file has more when it is a mail that was sent to a channel's address."""
    known = {"date": "", "in_reply_to": None, "reply_to": None, "message_id": ""}
    return {
        "title": subject,
        "name": subject,
        "filetype": "email",
        "mode": "email",
        "pretty_type": "Email",
        "subject": subject,
        "from": [_mailbox(from_)],
        "to": [_mailbox(one) for one in to],
        "cc": [_mailbox(one) for one in cc],
        "plain_text": plain_text,
        "preview_plain_text": plain_text[:400],
        "has_more": len(plain_text) > 400,
        "headers": {**known, **headers},
        "attachments": attachments,
        "original_attachment_count": len(attachments),
    }


def _mailbox(one: Mailbox) -> dict[str, str]:
    name, address = one
    return {"address": address, "name": name, "original": f"{name} <{address}>" if name else address}
