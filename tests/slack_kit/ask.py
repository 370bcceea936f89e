"""One call of the Web API, with its arguments read as Slack reads them."""

from dataclasses import dataclass
from typing import Any

from tests.slack_kit.passes import Refusal, Token
from tests.slack_kit.state import Channel, Team
from tests.slack_kit.workspace import Workspace


@dataclass
class Ask:
    workspace: Workspace
    args: dict[str, Any]
    token: Token
    address: str  # where the stand-in itself is, without the scheme

    @property
    def team(self) -> Team:
        return self.workspace.state.teams[self.token.team_id]

    def text(self, name: str) -> str:
        value = self.args.get(name)
        return "" if value is None else str(value)

    def yes(self, name: str) -> bool:
        return self.text(name).lower() in ("1", "true")

    def number(self, name: str, usual: int) -> int:
        try:
            return int(self.text(name) or usual)
        except ValueError as error:
            raise Refusal("invalid_arguments") from error

    def thing(self, name: str) -> dict[str, Any]:
        value = self.args.get(name)
        if not isinstance(value, dict):
            raise Refusal("invalid_arguments", response_metadata={"messages": [f"[ERROR] missing {name}"]})
        return value

    def channel(self, *, of_member: bool = False) -> Channel:
        """The channel that is asked for; with `of_member` the bot must be in it."""
        if not self.text("channel"):
            raise Refusal("channel_not_found")
        channel = self.workspace.channel(self.text("channel"), self.team)
        if of_member and self.team.bot_user not in channel.members:
            raise Refusal("not_in_channel")
        return channel

    def need_for(self, channel: Channel, what: str) -> None:
        """The scope depends on the channel: `history` or `read` of channels, groups or direct messages."""
        self.token.need({"im": "im", "group": "groups"}.get(channel.kind, "channels") + ":" + what)
