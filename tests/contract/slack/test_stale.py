"""Old buttons and forms: pressed twice, pressed late, of cases and drafts that are gone, of versions nobody knows."""

import sqlite3
from contextlib import closing
from typing import Any

import pytest

from tests.contract.slack.office import Office
from tests.slack_kit.people import Person
from tests.slack_kit.reading import words
from tests.slack_kit.state import Message

OLD = "This button is from an older message and no longer works. Please use a newer one."


def tampered(message: Message, **changes: str) -> Message:
    """The message with other values behind its buttons, as one of an older release has them."""
    blocks: list[dict[str, Any]] = [
        {**block, "elements": [{**element, **changes} for element in block["elements"]]}
        if block["type"] == "actions"
        else block
        for block in message["blocks"]
    ]
    return message.but(blocks=blocks)


# Buttons in the channel


def test_a_button_that_is_pressed_twice_is_done_once(office: Office) -> None:
    case = office.opens(office.colleague())
    before, heard = case.card, len(office.priya.ephemeral)
    office.priya.presses(before, "Take it")
    office.priya.presses(before, "Take it")
    office.whispered(office.priya, f"{case.reference} is yours already.", before=heard)
    office.quiet()
    assert case.notes == ["Priya Nair takes this case."]


def test_the_same_press_sent_again_by_slack_is_done_once(office: Office) -> None:
    case = office.opens(office.colleague())
    pressed = office.priya.presses(case.card, "Take it")
    assert [answer.status for answer in office.slack.repeat(pressed, times=3, retries=3)] == [200] * 3
    case.shows("Owner: Priya Nair")
    office.quiet()
    assert case.notes == ["Priya Nair takes this case."]


def test_two_who_take_it_at_once_are_told_who_has_it(office: Office) -> None:
    case = office.opens(office.colleague())
    card, heard = case.card, (len(office.priya.ephemeral), len(office.noor.ephemeral))
    office.priya.presses(card, "Take it")
    office.noor.presses(card, "Take it")
    office.whispered(office.priya, f"{case.reference} is yours now.", before=heard[0])
    office.whispered(office.noor, f"Priya Nair has taken {case.reference} already.", before=heard[1])
    office.quiet()
    assert len(case.cards) == 1


@pytest.mark.parametrize(
    "value",
    [
        '["case.gone",1,{}]',
        '["case.take",99,{"case":"DSR-2026-0001","seen":1}]',
        "not json",
        "",
        "null",
        "[]",
        '{"a":1}',
    ],
)
@pytest.mark.parametrize("label", ["Take it", "Close …"], ids=["a press", "a form"])
def test_an_unknown_button_is_answered_kindly(office: Office, value: str, label: str) -> None:
    case = office.opens(office.colleague())
    heard = len(office.priya.ephemeral)
    office.priya.presses(tampered(case.card, value=value), label)
    assert OLD in words(office.whispered(office.priya, OLD, before=heard))
    office.quiet()
    assert office.priya.modal is None and "Owner: nobody yet" in words(case.card)


@pytest.mark.parametrize("label", ["Take it", "Details …", "Close …"])
def test_a_button_of_a_case_that_is_gone(office: Office, label: str) -> None:
    case = office.opens(office.colleague())
    heard = len(office.priya.ephemeral)
    action = {"Take it": "case.take", "Details …": "case.details", "Close …": "case.close"}[label]
    gone = tampered(case.card, value=f'["{action}",1,{{"case":"DSR-2020-0001","seen":1}}]')
    office.priya.presses(gone, label)
    office.whispered(office.priya, "This case is no longer on record.", before=heard)
    assert office.priya.modal is None


# Forms


def test_a_form_that_is_sent_twice_is_taken_once(office: Office) -> None:
    case = office.opens(office.colleague())
    office.form(office.priya, case.card, "Close …")
    sent = office.priya.submits(values={"outcome": "withdrawn"})
    assert sent.answer.status == 200 and not sent.errors
    case.shows("Closed: ")
    (again,) = office.slack.repeat(sent)
    assert again.status == 200 and "errors" not in (again.body or {})
    office.quiet()
    assert len([note for note in case.notes if note.startswith("Delete: ")]) == 1


def test_a_form_of_a_case_that_changed_meanwhile_is_not_taken_blindly(office: Office) -> None:
    case = office.opens(office.colleague())
    office.form(office.priya, case.card, "Close …")
    office.form(office.noor, case.card, "Close …")
    assert not office.noor.submits(values={"outcome": "withdrawn"}).errors
    case.shows("Closed: ")
    errors = office.priya.submits(values={"outcome": "expired"}).errors
    assert list(errors.values()) == [f"{case.reference} is closed. Reopen it first."]
    assert office.priya.modal is not None  # what was typed is still there
    office.priya.closes()
    assert "Withdrawn" in words(case.card) or "withdrawn" in words(case.card)


