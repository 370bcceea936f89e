"""Dead channels, killed processes and many at once: nothing is lost, nothing is said twice, and the DPO hears of it."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
from sqlalchemy import Engine

from bot.cases.actions import Give
from bot.cases.commands import TakeCase
from bot.cases.snapshot import Person
from bot.clock import StoppedClock
from bot.conversation.card import Card
from bot.conversation.turn import Place, Said, Submitted, Turn
from bot.db import transaction
from bot.delivery import inbox, ledger, outbox
from bot.delivery.port import Address
from bot.errors import TryLater
from bot.policy import Policy
from bot.vault import Vault
from tests.patience import PATIENCE
from tests.people import NOOR, PRIYA, SAM
from tests.unit.cases.desk import USUAL
from tests.unit.delivery.office import Office

THREADS = 4
HOURS = ledger.REVIVE.total_seconds() / 3600


@pytest.fixture
def office(engine: Engine, vault: Vault, policy: Policy, clock: StoppedClock) -> Office:
    return Office(engine, vault, policy, clock)


def at_once(job: Callable[[int], object], threads: int = THREADS) -> None:
    start = Barrier(threads)

    def run(number: int) -> None:
        start.wait(timeout=PATIENCE)
        job(number)

    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(run, range(threads)))


def say(office: Office, text: str, *, user: str = "sam") -> None:
    with office.work() as work:
        to = outbox.private(f"workspace:local:{user}")
        outbox.say(work.session, work.vault, to, Card.of(text), work.now, lane=f"chat:{user}")


# -- what cannot be posted ---------------------------------------------------------------------------------------


def test_the_dpo_is_told_in_private_of_a_card_that_cannot_be_posted(office: Office) -> None:
    office.desk.hello(NOOR)
    office.platform.dead.add("privacy")
    reference = office.opens()
    office.delivers()
    (alarm,) = office.platform.said_to("noor")
    assert f"My message about {reference} could not be posted (channel_not_found)." in alarm
    assert "Delete" in alarm  # the card itself, for it holds no personal data
    (line,) = office.log
    assert f"about {reference}) could not be delivered on workspace: channel_not_found" in line
    (dead,) = office.undelivered()
    assert (dead.kind, dead.error) == ("draw", "channel_not_found")


def test_the_dpo_is_told_whose_private_message_is_lost_and_not_what_it_said(office: Office) -> None:
    office.desk.hello(NOOR, SAM)
    office.platform.dead.add("sam")
    say(office, "You handed over the mail of Ana Diaz.")
    office.delivers()
    (alarm,) = office.platform.said_to("noor")
    assert "My private message to Sam could not be delivered (channel_not_found)" in alarm
    assert "Ana" not in alarm + "".join(office.log)
    (dead,) = [row for row in office.outbox() if row.state == "dead"]
    assert dead.body_sealed is not None and "Ana Diaz" in office.vault.open(dead.body_sealed)


def test_when_the_dpo_cannot_be_reached_either_the_channel_is_told(office: Office) -> None:
    office.desk.hello(SAM)
    office.platform.dead.add("sam")
    say(office, "hello")
    office.delivers()
    (alarm,) = office.platform.said_to("privacy")
    assert "My private message to Sam could not be delivered" in alarm


def test_when_everything_is_dead_the_file_tells_it_and_nothing_goes_round_in_circles(office: Office) -> None:
    office.desk.hello(NOOR, SAM)
    office.platform.dead |= {"sam", "noor", "privacy"}
    say(office, "hello")
    office.delivers()
    assert len(office.log) == len(office.undelivered()) == 2  # the message, and the word to the DPO about it


def test_the_dpo_is_told_of_a_dead_message_once_however_often_it_is_tried(office: Office) -> None:
    office.desk.hello(NOOR, SAM)
    office.platform.dead.add("sam")
    say(office, "hello")
    office.delivers()
    for _day in range(3):
        office.clock.move(timedelta(hours=HOURS))
        office.ticks()
        office.delivers()
    assert len(office.platform.said_to("noor")) == len(office.log) == len(office.undelivered()) == 1


def test_a_dead_message_goes_out_once_its_channel_is_repaired(office: Office) -> None:
    office.platform.dead.add("privacy")
    reference = office.opens()
    office.delivers()
    office.platform.dead.clear()
    office.clock.move(timedelta(hours=HOURS))
    office.ticks()
    office.delivers()
    assert office.undelivered() == []
    assert "Delete" in office.card_of(reference).words


def test_a_new_drawing_settles_the_dead_ones_of_the_same_card(office: Office) -> None:
    office.platform.dead.add("privacy")
    reference = office.opens()
    office.delivers()
    office.platform.dead.clear()
    office.does(PRIYA, TakeCase(reference))
    office.delivers()
    assert office.undelivered() == []
    assert "Priya" in office.card_of(reference).words


def test_a_word_to_a_dpo_who_never_wrote_waits_for_the_first_hello(office: Office) -> None:
    with office.work() as work:
        outbox.tell_role(work.session, work.vault, "dpo", Card.of("A possible breach."), work.now)
    office.delivers()
    (ask,) = office.platform.said_to("privacy")
    assert "the data protection officer, but nobody of them has ever written to me" in ask
    office.desk.hello(NOOR)
    office.clock.move(ledger.REVIVE_ROLE)
    office.ticks()
    office.delivers()
    assert office.platform.said_to("noor") == ["A possible breach."]
    assert office.undelivered() == []


def test_a_message_to_a_platform_that_is_no_longer_set_up_reaches_the_dpo(office: Office) -> None:
    office.desk.hello(NOOR)
    with office.work() as work:
        to = outbox.private("teams:northloop:29:1abc")
        outbox.say(work.session, work.vault, to, Card.of("hello"), work.now, lane="chat:old")
    office.delivers()
    assert "platform_not_set_up" in office.platform.said_to("noor")[0]


def test_a_dead_message_can_be_dismissed(office: Office) -> None:
    office.platform.dead.add("sam")
    say(office, "hello")
    office.delivers()
    number = office.undelivered()[0].id
    with transaction(office.engine) as session:
        assert ledger.dismiss(session, number, office.clock.now())
        assert not ledger.dismiss(session, number, office.clock.now())
    assert number not in [one.id for one in office.undelivered()]


def test_what_stands_behind_a_dead_message_goes_on(office: Office) -> None:
    office.platform.trouble["sam"] = [TryLater("rate_limited", 1) for _ in range(14)]
    say(office, "first")
    say(office, "second")
    for _attempt in range(15):
        office.delivers_later(minutes=1)
    assert office.platform.said_to("sam") == ["first", "second"]


# -- killed in the middle -----------------------------------------------------------------------------------------


def test_a_process_that_dies_between_commit_and_post_leaves_every_card_to_the_next(office: Office) -> None:
    references = [office.opens(replace(USUAL, subject=someone(n), source_marks=(), ticket=None)) for n in range(3)]
    with transaction(office.engine) as session:
        ledger.claim(session, office.clock.now(), 2)  # and here it dies
    office.delivers()
    office.delivers_later(seconds=ledger.LEASE.total_seconds())
    for reference in references:
        assert office.card_of(reference).card.tone == "neutral"
    assert len(office.platform.said_to("privacy")) == 3


def test_a_process_that_dies_between_post_and_note_leaves_no_second_card(office: Office) -> None:
    reference = office.opens()
    with transaction(office.engine) as session:
        (row,) = ledger.claim(session, office.clock.now(), 1)
        card = Card.of("as it was then", title=f"{reference}: Delete")
    home = Address("workspace", "local", channel="privacy")
    asyncio.run(office.platform.post(home, card, once=row.once))  # and here it dies
    office.delivers_later(seconds=ledger.LEASE.total_seconds())
    assert "as it was then" not in office.card_of(reference).words
    office.does(PRIYA, TakeCase(reference))
    office.delivers()
    assert "Priya" in office.card_of(reference).words


def test_a_process_that_dies_in_mid_conversation_is_followed_by_one_that_goes_on(office: Office) -> None:
    desk = office.house().desk
    for number, text in enumerate(("Please delete my data. ana.diaz@x.example", "help")):
        act, place = Said(text=text), Place(channel="sam")
        desk.store(Turn(id=f"e{number}", speaker=SAM, place=place, at=datetime(2026, 3, 6, 10, tzinfo=UTC), act=act))
    with transaction(office.engine) as session:
        assert inbox.claim(session, office.vault, office.clock.now(), timedelta(seconds=60))  # and here it dies
    assert not asyncio.run(office.house().worker.work_due())
    office.clock.move(timedelta(seconds=60))
    asyncio.run(office.house().settle())
    assert [row.state for row in office.inbox()] == ["done", "done"]
    assert len(office.platform.said_to("sam")) >= 2


# -- many at once -------------------------------------------------------------------------------------------------


def test_two_deliverers_at_once_say_everything_once_and_in_order(office: Office) -> None:
    for number in range(5):
        for user in ("sam", "eva", "noor"):
            say(office, f"{number}", user=user)

    async def deliver() -> None:
        first, second = office.house().deliverer, office.house().deliverer
        await asyncio.gather(first.settle(), second.settle())

    asyncio.run(deliver())
    for user in ("sam", "eva", "noor"):
        assert office.platform.said_to(user) == list("01234")
    assert len(office.platform.asked) == len(set(office.platform.asked)) == 15


def test_many_workers_at_once_do_each_turn_once(office: Office) -> None:
    desk = office.house().desk
    for number in range(12):
        who = SAM.model_copy(update={"user": f"person{number % 3}", "email": f"person{number % 3}@northloop.example"})
        now, place = datetime(2026, 3, 6, 10, tzinfo=UTC), Place(channel=who.user)
        desk.store(Turn(id=f"e{number}", speaker=who, place=place, at=now, act=Said(text="help")))

    def works(_number: int) -> None:
        while any(row.state != "done" for row in office.inbox()):
            asyncio.run(office.house().worker.work_due())

    at_once(works)
    assert [(row.state, row.attempts) for row in office.inbox()] == [("done", 1)] * 12
    office.delivers()
    for number in range(3):
        assert len(office.platform.said_to(f"person{number}")) == 4


def test_workers_that_want_the_same_cases_in_another_order_do_not_stop_each_other(office: Office) -> None:
    office.desk.hello(PRIYA, NOOR)
    references = [office.opens(replace(USUAL, subject=someone(n), source_marks=(), ticket=None)) for n in range(4)]
    desk = office.house().desk
    for number in range(48):
        wanted = references[number % 4] if number % 8 < 4 else references[3 - number % 4]
        act = Submitted(payload=Give(case=wanted).encoded(), values={"to": (NOOR.id, PRIYA.id)[number % 2]})
        place, now = Place(channel="priya", thread=str(number)), datetime(2026, 3, 6, 10, tzinfo=UTC)
        desk.store(Turn(id=f"e{number}", speaker=PRIYA, place=place, at=now, act=act))

    def works(_number: int) -> None:
        while any(row.state != "done" for row in office.inbox()):
            asyncio.run(office.house().worker.work_due())

    at_once(works)
    assert [(row.state, row.attempts) for row in office.inbox()] == [("done", 1)] * 48


def someone(number: int) -> Person:
    return Person(name=f"Person {number}", email=f"person{number}@x.example", country="NL")
