"""Whether the clock stands still while the person is asked something: where the law knows it, the team decides."""

from bot.cases.naming import pause_name
from bot.cases.snapshot import CaseView
from bot.conversation.form import Choice, ChoiceField
from bot.conversation.scene import Values
from bot.law.book import LawBook
from bot.law.words import PauseReason
from bot.rights import Right
from bot.wording import _
from flows.triage.checked import Checked
from flows.triage.lawful import pause_reasons

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


def stoppable(case: CaseView, book: LawBook, reason: PauseReason) -> tuple[Right, ...]:
    """The open requests whose law lets the clock stand still for this, and that do not wait for it already."""
    proving = reason is PauseReason.IDENTITY
    return tuple(
        request.right
        for request in case.open_requests
        if reason in pause_reasons(request, book)
        and (request.needs_proof or not proving)
        and not request.waits_for(reason)
    )


def waits(values: Values, check: Checked, rights: tuple[Right, ...], reason: PauseReason) -> tuple[Right, ...]:
    """The requests that are to wait: none unless it was chosen. A fault where no law lets any of them wait.

    Args:
        rights: those that may wait.
    """
    if values.text(FIELD) != YES:
        return ()
    if not rights:
        check.fault(FIELD, _("No law lets the clock stand still here because {why}.", why=pause_name(reason)))
    return rights
