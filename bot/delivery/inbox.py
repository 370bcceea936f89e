"""Turns that wait to be worked off: each event of a platform once, those of one conversation in order.

All functions work inside the caller's transaction.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import bindparam, delete, exists
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select, update
from sqlmodel.sql.expression import SelectOfScalar

from bot.conversation.turn import Incoming, Turn
from bot.db import constant, insert_new
from bot.delivery.aside import set_aside
from bot.delivery.tables import InboxRow, waits
from bot.policy import Policy
from bot.vault import Vault

WAITS = tuple(timedelta(seconds=seconds) for seconds in (2, 10, 30, 120))  # before the second try, the third ...
MOST_ATTEMPTS = len(WAITS) + 1
KEPT: TypeAdapter[Turn | Incoming] = TypeAdapter(Turn | Incoming)


@dataclass(frozen=True, slots=True)
class Claimed:
    """A turn that is ours until its lease ends."""

    id: int
    attempts: int  # with this one
    turn: Turn | Incoming


def store(session: Session, vault: Vault, turn: Turn | Incoming, now: datetime) -> bool:
    """Keep a turn, sealed. Returns False when the platform's event id was seen before."""
    return store_all(session, vault, (turn,), now)[0]


def store_all(session: Session, vault: Vault, turns: Sequence[Turn | Incoming], now: datetime) -> list[bool]:
    """Keep turns, sealed, in one statement. Says of each whether it is new."""
    return _insert(
        session,
        turns,
        [
            _row(turn, now) | {"body_sealed": vault.seal(KEPT.dump_json(turn).decode()), "state": "waiting"}
            for turn in turns
        ],
    )


def remember(session: Session, turn: Turn, now: datetime) -> bool:
    """Note the event id of a turn that is answered now. Returns False when it was seen before."""
    return _insert(session, (turn,), [_row(turn, now) | {"body_sealed": None, "state": "done"}])[0]


def forget(session: Session, turn: Turn) -> None:
    """Take back what `remember` noted: nothing was done, and the same form may come again."""
    session.exec(
        delete(InboxRow).where(
            col(InboxRow.platform) == turn.platform,
            col(InboxRow.tenant) == turn.tenant,
            col(InboxRow.event_id) == turn.id,
        )
    )


def _row(turn: Turn | Incoming, now: datetime) -> dict[str, object]:
    return {
        "platform": turn.platform,
        "tenant": turn.tenant,
        "event_id": turn.id,
        "conversation": str(turn.conversation),
        "attempts": 0,
        "stored_at": now,
        "free_at": now,
    }


def _insert(session: Session, turns: Sequence[Turn | Incoming], rows: list[dict[str, object]]) -> list[bool]:
    key = (InboxRow.platform, InboxRow.tenant, InboxRow.event_id)
    new = insert_new(session, InboxRow, key, rows)
    answers = []
    for turn in turns:
        answers.append((turn.platform, turn.tenant, turn.id) in new)
        new.discard((turn.platform, turn.tenant, turn.id))  # the same event twice in one statement: one is new
    return answers


def claim(
    session: Session, vault: Vault, now: datetime, lease: timedelta, limit: int = 1, but: Collection[str] = ()
) -> list[Claimed]:
    """Take the oldest turns, one at most of each conversation, and only where no earlier one is under way.

    Those of the platforms in `but` are left where they are.

    A turn whose attempts are used up without a word from its worker (the process died each time), or that was
    stored by a version whose turns we can't read, is left to `set_aside_silent`.
    """
    values = {"now": now, "most": limit, **({"but": [*but]} if but else {})}
    claimed = []
    rows = session.exec(_wanted(bool(but)), params=values).all()
    for row in rows:
        assert row.id is not None and row.body_sealed is not None  # noqa: S101 - the schema holds it
        turn = _read(vault, row.body_sealed)
        if turn is None:
            row.attempts, row.free_at, row.error = MOST_ATTEMPTS, now, "unreadable"
        else:
            row.state, row.free_at, row.attempts = "claimed", now + lease, row.attempts + 1
            claimed.append(Claimed(row.id, row.attempts, turn))
        session.add(row)
    session.flush()
    return claimed if claimed or not rows else claim(session, vault, now, lease, limit, but)


