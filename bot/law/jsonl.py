"""Dates for the command line: one JSON object in, one out."""

from datetime import UTC, date, datetime
from typing import Any

from bot.cases.words import Role
from bot.errors import Refused
from bot.law.book import law_book
from bot.law.clock import ClockInput, Pause, PauseReason, compute
from bot.rights import Right

_RIGHTS = {right.value: right for right in Right}
_FIRST_YEAR, _LAST_YEAR = 1980, 2200
_TOO_FAR = "The dates lie too far away to be counted."


def dates_of_line(line: dict[str, Any]) -> dict[str, Any]:
    """The dates of one request.

    Args:
        line: `id`, `regime`, `right`, `received`, and as far as they are known `zone`, `calendar`, `role`, `extended`,
            `extension_notice_sent`, `extension_until`, `pauses` (objects with `reason`, `from`, `to`).

    Returns:
        `id` and the dates (ISO, null where the law sets none), or `id` and `error` with one sentence.
    """
    code = line.get("id")
    try:
        dates = compute(_given(line), law_book())
    except OverflowError:
        return {"id": code, "error": _TOO_FAR}
    except (Refused, ValueError) as refusal:
        return {"id": code, "error": str(refusal)}
    end = dates.due_end_utc
    return {
        "id": code,
        "receipt_date": _iso(dates.receipt_date),
        "expected_ack_due": _iso(dates.ack_due),
        "expected_due": _iso(dates.due),
        "safe_due": _iso(dates.safe_due),
        "extension_notice_by": _iso(dates.extension_notice_by),
        "refusal_notice_by": _iso(dates.refusal_notice_by),
        "due_end_utc": None if end is None else end.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "status": dates.status.value,
        "explained": [said.line for said in dates.explained],
    }


def _given(line: dict[str, Any]) -> ClockInput:
    right = _text(line, "right")
    if right not in _RIGHTS:
        raise ValueError(f"“right” is not one of {', '.join(_RIGHTS)}.")
    role = _text(line, "role", "controller")
    if role not in set(Role):
        raise ValueError(f"“role” is not one of {', '.join(Role)}.")
    extended = line.get("extended", False)
    if not isinstance(extended, bool):
        raise ValueError("“extended” must be true or false.")
    pauses = line.get("pauses") or []
    if not isinstance(pauses, list) or not all(isinstance(pause, dict) for pause in pauses):
        raise ValueError("“pauses” must be a list of objects.")
    return ClockInput(
        regime=_text(line, "regime"),
        right=_RIGHTS[right],
        received=_moment(line),
        zone=_text(line, "zone", "") or None,
        calendar=_text(line, "calendar", "") or None,
        role=Role(role),
        extended=extended,
        extension_notice_sent=_day(line, "extension_notice_sent"),
        extension_until=_day(line, "extension_until"),
        pauses=tuple(_pause(pause) for pause in pauses),
    )


def _pause(pause: dict[str, Any]) -> Pause:
    reason = _text(pause, "reason")
    if reason not in set(PauseReason):
        raise ValueError(f"The reason of a pause is not one of {', '.join(PauseReason)}.")
    start = _day(pause, "from")
    if start is None:
        raise ValueError("A pause needs “from”, the day on which the person was asked.")
    return Pause(PauseReason(reason), start, _day(pause, "to"))


def _text(line: dict[str, Any], key: str, default: str | None = None) -> str:
    value = line.get(key)
    if value is None:
        value = default
    if not isinstance(value, str):
        raise ValueError(f"“{key}” is missing or not a text.")
    return value


def _moment(line: dict[str, Any]) -> datetime:
    try:
        moment = datetime.fromisoformat(_text(line, "received"))
    except ValueError:
        raise ValueError("“received” must be an ISO date and time with a zone.") from None
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise ValueError(_TOO_FAR)
    return moment


def _day(line: dict[str, Any], key: str) -> date | None:
    value = line.get(key)
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise ValueError(f"“{key}” must be a date such as 2026-03-05.") from None


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
