"""Letters to the person: chosen in a form, shown in private, sent by a colleague, recorded with what follows."""

import json
from itertools import accumulate
from urllib.parse import quote

from bot.cases.actions import LetterSent, WriteLetter
from bot.cases.naming import extension_name, reason_name
from bot.cases.proof import grounds, say_unasked, say_unproven, unproven
from bot.cases.snapshot import CaseView, Details
from bot.cases.words import Arrival
from bot.conversation.card import Actions, Block, Button, Card, Facts, Link, Text
from bot.conversation.fitting import pieces
from bot.conversation.form import Choice, ChoiceField, DateField, Form, FormField, TextField
from bot.conversation.scene import Handlers, Outcome, Scene, Values
from bot.errors import Refused, Stale
from bot.letters import LANGUAGES, Letter, LetterKind, Own, WrongDay, compose, offered
from bot.letters.facts import EXPLAINED
from bot.letters.file import GOOD_FOR, LetterFile, draft, page
from bot.letters.kinds import ASKING, letter_name
from bot.rights import Right
from bot.wording import _, later
from flows.triage.checked import REFUSALS, Checked, choices, coded, right_field, team_case, which_request
from flows.triage.lawful import extendable
from flows.triage.waiting import stoppable, wait_field, waits

HANDLERS = Handlers()

MOST_PARAGRAPHS = 30  # on a card, each as a text of its own
LONGEST_PART = 2500  # characters of one text on a card
LONGEST_SHOWN = 9000  # of all of them
LARGEST_SHOWN = 20_000  # bytes as JSON of all of them: with links and buttons all platforms take a card of that size
_LINE = 100  # bytes around each line of a text, where it is an element of its own
LONGEST_LINK = 1900  # characters: what mail programs and chat platforms both take
_LANGUAGES = {
    "en": later("English"),
    "nl": later("Dutch"),
    "de": later("German"),
    "fr": later("French"),
    "es": later("Spanish"),
    "it": later("Italian"),
    "pt": later("Portuguese"),
    "pl": later("Polish"),
}
_DELIVERY = {
    "electronic": later("Through a secure link"),
    "account": later("To the address of their account"),
    "post": later("By post"),
}


