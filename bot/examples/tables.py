"""Where examples for the phrase book wait for a person's word on them."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field, SQLModel

from bot.cases.tables import MARK, at_most, known, where
from bot.db import Instant
from bot.examples.book import Kind

LABELS = 300  # characters of labels in a row, joined by "+"


class State(StrEnum):
    NEW = "new"  # nobody has decided yet
    APPROVED = "approved"
    DROPPED = "dropped"


class ExampleRow(SQLModel, table=True):
    """Words that left the bot unsure, masked, with what its reporter said they ask for. Nothing leads to a person or to
    a case: no id, and a time that is true to the hour only."""

    __tablename__ = "examples"
    __table_args__ = (
        CheckConstraint("(status = 'dropped') = (words_sealed IS NULL)", name="examples_emptied"),
        CheckConstraint("(words_sealed IS NULL) = (words_mark IS NULL)", name="examples_marked"),
        at_most("language", 8),
        at_most("proposed", LABELS),
        at_most("answered", LABELS),
        Index("ix_examples_new", "kept_at", **where("status <> 'approved'")),
        {"sqlite_autoincrement": True},  # a number that somebody has read never becomes another example's
    )

    id: int | None = Field(default=None, primary_key=True)
    words_sealed: str | None = None  # masked; sealed, because no masking is sure to find every name
    words_mark: str | None = Field(default=None, max_length=MARK, unique=True)  # the same words are one example
    language: str = Field(max_length=8)
    kind: Kind = Field(sa_type=known(Kind, "kind"))
    proposed: str = Field(max_length=LABELS)  # what the bot thought of, likeliest first
    answered: str = Field(max_length=LABELS)
    status: State = Field(default=State.NEW, sa_type=known(State, "status"))
    kept_at: datetime = Field(sa_type=Instant)
