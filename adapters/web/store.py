"""Where the workspace keeps its messages: a small database file of its own, beside the desk's.

A platform remembers its own chats, and so does this one. Bodies are sealed. Every change of a message gets the next
revision number, so a page that was away asks for what came after the last revision it saw. The file holds nothing
that the desk needs, hence no migrations: its tables are made when it is first opened.
"""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from pydantic import BaseModel, ConfigDict
from sqlalchemy import Column, Connection, Integer, MetaData, String, Table, Text, func, select
from sqlalchemy.exc import DatabaseError

from bot.conversation.card import Card
from bot.db import Instant, connect
from bot.errors import BadSettings
from bot.vault import Vault

LONGEST_TEXT = 20_000  # characters of somebody's own message that the page shows again; the desk reads all of it
NEWEST = 1_000  # messages that a freshly opened page gets

_schema = MetaData()
_messages = Table(
    "messages",
    _schema,
    Column("id", Integer, primary_key=True),
    Column("revision", Integer, nullable=False, index=True),
    Column("channel", String(100), nullable=False, index=True),
    Column("thread", Integer),
    Column("author", String(60), nullable=False),
    Column("once", String(300), unique=True),
    Column("sealed", Text),
    Column("at", Instant, nullable=False),
    sqlite_autoincrement=True,
)
_numbers = Table(
    "numbers",
    _schema,
    Column("name", String(100), primary_key=True),
    Column("value", Integer, nullable=False),
)


class Body(BaseModel):
    """What a message holds: a card of the bot, or somebody's words and the names of their files."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    card: Card | None = None
    text: str = ""
    cut: bool = False
    files: tuple[str, ...] = ()

    @classmethod
    def said(cls, text: str, files: Sequence[str] = ()) -> "Body":
        return cls(text=text[:LONGEST_TEXT], cut=len(text) > LONGEST_TEXT, files=tuple(files))


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it stands now. `author` is "" for the bot; `body` is None once it was taken away."""

    id: int
    revision: int
    channel: str
    thread: int | None
    author: str
    at: datetime
    body: Body | None


