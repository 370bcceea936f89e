"""What goes out: in order within a lane, never held up by another lane, and never twice."""

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from bot.cases.commands import CloseRequests, TakeCase
from bot.cases.words import Status
from bot.conversation.card import Card
from bot.conversation.turn import Speaker
from bot.db import transaction
from bot.delivery import ledger, outbox
from bot.delivery.deliver import LONGEST_QUEUE, MOST_ATTEMPTS
from bot.delivery.port import Address, Posted
from bot.errors import TryLater
from bot.rights import Right
from tests.people import ANA, EVA, NOOR, PIETER, PRIYA, SAM
from tests.unit.delivery.office import Office
from tests.unit.delivery.platform import Hanging, Platform


def say(office: Office, who: Speaker, *texts: str, once: str | None = None) -> list[bool]:
    with office.work() as work:
        return [
            outbox.say(
                work.session,
                work.vault,
                outbox.private(who.id),
                Card.of(text),
                work.now,
                lane=f"chat:{who.id}",
                once=once,
            )
            for text in texts
        ]


def test_messages_of_a_chat_arrive_in_their_order(office: Office) -> None:
    say(office, SAM, *"abcdef")
    office.delivers()
    assert office.platform.said_to("sam") == list("abcdef")


def test_a_message_that_must_wait_keeps_the_ones_behind_it_waiting(office: Office) -> None:
    office.platform.trouble["sam"] = [TryLater("rate_limited", 30)]
    say(office, SAM, "first", "second")
    office.delivers()
    assert office.platform.said_to("sam") == []
    office.delivers_later(seconds=29)
    assert office.platform.said_to("sam") == []
    office.delivers_later(seconds=10)
    assert office.platform.said_to("sam") == ["first", "second"]


def test_a_chat_that_must_wait_delays_no_other_chat(office: Office) -> None:
    office.platform.trouble["sam"] = [TryLater("rate_limited", 600)]
    say(office, SAM, "to Sam")
    say(office, EVA, "to Eva", "and more")
    office.delivers()
    assert office.platform.said_to("eva") == ["to Eva", "and more"]
    assert office.platform.said_to("sam") == []


def test_a_message_of_the_same_name_is_said_once(office: Office) -> None:
    assert say(office, SAM, "once", once="name") == [True]
    assert say(office, SAM, "again", once="name") == [False]
    office.delivers()
    assert say(office, SAM, "long after", once="name") == [False]
    office.delivers()
    assert office.platform.said_to("sam") == ["once"]


def test_trouble_of_any_kind_is_tried_again_ever_more_slowly_and_then_given_up(office: Office) -> None:
    office.platform.trouble["sam"] = [ConnectionResetError() for _ in range(MOST_ATTEMPTS)]
    say(office, SAM, "hello", "after it")
    waits = []
    for _attempt in range(MOST_ATTEMPTS - 1):
        office.delivers()
        waits.append((office.outbox()[0].free_at - office.clock.now()).total_seconds())
        office.clock.move(office.outbox()[0].free_at - office.clock.now())
    assert all(2.0**n <= waits[n - 1] <= 2.0**n * 1.1 + 1 for n in range(1, 10))
    assert waits[-1] >= 600 and 3600 < sum(waits) < 3 * 3600
    office.delivers()
    assert [one.error for one in office.undelivered()] == ["ConnectionResetError"]
    assert office.platform.said_to("sam") == ["after it"]


def test_a_platform_that_only_asks_us_to_wait_makes_no_message_dead_within_hours(office: Office) -> None:
    office.platform.trouble["sam"] = [TryLater("rate_limited", 300) for _ in range(1000)]
    say(office, SAM, "hello", "after it")
    began = office.clock.now()
    while office.clock.now() - began < LONGEST_QUEUE:
        office.delivers()
        row = office.outbox()[0]
        assert (row.state, row.attempts, row.error) == ("waiting", 0, "rate_limited")
        assert row.free_at >= office.clock.now() + timedelta(seconds=300)
        office.clock.move(row.free_at - office.clock.now())
    tries = 0
    while office.outbox()[0].state != "dead":  # and then it is trouble like any other
        office.delivers()
        tries += 1
        office.clock.move(timedelta(seconds=360))
    assert tries == MOST_ATTEMPTS
    assert [one.error for one in office.undelivered()] == ["rate_limited"]
    assert "rate_limited" in office.log[0]


def test_a_platform_that_was_busy_for_hours_and_comes_back_has_everything_in_order(office: Office) -> None:
    office.platform.trouble["sam"] = [TryLater("rate_limited", 600) for _ in range(30)]
    say(office, SAM, *"abc")
    for _time in range(31):
        office.delivers()
        office.clock.move(timedelta(seconds=700))
    assert office.platform.said_to("sam") == list("abc")
    assert {row.attempts for row in office.outbox()} == {1}
    assert office.log == []


@dataclass
class Attentive(Platform):
    """Notes of each message whether it may stand there already."""

    again: list[bool] = field(default_factory=list)

    async def post(
        self, to: Address, card: Card, *, once: str, thread: Posted | None = None, again: bool = False
    ) -> Posted:
        self.again.append(again)
        return await super().post(to, card, once=once, thread=thread, again=again)


