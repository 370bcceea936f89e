"""The rarer things that can be done with a case, shown to whoever asked for them."""

from bot.cases.actions import (
    AskForVerification,
    DecideWhose,
    DoWork,
    MergeInto,
    NoRequest,
    PauseOrResume,
    ReopenCase,
    SnoozeReminders,
    SplitOff,
    Verified,
)
from bot.cases.snapshot import CaseView
from bot.cases.words import Verification
from bot.conversation.card import Actions, Button, Card
from bot.wording import _


def more_card(case: CaseView, *, may_pause: bool) -> Card:
    """Buttons that would crowd the card of an open case.

    Args:
        may_pause: whether a law of the case lets a clock of it stand still.
    """
    about = {"case": case.reference, "seen": case.version}
    rare = [
        Button.of(_("Work to do …"), DoWork.of(**about)),
        Button.of(_("Whose data …"), DecideWhose.of(**about)),
        Button.of(_("Quiet the reminders …"), SnoozeReminders.of(**about)),
    ]
    if case.verification is Verification.NEEDED:
        rare.append(Button.of(_("Mark verified …"), Verified.of(**about)))
    elif case.verification in (Verification.ASKED, Verification.FAILED):
        rare.append(Button.of(_("Ask for verification …"), AskForVerification.of(**about)))
    if may_pause:
        rare.append(Button.of(_("Stop the clock …"), PauseOrResume.of(**about)))
    if len(case.open_requests) > 1:
        rare.append(Button.of(_("Split …"), SplitOff.of(**about)))
    if len(case.open_requests) < len(case.requests):
        rare.append(Button.of(_("Reopen …"), ReopenCase.of(**about)))
    rare.append(Button.of(_("Merge …"), MergeInto.of(**about)))
    rare.append(Button.of(_("Not a request …"), NoRequest.of(**about), "danger"))
    return Card.of(
        _("What else would you like to do?"), Actions.of(*rare[:4]), Actions.of(*rare[4:]), title=case.reference
    )
