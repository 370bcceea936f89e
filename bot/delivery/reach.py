"""How people and channels are reached, where a platform has no lasting name for it: learnt, and kept sealed."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Engine
from sqlmodel import col, update

from bot.db import insert_once, transaction
from bot.delivery.tables import ReachRow
from bot.vault import Vault


class Reach:
    """One platform's notes of how it reaches whom, by a name of its own choosing."""

    def __init__(self, engine: Engine, vault: Vault, platform: str) -> None:
        self._engine, self._vault, self._platform = engine, vault, platform

    def get(self, name: str) -> dict[str, str]:
        """What was noted; empty when nothing was."""
        with transaction(self._engine) as session:
            row = session.get(ReachRow, self._name(name))
            found = self._vault.open_json(row.notes_sealed) if row else {}
        return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}

    def put(self, name: str, notes: Mapping[str, str], now: datetime) -> None:
        """Note it, in place of what was noted before."""
        values = {"notes_sealed": self._vault.seal_json(dict(notes)), "noted_at": now}
        with transaction(self._engine) as session:
            if not insert_once(session, ReachRow, name=self._name(name), **values):
                session.exec(update(ReachRow).where(col(ReachRow.name) == self._name(name)).values(**values))

    def _name(self, name: str) -> str:
        return f"{self._platform}:{name}"
