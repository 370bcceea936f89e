"""Whether the clock stands still while the person is asked something: where the law knows it, the team decides."""

from datetime import date

from bot.cases.given import clock_input, with_extension
from bot.cases.naming import pause_name
from bot.cases.snapshot import CaseView, RequestView
from bot.conversation.form import Choice, ChoiceField
from bot.conversation.scene import Scene, Values
from bot.law.clock import compute
from bot.law.rules import may_pause
from bot.law.words import PauseReason
from bot.rights import Right
from bot.wording import _, say_date
from flows.triage.checked import Checked

FIELD, YES, NO = "pause", "yes", "no"


def wait_field(*, letter: bool = False) -> ChoiceField:
    """The choice whether it does. Args: letter: among letters that ask, and others that don't."""
    doubt = _("Yes: we have a real doubt and asked without delay")
    either = _("Yes: we really doubt who asks, or hold a great deal about them")
    return ChoiceField(
        name=FIELD,
        label=_("Does the clock stand still until they answer?"),
        choices=(
            Choice(value=NO, label=_("No, it runs on")),
            Choice(value=YES, label=either if letter else doubt),
        ),
        value=(NO,),
        hint=_("Only for a letter that asks them something.") if letter else "",
    )


def stoppable(case: CaseView, scene: Scene, reason: PauseReason, on: date | None = None) -> tuple[Right, ...]:
    """The open requests whose law lets the clock stand still for this, and that do not wait for it already.

    Args:
        on: the day on which the person is asked, not before the request came in nor after its legal date; None: any.
    """
    proving = reason is PauseReason.IDENTITY
    return tuple(
        request.right
        for request in case.open_requests
        if (request.needs_proof or not proving)
        and not request.waits_for(reason)
        and any(_stops(case, request, law, scene, reason, on) for law in request.regimes)
    )


def waits(
    values: Values,
    check: Checked,
    rights: tuple[Right, ...],
    case: CaseView,
    scene: Scene,
    reason: PauseReason,
    on: date,
) -> tuple[Right, ...]:
    """The requests that are to wait: none unless it was chosen. A fault where no law lets any of them wait.

    Args:
        rights: those that may wait, where their law lets them.
        on: the day on which the person is asked.
    """
    if values.text(FIELD) != YES:
        return ()
    found = tuple(right for right in stoppable(case, scene, reason, on) if right in rights)
    if not found and any(right in rights for right in stoppable(case, scene, reason)):
        no_longer = _(
            "No law lets the clock stand still on {day}: the request was not in yet, or its legal date has passed.",
            day=say_date(on),
        )
        check.fault(FIELD, no_longer)
    elif not found:
        check.fault(FIELD, _("No law lets the clock stand still here because {why}.", why=pause_name(reason)))
    return found


def _stops(case: CaseView, request: RequestView, law: str, scene: Scene, reason: PauseReason, on: date | None) -> bool:
    given = with_extension(clock_input(case, request, law, scene.policy), request.extension, scene.book)
    dates = compute(given, scene.book)
    return may_pause(scene.book, law, request.right, reason, on or dates.receipt_date, dates) is None