def test_only_from_the_second_attempt_on_a_message_may_stand_there_already(office: Office) -> None:
    office.platform = platform = Attentive()
    platform.trouble["sam"] = [ConnectionResetError(), TryLater("unreachable"), TryLater("rate_limited", 5)]
    say(office, SAM, "first", "second")
    for _attempt in range(5):
        office.delivers_later(minutes=1)
    assert platform.said_to("sam") == ["first", "second"]
    assert platform.again == [False, True, True, True, False]


def test_a_message_that_was_only_asked_to_wait_does_not_stand_there(office: Office) -> None:
    office.platform = platform = Attentive()
    platform.trouble["sam"] = [TryLater("rate_limited", 5), TryLater("rate_limited", 5)]
    say(office, SAM, "hello")
    for _attempt in range(3):
        office.delivers_later(minutes=1)
    assert platform.again == [False, False, False]


def test_a_message_of_a_killed_deliverer_may_stand_there_already(office: Office) -> None:
    office.platform = platform = Attentive()
    say(office, SAM, "hello")
    with transaction(office.engine) as session:
        ledger.claim(session, office.clock.now(), 10)
    office.delivers_later(seconds=ledger.LEASE.total_seconds())
    assert platform.again == [True]


def test_the_card_of_a_case_and_a_note_below_it_may_stand_there_already_too(office: Office) -> None:
    office.platform = platform = Attentive()
    for brings in (office.opens, lambda: note(office, "It happened.")):
        platform.again.clear()
        platform.trouble["privacy"] = [ConnectionResetError()]
        brings()
        office.delivers()
        office.delivers_later(minutes=1)
        assert platform.again[:2] == [False, True]


def test_a_crash_between_posting_and_noting_posts_no_second_message(office: Office) -> None:
    office.platform.crash_after_posting = True
    say(office, SAM, "hello", once="name")
    office.delivers()
    assert office.outbox()[0].state == "waiting"
    office.delivers_later(minutes=1)
    assert office.platform.asked == ["name", "name"]
    assert office.platform.said_to("sam") == ["hello"]
    assert office.outbox()[0].state == "done"


def test_a_message_of_a_killed_deliverer_goes_out_after_its_lease(office: Office) -> None:
    say(office, SAM, "hello", "more")
    with transaction(office.engine) as session:
        assert len(ledger.claim(session, office.clock.now(), 10)) == 1
    office.delivers()
    assert office.platform.said_to("sam") == []
    office.delivers_later(seconds=ledger.LEASE.total_seconds())
    assert office.platform.said_to("sam") == ["hello", "more"]


def test_whoever_lost_a_message_to_another_cannot_note_anything_about_it(office: Office) -> None:
    say(office, SAM, "hello")
    with transaction(office.engine) as session:
        (mine,) = ledger.claim(session, office.clock.now(), 10)
    office.clock.move(ledger.LEASE)
    with transaction(office.engine) as session:
        (theirs,) = ledger.claim(session, office.clock.now(), 10)
    with transaction(office.engine) as session:
        ledger.put_off(session, mine, "late", office.clock.now())
        assert not ledger.give_up(session, mine, "late", office.clock.now())
        ledger.done_all(session, [mine], office.clock.now())
    assert office.outbox()[0].state == "claimed"
    with transaction(office.engine) as session:
        ledger.done_all(session, [theirs], office.clock.now())
    assert office.outbox()[0].state == "done"


def test_stopping_lets_go_and_the_next_process_delivers(small_office: Office) -> None:
    office = small_office
    say(office, SAM, "hello")

    async def stops_in_the_middle() -> None:
        hanging = office.platform.hangs["sam"] = Hanging()
        deliverer = office.house().deliverer
        working = asyncio.create_task(deliverer.deliver_due())
        await hanging.reached.wait()
        working.cancel()
        await deliverer.stop()

    asyncio.run(stops_in_the_middle())
    office.platform.hangs.clear()
    office.delivers_later(seconds=ledger.LEASE.total_seconds())
    assert office.platform.said_to("sam") == ["hello"]


def test_a_hanging_chat_holds_up_nobody(small_office: Office) -> None:
    office = small_office
    say(office, SAM, "stuck")

    async def others_go_on() -> None:
        hanging = office.platform.hangs["sam"] = Hanging()
        deliverer = office.house().deliverer
        working = asyncio.create_task(deliverer.settle())
        await hanging.reached.wait()
        say(office, EVA, "to Eva")
        await deliverer.deliver_due()
        assert office.platform.said_to("eva") == ["to Eva"] and office.platform.said_to("sam") == []
        hanging.over.set()
        await working

    asyncio.run(others_go_on())
    assert office.platform.said_to("sam") == ["stuck"]


# -- cards of cases --------------------------------------------------------------------------------------------


def test_a_new_case_has_one_card_in_the_channel(office: Office) -> None:
    reference = office.opens()
    office.delivers()
    assert "Delete" in office.card_of(reference).words


