"""A letter went out: its day is recorded, and what follows from it is done."""

from datetime import date

from bot.cases.actions import LetterSent
from bot.cases.commands import (
    Acknowledge,
    AskVerification,
    CaseCommand,
    CloseRequests,
    Extend,
    NoteWork,
    PauseClock,
    RecordLetter,
)
from bot.cases.naming import reason_name, right_names
from bot.cases.snapshot import CaseView, RequestView
from bot.cases.words import HELD, ONLY_HELD, Reason, Status, Verification
from bot.cases.worklist import FORWARD
from bot.conversation.card import Card, Text
from bot.conversation.form import Choice, ChoiceField, Form, FormField
from bot.conversation.scene import Handlers, Outcome, Scene, Values
from bot.errors import Stale
from bot.law.words import PauseReason
from bot.letters import LetterKind
from bot.letters.kinds import ASKING, letter_name
from bot.rights import Right
from bot.wording import _, say_date
from flows.triage.checked import Checked, day_field, first_day, team_case
from flows.triage.lawful import extendable
from flows.triage.waiting import stoppable

HANDLERS = Handlers()

_ENDS = {
    LetterKind.REDIRECT: Status.REDIRECTED,
    LetterKind.CLOSING: Status.EXPIRED,
    LetterKind.WITHDRAWN: Status.WITHDRAWN,
}
_PASSES_ON = frozenset({LetterKind.REDIRECT, LetterKind.REFUSAL, LetterKind.CLOSING})
PASSED_ON, NOT_YET = "yes", "not_yet"
_ONLY_THANKS = frozenset({LetterKind.MINOR_REPORT})  # the work begins with it


@HANDLERS.on_press(LetterSent)
def sent_form(action: LetterSent, scene: Scene) -> Outcome:
    case = team_case(scene)
    fields: list[FormField] = [day_field(_("When did it go out?"), scene.today)]
    if _to_forward(action, case):
        ours = case.role not in ONLY_HELD and _kind(action) is LetterKind.REDIRECT
        yes = _("Yes: our own part is still to do") if ours else _("Yes: close the case")
        fields.append(
            ChoiceField(
                name="forwarded",
                label=_("Was the request passed on to the customer?"),
                choices=(
                    Choice(value=PASSED_ON, label=yes),
                    Choice(value=NOT_YET, label=_("Not yet: keep it open, with that left to do")),
                ),
                hint=_("Who the customer is stands in the details."),
            )
        )
    form = Form.of(
        case.reference,
        action.model_copy(update={"seen": case.version}),
        *fields,
        submit=_("Save"),
        intro=(Text.of(letter_name(_kind(action)), small=True),),
    )
    return Outcome(form=form)


@HANDLERS.on_submit(LetterSent)
def sent(action: LetterSent, values: Values, scene: Scene) -> Outcome:
    case = team_case(scene)
    check = Checked(values)
    on = check.past_day("on", scene.today, first_day(case))
    kind, waiting = _kind(action), _to_forward(action, case)
    forwarded = check.code("forwarded", (PASSED_ON, NOT_YET), _("Please choose yes or no.")) if waiting else ""
    if check.errors:
        return Outcome(errors=check.errors)
    record = RecordLetter(case.reference, kind.value, action.language, on, action.written, seen=action.seen)
    if forwarded == NOT_YET:
        return Outcome(commands=(record,))
    passed_on = tuple(NoteWork(case.reference, r.right, (*r.done, FORWARD)) for r in waiting)
    moved, says = _moves(kind, action, case, scene, on)
    if kind is LetterKind.REDIRECT and case.open and case.role not in HELD:
        said = _(
            "{reference} stays open: on record the data are no customer's. If they are, decide so with “Whose data …”.",
            reference=case.reference,
        )
        says = (Card.of(said),)
    return Outcome(commands=(record, *passed_on, *_follows(kind, action, case, record, moved)), says=says)


def _to_forward(action: LetterSent, case: CaseView) -> tuple[RequestView, ...]:
    """The requests that the letter would end, and that the customer whose data they are does not have yet."""
    kind = _kind(action)
    ends = kind in _PASSES_ON or (kind.value in action.rights and kind not in _ONLY_THANKS)
    if not ends or case.role not in HELD:
        return ()
    return tuple(r for r in case.open_requests if r.right.value in action.rights and FORWARD not in r.done)


