"""What came in and what must go out, as rows. Bodies are sealed, and emptied when they have done their work.

A row that is being worked on is *claimed* until `free_at`; when its process dies, it is free again at that moment.
"""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ColumnElement, Index, UniqueConstraint
from sqlmodel import Field, SQLModel, col

from bot.cases.tables import at_most, where
from bot.db import Instant, constant

_OPEN = "state IN ('waiting', 'claimed')"


class InboxRow(SQLModel, table=True):
    """One event of a chat platform; its id stays a while after its work is done, so that it is never done twice."""

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("platform", "tenant", "event_id", name="uq_inbox_event"),
        CheckConstraint("state IN ('waiting', 'claimed', 'done', 'stuck')", name="inbox_state"),
        CheckConstraint("(state = 'done') = (body_sealed IS NULL)", name="inbox_emptied"),
        at_most("event_id", 300),
        at_most("conversation", 700),
        Index("ix_inbox_order", "conversation", "id", **where(_OPEN)),
        Index("ix_inbox_open", "id", **where(_OPEN)),
        Index("ix_inbox_free", "free_at", **where(_OPEN)),
        Index("ix_inbox_done", "stored_at", **where("state = 'done'")),
        Index("ix_inbox_stuck", "id", **where("state = 'stuck'")),
    )

    id: int | None = Field(default=None, primary_key=True)
    platform: str = Field(max_length=20)
    tenant: str = Field(max_length=100)
    event_id: str = Field(max_length=300)
    conversation: str = Field(max_length=700)
    body_sealed: str | None = None  # Turn or Incoming as JSON
    state: str = Field(default="waiting", max_length=10)
    attempts: int = 0
    error: str | None = Field(default=None, max_length=100)  # a code, never the words of an exception
    stored_at: datetime = Field(sa_type=Instant)
    free_at: datetime = Field(sa_type=Instant)


def waits(row: type[InboxRow]) -> ColumnElement[bool]:
    """That a turn is still to be worked off, as a condition."""
    return col(row.state).in_((constant("waiting"), constant("claimed")))


class OutboxRow(SQLModel, table=True):
    """One message to be posted.

    Kinds: `say` a card to an address; `role` a card to everybody of a role; `draw` the home card of a case, rendered
    when it is delivered; `note` a card in the thread below that home card.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        CheckConstraint("kind IN ('say', 'role', 'draw', 'note')", name="outbox_kind"),
        CheckConstraint("state IN ('waiting', 'claimed', 'done', 'dead')", name="outbox_state"),
        CheckConstraint("(body_sealed IS NULL) = (kind = 'draw' OR state = 'done')", name="outbox_emptied"),
        CheckConstraint("kind NOT IN ('draw', 'note') OR case_id IS NOT NULL", name="outbox_case"),
        at_most("lane", 400),
        at_most("once", 500),
        Index("ix_outbox_order", "lane", "id", **where(_OPEN)),
        Index("ix_outbox_free", "free_at", **where(_OPEN)),
        Index("ix_outbox_draws", "case_id", **where("kind = 'draw' AND state <> 'done'")),
        Index("ix_outbox_done", "done_at", **where("state = 'done'")),
        Index("ix_outbox_dead", "free_at", **where("state = 'dead'")),
    )

    id: int | None = Field(default=None, primary_key=True)
    lane: str = Field(max_length=400)  # messages of one lane go out in the order of their ids
    kind: str = Field(max_length=10)
    case_id: int | None = None
    platform: str = Field(default="", max_length=20)
    tenant: str = Field(default="", max_length=100)
    channel: str = Field(default="", max_length=300)
    user: str = Field(default="", max_length=200)  # of a role row: the role
    thread: str = Field(default="", max_length=300)
    hook_sealed: str | None = None  # the platform's one-time way of answering on the spot
    body_sealed: str | None = None  # Card as JSON
    once: str = Field(unique=True, max_length=500)  # the message's name for ever
    state: str = Field(default="waiting", max_length=10)
    attempts: int = 0
    error: str | None = Field(default=None, max_length=100)
    made_at: datetime = Field(sa_type=Instant)
    free_at: datetime = Field(sa_type=Instant)  # of a dead row: when it is tried once more
    done_at: datetime | None = Field(default=None, sa_type=Instant)
    alarmed_at: datetime | None = Field(default=None, sa_type=Instant)  # when the DPO was told that it is dead


class MessageRow(SQLModel, table=True):
    """Where a message that changes later stands, e.g. "case:12" or "reminder:12:0": in the platform's own words."""

    __tablename__ = "messages"

    name: str = Field(primary_key=True, max_length=100)
    platform: str = Field(max_length=20)
    tenant: str = Field(max_length=100)
    channel: str = Field(max_length=300)
    message: str = Field(max_length=300)
    posted_at: datetime = Field(sa_type=Instant)


class ReachRow(SQLModel, table=True):
    """How somebody, or a channel, is reached on a platform that has no lasting name for it (`reach`)."""

    __tablename__ = "reach"
    __table_args__ = (at_most("name", 500),)

    name: str = Field(primary_key=True, max_length=500)
    notes_sealed: str  # JSON of the adapter's own
    noted_at: datetime = Field(sa_type=Instant)


class LetterFileRow(SQLModel, table=True):
    """A letter as a file, for as long as the link to it lasts (`files`)."""

    __tablename__ = "letter_files"
    __table_args__ = (at_most("key", 32), Index("ix_letter_files_until", "until"))

    key: str = Field(primary_key=True, max_length=32)
    body_sealed: str  # JSON: name, media type, content
    until: datetime = Field(sa_type=Instant)


class NudgeRow(SQLModel, table=True):
    """One reminder. Its key is the whole protocol: whoever inserts the row posts the reminder, nobody else does."""

    __tablename__ = "nudges"
    __table_args__ = (at_most("key", 200), Index("ix_nudges_made", "made_at"))

    key: str = Field(primary_key=True, max_length=200)
    case_id: int | None = Field(default=None, index=True)
    posted: bool  # False: overtaken by a newer one before it could go out, or said on the card of another
    made_at: datetime = Field(sa_type=Instant)


class NudgePlanRow(SQLModel, table=True):
    """When a case must be looked at again. Only a shortcut: without the row the case is looked at now."""

    __tablename__ = "nudge_plans"

    case_id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    case_version: int
    policy_version: str = Field(max_length=20)
    look_at: datetime = Field(sa_type=Instant)
    drawn_on: date | None = None  # the team's day on which its home card was last drawn because time had passed
