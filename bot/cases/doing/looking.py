"""Looking at the personal side of a case."""

from bot.cases import audit
from bot.cases.commands import Done, LookAtDetails
from bot.cases.matter import Matter
from bot.cases.words import AuditCode
from bot.cases.work import Work
from bot.wording import _


def look(work: Work, matter: Matter, _command: LookAtDetails) -> Done:
    """The look is on record before anything is shown; the case itself does not change by it."""
    audit.note(work, AuditCode.DETAILS_SEEN, matter.id)
    return Done(matter.reference, _("Noted that you looked at the details."))
