"""Reminders as they reach people: each once, whatever is restarted, and at a flat cost."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine, event

from bot.cases.colleagues import remember
from bot.cases.commands import Acknowledge, CloseRequests, CorrectCase, Extend, Reopen, Snooze, TakeCase
from bot.cases.doing import do
from bot.cases.snapshot import Person
from bot.cases.words import Status
from bot.clock import StoppedClock
from bot.delivery import upkeep
from bot.policy import Policy
from bot.rights import Right
from bot.vault import Vault
from tests.people import NOOR, PRIYA, SAM
from tests.unit.cases.desk import USUAL
from tests.unit.delivery.office import Office, at

SAFE = "2026-04-05"  # Easter Sunday; the law's own date is the 7th


def opens(office: Office, who: str = "ana", *, taken: bool = True) -> str:
    """A case that came in on 5 March 2026, with its acknowledgement sent."""
    person = Person(name=who, email=f"{who}@x.example", country="NL")
    reference = office.opens(replace(USUAL, subject=person, source_marks=(), ticket=None))
    if taken:
        office.does(PRIYA, TakeCase(reference))
    return reference


def about(office: Office, series: str) -> list[str]:
    """The reminders of one kind that were said, without what they are about."""
    return [key.split(f":{series}:")[1] for key in office.reminders() if f":{series}:" in key]


def through(office: Office, first: str, last: str, *clocks: str) -> list[str]:
    """Tick on every day at these times, each time in a process that has just come up; what was said, and when."""
    said, day = list[str](), date.fromisoformat(first)
    while day <= date.fromisoformat(last):
        for clock in clocks:
            before = set(office.reminders())
            office.ticks(f"{day} {clock}")
            said += [f"{day:%d %b} {clock} {key}" for key in office.reminders() if key not in before]
        day += timedelta(days=1)
    return said


def test_the_whole_ladder_of_a_case_until_it_is_late(office: Office) -> None:
    opens(office)
    said = through(office, "2026-03-07", "2026-04-09", "03:00", "09:00", "12:00", "16:30", "22:00")
    countdown = [line.replace("case:1:due:", "") for line in said if ":due:" in line]
    assert countdown == [
        f"20 Mar 16:30 {SAFE}:14",  # the 22nd is a Sunday
        f"27 Mar 16:30 {SAFE}:7",  # the 29th is one, and the clock changes in its night
        f"02 Apr 09:00 {SAFE}:3",
        f"03 Apr 16:30 {SAFE}:0",  # the 4th and the 5th are days off
        f"07 Apr 09:00 {SAFE}:late:2026-04-07",  # after Easter Monday
        f"08 Apr 09:00 {SAFE}:late:2026-04-08",
        f"09 Apr 09:00 {SAFE}:late:2026-04-09",
    ]


def test_a_reminder_names_what_the_team_needs_and_nobody_else(office: Office) -> None:
    reference = opens(office)
    office.ticks("2026-04-02 09:00")
    office.delivers()
    (words,) = [words for words in office.platform.said_to("privacy") if "safe date comes nearer" in words]
    assert words.startswith(f"{reference}: due in 3 days")
    assert "Requests: Delete" in words and "Owner: @Priya" in words and "Law: EU GDPR" in words
    assert "ana" not in words.casefold()


def test_far_ahead_the_reminder_stands_below_the_card(office: Office) -> None:
    reference = opens(office)
    office.ticks("2026-03-20 16:30")
    office.delivers()
    assert any("due in 16 days" in words for words in office.platform.said_below(office.card_of(reference)))


def test_the_dpo_hears_of_a_case_that_is_late(office: Office) -> None:
    office.desk.hello(NOOR)
    opens(office)
    office.ticks("2026-04-03 16:30")
    office.delivers()
    assert office.platform.said_to("noor") == []
    office.ticks("2026-04-07 09:00")
    office.delivers()
    (words,) = office.platform.said_to("noor")
    assert "This is 2 days late." in words and "The DPO is told" not in words
    (channel,) = [words for words in office.platform.said_to("privacy") if "2 days late.\n" in words]
    assert "The DPO is told, too." in channel


def test_after_an_outage_one_reminder_is_said_and_the_missed_ones_never(office: Office) -> None:
    opens(office)
    office.ticks("2026-04-01 11:00")
    assert about(office, "due") == [f"{SAFE}:7"]
    office.ticks("2026-04-01 11:01")
    assert about(office, "due") == [f"{SAFE}:7"]


def test_an_acknowledgement_that_went_out_stops_its_reminders(office: Office) -> None:
    person = Person(name="Ana", email="ana@x.example", country="US", state="CA")
    reference = office.opens(replace(USUAL, rights=(Right.ERASURE,), subject=person))
    office.does(PRIYA, TakeCase(reference))
    (request,) = office.desk.case(reference).requests
    assert request.ack_due is not None
    office.ticks(f"{request.ack_due - timedelta(days=2)} 10:00")
    assert about(office, "acknowledge") == [f"{request.ack_due}:2"]
    office.does(PRIYA, Acknowledge(reference, on=office.desk.today))
    office.ticks(f"{request.ack_due} 10:00")
    assert about(office, "acknowledge") == [f"{request.ack_due}:2"]


def test_an_extension_starts_a_ladder_to_the_new_date(office: Office) -> None:
    reference = opens(office)
    office.ticks("2026-04-02 09:00")
    office.does(PRIYA, Extend(reference, Right.ERASURE, "complexity", notice_sent=date(2026, 4, 2)))
    new = office.desk.request(reference).safe_due
    assert new is not None and new > date(2026, 5, 1)
    office.ticks("2026-04-03 16:30")
    assert about(office, "due") == [f"{SAFE}:3"]
    assert about(office, "refusal") != []  # to refuse is still only possible until the first date
    office.ticks(f"{new - timedelta(days=3)} 10:00")
    assert about(office, "due")[-1].startswith(f"{new}:")


def test_a_snooze_is_kept_and_has_its_limits(office: Office) -> None:
    reference = opens(office)
    assert "Please say why." in office.desk.refuses(PRIYA, Snooze(reference, date(2026, 3, 30), why=" "))
    assert "5 Apr 2026 at most" in office.desk.refuses(PRIYA, Snooze(reference, date(2026, 4, 6), why="holiday"))
    assert "still to come" in office.desk.refuses(PRIYA, Snooze(reference, date(2026, 3, 6), why="holiday"))
    office.does(PRIYA, Snooze(reference, date(2026, 3, 31), why="waiting for the archive"))
    said = through(office, "2026-03-07", "2026-04-01", "09:00", "16:30")
    assert [line for line in said if ":due:" in line] == [f"31 Mar 09:00 case:1:due:{SAFE}:5"]


def test_closing_stops_the_reminders_and_reopening_starts_them_again(office: Office) -> None:
    reference = opens(office)
    office.does(PRIYA, CloseRequests(reference, (Right.ERASURE,), Status.WITHDRAWN, told="As you wish."))
    for when in ("2026-03-20 16:30", "2026-04-02 09:00", "2026-04-07 09:00"):
        office.ticks(when)
    assert about(office, "due") == []
    office.does(PRIYA, Reopen(reference, why="the person insists"))
    office.ticks("2026-04-07 09:01")
    assert [key.split(":")[1] for key in about(office, "due")] == ["late"]


def test_a_corrected_date_is_counted_down_to_at_once(office: Office) -> None:
    reference = opens(office)
    office.ticks("2026-03-18 10:00")
    assert about(office, "due") == []
    office.does(PRIYA, CorrectCase(reference, why="it lay in the post room", received_at=at("2026-02-20 09:00")))
    office.ticks("2026-03-18 10:01")
    (key,) = about(office, "due")
    assert key == f"{office.desk.request(reference).safe_due}:3"


def test_a_case_that_nobody_takes_is_called_out_until_somebody_does(office: Office) -> None:
    reference = opens(office, taken=False)  # on a Friday at 11 in Amsterdam
    assert [office.ticks(f"2026-03-06 {clock}") for clock in ("14:59", "15:00", "15:01")][1] == 1
    assert about(office, "untaken") == ["2026-03-06"]
    office.delivers()
    assert f"{reference}: nobody has taken it" in office.platform.said_to("privacy")[-1]
    office.does(PRIYA, TakeCase(reference))
    office.ticks("2026-03-09 09:00")
    assert about(office, "untaken") == ["2026-03-06"]


def test_the_week_begins_with_one_digest(office: Office) -> None:
    opens(office)
    opens(office, "bo", taken=False)
    office.clock.at = at("2026-03-29 12:00")
    said = through(office, "2026-03-29", "2026-04-14", "08:00", "09:00", "15:00")
    assert [line for line in said if "digest" in line] == [
        "30 Mar 09:00 digest:2026-03-30",
        "07 Apr 09:00 digest:2026-04-06",  # Monday is Easter Monday
        "13 Apr 09:00 digest:2026-04-13",
    ]
    office.delivers()
    (first, *_others) = [words for words in office.platform.said_to("privacy") if "The week of" in words]
    assert first.startswith("The week of 30 Mar 2026")
    assert "2: DSR-2026-0001, DSR-2026-0002" in first and "1: DSR-2026-0002" in first


def test_a_digest_that_was_missed_is_made_up_for_in_its_week_and_can_be_turned_off(small_office: Office) -> None:
    office = small_office
    opens(office)
    office.ticks("2026-04-01 10:00")
    assert "digest:2026-03-30" in office.reminders()
    off = office.policy.nudges.model_copy(update={"digest": "off"})
    office.policy = office.policy.model_copy(update={"nudges": off, "version": "another"})
    office.ticks("2026-04-13 10:00")
    assert "digest:2026-04-13" not in office.reminders()


def test_old_rows_are_removed_and_no_reminder_comes_back(office: Office) -> None:
    opens(office)
    office.ticks("2026-03-20 16:30")
    office.delivers()
    office.ticks("2026-04-24 10:00")
    office.delivers()
    before = about(office, "due")
    with office.work() as work:
        upkeep.tidy(work)
    assert all(row.made_at > office.clock.now() - upkeep.KEPT for row in office.outbox())
    assert office.ticks("2026-04-24 10:01") == 0
    assert about(office, "due") == before


def test_the_home_card_says_on_each_day_how_many_days_are_left(office: Office) -> None:
    reference = opens(office)
    office.delivers()
    for day in range(6, 27):
        for clock in ("00:00", "09:00", "16:30"):
            office.ticks(f"2026-03-{day:02} {clock}")
        if day in (8, 26):  # a Sunday, and twenty days after it was opened
            office.delivers()
            left = date.fromisoformat(SAFE) - date(2026, 3, day)
            assert f"in {left.days} days" in office.card_of(reference).card.plain()


def test_the_home_card_is_drawn_once_a_day_and_not_by_looking_again(office: Office) -> None:
    opens(office)
    office.ticks("2026-03-10 09:00")
    office.delivers()
    draws = len([row for row in office.outbox() if row.kind == "draw"])
    for number, day in enumerate(("2026-03-11", "2026-03-12"), start=1):
        for clock in ("09:00", "11:00", "16:30", "23:00"):
            office.ticks(f"{day} {clock}")
            office.delivers()
        assert len([row for row in office.outbox() if row.kind == "draw"]) == draws + number


@contextmanager
def statements(engine: Engine) -> Iterator[list[str]]:
    """The SQL that is run meanwhile."""
    seen = list[str]()

    def see(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        seen.append(statement)

    event.listen(engine, "before_cursor_execute", see)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", see)


def test_a_tick_costs_the_same_however_many_cases_are_open(engine: Engine, vault: Vault, policy: Policy) -> None:
    office = Office(engine, vault, policy, StoppedClock(at("2026-03-06 11:00")))
    costs = list[int]()
    for cases in (10, 110):
        with office.work(SAM) as work:
            remember(work, SAM)
            for number in range(cases):
                person = Person(name=f"{cases}", email=f"{cases}.{number}@x.example", country="NL")
                do(work, replace(USUAL, subject=person, source_marks=(), ticket=None))
        office.ticks()
        with statements(engine) as seen:
            assert office.ticks() == 0
        costs.append(len(seen))
    assert costs[0] == costs[1] < 15


@pytest.mark.parametrize("restarts", [1, 3])
def test_however_often_the_desk_is_restarted_nothing_is_said_twice(small_office: Office, restarts: int) -> None:
    office = small_office
    opens(office)
    for _again in range(restarts):
        office.ticks("2026-04-02 09:00")
        office.delivers()
    assert len([words for words in office.platform.said_to("privacy") if "safe date comes nearer" in words]) == 1
