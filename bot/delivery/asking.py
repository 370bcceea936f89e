"""Reminders that ask somebody to take a case: where they stand, so that none says so any longer once somebody has."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, delete, select

from bot.cases import load
from bot.cases.work import DESK, Work
from bot.conversation.card import Card
from bot.delivery import ledger
from bot.delivery.port import Posted
from bot.delivery.reminders import settled
from bot.delivery.tables import MessageRow
from bot.law.book import law_book
from bot.policy import Policy
from bot.vault import Vault
from bot.wording import speaking

MOST = 8  # reminders of a case that are kept in mind; of more, the oldest is forgotten


@dataclass(frozen=True, slots=True)
class Outdated:
    """Reminders of one case that ask for what is done, and the card that stands in their place."""

    card: Card
    names: tuple[str, ...]
    places: tuple[Posted, ...]


def keep(session: Session, policy: Policy, case_id: int, posted: Posted, now: datetime) -> None:
    """Keep in mind where a reminder of a case stands."""
    rows = _rows(session, case_id)
    taken = {row.name for row in rows}
    free = next((name for name in _names(case_id) if name not in taken), None)
    name = free or min(rows, key=lambda row: row.posted_at).name
    ledger.keep_place(session, name, policy.home.platform, policy.home.tenant, posted, now)


def outdated(session: Session, vault: Vault, policy: Policy, case_id: int, now: datetime) -> Outdated | None:
    """The reminders that are to be changed now; None when there are none, or the case still waits for somebody."""
    rows = [row for row in _rows(session, case_id) if row.platform == policy.home.platform]
    if not rows:
        return None
    work = Work(session, vault, policy, law_book(), now, DESK)
    case = load.case_view_by_id(work, case_id)
    if case is None:
        return None
    with speaking(policy.home.language):
        card = settled(case)
    if card is None:
        return None
    return Outdated(card, tuple(row.name for row in rows), tuple(Posted(row.channel, row.message) for row in rows))


def forget(session: Session, names: Sequence[str]) -> None:
    """They say what holds."""
    session.exec(delete(MessageRow).where(col(MessageRow.name).in_(names)))


def _names(case_id: int) -> tuple[str, ...]:
    return tuple(f"reminder:{case_id}:{number}" for number in range(MOST))


def _rows(session: Session, case_id: int) -> Sequence[MessageRow]:
    return session.exec(select(MessageRow).where(col(MessageRow.name).in_(_names(case_id)))).all()