def _moves(
    kind: LetterKind, action: LetterSent, case: CaseView, scene: Scene, on: date
) -> tuple[tuple[Right, ...], tuple[Card, ...]]:
    """The requests whose clock the letter stops or extends on the day on which it went out, and a word about others.

    A letter that is out is recorded, also where the law no longer allows what it did when the letter was written.
    """
    if kind is LetterKind.EXTENSION:
        return _extends(action, case, scene, on)
    reason = ASKING.get(kind)
    if reason is None or (reason is PauseReason.IDENTITY and not _unproven(case)):
        return (), ()
    lawful = stoppable(case, scene, reason, on)
    meant = tuple(r.right for r in case.open_requests if r.right.value in action.waits and not r.waits_for(reason))
    runs_on = tuple(right for right in meant if right not in lawful)
    said = _(
        "The clock of “{rights}” was not stopped: on {day} no law lets it stand still. Please tell the person so.",
        rights=right_names(runs_on),
        day=say_date(on),
    )
    return tuple(right for right in meant if right in lawful), (Card.of(said),) if runs_on else ()


def _extends(action: LetterSent, case: CaseView, scene: Scene, on: date) -> tuple[tuple[Right, ...], tuple[Card, ...]]:
    possible = extendable(case, scene.policy, scene.book, on)
    meant = tuple(r.right for r in case.open_requests if r.right.value in action.rights and not r.extended)
    in_time = tuple(right for right in meant if action.extension in possible.get(right, ()))
    late = tuple(right for right in meant if right not in in_time)
    said = _(
        "“{rights}” has no more time: on {day} it was too late to tell the person, or no law gives more. "
        "Please tell them so.",
        rights=right_names(late),
        day=say_date(on),
    )
    return in_time, (Card.of(said),) if late else ()


def _unproven(case: CaseView) -> bool:
    return case.open and case.verification in (Verification.NEEDED, Verification.ASKED, Verification.FAILED)


def _follows(
    kind: LetterKind, action: LetterSent, case: CaseView, sent: RecordLetter, moved: tuple[Right, ...]
) -> tuple[CaseCommand, ...]:
    """What a letter does to its case once it is out, for the requests that it spoke of and that are open still.

    Without `seen`: the record of the letter has looked already.

    Args:
        moved: the requests whose clock the letter stops, or extends.
    """
    rights = tuple(r.right for r in case.open_requests if r.right.value in action.rights)
    if kind in (LetterKind.RECEIPT, LetterKind.COMPLAINT_RECEIPT):
        waiting = any(r.acknowledged_on is None for r in case.open_requests)
        return (Acknowledge(case.reference, sent.on),) if waiting else ()
    if kind is LetterKind.VERIFICATION:
        return (AskVerification(case.reference, sent.on, moved),) if _unproven(case) else ()
    if kind is LetterKind.CLARIFICATION:
        return tuple(PauseClock(case.reference, right, PauseReason.CLARIFICATION, sent.on) for right in moved)
    if not rights or kind in _ONLY_THANKS or (kind is LetterKind.REDIRECT and case.role not in ONLY_HELD):
        return ()
    if kind is LetterKind.EXTENSION:
        return tuple(Extend(case.reference, right, action.extension, sent.on, until=action.until) for right in moved)
    if kind is LetterKind.REFUSAL:
        told = _("Refused by letter: {reason}", reason=reason_name(Reason(action.reason)))
        return (CloseRequests(case.reference, rights, Status.DENIED, Reason(action.reason), told, on=sent.on),)
    if kind in _ENDS:
        return (CloseRequests(case.reference, rights, _ENDS[kind], on=sent.on),)
    return (CloseRequests(case.reference, rights, Status.FULFILLED, on=sent.on),) if kind.value in rights else ()


def _kind(action: LetterSent) -> LetterKind:
    try:
        return LetterKind(action.letter)
    except ValueError:
        raise Stale(_("This letter is no longer known. Please write it again.")) from None
