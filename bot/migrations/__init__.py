"""Brings a database to the shape that this version of the code works with.

A change of the tables is followed by ``python -m bot.migrations "what changed"``, which writes the next revision
into ``versions/``; read it before it is committed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, text

_LOCK = 7_020_401  # any number that nobody else uses for an advisory lock in the same database


def migrate(engine: Engine) -> None:
    """Upgrade to the newest revision, in one transaction. Any number of processes may start at once: one migrates.

    Raises sqlalchemy.exc.OperationalError when the database cannot be reached or written.
    """
    with migrating(engine) as settings:
        command.upgrade(settings, "head")


@contextmanager
def migrating(engine: Engine) -> Iterator[Config]:
    """Alembic's settings for one transaction, which one process at a time is in.

    SQLite changes a table by making it anew, which it refuses while other rows point at it: it looks at the keys once,
    at the end, instead. Raises RuntimeError when one points at nothing then; nothing is changed.
    """
    with engine.connect() as connection:
        lite = connection.connection.driver_connection if engine.dialect.name == "sqlite" else None
        if lite is not None:
            lite.execute("PRAGMA foreign_keys=OFF")  # does nothing within a transaction
        try:
            with connection.begin():
                before = lite.total_changes if lite is not None else 0
                if engine.dialect.name == "postgresql":
                    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
                settings = config()
                settings.attributes["connection"] = connection
                yield settings
                changed = lite is not None and lite.total_changes > before  # to look at every key takes a while
                if lite is not None and changed and lite.execute("PRAGMA foreign_key_check").fetchone():
                    raise RuntimeError("a migration left a row that points at nothing")
        finally:
            if lite is not None:
                lite.execute("PRAGMA foreign_keys=ON")


def config() -> Config:
    """Alembic's settings; there is no ini file."""
    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent))
    settings.set_main_option("path_separator", "os")
    settings.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    return settings
