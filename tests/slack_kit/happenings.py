"""What happens without a person pressing anything: mails arrive, the bot is invited or removed, Slack knocks."""

import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any

from tests.slack_kit.payloads import Mailbox, event_callback, file_of, mail_fields
from tests.slack_kit.sending import Answer, Envelope, How, Sent
from tests.slack_kit.state import SLACKBOT, Channel, Message, State, Team
from tests.slack_kit.workspace import Workspace, message_event

MAIL_BOT = "B0MAIL"


class Happenings(ABC):
    """The part of the stand-in that makes events; it delivers only what the manifest subscribes to."""

    workspace: Workspace
    state: State
    address: str

    @abstractmethod
    def send(
        self, envelope: Envelope, how: How | None = None, after: Callable[[Answer], None] | None = None
    ) -> "Future[Answer]": ...

    @abstractmethod
    def posts(self, body: bytes, content_type: str = "application/json", **how: Any) -> Answer: ...

    def envelopes(
        self, event: dict[str, Any], channel: Channel | None = None, team: Team | None = None
    ) -> list[Envelope]:
        """The event as it is delivered: not at all, if the bot isn't there or didn't ask for it."""
        team = team or (self.state.teams[channel.team_id] if channel else next(iter(self.state.teams.values())))
        here = channel is None or team.bot_user in channel.members
        if not here or not self.workspace.manifest.subscribes(event):
            return []
        return [Envelope("events_api", event_callback(event, team, channel, self.state))]

    def deliver(self, envelopes: Sequence[Envelope], message: Message | None = None, **extra: Any) -> Sent:
        return Sent(envelopes, [self.send(envelope) for envelope in envelopes], message, extra)

    def says_as(self, channel: Channel, fields: dict[str, Any], thread: str = "", *more_kinds: str) -> Sent:
        """Put somebody's message into a channel and tell the app; `more_kinds` are other events of the same."""
        message = self.state.post(channel, fields, thread)
        event = message_event(message, channel)
        envelopes = [one for kind in more_kinds for one in self.envelopes(_bare(event, kind), channel)]
        return self.deliver([*envelopes, *self.envelopes(event, channel)], message)

    def mail_arrives(
        self,
        channel: str,
        from_: Mailbox,
        subject: str,
        plain_text: str,
        headers: dict[str, Any] | None = None,
        attachments: Sequence[tuple[str, str, bytes]] = (),
        to: Sequence[Mailbox] = (("Privacy", "privacy-intake@north.slack.example"),),
        cc: Sequence[Mailbox] = (),
    ) -> Sent:
        """Somebody wrote to the channel's own address. Attachments: name, kind, content."""
        where = self.state.channels[channel]
        ts = self.state.new_ts()
        kept = []
        for name, mimetype, content in attachments:
            part = self.state.store_file(content, mimetype)
            url = f"{self.address}/files/{part}/{name}"
            kept.append({"filename": name, "mimetype": mimetype, "size": len(content), "url": url, "metadata": None})
        content = plain_text.encode()
        file_id = self.state.store_file(content, "text/html")
        file = file_of(file_id, "mail", "text/html", len(content), SLACKBOT, self.address, ts)
        told = {"message_id": f"<{file_id}@mail.example>", **(headers or {})}
        file |= mail_fields(from_, subject, plain_text, told, [*to], [*cc], kept)
        fields = {
            "subtype": "file_share",
            "text": "",
            "user": SLACKBOT,
            "bot_id": MAIL_BOT,
            "upload": False,
            "display_as_bot": False,
            "files": [file],
        }
        return self.says_as(where, fields)

    def invites_bot(self, channel: str, inviter: str = "") -> Sent:
        where = self.state.channels[channel]
        team = self.workspace.team_of(where)
        where.members.add(team.bot_user)
        event = {
            "type": "member_joined_channel",
            "user": team.bot_user,
            "channel": channel,
            "channel_type": "G" if where.is_private else "C",
            "team": team.id,
            "inviter": inviter,
            "event_ts": self.state.new_ts(),
        }
        return self.deliver(self.envelopes(event, where))

    def uninstalls(self, team_id: str = "T0NORTH") -> Sent:
        """The app is removed from a workspace: its tokens end, and it is told so twice."""
        team = self.state.teams[team_id]
        with self.state.lock:
            for token in self.workspace.passes.tokens.values():
                if token.team_id == team_id and not token.is_app:
                    token.fate = "token_revoked"
        revoked = {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [team.bot_user]}}
        events = [{**event, "event_ts": self.state.new_ts()} for event in (revoked, {"type": "app_uninstalled"})]
        return self.deliver([one for event in events for one in self.envelopes(event, team=team)])

    def verifies_url(self, challenge: str = "challenge-3eZ") -> Answer:
        """Slack's knock when the request URL is entered."""
        return self.posts(json.dumps({"type": "url_verification", "token": "x", "challenge": challenge}).encode())


def _bare(event: dict[str, Any], kind: str) -> dict[str, Any]:
    """The same as an event of another kind: an `app_mention` doesn't tell the kind of channel."""
    return {key: value for key, value in event.items() if key not in ("channel_type", "subtype")} | {"type": kind}
