import pytest
from sqlalchemy import Engine

from bot.clock import StoppedClock
from bot.policy import Policy
from bot.vault import Vault
from tests.transcripts.at_the_desk import Colleagues
from tests.unit.delivery.office import Office


@pytest.fixture
def desk(sqlite: Engine, vault: Vault, policy: Policy, clock: StoppedClock) -> Colleagues:
    """Colleagues at a real desk, on SQLite alone, on Friday 6 March 2026 at eleven in Amsterdam."""
    return Colleagues(Office(sqlite, vault, policy, clock))
