"""A case and other cases: split requests off, merge with the case that goes on."""

import re

from bot.cases.actions import MergeInto, SplitOff
from bot.cases.commands import MergeCase, SplitCase
from bot.cases.snapshot import CaseView
from bot.conversation.card import Text
from bot.conversation.form import Form, TextField
from bot.conversation.scene import Handlers, Outcome, Scene, Values
from bot.errors import IllegalMove
from bot.wording import _
from flows.triage.checked import Checked, open_case, right_field, say_why, which_request, why_field

HANDLERS = Handlers()
_REFERENCE = re.compile(r"[A-Z]{2,5}-\d{4}-\d{4,}")


@HANDLERS.on_press(SplitOff)
def split_form(_action: SplitOff, scene: Scene) -> Outcome:
    case = _splittable(scene)
    several = right_field(
        (r.right for r in case.open_requests), several=True, label=_("Which requests get a case of their own?")
    )
    form = Form.of(
        case.reference,
        SplitOff(case=case.reference, seen=case.version),
        several.model_copy(update={"value": ()}),
        why_field(),
        submit=_("Split"),
        intro=(Text.of(_("For another person, or where our role is another. The dates stay."), small=True),),
    )
    return Outcome(form=form)


@HANDLERS.on_submit(SplitOff)
def split(action: SplitOff, values: Values, scene: Scene) -> Outcome:
    case = _splittable(scene)
    check = Checked(values)
    rights = check.several("rights", [r.right for r in case.open_requests], which_request())
    why = check.text("why", say_why())
    if len(rights) == len(case.requests):
        check.fault("rights", _("One request at least has to stay."))
    if check.errors:
        return Outcome(errors=check.errors)
    return Outcome(commands=(SplitCase(case.reference, rights, why, seen=action.seen),))


@HANDLERS.on_press(MergeInto)
def merge_form(_action: MergeInto, scene: Scene) -> Outcome:
    case = open_case(scene)
    form = Form.of(
        case.reference,
        MergeInto(case=case.reference, seen=case.version),
        TextField(
            name="into", label=_("Which case goes on?"), max_length=20, hint=_("Its reference, like DSR-2026-0042.")
        ),
        why_field(),
        submit=_("Merge"),
        intro=(Text.of(_("{reference} is closed as its duplicate.", reference=case.reference), small=True),),
    )
    return Outcome(form=form)


@HANDLERS.on_submit(MergeInto)
def merge(action: MergeInto, values: Values, scene: Scene) -> Outcome:
    case = open_case(scene)
    check = Checked(values)
    into = _reference_of(check.text("into", _("Please name the case that goes on.")), scene)
    why = check.text("why", say_why())
    if into and not check.errors.get("into"):
        _check_other(check, into, case, scene)
    if check.errors:
        return Outcome(errors=check.errors)
    return Outcome(commands=(MergeCase(case.reference, into, why, seen=action.seen),))


def _reference_of(named: str, scene: Scene) -> str:
    """The reference of a case that is named by its last digits, as the team calls it; else what was typed."""
    found = scene.records.found_by(named.strip("# ")) if named.strip("# ").isdecimal() else ()
    return found[0].reference if len(found) == 1 else named.upper()


def _check_other(check: Checked, into: str, case: CaseView, scene: Scene) -> None:
    if not _REFERENCE.fullmatch(into):
        check.fault("into", _("A reference looks like DSR-2026-0042."))
        return
    if into == case.reference:
        check.fault("into", _("That is this case itself."))
        return
    other = scene.records.case(into)
    if other is None:
        check.fault("into", _("There is no case {reference}.", reference=into))
    elif not other.open:
        check.fault("into", _("{reference} is closed. Reopen it first.", reference=into))


def _splittable(scene: Scene) -> CaseView:
    case = open_case(scene)
    if len(case.requests) < 2:
        raise IllegalMove(_("{reference} has one request only: there is nothing to split.", reference=case.reference))
    return case
