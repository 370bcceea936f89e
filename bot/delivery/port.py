"""What the outbox asks of a chat platform: to post a card, and to change one that it posted."""

from dataclasses import dataclass
from typing import Protocol

from bot.conversation.card import Card


@dataclass(frozen=True, slots=True)
class Address:
    """Where a message goes: a channel, or a person (a private chat)."""

    platform: str
    tenant: str
    channel: str = ""
    user: str = ""  # set: a private message to this person
    thread: str = ""  # set: a reply in this thread of the channel, in the platform's own words


@dataclass(frozen=True, slots=True)
class Posted:
    """Where a message stands, in the platform's own words."""

    channel: str
    message: str  # Slack ts, Teams activity id, the workspace's number


class Poster(Protocol):
    """One chat platform's way of posting. Raises TryLater or Undeliverable, nothing else on purpose."""

    async def post(self, to: Address, card: Card, *, once: str, thread: Posted | None = None) -> Posted:
        """Post a card, in a thread if given.

        `once` names this message for ever: a platform that can, posts a message of the same name only once
        (a crash between posting and noting makes us try again).
        """
        ...

    async def update(self, posted: Posted, card: Card) -> None:
        """Show another card in the place of one that was posted."""
        ...
