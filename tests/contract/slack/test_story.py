"""The whole story: from a colleague's forwarded mail to a closed case, over both transports."""

from datetime import timedelta

from tests.contract.slack.office import IN_PRIVATE, Office, today
from tests.customers import ERASURE, Customer
from tests.slack_kit.desk import INTAKE
from tests.slack_kit.people import Person
from tests.slack_kit.reading import buttons, words
from tests.slack_kit.sending import Sent


def forwards(office: Office, colleague: Person, customer: Customer, subject: str = "Fwd: my data") -> Sent:
    """A colleague forwards a customer's mail to the channel's own address."""
    return office.slack.mail_arrives(INTAKE, ("Robin Ames", colleague.user.email), subject, customer.forwarded)


def test_a_forwarded_mail_is_reviewed_in_private_and_leaves_one_neutral_line(office: Office) -> None:
    robin, customer = office.colleague(), office.customer()
    mail = forwards(office, robin, customer)
    review = office.told(robin, "Open this case?")
    assert f"“{ERASURE}”" in words(review)  # the words that it was read from
    assert f"{customer.name} <{customer.address}>" in words(review)
    assert buttons(review) == ["Open case", "Change something …", "Cancel"]
    office.quiet()
    thread = office.slack.channel(INTAKE).thread(mail.ts)[1:]
    assert [words(line) for line in thread] == [IN_PRIVATE]
    assert customer.surname not in str(thread)


def test_an_opened_case_has_its_card_and_its_reporter_the_reference(office: Office) -> None:
    robin, customer = office.colleague(), office.customer()
    forwards(office, robin, customer)
    robin.presses(office.told(robin, "Open this case?"), "Open case")
    told = office.told(robin, " is open: Delete.")
    case = office.case(told)
    assert "Tell the customer: “We have received your request" in words(told)
    assert "Owner: nobody yet" in words(case.card)
    assert case.card["text"].startswith(case.reference)  # for notifications and screen readers
    assert customer.surname not in str(case.card) and "citrine" not in str(case.card)


def test_taking_a_case_changes_its_one_card_for_everybody(office: Office) -> None:
    robin = office.colleague()
    case = office.opens(robin)
    before = case.card["ts"]
    office.priya.presses(case.card, "Take it")
    card = case.shows("Owner: Priya Nair")
    office.quiet()
    assert card["ts"] == before and len(case.cards) == 1
    assert "Take it" not in buttons(card)
    assert case.notes == ["Priya Nair takes this case."]
    office.told(robin, f"Somebody of the privacy team is working on {case.reference} now.")
    assert office.whispered(office.priya, f"{case.reference} is yours now.").channel == card.channel


def test_details_open_for_the_team_and_are_refused_to_others(office: Office) -> None:
    robin, customer = office.colleague(), office.customer()
    case = office.opens(robin, customer)
    details = office.form(office.priya, case.card, "Details …")
    assert customer.name in words(details) and customer.address in words(details) and customer.words in words(details)
    office.priya.closes()
    assert not office.priya.forms

    robin.presses(case.card, "Details …")
    refusal = office.whispered(robin, "Only the privacy team can do this.")
    assert refusal.channel == case.card.channel
    assert robin.modal is None and customer.surname not in str(refusal)


def test_extending_a_case_is_corrected_in_its_form_and_then_seen_by_all(office: Office) -> None:
    robin = office.colleague()
    case = office.opens(robin)
    form = office.form(office.priya, case.card, "Extend …")
    reason = form_choices(form, "reason")[0]
    ahead = today() + timedelta(days=2)  # tomorrow may be today by the time it is sent
    sent = office.priya.submits(values={"reason": reason, "on": ahead})
    assert sent.errors == {"on": "That day has not come yet."}
    assert office.priya.forms

    sent = office.priya.submits(values={"reason": reason, "on": today()})
    assert not sent.errors and not office.priya.forms
    card = case.shows("extended")
    assert "Extend …" not in buttons(card)
    said = office.whispered(office.priya, f"{case.reference}: “Delete” is due by")
    assert said.channel == card.channel  # where the form was opened, and seen by her alone
    office.slack.wait(lambda: [note for note in case.notes if "xtended" in note])


def test_a_closed_case_tells_its_reporter_and_can_be_reopened(office: Office) -> None:
    robin = office.colleague()
    case = office.opens(robin)
    office.form(office.priya, case.card, "Close …")
    sent = office.priya.submits(values={"outcome": "denied"})
    assert sent.errors == {
        "reason": "A refusal needs a reason.",
        "told": "Please write what the requester is told.",
    }
    sent = office.priya.submits(values={"outcome": "fulfilled"})
    assert sent.errors["rights"].startswith("Nobody has confirmed yet who asks")
    assert office.priya.forms

    answer = {"outcome": "denied", "reason": "no_match", "told": "We hold nothing about you. You may complain."}
    assert not office.priya.submits(values=answer).errors and not office.priya.forms
    card = case.shows("Closed: ")
    assert buttons(card) == ["Reopen …", "Write to them …", "Details …"]
    office.slack.wait(lambda: [note for note in case.notes if note.startswith("Delete: Refused")])
    office.told(robin, f"{case.reference} is closed.")

    office.form(office.priya, case.card, "Reopen …")
    assert not office.priya.submits(values={"why": "They wrote again."}).errors
    assert "Close …" in buttons(case.shows("Due: "))


def test_a_letter_is_shown_to_the_one_who_writes_it_and_recorded_when_it_was_sent(office: Office) -> None:
    case = office.opens(office.colleague())
    office.form(office.priya, case.card, "Write to them …")
    refused = office.priya.submits(values={"letter": "refusal"})
    assert refused.errors["reason"].startswith("Refusing, even in part, needs a reason.")
    assert not office.priya.submits(values={"letter": "receipt", "language": "en"}).errors
    letter = office.told(office.priya, "You have our answer by")
    assert "mailto:" in str(letter) and case.reference in words(letter)
    office.quiet()
    assert "Dear" not in words(case.card)
    office.form(office.priya, letter, "I have sent it …")
    assert not office.priya.submits().errors
    office.slack.wait(lambda: [note for note in case.notes if note.startswith("A letter went out on")])
    office.slack.wait(lambda: "Acknowledgement sent …" not in buttons(case.card))


def form_choices(form: object, name: str) -> list[str]:
    """The values that a field of a form offers."""
    assert isinstance(form, dict)
    (block,) = [block for block in form["blocks"] if block["block_id"] == name]
    return [option["value"] for option in block["element"]["options"]]
