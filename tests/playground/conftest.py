"""The client and the product, once for all tests of this folder; a fresh window for each."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.npm import NotToBeHad, installed
from tests.playground.client import Playground
from tests.playground.desk import DAAN, PlaygroundDesk
from tests.playground.program import CLIENT


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlaygroundDesk]:
    try:
        script = installed(*CLIENT)
    except NotToBeHad as trouble:
        pytest.skip(str(trouble))
    running = PlaygroundDesk(tmp_path_factory.mktemp("playground"))
    try:
        running.start(script)
        yield running
    finally:
        running.stop()


@pytest.fixture
def teams(chromium: Browser, desk: PlaygroundDesk) -> Iterator[Playground]:
    """Daan's window. Afterwards nothing may have gone wrong in the client unseen."""
    opened = Playground(chromium, desk.program.address, DAAN, desk.quiet)
    yield opened
    opened.close()
    assert opened.troubles == []
