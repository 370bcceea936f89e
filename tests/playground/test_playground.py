"""Microsoft's own client for trying apps, in a real browser, on the real product: nothing stands in for Teams here."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters.teams.turns import COMMAND
from tests.browser.chromium import needs_chromium
from tests.playground.client import Playground
from tests.playground.desk import PRIYA, PlaygroundDesk

needs_chromium()

pytestmark = pytest.mark.browser

RECEIVED = f"{datetime.now(UTC) - timedelta(days=2):%d-%m-%Y} om 09:12"

MARKED = "**alle** [gegevens](https://citrine.example) <img src=x> <at>Priya Nair</at>"
WIDTH = "Full width control is not supported"[:20]  # of which the client says that Teams itself can show it


def fact(label: str, value: str) -> re.Pattern[str]:
    """A line of a card, as the text of its elements."""
    return re.compile(rf"{label}\s*{value}")


def mail(name: str, address: str) -> str:
    """A customer's mail in Dutch, as a colleague passes it on."""
    return f"""Kun je hier iets mee?

---------- Doorgestuurd bericht ---------
Van: {name} <{address}>
Datum: {RECEIVED}
Onderwerp: mijn gegevens
Aan: <support@northloop.example>

Beste mensen, ik woon in Utrecht. Verwijder alstublieft mijn account en {MARKED} die jullie van mij hebben.

{name}
"""


def opens_case(teams: Playground, name: str, address: str) -> str:
    """Hand a mail over and confirm what was read in it, shown as it was written. The case's reference."""
    teams.says(mail(name, address))
    review = teams.card("Open this case?", address)
    assert "**alle** [gegevens](https://citrine.example) <img src=x> @Priya Nair" in review.inner_text()
    assert review.locator("a, img").count() == 0
    teams.presses("Open case", "Open this case?", address)
    said = teams.card("is open: Delete").inner_text()
    found = re.search(r"DSR-\d+-\d+", said)
    assert found is not None
    return found[0]


def test_from_a_dutch_mail_to_its_outcome(teams: Playground, tmp_path: Path) -> None:
    case = opens_case(teams, "Ana Belmont", "ana.belmont@citrine.example")
    teams.screenshot(tmp_path / "1-opened.png")

    teams.opens_channel("Privacy")
    teams.card(case, fact("Owner", "nobody yet"))
    assert "Belmont" not in teams.cards(), "no personal data in the channel"
    teams.presses("Take it", case)
    teams.card(case, "Only the privacy team can do this.")
    teams.screenshot(tmp_path / "2-refused.png")

    teams.acts_as(PRIYA)
    teams.presses("Take it", case)
    teams.card(case, fact("Owner", "Priya Nair"))
    assert not teams.offers("Take it", case)
    teams.presses("Details …", case)
    teams.told("I have sent it to you in our private chat")
    teams.screenshot(tmp_path / "3-taken.png")

    teams.presses("Ask for verification …", case)
    teams.card("When was the person asked?")
    teams.screenshot(tmp_path / "4-asks.png")
    teams.fills("Save", {})
    teams.card(case, fact("Identity", "asked"))
    teams.presses("Mark verified …", case)
    teams.card("How was it checked?")
    teams.screenshot(tmp_path / "5-verifies.png")
    teams.fills(
        "Save",
        {
            "How was it checked?": "Signed in to their account",
            "Did it go through an address that we had on record?": "Yes",
            "What came out?": "They are who they say",
        },
    )
    teams.card(case, fact("Identity", "verified"))
    teams.presses("Close …", case)
    teams.card("How did it end?")
    teams.screenshot(tmp_path / "6-closes.png")
    teams.fills("Close it", {"How did it end?": "Done as asked", "What is the requester told?": "Alles is verwijderd."})
    teams.card(case, fact("Outcome", "Done as asked"))
    teams.screenshot(tmp_path / "7-closed.png")
    assert "verwijderd" not in teams.cards(), "what the requester is told stays with the details"

    teams.opens_chat()
    teams.card(f"{case} is closed.")
    teams.screenshot(tmp_path / "8-told.png")
    assert teams.warnings <= {WIDTH}, "the client takes everything else on our cards"


def test_the_menu_of_a_message_goes_on_in_private(teams: Playground, tmp_path: Path) -> None:
    teams.opens_group()
    teams.says("Bo Fennel, bo.fennel@citrine.example, wants his data deleted")
    teams.logs("Bo Fennel", COMMAND, "I have sent you a message")
    teams.opens_chat()
    teams.card("Bo Fennel <bo.fennel@citrine.example>", "When did it reach us?")
    teams.screenshot(tmp_path / "logged.png")
    teams.presses("Cancel", "When did it reach us?")
    teams.card("Nothing was recorded.")
    assert teams.warnings <= {WIDTH}


def test_a_mention_goes_on_in_private(teams: Playground, tmp_path: Path) -> None:
    teams.opens_channel("Privacy")
    teams.mentions("Ticket 4712: Cy Garrick, cy.garrick@citrine.example, wants his data deleted")
    teams.card("Let's go on in private")
    teams.card("Ticket", "4712")
    assert "Garrick" not in teams.cards(), "no personal data in the channel"
    teams.screenshot(tmp_path / "mentioned.png")
    teams.opens_chat()
    teams.card("is open: Delete")


def test_a_case_that_nobody_takes_is_mentioned(teams: Playground, desk: PlaygroundDesk, tmp_path: Path) -> None:
    case = opens_case(teams, "Di Hollis", "di.hollis@citrine.example")
    teams.opens_channel("Privacy")
    teams.card(case, fact("Owner", "nobody yet"))
    desk.a_few_days_later(teams.listens())
    teams.card(f"{case}: nobody has taken it")
    teams.screenshot(tmp_path / "nudged.png")
