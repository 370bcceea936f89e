"""A letter is downloaded from the private message that shows it, where browsers reach the desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.customers import Customer
from tests.fetching import fetch, is_safe, link_in
from tests.letters import drafted
from tests.slack_kit.desk import free_port
from tests.teams_kit.desk import TeamsDesk


@pytest.fixture
def reached(tmp_path: Path) -> Iterator[TeamsDesk]:
    port = free_port()
    with TeamsDesk(tmp_path, PORT=str(port), DESK_ADDRESS=f"http://127.0.0.1:{port}") as desk:
        desk.teams.address = f"http://127.0.0.1:{port}/api/messages"
        yield desk.start()


def test_the_private_message_leads_to_the_letter_and_no_other_does(reached: TeamsDesk) -> None:
    customer = Customer("Zandvoort")
    card = reached.opens(reached.colleague(), customer.forwarded)
    reached.priya.presses(card, "Write to them")
    reached.priya.sends("Write", letter="receipt", language="nl", own="Tot gauw, één dezer dagen.")
    shown = reached.told(reached.priya, "Tot gauw")
    link = link_in(shown.activity)
    assert customer.address not in link and "DSR" not in link
    file = fetch(link)
    assert file.status == 200 and is_safe(file)
    mail, body = drafted(file.content)
    assert mail["To"] == customer.address and "Tot gauw, één dezer dagen." in body
    reached.quiet()
    everything = [card, *reached.cards, *reached.teams.replies(card)]
    assert all("/letters/" not in str(message.activity) for message in everything)
    assert "/letters/" not in reached.product.log()
    assert fetch(link[:-1]).status == 403


def test_without_an_address_no_link_is_offered(office: TeamsDesk) -> None:
    card = office.opens(office.colleague(), Customer("Zonderland").forwarded)
    office.priya.presses(card, "Write to them")
    office.priya.sends("Write", letter="receipt", own="No file.")
    shown = office.told(office.priya, "No file.")
    assert "Open in your mail program" in shown.words
    assert "mailto:" in str(shown.activity), "a letter of usual length is a link"
    assert "ownload" not in shown.words and "/letters/" not in str(shown.activity)
