"""Which case a message is about: the question, and its buttons."""

import re
from dataclasses import dataclass
from datetime import timedelta

from bot.cases.naming import right_names
from bot.cases.snapshot import CaseView
from bot.conversation.asking import DraftAction, Drop, TakeUp, Yes
from bot.conversation.card import Actions, Button, Card, Text, day
from bot.conversation.draft import Draft
from bot.conversation.scene import Scene
from bot.conversation.slot import Known, Slot
from bot.understanding.mail import new_words
from bot.understanding.reading import Reading
from bot.understanding.replies.answers import takes_back
from bot.understanding.replies.placed import places_named, two_named
from bot.understanding.replies.remarks import behind_all
from bot.understanding.replies.withdrawing import wants_no_more
from bot.wording import _, cut
from flows.escalation import TICKET
from flows.handover.handed import Handed
from flows.record.asks_more import is_added, reached_before
from flows.slots.names import only_tells_contact
from flows.slots.reading import read_draft
from flows.slots.tickets import tickets_in
from flows.status import cases_of_ticket, heard_of, numbers_in, our_reference, same_number

_CLAUSE = re.compile(r"[,.;!?\n]")
MOST_CASES = 5  # offered as buttons
FEW_WORDS = 160  # characters
JUST_OPENED = timedelta(minutes=30)  # in which "no wait" may still be about a case that was opened


class PassOn(Yes, name="word.pass_on"):
    """Keep a message with a case, and tell the team."""

    case: str


class LetGo(DraftAction, name="word.let_go"):
    """The request that is taken back is the one of the open draft, or of another one that waits behind it."""

    other: str = ""  # that one


def just_opened(scene: Scene) -> CaseView | None:
    """The case that the speaker handed over last, while a word may still be about it."""
    handed = scene.records.handed_over_by(scene.speaker.id)
    return handed[0] if handed and scene.now - handed[0].opened_at <= JUST_OPENED else None


def opened_just_now(scene: Scene) -> tuple[str, ...]:
    """The open cases that the speaker handed over while a word may still be about them, newest first."""
    handed = scene.records.handed_over_by(scene.speaker.id)
    return tuple(case.reference for case in handed if case.open and scene.now - case.opened_at <= JUST_OPENED)


def opened_together(text: str, scene: Scene) -> tuple[str, ...]:
    """The cases that the speaker handed over just now, oldest first, where a few words are about all of them: "all
    three want a copy, too"; the one or two that they name by their place: "drop the second"."""
    opened = tuple(reversed(opened_just_now(scene)))
    if len(opened) > 1 and behind_all(_CLAUSE.split(text.strip())[0]) is not None:  # "scrap both, it was a training"
        return opened
    if len(opened) > 2 and (two := two_named(text)) is not None:
        return opened[two]
    placed = _placed(text, scene)
    return placed if len(placed) == 1 else ()


def _placed(text: str, scene: Scene) -> tuple[str, ...]:
    """The cases of which one may be named by its place, oldest first: of those that were opened by one message, where
    the last one opened several."""
    own = opened_just_now(scene)
    cases = [case for reference in own if (case := scene.records.case(reference)) is not None]
    together = [case.reference for case in cases if case.opened_at == cases[0].opened_at]
    opened = tuple(reversed(together if len(together) > 1 else own))
    return tuple(opened[place] for place in places_named(text, len(opened))) if len(opened) > 1 else ()


def own_open(scene: Scene) -> tuple[str, ...]:
    """The open cases that the speaker handed over, newest first, as many as are offered."""
    own = [case.reference for case in scene.records.handed_over_by(scene.speaker.id) if case.open]
    return tuple(own[:MOST_CASES])


def nothing_open(scene: Scene) -> str:
    """What is said to who changes their mind when nothing is open."""
    if scene.by_team:
        return _(
            "Nothing is open here. What was done with a case is set right with the buttons of its card: write its "
            "number, for example “12”."
        )
    if (case := just_opened(scene)) is None:
        return _("Nothing is open here. Hand me a message whenever you like.")
    return _(
        "Nothing is open here, and {reference} is on record: I can't take it back. Say what is wrong, with its "
        "reference, and the privacy team hears it.",
        reference=case.reference,
    )


