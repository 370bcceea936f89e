"""The front desk: what somebody says, and who takes it from there.

The order matters: a cancel, a call for help or a changed mind is read before any slot, and a message that may be a
request is never dropped.
"""

from dataclasses import replace

from bot.cases.commands import PassToLegal, ReportBreach
from bot.conversation.asking import Drop, TakeUp
from bot.conversation.card import Actions, Button, Card
from bot.conversation.dialogue import Dialogue
from bot.conversation.draft import REVIEW, Draft
from bot.conversation.scene import Outcome, Scene
from bot.conversation.slot import Known
from bot.conversation.turn import Asked, Missing, Said
from bot.errors import Unreadable
from bot.rights import Right
from bot.understanding.corrections import control_word, correction
from bot.understanding.mail.lines import LIMIT
from bot.understanding.reading import Flag, Meta, Reading
from bot.understanding.sensitive import mask
from bot.wording import _, later
from flows.commands import spoken
from flows.escalation import ESCALATION
from flows.find import open_cases, search
from flows.handed import Handed, handed_file, handed_text
from flows.help import hello_card, help_card
from flows.home import home
from flows.intake import INTAKE
from flows.people import PERSON
from flows.reading import read, read_draft
from flows.rights import RIGHTS
from flows.status import by_ticket, mine, status

DIALOGUE = Dialogue({flow.name: flow for flow in (INTAKE, ESCALATION)}, read, read_draft)
_MASKED = {
    "card number": later("a card number"),
    "bank account number": later("a bank account number"),
    "citizen number": later("a citizen number"),
    "password": later("a password"),
}
SMALL_TALK = 80  # characters up to which words that ask for nothing are only chat


def hear(said: Said, scene: Scene) -> Outcome:
    """Answer what somebody said in their private chat."""
    in_files: tuple[str, ...] = ()
    if said.files:
        outcome, in_files = _files(said, scene)
    elif said.missing and not said.text.strip():
        outcome = Outcome()
    else:
        outcome = _words(said, scene)
    warnings = [_missing(file) for file in said.missing]
    if taken_out := dict.fromkeys((*said.masked, *in_files)):
        what = ", ".join(_(_MASKED.get(kind, kind)) for kind in taken_out)
        warnings.append(
            _("I took this out and kept none of it: {what}. Please delete your message that holds it.", what=what)
        )
    return replace(outcome, says=(*(Card.of(line, tone="warning") for line in warnings), *outcome.says))


def asked(command: Asked, scene: Scene) -> Outcome:
    """Answer a command in the platform's own words."""
    match command.name:
        case "home":
            return Outcome(says=(home(scene),))
        case "mine":
            return Outcome(says=(mine(scene),))
        case "status":
            return Outcome(says=(status(command.words, scene),))
        case "open":
            return Outcome(says=(open_cases(scene),))
        case "search":
            return Outcome(says=(search(command.words, scene),))
        case "hello":
            return Outcome(says=(hello_card(scene),))
        case "new" if command.words.strip():
            return hear(Said(text=command.words, masked=command.masked), scene)
        case _:
            return Outcome(says=(help_card(scene),))


def _missing(file: Missing) -> str:
    if file.why == "thread":
        return _(
            "I could not read the message with which this thread began. Paste it here, or choose “Log as privacy "
            "request” in its menu."
        )
    why = {
        "too_large": _("it is too large. Save the mail without its attachments, or paste its text."),
        "no_mail": _("it is no mail. Drop the mail as a file (.eml, .msg, .txt), or paste its text."),
        "too_many": _("there were too many files at once. Please drop it on its own."),
        "gone": _("I could not fetch it. Please drop it once more, or paste its text."),
    }[file.why]
    return _("I have not read “{name}”: {why}", name=file.name[:80], why=why)


