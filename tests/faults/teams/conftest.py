"""One desk in Teams for the tests that only knock at its door."""

from collections.abc import Iterator

import pytest

from tests.teams_kit.desk import TeamsDesk


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TeamsDesk]:
    with TeamsDesk(tmp_path_factory.mktemp("teams")) as desk:
        yield desk.start()
