"""A letter went out: its day is recorded, and what follows from it is done."""

from bot.cases.actions import LetterSent
from bot.cases.commands import Acknowledge, AskVerification, CaseCommand, CloseRequests, Extend, RecordLetter
from bot.cases.naming import reason_name
from bot.cases.snapshot import CaseView
from bot.cases.words import Reason, Status, Verification
from bot.conversation.card import Text
from bot.conversation.form import Form
from bot.conversation.scene import Handlers, Outcome, Scene, Values
from bot.errors import Stale
from bot.letters import LetterKind
from bot.letters.kinds import letter_name
from bot.wording import _
from flows.triage.checked import Checked, day_field, first_day, team_case

HANDLERS = Handlers()

_ENDS = {
    LetterKind.REDIRECT: Status.REDIRECTED,
    LetterKind.CLOSING: Status.EXPIRED,
    LetterKind.WITHDRAWN: Status.WITHDRAWN,
}
_ONLY_THANKS = frozenset({LetterKind.MINOR_REPORT})  # the work begins with it


@HANDLERS.on_press(LetterSent)
def sent_form(action: LetterSent, scene: Scene) -> Outcome:
    case = team_case(scene)
    form = Form.of(
        case.reference,
        action.model_copy(update={"seen": case.version}),
        day_field(_("When did it go out?"), scene.today),
        submit=_("Save"),
        intro=(Text.of(letter_name(_kind(action)), small=True),),
    )
    return Outcome(form=form)


@HANDLERS.on_submit(LetterSent)
def sent(action: LetterSent, values: Values, scene: Scene) -> Outcome:
    case = team_case(scene)
    check = Checked(values)
    on = check.past_day("on", scene.today, first_day(case))
    if check.errors:
        return Outcome(errors=check.errors)
    kind = _kind(action)
    record = RecordLetter(case.reference, kind.value, action.language, on, seen=action.seen)
    return Outcome(commands=(record, *_follows(kind, action, case, record)))


def _follows(kind: LetterKind, action: LetterSent, case: CaseView, sent: RecordLetter) -> tuple[CaseCommand, ...]:
    """What a letter does to its case once it is out, for the requests that it spoke of and that are open still.

    Without `seen`: the record of the letter has looked already.
    """
    rights = tuple(r.right for r in case.open_requests if r.right.value in action.rights)
    if kind in (LetterKind.RECEIPT, LetterKind.COMPLAINT_RECEIPT):
        waiting = any(r.acknowledged_on is None for r in case.open_requests)
        return (Acknowledge(case.reference, sent.on),) if waiting else ()
    if kind is LetterKind.VERIFICATION:
        asks = case.open and case.verification in (Verification.NEEDED, Verification.ASKED, Verification.FAILED)
        return (AskVerification(case.reference, sent.on),) if asks else ()
    if not rights or kind in _ONLY_THANKS:
        return ()
    if kind is LetterKind.EXTENSION:
        return tuple(
            Extend(case.reference, right, action.extension, sent.on, until=action.until)
            for right in rights
            if not next(r for r in case.open_requests if r.right is right).extended
        )
    if kind is LetterKind.REFUSAL:
        told = _("Refused by letter: {reason}", reason=reason_name(Reason(action.reason)))
        return (CloseRequests(case.reference, rights, Status.DENIED, Reason(action.reason), told),)
    if kind in _ENDS:
        return (CloseRequests(case.reference, rights, _ENDS[kind]),)
    return (CloseRequests(case.reference, rights, Status.FULFILLED),) if kind.value in rights else ()


def _kind(action: LetterSent) -> LetterKind:
    try:
        return LetterKind(action.letter)
    except ValueError:
        raise Stale(_("This letter is no longer known. Please write it again.")) from None
