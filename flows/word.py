"""Word about a case that is on record: its request is taken back, something is to be added, something was wrong.

The words are kept with the case's details and its thread tells the team (`AddToCase`). Whether a case is on record is
told to those who may hear of it; everybody else gets one answer.
"""

import re
from dataclasses import replace
from datetime import timedelta

from bot.cases.commands import AddToCase
from bot.cases.naming import right_names
from bot.cases.snapshot import CaseView
from bot.cases.words import Arrival
from bot.conversation.asking import DraftAction, Drop, TakeUp
from bot.conversation.card import Actions, Button, Card, Text
from bot.conversation.draft import WORD, Draft
from bot.conversation.scene import Handlers, Outcome, Scene
from bot.conversation.slot import Known
from bot.errors import Stale
from bot.rights import Right
from bot.understanding.mail import new_words
from bot.understanding.reading import Meta, Reading
from bot.understanding.replies.answers import takes_back
from bot.wording import _, cut
from flows.handed import Handed
from flows.particulars import SLOTS
from flows.reading import read, read_draft, sentence
from flows.rights import RIGHTS
from flows.status import heard_of, our_reference, reference_in
from flows.wishes import near

HANDLERS = Handlers()
LOOKED_AT = 20_000  # characters
_CLAUSE = re.compile(r"[.!?;,\n]+")
MOST_CASES = 5  # offered as buttons
JUST_OPENED = timedelta(minutes=30)  # in which "no wait" may still be about a case that was opened
FEWEST_WORDS = 6  # of a message that says something, beside asking how a case goes


class PassOn(DraftAction, name="word.pass_on"):
    """Keep a message with a case, and tell the team."""

    case: str


def word_of(handed: Handed, scene: Scene) -> Outcome | None:
    """What is done with a message that takes a request back, or says something about a case; None for any other."""
    reading, reference = handed.reading, our_reference(handed.reading)
    back = takes_back(new_words(handed.mail))
    if back and not _asks(reading):
        if reference is not None:
            return passed_on(handed.drafts()[0], reference, scene)
        return _which_case(handed, scene) if scene.chat.active is None else None
    if reference is None:
        return None
    opened = just_opened(scene)
    of_opened = opened is not None and opened.reference == reference
    if (_asks(reading) and not back and not of_opened) or not _says_something(handed):
        return None
    return _shall_i(handed.drafts()[0], reference, scene)


def asked_besides(handed: Handed, scene: Scene) -> Draft | None:
    """What a message that takes a request back asks for besides, as a draft of its own; None where it doesn't."""
    words = new_words(handed.mail)
    if _asks(handed.reading) or not takes_back(words):
        return None
    rest = [clause for clause in _CLAUSE.split(words[:LOOKED_AT]) if not takes_back(clause)]
    asked = read(", ".join(rest), scene)
    if not asked.rights or asked.unsure:
        return None
    draft = handed.drafts()[0]
    rights = tuple(fact.value for fact in asked.rights)
    known = Known(draft.answers).having(RIGHTS, rights, "heard", sentence(asked.text, asked.rights[0].span))
    return replace(draft, id=f"{draft.id}+", answers=known.answers)


def _asks(reading: Reading) -> bool:
    """Whether a message asks for something, surely or likely enough to be asked about."""
    return bool(near(reading)) or (bool(reading.rights) and not reading.unsure)


def _says_something(handed: Handed) -> bool:
    """Whether there are words for the team, and not only a question how it goes."""
    text = handed.mail.text
    words = [word for word in text.split() if any(map(str.isalpha, word)) and not reference_in(word)]
    fewest = FEWEST_WORDS if handed.reading.meta is Meta.STATUS_QUERY else 2
    return handed.whole or ("?" not in text and len(words) >= fewest)


def just_opened(scene: Scene) -> CaseView | None:
    """The case that the speaker handed over last, while a word may still be about it."""
    handed = scene.records.handed_over_by(scene.speaker.id)
    return handed[0] if handed and scene.now - handed[0].opened_at <= JUST_OPENED else None


def about_opened(handed: Handed, scene: Scene) -> Outcome | None:
    """Ask whether a changed mind is about the case that was opened just now; None where none was."""
    case = just_opened(scene)
    return _shall_i(handed.drafts()[0], case.reference, scene) if case is not None else None


