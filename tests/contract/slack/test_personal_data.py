"""After a whole story: where the customer's name and address are, and where they never were."""

import pytest

from tests.contract.slack.office import Case, Office, today
from tests.customers import Customer
from tests.slack_kit.desk import GENERAL, INTAKE, PRIVACY
from tests.slack_kit.people import Person
from tests.slack_kit.reading import words
from tests.slack_kit.trouble import Call

Played = tuple[Office, Person, Customer]
CARD = "4111 1111 1111 1111"


def everything_happens(office: Office, reporter: Person, customer: Customer) -> Case:
    """A case from its mail to its end, with all that anybody can do on the way, and all that is refused."""
    slack, priya = office.slack, office.priya
    slack.mail_arrives(INTAKE, (customer.name, customer.address), f"I am {customer.name}", customer.forwarded)
    slack.wait(lambda: [card for card in office.desk.cards if "A mail waits" in words(card)])
    mail = slack.mail_arrives(INTAKE, ("R", reporter.user.email), f"Fwd: from {customer.name}", customer.forwarded)
    office.told(reporter, "Open this case?")
    reporter.mentions("what is this?", INTAKE, thread=mail)
    review = office.told(reporter, "I have this message already.")
    reporter.presses(review, "Open case")
    case = office.case(office.told(reporter, " is open: "))

    other = office.colleague("Sasha Lim", channels=(GENERAL, PRIVACY))
    other.presses(case.card, "Details …")
    office.whispered(other, "Only the privacy team can do this.")
    for text in (f"search {customer.address}", f"status {case.reference}", "open", "mine"):
        heard = len(other.ephemeral)
        other.runs("/privacy", text, GENERAL)
        slack.wait(lambda heard=heard: other.ephemeral[heard:])  # type: ignore[misc]
    other.opens_home()
    slack.wait(lambda: other.home)
    heard = len(priya.ephemeral)
    priya.runs("/privacy", f"search {customer.address}", GENERAL)
    office.whispered(priya, case.reference, before=heard)
    priya.opens_home()
    slack.wait(lambda: priya.home)

    priya.presses(case.card, "Take it")
    case.shows("Owner: Priya Nair")
    assert customer.name in words(office.form(priya, case.card, "Details …"))
    priya.closes()
    office.form(priya, case.card, "Extend …")
    extension = {"reason": "complexity", "on": today(), "note": f"{customer.name} wrote again"}
    assert not priya.submits(values=extension).errors
    case.shows("extended")
    office.form(priya, case.card, "Close …")
    end = {"outcome": "denied", "reason": "no_match", "told": f"Dear {customer.name}, we hold nothing. Card {CARD}."}
    assert not priya.submits(values=end).errors
    case.shows("Closed: ")
    office.told(reporter, f"{case.reference} is closed.")
    return case


def holds(customer: Customer, what: object) -> bool:
    said = str(what).casefold()
    return customer.surname.casefold() in said or customer.wish.casefold() in said


def nothing_readable(office: Office, *said: str) -> None:
    """None of the files that the desk has written holds any of these words."""
    for path in (path for path in office.desk.product.data.rglob("*") if path.is_file()):
        content = path.read_bytes().lower()
        assert [one for one in said if one.lower().encode() in content] == [], path.name


@pytest.fixture(scope="module")
def played(office: Office) -> Played:
    """The story is over."""
    reporter, customer = office.colleague(), office.customer()
    everything_happens(office, reporter, customer)
    reporter.drops(f"{customer.surname}.pdf", b"%PDF-1.7", "is this one, too?")
    office.told(reporter, "I have not read")
    office.quiet()
    return office, reporter, customer


def test_a_customers_data_goes_to_the_reporter_and_into_the_teams_forms_only(played: Played) -> None:
    office, reporter, customer = played

    def allowed(call: Call) -> bool:
        if call.method == "views.open":
            return office.slack.passes.triggers[call.args["trigger_id"]].user == office.priya.id
        return call.method == "chat.postMessage" and call.args["channel"] == reporter.id

    asked = "users.lookupByEmail"  # of the sender of a mail that Slack itself holds
    told = [call for call in office.slack.calls if holds(customer, call.args) and call.method != asked]
    assert {call.method for call in told} == {"views.open", "chat.postMessage"}
    assert [call for call in told if not allowed(call)] == []


def test_no_channel_and_no_page_ever_shows_it(played: Played) -> None:
    office, reporter, customer = played
    state = office.slack.state
    for channel in state.channels.values():
        written = [message for message in channel.everything if message.get("bot_id") == "B0BOT"]
        if channel.im_user != reporter.id:
            assert not [words(message) for message in written if holds(customer, message)]
    assert not [words(message) for message in state.ephemeral if holds(customer, message)]
    assert not [words(view) for view in office.slack.workspace.views.homes.values() if holds(customer, view)]


def test_neither_the_log_nor_the_files_of_the_desk_hold_it(played: Played) -> None:
    office, reporter, customer = played
    assert {"desk.db", "log.txt"} <= {path.name for path in office.desk.product.data.rglob("*")}
    said = (customer.surname, customer.address, customer.wish, reporter.user.email, CARD, "Priya Nair")
    nothing_readable(office, *said)


def test_a_killed_desk_leaves_nothing_readable(own_office: Office) -> None:
    """What came in and what must go out waits in the database while Slack is away."""
    office = own_office
    reporter, customer = office.colleague(), office.customer()
    office.slack.trouble("chat.postMessage", times=None, status=503)
    reporter.says(customer.forwarded)
    office.slack.wait(lambda: office.slack.calls_of("chat.postMessage"))
    reporter.drops("mail.eml", customer.mail)
    office.desk.product.kill()
    nothing_readable(office, customer.surname, customer.address, customer.wish)


def test_numbers_that_must_not_be_kept_are_in_nothing_that_is_shown(office: Office) -> None:
    reporter, customer = office.colleague(), office.customer(f"Please delete my data. My card is {CARD}.")
    reporter.says(customer.forwarded)
    office.told(reporter, "I took this out and kept none of it: a card number.")
    reporter.presses(office.told(reporter, "Open this case?"), "Open case")
    case = office.case(office.told(reporter, " is open: "))
    office.form(office.priya, case.card, "Close …")
    end = {"outcome": "denied", "reason": "no_match", "told": f"Your card {CARD} is not ours.", "note": f"card {CARD}"}
    assert not office.priya.submits(values=end).errors
    case.shows("Closed: ")
    details = words(office.form(office.priya, case.card, "Details …"))
    assert "[card number: not kept]" in details
    office.quiet()
    assert not [call for call in office.slack.calls if CARD in str(call.args)]


def test_a_number_in_a_dropped_mail_is_told_of(office: Office) -> None:
    reporter, customer = office.colleague(), office.customer(f"Please delete my data. My card is {CARD}.")
    reporter.drops("mail.eml", customer.mail)
    office.told(reporter, "Open this case?")
    office.quiet()
    assert CARD not in str(reporter.inbox)
    assert [one for one in reporter.inbox if "I took this out and kept none of it: a card number." in words(one)]