def test_a_form_of_a_case_that_a_colleague_took_meanwhile(office: Office) -> None:
    case = office.opens(office.colleague())
    office.form(office.priya, case.card, "Give to …")
    office.noor.presses(case.card, "Take it")
    case.shows("Owner: Noor de Wit")
    sent = office.priya.submits(values={"to": "slack:T0NORTH:U0PRIYA"})
    assert len(sent.errors) == 1
    office.priya.closes()
    assert "Owner: Noor de Wit" in words(case.card)


def test_a_form_that_is_opened_too_late_for_slack(office: Office) -> None:
    case = office.opens(office.colleague())
    heard = len(office.priya.ephemeral)
    held = office.slack.trouble("views.open", error="expired_trigger_id")
    office.priya.presses(case.card, "Close …")
    office.whispered(office.priya, "That took a moment too long for Slack. Please press the button once more.", heard)
    assert held.hits == 1
    assert office.form(office.priya, case.card, "Close …")
    office.priya.closes()


# Drafts


def _finished(office: Office) -> tuple[Person, Message]:
    """Somebody who opened a case, and their review with its old buttons."""
    robin = office.colleague()
    robin.says(office.customer().forwarded)
    review = office.told(robin, "Open this case?")
    robin.presses(review, "Open case")
    office.told(robin, " is open: ")
    return robin, review


def test_opening_twice_opens_one_case(office: Office) -> None:
    robin, review = _finished(office)
    cases = office.rows("cases")
    said = words(office.answer(robin, lambda: robin.presses(review, "Open case")))
    assert "This is no longer open: it was finished or dropped." in said
    office.quiet()
    assert office.rows("cases") == cases


def test_cancelling_what_is_open_already_cancels_nothing(office: Office) -> None:
    robin, review = _finished(office)
    said = words(office.answer(robin, lambda: robin.presses(review, "Cancel")))
    assert "This is no longer open" in said


def test_changing_what_is_open_already_is_said_beside_the_button(office: Office) -> None:
    robin, review = _finished(office)
    robin.presses(review, "Change something …")
    office.whispered(robin, "This is no longer open")
    assert robin.modal is None


def test_the_button_of_an_old_question_changes_its_answer(office: Office) -> None:
    robin = office.colleague()
    office.hears(robin, "A customer wrote: please delete my data")
    asked = office.told(robin, "Is this about you?")
    assert "Whose data is it about?" in office.hears(robin, "no")
    about_them = words(office.answer(robin, lambda: robin.presses(asked, "Yes, it is about me")))
    assert robin.user.email in about_them and "Where does the person live?" in about_them


def test_the_button_of_a_question_that_is_not_asked_any_more(office: Office) -> None:
    robin = office.colleague()
    office.hears(robin, "A customer wrote: please delete my data")
    asked = office.told(robin, "Is this about you?")
    office.hears(robin, "cancel")
    said = words(office.answer(robin, lambda: robin.presses(asked, "Yes, it is about me")))
    assert "This is no longer open" in said


def test_a_form_of_a_draft_that_was_dropped_meanwhile(office: Office) -> None:
    robin = office.colleague()
    robin.says(office.customer().forwarded)
    office.form(robin, office.told(robin, "Open this case?"), "Change something …")
    office.hears(robin, "cancel")
    sent = robin.submits(values={"residence": "uk_gdpr"})
    assert [error.startswith("This is no longer open") for error in sent.errors.values()] == [True]


def test_a_button_below_the_card_of_an_unknown_kind_is_left_alone(office: Office) -> None:
    case = office.opens(office.colleague())
    kept = office.kept
    other = tampered(case.card, type="overflow", action_id="menu")
    other["blocks"][-1]["elements"] = [
        {
            "type": "overflow",
            "action_id": "menu",
            "options": [{"text": {"type": "plain_text", "text": "A"}, "value": "a"}] * 2,
            "text": {"type": "plain_text", "text": "Menu"},
        }
    ]
    assert office.priya.presses(other, "Menu", choice="a").answer.status == 200
    assert office.kept == kept


def test_nothing_of_all_this_left_anything_stuck(office: Office) -> None:
    office.hears(office.colleague(), "hello")
    office.quiet()
    with closing(sqlite3.connect(office.desk.product.data / "desk.db")) as database:
        stuck = database.execute(
            "SELECT error FROM inbox WHERE state = 'stuck' UNION SELECT state FROM outbox WHERE state = 'dead'"
        ).fetchall()
    assert not stuck
