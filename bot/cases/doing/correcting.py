"""What was recorded wrongly is set right; every date is computed anew."""

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from sqlmodel import col, func, select

from bot.cases import audit
from bot.cases.commands import CorrectCase, DecideRole, Done
from bot.cases.dates import kept_hint, known_laws, laws_for, needs_proof, reckon, tells_home, without_other
from bot.cases.doing import telling
from bot.cases.doing.arriving import sound_moment
from bot.cases.doing.making import add_request, settle_proof
from bot.cases.doing.moved import counted, due_now, tell_reporters
from bot.cases.doing.opening import subject_mark
from bot.cases.doing.ticketing import not_theirs, set_ticket
from bot.cases.load import details, sealed_details
from bot.cases.matter import Matter, as_ticket
from bot.cases.naming import law_name, plain_ticket, right_names, role_name
from bot.cases.snapshot import Person
from bot.cases.tables import CaseRow, MailRow, PauseRow, RequestRow
from bot.cases.words import HELD, ONLY_HELD, AuditCode, Role, Verification
from bot.cases.work import Work
from bot.cases.worklist import FORWARD
from bot.errors import Refused
from bot.rights import Right
from bot.wording import _, say_moment


def correct(work: Work, matter: Matter, command: CorrectCase) -> Done:
    """Raises Refused for what cannot be: a date in the future, a law that we don't know, a case without a request, a
    ticket whose number is none."""
    if not command.why.strip():
        raise Refused(_("Please say why."))
    before, told = _state(matter), counted(work, matter)
    if command.subject is not None:
        _person(work, matter, command.subject, new_law=command.regimes is None)
    if command.received_at is not None:
        _received(work, matter, sound_moment(work, command.received_at))
    if command.regimes is not None:
        matter.row.regimes = list(known_laws(work, command.regimes))
        matter.row.residence_known = True
        matter.row.law_hint = without_other(matter.row.law_hint)  # who chooses the laws has looked at it
    if command.role is not None:
        matter.row.role = _role(command.role)
    if command.arrival is not None:
        matter.row.arrival = command.arrival
    if command.ticket is not None:
        set_ticket(work, matter, command.ticket.strip())
    if command.not_theirs:
        not_theirs(work, matter, command.not_theirs)
    if command.rights is not None:
        _rights(work, matter, tuple(dict.fromkeys(command.rights)))
    for request in matter.open_requests:
        request.regimes = list(matter.row.regimes)
    _prove(work, matter)
    reckon(work, matter)
    after = _state(matter)
    if before == after and command.subject is None and not command.not_theirs:
        raise Refused(_("That is what is on record already."))
    taken = {"not_theirs": as_ticket(command.not_theirs)} if command.not_theirs else {}
    audit.note(
        work,
        AuditCode.CORRECTED,
        matter.id,
        matter.row.version + 1,
        before=before,
        after={**after, **taken},
        why=command.why,
    )
    name = work.actor.name
    changed = tuple(key for key in after if before[key] != after[key])

    counts = counted(work, matter)

    def said(who: str) -> str:
        what = _what(work, matter, changed, command)
        line = _("{name} corrected: {what}.", name=who, what=what) if who else _("Corrected: {what}.", what=what)
        return f"{line} {due_now(told, counts, matter)}"

    telling.thread(work, matter.id, lambda: said(name))
    tell_reporters(work, matter, told, counts)
    return Done(matter.reference, said(""))


def decide_role(work: Work, matter: Matter, command: DecideRole) -> Done:
    """Write the decision down and reckon the dates anew: a processor has no clock of its own.

    Raises Refused where the customer is not named whose data we are to hold.
    """
    holds = command.role in HELD
    if holds and not command.customer.strip():
        raise Refused(_("Please name the customer whose data they are: the request is passed on to them."))
    row = matter.row
    kept = details(work, row.reference)
    assert kept is not None  # noqa: S101 - the case is there
    before = row.role
    row.role = command.role
    customer = command.customer.strip() if holds else ""
    row.details_sealed = sealed_details(work, replace(kept, context=command.context, customer=customer))
    if customer.casefold() != kept.customer.casefold():
        for request in matter.requests:  # what another customer was sent, this one does not have
            request.steps_done = [code for code in request.steps_done if code != FORWARD]
    _prove(work, matter)
    reckon(work, matter)
    audit.note(
        work,
        AuditCode.ROLE_DECIDED,
        matter.id,
        row.version + 1,
        before={"role": before.value},
        after={"role": command.role.value, "context": command.context.value, "customer": command.customer.strip()},
    )
    role = command.role

    def said() -> str:
        line = _("Decided: {role}.", role=role_name(role))
        if not holds:
            return line
        return f"{line} " + _(
            "To do without delay: pass the request on to the customer; who they are is in the details."
        )

    telling.thread(work, matter.id, said)
    return Done(matter.reference, said())


def _prove(work: Work, matter: Matter) -> None:
    """Whom we only hold data for a customer of, we don't ask who they are: that would say that we hold some."""
    ours = matter.row.role not in ONLY_HELD
    for request in matter.open_requests:
        request.needs_proof = ours and needs_proof(work, request.regimes, request.right)
        work.session.add(request)
    settle_proof(matter)


