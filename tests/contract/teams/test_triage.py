"""The privacy team at its cards: dialogs with errors, clients without dialogs, and buttons that come too late."""

from datetime import UTC, datetime

import pytest

from tests.customers import Customer
from tests.teams_kit import cards
from tests.teams_kit.desk import TeamsDesk
from tests.teams_kit.state import Message


@pytest.fixture
def card(office: TeamsDesk, request: pytest.FixtureRequest) -> Message:
    """The card of a new case."""
    surname = "".join(part.capitalize() for part in request.node.name.split("_")[1:6])
    opened = office.opens(office.colleague(), Customer(surname).forwarded)
    office.quiet()
    return opened


def test_a_dialog_with_an_error_stays_open_and_keeps_what_was_filled_in(office: TeamsDesk, card: Message) -> None:
    priya = office.priya
    priya.presses(card, "Close")
    priya.sends("Close it", outcome="denied", reason="other", note="see the file")
    assert priya.dialog is not None, "it stays open"
    assert "see the file" in cards.words(priya.dialog)
    assert any(run.get("color") == "Attention" for run in cards.walk(priya.dialog))
    priya.sends("Close it", told="You may complain to the authority. We refused since it is not yours.")
    assert not priya.in_dialog
    office.shows(card, "Closed")


def test_a_client_without_dialogs_gets_the_form_in_the_card(office: TeamsDesk, card: Message) -> None:
    priya = office.priya
    priya.presses(card, "Nothing opens?")
    priya.presses(card, "Extend")
    assert "Why is more time needed?" in cards.words(card.seen(priya.user))
    priya.presses(card, "Cancel")
    assert "Take it" in cards.buttons(card.seen(priya.user)), "the card is back"
    priya.presses(card, "Nothing opens?")
    priya.presses(card, "Back")
    priya.presses(card, "Nothing opens?")
    priya.presses(card, "Acknowledgement sent")
    priya.fills(card, "Save", on="2031-01-01")
    assert any(run.get("color") == "Attention" for run in cards.walk(card.seen(priya.user))), (
        "an error beside the field"
    )
    priya.fills(card, "Save", on=datetime.now(UTC).date().isoformat())
    office.teams.wait(lambda: [one for one in office.teams.replies(card) if "acknowledge" in one.words.casefold()])


def test_details_never_stand_in_a_channel(office: TeamsDesk, card: Message) -> None:
    noor = office.noor
    noor.presses(card, "Nothing opens?")
    noor.presses(card, "Details")
    assert "in our private chat" in noor.told[-1]
    assert "citrine.example" not in str(card.seen(noor.user))
    shown = office.told(noor, "citrine.example")
    noor.presses(shown, "Done")
    assert "citrine.example" not in str(shown.seen(noor.user))
    noor.presses(card, "Back")
    noor.presses(card, "Details")
    assert noor.dialog is not None
    assert "citrine.example" in cards.words(noor.dialog)
    noor.sends("Done")


def test_a_card_that_was_changed_meanwhile_says_so_and_shows_it(office: TeamsDesk, card: Message) -> None:
    stale = card.activity
    office.priya.presses(card, "Take it")
    office.shows(card, "Owner\nPriya Nair")
    card.seen_by[office.noor.user.aad] = stale["attachments"][0]["content"]  # her client has not heard of it
    office.noor.presses(card, "Take it")
    seen = cards.words(card.seen(office.noor.user))
    assert "Priya Nair" in seen


def test_only_the_privacy_team_may_press(office: TeamsDesk, card: Message) -> None:
    office.sam.presses(card, "Take it")
    assert "Only the privacy team" in cards.words(card.seen(office.sam.user))
    office.sam.presses(card, "Close")
    assert "Only the privacy team" in office.sam.told[-1]
    office.quiet()
    assert "nobody yet" in card.words


def test_a_menu_opens_within_the_card(office: TeamsDesk, card: Message) -> None:
    office.priya.presses(card, "More")
    assert "What else would you like to do?" in cards.words(card.seen(office.priya.user))
    office.priya.presses(card, "Merge")
    assert office.priya.dialog is not None


def test_a_deleted_card_is_posted_anew(office: TeamsDesk, card: Message) -> None:
    before = len(office.cards)
    with office.teams.state.lock:
        office.teams.state.conversations[card.conversation].messages.remove(card)
        del office.teams.state.conversations[card.conversation].replies[card.id]
    office.priya.presses(card, "Take it")
    anew = office.teams.wait(lambda: [one for one in office.cards[before - 1 :] if one is not card])[0]
    assert anew.words.split(":")[0] == card.words.split(":")[0]


def test_what_a_colleague_changes_in_a_form_of_their_chat_is_taken(office: TeamsDesk) -> None:
    kim, ana = office.colleague(), Customer("Zoller")
    review = office.hands_over(kim, ana.forwarded)
    kim.presses(review, "Change something")
    assert kim.dialog is not None
    kim.sends(cards.buttons(kim.dialog)[0])
    office.teams.wait(lambda: len(kim.inbox) > 1)


def test_what_can_not_come_back_stays_and_its_forms_stand_below(office: TeamsDesk) -> None:
    kim, ana = office.colleague(), Customer("Zwart")
    review = office.hands_over(kim, ana.forwarded)
    kim.presses(review, "Nothing opens?")
    assert kim.told[-1] == "It stands below."
    assert "Open case" in cards.buttons(review.seen(kim.user)), "the question is still there"
    offered = office.told(kim, "These open right here")
    kim.presses(offered, "Change something")
    assert cards.inputs(offered.seen(kim.user)), "the form takes the place of what only offered it"
    kim.presses(offered, "Cancel")
    assert "Nothing was changed" in cards.words(offered.seen(kim.user))
    kim.presses(review, "Open case")
    office.told(kim, "is open: Delete")


def test_no_message_in_the_channel_ever_held_a_name(office: TeamsDesk) -> None:
    office.quiet()
    for message in office.cards:
        everything = [message, *office.teams.replies(message)]
        assert "citrine.example" not in str([one.activity for one in everything])
