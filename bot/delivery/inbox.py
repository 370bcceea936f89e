"""Turns that wait to be worked off: each event of a platform once, those of one conversation in order.

All functions work inside the caller's transaction.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from pydantic import ValidationError
from sqlalchemy import ColumnElement, exists
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select, update

from bot.conversation.card import Card
from bot.conversation.turn import Speaker, Turn
from bot.db import insert_once
from bot.delivery import outbox
from bot.delivery.port import Address
from bot.delivery.tables import InboxRow
from bot.errors import DeskError
from bot.policy import Policy
from bot.vault import Vault
from bot.wording import _, speaking

WAITS = tuple(timedelta(seconds=seconds) for seconds in (2, 10, 30, 120))  # before the second try, the third ...
MOST_ATTEMPTS = len(WAITS) + 1


class Overtaken(DeskError):
    """Another worker finished this turn while we took too long; what we did must be rolled back."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A turn that is ours until its lease ends."""

    id: int
    attempts: int  # with this one
    turn: Turn


@dataclass(frozen=True, slots=True)
class Stuck:
    """A turn that was set aside after too many attempts. No personal data."""

    id: int
    platform: str
    stored_at: datetime
    attempts: int
    error: str


def store(session: Session, vault: Vault, turn: Turn, now: datetime) -> bool:
    """Keep a turn, sealed. Returns False when the platform's event id was seen before."""
    sealed = vault.seal(turn.model_dump_json())
    return _insert(session, turn, now, body_sealed=sealed, state="waiting")


def remember(session: Session, turn: Turn, now: datetime) -> bool:
    """Note the event id of a turn that is answered now. Returns False when it was seen before."""
    return _insert(session, turn, now, body_sealed=None, state="done")


def _insert(session: Session, turn: Turn, now: datetime, **values: object) -> bool:
    return insert_once(
        session,
        InboxRow,
        platform=turn.speaker.platform,
        tenant=turn.speaker.tenant,
        event_id=turn.id,
        conversation=str(turn.conversation),
        attempts=0,
        stored_at=now,
        free_at=now,
        **values,
    )


def claim(session: Session, vault: Vault, now: datetime, lease: timedelta) -> Claimed | None:
    """Take the oldest turn whose conversation has no earlier one under way; None when there is none.

    A turn whose attempts are used up without a word from its worker (the process died each time), or that was
    stored by a version whose turns we can't read, is left to `set_aside_silent`.
    """
    earlier = aliased(InboxRow)
    blocked = exists().where(
        col(earlier.conversation) == col(InboxRow.conversation), col(earlier.id) < col(InboxRow.id), _open(earlier)
    )
    wanted = (
        select(InboxRow)
        .where(_open(InboxRow), InboxRow.free_at <= now, InboxRow.attempts < MOST_ATTEMPTS, ~blocked)
        .order_by(col(InboxRow.id))
        .limit(1)
        .with_for_update(skip_locked=True, of=InboxRow)
    )
    row = session.exec(wanted).first()
    if row is None:
        return None
    row.state, row.free_at, row.attempts = "claimed", now + lease, row.attempts + 1
    session.add(row)
    session.flush()
    assert row.id is not None and row.body_sealed is not None  # noqa: S101 - the schema holds it
    turn = _read(vault, row.body_sealed)
    if turn is None:
        row.attempts, row.free_at, row.error = MOST_ATTEMPTS, now, "unreadable"
        session.flush()
        return claim(session, vault, now, lease)
    return Claimed(row.id, row.attempts, turn)


def finish(session: Session, id: int) -> None:
    """The turn is done: its body is emptied, its event id stays. Raises Overtaken when it was finished before."""
    done = update(InboxRow).where(col(InboxRow.id) == id, _open(InboxRow))
    if session.exec(done.values(state="done", body_sealed=None, error=None)).rowcount != 1:
        raise Overtaken(str(id))


def fail(session: Session, vault: Vault, policy: Policy, claimed: Claimed, code: str, now: datetime) -> None:
    """The turn went wrong: it is tried again later, and set aside after too many attempts.

    Args:
        code: what went wrong, as a name without any of the turn's words.
    """
    row = session.get(InboxRow, claimed.id, with_for_update=True)
    if row is None or row.state != "claimed" or row.attempts != claimed.attempts:
        return  # somebody else has it by now
    row.error = code[:100]
    if claimed.attempts < MOST_ATTEMPTS:
        row.state, row.free_at = "waiting", now + WAITS[claimed.attempts - 1]
        session.add(row)
    else:
        _set_aside(session, vault, policy, row, claimed.turn, now)


def set_aside_silent(session: Session, vault: Vault, policy: Policy, now: datetime) -> int:
    """Set aside the turns that ended their worker each time or can't be read, so that their conversations go on."""
    silent = select(InboxRow).where(_open(InboxRow), InboxRow.free_at <= now, InboxRow.attempts >= MOST_ATTEMPTS)
    rows = session.exec(silent.with_for_update(skip_locked=True)).all()
    for row in rows:
        row.error = row.error or "worker_lost"
        _set_aside(session, vault, policy, row, _read(vault, row.body_sealed or ""), now)
    return len(rows)


def _set_aside(session: Session, vault: Vault, policy: Policy, row: InboxRow, turn: Turn | None, now: datetime) -> None:
    row.state = "stuck"
    session.add(row)
    if turn is not None:
        _apologise(session, vault, policy, row, turn.speaker, now)
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


def _apologise(session: Session, vault: Vault, policy: Policy, row: InboxRow, speaker: Speaker, now: datetime) -> None:
    with speaking(speaker.language):
        sorry = Card.of(
            _(
                "Something went wrong on my side, and I could not work off your message. It is kept, and {dpo} has "
                "been told. If it is urgent, please write to {address}.",
                dpo=policy.contacts.dpo.name,
                address=policy.contacts.dpo.email,
            ),
            tone="warning",
        )
    to = Address(speaker.platform, speaker.tenant, user=speaker.user)
    outbox.say(session, vault, to, sorry, now, lane=f"chat:{speaker.id}", once=f"stuck:{row.id}:{row.stored_at}")


def stuck(session: Session, limit: int = 100) -> Sequence[Stuck]:
    """The turns that were set aside, oldest first."""
    rows = session.exec(select(InboxRow).where(InboxRow.state == "stuck").order_by(col(InboxRow.id)).limit(limit))
    return [Stuck(row.id or 0, row.platform, row.stored_at, row.attempts, row.error or "") for row in rows]


def retry(session: Session, id: int, now: datetime) -> bool:
    """Work a turn off that was set aside, from the first attempt. Returns False when there is none of that number."""
    again = update(InboxRow).where(col(InboxRow.id) == id, col(InboxRow.state) == "stuck")
    return bool(session.exec(again.values(state="waiting", attempts=0, free_at=now)).rowcount)


def _read(vault: Vault, body_sealed: str) -> Turn | None:
    """The turn in a row; None for one in a shape that this version doesn't know."""
    try:
        return Turn.model_validate_json(vault.open(body_sealed))
    except ValidationError:
        return None


def _open(row: type[InboxRow]) -> ColumnElement[bool]:
    return col(row.state).in_(("waiting", "claimed"))