def of_ticket(reading: Reading, scene: Scene) -> tuple[str, ...]:
    """The cases to which the ticket led that a message names, of which the speaker may hear. What a bare number in a
    few words is the record tells: "4411, she changed her mind"."""
    if reading.ticket is not None:
        named = tickets_in(reading)  # "4711 and 4712 both took it back"
    else:
        few = len(reading.text) <= FEW_WORDS and reading.mail.sender is None
        named = tuple(number for number in numbers_in(reading.text) if few and number.lstrip("#").isdecimal())
    cases = {case.reference: None for number in named for case in cases_of_ticket(number, scene)}
    return tuple(cases)[:MOST_CASES]


@dataclass(frozen=True)
class About:
    """The cases that a message may be about; `unknown`: a request is taken back, and nothing tells which; `every`: it
    speaks of all of them."""

    cases: tuple[str, ...]
    unknown: bool = False
    every: bool = False


# Never asked nor shown: the case that was opened just now when the message came, whichever is opened after it
OF_CASE: Slot[str] = Slot("word.case", str, "", "")


def kept_about(draft: Draft, scene: Scene) -> Draft:
    """The message with the case that it is about, where that is told by nothing but the moment."""
    known, opened = Known(draft.answers), just_opened(scene)
    if opened is None or OF_CASE in known:
        return draft
    found = about(draft, scene)
    if len(found.cases) != 1 or found not in (About((opened.reference,)), About(_placed(draft.text, scene))):
        return draft
    return draft.learn(known.having(OF_CASE, ",".join(found.cases), "assumed").answers)


def about(draft: Draft, scene: Scene) -> About:
    reading = read_draft(draft, scene)
    if (named := our_reference(reading)) is not None:
        return About((named,))
    if (kept := Known(draft.answers).get(OF_CASE)) is not None:
        cases = tuple(kept.split(","))
        return About(cases, every=len(cases) > 1)
    if tickets := of_ticket(reading, scene):
        return About(tickets, every=len(tickets) > 1 and len(numbers_in(draft.text)) > 1)
    if every := opened_together(draft.text, scene):
        return About(every, every=len(every) > 1)
    if placed := _placed(draft.text, scene):  # the last one would be the wrong one
        return About(placed[:MOST_CASES])
    if takes_back(new_words(reading.mail)) or (scene.chat.active is not None and wants_no_more(draft.text)):
        return About(own_open(scene), unknown=True)
    if only_tells_contact(draft.text, scene) and (recent := opened_just_now(scene)):
        return About(recent[:MOST_CASES])
    if (opened := just_opened(scene)) is not None:
        return About((opened.reference,))
    return About(own_open(scene), unknown=wants_no_more(draft.text))


def buttons(draft: Draft, scene: Scene) -> tuple[Button, ...]:
    """The buttons under the question which case a message is about."""
    found = about(draft, scene)
    one = len(found.cases) == 1 and not found.unknown
    cases = [
        Button.of(
            _pass_on_label(reference, scene) if one else _label(reference, scene),
            PassOn(draft=draft.id, case=reference),
            style="primary" if one else "plain",
        )
        for reference in found.cases[:MOST_CASES]
    ]
    if found.every:
        count = len(found.cases)
        for_all = _("Pass it on for all {count}", count=count)
        label = _("Note it with all {count}", count=count) if scene.by_team else for_all
        cases.insert(0, Button.of(label, PassOn(draft=draft.id, case=",".join(found.cases)), style="primary"))
    last = _("As a case of its own") if found.unknown else _("A new request")
    if found.unknown and scene.chat.active is not None and scene.chat.active.id != draft.id:
        cases.append(_let_go(draft, scene))
    return (*cases, Button.of(last, TakeUp(draft=draft.id)), Button.of(_("Neither"), Drop(draft=draft.id)))


