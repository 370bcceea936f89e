"""The checklist of a case: what is to be done for each kind of request, ticked off as it is done."""

from bot.cases.actions import DoWork
from bot.cases.commands import NoteWork
from bot.cases.naming import right_name
from bot.cases.worklist import steps
from bot.conversation.card import Text
from bot.conversation.form import Choice, ChoiceField, Form, FormField
from bot.conversation.scene import Handlers, Outcome, Scene, Values
from bot.errors import IllegalMove
from bot.wording import _, cut
from flows.triage.checked import open_case

HANDLERS = Handlers()
LONGEST_LABEL = 75  # characters of a choice


@HANDLERS.on_press(DoWork)
def work_form(_action: DoWork, scene: Scene) -> Outcome:
    case = open_case(scene)
    fields: list[FormField] = []
    for request in case.open_requests:
        listed = steps(request.right, scene.policy, case.role)
        if not listed:
            continue
        fields.append(
            ChoiceField(
                name=request.right.value,
                label=right_name(request.right),
                choices=tuple(Choice(value=step.code, label=cut(step.text, LONGEST_LABEL)) for step in listed),
                several=True,
                required=False,
                value=tuple(step.code for step in listed if step.code in request.done),
            )
        )
    if not fields:
        raise IllegalMove(_("There is no checklist for {reference}.", reference=case.reference))
    action = DoWork(case=case.reference, seen=case.version)
    own = [
        Text.of(
            _("{system}: they can do it themselves, if they like: {how}", system=one.name, how=one.self_service),
            small=True,
        )
        for one in scene.policy.told.systems
        if one.self_service
    ]
    return Outcome(form=Form.of(case.reference, action, *fields, submit=_("Save"), intro=tuple(own)))


@HANDLERS.on_submit(DoWork)
def work(action: DoWork, values: Values, scene: Scene) -> Outcome:
    case = open_case(scene)
    commands: list[NoteWork] = []
    for request in case.open_requests:
        known = [step.code for step in steps(request.right, scene.policy, case.role)]
        done = tuple(code for code in known if code in values.several(request.right.value))
        if known and set(done) != set(request.done) & set(known):
            seen = action.seen if not commands else None
            commands.append(NoteWork(case.reference, request.right, done, seen=seen))
    if not commands:
        return Outcome()
    return Outcome(commands=tuple(commands))
