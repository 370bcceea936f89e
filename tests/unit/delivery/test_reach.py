"""How people and channels are reached is kept sealed, whoever adds to it at the same time."""

from datetime import UTC, datetime

from sqlalchemy import Engine, text

from bot.delivery.reach import Reach
from bot.vault import Vault

NOW = datetime(2026, 3, 6, 10, 0, tzinfo=UTC)


def test_what_is_heard_is_added_and_what_is_empty_is_forgotten(engine: Engine, vault: Vault) -> None:
    reach, elsewhere = Reach(engine, vault, "teams"), Reach(engine, vault, "elsewhere")
    assert reach.get("emma") == {}
    reach.add("emma", {"conversation": "a:1", "account": "29:1"}, NOW)
    assert reach.add("emma", {"zone": "Europe/Amsterdam"}, NOW) == {
        "conversation": "a:1",
        "account": "29:1",
        "zone": "Europe/Amsterdam",
    }
    reach.add("emma", {"conversation": ""}, NOW)
    assert Reach(engine, vault, "teams").get("emma") == {"account": "29:1", "zone": "Europe/Amsterdam"}
    assert elsewhere.get("emma") == {}
    with engine.connect() as connection:
        (row,) = connection.execute(text("SELECT * FROM reach")).all()
    assert "29:1" not in str(row)
