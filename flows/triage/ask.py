"""Knowing who asks, and telling them that we are at it: verification and acknowledgement."""

from enum import StrEnum

from bot.cases.actions import Acknowledged, AskForVerification, Verified
from bot.cases.commands import Acknowledge, AskVerification, MarkVerified
from bot.cases.snapshot import CaseView
from bot.cases.words import Verification
from bot.conversation.card import Text
from bot.conversation.form import Choice, ChoiceField, Form
from bot.conversation.scene import Handlers, Outcome, Scene, Values
from bot.errors import IllegalMove
from bot.law.words import PauseReason
from bot.wording import _, later
from flows.triage.checked import Checked, choices, coded, day_field, first_day, open_case
from flows.triage.lawful import proof_lines
from flows.triage.waiting import stoppable, wait_field, waits

HANDLERS = Handlers()
MOST_POINTS = 5


class Method(StrEnum):
    """How somebody was verified; the values are those of `MarkVerified.method`."""

    CONTACT_POINT = "contact_point"
    ACCOUNT = "account"
    DATA_POINTS = "data_points"
    DECLARATION = "declaration"
    REPRESENTATIVE = "representative"
    OTHER = "other"


class Said(StrEnum):
    YES = "yes"
    NO = "no"


class Result(StrEnum):
    PASSED = "passed"
    FAILED = "failed"


_METHODS = {
    Method.CONTACT_POINT: later("A link or code to their address"),
    Method.ACCOUNT: later("Signed in to their account"),
    Method.DATA_POINTS: later("Matched what we hold"),
    Method.DECLARATION: later("Matched what we hold, with a signed declaration"),
    Method.REPRESENTATIVE: later("Permission of the person, for a representative"),
    Method.OTHER: later("Another way"),
}


@HANDLERS.on_press(AskForVerification)
def ask_form(_action: AskForVerification, scene: Scene) -> Outcome:
    case = _unproven(scene)
    form = Form.of(
        case.reference,
        AskForVerification(case=case.reference, seen=case.version),
        day_field(_("When was the person asked?"), scene.today),
        *((wait_field(),) if stoppable(case, scene, PauseReason.IDENTITY) else ()),
        submit=_("Save"),
        intro=tuple(Text.of(line, small=True) for line in proof_lines(case, scene.book)),
    )
    return Outcome(form=form)


@HANDLERS.on_submit(AskForVerification)
def ask(action: AskForVerification, values: Values, scene: Scene) -> Outcome:
    case = open_case(scene)
    check = Checked(values)
    on = check.past_day("on", scene.today, first_day(case))
    if check.errors:
        return Outcome(errors=check.errors)
    rights = tuple(request.right for request in case.open_requests)
    waiting = waits(values, check, rights, case, scene, PauseReason.IDENTITY, on)
    if check.errors:
        return Outcome(errors=check.errors)
    return Outcome(commands=(AskVerification(case.reference, on, waiting, seen=action.seen),))


@HANDLERS.on_press(Verified)
def verified_form(_action: Verified, scene: Scene) -> Outcome:
    case = _unproven(scene)
    points = {str(number): str(number) for number in range(MOST_POINTS + 1)}
    lines = (
        *proof_lines(case, scene.book),
        _("Please write down no answers, numbers or documents: only what you choose here is kept."),
    )
    form = Form.of(
        case.reference,
        Verified(case=case.reference, seen=case.version),
        day_field(_("When was it checked?"), scene.today),
        ChoiceField(name="method", label=_("How was it checked?"), choices=choices(Method, _method_name)),
        ChoiceField(
            name="on_record",
            label=_("Did it go through an address that we had on record?"),
            choices=(Choice(value=Said.YES, label=_("Yes")), Choice(value=Said.NO, label=_("No"))),
            hint=_("The address in the message alone proves nothing."),
        ),
        ChoiceField(name="points", label=_("How many details matched?"), choices=coded(points), value=("0",)),
        ChoiceField(
            name="result",
            label=_("What came out?"),
            choices=(
                Choice(value=Result.PASSED, label=_("They are who they say")),
                Choice(value=Result.FAILED, label=_("It could not be confirmed")),
            ),
        ),
        submit=_("Save"),
        intro=tuple(Text.of(line, small=True) for line in lines),
    )
    return Outcome(form=form)


@HANDLERS.on_submit(Verified)
def verified(action: Verified, values: Values, scene: Scene) -> Outcome:
    case = open_case(scene)
    check = Checked(values)
    on = check.past_day("on", scene.today, first_day(case))
    method = check.one("method", Method, _("Please choose how it was checked."))
    on_record = check.one("on_record", Said, _("Please choose yes or no."))
    points = check.code("points", [str(n) for n in range(MOST_POINTS + 1)], _("Please choose a number."))
    result = check.one("result", Result, _("Please choose what came out."))
    if result is Result.PASSED:
        if method is Method.CONTACT_POINT and on_record is Said.NO:
            check.fault("on_record", _("A link to an address that we did not know proves nothing about the person."))
        if method in (Method.DATA_POINTS, Method.DECLARATION) and points == "0":
            check.fault("points", _("At least one detail has to match."))
    if check.errors or method is None:
        return Outcome(errors=check.errors)
    command = MarkVerified(
        case.reference,
        on,
        method.value,
        on_record is Said.YES,
        int(points),
        result is Result.PASSED,
        seen=action.seen,
    )
    return Outcome(commands=(command,))


@HANDLERS.on_press(Acknowledged)
def acknowledged_form(_action: Acknowledged, scene: Scene) -> Outcome:
    case = open_case(scene)
    if all(request.acknowledged_on for request in case.open_requests):
        raise IllegalMove(_("The acknowledgement of {reference} is on record already.", reference=case.reference))
    form = Form.of(
        case.reference,
        Acknowledged(case=case.reference, seen=case.version),
        day_field(_("When did the acknowledgement go out?"), scene.today),
        submit=_("Save"),
    )
    return Outcome(form=form)


@HANDLERS.on_submit(Acknowledged)
def acknowledged(action: Acknowledged, values: Values, scene: Scene) -> Outcome:
    case = open_case(scene)
    check = Checked(values)
    on = check.past_day("on", scene.today, first_day(case))
    if check.errors:
        return Outcome(errors=check.errors)
    return Outcome(commands=(Acknowledge(case.reference, on, seen=action.seen),))


def _unproven(scene: Scene) -> CaseView:
    """The open case, unless there is nothing (more) to check."""
    case = open_case(scene)
    if case.verification is Verification.VERIFIED:
        raise IllegalMove(_("{reference} is verified already.", reference=case.reference))
    if case.verification is Verification.NOT_NEEDED:
        raise IllegalMove(
            _(
                "Nobody needs to prove who they are for {reference}: the law asks for no check.",
                reference=case.reference,
            )
        )
    return case


def _method_name(method: Method) -> str:
    return _(_METHODS[method])
