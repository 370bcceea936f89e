"""Set right what was recorded: when it came in, law, role, person, ticket, kinds. Dates are computed anew."""

from dataclasses import replace
from datetime import datetime, time

from bot.cases.actions import Correct
from bot.cases.commands import CorrectCase
from bot.cases.matter import as_ticket
from bot.cases.naming import arrival_name, law_name, right_name, right_names, role_name
from bot.cases.snapshot import CaseView, Details, Person
from bot.cases.words import Arrival, Role
from bot.conversation.form import ChoiceField, DateField, Form, TextField
from bot.conversation.scene import Handlers, Outcome, Scene, Values
from bot.rights import Right
from bot.wording import _
from flows.triage.checked import Checked, choices, coded, open_case, say_why, which_request, why_field
from flows.triage.lawful import laws

HANDLERS = Handlers()


@HANDLERS.on_press(Correct)
def correct_form(_action: Correct, scene: Scene) -> Outcome:
    case = open_case(scene)
    person = _person(scene.details)
    received = case.received_at.astimezone(scene.policy.working_hours.tz)
    form = Form.of(
        case.reference,
        Correct(case=case.reference, seen=case.version),
        DateField(
            name="on",
            label=_("When did it first reach the company?"),
            value=received.date(),
            hint=_("On any channel, not when I heard of it."),
        ),
        TextField(
            name="at",
            label=_("At what time?"),
            value=f"{received:%H:%M}",
            required=False,
            max_length=5,
            hint=_("Like 14:30, in the team's time zone. Empty: the day's beginning."),
        ),
        ChoiceField(
            name="laws",
            label=_("Which law applies?"),
            choices=coded({law: law_name(law) for law in _laws(case, scene)}),
            several=True,
            value=case.regimes,
            hint=_("With several, the earliest date counts."),
        ),
        ChoiceField(
            name="arrival",
            label=_("How did it reach us?"),
            choices=choices(Arrival, arrival_name),
            value=(case.arrival.value,),
        ),
        ChoiceField(name="role", label=_("What is our role?"), choices=choices(Role, role_name), value=(case.role,)),
        TextField(name="name", label=_("The person's name"), value=person.name or "", required=False, max_length=200),
        TextField(
            name="email", label=_("Their e-mail address"), value=person.email or "", required=False, max_length=254
        ),
        TextField(
            name="ticket",
            label=_("The number of their ticket"),
            value=as_ticket(case.ticket or ""),
            required=False,
            max_length=64,
        ),
        TextField(
            name="not_theirs",
            label=_("A ticket's number that is not theirs"),
            hint=_("From a later hand-over or a merged case: it leads here no more."),
            required=False,
            max_length=64,
        ),
        ChoiceField(
            name="rights",
            label=_("What do they ask for?"),
            choices=choices(Right, right_name),
            several=True,
            value=tuple(request.right.value for request in case.requests),
        ),
        why_field(_("Why is it corrected?")),
        submit=_("Save"),
    )
    return Outcome(form=form)


@HANDLERS.on_submit(Correct)
def correct(action: Correct, values: Values, scene: Scene) -> Outcome:
    case = open_case(scene)
    check = Checked(values)
    command = CorrectCase(
        case.reference,
        check.text("why", say_why()),
        received_at=_received(check, case, scene),
        regimes=_regimes(check, values, case, scene),
        role=_role(check, case),
        subject=_subject(check, scene),
        rights=_rights(check, case),
        arrival=_arrival(check, case),
        ticket=_ticket(check, case),
        not_theirs=_not_theirs(check, case, scene),
        seen=action.seen,
    )
    if check.errors:
        return Outcome(errors=check.errors)
    if command == CorrectCase(case.reference, command.why, seen=action.seen):
        return Outcome(errors={"why": _("Nothing is different from what is on record.")})
    return Outcome(commands=(command,))


def _received(check: Checked, case: CaseView, scene: Scene) -> datetime | None:
    """The moment as corrected; None when it is the recorded one, to the minute."""
    zone = scene.policy.working_hours.tz
    on, said = check.past_day("on", scene.today), check.text("at")
    try:
        at = time.fromisoformat(said.zfill(5)) if said else time()
    except ValueError:
        check.fault("at", _("Please write the time like 14:30."))
        return None
    moment = datetime.combine(on, at.replace(tzinfo=None), zone)
    old = case.received_at.astimezone(zone)
    if moment == old.replace(second=0, microsecond=0):
        return None
    if on == scene.today and moment > scene.now:
        check.fault("at", _("That time has not come yet."))
    return moment


def _regimes(check: Checked, values: Values, case: CaseView, scene: Scene) -> tuple[str, ...] | None:
    known = _laws(case, scene)
    chosen = tuple(law for law in known if law in values.several("laws"))
    if not chosen:
        check.fault("laws", _("Please choose a law."))
    return None if set(chosen) == set(case.regimes) else chosen


def _role(check: Checked, case: CaseView) -> str | None:
    role = check.one("role", Role, _("Please choose our role."))
    return None if role is None or role == case.role else role.value


def _arrival(check: Checked, case: CaseView) -> Arrival | None:
    arrival = check.one("arrival", Arrival, _("Please choose how it came."))
    return None if arrival is case.arrival else arrival


def _subject(check: Checked, scene: Scene) -> Person | None:
    """The person with what was changed; what the form doesn't ask for stays."""
    old = _person(scene.details)
    email = check.text("email")
    if email and not ("@" in email.strip("@") and " " not in email):
        check.fault("email", _("That is not an e-mail address."))
    new = replace(old, name=check.text("name") or None, email=email or None)
    return None if new == old else new


def _ticket(check: Checked, case: CaseView) -> str | None:
    """Its number as it is kept; "" where it was taken away."""
    typed = check.text("ticket")
    number = as_ticket(typed)
    if typed and not number:
        check.fault("ticket", _("That is not a ticket's number."))
    return None if number == as_ticket(case.ticket or "") else number


def _not_theirs(check: Checked, case: CaseView, scene: Scene) -> str:
    """The number of a ticket that led to the case until now; what is kept of a later one is its mark alone."""
    typed = check.text("not_theirs")
    number = as_ticket(typed)
    led = scene.records.cases_of_tickets([number]) if number else ()
    if typed and case.reference not in [found.reference for found in led]:
        check.fault("not_theirs", _("That ticket does not lead to {reference}.", reference=case.reference))
    return number


def _rights(check: Checked, case: CaseView) -> tuple[Right, ...] | None:
    rights = check.several("rights", Right, which_request())
    ended = [request.right for request in case.requests if not request.open and request.right not in rights]
    if ended:
        check.fault("rights", _("Closed already, so it has to stay: {rights}.", rights=right_names(ended)))
    return None if set(rights) == {request.right for request in case.requests} else rights


def _person(details: Details | None) -> Person:
    return details.subject if details else Person()


def _laws(case: CaseView, scene: Scene) -> tuple[str, ...]:
    """The laws of the book, and those that the case has."""
    return tuple(dict.fromkeys([*case.regimes, *laws(scene.book)]))
