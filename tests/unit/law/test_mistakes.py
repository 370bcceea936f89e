"""The mistakes that naive clocks make, each by its number in the list that the team keeps."""

import os
import time
from datetime import date

import pytest

from bot.cases.words import Role
from bot.law.book import law_book
from bot.law.calendars import is_working_day
from bot.law.clock import ClockStatus, PauseReason
from bot.law.rules import extended_until, may_extend, may_pause, repeat_note
from bot.law.verification import tier
from bot.rights import Right
from tests.lines import each
from tests.unit.law.asking import dates, request, waited

BOOK = law_book()


@each(("received", "due"), [("2026-10-02", "2026-11-02"), ("2026-02-02", "2026-03-02")])
def test_1_a_month_is_not_30_days(received: str, due: str) -> None:
    assert dates(received).due == date.fromisoformat(due)


def test_2_the_month_runs_from_the_day_of_receipt_not_from_the_day_after() -> None:
    assert dates("2026-11-30").due == date(2026, 12, 30)


def test_3_an_extension_is_three_months_from_receipt_not_one_and_then_two() -> None:
    assert dates("2026-01-31", told="2026-02-20").due == date(2026, 4, 30)


def test_4_days_off_are_skipped_once_and_after_the_pause_was_added() -> None:
    # 5 April is Easter Sunday: rolling first would make it 7 April + 4 = 11 April, a Saturday, and roll again.
    paused = dates("2026-03-05", "eu_gdpr", Right.ACCESS, waited("identity", "2026-03-09", "2026-03-13"))
    assert paused.due == date(2026, 4, 9)


def test_5_california_does_not_roll_and_europe_does() -> None:
    assert dates("2026-11-12", "us_ca").due == date(2026, 12, 27)  # a Sunday
    assert dates("2026-09-03", "uk_gdpr").due == date(2026, 10, 5)  # from Saturday 3 October
    assert dates("2026-03-05").due == date(2026, 4, 7)  # from Easter Sunday


def test_6_the_day_of_receipt_is_the_day_in_the_laws_zone_and_clock_changes_move_nothing() -> None:
    assert dates("2026-03-28T23:30:00+00:00").receipt_date == date(2026, 3, 29)
    assert dates("2026-11-01T06:59:00+00:00", "us_ca").receipt_date == date(2026, 10, 31)
    assert dates("2026-10-25T00:30:00+00:00").due == date(2026, 11, 25)


@each("reason", list(PauseReason))
def test_7_california_never_pauses(reason: PauseReason) -> None:
    plain = dates("2026-02-02", "us_ca")
    asked = dates("2026-02-02", "us_ca", Right.ACCESS, waited(reason, "2026-02-04", None))
    assert (asked.due, asked.status) == (plain.due, ClockStatus.RUNNING)
    why = may_pause(BOOK, "us_ca", Right.ACCESS, reason, date(2026, 2, 4), plain)
    assert why == "California law never pauses for verification."


def test_8_every_law_has_its_own_rule_for_pauses() -> None:
    identity = waited("identity", "2026-06-02", "2026-06-10")
    assert dates("2026-06-01", "eu_gdpr", Right.ACCESS, identity).due == date(2026, 7, 9)  # 8 days more
    assert dates("2026-06-01", "uk_gdpr", Right.ACCESS, identity).due == date(2026, 7, 10)  # a month from then
    assert dates("2026-06-01", "us_ca", Right.ACCESS, identity).due == date(2026, 7, 16)  # nothing


def test_8_the_united_kingdom_waits_for_clarification_of_access_only() -> None:
    clarification = waited("clarification", "2026-06-05", "2026-06-12")
    assert dates("2026-06-01", "uk_gdpr", Right.ACCESS, clarification).due == date(2026, 7, 8)
    assert dates("2026-06-01", "uk_gdpr", Right.ERASURE, clarification).due == date(2026, 7, 1)


def test_8_a_fee_stops_the_clock_in_the_united_kingdom_only() -> None:
    fee = waited("fee", "2026-06-03", "2026-06-15")
    assert dates("2026-06-01", "uk_gdpr", Right.ACCESS, fee).due == date(2026, 7, 15)
    assert dates("2026-06-01", "eu_gdpr", Right.ACCESS, fee).due == date(2026, 7, 1)


def test_9_overlapping_pauses_are_merged() -> None:
    both = (waited("identity", "2026-06-03", "2026-06-10"), waited("clarification", "2026-06-05", "2026-06-15"))
    assert dates("2026-06-01", "eu_gdpr", Right.ACCESS, *both).due == date(2026, 7, 13)


def test_9_an_expired_clock_is_not_revived() -> None:
    late = waited("identity", "2026-07-03", "2026-07-10")
    expired = dates("2026-06-01", "eu_gdpr", Right.ACCESS, late)
    assert expired.due == date(2026, 7, 1)
    why = may_pause(BOOK, "eu_gdpr", Right.ACCESS, PauseReason.IDENTITY, date(2026, 7, 3), expired)
    assert why == "The legal date 1 Jul 2026 has passed; a pause does not revive the clock."


def test_9_a_late_open_pause_does_not_hide_that_the_clock_has_run_out() -> None:
    expired = dates("2026-06-01", "uk_gdpr", Right.ACCESS, waited("identity", "2026-07-03", None))
    assert (expired.due, expired.status) == (date(2026, 7, 1), ClockStatus.RUNNING)


def test_9_an_open_pause_stays_visible() -> None:
    paused = dates("2026-06-01", "eu_gdpr", Right.ACCESS, waited("identity", "2026-06-03", None))
    assert (paused.status, paused.due, paused.safe_due) == (ClockStatus.PAUSED, None, date(2026, 7, 1))
    assert any("2026" in said.line and "wait for the person" in said.line for said in paused.explained)


