"""An appeal against a decision: its clock, and whose day it runs from when it was overlooked."""

from dataclasses import replace
from datetime import date

from bot.cases.commands import CloseRequests, CorrectCase, MarkVerified
from bot.cases.snapshot import Person
from bot.cases.words import Reason, Status, Verification
from bot.rights import Right
from tests.people import ANA, PRIYA
from tests.unit.cases.desk import RECEIVED, Desk, asking, once_more

TODAY = date(2026, 3, 6)
VIRGINIAN = Person(name="Ana Diaz", email=ANA, country="US", state="VA")
DENY = CloseRequests("", (Right.ERASURE,), Status.DENIED, Reason.CLAIM_NOT_COVERED, "We must keep invoices.")
APPEALED = CorrectCase("", "they appeal", rights=(Right.ERASURE, Right.ACCESS, Right.APPEAL))


def _denied_in_virginia(desk: Desk) -> str:
    """Ana of Virginia is verified; her deletion is refused, her access still open. Thirty days pass."""
    reference = desk.opens(asking(Right.ERASURE, Right.ACCESS, subject=VIRGINIAN))
    desk.does(PRIYA, MarkVerified(reference, TODAY, "account", True, 0, True))
    desk.does(PRIYA, replace(DENY, case=reference))
    desk.days_later(30)
    return reference


def test_an_appeal_runs_from_its_own_day_and_asks_nobody_anew_who_they_are(desk: Desk) -> None:
    reference = _denied_in_virginia(desk)
    mail = once_more(Right.APPEAL, subject=desk.details(reference).subject, received_at=desk.clock.now())
    assert desk.opens(replace(mail, joins=reference)) == reference
    assert desk.request(reference, Right.APPEAL).due == date(2026, 6, 4)  # 60 days from 5 April
    assert desk.case(reference).verification is Verification.VERIFIED
    desk.does(PRIYA, CloseRequests(reference, (Right.ACCESS,), Status.FULFILLED))
    desk.does(PRIYA, CloseRequests(reference, (Right.APPEAL,), Status.FULFILLED))
    again = desk.opens(replace(mail, source_marks=(("message_id", "<three@x.example>"),), text="And this, too?"))
    assert again != reference
    assert desk.case(again).verification is Verification.NOT_NEEDED  # to look again is to disclose nothing


def _overlooked(desk: Desk, reference: str) -> None:
    """Her appeal is read as her access request once more; twenty days later she asks what became of it."""
    mail = once_more(Right.ACCESS, subject=desk.details(reference).subject, received_at=desk.clock.now())
    desk.opens(replace(mail, joins=reference))
    desk.days_later(20)
    news = {"source_marks": (("message_id", "<three@x.example>"),), "received_at": desk.clock.now()}
    desk.opens(replace(mail, joins=reference, text="Any news on my appeal?", **news))  # type: ignore[arg-type]


def test_an_appeal_that_was_overlooked_came_in_with_the_first_mail_after_the_refusal(desk: Desk) -> None:
    reference = _denied_in_virginia(desk)
    _overlooked(desk, reference)
    desk.does(PRIYA, replace(APPEALED, case=reference))
    assert desk.request(reference, Right.APPEAL).receipt_date == date(2026, 4, 5)
    assert desk.request(reference, Right.APPEAL).due == date(2026, 6, 4)


def test_another_answer_after_the_appeal_gives_it_no_later_day(desk: Desk) -> None:
    reference = _denied_in_virginia(desk)
    _overlooked(desk, reference)
    three = (Right.ERASURE, Right.ACCESS, Right.PORTABILITY)
    desk.does(PRIYA, CorrectCase(reference, "for another service, too", rights=three))
    desk.does(PRIYA, replace(DENY, case=reference, rights=(Right.ACCESS,)))
    desk.does(PRIYA, replace(APPEALED, case=reference, rights=(*three, Right.APPEAL)))
    assert desk.request(reference, Right.APPEAL).due == date(2026, 6, 4)


def test_a_refusal_that_was_recorded_late_counts_from_the_day_on_which_it_went_out(desk: Desk) -> None:
    reference = desk.opens(asking(Right.ERASURE, Right.ACCESS, subject=VIRGINIAN))
    desk.days_later(30)
    _overlooked(desk, reference)
    desk.does(PRIYA, replace(DENY, case=reference, on=TODAY))
    desk.does(PRIYA, replace(APPEALED, case=reference))
    assert desk.request(reference, Right.APPEAL).due == date(2026, 6, 4)


def test_a_refusal_on_the_day_of_receipt_is_not_appealed_by_the_request_itself(desk: Desk) -> None:
    reference = desk.opens(asking(Right.ERASURE, Right.ACCESS, subject=VIRGINIAN))
    desk.does(PRIYA, replace(DENY, case=reference, on=RECEIVED.date()))
    desk.days_later(30)
    _overlooked(desk, reference)
    desk.does(PRIYA, replace(APPEALED, case=reference))
    assert desk.request(reference, Right.APPEAL).due == date(2026, 6, 4)


def test_an_appeal_that_came_in_no_mail_after_the_refusal_runs_from_the_first_day(desk: Desk) -> None:
    reference = _denied_in_virginia(desk)
    desk.does(PRIYA, replace(APPEALED, case=reference))
    assert desk.request(reference, Right.APPEAL).receipt_date == date(2026, 3, 5)
