"""Further rules of the clocks."""

from datetime import UTC, date, datetime

import pytest

from bot.law.book import law_book
from bot.law.clock import ClockInput, ClockStatus, Pause, PauseReason, UnknownRegime
from bot.law.rules import citation, extended_until, extension_reasons, may_extend, may_pause, pause_condition
from bot.rights import Right
from tests.lines import each
from tests.unit.law.asking import dates, request, waited

BOOK = law_book()


def test_a_law_that_we_do_not_have_is_refused_in_one_sentence() -> None:
    with pytest.raises(UnknownRegime, match=r"^There is no law with the code “us_zz” here; known are .*za_popia\.$"):
        dates("2026-03-05", "us_zz")


def test_a_receipt_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a zone"):
        ClockInput("eu_gdpr", Right.ACCESS, datetime(2026, 3, 5, 12))  # noqa: DTZ001


def test_unknown_zones_and_calendars_are_refused() -> None:
    with pytest.raises(ValueError, match="no time zone “Mars/Base”"):
        dates("2026-03-05", zone="Mars/Base")
    with pytest.raises(ValueError, match="no holiday calendar “DE”"):
        dates("2026-03-05", calendar="DE")


def test_an_answer_before_the_question_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot end before it begins"):
        Pause(PauseReason.IDENTITY, date(2026, 3, 5), date(2026, 3, 4))


@each("right", list(Right))
@each("regime", ["eu_gdpr", "uk_gdpr", "us_ca"])
def test_every_right_has_a_date_or_a_target_of_our_own(regime: str, right: Right) -> None:
    found = dates("2026-08-03", regime, right)
    assert found.due or found.target_due
    assert citation(BOOK, regime, right)


def test_marketing_stops_at_once_and_the_person_is_told_within_a_month() -> None:
    stop = dates("2026-08-07", right=Right.OPT_OUT_MARKETING)  # a Friday
    assert (stop.status, stop.due, stop.target_due) == (ClockStatus.NO_STATUTORY_CLOCK, None, date(2026, 8, 10))
    assert {said.kind: said.on for said in stop.explained}["inform_by"] == date(2026, 9, 7)


def test_complaints_have_our_own_targets_until_the_law_sets_a_date() -> None:
    europe = dates("2026-08-03", right=Right.COMPLAINT)
    assert (europe.target_ack, europe.target_due) == (date(2026, 8, 10), date(2026, 9, 3))
    before = dates("2026-06-18", "uk_gdpr", Right.COMPLAINT)
    assert (before.status, before.ack_due) == (ClockStatus.NO_STATUTORY_CLOCK, None)
    after = dates("2026-06-19", "uk_gdpr", Right.COMPLAINT)
    assert (after.status, after.ack_due, after.target_ack) == (ClockStatus.ACK_CLOCK_ONLY, date(2026, 7, 20), None)


def test_a_right_that_did_not_exist_yet_sets_no_date() -> None:
    early = dates("2022-06-01", "us_ca", Right.RECTIFICATION)
    assert (early.status, early.due) == (ClockStatus.NO_STATUTORY_CLOCK, None)


def test_columbus_day_counts_as_a_working_day_for_the_safe_date_of_an_opt_out() -> None:
    stop = dates("2026-10-05T17:00:00+00:00", "us_ca", Right.OPT_OUT_SALE)
    assert (stop.due, stop.safe_due) == (date(2026, 10, 27), date(2026, 10, 26))


def test_a_notice_during_an_open_wait_is_in_time_and_stays_so_when_the_answer_comes() -> None:
    still_open = dates("2026-06-01", "eu_gdpr", Right.ACCESS, waited("identity", "2026-06-03", None), told="2026-07-10")
    answered = dates(
        "2026-06-01", "eu_gdpr", Right.ACCESS, waited("identity", "2026-06-03", "2026-07-20"), told="2026-07-10"
    )
    assert still_open.extended
    assert answered.extended
    assert (still_open.due, still_open.safe_due) == (None, date(2026, 9, 1))
    assert answered.due == date(2026, 10, 19)  # 1 September + 47 days, from Sunday 18 October


