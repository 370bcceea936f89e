"""A customer's mail in Dutch, from the private chat to the closed case, with real signed requests."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.customers import Customer
from tests.teams_kit.desk import PRIVACY, TeamsDesk
from tests.teams_kit.inside import Indoors

MAIL = f"""Kun je hier iets mee?

---------- Doorgestuurd bericht ---------
Van: Ana Belmont <ana.belmont@citrine.example>
Datum: {datetime.now(UTC) - timedelta(days=2):%d-%m-%Y} om 09:12
Onderwerp: mijn gegevens
Aan: <support@northloop.example>

Beste mensen, ik woon in Utrecht. Verwijder alstublieft mijn account en alle gegevens die jullie van mij hebben.

Ana Belmont
"""


def test_from_a_dutch_mail_to_its_outcome(office: TeamsDesk) -> None:
    daan, priya, teams = office.daan, office.priya, office.teams
    review = office.hands_over(daan, MAIL, "Deze zaak openen?")
    assert "ana.belmont@citrine.example" in review.words
    office.quiet()
    before = len(office.cards)
    daan.presses(review, "Zaak openen")
    card = teams.wait(lambda: office.cards[before:])[0]
    assert "Delete" in card.words
    assert "Belmont" not in str(card.activity), "no personal data in the channel"
    reference = card.words.split(":")[0]
    office.told(daan, reference)
    office.quiet()  # the desk has noted which message its card is

    priya.presses(card, "Take it")
    assert "Priya Nair" in str(card.seen(priya.user)), "the card comes back updated"
    office.shows(card, "Owner\nPriya Nair")

    priya.presses(card, "Ask for verification")
    priya.sends("Save")
    assert not priya.in_dialog
    office.shows(card, "Identity\nasked")
    priya.presses(card, "Mark verified")
    priya.sends("Save", method="account", on_record="yes", result="passed")
    office.shows(card, "Identity\nverified")

    priya.presses(card, "Close")
    priya.sends("Close it", outcome="fulfilled", told="Alles is verwijderd.")
    office.shows(card, "Closed")
    office.told(daan, "gesloten")
    office.quiet()
    said = "\n".join(reply.words for reply in teams.replies(card))
    assert "Priya Nair" in said
    assert "verwijderd" not in said, "what the requester is told stays with the details"


def test_everything_goes_to_the_address_that_teams_named(tmp_path: Path) -> None:
    with TeamsDesk(tmp_path) as desk:
        desk.product.environment["TEAMS_SERVICE_URL"] = f"{desk.teams.url}/usual/"
        with Indoors(desk) as inside:
            desk.noor.adds_to(PRIVACY)  # Teams names its address for the team, and with each message for a chat
            desk.emma.says(Customer("Quarles").forwarded)
            inside.settle()
            desk.emma.presses(desk.told(desk.emma, "Quarles"), "Open case")
            inside.settle()
            (card,) = desk.cards
            desk.priya.presses(card, "Take it")
            inside.settle()
            desk.shows(card, "Owner\nPriya Nair")
            calls = [call for call in desk.teams.server.calls if call.kind in ("post", "update")]
            assert {(call.kind, call.region) for call in calls} == {("post", "emea"), ("update", "emea")}
