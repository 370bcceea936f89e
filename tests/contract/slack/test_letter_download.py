"""A letter is downloaded from the private message that shows it, where browsers reach the desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contract.slack.office import Office
from tests.fetching import fetch, is_safe, link_in
from tests.letters import drafted
from tests.slack_kit.desk import SECRET, SlackDesk, free_port
from tests.slack_kit.reading import words


@pytest.fixture(params=["socket mode", "http"])
def reached(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Office]:
    """A desk with an address: behind the proxy that Slack comes through, or for the team's browsers alone."""
    port = free_port()
    settings = {"PORT": str(port), "DESK_ADDRESS": f"http://127.0.0.1:{port}"}
    with SlackDesk(tmp_path, http=request.param == "http", **settings) as desk:
        if desk.http:
            desk.slack.over_http(f"http://127.0.0.1:{port}/slack/events", SECRET)
        yield Office(desk.start())


def test_the_private_message_leads_to_the_letter_and_no_other_does(reached: Office) -> None:
    customer = reached.customer()
    case = reached.opens(reached.colleague(), customer)
    reached.form(reached.priya, case.card, "Write to them …")
    sent = reached.priya.submits(values={"letter": "receipt", "language": "fr", "own": "À bientôt, chère cliente."})
    assert not sent.errors
    shown = reached.told(reached.priya, "À bientôt")
    link = link_in(shown["blocks"])
    assert customer.address not in link and case.reference not in link
    file = fetch(link)
    assert file.status == 200 and is_safe(file)
    assert file.headers.get_filename() == f"letter-{case.reference}.eml"
    mail, body = drafted(file.content)
    assert mail["To"] == customer.address and "À bientôt, chère cliente." in body
    reached.quiet()
    assert all("/letters/" not in str(message) for message in [case.card, *reached.desk.cards])
    assert "/letters/" not in "".join(case.notes) and "/letters/" not in reached.desk.product.log()
    assert fetch(link[:-1]).status == 403
    assert "Acknowledgement sent …" in str(case.card), "what is downloaded is not yet sent"


def test_without_an_address_no_link_is_offered_and_no_file_is_kept(office: Office) -> None:
    case = office.opens(office.colleague())
    office.form(office.priya, case.card, "Write to them …")
    assert not office.priya.submits(values={"letter": "receipt", "own": "No file."}).errors
    shown = office.told(office.priya, "No file.")
    assert "Open in your mail program" in words(shown)
    assert "ownload" not in words(shown) and "/letters/" not in str(shown)
    assert office.rows("letter_files") == 0
