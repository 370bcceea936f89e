"""A case as plain data for other programs, in the names of the Data Rights Protocol where it has them."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from bot.cases import audit
from bot.cases.colleagues import remember
from bot.cases.load import details
from bot.cases.snapshot import CaseView, RequestView
from bot.cases.words import DRP_STATUS, AuditCode
from bot.cases.work import Work


def exported(work: Work, case: CaseView, *, personal: bool = False) -> dict[str, Any]:
    """One case, ready for JSON: moments in UTC, legal dates as plain ISO dates.

    Args:
        personal: with the person's details and the words that came in. That look is written into the log.
    """
    found: dict[str, Any] = {
        "reference": case.reference,
        "received_at": _moment(case.received_at),
        "opened_at": _moment(case.opened_at),
        "closed_at": _moment(case.closed_at),
        "arrival": case.arrival.value,
        "language": case.language,
        "regimes": list(case.regimes),
        "residence_known": case.residence_known,
        "role": case.role,
        "capacity": case.capacity.value,
        "flags": [flag.value for flag in case.flags],
        "verification": case.verification.value,
        "verified_on": _day(case.verified_on),
        "ticket": case.ticket,
        "linked": [{"kind": kind, "reference": reference} for kind, reference in case.linked],
        "requests": [_request(request) for request in case.requests],
    }
    if personal:
        remember(work, work.actor)
        audit.note(work, AuditCode.DETAILS_SEEN, case.id, why="export")
        kept = details(work, case.reference)
        found["personal"] = asdict(kept) if kept is not None else None
    return found


def _request(request: RequestView) -> dict[str, Any]:
    status, detail = DRP_STATUS[request.status]
    return {
        "right": request.right.value,
        "status": status,
        "reason": request.reason.value if request.reason else detail,
        "status_here": request.status.value,
        "regimes": list(request.regimes),
        "received_at": _moment(request.received_at),
        "receipt_date": _day(request.receipt_date),
        "ack_due": _day(request.ack_due),
        "safe_due": _day(request.safe_due),
        "due": _day(request.due),
        "extension_notice_by": _day(request.extension_notice_by),
        "refusal_notice_by": _day(request.refusal_notice_by),
        "target_ack": _day(request.target_ack),
        "target_due": _day(request.target_due),
        "clock": request.clock.value,
        "acknowledged_on": _day(request.acknowledged_on),
        "extended": request.extended,
        "pauses": [
            {"reason": pause.reason.value, "from": _day(pause.start), "to": _day(pause.end)} for pause in request.pauses
        ],
        "closed_at": _moment(request.closed_at),
        "answered_on": _day(request.answered_on),
    }


def _moment(value: datetime | None) -> str | None:
    return value.isoformat() if value else None


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None