def _let_go(draft: Draft, scene: Scene) -> Button:
    """The button for a request that is not on record yet: that of the ticket which the words name, or the open one."""
    numbers = numbers_in(draft.text)
    for waiting in scene.chat.drafts[1:]:
        ticket = Known(waiting.answers).get(TICKET)
        if ticket and any(same_number(ticket, number) for number in numbers):
            return Button.of(_("The one of {ticket}", ticket=ticket), LetGo(draft=draft.id, other=waiting.id))
    return Button.of(_("The one we are talking about"), LetGo(draft=draft.id))


def _label(reference: str, scene: Scene) -> str:
    case = scene.records.case(reference)
    return cut(f"{reference}: {right_names(request.right for request in case.requests)}", 75) if case else reference


def _is_of(reference: str, scene: Scene) -> str:
    """The question whether words are about a case. The privacy team notes them itself."""
    if scene.by_team:
        return _("Is this about {reference}? Then I note the words with it.", reference=reference)
    return _("Is this about {reference}? Then I pass the words on to the privacy team.", reference=reference)


def _pass_on_label(reference: str, scene: Scene) -> str:
    if scene.by_team:
        return _("Note it with {reference}", reference=reference)
    return _("Pass it on for {reference}", reference=reference)


def question(draft: Draft, scene: Scene) -> Card:
    """The question which case a message is about."""
    found = about(draft, scene)
    if found.unknown:
        asked = [
            Text.of(_("Somebody takes a request back. Which case is it? Press it, or write its reference.")),
            Text.of(
                _("If nobody knows, it becomes a case of its own, and the privacy team finds the other one."),
                small=True,
            ),
        ]
    elif len(found.cases) == 1:
        asked = [Text.of(_is_of(found.cases[0], scene))]
    elif scene.by_team:
        asked = [Text.of(_("Which case is this about? Then I note the words with it."))]
    else:
        asked = [Text.of(_("Which case is this about? Then I pass the words on to the privacy team."))]
    views = [case for reference in found.cases if (case := scene.records.case(reference)) is not None]
    new = dict.fromkeys(right for case in views for right in is_added(draft, case, scene)) if not found.unknown else ()
    if new:
        more = _("New in it: {right}. It is added to the case, with days of its own.", right=right_names(new))
        asked.append(Text.of(more, small=True))
    before = min(filter(None, (reached_before(draft, case, scene) for case in views)), default=None)
    if before is not None and not found.unknown:
        on = day(before.astimezone(scene.speaker.tz).date())
        asked.append(Text.of(_("It came in on {day}: its days count from then.", day=on), small=True))
    return Card.of(*asked, Actions.of(*buttons(draft, scene)))


def is_of_known(handed: Handed, reference: str, scene: Scene) -> bool:
    """Whether what a message asks for is rather of the case that it names: that was opened just now, or they may hear
    of it and type a few words that give no address, which may be somebody else's."""
    opened, case = just_opened(scene), scene.records.case(reference)
    known = case is not None and bool(heard_of([case], scene))
    return (opened is not None and opened.reference == reference) or (
        known and handed.typed and handed.reading.email is None
    )


def told_of_words(reference: str, scene: Scene, *, back: bool) -> str:
    """What becomes of words about a case. `back`: its request is taken back."""
    case = scene.records.case(reference)
    if case is None or not heard_of([case], scene):
        return _(
            "If {reference} is on record, the privacy team has these words now. Not sure of the number? Ask {dpo}.",
            reference=reference,
            dpo=scene.policy.contacts.dpo.email,
        )
    if scene.by_team and back:
        return _(
            "Noted with {reference}: its request is taken back. Close it, or ask the person first.",
            reference=reference,
        )
    if scene.by_team:
        return _("Noted with {reference}: the words stand in its details.", reference=reference)
    if back:
        return _(
            "I have told the privacy team that {reference} is taken back. They close it, or ask the person first.",
            reference=reference,
        )
    return _("I have passed the words on to the privacy team, for {reference}.", reference=reference)
