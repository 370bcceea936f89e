"""One running desk, put together: turns in, messages out, and the clock that ticks over both."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine
from sqlmodel import Session

from bot.cases.load import case_view_by_id
from bot.cases.purge import purge
from bot.cases.views import case_card
from bot.cases.work import DESK, Work
from bot.clock import Clock
from bot.conversation.card import Card
from bot.conversation.loop import Desk
from bot.conversation.scene import Conversations
from bot.db import transaction
from bot.delivery import nudges, upkeep
from bot.delivery.deliver import Deliverer
from bot.delivery.port import Address, Poster
from bot.law.book import LawBook
from bot.policy import Policy
from bot.vault import Vault
from bot.wording import speaking


@dataclass(frozen=True)
class House:
    """A desk with its deliverer and its ticker."""

    desk: Desk
    deliverer: Deliverer

    def tick(self) -> int:
        """Put every reminder that is due into the outbox; returns how many. Any number of replicas may tick."""
        with transaction(self.desk.engine) as session:
            return nudges.tick(self._work(session))

    def tidy(self) -> None:
        """Empty what has served: personal data of closed cases, abandoned drafts, old delivery rows."""
        with transaction(self.desk.engine) as session:
            work = self._work(session)
            purge(work)
            upkeep.tidy(work)

    async def settle(self) -> None:
        """Work off every turn and deliver every message that is due."""
        while await asyncio.to_thread(self.desk.work_one) or await self.deliverer.deliver_due():
            continue

    def _work(self, session: Session) -> Work:
        desk = self.desk
        return Work(session, desk.vault, desk.policy, desk.book, desk.clock.now(), DESK)
