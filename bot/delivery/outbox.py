"""What must be said, put down inside the transaction of whatever it tells about. Nothing is posted from here.

A lane is an order: messages of one lane go out one after another, lanes know nothing of each other.
"""

from datetime import datetime
from typing import Literal, get_args
from uuid import uuid4

from sqlmodel import Session, col, select

from bot.cases.work import CaseChanged, TellColleague, TellRole, ThreadNote, Work
from bot.conversation.card import Card
from bot.db import constant, insert_once
from bot.delivery.port import Address
from bot.delivery.tables import OutboxRow
from bot.vault import Vault

Role = Literal["dpo", "legal", "team"]


def say(
    session: Session,
    vault: Vault,
    to: Address,
    card: Card,
    now: datetime,
    *,
    lane: str,
    once: str | None = None,
    case_id: int | None = None,
) -> bool:
    """Say a card to an address.

    Args:
        once: the message's name for ever; a second one of the same name is not said (and False is returned).
        case_id: the case that the card is about, if any; then it must hold no personal data.
    """
    return _put(
        session,
        now,
        once,
        lane=lane,
        kind="say",
        case_id=case_id,
        platform=to.platform,
        tenant=to.tenant,
        channel=to.channel,
        user=to.user,
        thread=to.thread,
        hook_sealed=vault.seal(to.hook) if to.hook else None,
        body_sealed=_sealed(vault, card),
    )


def tell_role(
    session: Session, vault: Vault, role: Role, card: Card, now: datetime, *, once: str | None = None
) -> bool:
    """Say a card in private to everybody of a role. Who that is, and where, is looked up when it is delivered."""
    sealed = _sealed(vault, card)
    return _put(session, now, once, lane=f"role:{role}", kind="role", user=role, body_sealed=sealed)


def draw_case(session: Session, case_id: int, now: datetime) -> None:
    """Draw the home card of a case (anew), as the case will be when it is delivered.

    Several changes before then need one drawing. Locking the waiting row keeps its drawing behind our commit: a
    deliverer that has it already may have looked at the case as it was before.
    """
    waiting = select(OutboxRow.id).where(
        OutboxRow.case_id == case_id,
        col(OutboxRow.kind) == constant("draw"),
        col(OutboxRow.state) == constant("waiting"),
        col(OutboxRow.state) != constant("done"),  # says nothing new, but names the index that serves this
    )
    if session.exec(waiting.limit(1).with_for_update()).first() is None:
        _put(session, now, None, lane=case_lane(case_id), kind="draw", case_id=case_id)


def note(session: Session, vault: Vault, case_id: int, card: Card, now: datetime, *, once: str | None = None) -> bool:
    """Say a card in the thread below the home card of a case. No personal data."""
    sealed = _sealed(vault, card)
    return _put(session, now, once, lane=case_lane(case_id), kind="note", case_id=case_id, body_sealed=sealed)


def events(work: Work) -> None:
    """Put down all that the commands of a transaction left to be said, and forget it there."""
    session, vault, now = work.session, work.vault, work.now
    for event in work.events:
        match event:
            case CaseChanged(case_id):
                draw_case(session, case_id, now)
            case ThreadNote(case_id, card):
                note(session, vault, case_id, card, now)
            case TellColleague(colleague, card):
                say(session, vault, private(colleague), card, now, lane=f"chat:{colleague}")
            case TellRole(role, card):
                tell_role(session, vault, role, card, now)
    work.events.clear()


def private(speaker: str) -> Address:
    """The private chat with an account, by its speaker id "platform:tenant:user"."""
    platform, tenant, user = speaker.split(":", 2)
    return Address(platform, tenant, user=user)


def role_named(name: str) -> Role:
    """The role of that name. Raises ValueError for any other text."""
    for role in get_args(Role):
        if role == name:
            return role  # type: ignore[no-any-return]
    raise ValueError(f"no role is named {name!r}")


def case_lane(case_id: int) -> str:
    return f"case:{case_id}"


def _sealed(vault: Vault, card: Card) -> str:
    return vault.seal(card.model_dump_json())


def _put(session: Session, now: datetime, once: str | None, **values: object) -> bool:
    """Insert a row; `insert_once` bypasses the model, so all columns with a default are named here."""
    empty = {"platform": "", "tenant": "", "channel": "", "user": "", "thread": "", "hook_sealed": None}
    name = once or uuid4().hex
    return insert_once(
        session,
        OutboxRow,
        **(empty | {"state": "waiting", "attempts": 0, "made_at": now, "free_at": now, "once": name} | values),
    )
