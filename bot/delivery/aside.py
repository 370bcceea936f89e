"""Turns that could not be worked off: those that wait for long, and those that were set aside, sealed, after too many
attempts. The people who can act are told of them, once each.

All functions work inside the caller's transaction.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, select, update

from bot.conversation.card import Card
from bot.conversation.turn import Incoming, Turn
from bot.db import constant
from bot.delivery import outbox
from bot.delivery.port import Address
from bot.delivery.tables import InboxRow, waits
from bot.policy import Policy
from bot.vault import Vault
from bot.wording import _, say_moment, speaking

LATE = timedelta(minutes=30)  # a turn that waits so long is worth a word


@dataclass(frozen=True, slots=True)
class Stuck:
    """A turn that was set aside after too many attempts. No personal data."""

    id: int
    platform: str
    stored_at: datetime
    attempts: int
    error: str


def set_aside(
    session: Session, vault: Vault, policy: Policy, row: InboxRow, turn: Turn | Incoming | None, now: datetime
) -> None:
    """Sets a turn aside; its writer and the DPO are told. `turn`: None where it can't be read."""
    row.state = "stuck"
    session.add(row)
    if turn is not None and not (isinstance(turn, Incoming) and turn.by_nobody):
        _apologise(session, vault, policy, row, turn, now)
    with speaking(policy.home.language):
        alarm = Card.of(
            _(
                "A colleague's message could not be worked off ({code}, after {count} attempts). It may hold a "
                "privacy request. It is kept, sealed, as number {number}; `python app.py doctor` lists it.",
                code=row.error,
                count=row.attempts,
                number=row.id,
            ),
            title=_("A message needs a look"),
            tone="urgent",
        )
    outbox.tell_role(session, vault, "dpo", alarm, now, once=f"stuck:{row.id}:{row.stored_at}:dpo")


def _apologise(
    session: Session, vault: Vault, policy: Policy, row: InboxRow, turn: Turn | Incoming, now: datetime
) -> None:
    language = turn.speaker.language if isinstance(turn, Turn) else policy.home.language
    with speaking(language):
        sorry = Card.of(
            _(
                "Something went wrong on my side, and I could not work off your message. It is kept, and {dpo} has "
                "been told. If it is urgent, please write to {address}.",
                dpo=policy.contacts.dpo.name,
                address=policy.contacts.dpo.email,
            ),
            tone="warning",
        )
    to = Address(turn.platform, turn.tenant, user=turn.user)
    lane = f"chat:{turn.platform}:{turn.tenant}:{turn.user}"
    outbox.say(session, vault, to, sorry, now, lane=lane, once=f"stuck:{row.id}:{row.stored_at}")


def call_late(session: Session, policy: Policy, vault: Vault, now: datetime) -> None:
    """Tell the DPO, once each, of turns that wait for long: their platform does not answer. They are tried on."""
    for row in late(session, now):
        with speaking(policy.home.language):
            alarm = Card.of(
                _(
                    "A colleague's message has been waiting since {moment}, because {platform} does not answer. It may "
                    "hold a privacy request; its clock starts when it was written. I go on trying.",
                    moment=say_moment(row.stored_at.astimezone(policy.working_hours.tz)),
                    platform=row.platform.capitalize(),
                ),
                title=_("A message waits"),
                tone="warning",
            )
        outbox.tell_role(session, vault, "dpo", alarm, now, once=f"late:{row.id}:{row.stored_at}")


def late(session: Session, now: datetime, limit: int = 20) -> Sequence[Stuck]:
    """The turns that wait for long and are not set aside, oldest first."""
    waiting = select(InboxRow).where(waits(InboxRow), InboxRow.stored_at < now - LATE).order_by(col(InboxRow.id))
    rows = session.exec(waiting.limit(limit))
    return [Stuck(row.id or 0, row.platform, row.stored_at, row.attempts, row.error or "waiting") for row in rows]


def stuck(session: Session, limit: int = 100) -> Sequence[Stuck]:
    """The turns that were set aside, oldest first."""
    rows = session.exec(
        select(InboxRow).where(col(InboxRow.state) == constant("stuck")).order_by(col(InboxRow.id)).limit(limit)
    )
    return [Stuck(row.id or 0, row.platform, row.stored_at, row.attempts, row.error or "") for row in rows]


def retry(session: Session, id: int, now: datetime) -> bool:
    """Work a turn off that was set aside, from the first attempt. Returns False when there is none of that number."""
    return _released(session, id, state="waiting", attempts=0, free_at=now)


def dismiss(session: Session, id: int) -> bool:
    """Let go of a turn that was set aside, with its words. Returns False when there is none of that number."""
    return _released(session, id, state="done", body_sealed=None)


def _released(session: Session, id: int, **values: object) -> bool:
    stuck = update(InboxRow).where(col(InboxRow.id) == id, col(InboxRow.state) == constant("stuck"))
    return bool(session.exec(stuck.values(**values)).rowcount)
