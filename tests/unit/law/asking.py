"""Requests as the tests tell them."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

from bot.cases.words import Role
from bot.law.book import law_book
from bot.law.clock import ClockInput, Dates, Pause, PauseReason, compute
from bot.rights import Right

VECTORS = Path(__file__).parents[2] / "data" / "law_vectors.jsonl"


def vectors() -> list[dict[str, Any]]:
    return [json.loads(line) for line in VECTORS.read_text(encoding="utf-8").splitlines()]


def waited(reason: str, start: str, end: str | None) -> Pause:
    return Pause(PauseReason(reason), date.fromisoformat(start), date.fromisoformat(end) if end else None)


def request(
    received: str,
    regime: str = "eu_gdpr",
    right: Right = Right.ACCESS,
    *waits: Pause,
    told: str | None = None,
    until: str | None = None,
    zone: str | None = None,
    calendar: str | None = None,
    role: Role = Role.CONTROLLER,
) -> ClockInput:
    """Something received (a plain day is at noon UTC); `told` is the day of the notice about an extension."""
    moment = datetime.fromisoformat(received if "T" in received else f"{received}T12:00:00+00:00")
    return ClockInput(
        regime=regime,
        right=right,
        received=moment,
        zone=zone,
        calendar=calendar,
        role=role,
        extended=told is not None,
        extension_notice_sent=date.fromisoformat(told) if told else None,
        extension_until=date.fromisoformat(until) if until else None,
        pauses=waits,
    )


def dates(
    received: str,
    regime: str = "eu_gdpr",
    right: Right = Right.ACCESS,
    *waits: Pause,
    told: str | None = None,
    until: str | None = None,
    zone: str | None = None,
    calendar: str | None = None,
    role: Role = Role.CONTROLLER,
) -> Dates:
    given = request(received, regime, right, *waits, told=told, until=until, zone=zone, calendar=calendar, role=role)
    return compute(given, law_book())
