"""Writes the next revision: ``python -m bot.migrations "what changed"``."""

import sys
import tempfile
from pathlib import Path

from alembic import command

from bot.db import connect
from bot.migrations import config, migrate


def main(what: str) -> None:
    """Compare the tables with a fresh database at the newest revision, and write down the difference."""
    versions = Path(__file__).parent / "versions"
    number = len(list(versions.glob("[0-9]*.py"))) + 1
    with tempfile.TemporaryDirectory() as folder:
        engine = connect(f"sqlite:///{folder}/fresh.db")
        migrate(engine)
        with engine.begin() as connection:
            settings = config()
            settings.attributes["connection"] = connection
            command.revision(settings, message=what, autogenerate=True, rev_id=f"{number:04}")
        engine.dispose()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit('usage: python -m bot.migrations "what changed"')
    main(sys.argv[1])
