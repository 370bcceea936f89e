"""How often somebody has asked already, where a law limits it. It is flagged; whether to refuse, a person decides."""

from dateutil.relativedelta import relativedelta
from sqlalchemy import distinct
from sqlmodel import col, func, select

from bot.cases import audit
from bot.cases.doing import telling
from bot.cases.matter import Matter
from bot.cases.tables import CaseRow, RequestRow
from bot.cases.words import AuditCode, Status
from bot.cases.work import Work
from bot.law.book import Repeats
from bot.law.rules import repeat_note
from bot.understanding.reading import Flag

_ANSWERED = (Status.FULFILLED, Status.PARTIALLY_FULFILLED)


def look(work: Work, matter: Matter) -> None:
    """Flag a new case whose person had answers to the same often enough. Nobody is known by an empty mark."""
    for code in matter.row.regimes:
        limit = work.book.regime(code).repeats
        if limit is None or matter.row.subject_mark is None:
            continue
        for request in matter.requests:
            if request.right not in limit.rights:
                continue
            note = repeat_note(work.book, code, request.right, _answered(work, matter, request, limit))
            if note is None:
                continue
            matter.row.flags = [*matter.row.flags, Flag.REPEATS.value]
            work.session.add(matter.row)
            audit.note(work, AuditCode.LINKED, matter.id, after={"repeats": request.right.value})
            telling.thread(work, matter.id, lambda said=note: said)  # type: ignore[misc]
            return


def _answered(work: Work, matter: Matter, request: RequestRow, limit: Repeats) -> int:
    """How many of the person's other cases were answered; what was asked for at once counts once."""
    since = request.receipt_date - relativedelta(months=limit.months)
    wanted = (
        select(func.count(distinct(col(RequestRow.case_id))))
        .join(CaseRow)
        .where(
            CaseRow.subject_mark == matter.row.subject_mark,
            CaseRow.id != matter.id,
            col(RequestRow.right).in_(limit.rights),
            col(RequestRow.outcome).in_(_ANSWERED),
            col(RequestRow.receipt_date) >= since,
        )
    )
    return work.session.exec(wanted).one()
