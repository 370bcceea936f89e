"""What is said to somebody in passing, in their private chat: of what took long, and of what was not kept.

It tells of what is done already or can be done again, so it goes straight out and is not kept.
"""

import asyncio
import logging
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any

from adapters.teams.directory import Directory
from adapters.teams.poster import TeamsPoster
from adapters.teams.render.cards import drawn
from adapters.teams.turns import PLATFORM, is_private, noted, tenant_of, user_of
from bot.conversation.card import Card
from bot.conversation.excuses import DONE, FAILED, NO_FORM, NOT_KEPT, NOT_TAKEN
from bot.conversation.payload import Payload, inner
from bot.conversation.turn import Answer
from bot.delivery.port import Address
from bot.errors import PlatformTrouble
from bot.wording import _, speaking

log = logging.getLogger(__name__)

SETTLING = 5.0  # seconds to finish what is being said when the desk is told to stop


@dataclass
class Passing:
    """Says it, and remembers what is still being said."""

    directory: Directory
    poster: TeamsPoster
    dialogs: bool
    _late: set[asyncio.Task[Any]] = field(default_factory=set)

    def says_not_kept(self, activity: Payload) -> None:
        """Tell somebody where they wrote that it is lost; Teams would not, and does not send it once more."""
        if activity.get("type") == "message":
            self.keep(self._not_kept(activity))

    async def settle(self) -> None:
        """Wait for what is still being said, though not for ever: Teams may be away."""
        if self._late:
            await asyncio.wait(self._late, timeout=SETTLING)

    def keep(self, work: Coroutine[Any, Any, None]) -> None:
        """Do it in the background, as something for which `settle` waits."""
        task = asyncio.create_task(work)
        self._late.add(task)
        task.add_done_callback(self._late.discard)

    async def language(self, activity: Payload) -> str:
        """The language of whoever acts, as far as it was heard of."""
        said = noted(activity).get("locale", "")[:2].casefold()
        return said or await self.directory.language(tenant_of(activity), user_of(activity))

    async def tell(self, activity: Payload, card: Card) -> None:
        """Tell whoever acted in their chat. What is done already, or can be done again, is not kept."""
        try:
            await self.poster.post(Address(PLATFORM, tenant_of(activity), user=user_of(activity)), card, once="")
        except PlatformTrouble as trouble:
            log.error("a word in passing could not be said: %s", trouble)

    async def tell_later(self, activity: Payload, task: asyncio.Task[Answer]) -> None:
        """Tell somebody who waited too long what came of it."""
        with speaking(await self.language(activity)):
            try:
                answer = await task
            except Exception as trouble:  # noqa: BLE001 - as above
                log.error("an answer failed: %s", type(trouble).__name__)
                answer = Answer(card=Card.of(_(FAILED), tone="warning"))
            card = answer.card or Card.of(_(DONE))
            if answer.form is not None:
                card = Card.of(_(NO_FORM))
            if answer.errors:
                card = Card.of(_(NOT_TAKEN), *answer.errors.values())
            await self.tell(activity, card)

    async def _not_kept(self, activity: Payload) -> None:
        with speaking(noted(activity).get("locale", "")[:2].casefold()):
            card = Card.of(_(NOT_KEPT), tone="warning")
        content = drawn(card, channel=not is_private(activity), dialogs=self.dialogs).content
        where = str(inner(activity, "conversation").get("id"))  # in a channel with the thread
        try:  # not by way of the directory, which may be what is out of order
            await self.poster.show_at(str(activity["serviceUrl"]), where, content)
        except PlatformTrouble as trouble:
            log.error("a word in passing could not be said: %s", trouble)
