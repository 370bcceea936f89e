"""The product in Slack, running as a process of its own, over either transport."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.contract.slack.office import Office
from tests.slack_kit.desk import SlackDesk

TRANSPORTS = ("socket mode", "http")


@contextmanager
def opened(folder: Path, transport: str) -> Iterator[Office]:
    desk = SlackDesk(folder, http=transport == "http")
    try:
        yield Office(desk.start())
    finally:
        desk.close()


@pytest.fixture(scope="module", params=TRANSPORTS)
def office(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """One desk for the tests of a module: each of them brings colleagues and customers of its own."""
    with opened(tmp_path_factory.mktemp("slack"), request.param) as office:
        yield office


@pytest.fixture(params=TRANSPORTS)
def own_office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Office]:
    """A desk of the test's own, which it may count on, stop or kill."""
    with opened(tmp_path, request.param) as office:
        yield office
