"""The database: one engine, the column types that keep promises, and sessions that begin as they mean to go on.

SQLite runs in WAL mode and every writing transaction begins with BEGIN IMMEDIATE: with a plain BEGIN two writers
deadlock and one of them fails (measured); with IMMEDIATE they queue.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, Engine, TypeDecorator, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlmodel import Session, SQLModel

from bot.errors import BadSettings


class Instant(TypeDecorator[datetime]):
    """An aware datetime, kept in UTC; SQLite would lose the zone. Raises ValueError for a naive one."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive datetime reached the database")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def connect(url: str) -> Engine:
    """An engine for SQLite or PostgreSQL, set up as the house needs it. Opens no connection yet.

    Raises BadSettings for a text that names no database.
    """
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise BadSettings("DATABASE_URL names no database; it looks like postgresql://user@host/name.") from None
    if parsed.get_backend_name() == "sqlite":
        engine = create_engine(parsed, connect_args={"timeout": 5})
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_immediate)
        return engine
    if parsed.drivername in ("postgres", "postgresql"):
        parsed = parsed.set(drivername="postgresql+psycopg")
    return create_engine(parsed, pool_size=10, max_overflow=10, pool_pre_ping=True)


def unusable(trouble: SQLAlchemyError) -> BadSettings:
    """The one sentence for a database that cannot be opened or written, without anything that it holds."""
    kind = type(getattr(trouble, "orig", None) or trouble).__name__
    return BadSettings(
        f"The database cannot be used ({kind}). Check DATABASE_URL, that its server runs, and that its folder and file "
        "can be written."
    )


@contextmanager
def transaction(engine: Engine) -> Iterator[Session]:
    """One short session; commits at the end, rolls back on any error. Never call a platform inside."""
    with Session(engine, expire_on_commit=False) as session, session.begin():
        yield session


def insert_once(session: Session, table: type[SQLModel], **values: object) -> bool:
    """Insert a row unless one with the same key is there; returns whether it was inserted. Never raises for that."""
    dialect = session.get_bind().dialect.name
    insert = postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
    once = insert.values(**values).on_conflict_do_nothing()
    result = session.connection().execute(once, execution_options={"preserve_rowcount": True})
    return result.rowcount == 1


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",  # a stored event must survive a power cut
        "busy_timeout=5000",
        "foreign_keys=ON",
        "secure_delete=ON",  # emptied bodies leave nothing behind in free pages
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_immediate(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
