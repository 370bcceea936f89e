"""One desk in Teams for all tests of this folder; each test uses customers of its own."""

from collections.abc import Iterator

import pytest

from tests.teams_kit.desk import TeamsDesk


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TeamsDesk]:
    with TeamsDesk(tmp_path_factory.mktemp("teams")) as desk:
        yield desk.start()
