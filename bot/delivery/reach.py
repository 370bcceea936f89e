"""How people and channels are reached, where a platform has no lasting name for it: learnt, and kept sealed."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Engine

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
            return self._opened(session.get(ReachRow, self._name(name)))

    def add(self, name: str, news: Mapping[str, str], now: datetime) -> dict[str, str]:
        """Add to what was noted, whoever else does so at the same time; returns all that is noted then.

        Args:
            news: what is empty in it is forgotten.
        """
        with transaction(self._engine) as session:
            insert_once(session, ReachRow, name=self._name(name), notes_sealed=self._vault.seal_json({}), noted_at=now)
            row = session.get_one(ReachRow, self._name(name), with_for_update=True)
            known = self._opened(row)
            after = {key: value for key, value in (known | dict(news)).items() if value}
            if after != known:
                row.notes_sealed, row.noted_at = self._vault.seal_json(after), now
                session.add(row)
        return after

    def _opened(self, row: ReachRow | None) -> dict[str, str]:
        found = self._vault.open_json(row.notes_sealed) if row else {}
        return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}

    def _name(self, name: str) -> str:
        return f"{self._platform}:{name}"
