"""A stand-in with a few channels and one person, and the tiny app on either transport."""

from collections.abc import Iterator

import pytest

from tests.slack_kit.people import Person
from tests.slack_kit.standin import StandIn
from tests.unit.slack_kit.tiny_app import MANIFEST, TinyApp


@pytest.fixture
def slack() -> Iterator[StandIn]:
    with StandIn(MANIFEST) as standin:
        standin.add_user("U0EMMA", "emma", real_name="Emma Bakker", email="emma@north.example", locale="nl-NL")
        standin.add_channel("C0GENERAL", "general", "U0EMMA")
        standin.add_channel("C0PRIV", "privacy", "U0EMMA", is_private=True)
        standin.add_channel("C0OTHER", "other", "U0EMMA", with_bot=False)
        standin.add_channel("C0HIDDEN", "hidden", "U0EMMA", with_bot=False, is_private=True)
        yield standin


@pytest.fixture
def emma(slack: StandIn) -> Person:
    return slack.person("U0EMMA")


@pytest.fixture(params=["http", "socket"])
def app(slack: StandIn, request: pytest.FixtureRequest) -> Iterator[TinyApp]:
    tiny = TinyApp(slack)
    yield tiny.over_http() if request.param == "http" else tiny.over_socket_mode()
    tiny.close()


@pytest.fixture
def idle(slack: StandIn) -> Iterator[TinyApp]:
    """An app that hears nothing and only calls the Web API."""
    tiny = TinyApp(slack)
    yield tiny
    tiny.close()
