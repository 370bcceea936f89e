"""Whatever the case and whenever it is looked at: reminders come in working hours, newest first, and none is missed."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bot.cases.snapshot import CaseView, PauseView
from bot.cases.words import Verification
from bot.delivery import hours as at_work
from bot.delivery.ladder import due, look_again
from bot.law.clock import PauseReason
from bot.policy import load_policy
from tests.cases import a_case, a_request
from tests.conftest import examples

POLICY = load_policy(Path(__file__).parents[2] / "policies" / "example.toml")
HOURS = POLICY.working_hours

days = st.dates(date(2026, 3, 1), date(2026, 6, 30))  # a change of the clock, Easter, King's Day, Whit Monday
moments = st.datetimes(datetime(2026, 3, 6), datetime(2026, 7, 10)).map(lambda naive: naive.replace(tzinfo=UTC))  # noqa: DTZ001


@st.composite
def cases(draw: st.DrawFn) -> CaseView:
    safe_due = draw(st.none() | days)
    paused = draw(st.booleans())
    asked = draw(st.booleans())
    request = a_request(
        safe_due=safe_due,
        due=None if paused else safe_due,
        target_due=draw(st.none() | days) if safe_due is None else None,
        ack_due=draw(st.none() | days),
        extension_notice_by=draw(st.none() | days),
        refusal_notice_by=draw(st.none() | days),
        pauses=(PauseView(PauseReason.IDENTITY, draw(days), None),) if paused else (),
    )
    return a_case(
        request,
        owner=draw(st.sampled_from([None, "workspace:local:priya"])),
        snoozed_until=draw(st.none() | days),
        verification=Verification.ASKED if asked else Verification.NEEDED,
        verification_asked_on=draw(days) if asked else None,
        opened_at=draw(moments),
    )


@examples(300)
@given(cases(), moments, st.floats(0, 0.9999))
def test_nothing_new_is_due_before_the_case_is_looked_at_again(case: CaseView, now: datetime, part: float) -> None:
    again = look_again(case, POLICY, now)
    assert now < again <= now + timedelta(days=1)
    later = now + (again - now) * part
    assert {one.rung.key for one in due(case, POLICY, later)} <= {one.rung.key for one in due(case, POLICY, now)}


@examples(200)
@given(cases(), moments)
def test_reminders_keep_to_working_hours_unless_a_date_would_pass_before_work_begins(
    case: CaseView, now: datetime
) -> None:
    opening = at_work.today(HOURS, at_work.next_opening(HOURS, now))
    for one in due(case, POLICY, now):
        assert at_work.within(HOURS, one.rung.fires_at) and one.rung.fires_at <= now
        assert at_work.within(HOURS, now) or (one.rung.on is not None and one.rung.on < opening)


@examples(200)
@given(cases(), moments, st.lists(st.integers(1, 6 * 24 * 60), min_size=1, max_size=12))
def test_a_rung_that_was_overtaken_never_comes_back(case: CaseView, now: datetime, minutes: list[int]) -> None:
    """However long the desk was down between two looks."""
    overtaken = set[str]()
    for wait in minutes:
        now += timedelta(minutes=wait)
        found = due(case, POLICY, now)
        assert not overtaken & {one.rung.key for one in found}
        overtaken |= {key for one in found for key in one.overtaken}