def test_a_shorter_extension_is_kept_as_it_was_told() -> None:
    assert dates("2026-06-01", told="2026-06-20", until="2026-08-03").due == date(2026, 8, 3)
    assert dates("2026-06-01", told="2026-06-20", until="2027-01-01").due == date(2026, 9, 1)
    assert dates("2026-06-01", told="2026-06-20", until="2026-06-21").due == date(2026, 7, 1)


def test_a_wait_after_the_notice_moves_the_date_that_was_told() -> None:
    wait = waited("clarification", "2026-07-06", "2026-07-09")
    moved = dates("2026-06-01", "eu_gdpr", Right.ACCESS, wait, told="2026-06-20", until="2026-08-03")
    assert moved.due == date(2026, 8, 6)


def test_the_longest_extension_counts_the_waits_that_were_answered() -> None:
    closed, open_ = waited("identity", "2026-02-05", "2026-02-15"), waited("clarification", "2026-02-20", None)
    assert extended_until(BOOK, request("2026-01-31", "eu_gdpr", Right.ACCESS, closed, open_)) == date(2026, 5, 11)
    with pytest.raises(ValueError, match="allows no extension"):
        extended_until(BOOK, request("2026-01-31", "us_ca", Right.OPT_OUT_SALE))


def test_the_end_of_the_day_is_told_in_utc() -> None:
    assert dates("2026-03-05").due_end_utc == datetime(2026, 4, 7, 21, 59, 59, tzinfo=UTC)
    assert dates("2026-11-20T18:00:00+00:00", "us_ca").due_end_utc == datetime(2027, 1, 5, 7, 59, 59, tzinfo=UTC)


def test_what_may_be_done_while_the_clock_runs() -> None:
    running = dates("2026-06-01")
    on = date(2026, 6, 10)
    assert may_pause(BOOK, "eu_gdpr", Right.ACCESS, PauseReason.IDENTITY, on, running) is None
    assert may_extend(BOOK, request("2026-06-01"), on, running) is None
    assert extension_reasons(BOOK, request("2026-06-01")) == ("complexity", "number_of_requests")
    assert pause_condition(BOOK, "eu_gdpr", Right.ACCESS, PauseReason.FEE, on) is None
    assert "reasonable doubt" in (pause_condition(BOOK, "eu_gdpr", Right.ACCESS, PauseReason.IDENTITY, on) or "")


def test_nothing_is_moved_before_the_request_came_in() -> None:
    running = dates("2026-06-01")
    before = date(2026, 5, 31)
    assert may_pause(BOOK, "eu_gdpr", Right.ACCESS, PauseReason.IDENTITY, before, running) == (
        "A pause cannot begin before the request came in."
    )
    assert may_extend(BOOK, request("2026-06-01"), before, running) == (
        "A notice cannot be sent before the request came in."
    )


def test_there_is_nothing_to_move_where_the_law_sets_no_date() -> None:
    complaint = dates("2026-06-10", right=Right.COMPLAINT)
    why = "The law sets no date for the answer, so there is nothing to move."
    on = date(2026, 6, 11)
    assert may_pause(BOOK, "eu_gdpr", Right.COMPLAINT, PauseReason.CLARIFICATION, on, complaint) == why
    assert may_extend(BOOK, request("2026-06-10", right=Right.COMPLAINT), on, complaint) == why


def test_the_rights_of_a_law_and_where_they_stand() -> None:
    assert Right.LIMIT_SENSITIVE in BOOK.regime("us_ca").rights
    assert Right.LIMIT_SENSITIVE not in BOOK.regime("eu_gdpr").rights
    assert citation(BOOK, "eu_gdpr", Right.ACCESS) == "GDPR art. 15"
    assert citation(BOOK, "us_ca", Right.APPEAL) == "California Consumer Privacy Act"


def test_every_number_has_a_source() -> None:
    for regime in BOOK.regimes.values():
        for rule in regime.clock:
            parts = (
                rule.ack,
                rule.response,
                rule.extension,
                rule.refusal,
                rule.inform,
                rule.target_ack,
                rule.target_due,
            )
            assert all(part.source for part in parts if part is not None), regime.id
        assert all(pause.source and pause.condition for pause in regime.pause), regime.id
