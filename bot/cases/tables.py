"""The record's tables. Personal data stands only in columns named ``*_sealed`` and, for matching, as keyed hashes.

SQLModel checks nothing when a row is made, so the schema does: known values, lengths, keys. Legal dates are plain
dates; moments are `Instant`.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Index, UniqueConstraint
from sqlalchemy import Enum as Known
from sqlmodel import Field, SQLModel, text

from bot.cases.words import Arrival, AuditCode, Capacity, Hand, Link, Reason, Role, Status, Verification
from bot.db import Instant
from bot.law.words import ClockStatus, PauseReason
from bot.rights import Right

MARK = 64  # length of a keyed hash in hexadecimal
NO_DATE = date.max  # sorts behind every date, on either database, so that an index can serve the order
HINT = 40  # characters of the laws that a message names
SPEAKER = 300  # length of a speaker id, "platform:tenant:user"


def known(kind: type[StrEnum], name: str) -> Any:
    """A column that takes the values of one vocabulary only: kept as text, checked by the schema."""
    return Known(
        kind,
        name=f"{name}_known",
        native_enum=False,
        create_constraint=True,
        values_callable=lambda members: [member.value for member in members],
        length=40,
    )


def at_most(column: str, length: int) -> CheckConstraint:
    """SQLite takes a text of any length into a VARCHAR(n); this does not."""
    return CheckConstraint(f"length({column}) <= {length}", name=f"{column}_length")


def where(condition: str) -> dict[str, Any]:
    """The arguments that make an index hold only some rows, on either database."""
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


class ColleagueRow(SQLModel, table=True):
    """Somebody of the organisation who has spoken to the bot, on one platform."""

    __tablename__ = "colleagues"
    __table_args__ = (at_most("id", SPEAKER), at_most("language", 8), at_most("zone", 64))

    id: str = Field(primary_key=True, max_length=SPEAKER)  # speaker id
    platform: str = Field(max_length=20, index=True)
    name_sealed: str
    email_sealed: str | None = None  # address in the company's directory
    email_mark: str | None = Field(default=None, max_length=MARK, index=True)
    language: str = Field(max_length=8)
    zone: str = Field(max_length=64)
    guest: bool
    seen_at: datetime = Field(sa_type=Instant)


class CounterRow(SQLModel, table=True):
    """The last reference number of a year. Whoever opens a case locks the row, so openings are one after another."""

    __tablename__ = "reference_counters"

    year: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    last: int


class CaseRow(SQLModel, table=True):
    """One person's matter."""

    __tablename__ = "cases"
    __table_args__ = (
        at_most("reference", 20),
        at_most("language", 8),
        at_most("ticket", 100),
        CheckConstraint("version >= 1", name="version_counts"),
        Index("ix_cases_open", "counts_to", "id", **where("closed_at IS NULL")),
        Index("ix_cases_purge", "purged_at", "closed_at"),
        {"sqlite_autoincrement": True},  # the id of a case that was deleted never comes again: messages are named by it
    )

    id: int | None = Field(default=None, primary_key=True)
    reference: str = Field(unique=True, max_length=20)
    version: int = 1
    received_at: datetime = Field(sa_type=Instant)
    opened_at: datetime = Field(sa_type=Instant)
    closed_at: datetime | None = Field(default=None, sa_type=Instant)
    purged_at: datetime | None = Field(default=None, sa_type=Instant)
    arrival: Arrival = Field(sa_type=known(Arrival, "arrival"))
    language: str = Field(max_length=8)
    regimes: list[str] = Field(sa_type=JSON)
    law_hint: str | None = Field(default=None, max_length=HINT)
    residence_known: bool
    policy_version: str = Field(max_length=20)  # of the settings under which it came in
    role: Role = Field(sa_type=known(Role, "role"))
    capacity: Capacity = Field(sa_type=known(Capacity, "capacity"))
    flags: list[str] = Field(sa_type=JSON)
    verification: Verification = Field(sa_type=known(Verification, "verification"))
    verification_asked_on: date | None = None
    verification_method: str | None = Field(default=None, max_length=40)
    verified_on: date | None = None
    owner: str | None = Field(default=None, foreign_key="colleagues.id", index=True, max_length=SPEAKER)
    reporter: str = Field(foreign_key="colleagues.id", index=True, max_length=SPEAKER)
    subject_mark: str | None = Field(default=None, max_length=MARK, index=True)
    ticket: str | None = Field(default=None, max_length=100)
    ticket_mark: str | None = Field(default=None, max_length=MARK, index=True)
    counts_to: date = NO_DATE  # the earliest date that an open request counts down to
    snoozed_until: date | None = None
    details_sealed: str | None = None  # person, representative, words, answers, ticket link; None once purged


