"""What the desk asks of a chat platform: to make a turn of what it brought, to post a card, and to change one."""

from dataclasses import dataclass
from typing import Protocol

from bot.conversation.card import Card
from bot.conversation.turn import HOME_PAGE, Incoming, Turn


@dataclass(frozen=True, slots=True)
class Address:
    """Where a message goes: a channel, a person (a private chat), or a person within a channel, seen by nobody else."""

    platform: str
    tenant: str
    channel: str = ""
    user: str = ""  # set: a private message to this person
    thread: str = ""  # set: a reply in this thread, in the platform's own words
    hook: str = ""  # with both: the platform's one-time way to say it there; it may be used up or too old

    @property
    def home_page(self) -> bool:
        """Whether it is what the person's home page shows."""
        return self.channel == HOME_PAGE


@dataclass(frozen=True, slots=True)
class Posted:
    """Where a message stands, in the platform's own words."""

    channel: str
    message: str  # Slack ts, Teams activity id, the workspace's number


class Poster(Protocol):
    """One chat platform's way of posting. Raises TryLater or Undeliverable, nothing else on purpose."""

    async def post(
        self, to: Address, card: Card, *, once: str, thread: Posted | None = None, again: bool = False
    ) -> Posted:
        """Post a card, in a thread if given.

        `once` names this message for ever: a platform that can, posts a message of the same name only once
        (a crash between posting and noting makes us try again, and then `again` is set).
        """
        ...

    async def update(self, posted: Posted, card: Card) -> None:
        """Show another card in the place of one that was posted."""
        ...


@dataclass(frozen=True, slots=True)
class Unclaimed:
    """Something that came in from nobody whom the directory knows: a mail that went straight to a channel."""

    incoming: Incoming
    link: str | None  # to it, on its platform


class Completer(Protocol):
    """One chat platform's way of making a turn of what it brought: who spoke, and the files that belong to it."""

    async def complete(self, incoming: Incoming) -> Turn | Unclaimed:
        """Ask the platform for what is missing. Raises TryLater when it can't answer now."""
        ...
