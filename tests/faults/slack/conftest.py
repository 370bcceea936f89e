"""The product in Slack, a fresh one for each test, over either transport or over one of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.slack.inside import Indoors
from tests.slack_kit.desk import SlackDesk


@pytest.fixture(params=["socket mode", "http"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SlackDesk]:
    """For what must be so however Slack reaches us."""
    with SlackDesk(tmp_path, http=request.param == "http") as made:
        yield made.start()


@pytest.fixture
def by_socket(tmp_path: Path) -> Iterator[SlackDesk]:
    with SlackDesk(tmp_path) as made:
        yield made.start()


@pytest.fixture
def by_http(tmp_path: Path) -> Iterator[SlackDesk]:
    with SlackDesk(tmp_path, http=True) as made:
        yield made.start()


@pytest.fixture
def indoors(tmp_path: Path) -> Iterator[Indoors]:
    """The desk in this process, at a time that stands still."""
    with SlackDesk(tmp_path, http=True) as made, Indoors(made) as house:
        yield house