def test_10_no_extension_without_a_notice_in_time() -> None:
    assert dates("2026-06-01", told="2026-07-02").due == date(2026, 7, 1)
    late = may_extend(BOOK, request("2026-06-01"), date(2026, 7, 2), dates("2026-06-01"))
    assert late == "It is too late to extend: the person had to be told by 1 Jul 2026."


def test_10_an_extension_is_taken_once() -> None:
    given = request("2026-06-01", told="2026-06-10")
    assert may_extend(BOOK, given, date(2026, 6, 11), dates("2026-06-01", told="2026-06-10")) == (
        "This request was extended already; the law allows it once."
    )


@pytest.mark.parametrize("right", [Right.OPT_OUT_SALE, Right.LIMIT_SENSITIVE])
def test_10_an_opt_out_is_never_extended(right: Right) -> None:
    plain = dates("2026-12-18", "us_ca", right)
    assert dates("2026-12-18", "us_ca", right, told="2026-12-20").due == plain.due == date(2027, 1, 12)
    why = may_extend(BOOK, request("2026-12-18", "us_ca", right), date(2026, 12, 20), plain)
    assert why == "California (CCPA) allows no extension for this."


def test_10_california_extends_to_90_days_in_all_not_by_90() -> None:
    assert dates("2026-01-15", "us_ca", told="2026-03-01").due == date(2026, 4, 15)
    assert extended_until(BOOK, request("2026-01-15", "us_ca")) == date(2026, 4, 15)


@each("regime", ["eu_gdpr", "uk_gdpr", "us_ca"])
def test_11_the_refusal_is_not_extended_with_the_answer(regime: str) -> None:
    plain, extended = dates("2026-01-15", regime), dates("2026-01-15", regime, told="2026-01-20")
    assert extended.due is not None
    assert plain.due is not None
    assert extended.due > plain.due
    assert extended.refusal_notice_by == plain.refusal_notice_by == plain.due


def test_12_business_days_skip_holidays_on_the_day_they_are_observed() -> None:
    assert dates("2027-06-11", "us_ca").ack_due == date(2027, 6, 28)  # Juneteenth on Saturday, observed on Friday
    assert dates("2026-11-20", "us_ca").ack_due == date(2026, 12, 7)  # Thanksgiving, but not the day after it


def test_12_the_parts_of_a_country_have_their_own_holidays() -> None:
    easter_monday, st_andrew, boyne = date(2026, 4, 6), date(2026, 11, 30), date(2026, 7, 13)
    working = {
        place: [is_working_day(place, day) for day in (easter_monday, st_andrew, boyne)]
        for place in ("GB-ENG", "GB-SCT", "GB-NIR")
    }
    assert working == {
        "GB-ENG": [False, True, True],
        "GB-SCT": [True, False, True],
        "GB-NIR": [False, True, False],
    }
    with pytest.raises(ValueError, match="no holiday calendar"):
        is_working_day("GB", easter_monday)


@each("regime", ["eu_gdpr", "uk_gdpr", "us_ca"])
@each(
    "right",
    [Right.OPT_OUT_MARKETING, Right.OPT_OUT_SALE, Right.LIMIT_SENSITIVE, Right.WITHDRAW_CONSENT, Right.COMPLAINT],
)
def test_13_opt_outs_and_complaints_are_not_verified(regime: str, right: Right) -> None:
    for has_account in (True, False):
        assert tier(BOOK, regime, right, has_account).id == "T0"


def test_13_no_check_asks_for_an_id_and_the_check_goes_to_the_address_on_record() -> None:
    assert not [tier.id for tier in BOOK.tiers.values() if "copy of an ID" in tier.ask]
    access = tier(BOOK, "eu_gdpr", Right.ACCESS, has_account=False)
    assert "already on record" in access.ask
    assert "typed into the chat" in access.never


def test_14_twice_a_year_counts_for_californian_requests_to_know_only() -> None:
    noted = repeat_note(BOOK, "us_ca", Right.ACCESS, 2)
    assert noted is not None
    assert noted.endswith("you decide.")
    assert repeat_note(BOOK, "us_ca", Right.ACCESS, 1) is None
    assert repeat_note(BOOK, "us_ca", Right.ERASURE, 5) is None
    assert repeat_note(BOOK, "eu_gdpr", Right.ACCESS, 5) is None


@each("regime", ["eu_gdpr", "uk_gdpr", "us_ca"])
@each("role", [Role.PROCESSOR, Role.SUB_PROCESSOR])
def test_15_what_we_hold_for_a_customer_is_passed_on_not_answered_and_not_dropped(regime: str, role: Role) -> None:
    passed = dates("2026-07-01", regime, role=role)
    assert passed.status is ClockStatus.REDIRECT_TO_CONTROLLER
    assert (passed.ack_due, passed.due, passed.safe_due, passed.refusal_notice_by) == (None, None, None, None)
    assert "pass it on to them" in passed.explained[-1].line


@each("role", [Role.BOTH, Role.UNKNOWN])
def test_15_until_somebody_decides_the_controllers_clock_runs(role: Role) -> None:
    assert dates("2026-07-01", role=role).due == dates("2026-07-01").due is not None


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles", "UTC"])
def test_6_the_zone_of_the_machine_does_not_matter(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    here = dates("2026-03-28T23:30:00+00:00")
    before = os.environ.get("TZ")
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert dates("2026-03-28T23:30:00+00:00") == here
    finally:
        if before is None:
            monkeypatch.delenv("TZ")
        else:
            monkeypatch.setenv("TZ", before)
        time.tzset()
