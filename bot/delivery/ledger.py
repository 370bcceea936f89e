"""The life of an outbox row: claimed, then done, put off, or dead. All work inside the caller's transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import ColumnElement, bindparam, exists
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select, update
from sqlmodel.sql.expression import SelectOfScalar

from bot.db import constant, insert_once
from bot.delivery.port import Posted
from bot.delivery.tables import MessageRow, OutboxRow

LEASE = timedelta(seconds=90)  # longer than one delivery may take
REVIVE = timedelta(hours=6)  # a dead message is tried once more after that, in case its channel was repaired
REVIVE_ROLE = timedelta(minutes=5)  # one to a role of which nobody was known: somebody may have said hello


@dataclass(frozen=True, slots=True)
class Undelivered:
    """A message that could not be posted, for `doctor`. No personal data."""

    id: int
    kind: str
    platform: str
    case_id: int | None
    made_at: datetime
    error: str


def claim(session: Session, now: datetime, limit: int) -> list[OutboxRow]:
    """Take the first message of up to `limit` lanes, those that wait longest first."""
    rows = list(session.exec(_wanted(), params={"now": now, "most": limit}))
    for row in rows:
        row.state, row.free_at, row.attempts = "claimed", now + LEASE, row.attempts + 1
        session.add(row)
    session.flush()
    return rows


@cache
def _wanted() -> SelectOfScalar[OutboxRow]:
    """Made once: to make a statement costs more than to run it."""
    earlier = aliased(OutboxRow)
    blocked = exists().where(
        col(earlier.lane) == col(OutboxRow.lane), col(earlier.id) < col(OutboxRow.id), _open(earlier)
    )
    return (
        select(OutboxRow)
        .where(_open(OutboxRow), col(OutboxRow.free_at) <= bindparam("now"), ~blocked)
        .order_by(col(OutboxRow.free_at), col(OutboxRow.id))
        .limit(bindparam("most"))
        .with_for_update(skip_locked=True, of=OutboxRow)
    )


def done_all(session: Session, rows: Sequence[OutboxRow], now: datetime) -> None:
    """The messages stand, or need not be said any more: their bodies are emptied, unless a row is no longer ours."""
    if not rows:
        return
    table = OutboxRow.__table__  # type: ignore[attr-defined]  # SQLModel makes it
    ours = (table.c.id == bindparam("row")) & (table.c.state == "claimed") & (table.c.attempts == bindparam("tries"))
    emptied = {"state": "done", "body_sealed": None, "hook_sealed": None, "error": None, "done_at": now}
    statement, plain = table.update().where(ours).values(**emptied), [row for row in rows if row.kind != "draw"]
    if plain:
        session.connection().execute(statement, [{"row": row.id, "tries": row.attempts} for row in plain])
    for row in rows:
        if row.kind == "draw":
            done = session.connection().execute(statement, {"row": row.id, "tries": row.attempts})
            if done.rowcount == 1:
                _settle_dead_drawings(session, row, now)


def put_off(session: Session, row: OutboxRow, code: str, until: datetime, *, counts: bool = True) -> None:
    """Try the message again at that moment; its lane waits with it.

    Args:
        counts: whether this was an attempt; not so when the platform only asked us to wait.
    """
    mine = _mine(session, row)
    if mine is not None:
        mine.state, mine.error, mine.free_at = "waiting", code[:100], until
        mine.attempts -= not counts
        session.add(mine)


def give_up(session: Session, row: OutboxRow, code: str, now: datetime) -> bool:
    """The message is dead: its lane goes on, its body is kept. Returns whether the DPO must still be told."""
    mine = _mine(session, row)
    if mine is None:
        return False
    first = mine.alarmed_at is None
    mine.state, mine.error, mine.alarmed_at = "dead", code[:100], mine.alarmed_at or now
    mine.free_at = now + (REVIVE_ROLE if mine.kind == "role" else REVIVE)
    session.add(mine)
    return first


def revive(session: Session, now: datetime, *, most_attempts: int) -> int:
    """Give dead messages whose time has come one more try."""
    again = update(OutboxRow).where(col(OutboxRow.state) == constant("dead"), col(OutboxRow.free_at) <= now)
    return int(session.exec(again.values(state="waiting", attempts=most_attempts - 1)).rowcount)


def undelivered(session: Session, limit: int = 100) -> Sequence[Undelivered]:
    """The messages that are dead, oldest first. They stay, sealed, until they are delivered or dismissed."""
    rows = session.exec(
        select(OutboxRow).where(col(OutboxRow.state) == constant("dead")).order_by(col(OutboxRow.id)).limit(limit)
    )
    return [Undelivered(r.id or 0, r.kind, r.platform, r.case_id, r.made_at, r.error or "") for r in rows]


def dismiss(session: Session, id: int, now: datetime) -> bool:
    """Let go of a dead message. Returns False when there is no dead one of that number."""
    dead = update(OutboxRow).where(col(OutboxRow.id) == id, col(OutboxRow.state) == constant("dead"))
    return bool(session.exec(dead.values(state="done", body_sealed=None, hook_sealed=None, done_at=now)).rowcount)


def place_of(session: Session, name: str, platform: str, tenant: str) -> Posted | None:
    """Where a lasting message stands on this platform; None when it stands nowhere, or on another."""
    row = session.get(MessageRow, name)
    if row is None or (row.platform, row.tenant) != (platform, tenant):
        return None
    return Posted(row.channel, row.message)


def keep_place(session: Session, name: str, platform: str, tenant: str, posted: Posted, now: datetime) -> None:
    values = {
        "platform": platform,
        "tenant": tenant,
        "channel": posted.channel,
        "message": posted.message,
        "posted_at": now,
    }
    if not insert_once(session, MessageRow, name=name, **values):
        session.exec(update(MessageRow).where(col(MessageRow.name) == name).values(**values))


def _settle_dead_drawings(session: Session, row: OutboxRow, now: datetime) -> None:
    """The card shows the case as it is now, so earlier drawings of it have nothing left to do."""
    older = update(OutboxRow).where(
        col(OutboxRow.case_id) == row.case_id,
        col(OutboxRow.kind) == constant("draw"),
        col(OutboxRow.state) == constant("dead"),
    )
    session.exec(older.values(state="done", done_at=now))


def _mine(session: Session, row: OutboxRow) -> OutboxRow | None:
    """The row as it is now, if it is still in the hands of whoever claimed it that time."""
    fresh = session.get(OutboxRow, row.id, with_for_update=True)
    if fresh is None or fresh.state != "claimed" or fresh.attempts != row.attempts:
        return None
    return fresh


def _open(row: type[OutboxRow]) -> ColumnElement[bool]:
    return col(row.state).in_((constant("waiting"), constant("claimed")))