def test_several_changes_before_the_next_delivery_need_one_drawing(office: Office) -> None:
    reference = office.opens()
    office.does(PRIYA, TakeCase(reference))
    office.does(PIETER, TakeCase(reference))
    assert [row.kind for row in office.outbox()].count("draw") == 1
    office.delivers()
    assert "Pieter" in office.card_of(reference).words
    assert office.platform.shown == 0


def test_a_card_changes_in_place_and_shows_the_case_as_it_is_when_delivered(office: Office) -> None:
    reference = office.opens()
    office.delivers()
    card = office.card_of(reference)
    office.does(PRIYA, TakeCase(reference))
    office.platform.trouble["privacy"] = [TryLater("rate_limited", 5)]
    office.delivers()
    office.does(PIETER, TakeCase(reference))
    office.delivers_later(minutes=1)
    assert office.card_of(reference) is card
    assert "Pieter" in card.words and "Priya" not in card.words


def test_a_change_while_a_card_is_being_drawn_is_drawn_after_it(office: Office) -> None:
    reference = office.opens()
    with transaction(office.engine) as session:
        ledger.claim(session, office.clock.now(), 10)
    office.does(PRIYA, TakeCase(reference))
    assert [row.kind for row in office.outbox()].count("draw") == 2


def test_a_card_whose_answer_was_lost_shows_what_changed_since(office: Office) -> None:
    office.platform.crash_after_posting = True
    reference = office.opens()
    office.delivers()
    office.does(PRIYA, TakeCase(reference))
    office.delivers_later(minutes=1)
    assert "Priya" in office.card_of(reference).words


def test_a_card_that_somebody_deleted_is_posted_anew(office: Office) -> None:
    reference = office.opens()
    office.delivers()
    office.platform.somebody_deletes(office.card_of(reference))
    office.does(PRIYA, TakeCase(reference))
    office.delivers()
    assert "Priya" in office.card_of(reference).words
    office.does(PIETER, TakeCase(reference))
    office.delivers()
    assert "Pieter" in office.card_of(reference).words


def test_what_happens_is_told_below_the_card(office: Office) -> None:
    reference = office.opens()
    note(office, "It happened.")
    office.delivers()
    assert "It happened." in office.platform.said_below(office.card_of(reference))


def test_a_note_below_a_deleted_card_brings_the_card_back(office: Office) -> None:
    reference = office.opens()
    office.delivers()
    office.platform.somebody_deletes(office.card_of(reference))
    note(office, "It happened.")
    office.delivers()
    assert office.platform.said_below(office.card_of(reference)) == ["It happened."]


def note(office: Office, text: str) -> None:
    with office.work() as work:
        outbox.note(work.session, work.vault, 1, Card.of(text), work.now)


# -- what remains ----------------------------------------------------------------------------------------------


def test_bodies_are_sealed_while_they_wait_and_emptied_when_they_stand(office: Office) -> None:
    say(office, SAM, "about Anastasia Diaz")  # three letters may stand in sealed ones by chance
    (waiting,) = office.outbox()
    assert waiting.body_sealed is not None and "Anastasia" not in waiting.body_sealed
    office.delivers()
    (done,) = office.outbox()
    assert (done.state, done.body_sealed) == ("done", None)


def test_the_customer_stands_nowhere_in_the_database_file(small_office: Office) -> None:
    office = small_office
    reference = office.opens()
    office.delivers()
    say(office, SAM, f"You handed over the mail of {ANA}.")
    office.delivers()
    office.does(PRIYA, CloseRequests(reference, (Right.ERASURE,), Status.WITHDRAWN, told=f"Dear {ANA}"))
    office.delivers()
    assert all(row.body_sealed is None for row in office.outbox())
    file = office.engine.url.database
    assert file is not None
    for part in (file, f"{file}-wal"):
        with open(part, "rb") as kept:  # noqa: PTH123 - the name is the database's
            found = kept.read().lower()
        assert ANA.encode() not in found and b"ana diaz" not in found
    assert not [m for m in office.platform.messages if m.to.channel and ANA in m.words]


@pytest.mark.parametrize("role", ["team", "dpo"])
def test_a_word_to_a_role_reaches_each_of_its_people_once(office: Office, role: outbox.Role) -> None:
    office.desk.hello(PRIYA, PIETER, NOOR, SAM)
    with office.work() as work:
        for _again in range(2):
            outbox.tell_role(work.session, work.vault, role, Card.of("To all of you"), work.now, once="name")
    office.delivers()
    people = ("priya", "pieter") if role == "team" else ("noor",)
    assert sorted(m.to.user for m in office.platform.messages) == sorted(people)


def test_a_word_to_legal_goes_to_the_dpo_where_there_is_no_legal_team(office: Office) -> None:
    roles = office.policy.roles.model_copy(update={"legal": ()})
    office.policy = office.policy.model_copy(update={"roles": roles})
    office.desk.hello(NOOR)
    with office.work() as work:
        outbox.tell_role(work.session, work.vault, "legal", Card.of("A subpoena came in."), work.now)
    office.delivers()
    assert office.platform.said_to("noor") == ["A subpoena came in."]
