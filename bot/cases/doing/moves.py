"""Who may do what, and when: the rules of all commands as tables."""

from enum import Flag, auto

from bot.cases import commands as c
from bot.cases.matter import Matter
from bot.cases.words import Verification
from bot.cases.work import DESK, Work
from bot.errors import IllegalMove, NotAllowed
from bot.wording import _


class When(Flag):
    """The states of a case in which a command makes sense."""

    OPEN = auto()
    CLOSED = auto()
    ANY = OPEN | CLOSED


MOVES: dict[type[c.CaseCommand], When] = {
    c.TakeCase: When.OPEN,
    c.GiveCase: When.OPEN,
    c.AskVerification: When.OPEN,
    c.MarkVerified: When.OPEN,
    c.Acknowledge: When.OPEN,
    c.Extend: When.OPEN,
    c.PauseClock: When.OPEN,
    c.ResumeClock: When.OPEN,
    c.CloseRequests: When.OPEN,
    c.Reopen: When.ANY,  # of an open case: the requests that were closed last
    c.CorrectCase: When.OPEN,
    c.SplitCase: When.OPEN,
    c.MergeCase: When.OPEN,
    c.LookAtDetails: When.ANY,
    c.Snooze: When.OPEN,
    c.AddToCase: When.ANY,
    c.RecordLetter: When.ANY,
    c.NoteWork: When.OPEN,
    c.DecideRole: When.OPEN,
}

# From which state of verification the two commands about it may be given.
VERIFICATION_MOVES: dict[type[c.CaseCommand], frozenset[Verification]] = {
    c.AskVerification: frozenset({Verification.NEEDED, Verification.ASKED, Verification.FAILED}),
    c.MarkVerified: frozenset({Verification.NEEDED, Verification.ASKED, Verification.FAILED}),
}

FOR_COLLEAGUES: frozenset[type[c.Command]] = frozenset(
    {c.OpenCase, c.AddToCase, c.ReportBreach, c.PassToLegal, c.KeepExample}
)
ON_SCHEDULE: frozenset[type[c.Command]] = frozenset({c.CloseRequests})  # what the desk itself may do


def authorise(work: Work, command: c.Command) -> None:
    """Raises NotAllowed when the actor's role does not permit the command."""
    if work.actor.id == DESK.id:
        allowed = type(command) in ON_SCHEDULE
    elif work.actor.guest:
        raise NotAllowed(_("I am here for colleagues only; guests cannot do this. Nothing was changed."))
    else:
        allowed = work.by_team or type(command) in FOR_COLLEAGUES
    if not allowed:
        dpo = work.policy.contacts.dpo
        raise NotAllowed(
            _(
                "Only the privacy team can do this. Nothing was changed. If something is wrong, write to {dpo}.",
                dpo=dpo.email,
            )
        )


def legal(matter: Matter, command: c.CaseCommand) -> None:
    """Raises IllegalMove when the case is in a state in which the command makes no sense."""
    row = matter.row
    if (When.OPEN if row.closed_at is None else When.CLOSED) not in MOVES[type(command)]:
        raise IllegalMove(_("{reference} is closed. Reopen it first.", reference=row.reference))
    known = VERIFICATION_MOVES.get(type(command))
    if known is None or row.verification in known:
        return
    if row.verification is Verification.VERIFIED:
        raise IllegalMove(_("{reference} is verified already.", reference=row.reference))
    raise IllegalMove(
        _("Nobody needs to prove who they are for {reference}: the law asks for no check.", reference=row.reference)
    )
