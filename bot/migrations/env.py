"""What Alembic runs: it knows every room's tables, and works on the connection that `migrate` hands in."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlmodel import AutoString, SQLModel

from bot.cases import tables as _cases  # noqa: F401 - each import adds a room's tables to SQLModel.metadata
from bot.conversation import tables as _conversation  # noqa: F401
from bot.db import Instant
from bot.delivery import tables as _delivery  # noqa: F401
from bot.examples import tables as _examples  # noqa: F401


def _rendered(kind: str, item: Any, _context: AutogenContext) -> str | Literal[False]:
    """A revision names database types only, so that it still runs when our own types have changed."""
    if kind == "type" and isinstance(item, Instant):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, AutoString):
        return f"sa.String(length={item.length})" if item.length else "sa.String()"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_item=_rendered,
    compare_type=True,
    transactional_ddl=True,  # on SQLite too: we say BEGIN ourselves
)
with context.begin_transaction():
    context.run_migrations()
