"""A chat platform at the far end of the wire: it keeps what was posted, and can be busy, slow, dead or forgetful."""

import asyncio
from dataclasses import dataclass, field

from bot.conversation.card import Card
from bot.delivery.port import Address, Posted
from bot.errors import Undeliverable


@dataclass
class Message:
    to: Address
    thread: str | None  # the message that it answers
    once: str
    posted: Posted
    card: Card

    @property
    def words(self) -> str:
        return self.card.plain()


@dataclass
class Hanging:
    """A chat that does not answer until it is over."""

    reached: asyncio.Event = field(default_factory=asyncio.Event)
    over: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass
class Platform:
    """Keeps one message of a name, as Slack and the workspace do."""

    messages: list[Message] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)  # the names of all that we were asked to post, in order
    shown: int = 0  # how often a card was changed in place
    trouble: dict[str, list[Exception | None]] = field(default_factory=dict)  # by user or channel: one a try, then none
    dead: set[str] = field(default_factory=set)  # users and channels that take nothing
    crash_after_posting: bool = False  # the answer is lost on its way back
    hangs: dict[str, Hanging] = field(default_factory=dict)  # by user or channel

    async def post(
        self,
        to: Address,
        card: Card,
        *,
        once: str,
        thread: Posted | None = None,
        again: bool = False,  # noqa: ARG002 - the name is enough here
    ) -> Posted:
        where = to.user or to.channel
        self.asked.append(once)
        if where in self.hangs:
            self.hangs[where].reached.set()
            await self.hangs[where].over.wait()
        self._complain(where)
        if thread is not None and self._at(thread) is None:
            raise Undeliverable("thread_not_found")
        message = next((m for m in self.messages if m.once == once), None)
        if message is None:
            posted = Posted(where, f"m{len(self.asked)}")
            message = Message(to, thread.message if thread else None, once, posted, card)
            self.messages.append(message)
        if self.crash_after_posting:
            self.crash_after_posting = False
            raise ConnectionResetError
        return message.posted

    async def update(self, posted: Posted, card: Card) -> None:
        self._complain(posted.channel)
        message = self._at(posted)
        if message is None:
            raise Undeliverable("message_not_found")
        message.card = card
        self.shown += 1

    def said_to(self, where: str) -> list[str]:
        """The words in a private chat or in a channel, without its threads, oldest first."""
        return [m.words for m in self.messages if where in (m.to.user, m.to.channel) and m.thread is None]

    def said_below(self, message: Message) -> list[str]:
        """The words in the thread of a message."""
        return [m.words for m in self.messages if m.thread == message.posted.message]

    def somebody_deletes(self, message: Message) -> None:
        self.messages.remove(message)

    def _complain(self, where: str) -> None:
        if where in self.dead:
            raise Undeliverable("channel_not_found")
        waiting = self.trouble.get(where)
        if waiting and (trouble := waiting.pop(0)) is not None:
            raise trouble

    def _at(self, posted: Posted) -> Message | None:
        return next((m for m in self.messages if m.posted == posted), None)
