"""Letters to the person: chosen in a form, shown in private, sent by a colleague, recorded with what follows."""

from urllib.parse import quote

from bot.cases.actions import LetterSent, WriteLetter
from bot.cases.commands import (
    Acknowledge,
    AskVerification,
    CaseCommand,
    CloseRequests,
    Extend,
    RecordLetter,
)
from bot.cases.naming import extension_name, reason_name
from bot.cases.snapshot import CaseView, Details
from bot.cases.words import Reason, Status, Verification
from bot.conversation.card import Actions, Button, Card, Facts, Link, Text
from bot.conversation.form import Choice, ChoiceField, DateField, Form, FormField, TextField
from bot.conversation.scene import Handlers, Outcome, Scene, Values
from bot.errors import Refused, Stale
from bot.letters import LANGUAGES, Letter, LetterKind, Own, compose, offered
from bot.letters.kinds import letter_name
from bot.rights import Right
from bot.wording import _, later
from flows.triage.checked import Checked, choices, coded, day_field, first_day, team_case
from flows.triage.lawful import extension_reasons

HANDLERS = Handlers()

LONGEST_LINK = 1900  # characters: what mail programs and chat platforms both take
_LANGUAGES = {
    "en": later("English"),
    "nl": later("Dutch"),
    "de": later("German"),
    "fr": later("French"),
    "es": later("Spanish"),
}
_DELIVERY = {
    "electronic": later("Through a secure link"),
    "account": later("To the address of their account"),
    "post": later("By post"),
}
# Reasons that a refusal can give; the others are ends of their own.
REASONS = (
    Reason.INSUF_VERIFICATION,
    Reason.UNVERIFIED_AUTHORITY,
    Reason.NO_MATCH,
    Reason.CLAIM_NOT_COVERED,
    Reason.OUTSIDE_JURISDICTION,
    Reason.TOO_MANY_REQUESTS,
    Reason.MANIFESTLY_UNFOUNDED,
    Reason.SUSPECTED_FRAUD,
    Reason.OTHER,
)
_ENDS = {
    LetterKind.REDIRECT: Status.REDIRECTED,
    LetterKind.CLOSING: Status.EXPIRED,
    LetterKind.WITHDRAWN: Status.WITHDRAWN,
}


@HANDLERS.on_press(WriteLetter)
def choose_form(_action: WriteLetter, scene: Scene) -> Outcome:
    case = team_case(scene)
    _details(scene)
    letters = offered(case)
    extensions = {code: extension_name(code) for r in case.requests for code in extension_reasons(r, scene.book)}
    fields: list[FormField] = [
        ChoiceField(name="letter", label=_("Which letter?"), choices=choices(letters, letter_name), value=letters[:1]),
        _language_field(case),
        ChoiceField(
            name="reason",
            label=_("Why is it refused?"),
            choices=choices(REASONS, reason_name),
            required=False,
            hint=_("Only for a refusal."),
        ),
        ChoiceField(
            name="delivery",
            label=_("How do they get their copy?"),
            choices=coded({code: _(said) for code, said in _DELIVERY.items()}),
            value=("account" if scene.details and scene.details.subject.account else "electronic",),
            hint=_("Never here in the chat, never to an address that was only typed in."),
        ),
        TextField(
            name="own",
            label=_("Your own words"),
            required=False,
            long=True,
            max_length=2000,
            hint=_("In the letter's language: what was found, decided, or is to be added."),
        ),
    ]
    if extensions:
        more = ChoiceField(
            name="extension",
            label=_("Why is more time needed?"),
            choices=coded(extensions),
            required=False,
            hint=_("Only for a letter that says so."),
        )
        until = DateField(
            name="until", label=_("Until when?"), required=False, hint=_("Empty: as long as the law allows.")
        )
        fields[3:3] = [more, until]
    intro = _("Nothing is sent: the letter is shown to you alone. You send it, and record the day.")
    form = Form.of(
        case.reference,
        WriteLetter(case=case.reference, seen=case.version),
        *fields,
        submit=_("Write"),
        intro=(Text.of(intro, small=True),),
    )
    return Outcome(form=form)


