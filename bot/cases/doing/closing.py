"""How requests end, and how they begin again."""

from dataclasses import dataclass

from bot.cases import audit
from bot.cases.commands import CloseRequests, Done, Reopen
from bot.cases.dates import past_day, reckon
from bot.cases.doing import telling
from bot.cases.doing.making import settle_proof
from bot.cases.doing.moved import counted, due_now
from bot.cases.matter import Matter
from bot.cases.naming import outcome_name, reason_name, right_names
from bot.cases.proof import no_ground, say_unasked, say_unproven, unproven, was_asked
from bot.cases.tables import RequestRow
from bot.cases.words import HELD, AuditCode, Reason, Status
from bot.cases.work import Work
from bot.cases.worklist import FORWARD
from bot.errors import IllegalMove, Refused
from bot.rights import Right
from bot.wording import _, later


@dataclass(frozen=True, slots=True)
class Rule:
    """What an outcome asks for. `reason` is taken when none is given; None: one must be given."""

    reason: Reason | None = None
    needs_reason: bool = False
    needs_told: bool = False
    needs_note: bool = False
    asks_first: bool = False  # who was asked nothing has left nothing unanswered
    proves_first: bool = False  # data must not go out, or go, before we know who asks
    passes_on: bool = False  # the customer whose data they are, if any, has to have the request


RULES: dict[Status, Rule] = {
    Status.FULFILLED: Rule(proves_first=True, passes_on=True),
    Status.PARTIALLY_FULFILLED: Rule(needs_reason=True, needs_told=True, proves_first=True, passes_on=True),
    Status.DENIED: Rule(needs_reason=True, needs_told=True, passes_on=True),
    Status.WITHDRAWN: Rule(reason=Reason.REQUESTER_WITHDREW),
    Status.EXPIRED: Rule(reason=Reason.NO_RESPONSE, asks_first=True, passes_on=True),
    Status.REDIRECTED: Rule(reason=Reason.PROCESSOR_REDIRECT, passes_on=True),
    Status.NOT_A_REQUEST: Rule(reason=Reason.NOT_A_PRIVACY_REQUEST, needs_note=True),
}

# What a reporter may tell the customer, by outcome: the state, never what was found.
_TELL = {
    Status.FULFILLED: later("You can tell the customer: “Our privacy team has answered your request.”"),
    Status.PARTIALLY_FULFILLED: later("You can tell the customer: “Our privacy team has answered your request.”"),
    Status.DENIED: later("You can tell the customer: “Our privacy team has answered you and explained its reasons.”"),
    Status.WITHDRAWN: later("You can tell the customer: “We have stopped working on it, as you wished.”"),
    Status.EXPIRED: later("You can tell the customer: “We did not hear back from you; you can ask again at any time.”"),
    Status.REDIRECTED: later("You can tell the customer: “Our privacy team has told you who decides over these data.”"),
    Status.DUPLICATE: later("There is nothing to tell: the customer's earlier request goes on."),
    Status.NOT_A_REQUEST: later("It was no privacy request: please go on with it as usual."),
}
# Instead, as long as no answer to the person is on record: nothing is said of one.
_FINISHED = later("You can tell the customer: “Our privacy team has finished its work on your request.”")
_ANSWERS = frozenset({Status.FULFILLED, Status.PARTIALLY_FULFILLED, Status.DENIED, Status.REDIRECTED})
# The letter that is the answer, beside the one about the right itself
_LETTERS: dict[Status | None, str] = {
    Status.PARTIALLY_FULFILLED: "refusal",
    Status.DENIED: "refusal",
    Status.REDIRECTED: "redirect",
}


def close(work: Work, matter: Matter, command: CloseRequests) -> Done:
    """Close some requests.

    Raises Refused when the outcome asks for something that is missing, and for a day of the answer that can't be.
    """
    rule = RULES.get(command.outcome)
    if rule is None:
        raise Refused(_("To close a duplicate, merge it into the other case, so that nothing of it is lost."))
    requests = [matter.open_request(right) for right in dict.fromkeys(command.rights)]
    if not requests:
        raise Refused(_("Please choose a request."))
    _complete(rule, command)
    if command.on is not None:
        past_day(work, matter, command.on)
    if rule.asks_first and not _asked(work, matter):
        raise Refused(say_unasked())
    if rule.proves_first and (waiting := unproven(matter.row.verification, requests)):
        raise Refused(say_unproven(waiting))
    if rule.needs_reason and (fault := no_ground(command.reason, matter.row.verification, requests)) is not None:
        raise Refused(fault)
    if rule.passes_on:
        _passed_on(matter, requests, command.outcome)
    reason = command.reason or rule.reason
    for request in requests:
        end(work, matter, request, command.outcome, reason, command.told, command.note)
        request.answered_on = command.on
    finish(work, matter)
    rights = tuple(request.right for request in requests)
    audit.note(
        work,
        AuditCode.CLOSED,
        matter.id,
        matter.row.version + 1,
        after={
            "rights": [right.value for right in rights],
            "outcome": command.outcome.value,
            "reason": reason.value if reason else None,
            "told": command.told,
            "answered_on": command.on.isoformat() if command.on else None,
        },
        why=command.note,
    )
    outcome = command.outcome
    telling.thread(work, matter.id, lambda: _ended(rights, outcome, reason))
    tell_end(work, matter, outcome)
    said = _("{reference} is closed.", reference=matter.reference)
    if matter.row.closed_at is None:
        rest = right_names(request.right for request in matter.open_requests)
        said = _("Closed: {rights}. Still open: {rest}.", rights=right_names(rights), rest=rest)
    if _unanswered(work, matter, requests):
        said = f"{said} {_('No answer to the person is on record: if none has gone out yet, write to them.')}"
    return Done(matter.reference, said)