@HANDLERS.on_press(WriteLetter)
def choose_form(_action: WriteLetter, scene: Scene) -> Outcome:
    case = team_case(scene)
    details = _details(case, scene)
    possible = extendable(case, scene.policy, scene.book, scene.today)
    extensions = {code: extension_name(code) for codes in possible.values() for code in codes}
    letters = offered(case, extendable=bool(extensions))
    fields: list[FormField] = [
        ChoiceField(name="letter", label=_("Which letter?"), choices=choices(letters, letter_name), value=letters[:1]),
        _language_field(case),
        ChoiceField(
            name="reason",
            label=_("Why is it refused?"),
            choices=choices(grounds(REFUSALS, case.verification, case.open_requests or case.requests), reason_name),
            required=False,
            hint=_("Only for a refusal."),
        ),
        ChoiceField(
            name="delivery",
            label=_("How do they get their copy?"),
            choices=coded({code: _(said) for code, said in _DELIVERY.items()}),
            value=("account" if details.subject.account else "electronic",),
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
    if LetterKind.REFUSAL not in letters:  # what a customer decides over is neither refused nor sent by us
        fields = [field for field in fields if field.name not in ("reason", "delivery")]
    if any(stoppable(case, scene, reason, scene.today) for reason in ASKING.values()):
        fields.insert(2, wait_field(letter=True))
    if len(case.open_requests) > 1:
        which = right_field((r.right for r in case.open_requests), several=True, label=_("Which requests is it about?"))
        fields.insert(1, which)
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
    case = team_case(scene)
    details = _details(case, scene)
    check = Checked(values)
    kind = check.one("letter", LetterKind, _("Please choose a letter."))
    language = check.code("language", LANGUAGES, _("Please choose a language."))
    if check.errors or kind is None:
        return Outcome(errors=check.errors)
    rights = _rights(kind, check, case, scene)
    _provable(kind, check, case)
    if kind is LetterKind.CLOSING and not case.person_asked:
        check.fault("letter", say_unasked())
    waiting = _waiting(kind, check, values, rights, case, scene)
    if check.errors:
        return Outcome(errors=check.errors)
    words = check.text("own")
    explains = kind in (LetterKind.REFUSAL, *EXPLAINED)
    extends = kind is LetterKind.EXTENSION
    own = Own(
        rights=rights,
        explanation=words if explains else "",
        note="" if explains else words,
        reason=check.maybe("reason", REFUSALS) if kind is LetterKind.REFUSAL else None,
        extension=values.text("extension") if extends else "",
        until=values.date("until") if extends else None,
        waits=waiting,
        delivery=values.text("delivery") if values.text("delivery") in _DELIVERY else "electronic",
    )
    try:
        letter = compose(kind, case, details, scene.policy, scene.book, today=scene.today, own=own, language=language)
    except WrongDay as fault:
        return Outcome(errors={"until": str(fault)})
    except Refused as missing:
        field = {LetterKind.REFUSAL: "reason", LetterKind.EXTENSION: "extension"}.get(kind, "own")
        return Outcome(errors={field: str(missing)})
    to = (details.representative or details.subject).email or ""
    by_mail = bool(to) and case.arrival is not Arrival.POST
    file = draft(letter, to, case.reference) if by_mail else page(letter, case.reference)
    return Outcome(says=(_card(letter, case, details, to, own, scene, _fetched(file, scene)),), file=file)


def _rights(kind: LetterKind, check: Checked, case: CaseView, scene: Scene) -> tuple[Right, ...]:
    """The requests that the letter speaks of: those that were chosen, and that it can speak of."""
    open_ones = tuple(r.right for r in case.open_requests)
    chosen = check.several("rights", open_ones, which_request()) if len(open_ones) > 1 else open_ones
    if kind.value in set(Right):
        return (Right(kind.value),)
    if kind is not LetterKind.EXTENSION:
        return chosen
    possible = tuple(right for right in extendable(case, scene.policy, scene.book, scene.today) if right in chosen)
    if not possible:
        check.fault(
            "letter",
            _("None of these can be extended: it was done already, it is too late, or the law allows none."),
        )
    return possible


def _waiting(
    kind: LetterKind, check: Checked, values: Values, rights: tuple[Right, ...], case: CaseView, scene: Scene
) -> tuple[Right, ...]:
    """The requests that wait for the answer to the letter, of those that it speaks of."""
    if kind not in ASKING:
        return ()
    return waits(values, check, rights, case, scene, ASKING[kind], scene.today)


def _provable(kind: LetterKind, check: Checked, case: CaseView) -> None:
    """A letter that says that it is done is not written before we know who asks."""
    waiting = unproven(case.verification, (r for r in case.open_requests if r.right.value == kind.value))
    if waiting:
        check.fault("letter", say_unproven(waiting))


def _card(
    letter: Letter, case: CaseView, details: Details, to: str, own: Own, scene: Scene, fetched: tuple[Block, ...]
) -> Card:
    """The letter as it can be copied, with the ways into a mail program and the button that records it."""
    lines = [_("Copy it, or open it in your mail program."), *_where_from(to, details)]
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
        "until": own.until,
        "waits": tuple(right.value for right in own.waits),
        "written": scene.turn,
    }
    return Card(
        title=f"{case.reference}: {letter_name(letter.kind)}",
        blocks=(
            *(Text.of(line, small=True) for line in lines),
            Facts.of(*facts),
            *(Text.of(part) for part in _parts(letter.body)),
            Text.of(Link(text=_("Open in your mail program"), url=_mail_link(letter, to))),
            *fetched,
            Actions.of(Button.of(_("I have sent it …"), LetterSent.of(**about), "primary")),
        ),
    )


def _where_from(to: str, details: Details) -> tuple[str, ...]:
    """Where the address comes from, as far as the record tells; nothing of it is proved by that."""
    if not to:
        return ()
    if to.casefold() in details.text.casefold():
        return (_("The address is the one in the message: make sure that it is the person's."),)
    return (_("The address does not stand in the message's words: make sure that it is the person's."),)


def _fetched(file: LetterFile, scene: Scene) -> tuple[Block, ...]:
    """The way to the letter as a file, where browsers reach the desk."""
    if scene.file_link is None:
        return ()
    as_mail = _("Download it as a draft for your mail program")
    said = as_mail if file.media_type == "message/rfc822" else _("Download it to print")
    minutes = int(GOOD_FOR.total_seconds() // 60)
    note = _(
        "This link works for {minutes} minutes, for whoever has it: keep it to yourself. Downloading sends nothing.",
        minutes=minutes,
    )
    return (Text.of(Link(text=said, url=scene.file_link)), Text.of(note, small=True))


def _parts(body: str) -> list[str]:
    """The letter in as many pieces as fit on a card: paragraphs, or several at once where there are many or long ones.

    Of a letter that is longer than any chat shows, the beginning.
    """
    most = min(LONGEST_SHOWN, sum(size <= LARGEST_SHOWN for size in accumulate(map(_size, body))))
    if len(body) <= most:
        shown = body
    else:
        shown = f"{body[:most].rstrip()} …\n\n[{_('It is too long to be shown whole here.')}]"
    paragraphs = shown.split("\n\n")
    if len(paragraphs) <= MOST_PARAGRAPHS and max(map(len, paragraphs)) <= LONGEST_PART:
        return paragraphs
    return list(pieces(shown, LONGEST_PART))


def _size(char: str) -> int:
    """The bytes that a character takes on a card."""
    return _LINE if char == "\n" else len(json.dumps(char)) - 2


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


def _details(case: CaseView, scene: Scene) -> Details:
    if scene.details is None:
        raise Stale(_("The details of {reference} are no longer kept.", reference=case.reference))
    return scene.details
