"""A support agent's tickets in Teams: handed over in shorthand, asked about, and word of their end."""

from tests.teams_kit.desk import TeamsDesk


def test_a_ticket_is_known_by_its_number_from_its_shorthand_to_its_end(office: TeamsDesk) -> None:
    sam, priya = office.sam, office.priya
    sam.says("esc ZD-6001")
    office.told(sam, "What is the person asking for?")
    office.quiet()
    before = len(office.cards)
    sam.says("he wants his account gone")
    card = office.teams.wait(lambda: office.cards[before:])[0]
    office.told(sam, "(ZD-6001)")
    office.quiet()
    assert "in a support ticket" in card.words
    sam.says("6002 guy says stop mailing me")
    office.told(sam, "(6002)")
    sam.says("what about ZD-6001?")
    office.told(sam, "received")

    priya.presses(card, "Close")
    priya.sends("Close it", outcome="withdrawn")
    assert not priya.in_dialog
    assert "(ZD-6001)" in office.told(sam, "is closed. You can tell the customer").words
