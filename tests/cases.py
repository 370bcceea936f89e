"""Cases for tests: one usual case, and any other as a change of it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from bot.cases.snapshot import CaseView, Details, ExtensionView, Person, RequestView
from bot.cases.words import Arrival, Capacity, Role, Status, Verification
from bot.law.words import ClockStatus
from bot.rights import Right

RECEIVED = datetime(2026, 3, 5, 9, 15, tzinfo=UTC)
TODAY = date(2026, 3, 24)  # twelve days before the safe date
EXTENDED = ExtensionView(TODAY, "complexity")


def a_request(right: Right = Right.ERASURE, **changes: Any) -> RequestView:
    """A request that came in on 5 March 2026 under the EU GDPR: due on Tuesday 7 April, safely on Sunday the 5th."""
    usual = RequestView(
        id=1,
        right=right,
        status=Status.RECEIVED,
        regimes=("eu_gdpr",),
        received_at=RECEIVED,
        receipt_date=date(2026, 3, 5),
        ack_due=None,
        safe_due=date(2026, 4, 5),
        due=date(2026, 4, 7),
        extension_notice_by=date(2026, 4, 5),
        refusal_notice_by=date(2026, 4, 5),
        target_ack=None,
        target_due=None,
        clock=ClockStatus.RUNNING,
        explained=("Due 7 Apr 2026: 1 month from 5 Mar, moved from Easter Monday.",),
        acknowledged_on=None,
        extension=None,
        pauses=(),
        outcome=None,
        reason=None,
        closed_at=None,
    )
    return replace(usual, **changes)


def a_case(*requests: RequestView, **changes: Any) -> CaseView:
    """A customer's mail of 5 March 2026 that nobody has taken yet."""
    usual = CaseView(
        id=42,
        reference="DSR-2026-0042",
        version=3,
        received_at=RECEIVED,
        opened_at=RECEIVED,
        arrival=Arrival.EMAIL,
        language="nl",
        regimes=("eu_gdpr",),
        residence_known=True,
        role=Role.CONTROLLER,
        capacity=Capacity.SELF,
        flags=(),
        verification=Verification.NEEDED,
        verification_asked_on=None,
        verified_on=None,
        owner=None,
        owner_name=None,
        reporter="workspace:local:emma",
        ticket=None,
        requests=requests or (a_request(),),
        linked=(),
        snoozed_until=None,
        closed_at=None,
    )
    return replace(usual, **changes)


DETAILS = Details(
    subject=Person(name="Ana Diaz", email="ana@x.example", account="C-771", country="Spain"),
    representative=None,
    words=(("erasure", "delete all personal data"), ("urgent", "as soon as you can")),
    answers=(("What to delete", "everything"),),
    text="Hello, please delete all personal data you hold about me, as soon as you can. Ana Diaz",
    ticket_link="https://tickets.northloop.example/4711",
    told=(),
    notes=(),
)
