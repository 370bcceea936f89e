"""Brings a database to the shape that this version of the code works with.

A change of the tables is followed by ``python -m bot.migrations "what changed"``, which writes the next revision
into ``versions/``; read it before it is committed.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, text

_LOCK = 7_020_401  # any number that nobody else uses for an advisory lock in the same database


def migrate(engine: Engine) -> None:
    """Upgrade to the newest revision, in one transaction. Any number of processes may start at once: one migrates.

    Raises sqlalchemy.exc.OperationalError when the database cannot be reached or written.
    """
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        settings = config()
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")


def config() -> Config:
    """Alembic's settings; there is no ini file."""
    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent))
    settings.set_main_option("path_separator", "os")
    settings.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    return settings
