"""One made-up case under any law, so that every letter can be looked through before it is needed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.cases.snapshot import CaseView, Details, Person, RequestView
from bot.cases.words import Arrival, Capacity, Reason, Role, Status, Verification
from bot.law.book import LawBook
from bot.law.clock import ClockInput, compute
from bot.law.verification import tier
from bot.letters.compose import Letter, compose
from bot.letters.kinds import LetterKind
from bot.letters.own import Own
from bot.policy import Policy
from bot.rights import Right

RECEIVED = date(2026, 11, 5)


def sample(kind: LetterKind, law: str, language: str, policy: Policy, book: LawBook) -> Letter:
    """One letter about the made-up case. Raises ValueError for an extension where the law allows none."""
    return writer(kind, law, policy, book)(language)


def writer(kind: LetterKind, law: str, policy: Policy, book: LawBook) -> Callable[[str], Letter]:
    """Writes that letter in any language; the dates are the same in all. Raises as `sample` does."""
    right = Right(kind.value) if kind.value in set(Right) else Right.ACCESS
    case = sample_case(law, right, "en", book)
    rule = book.regime(law).rule(right, RECEIVED)
    own = Own(
        explanation="…",
        reason=Reason.INSUF_VERIFICATION,
        extension="complexity",
        until=date(2027, 1, 15),
        customer_told=True,
    )
    if kind is LetterKind.EXTENSION:
        if rule is None or rule.extension is None:
            raise ValueError(f"{law} allows no extension")
        capped = rule.extension.total is not None
        own = replace(own, extension=rule.extension.reasons[0], until=None if capped else own.until)

    def write(language: str) -> Letter:
        in_it = replace(case, language=language)
        return compose(kind, in_it, SAMPLE_DETAILS, policy, book, today=RECEIVED, own=own)

    return write


def sample_case(law: str, right: Right, language: str, book: LawBook) -> CaseView:
    """A customer's mail of 5 November 2026, asking for one thing under one law."""
    received = datetime.combine(RECEIVED, time(10, 15), ZoneInfo(book.regime(law).zone))
    dates = compute(ClockInput(law, right, received), book)
    request = RequestView(
        id=1,
        right=right,
        status=Status.RECEIVED,
        regimes=(law,),
        received_at=received,
        receipt_date=dates.receipt_date,
        ack_due=dates.ack_due,
        safe_due=dates.safe_due,
        due=dates.due,
        extension_notice_by=dates.extension_notice_by,
        refusal_notice_by=dates.refusal_notice_by,
        target_ack=dates.target_ack,
        target_due=dates.target_due,
        clock=dates.status,
        explained=(),
        acknowledged_on=None,
        extension=None,
        pauses=(),
        outcome=None,
        reason=None,
        closed_at=None,
        needs_proof=tier(book, law, right, has_account=False).id != "T0",
    )
    return CaseView(
        id=42,
        reference="DSR-2026-0042",
        version=1,
        received_at=received,
        opened_at=received,
        arrival=Arrival.EMAIL,
        language=language,
        regimes=(law,),
        residence_known=True,
        role=Role.CONTROLLER,
        capacity=Capacity.SELF,
        flags=(),
        verification=Verification.ASKED,
        verification_asked_on=date(2026, 11, 9),
        verified_on=None,
        owner=None,
        owner_name=None,
        reporter="",
        ticket=None,
        requests=(request,),
        linked=(),
        snoozed_until=None,
        closed_at=None,
    )


SAMPLE_DETAILS = Details(
    subject=Person(name="Ana Diaz", email="ana@x.example", country="ES"),
    representative=None,
    words=((Right.COMPLAINT.value, "I wrote in June and never heard from you."),),
    answers=(),
    text="",
    ticket_link=None,
    told=(),
    notes=(),
)
