"""Never lost, never twice: events that come again, processes that are killed, connections that are cut."""

import pytest

from tests.faults.slack.inside import (
    Indoors,
    answers,
    changes,
    hands_over,
    held,
    locked,
    opens,
    rows,
    told,
)
from tests.slack_kit.desk import FORWARD, GENERAL, PRIVACY, SlackDesk
from tests.slack_kit.links import TRIES
from tests.slack_kit.reading import words

REFUSED = "I could not keep this just now, so nothing happened. Please try again in a minute."
FULL = "CREATE TRIGGER full BEFORE INSERT ON inbox BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"


# -- the same again -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("together", [False, True], ids=["one after another", "all at once"])
def test_whatever_comes_five_times_is_done_once(desk: SlackDesk, together: bool) -> None:
    said = desk.emma.says(FORWARD)
    assert {one.status for one in desk.slack.repeat(said, times=4, retries=2, together=together)} == {200}
    pressed = desk.emma.presses(told(desk, desk.emma, "Open this case?"), "Open case")
    assert {one.status for one in desk.slack.repeat(pressed, times=4, retries=2, together=together)} == {200}
    told(desk, desk.emma, "-0001 is open")
    desk.quiet()
    assert rows(desk, "SELECT count(*) FROM cases") == [(1,)]
    assert len(desk.cards) == 1
    assert len(desk.emma.inbox) == 2  # the question and the reference
    command = desk.emma.runs("/privacy", "mine")
    desk.slack.repeat(command, times=4, retries=2, together=together)
    desk.slack.wait(lambda: desk.emma.ephemeral)
    desk.quiet()
    assert len(desk.emma.ephemeral) == 1


def test_an_event_from_before_a_restart_is_still_known_after_it(desk: SlackDesk) -> None:
    said = desk.emma.says("hello")
    desk.quiet()
    desk.product.kill()
    desk.start()
    desk.slack.repeat(said, retries=1)
    desk.quiet()
    assert len(answers(desk.emma, "Hello Emma Brooks")) == 1


# -- killed -------------------------------------------------------------------------------------------------------


def test_killed_after_a_mail_was_kept_and_before_it_was_answered(desk: SlackDesk) -> None:
    with held(desk, "users.info"):
        said = desk.emma.says(FORWARD)
        assert said.answer.status == 200
        desk.product.kill()
    desk.start()
    told(desk, desk.emma, "Open this case?")
    desk.slack.repeat(said, times=2, retries=2)
    desk.quiet()
    assert len(answers(desk.emma, "Open this case?")) == 1


def test_killed_after_the_case_was_opened_and_before_its_card_was_posted(desk: SlackDesk) -> None:
    question = hands_over(desk, desk.emma, FORWARD)
    with held(desk, "chat.postMessage"):
        desk.emma.presses(question, "Open case")
        desk.slack.wait(lambda: rows(desk, "SELECT 1 FROM outbox WHERE kind = 'draw' AND state = 'claimed'"))
        desk.product.kill()
    desk.start()
    desk.slack.wait(lambda: desk.cards)
    told(desk, desk.emma, "-0001 is open")
    desk.quiet()
    assert [len(desk.cards), len(answers(desk.emma, "is open"))] == [1, 1]


def test_killed_after_the_card_was_posted_and_before_that_was_noted(desk: SlackDesk) -> None:
    question = hands_over(desk, desk.emma, FORWARD)
    trouble = desk.slack.trouble("chat.postMessage", where={"channel": PRIVACY}, hold_answer=True)
    desk.emma.presses(question, "Open case")
    desk.slack.wait(lambda: desk.cards)
    desk.product.kill()
    trouble.ends()
    desk.start()
    desk.quiet()
    assert len(desk.cards) == 1
    desk.priya.presses(desk.cards[0], "Take it")  # it is the card that the desk knows, too
    desk.slack.wait(lambda: "Priya Nair" in words(desk.cards[0]))


def test_a_lost_answer_makes_no_second_message_in_channel_chat_or_thread(desk: SlackDesk) -> None:
    question = hands_over(desk, desk.emma, FORWARD)
    lost = [
        desk.slack.trouble("chat.postMessage", where={"channel": PRIVACY}, swallow=True),
        desk.slack.trouble("chat.postMessage", where={"channel": desk.emma.id}, swallow=True),
    ]
    desk.emma.presses(question, "Open case")
    desk.slack.wait(lambda: desk.cards)
    desk.quiet()
    assert [len(desk.cards), len(answers(desk.emma, "is open"))] == [1, 1]
    in_thread = desk.slack.trouble(
        "chat.postMessage", where=lambda args: bool(args.get("thread_ts")) and args["channel"] == PRIVACY, swallow=True
    )
    desk.priya.presses(desk.cards[0], "Take it")
    desk.slack.wait(lambda: "Priya Nair" in words(desk.cards[0]))
    desk.quiet()
    notes = [words(note) for note in desk.slack.channel(PRIVACY).thread(desk.cards[0]["ts"])[1:]]
    assert len(notes) == len(set(notes))
    assert [one.hits for one in (*lost, in_thread)] == [1, 1, min(1, len(notes))]


