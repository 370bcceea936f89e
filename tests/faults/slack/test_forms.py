"""Forms under trouble: whoever presses or sends hears in a moment what became of it, and it is done once."""

import pytest

from tests.faults.slack.inside import Indoors, changes, locked, presses_form, rows
from tests.faults.slack.test_limits import opened
from tests.faults.slack.test_once import FULL
from tests.patience import PATIENCE
from tests.slack_kit.reading import words
from tests.slack_kit.state import Message


@pytest.fixture
def card(indoors: Indoors) -> Message:
    return opened(indoors)


def version(indoors: Indoors) -> int:
    """How often the case has changed."""
    return int(rows(indoors.desk, "SELECT version FROM cases")[0][0])


@pytest.mark.parametrize("code", ["expired_trigger_id", "exchanged_trigger_id", "invalid_trigger_id"])
def test_a_press_that_came_too_late_is_told_kindly(indoors: Indoors, card: Message, code: str) -> None:
    priya = indoors.desk.priya
    indoors.slack.trouble("views.open", error=code)
    priya.presses(card, "Close …")
    (said,) = indoors.slack.wait(lambda: priya.ephemeral)
    assert words(said).endswith("That took a moment too long for Slack. Please press the button once more.")
    presses_form(indoors.desk, priya, card, "Close")


def test_a_form_that_takes_long_says_so_and_its_answer_comes_by_message(indoors: Indoors, card: Message) -> None:
    priya = indoors.desk.priya
    presses_form(indoors.desk, priya, card, "Acknowledgement")
    indoors.answering.patience = 0.05
    with locked(indoors.desk):
        sent = priya.submits()
        assert sent.answer.body["response_action"] == "update"
        assert priya.modal is not None
        assert "This takes a moment longer. I send you a message as soon as it is done" in words(priya.modal)
    (said,) = indoors.slack.wait(lambda: priya.ephemeral or priya.inbox)
    assert "not taken" not in words(said)
    assert version(indoors) == 2
    indoors.answering.patience = PATIENCE
    indoors.slack.repeat(sent, retries=1)
    assert version(indoors) == 2


def test_a_form_that_takes_long_and_then_fails_says_that_too(indoors: Indoors, card: Message) -> None:
    priya = indoors.desk.priya
    presses_form(indoors.desk, priya, card, "Acknowledgement")
    changes(indoors.desk, FULL)
    indoors.answering.patience = 0.05
    with locked(indoors.desk):
        priya.submits()
    (said,) = indoors.slack.wait(lambda: priya.ephemeral or priya.inbox)
    assert "Your form was not taken. Please open it again." in words(said)
    assert version(indoors) == 1


def test_a_form_whose_work_fails_stays_open_and_can_be_sent_again(indoors: Indoors, card: Message) -> None:
    priya = indoors.desk.priya
    presses_form(indoors.desk, priya, card, "Acknowledgement")
    changes(indoors.desk, FULL)
    failed = "Something went wrong on my side, and nothing was changed. Please send it once more."
    assert list(priya.submits().errors.values()) == [failed]
    assert priya.modal is not None
    changes(indoors.desk, "DROP TRIGGER full")
    assert priya.submits().errors == {}
    assert not priya.forms
    assert version(indoors) == 2


def test_the_same_form_sent_twice_is_done_once(indoors: Indoors, card: Message) -> None:
    priya = indoors.desk.priya
    presses_form(indoors.desk, priya, card, "Acknowledgement")
    sent = priya.submits()
    answers = indoors.slack.repeat(sent, times=4, retries=2, together=True)
    assert {one.status for one in answers} == {200}
    assert version(indoors) == 2


def test_a_form_is_taken_from_somebody_whom_slack_cannot_show_now(indoors: Indoors, card: Message) -> None:
    """Nothing is done in the name of somebody who is not known; the form waits."""
    noor = indoors.desk.noor
    indoors.slack.trouble("users.info", where={"user": noor.id}, times=2, status=503)
    noor.presses(card, "Acknowledgement sent …")
    (said,) = indoors.slack.wait(lambda: noor.ephemeral)
    assert "I could not open the form just now." in words(said)
    assert version(indoors) == 1