class Store:
    """The workspace's messages, what each person has seen, and how far the clock was moved.

    Args:
        url: an SQLAlchemy URL. Raises BadSettings when the file cannot be opened or was sealed with another key.
    """

    def __init__(self, url: str, vault: Vault) -> None:
        self._engine = connect(url)
        self._vault = vault
        self._bells: set[Bell] = set()
        try:
            _schema.create_all(self._engine)
            with self._engine.begin() as db:
                last = db.scalar(select(_messages.c.sealed).where(_messages.c.sealed.is_not(None)).limit(1))
        except DatabaseError:
            raise BadSettings(
                f"The workspace's own database ({self._engine.url.render_as_string()}) cannot be opened. "
                "Check that its folder exists and can be written to."
            ) from None
        if last is not None:
            vault.open(last)

    def close(self) -> None:
        self._engine.dispose()

    def add(
        self, channel: str, author: str, body: Body, at: datetime, *, once: str, thread: int | None = None
    ) -> Message:
        """Add a message; one with the same `once` is returned as it stands, and nothing is added."""
        with self._engine.begin() as db:
            if known := db.execute(select(_messages).where(_messages.c.once == once)).first():
                return self._message(known)
            row = db.execute(
                _messages.insert()
                .values(
                    revision=_next(db),
                    channel=channel,
                    thread=thread,
                    author=author,
                    once=once,
                    sealed=self._vault.seal(body.model_dump_json()),
                    at=at,
                )
                .returning(_messages)
            ).one()
        self.ring()
        return self._message(row)

    def message(self, message: int) -> Message | None:
        with self._engine.begin() as db:
            row = db.execute(select(_messages).where(_messages.c.id == message)).first()
        return self._message(row) if row else None

    def replace(self, message: int, body: Body) -> bool:
        """Show another body in a message's place. False if there is no such message; one that was emptied stays so."""
        with self._engine.begin() as db:
            row = db.execute(select(_messages.c.sealed).where(_messages.c.id == message)).first()
            if row is not None and row.sealed is not None:
                sealed = self._vault.seal(body.model_dump_json())
                db.execute(
                    _messages.update().where(_messages.c.id == message).values(sealed=sealed, revision=_next(db))
                )
        self.ring()
        return row is not None

    def take_back(self, message: int) -> None:
        """Empty one message: the row stays, so that it is never posted anew."""
        self._empty(_messages.c.id == message)

    def empty(self, channel: str) -> None:
        """Empty every message of a chat."""
        self._empty(_messages.c.channel == channel)

    def since(self, revision: int, channels: Sequence[str]) -> list[Message]:
        """What changed in these channels after a revision, oldest first; for revision 0 the newest messages."""
        changed = select(_messages).where(_messages.c.channel.in_(channels), _messages.c.revision > revision)
        if revision == 0:
            changed = changed.where(_messages.c.sealed.is_not(None))
        with self._engine.begin() as db:
            rows = db.execute(changed.order_by(_messages.c.id.desc()).limit(NEWEST)).all()
        return [self._message(row) for row in reversed(rows)]

    def seen(self, channel: str, message: int) -> None:
        """Note that a chat was read up to this message."""
        with self._engine.begin() as db:
            if message > _number(db, f"seen {channel}"):
                _set(db, f"seen {channel}", message)
        self.ring()

    def unread(self, channels: Sequence[str]) -> dict[str, int]:
        """How many messages of the bot wait unread in each chat."""
        with self._engine.begin() as db:
            return {
                channel: db.scalar(
                    select(func.count()).where(
                        _messages.c.channel == channel,
                        _messages.c.author == "",
                        _messages.c.sealed.is_not(None),
                        _messages.c.id > _number(db, f"seen {channel}"),
                    )
                )
                or 0
                for channel in channels
            }

    def ahead(self) -> timedelta:
        """How far the clock was moved ahead."""
        with self._engine.begin() as db:
            return timedelta(seconds=_number(db, "ahead"))

    def move(self, ahead: timedelta) -> None:
        """Remember how far the clock is ahead; whole seconds."""
        with self._engine.begin() as db:
            _set(db, "ahead", int(ahead.total_seconds()))
        self.ring()

    @contextmanager
    def watching(self) -> Iterator["Bell"]:
        """A bell that rings at every change. Use within a running event loop."""
        bell = Bell()
        self._bells.add(bell)
        try:
            yield bell
        finally:
            self._bells.discard(bell)

    def ring(self) -> None:
        for bell in tuple(self._bells):
            bell.ring()

    def _empty(self, which: Any) -> None:
        with self._engine.begin() as db:
            db.execute(
                _messages.update().where(which, _messages.c.sealed.is_not(None)).values(sealed=None, revision=_next(db))
            )
        self.ring()

    def _message(self, row: Any) -> Message:
        body = Body.model_validate_json(self._vault.open(row.sealed)) if row.sealed is not None else None
        return Message(row.id, row.revision, row.channel, row.thread, row.author, row.at, body)


class Bell:
    """Wakes one waiting stream, from whichever thread the change came."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._rung = asyncio.Event()

    def ring(self) -> None:
        self._loop.call_soon_threadsafe(self._rung.set)

    async def wait(self, seconds: float) -> None:
        """Wait for the next ring, at most this long."""
        try:
            async with asyncio.timeout(seconds):
                await self._rung.wait()
        except TimeoutError:
            return
        self._rung.clear()


def _number(db: Connection, name: str) -> int:
    return db.scalar(select(_numbers.c.value).where(_numbers.c.name == name)) or 0


def _set(db: Connection, name: str, value: int) -> None:
    if not db.execute(_numbers.update().where(_numbers.c.name == name).values(value=value)).rowcount:
        db.execute(_numbers.insert().values(name=name, value=value))


def _next(db: Connection) -> int:
    """The next revision; the writing transaction keeps others out until it commits."""
    value = _number(db, "revision") + 1
    _set(db, "revision", value)
    return value
