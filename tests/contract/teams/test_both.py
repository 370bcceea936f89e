"""Slack and Teams at once: one process, one database, one privacy channel."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.customers import Customer
from tests.slack_kit.desk import SlackDesk, free_port, policy_for_slack
from tests.slack_kit.reading import words
from tests.teams_kit.desk import teams_settings
from tests.teams_kit.people import Person
from tests.teams_kit.standin import StandIn
from tests.teams_kit.state import TENANT


class BothDesks:
    """Colleagues in Teams, and the privacy team with its channel in Slack."""

    def __init__(self, folder: Path) -> None:
        self.teams = StandIn()
        self.emma: Person = self.teams.add_user("Emma Brooks", "emma@northloop.example")
        self.priya: Person = self.teams.add_user("Priya Nair", "priya@northloop.example")
        port = free_port()
        self.teams.address = f"http://127.0.0.1:{port}/api/messages"
        self.slack = SlackDesk(folder)
        self.slack.product.environment |= {**teams_settings(self.teams), "PORT": str(port)}
        policy_for_slack(folder, tenants=(TENANT,))
        self.slack.start()

    def close(self) -> None:
        self.slack.close()
        self.teams.close()
        assert not self.teams.state.refused

    def told(self, person: Person, said: str) -> Any:
        return self.teams.wait(lambda: [one for one in person.inbox if said in one.words])[-1]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BothDesks]:
    made = BothDesks(tmp_path_factory.mktemp("both"))
    yield made
    made.close()


def test_a_case_from_teams_is_triaged_in_slack_and_its_outcome_told_in_teams(office: BothDesks) -> None:
    slack, ana = office.slack, Customer("Ulmer")
    office.emma.says(ana.forwarded)
    office.emma.presses(office.told(office.emma, ana.address), "Open case")
    card = slack.slack.wait(lambda: slack.cards)[0]
    assert "Ulmer" not in words(card)
    slack.priya.presses(card, "Take it")
    office.told(office.emma, "Somebody of the privacy team is working on")
    slack.priya.presses(card, "Close …")
    slack.slack.wait(lambda: slack.priya.modal)
    slack.priya.submits(rights=["erasure"], outcome="withdrawn")
    office.told(office.emma, "closed")
    slack.quiet()
    assert not slack.emma.inbox, "Emma hears it where she came from"


def test_one_person_is_the_same_in_both(office: BothDesks) -> None:
    office.priya.says("search nobody@citrine.example")
    office.told(office.priya, "I know no case by that")


def test_while_teams_hangs_slack_goes_on(office: BothDesks) -> None:
    trouble = office.teams.trouble("post", times=None, hold=True)
    office.emma.says("hello")
    office.teams.wait(lambda: trouble.hits)
    office.slack.sam.says("hello")
    office.slack.slack.wait(lambda: [one for one in office.slack.sam.inbox if "Hello Sam" in words(one)])
    trouble.ends()
    office.told(office.emma, "Hello Emma")


def test_a_secret_that_has_ended_keeps_slack_from_nothing(office: BothDesks) -> None:
    product = office.slack.product
    product.stop()
    before = product.environment["TEAMS_APP_PASSWORD"]
    product.environment["TEAMS_APP_PASSWORD"] = "old"
    office.slack.start()
    assert "BAD  Microsoft refuses TEAMS_APP_ID" in product.log()
    office.slack.sam.says("help")
    office.slack.slack.wait(lambda: [one for one in office.slack.sam.inbox if "What I can do" in words(one)])
    product.environment["TEAMS_APP_PASSWORD"] = before
