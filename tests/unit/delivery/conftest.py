import pytest
from sqlalchemy import Engine

from bot.clock import StoppedClock
from bot.policy import Policy
from bot.vault import Vault
from tests.unit.delivery.office import Office


@pytest.fixture
def office(engine: Engine, vault: Vault, policy: Policy, clock: StoppedClock) -> Office:
    """On SQLite and on PostgreSQL."""
    return Office(engine, vault, policy, clock)


@pytest.fixture
def small_office(sqlite: Engine, vault: Vault, policy: Policy, clock: StoppedClock) -> Office:
    """On SQLite alone: for what does not depend on the kind of database."""
    return Office(sqlite, vault, policy, clock)