class RequestRow(SQLModel, table=True):
    """One right asked for within a case, with its dates as computed when the case last changed."""

    __tablename__ = "requests"
    __table_args__ = (
        UniqueConstraint("case_id", "right", name="uq_requests_case_right"),
        CheckConstraint("(outcome IS NULL) = (closed_at IS NULL)", name="outcome_when_closed"),
        CheckConstraint("answered_on IS NULL OR closed_at IS NOT NULL", name="answered_when_closed"),
        CheckConstraint(
            "outcome NOT IN ('denied', 'partially_fulfilled') OR reason IS NOT NULL", name="refusal_reason"
        ),
        CheckConstraint("(extended_on IS NULL) = (extension_reason IS NULL)", name="extension_reason_given"),
        *(
            Index(f"ix_requests_{column}", column, **where("outcome IS NULL"))
            for column in ("safe_due", "target_due", "ack_due", "extension_notice_by", "refusal_notice_by")
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="cases.id", index=True)
    right: Right = Field(sa_type=known(Right, "right"))
    regimes: list[str] = Field(sa_type=JSON)
    needs_proof: bool  # may only be answered to a verified person
    received_at: datetime = Field(sa_type=Instant)
    receipt_date: date
    ack_due: date | None = None
    safe_due: date | None = None
    due: date | None = None
    extension_notice_by: date | None = None
    refusal_notice_by: date | None = None
    target_ack: date | None = None
    target_due: date | None = None
    clock: ClockStatus = Field(sa_type=known(ClockStatus, "clock"))
    acknowledged_on: date | None = None
    extended_on: date | None = None  # the day on which the requester was told
    extension_reason: str | None = Field(default=None, max_length=60)
    extended_until: date | None = None  # the day that the requester was told, if one was named
    outcome: Status | None = Field(default=None, sa_type=known(Status, "outcome"))
    reason: Reason | None = Field(default=None, sa_type=known(Reason, "reason"))
    closed_at: datetime | None = Field(default=None, sa_type=Instant)  # when its end was recorded
    answered_on: date | None = None  # the day on which the letter that ended it went out, if one did
    told_sealed: str | None = None
    note_sealed: str | None = None
    steps_done: list[str] = Field(default_factory=list, sa_type=JSON, sa_column_kwargs={"server_default": "[]"})


class PauseRow(SQLModel, table=True):
    """The clock of a request stands still, from the day of asking to the day of the answer."""

    __tablename__ = "pauses"
    __table_args__ = (
        CheckConstraint("ended_on IS NULL OR ended_on >= started_on", name="ends_after_start"),
        Index("uq_pauses_one_open", "request_id", "reason", unique=True, **where("ended_on IS NULL")),
    )

    id: int | None = Field(default=None, primary_key=True)
    request_id: int = Field(foreign_key="requests.id", index=True)
    reason: PauseReason = Field(sa_type=known(PauseReason, "pause_reason"))
    started_on: date
    ended_on: date | None = None


class LinkRow(SQLModel, table=True):
    """How one case belongs to an older one; read both ways."""

    __tablename__ = "case_links"
    __table_args__ = (
        UniqueConstraint("case_id", "kind", "other_id", name="uq_case_links"),
        CheckConstraint("case_id <> other_id", name="not_itself"),
    )

    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="cases.id")
    kind: Link = Field(sa_type=known(Link, "link"))
    other_id: int = Field(foreign_key="cases.id", index=True)


class MailRow(SQLModel, table=True):
    """Something that came in about a case: the message it began with, a reply, the same mail once more."""

    __tablename__ = "mails"

    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="cases.id", index=True)
    received_at: datetime = Field(sa_type=Instant)
    recorded_at: datetime = Field(sa_type=Instant)
    arrival: Arrival = Field(sa_type=known(Arrival, "mail_arrival"))
    handed_by: str = Field(foreign_key="colleagues.id", index=True, max_length=SPEAKER)
    hand: Hand = Field(sa_type=known(Hand, "hand"))
    text_sealed: str | None = None  # masked; None once purged, and where it is word for word the one before


class SourceRow(SQLModel, table=True):
    """What leads to a case again: the keyed hash of a mail's id, of its content, or of a ticket's number.

    One mail may be about several people, each with a case of their own, so a mark is unique within a case.
    """

    __tablename__ = "sources"
    __table_args__ = (UniqueConstraint("kind", "mark", "case_id", name="uq_sources"),)

    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="cases.id", index=True)
    kind: str = Field(max_length=40)
    mark: str = Field(max_length=MARK)


class AuditRow(SQLModel, table=True):
    """Who did what, when; before, after and why are sealed. Without a case: a breach or a legal demand passed on."""

    __tablename__ = "audit"

    id: int | None = Field(default=None, primary_key=True)
    case_id: int | None = Field(default=None, foreign_key="cases.id", index=True)
    at: datetime = Field(sa_type=Instant, index=True)
    who: str = Field(foreign_key="colleagues.id", max_length=SPEAKER)
    code: AuditCode = Field(sa_type=known(AuditCode, "code"))
    version: int | None = None  # of the case, after the change
    change_sealed: str | None = None  # {"before", "after", "why"}; None once purged
