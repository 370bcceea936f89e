"""The clocks of a case: extend once, stop, start again. What is possible is the law's to say."""

from bot.cases.actions import ExtendDate, PauseOrResume
from bot.cases.commands import Extend, PauseClock, ResumeClock
from bot.cases.naming import extension_name, law_name, pause_name, right_name
from bot.cases.snapshot import CaseView
from bot.conversation.card import Text, day
from bot.conversation.form import Choice, ChoiceField, DateField, Form, FormField, TextField
from bot.conversation.scene import Handlers, Outcome, Scene, Values
from bot.errors import IllegalMove
from bot.law.words import PauseReason
from bot.rights import Right
from bot.wording import _, begun
from flows.triage.checked import (
    Checked,
    choices,
    coded,
    day_field,
    first_day,
    open_case,
    right_field,
    which_request,
)
from flows.triage.lawful import extendable, pause_conditions, pause_reasons, until_fault

HANDLERS = Handlers()
STOP, START = "stop", "start"


@HANDLERS.on_press(ExtendDate)
def extend_form(_action: ExtendDate, scene: Scene) -> Outcome:
    case = open_case(scene)
    possible = extendable(case, scene.policy, scene.book)
    if not possible:
        laws = ", ".join(law_name(regime) for regime in case.regimes)
        raise IllegalMove(
            _(
                "Nothing of {reference} can be extended: it was extended already, or {laws} allows no extension.",
                reference=case.reference,
                laws=laws,
            )
        )
    reasons = {code: extension_name(code) for codes in possible.values() for code in codes}
    notices = [r.extension_notice_by for r in case.open_requests if r.right in possible and r.extension_notice_by]
    notice_by = _("The requester has to be told by {date}.", date=day(min(notices))) if notices else ""
    form = Form.of(
        case.reference,
        ExtendDate(case=case.reference, seen=case.version),
        right_field(possible),
        ChoiceField(name="reason", label=_("Why is more time needed?"), choices=coded(reasons)),
        DateField(name="on", label=_("When was the requester told, with the reason?"), hint=notice_by),
        DateField(
            name="until",
            label=_("Until when?"),
            required=False,
            hint=_("As the requester was told. Empty: as long as the law allows."),
        ),
        TextField(
            name="note",
            label=_("Note for the team"),
            required=False,
            long=True,
            hint=_("Kept with the details, shown in no channel."),
        ),
        submit=_("Extend"),
        intro=(Text.of(_("There is one extension only, and it needs a reason and a notice in time."), small=True),),
    )
    return Outcome(form=form)


@HANDLERS.on_submit(ExtendDate)
def extend(action: ExtendDate, values: Values, scene: Scene) -> Outcome:
    case = open_case(scene)
    possible = extendable(case, scene.policy, scene.book)
    check = Checked(values)
    right = check.one("right", possible, which_request())
    allowed = possible[right] if right else tuple(code for codes in possible.values() for code in codes)
    missing = _("An extension needs a reason.")
    if values.text("reason") and right:
        missing = _("The law gives no extension of “{right}” for this reason.", right=right_name(right))
    reason = check.code("reason", allowed, missing)
    told = check.past_day("on", scene.today, first_day(case))
    one_law = (r for r in case.open_requests if r.right is right and len(r.regimes) == 1 and not r.paused)
    latest = next((r.extension_notice_by for r in one_law), None)  # of several laws the command asks each
    if latest is not None and told > latest:
        check.fault("on", _("Too late: the requester had to be told by {date}.", date=day(latest)))
    if check.errors or right is None:
        return Outcome(errors=check.errors)
    until = values.date("until")
    request = next(r for r in case.open_requests if r.right is right)
    if until is not None and (fault := until_fault(case, request, until, reason, told, scene)) is not None:
        return Outcome(errors={"until": fault})
    command = Extend(case.reference, right, reason, told, check.text("note"), until, seen=action.seen)
    return Outcome(commands=(command,))


@HANDLERS.on_press(PauseOrResume)
def pause_form(_action: PauseOrResume, scene: Scene) -> Outcome:
    case = open_case(scene)
    stoppable, stopped = _stoppable(case, scene), _stopped(case)
    if not stoppable and not stopped:
        laws = ", ".join(law_name(regime) for regime in case.regimes)
        raise IllegalMove(_("{laws} lets no clock of {reference} stand still.", laws=laws, reference=case.reference))
    steps = tuple(
        Choice(value=f"{START}:{right}", label=_("Start again: {right}", right=right_name(right))) for right in stopped
    ) + tuple(Choice(value=f"{STOP}:{right}", label=_("Stop: {right}", right=right_name(right))) for right in stoppable)
    fields: list[FormField] = [
        ChoiceField(name="step", label=_("Which clock?"), choices=steps, value=(steps[0].value,)),
        day_field(_day_asked(stops=bool(stoppable), starts=bool(stopped)), scene.today),
    ]
    if stoppable:
        reasons = tuple(reason for reason in PauseReason if any(reason in some for some in stoppable.values()))
        fields.append(
            ChoiceField(
                name="reason",
                label=_("Why does it stand still?"),
                choices=choices(reasons, lambda reason: begun(pause_name(reason))),
                required=False,
                hint=_("Only when a clock is stopped."),
            )
        )
    action = PauseOrResume(case=case.reference, seen=case.version)
    intro = tuple(Text.of(line, small=True) for line in pause_conditions(case, scene.book))
    return Outcome(form=Form.of(case.reference, action, *fields, submit=_("Save"), intro=intro))


@HANDLERS.on_submit(PauseOrResume)
def pause(action: PauseOrResume, values: Values, scene: Scene) -> Outcome:
    case = open_case(scene)
    stoppable, stopped = _stoppable(case, scene), _stopped(case)
    check = Checked(values)
    on = check.past_day("on", scene.today, first_day(case))
    steps = {f"{START}:{right}": right for right in stopped} | {f"{STOP}:{right}": right for right in stoppable}
    step = check.code("step", steps, which_request())
    right, stops = steps.get(step), step.startswith(STOP)
    reason = check.maybe("reason", stoppable.get(right, ())) if right else None
    if stops and right and reason is None:
        allowed = ", ".join(pause_name(one) for one in stoppable[right])
        check.fault(
            "reason", _("The clock of “{right}” stops only when {allowed}.", right=right_name(right), allowed=allowed)
        )
    if check.errors or right is None:
        return Outcome(errors=check.errors)
    if reason is not None and stops:
        return Outcome(commands=(PauseClock(case.reference, right, reason, on, seen=action.seen),))
    return Outcome(commands=(ResumeClock(case.reference, right, on, seen=action.seen),))


def _day_asked(*, stops: bool, starts: bool) -> str:
    if stops and starts:
        return _("On which day did we ask, or get the answer?")
    return _("On which day did we ask?") if stops else _("On which day did the answer come?")


def _stoppable(case: CaseView, scene: Scene) -> dict[Right, tuple[PauseReason, ...]]:
    found = {r.right: pause_reasons(r, scene.book) for r in case.open_requests if not r.paused}
    return {right: reasons for right, reasons in found.items() if reasons}


def _stopped(case: CaseView) -> tuple[Right, ...]:
    return tuple(r.right for r in case.open_requests if r.paused)
