"""A support agent's tickets in Slack: handed over in shorthand, asked about, and word of their end."""

from tests.contract.slack.office import Office
from tests.slack_kit.reading import words


def test_tickets_are_told_apart_from_their_shorthand_to_their_end(office: Office) -> None:
    robin = office.colleague()
    assert "What is the person asking for?" in office.hears(robin, "esc ZD-5001")
    assert "Ticket: ZD-5002" in office.hears(robin, "esc ZD-5002")
    assert "ZD-5001 is not open yet: it waits here" in office.hears(robin, "any news on 5001?")
    robin.says("delete")
    told = office.told(robin, "(ZD-5002)")
    case = office.case(told)
    assert "in a support ticket" in words(case.card) and "Ticket: ZD-5002" in words(case.card)
    office.quiet()
    assert "What is the person asking for?" in words(robin.inbox[-1])

    state = office.hears(robin, "what about ZD-5002?")
    assert case.reference in state and "Delete: received" in state
    assert "I can't tell you anything about ZD-5999" in office.hears(robin, "what about ZD-5999?")
    assert "Dropped. Nothing was recorded." in office.hears(robin, "that was a test, drop it")

    office.form(office.priya, case.card, "Close …")
    assert not office.priya.submits(values={"outcome": "withdrawn"}).errors
    end = words(office.told(robin, f"{case.reference} is closed."))
    assert "(ZD-5002)" in end and "You can tell the customer: “We have stopped working on it, as you wished.”" in end


def test_who_was_asked_nothing_is_not_told_off_for_silence(office: Office) -> None:
    robin = office.colleague()
    case = office.opens(robin)
    office.form(office.priya, case.card, "Close …")
    refused = office.priya.submits(values={"outcome": "expired"})
    assert "Nothing on record asks the person anything" in str(refused.errors)
    refusal = {"outcome": "denied", "reason": "no_match", "told": "We hold nothing about you."}
    assert not office.priya.submits(values=refusal).errors
    assert "Our privacy team has finished its work" in words(office.told(robin, f"{case.reference} is closed."))