def answered(text: str, scene: Scene) -> Outcome | None:
    """The reference of the case that a message is about, typed when that was asked."""
    pending = scene.chat.pending
    named = reference_in(text)
    if pending is None or pending.asked != WORD or named is None or len(text) > len(named) + FEWEST_WORDS:
        return None
    return passed_on(pending, named, scene)


def passed_on(draft: Draft, reference: str, scene: Scene) -> Outcome:
    """Hand the words of a message to the team, with the case that they are about."""
    reference = reference.upper()
    case = scene.records.case(reference)
    reading = read_draft(draft, scene)
    back = takes_back(new_words(reading.mail))
    if case is None or not heard_of([case], scene):
        said = _(
            "If {reference} is on record, the privacy team has these words now. Not sure of the number? Ask {dpo}.",
            reference=reference,
            dpo=scene.policy.contacts.dpo.email,
        )
    elif back:
        said = _(
            "I have told the privacy team that {reference} is taken back. They close it, or ask the person first.",
            reference=reference,
        )
    else:
        said = _("I have passed the words on to the privacy team, for {reference}.", reference=reference)
    sent = reading.mail.sent
    word = AddToCase(
        reference,
        text=draft.text,
        received_at=min(sent.value, scene.said_at) if sent else scene.said_at,
        arrival=Arrival(draft.arrival),
        source_marks=draft.marks,
        withdraws=back,
    )
    return Outcome(
        commands=(word,) if case is not None else (),
        says=(Card.of(said),),
        chat=scene.chat.without(draft.id),
        closing=lambda _done: (),
    )


def buttons(draft: Draft, scene: Scene) -> tuple[Button, ...]:
    """The buttons under the question which case a message is about."""
    reading = read_draft(draft, scene)
    named = our_reference(reading)
    if takes_back(new_words(reading.mail)) and named is None:
        own = [case for case in scene.records.handed_over_by(scene.speaker.id) if case.open][:MOST_CASES]
        cases = [Button.of(_label(case), PassOn(draft=draft.id, case=case.reference)) for case in own]
        last = Button.of(_("As a case of its own"), TakeUp(draft=draft.id))
    else:
        opened = just_opened(scene)
        reference = named if named else opened.reference if opened else ""
        pass_on = _("Pass it on for {reference}", reference=reference)
        cases = [Button.of(pass_on, PassOn(draft=draft.id, case=reference), style="primary")] if reference else []
        last = Button.of(_("A new request"), TakeUp(draft=draft.id))
    return (*cases, last, Button.of(_("Neither"), Drop(draft=draft.id)))


@HANDLERS.on_press(PassOn)
def pass_on(press: PassOn, scene: Scene) -> Outcome:
    draft = scene.chat.draft(press.draft)
    if draft is None:
        raise Stale(_("This is no longer open: it was passed on or dropped."))
    return passed_on(draft, press.case, scene)


def _label(case: CaseView) -> str:
    return cut(f"{case.reference}: {right_names(request.right for request in case.requests)}", 75)


def _shall_i(draft: Draft, reference: str, scene: Scene) -> Outcome:
    """Ask whether a message is word about a case."""
    asked = _("Is this about {reference}? Then I pass the words on to the privacy team.", reference=reference.upper())
    return _asking(draft, scene, Text.of(asked))


def _which_case(handed: Handed, scene: Scene) -> Outcome:
    """A request is taken back, and nothing tells which."""
    draft = handed.drafts()[0]
    quote = cut(" ".join(new_words(handed.mail).split()), 200)
    known = Known(draft.answers).having(RIGHTS, (Right.QUESTION,), "heard", quote)
    known = known.having(SLOTS[Right.QUESTION], _("Takes back an earlier request"), "heard", quote)
    asked = _("Somebody takes a request back. Which case is it? Press it, or write its reference.")
    unknown = _("If nobody knows, it becomes a case of its own, and the privacy team finds the other one.")
    return _asking(replace(draft, answers=known.answers), scene, Text.of(asked), Text.of(unknown, small=True))


def _asking(draft: Draft, scene: Scene, *asked: Text) -> Outcome:
    draft = replace(draft, asked=WORD)
    card = Card.of(*asked, Actions.of(*buttons(draft, scene)))
    return Outcome(says=(card,), chat=replace(scene.chat, pending=draft))