@cache
def _wanted(but_some: bool) -> SelectOfScalar[InboxRow]:
    """Made once: to make a statement costs more than to run it."""
    earlier = aliased(InboxRow)
    blocked = exists().where(
        col(earlier.conversation) == col(InboxRow.conversation), col(earlier.id) < col(InboxRow.id), waits(earlier)
    )
    wanted = (
        select(InboxRow)
        .where(
            waits(InboxRow),
            col(InboxRow.free_at) <= bindparam("now"),
            col(InboxRow.attempts) < MOST_ATTEMPTS,
            ~blocked,
        )
        .order_by(col(InboxRow.id))
        .limit(bindparam("most"))
        .with_for_update(skip_locked=True, of=InboxRow)
    )
    return wanted.where(col(InboxRow.platform).not_in(bindparam("but", expanding=True))) if but_some else wanted


def put_off(session: Session, claimed: Claimed, until: datetime) -> None:
    """The platform asks us to come back later: no attempt is counted."""
    row = _mine(session, claimed)
    if row is not None:
        row.state, row.free_at, row.attempts = "waiting", until, row.attempts - 1
        session.add(row)


def still_ours(session: Session, claimed: Sequence[Claimed]) -> set[int]:
    """Which of these turns no other worker has taken meanwhile, because we were too slow. They are locked."""
    ids = [one.id for one in claimed]
    rows = session.exec(
        select(InboxRow.id, InboxRow.attempts)
        .where(col(InboxRow.id).in_(ids), col(InboxRow.state) == constant("claimed"))
        .with_for_update()
    )
    attempts = dict(rows.all())
    return {one.id for one in claimed if attempts.get(one.id) == one.attempts}


def finish_all(session: Session, ids: Sequence[int]) -> None:
    """These turns are done: their bodies are emptied, their event ids stay. In the transaction of `still_ours`."""
    if ids:
        session.exec(
            update(InboxRow).where(col(InboxRow.id).in_(ids)).values(state="done", body_sealed=None, error=None)
        )


def fail(session: Session, vault: Vault, policy: Policy, claimed: Claimed, code: str, now: datetime) -> None:
    """The turn went wrong: it is tried again later, and set aside after too many attempts.

    Args:
        code: what went wrong, as a name without any of the turn's words.
    """
    row = _mine(session, claimed)
    if row is None:
        return
    row.error = code[:100]
    if claimed.attempts < MOST_ATTEMPTS:
        row.state, row.free_at = "waiting", now + WAITS[claimed.attempts - 1]
        session.add(row)
    else:
        set_aside(session, vault, policy, row, claimed.turn, now)


def set_aside_silent(session: Session, vault: Vault, policy: Policy, now: datetime) -> int:
    """Set aside the turns that ended their worker each time or can't be read, so that their conversations go on."""
    silent = select(InboxRow).where(waits(InboxRow), InboxRow.free_at <= now, InboxRow.attempts >= MOST_ATTEMPTS)
    rows = session.exec(silent.with_for_update(skip_locked=True)).all()
    for row in rows:
        row.error = row.error or "worker_lost"
        set_aside(session, vault, policy, row, _read(vault, row.body_sealed or ""), now)
    return len(rows)


def _mine(session: Session, claimed: Claimed) -> InboxRow | None:
    """The row, unless somebody else has it by now."""
    row = session.get(InboxRow, claimed.id, with_for_update=True)
    if row is None or row.state != "claimed" or row.attempts != claimed.attempts:
        return None
    return row


def _read(vault: Vault, body_sealed: str) -> Turn | Incoming | None:
    """The turn in a row; None for one in a shape that this version doesn't know."""
    try:
        return KEPT.validate_json(vault.open(body_sealed))
    except ValidationError:
        return None
