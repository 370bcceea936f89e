"""Whenever the desk happens to look, and however often it was down: each reminder at most once, and none is missed.

Mostly played without a database: a reminder is said by whoever claims its key first, and the keys that it overtakes
are claimed with it.
"""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.snapshot import CaseView
from bot.clock import StoppedClock
from bot.db import connect
from bot.delivery import hours as at_work
from bot.delivery.ladder import due, look_again
from bot.policy import Policy
from bot.vault import Vault
from tests.cases import a_case, a_request
from tests.conftest import examples
from tests.databases import put_database
from tests.transcripts.talk import POLICY
from tests.unit.cases.desk import USUAL
from tests.unit.delivery.office import Office

HOURS = POLICY.working_hours
START = datetime(2026, 3, 1, tzinfo=UTC)
MINUTES = 150 * 24 * 60

days = st.dates(date(2026, 3, 20), date(2026, 7, 10))  # a change of the clock, Easter, King's Day, Whit Monday
looks = st.lists(st.integers(0, MINUTES), min_size=1, max_size=25).map(
    lambda found: [START + timedelta(minutes=number) for number in sorted(found)]
)
seldom = st.lists(st.integers(0, MINUTES), min_size=1, max_size=6).map(
    lambda found: [START + timedelta(minutes=number) for number in sorted(found)]
)
ladders = st.sets(st.integers(0, 30), min_size=1, max_size=6).map(lambda found: tuple(sorted(found, reverse=True)))


@dataclass
class Rows:
    """The reminders' rows, and what was said because of them."""

    claimed: set[str] = field(default_factory=set)
    said: list[str] = field(default_factory=list)

    def tick(self, case: CaseView, policy: Policy, now: datetime) -> None:
        for one in due(case, policy, now):
            self.claimed |= set(one.overtaken)
            if one.rung.key not in self.claimed:
                self.claimed.add(one.rung.key)
                self.said.append(one.rung.key)


def policy_with(ladder: tuple[int, ...]) -> Policy:
    return POLICY.model_copy(update={"nudges": POLICY.nudges.model_copy(update={"ladder": ladder})})


def counting_to(on: date) -> CaseView:
    return a_case(a_request(safe_due=on, due=on), owner="workspace:local:priya")


def rungs(on: date, ladder: tuple[int, ...]) -> list[tuple[datetime, str]]:
    """The rungs to a date in their order, and when each fires: reckoned day by day from the rule's own words."""
    found = list[tuple[datetime, str]]()
    for offset in range(-30, 150):
        day = meant = on + timedelta(days=offset)
        late = offset > 0
        if (late and not at_work.is_working(HOURS, day)) or (not late and -offset not in ladder):
            continue
        fires = datetime.combine(day, HOURS.start, HOURS.tz)
        while not at_work.is_working(HOURS, day):
            day -= timedelta(days=1)
            fires = datetime.combine(day, HOURS.end, HOURS.tz) - timedelta(hours=1)
        found.append((fires.astimezone(UTC), f"case:42:due:{on}:" + (f"late:{meant}" if late else f"{-offset}")))
    return found


@examples(150)
@given(days, ladders, looks)
def test_the_newest_rung_is_always_said_and_none_after_a_newer_one(
    on: date, ladder: tuple[int, ...], moments: list[datetime]
) -> None:
    case, policy, rows, order = counting_to(on), policy_with(ladder), Rows(), rungs(on, ladder)
    for now in moments:
        rows.tick(case, policy, now)
        fired = [key for fires, key in order if fires <= now]
        if fired and at_work.within(HOURS, now):
            assert fired[-1] in rows.said
    countdown = [key for key in rows.said if ":due:" in key]
    assert countdown == [key for _fires, key in order if key in countdown]


@examples(40)
@given(days, ladders, looks)
def test_a_desk_that_looks_only_when_it_planned_to_says_all_that_one_that_never_rests_says(
    on: date, ladder: tuple[int, ...], restarts: list[datetime]
) -> None:
    """A restart may look at any time in between; it changes nothing."""
    case, policy = replace(counting_to(on), owner=None), policy_with(ladder)
    planned, restarted = Rows(), Rows()
    now, end = datetime(2026, 5, 1, tzinfo=UTC), datetime(2026, 5, 21, tzinfo=UTC)
    while now < end:
        planned.tick(case, policy, now)
        again = look_again(case, policy, now)
        for moment in [now, *(m for m in restarts if now < m < again)]:
            restarted.tick(case, policy, moment)
        now = again
    assert planned.said == restarted.said


@examples(12)
@given(seldom)
def test_whoever_looks_and_posts_whenever_each_reminder_reaches_people_once(
    tmp_path_factory: pytest.TempPathFactory, vault: Vault, moments: list[datetime]
) -> None:
    """Each look is a process that has just come up; a real database holds what the ones before it did."""
    file = tmp_path_factory.mktemp("desk") / "desk.db"
    put_database(file)
    office = Office(connect(f"sqlite:///{file}"), vault, POLICY, StoppedClock(START))
    office.opens(replace(USUAL, received_at=START))
    for now in moments:
        office.clock.at = max(now, START)
        office.ticks()
        office.ticks()
        office.delivers()
    posted = [message.once for message in office.platform.messages if message.once.startswith("nudge:")]
    assert sorted(posted) == sorted(f"nudge:{key}" for key in office.reminders())
    office.engine.dispose()
