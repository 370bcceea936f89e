"""Personal data that has served is emptied; the request log stays as long as the policy says.

After closing and the policy's days: the person, the words, the answers, what was told and noted, and what the log
sealed are gone. Reference, rights, dates, outcome, reason and the log's codes stay, and so does the keyed hash of
the person's address, so that a repeat is known. After the policy's months the rest goes, too.
"""

from datetime import timedelta

from dateutil.relativedelta import relativedelta
from sqlalchemy import ColumnElement, delete, exists, update
from sqlmodel import col, or_, select

from bot.cases import audit
from bot.cases.colleagues import remember
from bot.cases.tables import AuditRow, CaseRow, LinkRow, MailRow, PauseRow, RequestRow, SourceRow
from bot.cases.words import AuditCode
from bot.cases.work import Work

AT_ONCE = 200  # cases in one transaction; the rest is there for the next time


def purge(work: Work) -> int:
    """Empty and delete what is due; returns how many cases were touched. Call it as often as you like."""
    remember(work, work.actor)
    _empty_alarms(work)
    return _empty(work) + _delete(work)


def _empty_alarms(work: Work) -> None:
    """The words of what was passed on at once and became no case."""
    until = work.now - timedelta(days=work.policy.retention.draft_days)
    of_no_case = (col(AuditRow.case_id).is_(None), col(AuditRow.at) <= until, col(AuditRow.change_sealed).is_not(None))
    work.session.exec(update(AuditRow).where(*of_no_case).values(change_sealed=None))


def _empty(work: Work) -> int:
    """The personal side of cases that were closed long enough ago."""
    until = work.now - timedelta(days=work.policy.retention.conversation_days)
    due = (
        select(CaseRow.id)
        .where(
            col(CaseRow.purged_at).is_(None),
            col(CaseRow.closed_at) <= until,
            ~exists().where(col(MailRow.case_id) == CaseRow.id, col(MailRow.recorded_at) > until),  # came in since
        )
        .order_by(col(CaseRow.closed_at))
        .limit(AT_ONCE)
        .with_for_update(skip_locked=True)
    )
    ids = [found for found in work.session.exec(due) if found is not None]
    if not ids:
        return 0
    session = work.session
    session.exec(update(CaseRow).where(_is(CaseRow.id, ids)).values(details_sealed=None, purged_at=work.now))
    session.exec(update(RequestRow).where(_is(RequestRow.case_id, ids)).values(told_sealed=None, note_sealed=None))
    session.exec(update(MailRow).where(_is(MailRow.case_id, ids)).values(text_sealed=None))
    session.exec(update(AuditRow).where(_is(AuditRow.case_id, ids)).values(change_sealed=None))
    for case_id in ids:
        audit.note(work, AuditCode.PURGED, case_id)
    session.flush()
    return len(ids)


def _delete(work: Work) -> int:
    """The log of cases that were closed before the months that it is kept; oldest first."""
    until = work.now - relativedelta(months=work.policy.retention.case_months)
    due = (
        select(CaseRow.id)
        .where(col(CaseRow.purged_at) <= until, col(CaseRow.closed_at) <= until)
        .order_by(col(CaseRow.closed_at))
        .limit(AT_ONCE)
        .with_for_update(skip_locked=True)
    )
    ids = [found for found in work.session.exec(due) if found is not None]
    session = work.session
    session.exec(delete(AuditRow).where(col(AuditRow.case_id).is_(None), col(AuditRow.at) <= until))
    if not ids:
        return 0
    requests = select(RequestRow.id).where(_is(RequestRow.case_id, ids))
    session.exec(delete(PauseRow).where(col(PauseRow.request_id).in_(requests)))
    session.exec(delete(LinkRow).where(or_(_is(LinkRow.case_id, ids), _is(LinkRow.other_id, ids))))
    for table in (RequestRow, MailRow, SourceRow, AuditRow):
        session.exec(delete(table).where(_is(table.case_id, ids)))
    session.exec(delete(CaseRow).where(_is(CaseRow.id, ids)))
    return len(ids)


def _is(column: object, ids: list[int]) -> ColumnElement[bool]:
    return col(column).in_(ids)
