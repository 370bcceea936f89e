"""The database: one engine, the column types that keep promises, and sessions that begin as they mean to go on.

SQLite runs in WAL mode and every writing transaction begins with BEGIN IMMEDIATE: with a plain BEGIN two writers
deadlock and one of them fails (measured); with IMMEDIATE they queue. Within a process they queue before that, at a
turnstile, because SQLite's own waiting is sleeping and knows no order.
"""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import UTC, datetime
from functools import cache
from threading import Condition, get_ident
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import (
    ColumnElement,
    DateTime,
    Dialect,
    Engine,
    String,
    TypeDecorator,
    create_engine,
    event,
    literal_column,
)
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
        _turnstiles[engine] = Turnstile()
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


class Turnstile:
    """Lets one thread in at a time; one in a hurry goes before all others that wait. A thread that is in, stays in."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._inside: int | None = None
        self._hurried = 0

    @contextmanager
    def passing(self, *, hurry: bool) -> Iterator[None]:
        if self._inside == get_ident():
            yield
            return
        with self._changed:
            self._hurried += hurry
            self._changed.wait_for(lambda: self._inside is None and (hurry or not self._hurried))
            self._hurried -= hurry
            self._inside = get_ident()
        try:
            yield
        finally:
            with self._changed:
                self._inside = None
                self._changed.notify_all()


_turnstiles: WeakKeyDictionary[Engine, Turnstile] = WeakKeyDictionary()


@contextmanager
def transaction(engine: Engine, *, hurry: bool = False) -> Iterator[Session]:
    """One short session; commits at the end, rolls back on any error. Never call a platform inside.

    Args:
        hurry: somebody waits for it within seconds: where only one can write at a time, it goes first.
    """
    turnstile = _turnstiles.get(engine)
    turn: AbstractContextManager[None] = turnstile.passing(hurry=hurry) if turnstile else nullcontext()
    with turn, Session(engine, expire_on_commit=False) as session, session.begin():
        yield session


def one_writer(where: Engine | Session) -> bool:
    """Whether only one transaction at a time can write, as in SQLite: then several pieces of work share one."""
    dialect = where.dialect if isinstance(where, Engine) else where.get_bind().dialect
    return dialect.name == "sqlite"


def constant(text: str) -> ColumnElement[str]:
    """A value that stands in the statement itself: only then may SQLite use an index that holds some rows alone."""
    return literal_column(f"'{text}'", String)


def insert_new(session: Session, table: type[SQLModel], key: Sequence[Any], rows: Sequence[dict[str, Any]]) -> set[Any]:
    """Insert the rows whose key is new, and return the keys of those, as tuples of the `key` columns.

    Of several rows with one key the first is inserted.
    """
    statement = _insert(table, session.get_bind().dialect.name).returning(*key)
    return {tuple(row) for row in session.connection().execute(statement, rows)}


def insert_once(session: Session, table: type[SQLModel], **values: object) -> bool:
    """Insert a row unless one with the same key is there; returns whether it was inserted. Never raises for that."""
    statement = _insert(table, session.get_bind().dialect.name)
    result = session.connection().execute(statement, values, execution_options={"preserve_rowcount": True})
    return result.rowcount == 1


@cache
def _insert(table: type[SQLModel], dialect: str) -> postgresql.Insert | sqlite.Insert:
    """Made once for each table: to make a statement costs more than to run it."""
    return (postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)).on_conflict_do_nothing()


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
