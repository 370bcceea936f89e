"""Teams refuses, waits, or is away: what is to be said is said in the end, and nobody else is held up."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.customers import Customer
from tests.patience import PATIENCE
from tests.teams_kit import cards
from tests.teams_kit.desk import GENERAL, PRIVACY, TeamsDesk
from tests.teams_kit.inside import Indoors

TUESDAY = datetime(2026, 5, 12, 8, 0, tzinfo=UTC)  # ten in the morning; no day of its reminders is a day off


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[TeamsDesk]:
    with TeamsDesk(tmp_path) as made:
        yield made


@pytest.fixture
def inside(desk: TeamsDesk) -> Iterator[Indoors]:
    with Indoors(desk) as indoors:
        yield indoors


def opened(desk: TeamsDesk, inside: Indoors, customer: Customer) -> None:
    """Emma hands a mail over, and opens its case."""
    desk.emma.says(customer.forwarded)
    inside.settle()
    desk.emma.presses(desk.told(desk.emma, customer.surname), "Open case")
    inside.settle()


@pytest.mark.parametrize("status", [412, 502, 504])
def test_an_answer_that_fails_is_posted_later(desk: TeamsDesk, inside: Indoors, status: int) -> None:
    desk.teams.trouble("post", times=2, status=status, conversation="a:emma")
    desk.emma.says("hello")
    inside.settle()
    assert not desk.emma.inbox
    inside.later(minutes=1)
    inside.later(minutes=1)
    assert [message.words.split(".")[0] for message in desk.emma.inbox] == ["Hello Emma Brooks"]


def test_a_limit_is_waited_out_and_costs_no_attempt(desk: TeamsDesk, inside: Indoors) -> None:
    desk.teams.trouble("post", times=20, status=429, retry_after="30", conversation="a:emma")
    desk.emma.says("hello")
    desk.sam.says("hello")
    inside.settle()
    assert desk.sam.inbox, "nobody else waits"
    for _minute in range(20):
        assert not desk.emma.inbox
        inside.later(minutes=1)
    inside.later(minutes=1)
    assert len(desk.emma.inbox) == 1
    assert desk.teams.count("post") == 22, "it was asked once for each wait"


def test_a_cut_connection_loses_nothing(desk: TeamsDesk, inside: Indoors) -> None:
    desk.teams.trouble("post", times=1, cut=True, conversation=PRIVACY)
    opened(desk, inside, Customer("Cutter"))
    assert not desk.cards
    inside.later(minutes=1)
    assert len(desk.cards) == 1


def test_whoever_spoke_waits_while_the_directory_is_away(desk: TeamsDesk, inside: Indoors) -> None:
    trouble = desk.teams.trouble("member", times=None, status=503)
    desk.emma.says(Customer("Waiter").forwarded)
    inside.settle()
    assert not desk.emma.inbox
    trouble.ends()
    inside.later(minutes=1)
    assert "Waiter" in desk.emma.inbox[0].words


@pytest.mark.parametrize(
    ("status", "code"),
    [(404, "ConversationNotFound"), (403, "BotDisabledByAdmin"), (400, "BadArgument"), (405, "ServiceError")],
)
def test_a_directory_that_refuses_makes_nobody_a_guest(
    desk: TeamsDesk, inside: Indoors, status: int, code: str
) -> None:
    trouble = desk.teams.trouble("member", times=None, status=status, code=code)
    desk.emma.says(Customer("Colleague").forwarded)
    inside.settle()
    assert not desk.emma.inbox, "who she is can't be told yet"
    trouble.ends()
    inside.later(minutes=2)
    assert "Colleague" in desk.emma.inbox[0].words


def test_a_secret_that_has_ended_holds_everything_until_it_is_renewed(desk: TeamsDesk, inside: Indoors) -> None:
    inside.platform.connector.credentials.doubt()
    trouble = desk.teams.trouble("login", times=None, status=401, code="invalid_client")
    desk.emma.says("hello")
    for _minute in range(3):
        inside.later(minutes=1)
    assert not desk.emma.inbox
    trouble.ends()
    inside.later(minutes=2)
    assert len(desk.emma.inbox) == 1


def test_reminders_come_by_themselves_and_mention_the_owner(desk: TeamsDesk, inside: Indoors) -> None:
    inside.begins(TUESDAY)
    opened(desk, inside, Customer("Nudger", at=TUESDAY - timedelta(days=1)))
    (card,) = desk.cards
    desk.priya.presses(card, "Take it")
    inside.settle()
    for _day in range(40):
        inside.later(days=1)
    said = [*desk.cards, *desk.teams.replies(card)]
    entities = [entity for one in said for entity in one.card.get("msteams", {}).get("entities", [])]
    assert {entity["mentioned"]["id"] for entity in entities} == {desk.priya.user.aad}
    assert any("due in 14 days" in reply.words for reply in desk.teams.replies(card))
    assert any("overdue" in one.words for one in said)
    reminder = next(reply for reply in desk.teams.replies(card) if "due in 14 days" in reply.words)
    desk.priya.presses(reminder, "Nothing opens?")
    assert desk.priya.told[-1] == "I have sent it to you in our private chat."
    assert "due in 14 days" in cards.words(reminder.seen(desk.priya.user)), "a reminder stays what it is"
    assert "These open right here" in desk.priya.inbox[-1].words
    assert "Nudger" not in str([one.activity for one in said])


def test_the_same_message_five_times_is_one(desk: TeamsDesk, inside: Indoors) -> None:
    activity = desk.emma.activity(text=Customer("Fiver").forwarded)
    desk.teams.state.conversations["a:emma"] = desk.teams.add_channel("a:emma", desk.emma)
    for _time in range(5):
        assert desk.teams.sends(activity)[0] == 200
    inside.settle()
    assert len(desk.emma.inbox) == 1


def test_a_form_that_takes_long_is_answered_by_message(desk: TeamsDesk, inside: Indoors) -> None:
    opened(desk, inside, Customer("Slower"))
    (card,) = desk.cards
    desk.priya.presses(card, "Acknowledgement sent")
    inside.answering.patience = 0.0
    desk.priya.sends("Save")
    assert "This takes a moment longer" in desk.priya.told[-1]
    inside.run(inside.answering.passing.settle())
    inside.settle()
    assert desk.teams.wait(lambda: desk.priya.inbox)


def test_what_can_not_be_kept_is_said(desk: TeamsDesk, inside: Indoors) -> None:
    desk.emma.says("hello")
    inside.settle()
    inside.house.intake._keep = _broken
    assert desk.teams.sends(desk.emma.activity(text="delete me"))[0] == 500
    desk.told(desk.emma, "I could not keep this just now")
    root = desk.emma.mentions(GENERAL, "delete me")
    desk.teams.wait(lambda: desk.teams.replies(root, GENERAL))
    assert "I could not keep this just now" in desk.teams.replies(root, GENERAL)[0].words
    desk.teams.state.refused.clear()  # Teams shows an error for what was not taken


def _broken(_turns: object) -> list[bool]:
    raise OSError("disk full")


def test_an_answer_that_can_not_be_given_is_said_and_changes_nothing(desk: TeamsDesk, inside: Indoors) -> None:
    opened(desk, inside, Customer("Drawer"))
    (card,) = desk.cards
    inside.answering.desk = None  # something in our own house is out of order
    desk.priya.presses(card, "Take it")
    assert "Something went wrong on my side" in desk.priya.told[-1]
    inside.settle()
    assert "nobody yet" in card.words


def test_a_chat_that_teams_has_lost_is_made_anew(desk: TeamsDesk, inside: Indoors) -> None:
    desk.emma.says("hello")
    inside.settle()
    desk.teams.trouble("post", status=404, code="ConversationNotFound", conversation="a:emma")
    desk.emma.says("help")
    inside.settle()
    assert [message.words.splitlines()[0] for message in desk.emma.inbox][1:] == ["What I can do"]
    assert desk.teams.count("create") == 1


@pytest.mark.parametrize(("status", "code"), [(403, "ServiceError"), (400, "BadArgument"), (404, "ActivityNotFound")])
def test_a_card_of_which_teams_knows_nothing_stands_anew(
    desk: TeamsDesk, inside: Indoors, status: int, code: str
) -> None:
    opened(desk, inside, Customer("Vanish"))
    desk.teams.trouble("update", status=status, code=code)
    desk.priya.presses(desk.cards[0], "Take it")
    inside.settle()
    titles = [card.words.splitlines()[0] for card in desk.cards]
    assert titles[0].endswith("-0001: Delete") and titles == titles[:1] * 2


def test_a_slow_teams_keeps_nobody_waiting_who_logs_a_message(desk: TeamsDesk, inside: Indoors) -> None:
    inside.answering.patience = 0.05
    trouble = desk.teams.trouble("member", times=None, hold=True)
    desk.emma.logs(Customer("Slowlog").html)
    assert "I have it" in desk.emma.told[-1]
    trouble.ends()
    inside.answering.patience = PATIENCE
    inside.settle()
    desk.told(desk.emma, "Slowlog")


def test_a_form_that_is_slow_to_come_is_said_to_be_on_its_way(desk: TeamsDesk, inside: Indoors) -> None:
    opened(desk, inside, Customer("Slowform"))
    (card,) = desk.cards
    desk.priya.presses(card, "Nothing opens?")
    trouble = desk.teams.trouble("create", times=None, hold=True)
    inside.answering.patience = 2.0  # more than the press itself takes, even on a busy machine
    desk.priya.presses(card, "Details")
    assert "in our private chat" in desk.priya.told[-1]
    trouble.ends()
    desk.told(desk.priya, "Slowform")


def test_a_button_that_teams_sends_twice_opens_its_form_twice(desk: TeamsDesk, inside: Indoors) -> None:
    opened(desk, inside, Customer("Twice"))
    press = cards.button(desk.cards[0].card, "Details")
    value = {"data": press["data"], "context": {"theme": "default"}}
    invoke = desk.priya.activity(type="invoke", name="task/fetch", value=value)
    answers = [desk.teams.sends(invoke)[1] for _time in range(2)]
    assert all("Twice" in str(answer["task"]["value"]["card"]) for answer in answers)
