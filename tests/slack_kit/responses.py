"""Answers sent to a response address: five within half an hour, seen by one person unless said otherwise."""

from typing import Any

from tests.slack_kit.checks import check_message
from tests.slack_kit.methods_chat import edited, shown
from tests.slack_kit.passes import Refusal, ResponseUrl
from tests.slack_kit.state import Channel, Message
from tests.slack_kit.workspace import Workspace, deleted_event


def respond(workspace: Workspace, name: str, given: dict[str, Any]) -> None:
    """Do what was posted to a response address, or refuse."""
    with workspace.state.lock:
        url = workspace.passes.response_urls.get(name)
        if url is None or url.expired:
            raise Refusal("expired_url")
        if url.left <= 0:
            raise Refusal("used_url")
        if not given.get("delete_original"):
            check_message(given)
        url.left -= 1
        channel = workspace.state.channels[url.channel]
        if given.get("delete_original") or given.get("replace_original"):
            _change(workspace, url, channel, given)
        else:
            say(workspace, url.user, channel, given)


def say(workspace: Workspace, user: str, channel: Channel, given: dict[str, Any]) -> None:
    """Post an answer: for one person, or for the whole channel."""
    fields = {**workspace.bot_fields(workspace.team_of(channel)), **shown(given)}
    thread = str(given.get("thread_ts") or "")
    if given.get("response_type") == "in_channel":
        workspace.posted(channel, workspace.state.post(channel, fields, thread))
    else:
        workspace.state.whisper(channel, user, fields, thread)


def _change(workspace: Workspace, url: ResponseUrl, channel: Channel, given: dict[str, Any]) -> None:
    before = _current(workspace, url)
    if before is None:
        raise Refusal("message_not_found")
    if given.get("delete_original"):
        stone = workspace.state.delete(before)
        if not before.reader and stone is None:
            workspace.announce(deleted_event(before, channel, workspace.state.new_ts()), channel)
        return
    after = edited(before, given, workspace.team_of(channel).bot_user, workspace.state.new_ts())
    workspace.state.replace(after)
    if not after.reader:
        workspace.edited(channel, before, after)


def _current(workspace: Workspace, url: ResponseUrl) -> Message | None:
    """The message that was pressed, as it is now."""
    if url.source is None:
        return None
    ts = url.source["ts"]
    if url.source.reader:
        return next((m for m in workspace.state.ephemeral if m["ts"] == ts), None)
    return workspace.state.channels[url.channel].by_ts.get(ts)
