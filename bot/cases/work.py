"""What a command works with, and what it leaves behind to be said.

Commands run inside one transaction and call nobody. What has to be said afterwards they leave as events; the turn
loop puts those into the outbox in the same transaction.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from sqlmodel import Session

from bot.conversation.card import Card
from bot.conversation.turn import Speaker
from bot.law.book import LawBook
from bot.policy import Policy
from bot.vault import Vault

DESK = Speaker(platform="desk", tenant="", user="desk", name="Privacy Desk")  # the bot itself, for scheduled work


@dataclass(frozen=True, slots=True)
class CaseChanged:
    """The home card of the case must be drawn anew."""

    case_id: int


@dataclass(frozen=True, slots=True)
class ThreadNote:
    """A line of history in the thread below the home card. No personal data."""

    case_id: int
    card: Card


@dataclass(frozen=True, slots=True)
class TellColleague:
    """A private message to one colleague, e.g. the reporter."""

    colleague: str  # speaker id
    card: Card


@dataclass(frozen=True, slots=True)
class TellRole:
    """A private message to everybody of a role, at once."""

    role: Literal["dpo", "legal", "team"]
    card: Card


Event = CaseChanged | ThreadNote | TellColleague | TellRole


@dataclass(slots=True)
class Work:
    """One transaction's work: who does it, when, with which rules."""

    session: Session
    vault: Vault
    policy: Policy
    book: LawBook
    now: datetime  # aware, UTC
    actor: Speaker
    events: list[Event] = field(default_factory=list)

    @property
    def by_team(self) -> bool:
        return self.policy.is_team(self.actor.email) and not self.actor.guest

    @property
    def today(self) -> date:
        """Today in the team's zone."""
        return self.now.astimezone(self.policy.working_hours.tz).date()
