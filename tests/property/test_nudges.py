"""Whenever the desk happens to look, and however often it was down: each reminder at most once, and none is missed.

What a tick does to the rows is played here without a database: a reminder is said by whoever claims its key first,
and the keys that it overtakes are claimed with it.
"""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cases.snapshot import CaseView
from bot.delivery import hours as at_work
from bot.delivery.ladder import due, look_again
from bot.policy import Policy
from tests.cases import a_case, a_request
from tests.transcripts.talk import POLICY

HOURS = POLICY.working_hours
START = datetime(2026, 3, 1, tzinfo=UTC)
MINUTES = 150 * 24 * 60

days = st.dates(date(2026, 3, 20), date(2026, 7, 10))  # a change of the clock, Easter, King's Day, Whit Monday
looks = st.lists(st.integers(0, MINUTES), min_size=1, max_size=25).map(
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


def newest_rung(on: date, ladder: tuple[int, ...], now: datetime) -> str | None:
    """The rung that the team must have heard of, reckoned day by day from the rule's own words."""
    found = None
    for offset in range(-30, 150):
        day = on + timedelta(days=offset)
        late = offset > 0
        if (late and not at_work.is_working(HOURS, day)) or (not late and -offset not in ladder):
            continue
        if at_work.is_working(HOURS, day):
            fires = datetime.combine(day, HOURS.start, HOURS.tz)
        else:
            while not at_work.is_working(HOURS, day):
                day -= timedelta(days=1)
            fires = datetime.combine(day, HOURS.end, HOURS.tz) - timedelta(hours=1)
        if fires.astimezone(UTC) <= now:
            found = f"late:{on + timedelta(days=offset)}" if late else f"{-offset}"
    return f"case:42:due:{on}:{found}" if found else None


@settings(max_examples=150, deadline=None)
@given(days, ladders, looks)
def test_the_newest_rung_is_always_said_and_none_is_said_twice(
    on: date, ladder: tuple[int, ...], moments: list[datetime]
) -> None:
    case, policy, rows = counting_to(on), policy_with(ladder), Rows()
    for now in moments:
        rows.tick(case, policy, now)
        if at_work.within(HOURS, now) and (expected := newest_rung(on, ladder, now)):
            assert expected in rows.said
    assert max(Counter(rows.said).values(), default=1) == 1


@settings(max_examples=40, deadline=None)
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


@settings(max_examples=60, deadline=None)
@given(days, looks, days)
def test_a_date_that_moves_starts_its_own_ladder_and_repeats_nothing(
    on: date, moments: list[datetime], moved: date
) -> None:
    """An extension, or a correction, in the middle of any series of looks; and back again."""
    rows = Rows()
    for number, now in enumerate(moments):
        rows.tick(counting_to((on, moved)[number // 5 % 2]), POLICY, now)
    assert max(Counter(rows.said).values(), default=1) == 1
