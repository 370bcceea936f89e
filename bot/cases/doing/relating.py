"""Cases that belong apart or together: split and merge, with links that lead both ways."""

from typing import TypeVar

from sqlmodel import SQLModel, col, select

from bot.cases import audit
from bot.cases.commands import Done, MergeCase, SplitCase
from bot.cases.dates import reckon
from bot.cases.doing import telling
from bot.cases.doing.closing import end, finish, tell_end
from bot.cases.doing.making import settle_proof
from bot.cases.doing.moved import counted, tell_moved
from bot.cases.doing.numbering import next_reference
from bot.cases.matter import Matter, fetch
from bot.cases.naming import right_name, right_names
from bot.cases.tables import CaseRow, LinkRow, MailRow, PauseRow, RequestRow, SourceRow
from bot.cases.words import AuditCode, Hand, Link, Reason, Status
from bot.cases.work import Work
from bot.db import insert_once
from bot.errors import IllegalMove, Refused
from bot.wording import _

T = TypeVar("T", bound=SQLModel)


def split(work: Work, matter: Matter, command: SplitCase) -> Done:
    """Move open requests into a case of their own; their clocks go on as they are."""
    if not command.why.strip():
        raise Refused(_("Please say why."))
    moving = [matter.open_request(right) for right in dict.fromkeys(command.rights)]
    if not moving:
        raise Refused(_("Please choose a request."))
    if len(moving) == len(matter.requests):
        raise IllegalMove(_("At least one request has to stay in {reference}.", reference=matter.reference))
    row = _copy(matter.row, CaseRow, id=None, reference=next_reference(work), version=1, opened_at=work.now)
    row.received_at = min(request.received_at for request in moving)
    work.session.add(row)
    work.session.flush()
    new = Matter(row, moving, {request.id or 0: matter.pauses.pop(request.id or 0, []) for request in moving})
    for request in moving:
        request.case_id = new.id
        matter.requests.remove(request)
    _carry_mails(work, matter, new, None)
    work.session.add(LinkRow(case_id=new.id, kind=Link.SPLIT_FROM, other_id=matter.id))
    for part in (new, matter):
        settle_proof(part)
        finish(work, part)
    rights = tuple(request.right for request in moving)
    other = new.reference
    codes = [right.value for right in rights]
    after = {"to": new.reference, "rights": codes}
    audit.note(work, AuditCode.SPLIT, matter.id, matter.row.version + 1, after=after, why=command.why)
    audit.note(work, AuditCode.OPENED, new.id, 1, after={"from": matter.reference, "rights": codes}, why=command.why)
    telling.changed(work, new.id)
    telling.thread(
        work,
        matter.id,
        lambda: _("{rights}: moved to {reference}, a case of its own.", rights=right_names(rights), reference=other),
    )
    said = _("{reference} is open: {rights}.", reference=row.reference, rights=right_names(rights))
    return Done(row.reference, said, opened=True)


def merge(work: Work, matter: Matter, command: MergeCase) -> Done:
    """Close this case as a duplicate. What the other one lacks goes on there; of two clocks the earlier one counts."""
    if not command.why.strip():
        raise Refused(_("Please say why."))
    into = fetch(work, command.into)
    if into is None:
        raise Refused(_("There is no case {reference}.", reference=command.into.strip().upper()[:20]))
    if into.id == matter.id:
        raise IllegalMove(_("A case cannot be merged into itself."))
    if into.row.closed_at is not None:
        raise IllegalMove(_("{reference} is closed. Reopen it first.", reference=into.reference))
    if None not in (marks := {matter.row.subject_mark, into.row.subject_mark}) and len(marks) > 1:
        raise IllegalMove(_("These are two different people. Correct the person first, if they are one."))
    before = counted(work, into)
    for request in matter.open_requests:
        _carry_request(work, matter, request, into)
        end(work, matter, request, Status.DUPLICATE, Reason.DUPLICATE, note=command.why)
    _carry_mails(work, matter, into, Hand.SAME_PERSON)
    insert_once(work.session, LinkRow, case_id=matter.id, kind=Link.DUPLICATE_OF, other_id=into.id)
    finish(work, matter)
    into.row.received_at = min(into.row.received_at, matter.row.received_at)
    settle_proof(into)
    reckon(work, into)
    audit.note(
        work, AuditCode.MERGED, matter.id, matter.row.version + 1, after={"into": into.reference}, why=command.why
    )
    into.row.version += 1
    audit.note(work, AuditCode.LINKED, into.id, into.row.version, after={"duplicate": matter.reference})
    telling.changed(work, into.id)
    other = into.reference
    telling.thread(work, matter.id, lambda: _("Closed as a duplicate of {reference}.", reference=other))
    telling.thread(work, into.id, lambda: _("{reference} was merged into this case.", reference=matter.reference))
    tell_moved(work, into, before)
    tell_end(work, matter, Status.DUPLICATE)
    said = _("{reference} is closed as a duplicate of {other}.", reference=matter.reference, other=other)
    return Done(matter.reference, said)


def _carry_request(work: Work, matter: Matter, request: RequestRow, into: Matter) -> None:
    there = into.has(request.right)
    if there is not None and there.outcome is not None:
        raise IllegalMove(
            _(
                "“{right}” is closed in {other} already. Reopen it there, or close it here on its own.",
                right=right_name(request.right),
                other=into.reference,
            )
        )
    if there is not None:
        there.received_at = min(there.received_at, request.received_at)
        work.session.add(there)
        return
    copy = _copy(request, RequestRow, id=None, case_id=into.id)
    work.session.add(copy)
    work.session.flush()
    into.requests.append(copy)
    into.pauses[copy.id or 0] = [
        _copy(pause, PauseRow, id=None, request_id=copy.id) for pause in matter.pauses_of(request)
    ]
    work.session.add_all(into.pauses[copy.id or 0])


def _carry_mails(work: Work, matter: Matter, into: Matter, hand: Hand | None) -> None:
    """What came in belongs to both cases from now on, and so do the colleagues who handed it over."""
    for mail in work.session.exec(select(MailRow).where(MailRow.case_id == matter.id).order_by(col(MailRow.id))).all():
        kept = hand if hand is not None and mail.hand is not Hand.REFERENCE else mail.hand
        work.session.add(_copy(mail, MailRow, id=None, case_id=into.id, hand=kept))
    for source in work.session.exec(select(SourceRow).where(SourceRow.case_id == matter.id)).all():
        insert_once(work.session, SourceRow, case_id=into.id, kind=source.kind, mark=source.mark)


def _copy(row: T, kind: type[T], **changed: object) -> T:
    return kind(**{**row.model_dump(), **changed})
