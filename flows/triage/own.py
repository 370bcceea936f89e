"""Who looks after a case: take it, give it, quiet its reminders, see its rarer actions."""

from bot.cases.actions import Give, MoreActions, SnoozeReminders, Take
from bot.cases.commands import GiveCase, Snooze, TakeCase
from bot.cases.snapshot import CaseView
from bot.cases.views import more_card
from bot.conversation.card import day
from bot.conversation.form import ChoiceField, Form
from bot.conversation.scene import Handlers, Outcome, Scene, Values
from bot.errors import IllegalMove
from bot.wording import _
from flows.triage.checked import Checked, coded, day_field, open_case, say_why, why_field
from flows.triage.lawful import may_pause

HANDLERS = Handlers()
MOST_COLLEAGUES = 100


@HANDLERS.on_press(Take)
def take(_action: Take, scene: Scene) -> Outcome:
    case = open_case(scene)
    if case.owner == scene.speaker.id:
        raise IllegalMove(_("{reference} is yours already.", reference=case.reference))
    if case.owner is not None:
        raise IllegalMove(
            _(
                "{name} has taken {reference} already. To take it over, press “Give to …” and choose yourself.",
                name=case.owner_name or _("A colleague"),
                reference=case.reference,
            )
        )
    return Outcome(commands=(TakeCase(case.reference, seen=case.version),))


@HANDLERS.on_press(Give)
def give_form(_action: Give, scene: Scene) -> Outcome:
    case = open_case(scene)
    others = _others(case, scene)
    if not others:
        raise IllegalMove(_("I know nobody else of the team here yet. A colleague can press “Take it”."))
    owner = ChoiceField(name="to", label=_("Who looks after it from now on?"), choices=coded(others))
    form = Form.of(case.reference, Give(case=case.reference, seen=case.version), owner, submit=_("Give"))
    return Outcome(form=form)


@HANDLERS.on_submit(Give)
def give(action: Give, values: Values, scene: Scene) -> Outcome:
    case = open_case(scene)
    check = Checked(values)
    to = check.code("to", _others(case, scene), _("Please choose a colleague."))
    if check.errors:
        return Outcome(errors=check.errors)
    return Outcome(commands=(GiveCase(case.reference, to, seen=action.seen),))


@HANDLERS.on_press(SnoozeReminders)
def snooze_form(_action: SnoozeReminders, scene: Scene) -> Outcome:
    case = open_case(scene)
    if case.counts_to is not None and case.counts_to <= scene.today:
        raise IllegalMove(_("The date has come: the reminders of {reference} stay on.", reference=case.reference))
    latest = case.counts_to
    hint = _("Until {date} at the latest.", date=day(latest)) if latest else ""
    form = Form.of(
        case.reference,
        SnoozeReminders(case=case.reference, seen=case.version),
        day_field(_("No reminders before"), None, hint=hint),
        why_field(),
        submit=_("Quiet them"),
    )
    return Outcome(form=form)


@HANDLERS.on_submit(SnoozeReminders)
def snooze(action: SnoozeReminders, values: Values, scene: Scene) -> Outcome:
    case = open_case(scene)
    check = Checked(values)
    until, why = check.day("on"), check.text("why", say_why())
    if until <= scene.today:
        check.fault("on", _("Please choose a day that is still to come."))
    if case.counts_to is not None and until > case.counts_to:
        check.fault("on", _("That is after the date the case counts down to, {date}.", date=day(case.counts_to)))
    if check.errors:
        return Outcome(errors=check.errors)
    return Outcome(commands=(Snooze(case.reference, until, why, seen=action.seen),))


@HANDLERS.on_press(MoreActions)
def more(_action: MoreActions, scene: Scene) -> Outcome:
    case = open_case(scene)
    return Outcome(says=(more_card(case, may_pause=may_pause(case, scene.book)),))


def _others(case: CaseView, scene: Scene) -> dict[str, str]:
    """The team as far as it has spoken here, without the present owner; the speaker first."""
    everybody = {scene.speaker.id: scene.speaker.name, **dict(scene.team)}
    everybody.pop(case.owner or "", None)
    return dict(list(everybody.items())[:MOST_COLLEAGUES])
