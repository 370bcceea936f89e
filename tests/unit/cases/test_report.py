"""The yearly figures: what came in, how it ended, how long it took."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.cases.commands import CloseRequests, MarkVerified, MergeCase, Reopen
from bot.cases.report import Figures, yearly
from bot.cases.snapshot import Person
from bot.cases.words import Reason, Status
from bot.law.book import UnknownRegime
from bot.rights import Right
from tests.people import PRIYA
from tests.unit.cases.desk import Desk, asking

CALIFORNIA = Person(name="Cal Reyes", email="cal@x.example", country="US", state="CA")


def figures(desk: Desk, year: int = 2026, law: str = "") -> dict[Right, Figures]:
    with desk.work() as work:
        return yearly(work, year, law)


def asked(desk: Desk, number: int, right: Right = Right.ERASURE, **changes: object) -> str:
    """One more person asks."""
    other = Person(name=f"Person {number}", email=f"p{number}@x.example", country="ES")
    usual = {"subject": other, "source_marks": (), "text": f"mail {number}", "ticket": None}
    reference = desk.opens(asking(right, **{**usual, **changes}))
    desk.does(PRIYA, MarkVerified(reference, desk.today, "account", True, 0, True))
    return reference


def ends(desk: Desk, reference: str, outcome: Status, reason: Reason | None = None, on: date | None = None) -> None:
    right = desk.case(reference).requests[0].right
    desk.does(PRIYA, CloseRequests(reference, (right,), outcome, reason, told="So it is.", note="a note", on=on))


def test_the_figures_of_a_year(desk: Desk) -> None:
    whole, part, denied, back, _open = (asked(desk, number) for number in range(5))
    ends(desk, whole, Status.FULFILLED)  # the day after it came in
    desk.days_later(9)
    ends(desk, part, Status.PARTIALLY_FULFILLED, Reason.CLAIM_NOT_COVERED)  # ten days
    desk.days_later(9)
    ends(desk, denied, Status.DENIED, Reason.NO_MATCH)  # nineteen
    ends(desk, back, Status.WITHDRAWN)
    (right, one), *others = figures(desk).items()
    assert (right, others) == (Right.ERASURE, [])
    assert one.received == 5
    assert [one.ended[s] for s in (Status.FULFILLED, Status.PARTIALLY_FULFILLED, Status.DENIED, None)] == [1, 1, 1, 1]
    assert one.others == 1
    assert one.denied_for == {Reason.NO_MATCH: 1}
    assert (sorted(one.days), one.median_days, one.mean_days) == ([1, 10, 19], 10, 10)


def test_what_is_no_request_and_what_goes_on_elsewhere_is_not_counted(desk: Desk) -> None:
    ends(desk, asked(desk, 1), Status.NOT_A_REQUEST)
    kept, twice = asked(desk, 2), asked(desk, 3, subject=Person(name="Person 2", country="ES"))
    desk.does(PRIYA, MergeCase(twice, kept, "the same person"))
    assert figures(desk)[Right.ERASURE].received == 1


def test_a_request_belongs_to_the_year_of_its_receipt_where_its_law_lives(desk: Desk) -> None:
    eve = datetime(2026, 1, 1, 5, tzinfo=UTC)  # still the old year in Los Angeles
    asked(desk, 1, Right.ACCESS, subject=CALIFORNIA, received_at=eve)
    asked(desk, 2, received_at=eve)
    assert list(figures(desk, 2025)) == [Right.ACCESS]
    assert list(figures(desk, 2026)) == [Right.ERASURE]
    assert figures(desk, 2024) == {}


def test_one_law_counts_its_own_requests_only(desk: Desk) -> None:
    asked(desk, 1, Right.ACCESS, subject=CALIFORNIA)
    asked(desk, 2)
    assert list(figures(desk, law="us_ca")) == [Right.ACCESS]
    assert list(figures(desk, law="eu_gdpr")) == [Right.ERASURE]
    with pytest.raises(UnknownRegime):
        figures(desk, law="mars")


def test_the_days_end_with_the_answer_and_not_with_its_recording(desk: Desk) -> None:
    reference = asked(desk, 1)  # on 5 March
    desk.days_later(20)
    ends(desk, reference, Status.DENIED, Reason.NO_MATCH, on=date(2026, 3, 8))
    assert figures(desk)[Right.ERASURE].days == [3]
    desk.does(PRIYA, Reopen(reference, "she wrote again"))
    ends(desk, reference, Status.DENIED, Reason.NO_MATCH)
    assert figures(desk)[Right.ERASURE].days == [21]


@pytest.mark.parametrize("on", [date(2026, 3, 4), date(2026, 3, 7)], ids=["before it came in", "tomorrow"])
def test_no_answer_goes_out_on_a_day_that_cannot_be(desk: Desk, on: date) -> None:
    reference = asked(desk, 1)
    refused = CloseRequests(reference, (Right.ERASURE,), Status.DENIED, Reason.NO_MATCH, "We hold nothing.", on=on)
    assert desk.refuses(PRIYA, refused).startswith("That ")
    assert desk.case(reference).open


def test_an_answer_on_the_day_of_receipt_took_no_day(desk: Desk) -> None:
    reference = asked(desk, 1, received_at=desk.clock.now() - timedelta(minutes=5))
    ends(desk, reference, Status.FULFILLED)
    assert figures(desk)[Right.ERASURE].median_days == 0
    assert figures(desk)[Right.ERASURE].received == 1
