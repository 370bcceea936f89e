"""Every date comes with one line that says why."""

from typing import Any

from bot.law.clock import Dates
from bot.law.jsonl import dates_of_line
from bot.rights import Right
from bot.wording import speaking
from tests.lines import each
from tests.unit.law.asking import dates, vectors, waited


def lines(found: Dates) -> dict[str, str]:
    return {said.kind: said.line for said in found.explained}


def test_a_month_over_easter() -> None:
    assert lines(dates("2026-03-05"))["due"] == (
        "1 month from 5 Mar 2026, moved from Sun 5 Apr 2026 (Easter Sunday) over Easter Monday to Tue 7 Apr 2026"
    )


def test_holidays_are_named_in_the_reader_s_language() -> None:
    with speaking("nl"):
        assert "(eerste paasdag), over tweede paasdag heen" in lines(dates("2026-03-05"))["due"]


def test_a_month_that_moves_nothing() -> None:
    assert lines(dates("2026-06-01"))["due"] == "1 month from 1 Jun 2026"


def test_business_days_name_the_holidays_between() -> None:
    assert lines(dates("2026-11-20T18:00:00+00:00", "us_ca"))["ack_due"] == (
        "10 business days after 20 Nov 2026, not counting Thanksgiving Day (26 Nov 2026)"
    )


def test_a_californian_sunday_stays() -> None:
    assert lines(dates("2026-11-12T18:00:00+00:00", "us_ca"))["due"] == (
        "45 days after 12 Nov 2026, Sun 27 Dec 2026 stays: this law moves no weekends or holidays"
    )


def test_an_extension_and_a_wait() -> None:
    wait = waited("clarification", "2026-03-10", "2026-03-20")
    assert lines(dates("2026-01-31", "eu_gdpr", Right.ACCESS, wait, told="2026-02-25"))["due"] == (
        "Extended: 3 months from 31 Jan 2026, plus 10 days of waiting (10 Mar 2026 - 20 Mar 2026), "
        "moved from Sun 10 May 2026 to Mon 11 May 2026"
    )


def test_an_extension_to_a_date_that_was_told() -> None:
    assert lines(dates("2026-06-01", told="2026-06-20", until="2026-08-03"))["due"] == (
        "Extended to Mon 3 Aug 2026, as the person was told"
    )


def test_the_british_clock_starts_again() -> None:
    wait = waited("identity", "2026-06-02", "2026-06-10")
    assert lines(dates("2026-06-01", "uk_gdpr", Right.ACCESS, wait))["due"] == (
        "1 month from 10 Jun 2026, when we knew who was asking"
    )


def test_an_open_wait() -> None:
    assert lines(dates("2026-06-01", "eu_gdpr", Right.ACCESS, waited("identity", "2026-06-03", None)))["due"] == (
        "No legal date while we wait for the person (since Wed 3 Jun 2026); Wed 1 Jul 2026 stays in sight"
    )


def test_what_does_not_count_is_said() -> None:
    late = dates("2026-06-01", "eu_gdpr", Right.ACCESS, waited("identity", "2026-07-03", "2026-07-10"))
    assert lines(late)["pause"] == (
        "The wait from Fri 3 Jul 2026 does not count: the legal date Wed 1 Jul 2026 had passed"
    )
    california = dates("2026-02-02", "us_ca", Right.ACCESS, waited("identity", "2026-02-04", "2026-03-10"))
    assert lines(california)["pause"] == (
        "The wait from Wed 4 Feb 2026 does not count: California law never pauses for verification"
    )
    assert lines(dates("2026-06-01", told="2026-07-02"))["extension"] == (
        "The extension does not count: the person was told on Thu 2 Jul 2026, after Wed 1 Jul 2026"
    )


def test_our_own_target_is_called_so() -> None:
    assert lines(dates("2026-06-10", right=Right.COMPLAINT))["target_ack"] == (
        "Our own target: 5 business days after 10 Jun 2026"
    )


@each("vector", vectors())
def test_every_date_of_the_examples_is_explained(vector: dict[str, Any]) -> None:
    kinds = {
        "expected_ack_due": "ack_due",
        "expected_due": "due",
        "safe_due": "safe_due",
        "extension_notice_by": "extension_notice_by",
        "refusal_notice_by": "refusal_notice_by",
    }
    line = dates_of_line(vector)
    given = [waited(wait["reason"], wait["from"], wait["to"]) for wait in vector["pauses"]]
    found = dates(
        vector["received"],
        vector["regime"],
        Right(vector["right"]),
        *given,
        told=vector["extension_notice_sent"],
        until=vector["extension_until"],
        zone=vector["zone"],
        calendar=vector["calendar"],
        role=vector["role"],
    )
    said = {one.kind: one.on.isoformat() for one in found.explained}
    assert all(said[kind] == line[field] for field, kind in kinds.items() if line[field] is not None)
    assert all(one.source for one in found.explained)
    assert [one.line for one in found.explained] == line["explained"]
