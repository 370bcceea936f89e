"""Several processes on one database: each reminder is put down once, and each message is posted once."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from sqlalchemy import Engine

from bot.cases.snapshot import Person
from bot.clock import StoppedClock
from bot.policy import Policy
from bot.vault import Vault
from tests.people import NOOR, PIETER, PRIYA, SAM
from tests.unit.cases.desk import USUAL
from tests.unit.delivery.office import Office, at

REPLICAS = 4
CASES = 15


def test_replicas_that_tick_and_post_at_once_do_everything_once(
    engine: Engine, vault: Vault, policy: Policy, clock: StoppedClock
) -> None:
    office = Office(engine, vault, policy, clock)
    office.desk.hello(NOOR, PRIYA, PIETER, SAM)
    for number in range(CASES):
        person = Person(email=f"person{number}@x.example", country="NL")
        office.opens(replace(USUAL, subject=person, source_marks=(), text=f"mail {number}"))
    clock.at = at("2026-04-09 11:00")  # overdue, after an outage of a month; nobody has taken any
    with ThreadPoolExecutor(REPLICAS) as pool:
        said = list(pool.map(lambda _number: office.house().tick(), range(REPLICAS)))
    reminders = office.reminders()
    assert (
        sum(said) == len(reminders) == len(set(reminders)) == CASES + 1
    )  # overdue and untaken on one card; one digest
    with ThreadPoolExecutor(REPLICAS) as pool:
        list(pool.map(lambda _number: asyncio.run(office.house().deliverer.settle()), range(REPLICAS)))
    assert len(office.platform.asked) == len(set(office.platform.asked)) == len(office.platform.messages)
    assert {(row.state, row.body_sealed) for row in office.outbox()} == {("done", None)}
    assert len(office.platform.said_to("noor")) >= CASES  # the DPO hears of every case that is late