def _received(work: Work, matter: Matter, received: datetime) -> None:
    """Requests that came in with the case move with it; one that came later stays where it is."""
    old = matter.row.received_at
    matter.row.received_at = received
    for request in matter.open_requests:
        if request.received_at == old or request.received_at < received:
            request.received_at = received
            work.session.add(request)


def _person(work: Work, matter: Matter, person: Person, *, new_law: bool) -> None:
    """Another person was never verified, even if the one on record was."""
    row = matter.row
    kept = details(work, row.reference)
    assert kept is not None  # noqa: S101 - the case is there
    old = kept.subject
    row.details_sealed = sealed_details(work, replace(kept, subject=person))
    mark = subject_mark(work, person)
    if _another(row, mark, old, person):
        row.verification = Verification.NEEDED
        row.verified_on = row.verification_asked_on = row.verification_method = None
    row.subject_mark = mark
    if new_law and (person.country, person.state) != (old.country, old.state):
        hint = row.law_hint if old.country is None else without_other(row.law_hint)  # OTHER was of that home
        row.regimes = list(laws_for(work, person.country, person.state, hint if not person.country else None))
        row.residence_known = tells_home(person.country, hint)
        row.law_hint = kept_hint(person.country, hint)


def _another(row: CaseRow, mark: str | None, old: Person, new: Person) -> bool:
    """Whether a check of the person on record says nothing about the new one."""
    if row.verification is Verification.NOT_NEEDED or (mark is not None and mark == row.subject_mark):
        return False
    if row.subject_mark is not None:
        return True
    # Nothing told the old person apart: an address that is learned keeps the question to them, but not a passed check.
    names = {(person.name or "").strip().casefold() for person in (old, new)}
    return len(names) > 1 or (mark is not None and row.verification is Verification.VERIFIED)


def _role(name: str) -> Role:
    try:
        return Role(name)
    except ValueError:
        raise Refused(_("Please choose a role.")) from None


def _rights(work: Work, matter: Matter, wanted: tuple[Right, ...]) -> None:
    """What was read too much goes, what was overlooked comes, with the clock of its arrival."""
    if not wanted:
        raise Refused(_("A case needs at least one request. If it is none, close it as not a request."))
    for request in list(matter.requests):
        if request.right in wanted:
            continue
        if request.outcome is not None:
            raise Refused(
                _("“{rights}” was closed with an outcome and stays on record.", rights=right_names([request.right]))
            )
        _drop(work, matter, request)
    for right in wanted:
        if matter.has(right) is None:
            add_request(work, matter, right, _came_in(work, matter, right))


def _came_in(work: Work, matter: Matter, right: Right) -> datetime:
    """When something that was overlooked came in: with the case; an appeal, which follows a decision, with the first
    mail after one. Of several decisions the earliest counts: its day is the safe one."""
    came = matter.row.received_at
    decided = [
        _decided(work, request.closed_at, request.answered_on) for request in matter.requests if request.closed_at
    ]
    if right is not Right.APPEAL or not decided:
        return came
    arrived = col(MailRow.received_at)
    first = select(func.min(arrived)).where(MailRow.case_id == matter.id, arrived >= min(decided), arrived > came)
    found: datetime | None = work.session.exec(first).one()
    return found or came


def _decided(work: Work, recorded: datetime, went_out: date | None) -> datetime:
    """When a request was decided. Of the day on which its letter went out, the first moment: the safe one."""
    return recorded if went_out is None else datetime.combine(went_out, time.min, work.policy.working_hours.tz)


def _drop(work: Work, matter: Matter, request: RequestRow) -> None:
    pauses: list[PauseRow] = matter.pauses.pop(request.id or 0, [])
    for pause in pauses:
        work.session.delete(pause)
    work.session.flush()
    matter.requests.remove(request)
    work.session.delete(request)


def _state(matter: Matter) -> dict[str, Any]:
    row = matter.row
    return {
        "received_at": row.received_at.isoformat(),
        "regimes": list(row.regimes),
        "role": row.role.value,
        "ticket": row.ticket,
        "rights": sorted(request.right.value for request in matter.requests),
        "due": {request.right.value: str(request.due) for request in matter.open_requests},
    }


def _what(work: Work, matter: Matter, changed: tuple[str, ...], command: CorrectCase) -> str:
    row = matter.row
    parts: list[str] = []
    if "received_at" in changed:
        parts.append(
            _("received {moment}", moment=say_moment(row.received_at.astimezone(work.policy.working_hours.tz)))
        )
    if "regimes" in changed:
        parts.append(_("law: {laws}", laws=", ".join(law_name(regime) for regime in row.regimes)))
    if "role" in changed:
        parts.append(role_name(row.role.value))
    if "ticket" in changed:
        ticket = plain_ticket(row.ticket) or _("see the details")
        parts.append(_("ticket: {ticket}", ticket=ticket) if row.ticket else _("no ticket"))
    if command.not_theirs:
        ticket = plain_ticket(as_ticket(command.not_theirs)) or _("see the details")
        parts.append(_("not their ticket: {ticket}", ticket=ticket))
    if "rights" in changed:
        parts.append(_("requests: {rights}", rights=right_names(request.right for request in matter.requests)))
    if command.subject is not None:
        parts.append(_("the person's details"))
    return "; ".join(parts)
