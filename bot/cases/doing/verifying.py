"""Knowing who asks, and telling them that we are at it."""

from bot.cases import audit
from bot.cases.commands import Acknowledge, AskVerification, Done, MarkVerified
from bot.cases.dates import past_day, pause_refusal, reckon
from bot.cases.doing import telling
from bot.cases.doing.clocking import say_running
from bot.cases.matter import Matter
from bot.cases.tables import PauseRow, RequestRow
from bot.cases.words import AuditCode, Verification
from bot.cases.work import Work
from bot.errors import IllegalMove, Refused
from bot.law.words import PauseReason
from bot.wording import _, say_date

METHODS = ("contact_point", "account", "data_points", "declaration", "representative", "other")


def ask_verification(work: Work, matter: Matter, command: AskVerification) -> Done:
    """Raises Refused with the law's sentence where a doubt does not stop the clock of any request that is to wait."""
    row = matter.row
    past_day(work, matter, command.on)
    if command.waits:
        _wait(work, matter, command)
    before, row.verification = row.verification, Verification.ASKED
    row.verification_asked_on = command.on
    audit.note(
        work,
        AuditCode.VERIFICATION_ASKED,
        matter.id,
        row.version + 1,
        before={"verification": before.value},
        after={"on": command.on.isoformat(), "waits": [right.value for right in command.waits]},
    )
    reckon(work, matter)
    telling.thread(work, matter.id, lambda: _("The person was asked on {day} who they are.", day=say_date(command.on)))
    telling.reporters(
        work,
        matter,
        lambda: _(
            "The privacy team has asked the customer of {reference} to confirm who they are. "
            "If they ask you: the message came from us, and no ID copy is needed.",
            reference=row.reference,
        ),
    )
    return Done(row.reference, _("Noted: asked on {day}.", day=say_date(command.on)))


def mark_verified(work: Work, matter: Matter, command: MarkVerified) -> Done:
    """Record a check. One that was passed ends the waits for it; raises Refused for one that proves nothing."""
    row = matter.row
    past_day(work, matter, command.on)
    if command.method not in METHODS or not 0 <= command.points <= 20:
        raise Refused(_("Please choose how it was checked."))
    if command.passed and command.method == "contact_point" and not command.address_on_record:
        raise Refused(_("A link to an address that we did not know proves nothing about the person."))
    if command.passed and command.method in ("data_points", "declaration") and command.points == 0:
        raise Refused(_("At least one detail has to match."))
    before = row.verification
    row.verification = Verification.VERIFIED if command.passed else Verification.FAILED
    row.verification_method = command.method
    row.verified_on = command.on if command.passed else None
    waited: list[RequestRow] = []
    if command.passed:
        for request, pause in _identity_pauses(matter):
            pause.ended_on = max(command.on, pause.started_on)
            work.session.add(pause)
            waited.append(request)
    audit.note(
        work,
        AuditCode.VERIFIED if command.passed else AuditCode.VERIFICATION_FAILED,
        matter.id,
        row.version + 1,
        before={"verification": before.value},
        after={
            "on": command.on.isoformat(),
            "method": command.method,
            "address_on_record": command.address_on_record,
            "points": command.points,
        },
    )
    reckon(work, matter)
    if command.passed:
        telling.thread(work, matter.id, lambda: _("The person is verified since {day}.", day=say_date(command.on)))
        for request in waited:
            if not matter.open_pauses(request):
                say_running(work, matter, request, command.on)
        return Done(row.reference, _("{reference} is verified.", reference=row.reference))
    telling.thread(
        work, matter.id, lambda: _("The check of {day} could not confirm the person.", day=say_date(command.on))
    )
    return Done(
        row.reference, _("Noted: the check did not confirm who they are. Ask again, or close with that reason.")
    )


def acknowledge(work: Work, matter: Matter, command: Acknowledge) -> Done:
    """Record the acknowledgement of every open request that has none yet."""
    past_day(work, matter, command.on)
    waiting = [request for request in matter.open_requests if request.acknowledged_on is None]
    if not waiting:
        raise IllegalMove(_("The acknowledgement of {reference} is on record already.", reference=matter.reference))
    for request in waiting:
        request.acknowledged_on = command.on
        work.session.add(request)
    audit.note(
        work,
        AuditCode.ACKNOWLEDGED,
        matter.id,
        matter.row.version + 1,
        after={"on": command.on.isoformat(), "rights": [request.right.value for request in waiting]},
    )
    telling.thread(work, matter.id, lambda: _("The acknowledgement went out on {day}.", day=say_date(command.on)))
    return Done(matter.reference, _("Noted: acknowledged on {day}.", day=say_date(command.on)))


def _wait(work: Work, matter: Matter, command: AskVerification) -> None:
    """Stop the clocks that a reasonable doubt stops, of those that are to wait. Raises Refused when there is none."""
    refusals: list[str] = []
    stopped = False
    for request in matter.open_requests:
        if request.right not in command.waits or not request.needs_proof:
            continue
        if any(pause.reason is PauseReason.IDENTITY for pause in matter.open_pauses(request)):
            stopped = True
            continue
        refusal = pause_refusal(work, matter, request, PauseReason.IDENTITY, command.on)
        if refusal is not None:
            refusals.append(refusal)
            continue
        stopped = True
        pause = PauseRow(request_id=request.id or 0, reason=PauseReason.IDENTITY, started_on=command.on)
        work.session.add(pause)
        matter.pauses_of(request).append(pause)
    if refusals and not stopped:
        raise Refused(" ".join(dict.fromkeys(refusals)))


def _identity_pauses(matter: Matter) -> list[tuple[RequestRow, PauseRow]]:
    return [
        (request, pause)
        for request in matter.open_requests
        for pause in matter.open_pauses(request)
        if pause.reason is PauseReason.IDENTITY
    ]
