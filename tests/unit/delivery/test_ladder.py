"""Which reminders of a case are due, and when: in the team's working hours, the newest only."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from bot.cases.snapshot import CaseView, PauseView
from bot.cases.words import Status, Verification
from bot.delivery.ladder import Kind, due
from bot.law.clock import PauseReason
from bot.policy import Policy
from bot.rights import Right
from tests.cases import EXTENDED, a_case, a_request
from tests.unit.delivery.office import at

PRIYA: dict[str, Any] = {"owner": "workspace:local:priya", "owner_name": "Priya"}
PAUSED = (PauseView(PauseReason.IDENTITY, date(2026, 3, 10), None),)


def taken(**dates: Any) -> CaseView:
    """A case that somebody works on, of which only the given dates are set."""
    none = dict.fromkeys(("safe_due", "due", "extension_notice_by", "refusal_notice_by"))
    return a_case(a_request(**{**none, **dates}), **PRIYA)


def is_due(case: CaseView, policy: Policy, when: str, kind: Kind = Kind.DUE) -> str | None:
    """The reminder of a kind that is due: the end of its key."""
    found = [one.rung for one in due(case, policy, at(when)) if one.rung.kind is kind]
    assert len(found) <= 1
    return found[0].key.removeprefix(f"case:42:{kind}:") if found else None


THURSDAY = taken(safe_due=date(2026, 6, 18))  # a week without holidays around it


@pytest.mark.parametrize(
    ("before", "rises", "left"),
    [
        ("2026-06-04 08:59", "2026-06-04 09:00", 14),
        ("2026-06-11 08:59", "2026-06-11 09:00", 7),
        ("2026-06-15 08:59", "2026-06-15 09:00", 3),
        ("2026-06-17 08:59", "2026-06-17 09:00", 1),
        ("2026-06-18 08:59", "2026-06-18 09:00", 0),
    ],
)
def test_a_rung_comes_as_work_begins_on_its_day(policy: Policy, before: str, rises: str, left: int) -> None:
    assert is_due(THURSDAY, policy, before) is None
    assert is_due(THURSDAY, policy, rises) == f"2026-06-18:{left}"
    assert is_due(THURSDAY, policy, rises.replace("09:00", "17:29")) == f"2026-06-18:{left}"
    assert is_due(THURSDAY, policy, rises.replace("09:00", "17:30")) == (f"2026-06-18:{left}" if left == 0 else None)


def test_once_it_is_late_every_working_day_says_so_and_the_dpo_hears_of_it(policy: Policy) -> None:
    said = {day: is_due(THURSDAY, policy, f"2026-06-{day} 10:00") for day in range(19, 24)}
    assert said == {19: late(19), 20: None, 21: None, 22: late(22), 23: late(23)}
    (one,) = due(THURSDAY, policy, at("2026-06-22 10:00"))
    assert one.rung.to_dpo and one.rung.loud
    (early,) = due(THURSDAY, policy, at("2026-06-18 10:00"))
    assert not early.rung.to_dpo


def late(day: int) -> str:
    return f"2026-06-18:late:2026-06-{day}"


def test_far_ahead_a_reminder_stands_in_the_thread_and_near_its_date_in_the_channel(policy: Policy) -> None:
    (far,) = due(THURSDAY, policy, at("2026-06-11 10:00"))
    (near,) = due(THURSDAY, policy, at("2026-06-15 10:00"))
    assert (far.rung.loud, near.rung.loud) == (False, True)


@pytest.mark.parametrize(
    ("safe", "left", "waits", "rises"),
    [
        (date(2026, 6, 20), 0, "2026-06-19 16:29", "2026-06-19 16:30"),  # a Saturday
        (date(2026, 6, 21), 1, "2026-06-19 16:29", "2026-06-19 16:30"),  # its eve is a Saturday; and 0 comes too
        (date(2026, 4, 27), 0, "2026-04-24 16:29", "2026-04-24 16:30"),  # King's Day, a Monday
        (date(2026, 5, 14), 0, "2026-05-13 16:29", "2026-05-13 16:30"),  # Ascension Day, a Thursday
        (date(2026, 12, 25), 0, "2026-12-24 16:29", "2026-12-24 16:30"),  # Christmas, before a weekend
    ],
)
def test_a_rung_on_a_day_off_comes_in_the_last_working_hour_before(
    policy: Policy, safe: date, left: int, waits: str, rises: str
) -> None:
    case = taken(safe_due=safe)
    key = f"{safe}:{left}"
    moved = {key for one in due(case, policy, at(rises)) for key in (one.rung.key, *one.overtaken)}
    assert f"case:42:due:{key}" in moved
    earlier = {key for one in due(case, policy, at(waits)) for key in (one.rung.key, *one.overtaken)}
    assert f"case:42:due:{key}" not in earlier


def test_reminders_keep_to_the_wall_clock_when_the_clock_changes(policy: Policy) -> None:
    """In the night to 29 March 2026 Amsterdam goes from UTC+1 to UTC+2."""
    case = taken(safe_due=date(2026, 3, 31))
    assert (at("2026-03-27 09:00").hour, at("2026-03-30 09:00").hour) == (8, 7)
    assert is_due(case, policy, "2026-03-27 16:29") == "2026-03-31:7"
    assert is_due(case, policy, "2026-03-27 16:30") == "2026-03-31:3"  # the 28th is a Saturday
    assert is_due(case, policy, "2026-03-30 08:59") is None
    assert is_due(case, policy, "2026-03-30 09:00") == "2026-03-31:1"


def test_nothing_comes_at_night_at_the_weekend_or_on_a_holiday(policy: Policy) -> None:
    case = a_case(a_request(safe_due=date(2026, 6, 30)), verification=Verification.ASKED)
    for when in ("2026-06-16 08:00", "2026-06-16 17:30", "2026-06-20 11:00", "2026-06-21 11:00", "2026-05-25 11:00"):
        assert due(case, policy, at(when)) == ()


def test_a_date_that_would_pass_before_work_begins_is_not_kept_back(policy: Policy) -> None:
    """After an outage, or for a mail that is handed over late on a Friday."""
    sunday = taken(safe_due=date(2026, 6, 21))
    assert is_due(sunday, policy, "2026-06-19 20:00") == "2026-06-21:0"
    assert is_due(taken(safe_due=date(2026, 6, 22)), policy, "2026-06-19 20:00") is None


def test_after_an_outage_only_the_newest_missed_rung_is_said(policy: Policy) -> None:
    (one,) = due(THURSDAY, policy, at("2026-06-16 11:00"))
    assert one.rung.key == "case:42:due:2026-06-18:3"
    assert one.overtaken == ("case:42:due:2026-06-18:14", "case:42:due:2026-06-18:7")


def test_rights_that_share_a_date_make_one_reminder(policy: Policy) -> None:
    on: dict[str, Any] = {"safe_due": date(2026, 6, 18), "extension_notice_by": None, "refusal_notice_by": None}
    requests = (a_request(**on), a_request(Right.ACCESS, id=2, **on))
    (one,) = due(a_case(*requests, **PRIYA), policy, at("2026-06-11 10:00"))
    assert one.rung.rights == (Right.ERASURE, Right.ACCESS)


def test_a_right_that_was_answered_makes_no_reminder(policy: Policy) -> None:
    answered = replace(THURSDAY.requests[0], outcome=Status.FULFILLED)
    assert due(replace(THURSDAY, requests=(answered,)), policy, at("2026-06-19 10:00")) == ()


def test_the_acknowledgement_is_reminded_of_until_it_went_out(policy: Policy) -> None:
    case = taken(ack_due=date(2026, 6, 18))
    assert is_due(case, policy, "2026-06-15 10:00", Kind.ACKNOWLEDGE) is None
    assert is_due(case, policy, "2026-06-16 10:00", Kind.ACKNOWLEDGE) == "2026-06-18:2"
    assert is_due(case, policy, "2026-06-18 10:00", Kind.ACKNOWLEDGE) == "2026-06-18:0"
    sent = taken(ack_due=date(2026, 6, 18), acknowledged_on=date(2026, 6, 9))
    assert is_due(sent, policy, "2026-06-18 10:00", Kind.ACKNOWLEDGE) is None


def test_our_own_promise_to_acknowledge_is_reminded_of_where_the_law_sets_no_date(policy: Policy) -> None:
    assert is_due(taken(target_ack=date(2026, 6, 18)), policy, "2026-06-18 10:00", Kind.ACKNOWLEDGE) == "2026-06-18:0"


def test_our_own_target_counts_where_the_law_sets_no_date(policy: Policy) -> None:
    case = taken(target_due=date(2026, 6, 18))
    assert is_due(case, policy, "2026-06-17 10:00") == "2026-06-18:1"
    assert is_due(case, policy, "2026-06-22 10:00") == late(22)


def test_the_last_days_to_announce_an_extension_are_reminded_of(policy: Policy) -> None:
    case = taken(safe_due=date(2026, 6, 18), extension_notice_by=date(2026, 6, 18))
    assert is_due(case, policy, "2026-06-12 10:00", Kind.EXTENSION) is None
    assert is_due(case, policy, "2026-06-12 16:30", Kind.EXTENSION) == "2026-06-18:5"  # the 13th is a Saturday
    assert is_due(case, policy, "2026-06-18 10:00", Kind.EXTENSION) == "2026-06-18:0"
    assert is_due(case, policy, "2026-06-19 10:00", Kind.EXTENSION) is None  # of no use any more
    extended = taken(safe_due=date(2026, 8, 18), extension_notice_by=date(2026, 6, 18), extension=EXTENDED)
    assert is_due(extended, policy, "2026-06-18 10:00", Kind.EXTENSION) is None


def test_a_refusal_is_reminded_of_where_it_must_be_announced_before_the_answer(policy: Policy) -> None:
    extended = taken(safe_due=date(2026, 8, 18), refusal_notice_by=date(2026, 6, 18), extension=EXTENDED)
    assert is_due(extended, policy, "2026-06-17 10:00", Kind.REFUSAL) == "2026-06-18:1"
    together = taken(safe_due=date(2026, 6, 18), refusal_notice_by=date(2026, 6, 18))
    assert is_due(together, policy, "2026-06-17 10:00", Kind.REFUSAL) is None


@pytest.mark.parametrize(
    ("opened", "waits", "called_out"),
    [
        ("2026-06-16 10:00", "2026-06-16 13:59", "2026-06-16 14:00"),
        ("2026-06-16 15:30", "2026-06-17 10:59", "2026-06-17 11:00"),  # two hours today, two tomorrow
        ("2026-06-16 13:30", "2026-06-17 08:59", "2026-06-17 09:00"),  # as work ends
        ("2026-06-19 20:00", "2026-06-22 12:59", "2026-06-22 13:00"),  # over a weekend
        ("2026-05-13 16:30", "2026-05-15 11:59", "2026-05-15 12:00"),  # over Ascension Day
    ],
)
def test_a_case_that_nobody_takes_is_called_out_after_four_working_hours(
    policy: Policy, opened: str, waits: str, called_out: str
) -> None:
    case = replace(THURSDAY, owner=None, opened_at=at(opened))
    assert is_due(case, policy, waits, Kind.UNTAKEN) is None
    assert is_due(case, policy, called_out, Kind.UNTAKEN) == called_out[:10]
    assert is_due(replace(case, **PRIYA), policy, called_out, Kind.UNTAKEN) is None


def test_a_case_that_still_nobody_took_is_called_out_on_each_working_day(policy: Policy) -> None:
    case = replace(THURSDAY, owner=None, opened_at=at("2026-06-12 10:00"))
    days = [is_due(case, policy, f"2026-06-{day} 09:30", Kind.UNTAKEN) for day in range(13, 17)]
    assert days == [None, None, "2026-06-15", "2026-06-16"]


def test_silence_after_asking_who_they_are_is_noted_every_week(policy: Policy) -> None:
    asked = replace(THURSDAY, verification=Verification.ASKED, verification_asked_on=date(2026, 6, 2))
    said = [is_due(asked, policy, f"2026-06-{day:02} 10:00", Kind.VERIFICATION) for day in (8, 9, 15, 16)]
    assert said == [None, "2026-06-02:2026-06-09", "2026-06-02:2026-06-09", "2026-06-02:2026-06-16"]
    answered = replace(asked, verification=Verification.VERIFIED)
    assert is_due(answered, policy, "2026-06-09 10:00", Kind.VERIFICATION) is None


def test_while_the_clock_stands_still_the_strict_date_is_shown_once_a_week(policy: Policy) -> None:
    case = taken(safe_due=date(2026, 4, 5), due=None, pauses=PAUSED)
    said = [is_due(case, policy, f"2026-03-{day} 10:00", Kind.WAITING) for day in (16, 17, 23, 24)]
    assert said == [None, "2026-03-10:2026-03-17", "2026-03-10:2026-03-17", "2026-03-10:2026-03-24"]
    assert is_due(case, policy, "2026-03-30 10:00") is None
    (one,) = due(case, policy, at("2026-03-17 10:00"))
    assert one.rung.on == date(2026, 4, 5)


def test_a_snoozed_case_is_quiet_until_its_day_and_then_says_where_it_stands(policy: Policy) -> None:
    case = replace(THURSDAY, snoozed_until=date(2026, 6, 16))
    assert is_due(case, policy, "2026-06-15 10:00") is None
    assert is_due(case, policy, "2026-06-16 10:00") == "2026-06-18:2"  # the ladder has no rung there
    assert is_due(case, policy, "2026-06-17 10:00") == "2026-06-18:1"


def test_a_snooze_never_hides_a_date_that_has_come(policy: Policy) -> None:
    both = taken(safe_due=date(2026, 6, 18), ack_due=date(2026, 6, 11))
    case = replace(both, snoozed_until=date(2026, 6, 18))
    assert is_due(case, policy, "2026-06-10 10:00", Kind.ACKNOWLEDGE) is None
    assert is_due(case, policy, "2026-06-11 10:00", Kind.ACKNOWLEDGE) == "2026-06-11:0"
    assert is_due(case, policy, "2026-06-11 10:00") is None


def test_a_case_snoozed_until_a_date_at_the_weekend_is_heard_of_before_it(policy: Policy) -> None:
    case = replace(taken(safe_due=date(2026, 6, 21)), snoozed_until=date(2026, 6, 21))
    assert is_due(case, policy, "2026-06-19 16:29") is None
    assert is_due(case, policy, "2026-06-19 16:30") == "2026-06-21:0"


def test_a_closed_case_is_quiet(policy: Policy) -> None:
    closed = replace(THURSDAY, closed_at=at("2026-06-10 10:00"))
    for days in range(20):
        assert due(closed, policy, at("2026-06-04 10:00") + timedelta(days=days)) == ()
