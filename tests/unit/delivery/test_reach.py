"""How people and channels are reached is kept sealed."""

from datetime import UTC, datetime

from sqlalchemy import Engine, text

from bot.delivery.reach import Reach
from bot.vault import Vault

NOW = datetime(2026, 3, 6, 10, 0, tzinfo=UTC)


def test_what_was_noted_last_holds(engine: Engine, vault: Vault) -> None:
    reach, other = Reach(engine, vault, "teams"), Reach(engine, vault, "elsewhere")
    assert reach.get("emma") == {}
    reach.put("emma", {"conversation": "a:1"}, NOW)
    reach.put("emma", {"conversation": "a:2", "zone": "Europe/Amsterdam"}, NOW)
    assert reach.get("emma") == {"conversation": "a:2", "zone": "Europe/Amsterdam"}
    assert other.get("emma") == {}
    with engine.connect() as connection:
        (row,) = connection.execute(text("SELECT * FROM reach")).all()
    assert "a:2" not in str(row)
