"""What there is in the stand-in: people, conversations, and the bot's messages in them."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from typing import Any

from tests.teams_kit import cards

TENANT, APP, SECRET = "11111111-2222-3333-4444-555555555555", "99999999-2222-3333-4444-555555555555", "s3cret"
BOT = f"28:{APP}"


@dataclass(frozen=True)
class User:
    """An account."""

    name: str
    email: str
    number: int
    language: str = "en-US"
    zone: str = "Europe/Amsterdam"
    tenant: str = TENANT
    role: str = "user"
    reachable: bool = True  # whether the bot may write to them first

    @property
    def aad(self) -> str:
        return f"00000000-0000-0000-0000-{self.number:012}"

    @property
    def account(self) -> str:
        return f"29:{self.name.split()[0].lower()}"

    @property
    def chat(self) -> str:
        return f"a:{self.name.split()[0].lower()}"

    def as_member(self) -> dict[str, Any]:
        first, _space, last = self.name.partition(" ")
        known = {"id": self.account, "name": self.name, "givenName": first, "surname": last, "email": self.email}
        known |= {"userPrincipalName": self.email, "aadObjectId": self.aad, "objectId": self.aad}
        return {**known, "tenantId": self.tenant, "userRole": self.role}


@dataclass
class Message:
    """One of the bot's messages, as it is now."""

    id: str
    conversation: str
    activity: dict[str, Any]
    seen_by: dict[str, dict[str, Any]] = field(default_factory=dict)  # cards that somebody alone sees in its place

    @property
    def card(self) -> dict[str, Any]:
        content: dict[str, Any] = self.activity["attachments"][0]["content"]
        return content

    @property
    def words(self) -> str:
        return cards.words(self.card)

    @property
    def buttons(self) -> list[str]:
        return cards.buttons(self.card)

    def seen(self, user: User) -> dict[str, Any]:
        """The card as somebody sees it."""
        return self.seen_by.get(user.aad, self.card)


@dataclass
class Conversation:
    """A chat or a channel; `threads` are the ids of messages below which may be posted."""

    id: str
    members: list[User]
    with_bot: bool = True
    messages: list[Message] = field(default_factory=list)
    replies: dict[str, list[Message]] = field(default_factory=dict)


class State:
    def __init__(self) -> None:
        self.lock = threading.Condition()
        self.now: Callable[[], datetime] = lambda: datetime.now(UTC)
        self.users: list[User] = []
        self.conversations: dict[str, Conversation] = {}
        self.refused: list[str] = []  # what Teams would have shown as an error, or silently wrong
        self.version = 0
        self._ids = count(int(time.time() * 1000))

    def next_id(self) -> str:
        return str(next(self._ids))

    def changed(self) -> None:
        with self.lock:
            self.version += 1
            self.lock.notify_all()

    def user(self, who: str) -> User | None:
        return next((one for one in self.users if who.casefold() in (one.account, one.aad, one.email)), None)

    def message(self, id: str) -> Message | None:
        for conversation in [*self.conversations.values()]:  # people come and write meanwhile
            for one in (*conversation.messages, *(m for thread in [*conversation.replies.values()] for m in thread)):
                if one.id == id:
                    return one
        return None
