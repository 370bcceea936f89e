"""Whether this process is alone at an embedded database: then what is claimed there was left by one that died."""

from contextlib import AsyncExitStack, ExitStack
from importlib.util import find_spec
from pathlib import Path

from sqlalchemy import Engine


def alone_at(engine: Engine, running: ExitStack | AsyncExitStack) -> bool:
    """Take the database's lock file, for as long as `running` lasts; False when somebody has it.

    Always False for a database server, where it would prove nothing, and where the system knows no such locks.
    """
    database = engine.url.database
    if engine.dialect.name != "sqlite" or not database or find_spec("fcntl") is None:
        return False
    import fcntl

    file = running.enter_context(Path(f"{database}.lock").open("a"))  # noqa: SIM115 - the stack closes it
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
