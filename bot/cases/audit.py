"""The request log: who did what, when, before, after, and why."""

from collections.abc import Iterator
from typing import cast

from sqlmodel import col, func, select

from bot.cases.colleagues import named
from bot.cases.tables import AuditRow
from bot.cases.words import AuditCode
from bot.cases.work import Work
from bot.wording import _, later

_ASKING = frozenset({"verification", "verification_reminder", "clarification"})  # letters that ask the person something
_DONE = {
    AuditCode.OPENED: later("opened"),
    AuditCode.ADDED: later("something came in"),
    AuditCode.LINKED: later("linked"),
    AuditCode.TAKEN: later("taken"),
    AuditCode.GIVEN: later("given to somebody"),
    AuditCode.VERIFICATION_ASKED: later("verification asked for"),
    AuditCode.VERIFIED: later("verified"),
    AuditCode.VERIFICATION_FAILED: later("verification failed"),
    AuditCode.ACKNOWLEDGED: later("acknowledged"),
    AuditCode.EXTENDED: later("extended"),
    AuditCode.PAUSED: later("clock stopped"),
    AuditCode.RESUMED: later("clock started again"),
    AuditCode.CLOSED: later("closed"),
    AuditCode.REOPENED: later("opened again"),
    AuditCode.CORRECTED: later("corrected"),
    AuditCode.SPLIT: later("split"),
    AuditCode.MERGED: later("merged"),
    AuditCode.SNOOZED: later("reminders put off"),
    AuditCode.LETTER_SENT: later("letter sent"),
    AuditCode.ROLE_DECIDED: later("role decided"),
    AuditCode.WORK_DONE: later("work noted"),
}


def note(
    work: Work,
    code: AuditCode,
    case_id: int | None,
    version: int | None = None,
    *,
    before: object = None,
    after: object = None,
    why: str = "",
) -> None:
    """Write down what the actor does. `before`, `after` (ready for JSON) and `why` are sealed."""
    change = {"before": before, "after": after, "why": why}
    sealed = work.vault.seal_json(change) if before is not None or after is not None or why else None
    row = AuditRow(case_id=case_id, at=work.now, who=work.actor.id, code=code, version=version, change_sealed=sealed)
    work.session.add(row)


def what_changed(work: Work, case_id: int, since: int) -> str:
    """What was done after a version of a case, in a few words: "taken (Pieter), acknowledged (Pieter)"."""
    newer = (
        select(AuditRow).where(AuditRow.case_id == case_id, col(AuditRow.version) > since).order_by(col(AuditRow.id))
    )
    found = list(dict.fromkeys((row.code, row.who) for row in work.session.exec(newer) if row.code in _DONE))
    names = named(work.session, work.vault, (who for _code, who in found))
    return ", ".join(f"{_(_DONE[code])} ({names.get(who, '')})" for code, who in found)


def letters_sent(work: Work, case_id: int, *, since_reopened: bool = False) -> Iterator[dict[str, str]]:
    """What is on record of each letter of a case: "letter", "language", "on" (ISO date), "written"; oldest first.

    Args:
        since_reopened: only those since the case was last opened again.
    """
    wanted = select(AuditRow).where(AuditRow.case_id == case_id, AuditRow.code == AuditCode.LETTER_SENT)
    if since_reopened:
        reopened = select(func.max(AuditRow.id)).where(AuditRow.case_id == case_id, AuditRow.code == AuditCode.REOPENED)
        wanted = wanted.where(col(AuditRow.id) > (work.session.exec(reopened).one() or 0))
    for row in work.session.exec(wanted.order_by(col(AuditRow.id))):
        if row.change_sealed is not None:
            yield cast("dict[str, dict[str, str]]", work.vault.open_json(row.change_sealed))["after"]


def asked_by_letter(work: Work, case_id: int) -> bool:
    """Whether a letter that asks the person something is on record."""
    return any(letter["letter"] in _ASKING for letter in letters_sent(work, case_id))
