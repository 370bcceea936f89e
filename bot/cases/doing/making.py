"""How cases and requests come to be: the rows, with the laws that run and the dates that follow."""

from dataclasses import replace
from datetime import datetime

from bot.cases import audit
from bot.cases.commands import OpenCase
from bot.cases.dates import kept_hint, laws_for, needs_proof, reckon, tells_home
from bot.cases.doing import telling
from bot.cases.doing.arriving import keep_mail
from bot.cases.doing.numbering import next_reference
from bot.cases.load import sealed_details
from bot.cases.matter import TICKET, Matter
from bot.cases.naming import right_name
from bot.cases.snapshot import Details
from bot.cases.tables import CaseRow, RequestRow
from bot.cases.words import AuditCode, Hand, Role, Verification
from bot.cases.work import Work
from bot.law.words import ClockStatus
from bot.rights import Right
from bot.wording import _


def new_case(
    work: Work,
    command: OpenCase,
    rights: tuple[Right, ...],
    received: datetime,
    mark: str | None,
    ticket: str | None,
    answers: tuple[tuple[str, str], ...],
) -> Matter:
    """Record a case with these rights."""
    person = command.subject
    regimes = laws_for(work, person.country, person.state, command.law_hint)
    kept = Details(
        subject=person,
        representative=command.representative,
        words=command.words,
        answers=answers,
        text="",
        ticket_link=command.ticket_link,
        told=(),
        notes=(),
    )
    row = CaseRow(
        reference=next_reference(work),
        received_at=received,
        opened_at=work.now,
        arrival=command.arrival,
        language=command.language[:8],
        regimes=list(regimes),
        law_hint=kept_hint(person.country, command.law_hint),
        residence_known=tells_home(person.country, command.law_hint),
        policy_version=_policy_version(work, received),
        role=Role.UNKNOWN,
        capacity=command.capacity,
        flags=[flag.value for flag in command.flags],
        verification=Verification.NOT_NEEDED,
        reporter=work.actor.id,
        subject_mark=mark,
        ticket=ticket,
        ticket_mark=work.vault.mark(TICKET, ticket) if ticket else None,
        details_sealed=sealed_details(work, kept),
    )
    work.session.add(row)
    work.session.flush()
    matter = Matter(row, [], {})
    for right in rights:
        _insert(work, matter, right, received)
    keep_mail(work, matter, replace(command, received_at=received), Hand.OPENED)
    settle_proof(matter)
    reckon(work, matter)
    audit.note(work, AuditCode.OPENED, matter.id, row.version, after={"rights": [right.value for right in rights]})
    telling.changed(work, matter.id)
    return matter


def add_request(work: Work, matter: Matter, right: Right, received: datetime) -> RequestRow:
    """One more right in a case that is open, with a clock of its own."""
    request = _insert(work, matter, right, received)
    settle_proof(matter)
    reckon(work, matter)
    audit.note(work, AuditCode.ADDED, matter.id, after={"right": right.value})
    telling.thread(work, matter.id, lambda: _("Added: “{right}”.", right=right_name(right)))
    return request


def settle_proof(matter: Matter) -> None:
    """Whether anybody has to prove who they are follows from the requests that are open."""
    needed = any(request.needs_proof for request in matter.open_requests)
    if needed and matter.row.verification is Verification.NOT_NEEDED:
        matter.row.verification = Verification.NEEDED
    elif not needed and matter.row.verification is Verification.NEEDED:
        matter.row.verification = Verification.NOT_NEEDED


def _policy_version(work: Work, received: datetime) -> str:
    """The privacy policy that was in force when it came in, and the settings under which it was recorded."""
    on = received.astimezone(work.policy.working_hours.tz).date()
    return f"{work.policy.organisation.version_on(on)} {work.policy.version[:8]}"


def _insert(work: Work, matter: Matter, right: Right, received: datetime) -> RequestRow:
    request = RequestRow(
        case_id=matter.id,
        right=right,
        regimes=list(matter.row.regimes),
        needs_proof=needs_proof(work, matter.row.regimes, right),
        received_at=received,
        receipt_date=received.date(),  # until `reckon` has asked the law
        clock=ClockStatus.RUNNING,
    )
    work.session.add(request)
    work.session.flush()
    matter.requests.append(request)
    matter.pauses[request.id or 0] = []
    return request
