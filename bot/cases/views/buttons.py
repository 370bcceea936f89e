"""The buttons of a case's card: the next steps first, the rarer ones behind "More"."""

from bot.cases.actions import (
    Acknowledged,
    AskForVerification,
    Close,
    Correct,
    ExtendDate,
    Give,
    MoreActions,
    PauseOrResume,
    ReopenCase,
    ShowDetails,
    Take,
    Verified,
    WriteLetter,
)
from bot.cases.snapshot import CaseView, RequestView
from bot.cases.words import Verification
from bot.conversation.card import Actions, Button
from bot.wording import _


def buttons(case: CaseView) -> tuple[Actions, ...]:
    """Rows of buttons; only what makes sense for the case as it is."""
    about = {"case": case.reference, "seen": case.version}
    details = Button.of(_("Details …"), ShowDetails.of(**about))
    if not case.open:
        letter = Button.of(_("Write to them …"), WriteLetter.of(**about))
        return (Actions.of(Button.of(_("Reopen …"), ReopenCase.of(**about)), letter, details),)
    next_steps, others = list[Button](), list[Button]()
    if case.owner is None:
        next_steps.append(Button.of(_("Take it"), Take.of(**about), "primary"))
    if case.verification is Verification.NEEDED:
        next_steps.append(Button.of(_("Ask for verification …"), AskForVerification.of(**about)))
    elif case.verification in (Verification.ASKED, Verification.FAILED):
        next_steps.append(Button.of(_("Mark verified …"), Verified.of(**about)))
    if any(r.acknowledged_on is None for r in case.open_requests):
        next_steps.append(Button.of(_("Acknowledgement sent …"), Acknowledged.of(**about)))
    if any(r.paused for r in case.open_requests):
        next_steps.append(Button.of(_("Start the clock again …"), PauseOrResume.of(**about)))
    next_steps.append(Button.of(_("Write to them …"), WriteLetter.of(**about)))
    next_steps.append(Button.of(_("Close …"), Close.of(**about)))
    if any(extendable(r) for r in case.open_requests):
        others.append(Button.of(_("Extend …"), ExtendDate.of(**about)))
    others.append(Button.of(_("Give to …"), Give.of(**about)))
    others.append(Button.of(_("Correct …"), Correct.of(**about)))
    others.append(details)
    others.append(Button.of(_("More"), MoreActions.of(**about)))
    return Actions.of(*next_steps), Actions.of(*others)


def extendable(request: RequestView) -> bool:
    """Whether there is a legal date that was not extended yet; the law has the last word."""
    return request.open and not request.extended and request.safe_due is not None