@HANDLERS.on_submit(WriteLetter)
def write(_action: WriteLetter, values: Values, scene: Scene) -> Outcome:
    case, details = team_case(scene), _details(scene)
    check = Checked(values)
    kind = check.one("letter", LetterKind, _("Please choose a letter."))
    language = check.code("language", LANGUAGES, _("Please choose a language."))
    if check.errors or kind is None:
        return Outcome(errors=check.errors)
    words = check.text("own")
    explains = kind in (LetterKind.REFUSAL, LetterKind.COMPLAINT, LetterKind.APPEAL)
    own = Own(
        explanation=words if explains else "",
        note="" if explains else words,
        reason=check.maybe("reason", REASONS) if kind is LetterKind.REFUSAL else None,
        extension=values.text("extension"),
        until=values.date("until"),
        delivery=values.text("delivery") if values.text("delivery") in _DELIVERY else "electronic",
    )
    try:
        letter = compose(kind, case, details, scene.policy, scene.book, today=scene.today, own=own, language=language)
    except Refused as missing:
        field = {LetterKind.REFUSAL: "reason", LetterKind.EXTENSION: "extension"}.get(kind, "own")
        return Outcome(errors={field: str(missing)})
    return Outcome(says=(_card(letter, case, details, own),))


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
    """What a letter does to its case once it is out. Without `seen`: the record of the letter has looked already."""
    chosen = tuple(Right(name) for name in action.rights)
    rights = tuple(r.right for r in case.open_requests if not chosen or r.right in chosen)
    if not rights:
        return ()
    if kind in (LetterKind.RECEIPT, LetterKind.COMPLAINT_RECEIPT):
        waiting = any(r.acknowledged_on is None for r in case.open_requests)
        return (Acknowledge(case.reference, sent.on),) if waiting else ()
    if kind is LetterKind.VERIFICATION:
        asks = case.verification in (Verification.NEEDED, Verification.ASKED, Verification.FAILED)
        return (AskVerification(case.reference, sent.on),) if asks else ()
    if kind is LetterKind.EXTENSION:
        return tuple(
            Extend(case.reference, r.right, action.extension, sent.on)
            for r in case.open_requests
            if r.right in rights and not r.extended and r.safe_due is not None
        )
    if kind is LetterKind.REFUSAL:
        told = _("Refused by letter: {reason}", reason=reason_name(Reason(action.reason)))
        return (CloseRequests(case.reference, rights, Status.DENIED, Reason(action.reason), told),)
    if kind in _ENDS:
        return (CloseRequests(case.reference, rights, _ENDS[kind]),)
    if kind.value in rights:
        return (CloseRequests(case.reference, (Right(kind.value),), Status.FULFILLED),)
    return ()


def _card(letter: Letter, case: CaseView, details: Details, own: Own) -> Card:
    """The letter as it can be copied, with the way into a mail program and the button that records it."""
    writer = details.representative or details.subject
    to = writer.email or ""
    lines = [_("Copy it, or open it in your mail program. It goes to the address on record, not to one typed in.")]
    if letter.instead_of:
        lines.append(_("We have no letters in the requester's language, so it is in English."))
    facts = [(_("To"), to or _("no address is on record")), (_("Subject"), letter.subject)]
    about = {
        "case": case.reference,
        "letter": letter.kind.value,
        "language": letter.language,
        "rights": tuple(right.value for right in own.rights),
        "reason": own.reason.value if own.reason else "",
        "extension": own.extension,
    }
    return Card(
        title=f"{case.reference}: {letter_name(letter.kind)}",
        blocks=(
            *(Text.of(line, small=True) for line in lines),
            Facts.of(*facts),
            *(Text.of(paragraph) for paragraph in letter.body.split("\n\n")),
            Text.of(Link(text=_("Open in your mail program"), url=_mail_link(letter, to))),
            Actions.of(Button.of(_("I have sent it …"), LetterSent.of(**about), "primary")),
        ),
    )


def _mail_link(letter: Letter, to: str) -> str:
    """A link that opens a mail program; a long letter is pasted there, for no program takes it whole."""
    start = f"mailto:{quote(to, safe='@')}?subject={quote(letter.subject)}"
    whole = f"{start}&body={quote(letter.body)}"
    return whole if len(whole) <= LONGEST_LINK else start


def _language_field(case: CaseView) -> ChoiceField:
    known = case.language in LANGUAGES
    return ChoiceField(
        name="language",
        label=_("In which language?"),
        choices=tuple(Choice(value=code, label=_(_LANGUAGES[code])) for code in LANGUAGES),
        value=(case.language if known else "en",),
        hint="" if known else _("The requester writes another language, for which we have no letters."),
    )


def _kind(action: LetterSent) -> LetterKind:
    try:
        return LetterKind(action.letter)
    except ValueError:
        raise Stale(_("This letter is no longer known. Please write it again.")) from None


def _details(scene: Scene) -> Details:
    case = team_case(scene)
    if scene.details is None:
        raise Stale(_("The details of {reference} are no longer kept.", reference=case.reference))
    return scene.details
