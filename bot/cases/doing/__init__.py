"""Commands are the only way in which a case changes: one function each, all run by `do`."""

from collections.abc import Callable
from typing import Any

from bot.cases import audit
from bot.cases import commands as c
from bot.cases.colleagues import remember
from bot.cases.doing import (
    adding,
    alarming,
    clocking,
    closing,
    correcting,
    looking,
    opening,
    owning,
    relating,
    telling,
    verifying,
    writing,
)
from bot.cases.doing.moves import authorise, legal
from bot.cases.doing.numbering import lock_counter
from bot.cases.matter import Matter, fetch
from bot.cases.work import Work
from bot.errors import Refused, Stale
from bot.examples import shelf
from bot.wording import _

_FREE: dict[type[c.Command], Callable[[Work, Any], c.Done]] = {
    c.OpenCase: opening.open_case,
    c.ReportBreach: alarming.report_breach,
    c.PassToLegal: alarming.pass_to_legal,
    c.KeepExample: shelf.keep,
}
_ON_CASE: dict[type[c.CaseCommand], Callable[[Work, Matter, Any], c.Done]] = {
    c.TakeCase: owning.take,
    c.GiveCase: owning.give,
    c.AskVerification: verifying.ask_verification,
    c.MarkVerified: verifying.mark_verified,
    c.Acknowledge: verifying.acknowledge,
    c.Extend: clocking.extend,
    c.PauseClock: clocking.pause,
    c.ResumeClock: clocking.resume,
    c.Snooze: clocking.snooze,
    c.CloseRequests: closing.close,
    c.Reopen: closing.reopen,
    c.CorrectCase: correcting.correct,
    c.SplitCase: relating.split,
    c.MergeCase: relating.merge,
    c.LookAtDetails: looking.look,
    c.AddToCase: adding.add_to_case,
    c.RecordLetter: writing.record_letter,
    c.NoteWork: writing.note_work,
    c.DecideRole: correcting.decide_role,
}
_LOOKING = (c.LookAtDetails,)  # these leave the case as it is
_NUMBERING = (c.SplitCase,)  # these lock the counter before the case, as `OpenCase` does: no two wait for each other


def do(work: Work, command: c.Command) -> c.Done:
    """Run one command inside the transaction of `work`; what is to be said is left in ``work.events``.

    Raises:
        NotAllowed: the actor's role does not permit it.
        Stale: the case has changed since the actor saw it.
        IllegalMove: it makes no sense in the state that the case is in.
        Refused: something is missing or cannot be; the text says what to do.
    """
    authorise(work, command)
    remember(work, work.actor)
    if not isinstance(command, c.CaseCommand):
        return _FREE[type(command)](work, command)
    if isinstance(command, _NUMBERING):
        lock_counter(work)
    matter = fetch(work, command.case)
    if matter is None:
        raise Refused(_("There is no case {reference}.", reference=command.case.strip().upper()[:20]))
    _as_seen(work, matter, command)
    legal(matter, command)
    done = _ON_CASE[type(command)](work, matter, command)
    if not isinstance(command, _LOOKING):
        matter.row.version += 1
        work.session.add(matter.row)
        telling.changed(work, matter.id)
    work.session.flush()
    return done


def _as_seen(work: Work, matter: Matter, command: c.CaseCommand) -> None:
    if not command.seen or command.seen == matter.row.version:
        return
    what = audit.what_changed(work, matter.id, command.seen) or _("something came in")
    raise Stale(_("{reference} changed meanwhile: {what}. Please look again.", reference=matter.reference, what=what))
