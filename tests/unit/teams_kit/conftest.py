"""A stand-in with two people, a few channels, and a tiny app that hears of everything."""

from collections.abc import Iterator

import pytest

from tests.teams_kit.people import Person
from tests.teams_kit.standin import StandIn
from tests.unit.teams_kit.tiny_app import GENERAL, HIDDEN, TinyApp


@pytest.fixture
def teams() -> Iterator[StandIn]:
    with StandIn() as standin:
        emma = standin.add_user("Emma Bakker", "emma@north.example", language="nl-NL")
        noor = standin.add_user("Noor Smit", "noor@north.example")
        ada = standin.add_user("Ada Berg", "ada@north.example", reachable=False)
        standin.add_channel(GENERAL, emma, noor, ada)
        standin.add_channel(HIDDEN, emma, with_bot=False)
        yield standin


@pytest.fixture
def emma(teams: StandIn) -> Person:
    return Person(teams, teams.state.users[0])


@pytest.fixture
def noor(teams: StandIn) -> Person:
    return Person(teams, teams.state.users[1])


@pytest.fixture
def app(teams: StandIn) -> Iterator[TinyApp]:
    with TinyApp(teams) as tiny:
        yield tiny