def reopen(work: Work, matter: Matter, command: Reopen) -> Done:
    """Open again what was closed last. Its clock is what it would be had it never been closed."""
    if not command.why.strip():
        raise Refused(_("Please say why."))
    closed = [request for request in matter.requests if request.closed_at is not None]
    last = max((request.closed_at for request in closed if request.closed_at), default=None)
    again = [request for request in closed if request.closed_at == last]
    if not again:
        raise IllegalMove(_("{reference} is open.", reference=matter.reference))
    before = [{"right": r.right.value, "outcome": r.outcome.value if r.outcome else None} for r in again]
    for request in again:
        request.outcome = request.reason = request.closed_at = request.answered_on = None
        work.session.add(request)
    matter.row.closed_at = matter.row.purged_at = None
    settle_proof(matter)
    reckon(work, matter)
    audit.note(work, AuditCode.REOPENED, matter.id, matter.row.version + 1, before=before, why=command.why)
    rights = tuple(request.right for request in again)
    name, counts = work.actor.name, counted(work, matter)

    def opened(who: str) -> str:
        said = _("{name} opened again: {rights}.", name=who, rights=right_names(rights))
        return f"{said} {due_now(counts, counts, matter)}"

    telling.thread(work, matter.id, lambda: opened(name))
    telling.reporters(
        work,
        matter,
        lambda: _(
            "{reference} is open again: the privacy team is looking at it once more.", reference=matter.reference
        ),
    )
    said = _("{reference} is open again: {rights}.", reference=matter.reference, rights=right_names(rights))
    return Done(matter.reference, f"{said} {due_now(counts, counts, matter)}")


def end(
    work: Work,
    matter: Matter,
    request: RequestRow,
    outcome: Status,
    reason: Reason | None,
    told: str = "",
    note: str = "",
) -> None:
    """Write an outcome down. A clock that stood still ends with it."""
    request.outcome, request.reason, request.closed_at = outcome, reason, work.now
    request.told_sealed = work.vault.seal(told.strip()) if told.strip() else None
    request.note_sealed = work.vault.seal(note.strip()) if note.strip() else None
    for pause in matter.open_pauses(request):
        pause.ended_on = max(work.today, pause.started_on)
        work.session.add(pause)
    work.session.add(request)


def finish(work: Work, matter: Matter) -> None:
    """A case closes with its last request; until then it counts down to those that are left."""
    if not matter.open_requests:
        matter.row.closed_at = work.now
    reckon(work, matter)


def tell_end(work: Work, matter: Matter, outcome: Status) -> None:
    """When the whole case is closed its reporters hear it, with what to tell the customer."""
    if matter.row.closed_at is None:
        return
    reference = matter.reference
    outcomes = {request.outcome for request in matter.requests}
    tell = _TELL[outcome if len(outcomes) == 1 else Status.FULFILLED]
    if _unanswered(work, matter, matter.requests):
        tell = _FINISHED
    telling.reporters(work, matter, lambda: f"{_('{reference} is closed.', reference=reference)} {_(tell)}", "good")


def _unanswered(work: Work, matter: Matter, requests: list[RequestRow]) -> bool:
    """Whether some of these have ended with an answer that is not on record: no letter, and no day of one.
    What the person is told may still have to be sent."""
    ended = [r for r in requests if r.outcome in _ANSWERS and r.answered_on is None]
    if not ended:
        return False
    sent = {letter["letter"] for letter in audit.letters_sent(work, matter.id, since_reopened=True)}
    return any(not sent & {request.right.value, _LETTERS.get(request.outcome)} for request in ended)


def _asked(work: Work, matter: Matter) -> bool:
    """Whether anything on record asks the person something."""
    return was_asked(
        by_letter=audit.asked_by_letter(work, matter.id),
        stopped=any(matter.pauses_of(request) for request in matter.requests),
        verification_asked_on=matter.row.verification_asked_on,
    )


def _complete(rule: Rule, command: CloseRequests) -> None:
    if rule.needs_reason and command.reason is None:
        raise Refused(_("Refusing, even in part, needs a reason. Please choose one."))
    if rule.needs_told and not command.told.strip():
        raise Refused(_("Please write what the requester was told: the reason, and how they can complain."))
    if rule.needs_note and not command.note.strip():
        raise Refused(_("Please note why this is no request."))


def _passed_on(matter: Matter, requests: list[RequestRow], outcome: Status) -> None:
    """Raises Refused while the customer whose data they are does not have them: GDPR art. 28(3)(e)."""
    held = matter.row.role in HELD
    if outcome is Status.REDIRECTED and not held:
        raise Refused(
            _(
                "Please decide first whose data they are, with “Whose data …”: "
                "only what we hold for a customer is passed on."
            )
        )
    if held and any(FORWARD not in request.steps_done for request in requests):
        raise Refused(_("Please pass the request on to the customer first, and tick it off in “Work to do …”."))


def _ended(rights: tuple[Right, ...], outcome: Status, reason: Reason | None) -> str:
    said = f"{right_names(rights)}: {outcome_name(outcome)}"
    why = reason_name(reason) if reason else ""
    return f"{said} ({why})" if why and why.casefold() != outcome_name(outcome).casefold() else said
