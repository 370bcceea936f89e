"""The end of requests: close with outcome and reason, not a request, reopen."""

from bot.cases.actions import Close, NoRequest, ReopenCase
from bot.cases.commands import CloseRequests, Reopen
from bot.cases.naming import outcome_name, reason_name
from bot.cases.proof import grounds, no_ground
from bot.cases.snapshot import CaseView
from bot.cases.words import Reason, Status, Verification
from bot.cases.worklist import steps
from bot.conversation.card import Text
from bot.conversation.form import ChoiceField, DateField, Form, TextField
from bot.conversation.scene import Handlers, Outcome, Scene, Values
from bot.errors import IllegalMove
from bot.wording import _
from flows.triage.checked import (
    REFUSALS,
    Checked,
    choices,
    first_day,
    open_case,
    right_field,
    say_why,
    team_case,
    which_request,
    why_field,
)

HANDLERS = Handlers()

# How a request may end here. A duplicate ends by merging, what is no request by its own button.
ENDS = (
    Status.FULFILLED,
    Status.PARTIALLY_FULFILLED,
    Status.DENIED,
    Status.WITHDRAWN,
    Status.EXPIRED,
    Status.REDIRECTED,
)
IMPLIED = {
    Status.WITHDRAWN: Reason.REQUESTER_WITHDREW,
    Status.EXPIRED: Reason.NO_RESPONSE,
    Status.REDIRECTED: Reason.PROCESSOR_REDIRECT,
}
REFUSED = (Status.DENIED, Status.PARTIALLY_FULFILLED)  # the requester has to be told why


@HANDLERS.on_press(Close)
def close_form(_action: Close, scene: Scene) -> Outcome:
    case = open_case(scene)
    unsure = case.verification not in (Verification.NOT_NEEDED, Verification.VERIFIED)
    warning = _("The person is not verified yet. Send or delete nothing before they are.")
    form = Form.of(
        case.reference,
        Close(case=case.reference, seen=case.version),
        right_field((r.right for r in case.open_requests), several=True),
        ChoiceField(name="outcome", label=_("How did it end?"), choices=choices(ENDS, outcome_name)),
        ChoiceField(
            name="reason",
            label=_("Why was it refused, in full or in part?"),
            choices=choices(grounds(REFUSALS, case.verification, case.open_requests), reason_name),
            required=False,
            hint=_("Only for a refusal."),
        ),
        DateField(
            name="on",
            label=_("When did the answer go out?"),
            required=False,
            hint=_("Empty: none has gone out. Then the reporter is not told of one."),
        ),
        _told_field(_("Needed for a refusal: the reason, and where they can complain.")),
        _note_field(),
        submit=_("Close it"),
        intro=tuple(Text.of(line, small=True) for line in ((warning,) if unsure else ()) + _left(case, scene)),
    )
    return Outcome(form=form)


@HANDLERS.on_submit(Close)
def close(action: Close, values: Values, scene: Scene) -> Outcome:
    case = open_case(scene)
    check = Checked(values)
    rights = check.several("rights", [r.right for r in case.open_requests], which_request())
    outcome = check.one("outcome", ENDS, _("Please choose how it ended."))
    reason = check.maybe("reason", REFUSALS)
    told, note = check.text("told"), check.text("note")
    on = check.past_day("on", scene.today, first_day(case)) if values.date("on") is not None else None
    if (
        fault := no_ground(reason, case.verification, [r for r in case.open_requests if r.right in rights])
    ) is not None:
        check.fault("reason", fault)
    if outcome in REFUSED:
        if reason is None:
            check.fault("reason", _("A refusal needs a reason."))
        if not told:
            check.fault("told", _("Please write what the requester is told."))
    elif outcome is not None and reason is not None:
        check.fault("reason", _("A reason belongs to a refusal only. Leave it empty, or choose another end."))
    if check.errors or outcome is None:
        return Outcome(errors=check.errors)
    reason = reason or IMPLIED.get(outcome)
    return Outcome(commands=(CloseRequests(case.reference, rights, outcome, reason, told, note, on, seen=action.seen),))


@HANDLERS.on_press(NoRequest)
def no_request_form(_action: NoRequest, scene: Scene) -> Outcome:
    case = open_case(scene)
    form = Form.of(
        case.reference,
        NoRequest(case=case.reference, seen=case.version),
        why_field(_("Why is this not a privacy request?"), hint=_("Kept with the details, shown in no channel.")),
        _told_field(),
        submit=_("Close it"),
        intro=(Text.of(_("The whole case is closed. It can be reopened."), small=True),),
    )
    return Outcome(form=form)


@HANDLERS.on_submit(NoRequest)
def no_request(action: NoRequest, values: Values, scene: Scene) -> Outcome:
    case = open_case(scene)
    check = Checked(values)
    note = check.text("why", say_why())
    if check.errors:
        return Outcome(errors=check.errors)
    command = CloseRequests(
        case.reference,
        tuple(request.right for request in case.open_requests),
        Status.NOT_A_REQUEST,
        Reason.NOT_A_PRIVACY_REQUEST,
        check.text("told"),
        note,
        seen=action.seen,
    )
    return Outcome(commands=(command,))


@HANDLERS.on_press(ReopenCase)
def reopen_form(_action: ReopenCase, scene: Scene) -> Outcome:
    case = team_case(scene)
    if case.open and len(case.open_requests) == len(case.requests):
        raise IllegalMove(_("Nothing of {reference} is closed.", reference=case.reference))
    form = Form.of(
        case.reference,
        ReopenCase(case=case.reference, seen=case.version),
        why_field(),
        submit=_("Reopen"),
        intro=(Text.of(_("Its dates count from the day it first came in."), small=True),),
    )
    return Outcome(form=form)


@HANDLERS.on_submit(ReopenCase)
def reopen(action: ReopenCase, values: Values, scene: Scene) -> Outcome:
    case = team_case(scene)
    check = Checked(values)
    why = check.text("why", say_why())
    if check.errors:
        return Outcome(errors=check.errors)
    return Outcome(commands=(Reopen(case.reference, why, seen=action.seen),))


def _left(case: CaseView, scene: Scene) -> tuple[str, ...]:
    """That steps are left to do, where somebody ticks them off."""
    listed = [(step.code, r.done) for r in case.open_requests for step in steps(r.right, scene.policy, case.role)]
    done = sum(code in ticked for code, ticked in listed)
    if not 0 < done < len(listed):
        return ()
    return (_("{done} of {count} steps are done", done=done, count=len(listed)),)


def _told_field(hint: str = "") -> TextField:
    return TextField(
        name="told", label=_("What is the requester told?"), required=False, long=True, max_length=3000, hint=hint
    )


def _note_field() -> TextField:
    return TextField(
        name="note",
        label=_("Note for the team"),
        required=False,
        long=True,
        max_length=3000,
        hint=_("Kept with the details, shown in no channel."),
    )
