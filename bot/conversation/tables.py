"""Where conversations are kept: one row each, sealed, and emptied when nothing is open."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from bot.db import Instant


class Conversation(SQLModel, table=True):
    """What is open between the bot and one person in one thread. The row is the conversation's lock."""

    __tablename__ = "conversations"

    key: str = Field(primary_key=True, max_length=400)
    chat_sealed: str | None = None  # Chat as JSON; None when nothing is open
    updated_at: datetime = Field(sa_type=Instant, index=True)
