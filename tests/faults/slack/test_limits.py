"""Slack asks us to slow down, or fails: everything is said in the end, once, and nobody waits for somebody else."""

from dataclasses import replace

import pytest

from bot.cases.doing import do
from bot.cases.snapshot import Person
from bot.delivery import outbox
from bot.wording import speaking
from tests.conftest import worker
from tests.faults.slack.inside import Indoors, presses_form, rows
from tests.people import SAM
from tests.slack_kit.desk import FORWARD, GENERAL, PRIVACY
from tests.slack_kit.reading import words
from tests.slack_kit.state import Message
from tests.unit.cases.desk import USUAL

CARDS = 20
FAILURES = {"error 503": {"status": 503}, "cut off": {"reset": True}, "internal_error": {"error": "internal_error"}}
failing = pytest.mark.parametrize("failure", FAILURES.values(), ids=FAILURES.keys())


def opened(indoors: Indoors) -> Message:
    """A case of Emma's, with its card."""
    emma = indoors.desk.emma
    emma.says(FORWARD)
    indoors.settle()
    emma.presses(emma.inbox[-1], "Open case")
    indoors.settle()
    return indoors.desk.cards[-1]  # type: ignore[no-any-return]


def posts(indoors: Indoors, channel: str) -> int:
    return len([call for call in indoors.slack.calls_of("chat.postMessage") if call.args["channel"] == channel])


def test_a_limit_of_one_channel_is_kept_and_holds_up_nobody_else(indoors: Indoors) -> None:
    desk = indoors.desk
    indoors.slack.trouble("chat.postMessage", where={"channel": PRIVACY}, status=429, retry_after=30)
    desk.emma.says(FORWARD)
    indoors.settle()
    desk.emma.presses(desk.emma.inbox[0], "Open case")
    desk.sam.says("hello")
    indoors.settle()
    assert "is open" in words(desk.emma.inbox[1])
    assert desk.sam.inbox
    indoors.later(seconds=29)
    assert posts(indoors, PRIVACY) == 1
    assert not desk.cards
    indoors.later(seconds=6)
    assert len(desk.cards) == 1
    assert posts(indoors, PRIVACY) == 2


def test_twenty_cards_at_once_go_out_one_a_second_and_none_is_given_up(indoors: Indoors) -> None:
    indoors.slack.troubles.one_a_second, indoors.slack.troubles.now = True, indoors.seconds
    work = worker(indoors.engine, indoors.vault, indoors.policy, indoors.clock)
    for number in range(CARDS):
        with work(SAM) as mine, speaking("en"):
            person = Person(name=f"Person {number}", email=f"person{number}@x.example", country="NL")
            do(mine, replace(USUAL, subject=person, source_marks=(), text=f"mail {number}"))
            outbox.events(mine)
    for _second in range(3 * CARDS):
        indoors.later(seconds=1)
    assert len(indoors.desk.cards) == CARDS
    assert rows(indoors.desk, "SELECT count(*) FROM outbox WHERE state <> 'done'") == [(0,)]
    refused = [call for call in indoors.slack.calls_of("chat.postMessage") if call.status == 429]
    assert len(refused) <= 4 * CARDS  # whoever knows that it is too early does not even ask


def test_a_limit_of_the_directory_puts_the_turn_off(indoors: Indoors) -> None:
    emma = indoors.desk.emma
    indoors.slack.trouble("users.info", status=429, retry_after=7)
    emma.says("hello")
    indoors.settle()
    indoors.later(seconds=6)
    assert not emma.inbox
    assert len(indoors.slack.calls_of("users.info")) == 1
    indoors.later(seconds=1)
    assert len(emma.inbox) == 1
    assert rows(indoors.desk, "SELECT attempts, state FROM inbox") == [(1, "done")]


def test_a_form_that_slack_has_no_room_for_is_excused(indoors: Indoors) -> None:
    card, priya = opened(indoors), indoors.desk.priya
    indoors.slack.trouble("views.open", status=429, retry_after=1)
    priya.presses(card, "Close …")
    (said,) = indoors.slack.wait(lambda: priya.ephemeral)
    assert "I could not open the form just now. Nothing was changed; please press the button once more." in words(said)
    indoors.later(seconds=1)
    presses_form(indoors.desk, priya, card, "Close")


@pytest.mark.parametrize("failure", [{"status": 429}, {"status": 503}, {"reset": True}], ids=["429", "503", "cut off"])
def test_an_answer_on_the_spot_that_fails_is_said_there_later(indoors: Indoors, failure: dict[str, object]) -> None:
    sam = indoors.desk.sam
    indoors.slack.trouble("response_url", times=2, **failure)
    sam.runs("/privacy", "mine", channel=GENERAL)
    indoors.settle()
    assert not sam.ephemeral
    for _try in range(3):
        indoors.later(seconds=10)
    assert len(sam.ephemeral) == 1
    assert not sam.inbox


def test_an_answer_for_which_it_is_too_late_on_the_spot_comes_in_private(indoors: Indoors) -> None:
    sam = indoors.desk.sam
    sam.runs("/privacy", "mine", channel=GENERAL)
    indoors.slack.passes.expire_response_urls()
    indoors.settle()
    assert len(sam.inbox) == 1
    assert not sam.ephemeral


@failing
def test_a_card_survives_a_failing_slack(indoors: Indoors, failure: dict[str, object]) -> None:
    emma = indoors.desk.emma
    emma.says(FORWARD)
    indoors.settle()
    indoors.slack.trouble("chat.postMessage", times=4, **failure)
    emma.presses(emma.inbox[0], "Open case")
    indoors.settle()
    for _try in range(5):
        indoors.later(seconds=10)
    assert len(indoors.desk.cards) == 1
    assert len(emma.inbox) == 2


@failing
def test_a_mail_survives_a_failing_directory_and_a_failing_download(
    indoors: Indoors, failure: dict[str, object]
) -> None:
    emma = indoors.desk.emma
    indoors.slack.trouble("users.info", times=2, **failure)
    if "error" not in failure:
        indoors.slack.trouble("files", times=2, **failure)
    emma.drops("mail.eml", b"From: ana@citrine.example\nSubject: hi\n\nPlease delete all my data.\n")
    for _try in range(6):
        indoors.later(seconds=20)
    assert len(emma.inbox) == 1
    assert "ana@citrine.example" in words(emma.inbox[0])


@failing
def test_a_changed_card_is_drawn_when_slack_is_well_again(indoors: Indoors, failure: dict[str, object]) -> None:
    card, priya = opened(indoors), indoors.desk.priya
    indoors.slack.trouble("chat.update", times=2, **failure)
    priya.presses(card, "Take it")
    for _try in range(4):
        indoors.later(seconds=10)
    assert "Priya Nair" in words(indoors.desk.cards[0])
    assert len(indoors.desk.cards) == 1
