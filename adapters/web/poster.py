"""How the outbox posts into the workspace."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.exc import OperationalError

from adapters.web.people import PEOPLE, PLATFORM, private_channel
from adapters.web.store import Body, Store
from bot.clock import Clock
from bot.conversation.card import Card
from bot.delivery.port import Address, Posted
from bot.errors import TryLater, Undeliverable

T = TypeVar("T")


class WorkspacePoster:
    """The `Poster` of the workspace: a message is a row, and its name makes it one row for ever."""

    def __init__(self, store: Store, clock: Clock, channel: str) -> None:
        self._store = store
        self._clock = clock
        self._channel = channel

    async def post(
        self,
        to: Address,
        card: Card,
        *,
        once: str,
        thread: Posted | None = None,
        again: bool = False,  # noqa: ARG002 - the name makes it one row anyway
    ) -> Posted:
        channel = self._place(to)
        root = None if to.user else await self._root(thread or Posted(to.channel, to.thread))
        message = await _run(
            lambda: self._store.add(channel, "", Body(card=card), self._clock.now(), once=f"post {once}", thread=root)
        )
        return Posted(message.channel, str(message.id))

    async def update(self, posted: Posted, card: Card) -> None:
        if not await _run(lambda: self._store.replace(_number(posted), Body(card=card))):
            raise Undeliverable("message_not_found")

    def _place(self, to: Address) -> str:
        if to.platform != PLATFORM:
            raise Undeliverable("other_platform")
        if to.user:
            if to.user not in PEOPLE:
                raise Undeliverable("user_not_found")
            return private_channel(to.user)
        if to.channel.removeprefix("@") in PEOPLE and to.channel.startswith("@"):
            return to.channel
        if to.channel != self._channel:
            raise Undeliverable("channel_not_found")
        return to.channel

    async def _root(self, thread: Posted) -> int | None:
        """The message that a thread hangs on; a reply to a reply stands in the same thread."""
        if not thread.message:
            return None
        parent = await _run(lambda: self._store.message(_number(thread)))
        if parent is None:
            raise Undeliverable("thread_not_found")
        return None if parent.channel != self._channel else parent.thread or parent.id


def _number(posted: Posted) -> int:
    if not posted.message.isdecimal():
        raise Undeliverable("message_not_found")
    return int(posted.message)


async def _run(work: Callable[[], T]) -> T:
    try:
        return await asyncio.to_thread(work)
    except OperationalError:
        raise TryLater("workspace_database") from None
