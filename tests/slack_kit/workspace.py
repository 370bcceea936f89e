"""What the Web API works on: the state, what was handed out, open forms, and what the app's manifest asks for."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.slack_kit.passes import Passes, Refusal
from tests.slack_kit.state import Channel, Message, State, Team
from tests.slack_kit.views import Views


class Manifest:
    """The app's manifest: Slack delivers what it names, and nothing else."""

    def __init__(self, manifest: dict[str, Any]) -> None:
        settings = manifest.get("settings", {})
        features = manifest.get("features", {})
        self.scopes: set[str] = set(manifest.get("oauth_config", {}).get("scopes", {}).get("bot", []))
        self.events: set[str] = set(settings.get("event_subscriptions", {}).get("bot_events", []))
        self.interactive = bool(settings.get("interactivity", {}).get("is_enabled"))
        self.commands: set[str] = {command["command"] for command in features.get("slash_commands", [])}
        self.shortcuts: dict[str, str] = {s["callback_id"]: s["type"] for s in features.get("shortcuts", [])}
        home = features.get("app_home", {})
        self.has_home = bool(home.get("home_tab_enabled", True))
        self.hears_people = bool(home.get("messages_tab_enabled", True)) and not home.get(
            "messages_tab_read_only_enabled", False
        )

    def subscribes(self, event: dict[str, Any]) -> bool:
        if event["type"] != "message":
            return event["type"] in self.events
        return {"im": "message.im", "group": "message.groups"}.get(
            event["channel_type"], "message.channels"
        ) in self.events


@dataclass
class Workspace:
    state: State
    passes: Passes
    views: Views
    manifest: Manifest
    # The app's own messages come back to it as events, as everybody's do.
    announce: Callable[[dict[str, Any], Channel], None] = field(default=lambda _event, _channel: None)

    def team_of(self, channel: Channel) -> Team:
        return self.state.teams[channel.team_id]

    def posted(self, channel: Channel, message: Message) -> None:
        self.announce(message_event(message, channel), channel)

    def edited(self, channel: Channel, before: Message, after: Message) -> None:
        self.announce(changed_event(before, after, channel, self.state.new_ts()), channel)

    def bot_fields(self, team: Team) -> dict[str, Any]:
        """What tells that a message is the app's."""
        return {"user": team.bot_user, "bot_id": team.bot_id, "app_id": team.app_id, "team": team.id}

    def channel(self, name: str, team: Team) -> Channel:
        """A channel that the bot may know of; a person's id stands for their conversation with the bot."""
        user = self.state.users.get(name)
        if user is not None and not user.deleted and (user.team_id == team.id or user.is_stranger):
            return self.state.im(user, team)
        channel = self.state.channels.get(name)
        if channel is None or (channel.team_id != team.id and not channel.is_ext_shared):
            raise Refusal("channel_not_found")
        if channel.is_private and team.bot_user not in channel.members:
            raise Refusal("channel_not_found")
        return channel


def message_event(message: Message, channel: Channel) -> dict[str, Any]:
    shared = {key: value for key, value in message.items() if key != "metadata"}
    return {**shared, "channel": channel.id, "event_ts": message["ts"], "channel_type": channel.kind}


def changed_event(before: Message, after: Message, channel: Channel, ts: str) -> dict[str, Any]:
    return {
        "type": "message",
        "subtype": "message_changed",
        "message": dict(after),
        "previous_message": dict(before),
        "channel": channel.id,
        "hidden": True,
        "ts": ts,
        "event_ts": ts,
        "channel_type": channel.kind,
    }


def deleted_event(before: Message, channel: Channel, ts: str) -> dict[str, Any]:
    return {
        "type": "message",
        "subtype": "message_deleted",
        "previous_message": dict(before),
        "channel": channel.id,
        "hidden": True,
        "deleted_ts": before["ts"],
        "ts": ts,
        "event_ts": ts,
        "channel_type": channel.kind,
    }
