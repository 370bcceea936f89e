"""How requests end, how they begin again, and how a case is set right."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.cases.commands import (
    AskVerification,
    CloseRequests,
    CorrectCase,
    Extend,
    MarkVerified,
    MergeCase,
    PauseClock,
    Reopen,
    SplitCase,
    TakeCase,
)
from bot.cases.snapshot import Person
from bot.cases.words import Reason, Role, Status, Verification
from bot.cases.work import DESK
from bot.errors import IllegalMove, Refused
from bot.law.book import UnknownRegime
from bot.law.words import ClockStatus, PauseReason
from bot.rights import Right
from tests.people import ANA, EVA, PIETER, PRIYA, SAM
from tests.unit.cases.desk import RECEIVED, Desk, asking, once_more

TODAY = date(2026, 3, 6)
DENY = CloseRequests("", (Right.ERASURE,), Status.DENIED, Reason.CLAIM_NOT_COVERED, "We must keep invoices.", "tax law")
FULFIL = CloseRequests("", (Right.ERASURE,), Status.FULFILLED)


def test_a_verified_case_is_closed_and_its_reporter_hears_what_to_tell_and_not_what_was_found(desk: Desk) -> None:
    reference = desk.opens()
    desk.does(PRIYA, MarkVerified(reference, TODAY, "account", True, 0, True))
    done = desk.does(PRIYA, replace(FULFIL, case=reference, told="Your 3 orders are gone.", note="3 orders", on=TODAY))
    assert done.said == f"{reference} is closed."
    case = desk.case(reference)
    assert not case.open and case.requests[0].status is Status.FULFILLED
    assert "You can tell the customer" in desk.told(SAM) and "orders" not in desk.told(SAM)
    assert "orders" not in desk.thread()
    assert desk.details(reference).told == (("erasure", "Your 3 orders are gone."),)
    assert desk.details(reference).notes == (("erasure", "3 orders"),)


def test_data_are_not_handed_out_or_deleted_before_we_know_who_asks(desk: Desk) -> None:
    reference = desk.opens()
    assert "Mark the case verified first." in desk.refuses(PRIYA, replace(FULFIL, case=reference))
    assert desk.case(reference).open


def test_an_opt_out_is_done_without_any_proof(desk: Desk) -> None:
    reference = desk.opens(asking(Right.OPT_OUT_MARKETING))
    desk.does(PRIYA, CloseRequests(reference, (Right.OPT_OUT_MARKETING,), Status.FULFILLED))
    assert not desk.case(reference).open


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ({"reason": None}, "needs a reason"),
        ({"told": " "}, "what the requester was told"),
        ({"outcome": Status.NOT_A_REQUEST, "note": ""}, "Please note why"),
        ({"outcome": Status.DUPLICATE}, "merge it"),
        ({"outcome": Status.IN_PROGRESS}, "merge it"),
        ({"rights": ()}, "Please choose a request."),
    ],
    ids=str,
)
def test_a_refusal_is_not_saved_half(desk: Desk, missing: dict[str, object], said: str) -> None:
    reference = desk.opens()
    assert said in desk.refuses(PRIYA, replace(DENY, case=reference, **missing))  # type: ignore[arg-type]
    assert desk.case(reference).open


def test_a_case_closes_with_its_last_request_and_counts_down_to_those_that_are_left(desk: Desk) -> None:
    reference = desk.opens(asking(Right.ERASURE, Right.ACCESS))
    desk.does(PRIYA, Extend(reference, Right.ACCESS, "complexity", TODAY))
    done = desk.does(PRIYA, replace(DENY, case=reference, on=TODAY))
    assert done.said == "Closed: Delete. Still open: Send a copy."
    assert desk.told(SAM) == ""
    case = desk.case(reference)
    assert case.open and case.counts_to == date(2026, 6, 5)
    assert "is closed. Reopen it first." in desk.refuses(PRIYA, replace(DENY, case=reference), IllegalMove)
    desk.does(PRIYA, replace(DENY, case=reference, rights=(Right.ACCESS,)))
    assert not desk.case(reference).open and "is closed" in desk.told(SAM)


def test_a_closed_case_takes_no_more_work(desk: Desk) -> None:
    reference = desk.opens()
    desk.does(PRIYA, replace(DENY, case=reference))
    assert desk.refuses(PRIYA, TakeCase(reference), IllegalMove) == f"{reference} is closed. Reopen it first."


def test_the_desk_itself_closes_what_was_never_answered(desk: Desk) -> None:
    reference = desk.opens()
    desk.does(PRIYA, AskVerification(reference, TODAY))
    desk.does(DESK, CloseRequests(reference, (Right.ERASURE,), Status.EXPIRED))
    assert desk.request(reference).reason is Reason.NO_RESPONSE


def test_reopening_brings_back_what_was_closed_last_with_the_clock_it_had(desk: Desk) -> None:
    reference = desk.opens(asking(Right.ERASURE, Right.ACCESS))
    before = desk.request(reference)
    desk.does(PRIYA, replace(DENY, case=reference, rights=(Right.ACCESS,)))
    desk.days_later(2)
    desk.does(PRIYA, replace(DENY, case=reference))
    desk.days_later(2)
    assert "Please say why." in desk.refuses(PRIYA, Reopen(reference, ""))
    desk.does(PIETER, Reopen(reference, "the customer complained"))
    case = desk.case(reference)
    assert case.open and [r.right for r in case.open_requests] == [Right.ERASURE]
    assert desk.request(reference).due == before.due
    assert "open again" in desk.told(SAM) and "complained" not in desk.thread()
    desk.does(PIETER, Reopen(reference, "that one, too"))
    assert len(desk.case(reference).open_requests) == 2
    assert desk.refuses(PIETER, Reopen(reference, "and?"), IllegalMove) == f"{reference} is open."


def test_a_clock_that_stood_still_ends_with_its_request(desk: Desk) -> None:
    reference = desk.opens()
    desk.does(PRIYA, PauseClock(reference, Right.ERASURE, PauseReason.IDENTITY, TODAY))
    desk.days_later(5)
    desk.does(PRIYA, replace(DENY, case=reference))
    assert not desk.request(reference).paused
    desk.does(PRIYA, Reopen(reference, "a mistake"))
    assert desk.request(reference).safe_due == date(2026, 4, 10)


def test_another_day_of_receipt_computes_every_date_anew(desk: Desk) -> None:
    reference = desk.opens()
    earlier = datetime(2026, 2, 2, 9, tzinfo=UTC)
    done = desk.does(PRIYA, CorrectCase(reference, "the letter was stamped", received_at=earlier))
    assert desk.case(reference).received_at == earlier
    assert desk.request(reference).due == date(2026, 3, 2)
    assert done.said == "Corrected: received 2 Feb 2026, 10:00. Due by 2 Mar 2026 now."
    assert "Priya corrected: received 2 Feb 2026, 10:00." in desk.thread()
    assert "stamped" not in desk.thread()


def test_a_day_of_receipt_that_cannot_be_is_refused(desk: Desk) -> None:
    reference = desk.opens()
    ahead = CorrectCase(reference, "typo", received_at=desk.clock.now() + timedelta(days=1))
    assert "future" in desk.refuses(PRIYA, ahead)
    assert "2018" in desk.refuses(PRIYA, CorrectCase(reference, "typo", received_at=datetime(2017, 1, 1, tzinfo=UTC)))
    assert "already" in desk.refuses(PRIYA, CorrectCase(reference, "nothing", received_at=RECEIVED))
    assert "Please say why." in desk.refuses(PRIYA, CorrectCase(reference, "", received_at=RECEIVED))


def test_another_law_and_role_run_other_clocks(desk: Desk) -> None:
    reference = desk.opens(asking(Right.ACCESS))
    desk.does(PRIYA, CorrectCase(reference, "lives there", regimes=("us_ca",)))
    assert desk.request(reference, Right.ACCESS).due == date(2026, 4, 19)
    desk.does(PRIYA, CorrectCase(reference, "a customer's", role=Role.PROCESSOR))
    request = desk.request(reference, Right.ACCESS)
    assert request.clock is ClockStatus.REDIRECT_TO_CONTROLLER and request.counts_to is None
    desk.refuses(PRIYA, CorrectCase(reference, "?", regimes=("xx",)), UnknownRegime)
    desk.refuses(PRIYA, CorrectCase(reference, "?", role="friend"))


def test_another_person_was_never_verified_and_may_live_under_another_law(desk: Desk) -> None:
    reference = desk.opens()
    desk.does(PRIYA, MarkVerified(reference, TODAY, "account", True, 0, True))
    other = Person(name="Bea", email="bea@y.example", country="GB")
    desk.does(PRIYA, CorrectCase(reference, "the signature names Bea", subject=other))
    case = desk.case(reference)
    assert case.verification is Verification.NEEDED and case.regimes == ("uk_gdpr",)
    assert desk.details(reference).subject == other
    assert "bea@y.example" not in desk.thread()


@pytest.mark.parametrize(
    "new", [Person(name="Bea"), Person(name="Ana", email="bea@y.example")], ids=["name", "address"]
)
def test_who_was_verified_without_an_address_is_not_whoever_is_put_in_their_place(desk: Desk, new: Person) -> None:
    reference = desk.opens(asking(subject=Person(name="Ana", country="NL")))
    desk.does(PRIYA, MarkVerified(reference, TODAY, "account", True, 0, True))
    desk.does(PRIYA, CorrectCase(reference, "only the country", subject=Person(name="ana ", country="DE")))
    assert desk.case(reference).verification is Verification.VERIFIED
    desk.does(PRIYA, CorrectCase(reference, "somebody else", subject=replace(new, country="DE")))
    assert desk.case(reference).verification is Verification.NEEDED


def test_kinds_are_added_and_taken_away_but_never_the_last_or_a_closed_one(desk: Desk) -> None:
    reference = desk.opens(asking(Right.ERASURE, Right.ACCESS))
    desk.does(PRIYA, PauseClock(reference, Right.ERASURE, PauseReason.IDENTITY, TODAY))
    desk.does(PRIYA, CorrectCase(reference, "misread", rights=(Right.ACCESS, Right.PORTABILITY)))
    assert {r.right for r in desk.case(reference).requests} == {Right.ACCESS, Right.PORTABILITY}
    assert "at least one request" in desk.refuses(PRIYA, CorrectCase(reference, "none", rights=()))
    desk.does(PRIYA, replace(DENY, case=reference, rights=(Right.ACCESS,)))
    stays = CorrectCase(reference, "misread", rights=(Right.PORTABILITY,))
    assert "stays on record" in desk.refuses(PRIYA, stays)


def test_an_opt_out_that_becomes_an_access_request_needs_proof(desk: Desk) -> None:
    reference = desk.opens(asking(Right.OPT_OUT_MARKETING))
    desk.does(PRIYA, CorrectCase(reference, "misread", rights=(Right.ACCESS,)))
    assert desk.case(reference).verification is Verification.NEEDED
    desk.does(PRIYA, CorrectCase(reference, "misread again", rights=(Right.OPT_OUT_MARKETING,)))
    assert desk.case(reference).verification is Verification.NOT_NEEDED


def test_a_split_moves_requests_with_their_clocks_and_links_both_ways(desk: Desk) -> None:
    reference = desk.opens(asking(Right.ERASURE, Right.ACCESS))
    desk.does(PRIYA, Extend(reference, Right.ACCESS, "complexity", TODAY))
    done = desk.does(PRIYA, SplitCase(reference, (Right.ACCESS,), "her husband's"))
    assert done.opened and done.reference != reference
    new, old = desk.case(done.reference), desk.case(reference)
    assert [r.right for r in new.requests] == [Right.ACCESS] and new.counts_to == date(2026, 6, 5)
    assert [r.right for r in old.requests] == [Right.ERASURE]
    assert new.linked == (("split_from", reference),) and old.linked == (("split_into", done.reference),)
    assert new.reporter == SAM.id and desk.details(done.reference).text == desk.details(reference).text
    said = desk.refuses(PRIYA, SplitCase(reference, (Right.ERASURE,), "all"), IllegalMove)
    assert "has to stay" in said


def test_a_merge_closes_the_duplicate_and_loses_neither_wish_nor_reporter_nor_words(desk: Desk) -> None:
    first = desk.opens()
    later = RECEIVED - timedelta(days=2)
    rest = once_more(Right.ERASURE, Right.ACCESS, subject=Person(name="Ana D.", country="NL"), received_at=later)
    second = desk.opens(rest, by=EVA)
    desk.does(PRIYA, MergeCase(second, first, "the same person"))
    one, two = desk.case(first), desk.case(second)
    assert not two.open and all(r.outcome is Status.DUPLICATE for r in two.requests)
    assert {r.right for r in one.open_requests} == {Right.ERASURE, Right.ACCESS}
    assert desk.request(first).receipt_date == date(2026, 3, 3)  # the earlier arrival counts
    assert two.linked == (("duplicate_of", first),) and one.linked == (("has_duplicate", second),)
    assert set(one.reporters) == {SAM.id, EVA.id}
    assert "Once more" in desk.details(first).text
    assert ANA not in desk.thread()


def test_two_people_are_not_merged_until_they_are_corrected_to_be_one(desk: Desk) -> None:
    first, second = desk.opens(), desk.opens(asking(subject=Person(email="bo@x.example"), source_marks=()))
    said = desk.refuses(PRIYA, MergeCase(second, first, "looks the same"), IllegalMove)
    assert said == "These are two different people. Correct the person first, if they are one."
    assert desk.case(second).open
    desk.does(PRIYA, CorrectCase(second, "her other address", subject=Person(email=ANA, country="NL")))
    desk.does(PRIYA, MergeCase(second, first, "her other address"))
    assert not desk.case(second).open


def test_a_merge_into_nothing_itself_or_a_closed_case_is_refused(desk: Desk) -> None:
    first, second = desk.opens(), desk.opens(asking(subject=Person(email="bo@x.example"), source_marks=()))
    assert "itself" in desk.refuses(PRIYA, MergeCase(first, first, "?"), IllegalMove)
    assert "There is no case" in desk.refuses(PRIYA, MergeCase(first, "DSR-2026-0404", "?"), Refused)
    desk.does(PRIYA, replace(DENY, case=second))
    assert "Reopen it first" in desk.refuses(PRIYA, MergeCase(first, second, "?"), IllegalMove)
    assert desk.case(first).open
