"""A desk with its outbox, and the platform on which its people are."""

import asyncio
import random
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Engine
from sqlmodel import col, select

from bot.cases.commands import Command, Done, OpenCase
from bot.cases.doing import do
from bot.clock import StoppedClock
from bot.conversation.scene import Conversations
from bot.conversation.turn import Speaker
from bot.db import transaction
from bot.delivery import ledger, outbox
from bot.delivery.tables import InboxRow, NudgeRow, OutboxRow
from bot.house import House
from bot.policy import Policy
from bot.vault import Vault
from bot.wording import speaking
from flows import CONVERSATIONS
from tests.conftest import DoneBy, worker
from tests.people import SAM
from tests.unit.cases.desk import USUAL, Desk
from tests.unit.delivery.platform import Message, Platform

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def at(text: str) -> datetime:
    """A moment on the team's clock, e.g. "2026-03-29 09:00"."""
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM).astimezone(UTC)


@dataclass
class Office:
    engine: Engine
    vault: Vault
    policy: Policy
    clock: StoppedClock
    conversations: Conversations = CONVERSATIONS
    platform: Platform = field(default_factory=Platform)
    log: list[str] = field(default_factory=list)  # the file of what could not be delivered

    @property
    def work(self) -> DoneBy:
        return worker(self.engine, self.vault, self.policy, self.clock)

    @property
    def desk(self) -> Desk:
        return Desk(self.work, self.clock)

    def house(self) -> House:
        """A process of the desk, as it comes up."""
        posters, chance = {"workspace": self.platform}, random.Random(1)
        return House.of(
            self.engine, self.vault, self.policy, self.clock, self.conversations, posters, self.log.append, chance
        )

    # -- what happens ------------------------------------------------------------------------------------------

    def does(self, who: Speaker, command: Command) -> Done:
        """Give a command and put down what it leaves to be said, as a turn does."""
        with self.work(who) as work, speaking("en"):
            done = do(work, command)
            outbox.events(work)
        return done

    def opens(self, command: OpenCase = USUAL, by: Speaker = SAM) -> str:
        return self.does(by, command).reference

    def delivers(self) -> None:
        asyncio.run(self.house().deliverer.settle())

    def delivers_later(self, **wait: float) -> None:
        self.clock.move(timedelta(**wait))
        self.delivers()

    def ticks(self, when: str = "") -> int:
        """One look at what is due, at that moment of the team's clock; returns how many reminders were said."""
        if when:
            self.clock.at = at(when)
        return self.house().tick()

    # -- what is seen ------------------------------------------------------------------------------------------

    def card_of(self, reference: str) -> Message:
        """The one home card of a case."""
        (found,) = [
            m
            for m in self.platform.messages
            if m.to.channel == "privacy"
            and m.card.title.startswith(f"{reference}:")
            and not m.once.startswith("nudge:")
        ]
        return found

    def undelivered(self) -> list[ledger.Undelivered]:
        with transaction(self.engine) as session:
            return list(ledger.undelivered(session))

    def outbox(self) -> list[OutboxRow]:
        with transaction(self.engine) as session:
            return list(session.exec(select(OutboxRow).order_by(col(OutboxRow.id))))

    def inbox(self) -> list[InboxRow]:
        with transaction(self.engine) as session:
            return list(session.exec(select(InboxRow).order_by(col(InboxRow.id))))

    def reminders(self) -> list[str]:
        """What each reminder was about, in the order in which they were said."""
        with transaction(self.engine) as session:
            rows = session.exec(select(NudgeRow).where(col(NudgeRow.posted)).order_by(col(NudgeRow.made_at)))
            return [row.key for row in rows]
