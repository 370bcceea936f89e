"""The buttons of a case. Their handlers stand in ``flows/triage``."""

from datetime import date

from bot.conversation.action import CaseAction


class Take(CaseAction, name="case.take"):
    """Make the presser its owner."""


class Give(CaseAction, name="case.give", opens_form=True):
    """Choose an owner."""


class AskForVerification(CaseAction, name="case.ask_verification", opens_form=True):
    """Record that the person was asked."""


class Verified(CaseAction, name="case.verified", opens_form=True):
    """Record the result of the check."""


class Acknowledged(CaseAction, name="case.acknowledged", opens_form=True):
    """Record that the acknowledgement was sent."""


class ExtendDate(CaseAction, name="case.extend", opens_form=True):
    """Extend, with reason and notice."""


class PauseOrResume(CaseAction, name="case.pause", opens_form=True):
    """Pause or resume the clock where the law knows it."""


class Close(CaseAction, name="case.close", opens_form=True):
    """Close with outcome and reason."""


class ReopenCase(CaseAction, name="case.reopen", opens_form=True):
    """Open again, with a reason."""


class NoRequest(CaseAction, name="case.not_a_request", opens_form=True):
    """Close as not a request, with a note."""


class Correct(CaseAction, name="case.correct", opens_form=True, looks=True):
    """Received date, law, role, person, kinds."""


class SplitOff(CaseAction, name="case.split", opens_form=True):
    """Move kinds into a case of their own."""


class MergeInto(CaseAction, name="case.merge", opens_form=True):
    """Close as a duplicate of another case."""


class ShowDetails(CaseAction, name="case.details", opens_form=True, looks=True):
    """Personal data, privately and audited."""


class DecideWhose(CaseAction, name="case.role", opens_form=True, looks=True):
    """Whose data they are: ours, or a customer's."""


class DoWork(CaseAction, name="case.work", opens_form=True):
    """Tick off what is done."""


class WriteLetter(CaseAction, name="case.letter", opens_form=True, looks=True):
    """Choose a letter; it is shown to the presser in private, ready to send."""


class LetterSent(CaseAction, name="case.letter_sent", opens_form=True):
    """Record the day on which a letter was sent, with what follows from it."""

    letter: str = "receipt"
    language: str = "en"
    rights: tuple[str, ...] = ()
    reason: str = ""
    extension: str = ""
    until: date | None = None
    waits: tuple[str, ...] = ()  # the requests whose clock stands still until the letter is answered
    written: str = ""  # the name of this very letter; of two buttons with one name only one is recorded


class SnoozeReminders(CaseAction, name="case.snooze", opens_form=True):
    """Quiet until a day, with a reason."""


class MoreActions(CaseAction, name="case.more"):
    """The rarer actions, which would crowd the card: said to the presser in private."""
