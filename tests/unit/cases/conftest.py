import pytest

from bot.clock import StoppedClock
from tests.conftest import DoneBy
from tests.unit.cases.desk import Desk


@pytest.fixture
def desk(work: DoneBy, clock: StoppedClock) -> Desk:
    return Desk(work, clock)