def _words(said: Said, scene: Scene) -> Outcome:
    chat, active = scene.chat, scene.chat.active
    text = said.text.strip()
    if not text:
        return _say(_("That message is empty. Paste the customer's words, or drop the mail here."))
    if said.logged:
        return _message(handed_text(said, scene), scene)
    match control_word(text):
        case "help":
            card = help_card(scene)
            return DIALOGUE.after(chat, active, scene, card) if active else Outcome(says=(card,))
        case "cancel" | "back" | "undo" if (aside := DIALOGUE.unasked(chat, scene)) is not None:
            return aside
        case "cancel" if active is not None:
            return DIALOGUE.dropped(chat, active, scene)
        case "back" | "undo" if active is not None:
            return DIALOGUE.undone(chat, active, scene)
        case "cancel" | "back" | "undo":
            return _say(_("Nothing is open here. Hand me a message whenever you like."))
        case "status":
            return DIALOGUE.after(chat, active, scene, mine(scene)) if active else Outcome(says=(mine(scene),))
        case _:
            pass
    if (command := spoken(text, busy=active is not None)) is not None:
        outcome = asked(command, scene)
        return DIALOGUE.after(chat, active, scene, outcome.says[0]) if active else outcome
    if active is not None and (rest := correction(text)) is not None:
        changed = DIALOGUE.corrected(chat, active, rest.value, scene, plainly=True)
        if changed is not None:
            return changed
    return _message(handed_text(said, scene), scene)


def _files(said: Said, scene: Scene) -> tuple[Outcome, tuple[str, ...]]:
    """Mails that were dropped here, one after the other, and the words that came with them; and the kinds of sensitive
    numbers that are not kept of them.

    Words beside mails are a colleague's note, unless they ask for something themselves or no file can be read.
    """
    so_far, read_one, kinds = Outcome(), False, list[str]()
    for number, file in enumerate(said.files):
        try:
            mails = handed_file(file, scene, said.link, number)
            if not any(handed.says_something for handed in mails):
                raise Unreadable(_("“{name}” holds no words. Paste the message here instead.", name=file.name[:80]))
        except Unreadable as trouble:
            so_far = so_far.then(_say(str(trouble)))
            continue
        read_one = True
        for handed in mails:
            kinds += mask(handed.mail.text)[1]
            so_far = so_far.then(_message(handed, replace(scene, chat=so_far.chat or scene.chat)))
    if said.text.strip() and (not read_one or _asks_something(handed_text(said, scene))):
        so_far = so_far.then(_words(said, replace(scene, chat=so_far.chat or scene.chat)))
    return so_far, tuple(kinds)


def _message(handed: Handed, scene: Scene) -> Outcome:
    reading = handed.reading
    demand, breach = reading.flagged(Flag.LEGAL_DEMAND), reading.flagged(Flag.POSSIBLE_BREACH)
    if demand is not None and not reading.rights:
        return Outcome(commands=(PassToLegal(scene.said_at, demand.quote),))
    outcome = _to_draft(handed, scene) if scene.chat.active else _from_scratch(handed, scene)
    if breach is not None:  # the DPO's own 72 hours may run: told at once, whatever becomes of the draft
        return Outcome(commands=(ReportBreach(scene.said_at, breach.quote),)).then(outcome)
    return outcome


def _to_draft(handed: Handed, scene: Scene) -> Outcome:
    """Something was said while a draft is open: an answer, a change, or another matter."""
    chat, active = scene.chat, scene.chat.active
    assert active is not None  # noqa: S101 - by the only caller
    if _asks_for_status(handed):
        return DIALOGUE.after(chat, active, scene, _status(handed, scene))
    another = _asks_something(handed) and (_is_about_another(handed, active) or _asks_more(handed, active))
    if not handed.whole and not another:
        direct = DIALOGUE.answered(chat, active, handed.mail.text.strip(), scene)
        if direct is not None:
            return direct
        if not (active.asked == REVIEW and handed.reading.rights):
            changed = DIALOGUE.corrected(chat, active, handed.mail.text, scene, plainly=False)
            if changed is not None:
                return changed
    if handed.whole or _asks_something(handed):
        drafts = handed.drafts()
        if len(drafts) > 1 or _is_about_another(handed, active):
            return DIALOGUE.begin(chat, drafts, scene)
        return DIALOGUE.which(chat, drafts[0])
    return DIALOGUE.again(chat, active, scene, _("I can't read that as an answer."))


