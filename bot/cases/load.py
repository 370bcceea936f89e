"""Cases out of the record, as the plain values that everybody else sees.

Every listing is a page of fixed size, served by an index, and takes a fixed number of queries: its cost does not
grow with the number of cases or of requests in them.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any, TypeVar, cast

from sqlalchemy import ColumnElement, tuple_
from sqlmodel import col, or_, select

from bot.cases.audit import asked_by_letter
from bot.cases.colleagues import named, same_person
from bot.cases.dates import explain, extension_of
from bot.cases.matter import TICKET, as_reference, ticket_marks, written_out
from bot.cases.snapshot import CaseView, Details, PauseView, Person, RequestView
from bot.cases.status import status_of
from bot.cases.tables import CaseRow, LinkRow, MailRow, PauseRow, RequestRow, SourceRow
from bot.cases.words import LINK_BACK, Context, Hand
from bot.cases.work import Work
from bot.law.which import OTHER
from bot.understanding.reading import Flag

PAGE = 20
SUBJECT_KINDS = ("email", "account", "phone")  # what a person is known by again, the surest first

R = TypeVar("R", RequestRow, MailRow)


def case_view(work: Work, reference: str) -> CaseView | None:
    """The case of that reference, however it was typed; None when there is none."""
    row = work.session.exec(select(CaseRow).where(CaseRow.reference == as_reference(reference))).first()
    return views(work, [row], explained=True)[0] if row else None


def case_view_by_id(work: Work, case_id: int) -> CaseView | None:
    """The case of that id; None when there is none (any more)."""
    row = work.session.get(CaseRow, case_id)
    return views(work, [row], explained=True)[0] if row else None


def open_cases(work: Work, *, after: CaseView | None = None, limit: int = PAGE) -> tuple[CaseView, ...]:
    """The open cases by the date they count down to, soonest first; the page behind `after`, if given."""
    wanted = select(CaseRow).where(col(CaseRow.closed_at).is_(None))
    if after is not None:
        place = (after.counts_to or date.max, after.id)
        wanted = wanted.where(tuple_(col(CaseRow.counts_to), col(CaseRow.id)) > place)
    rows = work.session.exec(wanted.order_by(col(CaseRow.counts_to), col(CaseRow.id)).limit(limit)).all()
    return views(work, rows)


def latest_cases(work: Work, *, limit: int = PAGE) -> tuple[CaseView, ...]:
    """The cases that were opened last, newest first, whether they are still open or not."""
    return views(work, work.session.exec(select(CaseRow).order_by(col(CaseRow.id).desc()).limit(limit)).all())


def cases_of_reporter(work: Work, speaker: str, *, limit: int = PAGE) -> tuple[CaseView, ...]:
    """The latest cases that this colleague handed over, from whichever of their accounts, newest first."""
    handed = (
        select(MailRow.case_id)
        .where(col(MailRow.handed_by).in_(same_person(work.session, speaker)), MailRow.hand != Hand.REFERENCE)
        .distinct()
    )
    wanted = select(CaseRow).where(col(CaseRow.id).in_(handed)).order_by(col(CaseRow.id).desc()).limit(limit)
    return views(work, work.session.exec(wanted).all())


def cases_of_owner(work: Work, speaker: str, *, limit: int = PAGE) -> tuple[CaseView, ...]:
    """The open cases that this colleague has taken, from whichever of their accounts, soonest first."""
    wanted = (
        select(CaseRow)
        .where(col(CaseRow.owner).in_(same_person(work.session, speaker)), col(CaseRow.closed_at).is_(None))
        .order_by(col(CaseRow.counts_to), col(CaseRow.id))
        .limit(limit)
    )
    return views(work, work.session.exec(wanted).all())


def search(work: Work, words: str, *, limit: int = PAGE) -> tuple[CaseView, ...]:
    """Cases by reference ("DSR-2026-0042", or the end of it), ticket number, or the person's address, newest first.

    A person is found by the whole of what a case knows them by (address, account or phone): the record keeps hashes.
    """
    typed = words.strip()
    if not typed:
        return ()
    people = [work.vault.mark(f"subject {kind}", typed) for kind in SUBJECT_KINDS]
    same = or_(
        col(CaseRow.reference) == written_out(typed, work.today.year),
        _of_tickets(work, [typed]),
        col(CaseRow.subject_mark).in_(people),
    )
    wanted = select(CaseRow).where(same).order_by(col(CaseRow.id).desc()).limit(limit)
    return views(work, work.session.exec(wanted).all())


def cases_of_tickets(work: Work, tickets: Sequence[str], *, limit: int = PAGE) -> tuple[CaseView, ...]:
    """The cases that tickets of these numbers led to, newest first."""
    wanted = select(CaseRow).where(_of_tickets(work, tickets)).order_by(col(CaseRow.id).desc()).limit(limit)
    return views(work, work.session.exec(wanted).all())


def _of_tickets(work: Work, tickets: Sequence[str]) -> ColumnElement[bool]:
    marks = [mark for ticket in tickets for mark in ticket_marks(work, ticket)]
    arrived = select(SourceRow.case_id).where(SourceRow.kind == TICKET, col(SourceRow.mark).in_(marks))
    return or_(col(CaseRow.ticket_mark).in_(marks), col(CaseRow.id).in_(arrived))


def every_case(work: Work, *, after: int = 0, limit: int = 200) -> tuple[CaseView, ...]:
    """All cases in the order in which they were opened; the page behind the case of id `after`."""
    wanted = select(CaseRow).where(col(CaseRow.id) > after).order_by(col(CaseRow.id)).limit(limit)
    return views(work, work.session.exec(wanted).all())


def details(work: Work, reference: str) -> Details | None:
    """The personal side of a case; None when there is no such case. Whoever calls has audited the look."""
    row = work.session.exec(select(CaseRow).where(CaseRow.reference == as_reference(reference))).first()
    if row is None:
        return None
    kept = cast("dict[str, Any]", work.vault.open_json(row.details_sealed)) if row.details_sealed else {}
    requests = work.session.exec(select(RequestRow).where(RequestRow.case_id == row.id).order_by(col(RequestRow.id)))
    found = work.session.exec(select(MailRow).where(MailRow.case_id == row.id).order_by(col(MailRow.id)))
    closed, mails = requests.all(), found.all()
    handed = [row.reporter, *(mail.handed_by for mail in mails)]
    names = named(work.session, work.vault, handed)
    other = kept.get("representative")
    return Details(
        subject=Person(**kept.get("subject", {})),
        representative=Person(**other) if other else None,
        words=_pairs(kept.get("words", ())),
        answers=_pairs(kept.get("answers", ())),
        text="\n\n".join(work.vault.open(mail.text_sealed) for mail in mails if mail.text_sealed),
        ticket_link=kept.get("ticket_link"),
        told=tuple((r.right.value, work.vault.open(r.told_sealed)) for r in closed if r.told_sealed),
        notes=tuple((r.right.value, work.vault.open(r.note_sealed)) for r in closed if r.note_sealed),
        context=Context(kept.get("context", Context.UNKNOWN)),
        customer=kept.get("customer", ""),
        handed_by=tuple(dict.fromkeys(names[speaker] for speaker in handed if speaker in names)),
    )


def sealed_details(work: Work, found: Details) -> str:
    """What a case keeps of its personal side beside the mails and what was told."""
    return work.vault.seal_json(
        {
            "subject": asdict(found.subject),
            "representative": asdict(found.representative) if found.representative else None,
            "words": found.words,
            "answers": found.answers,
            "ticket_link": found.ticket_link,
            "context": found.context.value,
            "customer": found.customer,
        }
    )


def views(work: Work, rows: Sequence[CaseRow], *, explained: bool = False) -> tuple[CaseView, ...]:
    """Case rows with all that belongs to them, in six queries, however many there are."""
    ids = [row.id for row in rows if row.id is not None]
    if not ids:
        return ()
    session = work.session
    session.flush()
    requests = _by_case(session.exec(select(RequestRow).where(col(RequestRow.case_id).in_(ids)).order_by("id")))
    mails = _by_case(session.exec(select(MailRow).where(col(MailRow.case_id).in_(ids)).order_by("id")))
    links = _links(work, ids)
    pauses: dict[int, list[PauseRow]] = defaultdict(list)
    all_requests = [request.id for of_case in requests.values() for request in of_case]
    for pause in session.exec(select(PauseRow).where(col(PauseRow.request_id).in_(all_requests)).order_by("id")):
        pauses[pause.request_id].append(pause)
    names = named(session, work.vault, (row.owner for row in rows))
    return tuple(
        _view(
            row,
            tuple(
                _request(
                    row,
                    request,
                    pauses[request.id or 0],
                    explain(work, row.role, request, pauses[request.id or 0]) if explained else (),
                )
                for request in requests[row.id or 0]
            ),
            links[row.id or 0],
            mails[row.id or 0],
            names.get(row.owner or ""),
            asked_by_letter=explained and asked_by_letter(work, row.id or 0),
        )
        for row in rows
    )


def _view(
    row: CaseRow,
    requests: tuple[RequestView, ...],
    links: list[tuple[str, str]],
    mails: list[MailRow],
    owner_name: str | None,
    *,
    asked_by_letter: bool,
) -> CaseView:
    assert row.id is not None  # noqa: S101 - it was loaded
    handed = (mail.handed_by for mail in mails if mail.hand is not Hand.REFERENCE)
    return CaseView(
        id=row.id,
        reference=row.reference,
        version=row.version,
        received_at=row.received_at,
        opened_at=row.opened_at,
        arrival=row.arrival,
        language=row.language,
        regimes=tuple(row.regimes),
        residence_known=row.residence_known,
        further_law=OTHER in (row.law_hint or "").split(),
        role=row.role.value,
        capacity=row.capacity,
        flags=tuple(Flag(flag) for flag in row.flags),
        verification=row.verification,
        verification_asked_on=row.verification_asked_on,
        verified_on=row.verified_on,
        owner=row.owner,
        owner_name=owner_name,
        reporter=row.reporter,
        ticket=row.ticket,
        requests=requests,
        linked=tuple(links),
        snoozed_until=row.snoozed_until,
        closed_at=row.closed_at,
        reporters=tuple(dict.fromkeys([row.reporter, *handed])),
        asked_by_letter=asked_by_letter,
    )


def _request(case: CaseRow, row: RequestRow, pauses: list[PauseRow], explained: tuple[str, ...]) -> RequestView:
    assert row.id is not None  # noqa: S101 - it was loaded
    return RequestView(
        id=row.id,
        right=row.right,
        status=status_of(
            outcome=row.outcome,
            waits_for=[pause.reason for pause in pauses if pause.ended_on is None],
            needs_proof=row.needs_proof,
            verification=case.verification,
            owned=case.owner is not None,
        ),
        regimes=tuple(row.regimes),
        received_at=row.received_at,
        receipt_date=row.receipt_date,
        ack_due=row.ack_due,
        safe_due=row.safe_due,
        due=row.due,
        extension_notice_by=row.extension_notice_by,
        refusal_notice_by=row.refusal_notice_by,
        target_ack=row.target_ack,
        target_due=row.target_due,
        clock=row.clock,
        explained=explained,
        acknowledged_on=row.acknowledged_on,
        extension=extension_of(row),
        pauses=tuple(PauseView(pause.reason, pause.started_on, pause.ended_on) for pause in pauses),
        outcome=row.outcome,
        reason=row.reason,
        closed_at=row.closed_at,
        needs_proof=row.needs_proof,
        done=tuple(row.steps_done),
        answered_on=row.answered_on,
    )


def _links(work: Work, ids: list[int]) -> dict[int, list[tuple[str, str]]]:
    """The links of these cases, read both ways."""
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    either = or_(col(LinkRow.case_id).in_(ids), col(LinkRow.other_id).in_(ids))
    rows = work.session.exec(select(LinkRow).where(either).order_by(col(LinkRow.id))).all()
    others = {row.case_id for row in rows} | {row.other_id for row in rows}
    if not others:
        return found
    named_so = select(CaseRow.id, CaseRow.reference).where(col(CaseRow.id).in_(others))
    references = dict(work.session.exec(named_so).all())
    for row in rows:
        found[row.case_id].append((row.kind.value, references[row.other_id]))
        found[row.other_id].append((LINK_BACK[row.kind], references[row.case_id]))
    return found


def _by_case(rows: Iterable[R]) -> dict[int, list[R]]:
    grouped: dict[int, list[R]] = defaultdict(list)
    for row in rows:
        grouped[row.case_id].append(row)
    return grouped


def _pairs(kept: Iterable[Sequence[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((pair[0], pair[1]) for pair in kept)
