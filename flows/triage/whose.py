"""Whose data they are: how the person dealt with us, what that speaks for, and what the team decides."""

from bot.cases.actions import DecideWhose
from bot.cases.commands import DecideRole
from bot.cases.naming import context_name, role_name
from bot.cases.words import HELD, Context, Role
from bot.conversation.card import Text
from bot.conversation.form import ChoiceField, Form, TextField
from bot.conversation.scene import Handlers, Outcome, Scene, Values
from bot.understanding.reading import Flag
from bot.wording import _
from flows.triage.checked import Checked, choices, open_case

HANDLERS = Handlers()


@HANDLERS.on_press(DecideWhose)
def whose_form(_action: DecideWhose, scene: Scene) -> Outcome:
    case = open_case(scene)
    context = scene.details.context if scene.details else Context.UNKNOWN
    if context is Context.UNKNOWN and Flag.PROCESSOR_DATA in case.flags:
        context = Context.EMPLOYER
    decided = Role(case.role)
    proposed = context.proposed if decided in (Role.UNKNOWN, Role.CONTROLLER) else decided
    form = Form.of(
        case.reference,
        DecideWhose(case=case.reference, seen=case.version),
        ChoiceField(
            name="context",
            label=_("How did the person deal with us?"),
            choices=choices(Context, context_name),
            value=(context.value,),
            hint=_("Access through an employer, a reseller or a service provider speaks for a customer's data."),
        ),
        ChoiceField(
            name="role",
            label=_("Who decides over the data?"),
            choices=choices(Role, role_name),
            value=(proposed.value,),
        ),
        TextField(
            name="customer",
            label=_("Which customer?"),
            required=False,
            value=scene.details.customer if scene.details else "",
            max_length=200,
            hint=_("Only where we hold the data for one. Kept with the details, shown in no channel."),
        ),
        submit=_("Decide"),
        intro=(
            Text.of(
                _("Contracts, visits, events, trials and our website are ours, also for a customer's employees."),
                small=True,
            ),
            Text.of(_("If both are asked for, split the case first: each part has its own answer."), small=True),
        ),
    )
    return Outcome(form=form)


@HANDLERS.on_submit(DecideWhose)
def whose(action: DecideWhose, values: Values, scene: Scene) -> Outcome:
    case = open_case(scene)
    check = Checked(values)
    context = check.one("context", Context, _("Please choose one."))
    role = check.one("role", Role, _("Please choose one."))
    customer = check.text("customer")
    if role in HELD and not customer:
        check.fault("customer", _("Please name the customer whose data they are: the request is passed on to them."))
    if role is Role.UNKNOWN and customer:
        check.fault("role", _("You named a customer: please choose who decides over the data."))
    if check.errors or context is None or role is None:
        return Outcome(errors=check.errors)
    return Outcome(commands=(DecideRole(case.reference, role, context, customer, seen=action.seen),))