def _from_scratch(handed: Handed, scene: Scene) -> Outcome:
    if _asks_for_status(handed):
        return Outcome(says=(_status(handed, scene),))
    short = not handed.whole and not handed.author and len(handed.mail.text) <= SMALL_TALK
    # "4711?": what such a number is no reader can tell, the record can
    state = by_ticket(handed.mail.text, scene) if short and not handed.reading.rights else None
    if _asks_something(handed):
        begun = DIALOGUE.begin(scene.chat, handed.drafts(), scene, _notes(handed))
        return Outcome(says=(state,)).then(begun) if state is not None else begun
    if short:
        return Outcome(says=(state or hello_card(scene),))
    draft = handed.drafts()[0]
    buttons = Actions.of(
        Button.of(_("It is one"), TakeUp(draft=draft.id), style="primary"),
        Button.of(_("Right, it isn't"), Drop(draft=draft.id)),
    )
    seen = _("I see no privacy request in this. If somebody does ask for something, tell me.")
    support = scene.policy.contacts.support
    elsewhere = (_("Changes of a login or its address go to {support}.", support=support),) if support else ()
    no = Card.of(seen, *_notes(handed), *elsewhere, buttons)
    return Outcome(says=(no,), chat=replace(scene.chat, pending=draft))


def _notes(handed: Handed) -> tuple[str, ...]:
    """What the colleague should know of how the message was read."""
    notes = []
    if handed.author:
        notes.append(_("Written by {name}.", name=handed.author))
    if handed.mail.sent_zone_assumed and handed.mail.sent is not None:
        notes.append(_("The mail names no time zone, so I read its time in yours, the earlier reading."))
    if len(handed.mail.text) >= LIMIT:
        notes.append(_("This is very long: I read its beginning only. Please look through the rest yourself."))
    return tuple(notes)


def _asks_for_status(handed: Handed) -> bool:
    return handed.reading.meta is Meta.STATUS_QUERY and not handed.reading.unsure and not handed.whole


def _status(handed: Handed, scene: Scene) -> Card:
    text = handed.mail.text
    return status(text, scene) if handed.reading.case_reference else by_ticket(text, scene) or mine(scene)


def _asks_something(handed: Handed) -> bool:
    reading = handed.reading
    return reading.unsure or bool(reading.rights) or reading.meta in (Meta.REQUEST, Meta.ESCALATION)


def _is_about_another(handed: Handed, active: Draft) -> bool:
    """Another address, or another name where no address tells."""
    person, reading = Known(active.answers).get(PERSON), handed.reading
    if person is None:
        return False
    if person.email and reading.email:
        return person.email.casefold() != reading.email.value.casefold()
    if person.name and reading.name:
        return person.name.casefold() != reading.name.value.casefold()
    return False


def _asks_more(handed: Handed, active: Draft) -> bool:
    """Somebody is named together with something that the open draft does not ask for: no mere answer."""
    known, reading = Known(active.answers).get(RIGHTS), handed.reading
    if known is None or not (reading.email or reading.name or reading.ticket):
        return False
    if active.asked == PERSON.name and _says_who(reading):
        return False
    return any(fact.value not in known for fact in reading.rights)


def _says_who(reading: Reading) -> bool:
    """Whether it is a name with an address or a number and no other word, which alone may sound like a correction."""
    if any(fact.value is not Right.RECTIFICATION for fact in reading.rights):
        return False
    rest = reading.text
    for fact in (reading.name, reading.email, reading.phone):
        rest = rest.replace(fact.quote, " ") if fact is not None else rest
    return not any(char.isalpha() for char in rest)


def _say(text: str) -> Outcome:
    return Outcome(says=(Card.of(text),))
