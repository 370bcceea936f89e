"""chat.*: posting, editing and deleting."""

from typing import Any

from tests.slack_kit.ask import Ask
from tests.slack_kit.checks import LONGEST_EDIT, check_message
from tests.slack_kit.passes import Refusal
from tests.slack_kit.state import Channel, Message
from tests.slack_kit.views import named
from tests.slack_kit.workspace import deleted_event


def post_message(ask: Ask) -> dict[str, Any]:
    channel = ask.channel()
    if channel.is_archived:
        raise Refusal("is_archived")
    if ask.team.bot_user not in channel.members and "chat:write.public" not in ask.token.scopes:
        raise Refusal("not_in_channel")
    check_message(ask.args)
    root = channel.by_ts.get(ask.text("thread_ts"))
    if root is not None and root.get("subtype") in ("channel_join", "channel_leave", "channel_name", "channel_topic"):
        raise Refusal("cannot_reply_to_message")
    fields = {**ask.workspace.bot_fields(ask.team), **shown(ask.args)}
    if isinstance(ask.args.get("metadata"), dict):
        fields["metadata"] = ask.args["metadata"]
    message = ask.workspace.state.post(channel, fields, ask.text("thread_ts"))
    ask.workspace.posted(channel, message)
    return {"channel": channel.id, "ts": message["ts"], "message": dict(message)}


def post_ephemeral(ask: Ask) -> dict[str, Any]:
    channel = ask.channel(of_member=True)
    if channel.is_archived:
        raise Refusal("is_archived")
    check_message(ask.args)
    if ask.text("user") not in channel.members:
        raise Refusal("user_not_in_channel")
    fields = {**ask.workspace.bot_fields(ask.team), **shown(ask.args)}
    message = ask.workspace.state.whisper(channel, ask.text("user"), fields, ask.text("thread_ts"))
    return {"message_ts": message["ts"]}


def update(ask: Ask) -> dict[str, Any]:
    channel = ask.channel()
    before = _own(ask, channel, ask.text("ts"), "cant_update_message")
    check_message(ask.args, LONGEST_EDIT)
    after = edited(before, ask.args, ask.team.bot_user, ask.workspace.state.new_ts())
    if isinstance(ask.args.get("metadata"), dict):
        after["metadata"] = ask.args["metadata"]
    ask.workspace.state.replace(after)
    ask.workspace.edited(channel, before, after)
    return {"channel": channel.id, "ts": after["ts"], "text": after["text"], "message": dict(after)}


def delete(ask: Ask) -> dict[str, Any]:
    channel = ask.channel()
    before = _own(ask, channel, ask.text("ts"), "cant_delete_message")
    stone = ask.workspace.state.delete(before)
    if stone is not None:
        ask.workspace.edited(channel, before, stone)
    else:
        ask.workspace.announce(deleted_event(before, channel, ask.workspace.state.new_ts()), channel)
    return {"channel": channel.id, "ts": before["ts"]}


def get_permalink(ask: Ask) -> dict[str, Any]:
    channel = ask.channel()
    message = channel.by_ts.get(ask.text("message_ts"))
    if message is None:
        raise Refusal("message_not_found")
    link = f"https://{ask.team.domain}.slack.com/archives/{channel.id}/p{message['ts'].replace('.', '')}"
    if message.get("thread_ts", message["ts"]) != message["ts"]:
        link += f"?thread_ts={message['thread_ts']}&cid={channel.id}"
    return {"channel": channel.id, "permalink": link}


def shown(args: dict[str, Any]) -> dict[str, Any]:
    """What of a message can be seen."""
    fields: dict[str, Any] = {"text": args.get("text") or ""}
    if args.get("blocks"):
        fields["blocks"] = [named(block) for block in args["blocks"]]
    if args.get("attachments"):
        fields["attachments"] = args["attachments"]
    return fields


def edited(before: Message, args: dict[str, Any], user: str, ts: str) -> Message:
    """The message with other words; blocks that are not given again are gone."""
    kept = {key: value for key, value in before.items() if key not in ("blocks", "attachments")}
    fields = {**kept, **shown(args), "edited": {"user": user, "ts": ts}}
    return Message(fields, before.channel, before.reader)


def _own(ask: Ask, channel: Channel, ts: str, otherwise: str) -> Message:
    message = channel.by_ts.get(ts)
    if message is None or message.get("subtype") == "tombstone":
        raise Refusal("message_not_found")
    if message.get("bot_id") != ask.team.bot_id:
        raise Refusal(otherwise)
    return message
