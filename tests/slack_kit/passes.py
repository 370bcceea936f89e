"""What opens doors for a while: tokens with their scopes, triggers, response addresses, tickets."""

import secrets
from dataclasses import dataclass, field

from tests.slack_kit.state import Message, State


class Refusal(Exception):
    """Slack's `{"ok": false, "error": ...}`, with whatever else it says."""

    def __init__(self, error: str, **more: object) -> None:
        super().__init__(error)
        self.error = error
        self.more = more


@dataclass
class Token:
    value: str
    team_id: str
    scopes: set[str]
    fate: str = ""  # what is answered instead: "token_revoked", "token_expired", "invalid_auth"
    refresh: str = ""

    @property
    def is_app(self) -> bool:
        return self.value.startswith("xapp-")

    def need(self, *scopes: str) -> None:
        """Any of the scopes will do."""
        if scopes and not self.scopes.intersection(scopes):
            provided = ",".join(sorted(self.scopes))
            raise Refusal("missing_scope", needed=",".join(scopes), provided=provided)


@dataclass
class Trigger:
    """Good for one form, within three seconds of what somebody did."""

    user: str
    team_id: str
    view_id: str = ""
    fate: str = ""


@dataclass
class ResponseUrl:
    """Good for five answers within half an hour, to one person in one channel."""

    user: str
    channel: str
    source: Message | None = None
    left: int = 5
    expired: bool = False


@dataclass
class Passes:
    """Everything that was handed out."""

    state: State
    tokens: dict[str, Token] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)  # an installer's code: the team
    triggers: dict[str, Trigger] = field(default_factory=dict)
    response_urls: dict[str, ResponseUrl] = field(default_factory=dict)
    tickets: set[str] = field(default_factory=set)
    rotates: bool = False
    client_id: str = "111.222"
    client_secret: str = "client-secret"

    def token(self, value: str) -> Token:
        if not value:
            raise Refusal("not_authed")
        token = self.tokens.get(value)
        if token is None or token.fate:
            raise Refusal(token.fate if token else "invalid_auth")
        return token

    def new_bot_token(self, team_id: str, scopes: set[str]) -> Token:
        kind = "xoxe.xoxb-" if self.rotates else "xoxb-"
        token = Token(f"{kind}{team_id}-{secrets.token_hex(8)}", team_id, set(scopes))
        if self.rotates:
            token.refresh = f"xoxe-1-{secrets.token_hex(12)}"
        self.tokens[token.value] = token
        return token

    def new_trigger(self, user: str, team_id: str, view_id: str = "") -> str:
        with self.state.lock:
            name = f"{self.state.new_id('')}.{len(self.triggers)}.{secrets.token_hex(6)}"
            self.triggers[name] = Trigger(user, team_id, view_id)
            return name

    def use_trigger(self, name: str, team_id: str) -> Trigger:
        trigger = self.triggers.get(name)
        if trigger is None or trigger.team_id != team_id:
            raise Refusal("invalid_trigger_id")
        if trigger.fate:
            raise Refusal(trigger.fate)
        trigger.fate = "exchanged_trigger_id"
        return trigger

    def new_response_url(self, user: str, channel: str, source: Message | None = None) -> str:
        with self.state.lock:
            name = secrets.token_hex(12)
            self.response_urls[name] = ResponseUrl(user, channel, source)
            return name

    def expire_triggers(self) -> None:
        """Three seconds go by for everything that was done so far."""
        with self.state.lock:
            for trigger in self.triggers.values():
                trigger.fate = trigger.fate or "expired_trigger_id"

    def expire_response_urls(self) -> None:
        """Half an hour goes by."""
        with self.state.lock:
            for url in self.response_urls.values():
                url.expired = True