def test_what_died_with_its_process_waits_for_its_lease_and_is_then_done_once(indoors: Indoors) -> None:
    emma, house = indoors.desk.emma, indoors.house
    emma.says(FORWARD)
    assert house.desk.claim(10)  # and here it dies
    indoors.later(seconds=59)
    assert not emma.inbox
    indoors.later(seconds=1)
    assert "Open this case?" in words(emma.inbox[0])
    emma.presses(emma.inbox[0], "Open case")
    indoors.run(house.worker.settle())
    trouble = indoors.slack.trouble("chat.postMessage", times=None, hold_answer=True)
    indoors.run(house.deliverer.deliver_due())
    indoors.slack.wait(lambda: len(emma.inbox) == 2 and indoors.desk.cards)
    indoors.run(house.deliverer.stop())  # and here it dies
    trouble.ends()
    indoors.later(seconds=89)
    indoors.later(seconds=1)
    assert [len(emma.inbox), len(indoors.desk.cards)] == [2, 1]


# -- cut off ------------------------------------------------------------------------------------------------------


def test_a_connection_that_is_cut_before_the_acknowledgement_loses_nothing(by_socket: SlackDesk) -> None:
    desk = by_socket
    with locked(desk), desk.slack.without_waiting():
        sent = [desk.emma.says(FORWARD), desk.daan.says("hello")]
        desk.slack.cuts()
    assert [one.answer.status for one in sent] == [200, 200]  # of the second try
    told(desk, desk.emma, "Open this case?")
    desk.slack.wait(lambda: desk.daan.inbox)
    for one in sent:
        desk.slack.repeat(one, retries=1)
    desk.quiet()
    assert [len(answers(desk.emma, "Open this case?")), len(desk.daan.inbox)] == [1, 1]


def test_a_connection_that_slack_renews_is_replaced_at_once(by_socket: SlackDesk) -> None:
    desk = by_socket
    for number in range(3):
        desk.slack.disconnects()
        assert desk.emma.says(f"hello {number}").answer.status == 200
    desk.quiet()
    assert len(desk.emma.inbox) == 3
    desk.slack.wait(lambda: desk.slack.connections == 1)


def test_a_connection_that_is_cut_while_slack_is_away_comes_back_with_slack(by_socket: SlackDesk) -> None:
    desk = by_socket
    away = desk.slack.trouble("apps.connections.open", times=2, status=503)
    desk.slack.cuts()
    desk.slack.wait(lambda: desk.slack.connections)
    assert away.hits == 2
    assert desk.emma.says("hello").answer.status == 200


def test_an_address_that_slack_does_not_take_any_more_is_not_tried_again(by_socket: SlackDesk) -> None:
    """An address is good for one connection; the desk asks for another one."""
    desk = by_socket
    given = desk.slack.trouble("apps.connections.open", hold_answer=True)
    desk.slack.cuts()
    desk.slack.wait(lambda: desk.slack.passes.tickets)
    desk.slack.passes.tickets.clear()
    given.release()
    desk.slack.wait(lambda: desk.slack.connections)


# -- the database is away -----------------------------------------------------------------------------------------


def test_what_cannot_be_kept_is_not_acknowledged_and_taken_when_it_comes_again(desk: SlackDesk) -> None:
    desk.slack.links.patience = 0.3
    changes(desk, FULL)
    said = desk.emma.says(FORWARD)
    assert said.answer.status == (500 if desk.http else 0)
    tries = 1 if desk.http else TRIES  # Slack may have given up on one that the desk has still to look at
    desk.slack.wait(lambda: desk.product.log().count("an event could not be kept") == tries)
    changes(desk, "DROP TRIGGER full")
    desk.slack.links.patience = 10
    assert rows(desk, "SELECT count(*) FROM inbox") == [(0,)]
    assert [one.status for one in desk.slack.repeat(said, retries=1)] == [200]
    told(desk, desk.emma, "Open this case?")


def test_whoever_types_or_presses_meanwhile_is_told_so(desk: SlackDesk) -> None:
    card = opens(desk, desk.emma, FORWARD)
    desk.quiet()
    desk.slack.links.patience = 0.3
    changes(desk, FULL)
    desk.sam.runs("/privacy", "status", channel=GENERAL)
    desk.priya.presses(card, "Take it")
    for person in (desk.sam, desk.priya):
        (said,) = desk.slack.wait(lambda person=person: person.ephemeral)  # type: ignore[misc]
        assert REFUSED in words(said)
    changes(desk, "DROP TRIGGER full")
    desk.slack.links.patience = 10
    desk.priya.presses(card, "Take it")
    desk.slack.wait(lambda: "Priya Nair" in words(desk.cards[0]))
    assert "full" not in desk.product.log()
