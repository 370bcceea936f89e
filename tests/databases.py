"""A migrated and empty database on SQLite, made once for each process: to migrate takes longer than most tests.

That a product makes its database itself is shown by those that start cold, and by the tests of the migrations.
"""

import shutil
import tempfile
from atexit import register
from functools import cache
from pathlib import Path

from bot.db import connect
from bot.migrations import migrate


def put_database(path: Path) -> None:
    """Unless one is there."""
    if not path.exists():
        shutil.copyfile(_template(), path)


@cache
def _template() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="desk-template-"))
    register(shutil.rmtree, folder, ignore_errors=True)
    engine = connect(f"sqlite:///{folder / 'desk.db'}")
    migrate(engine)
    with engine.connect() as connection:
        connection.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    return folder / "desk.db"
