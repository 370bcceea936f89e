"""The cards of a dialogue: what was read, the next question, the review, and the form that changes answers.

Everything here is said to the owner of the draft in private, so it may show the words that were read.
"""

from typing import Any

from bot.conversation.action import Action
from bot.conversation.card import Actions, Block, Bold, Button, Card, Facts, Line, Quote, Text
from bot.conversation.draft import Draft
from bot.conversation.flow import Flow
from bot.conversation.form import LONGEST_CHOICE, Choice, ChoiceField, DateField, Form, FormField, TextField
from bot.conversation.scene import Scene
from bot.conversation.slot import Known, Slot
from bot.understanding.reading import Reading
from bot.wording import _, cut

LONGEST_QUOTE = 240
MOST_CHOICES = 6


class DraftAction(Action):
    """An action about one draft of the speaker's own conversation."""

    draft: str


class Pick(DraftAction, name="draft.pick"):
    """Answer a question with one of its choices."""

    slot: str
    value: str


class FillIn(DraftAction, name="draft.fill", opens_form=True):
    """Answer a question in a form."""

    slot: str


class ChangeAnswers(DraftAction, name="draft.change", opens_form=True):
    """Change any of the answers."""


class Yes(DraftAction):
    """What "yes" means, where its button is the first under the question."""


class Confirm(Yes, name="draft.confirm"):
    """Do what the review shows."""


class Drop(DraftAction, name="draft.drop"):
    """Forget this draft. `slot`: the question to which that is the answer."""

    slot: str = ""


class TakeUp(DraftAction, name="draft.take_up"):
    """The pending message is a matter of its own."""


class AddTo(DraftAction, name="draft.add_to"):
    """The pending message belongs to the active draft."""


def question(
    flow: Flow, draft: Draft, slot: Slot[Any], scene: Scene, lead: tuple[Block, ...], reading: Reading | None
) -> Card:
    """The next question, under what leads up to it."""
    known = Known(draft.answers)
    choices = slot.choices(known, scene, reading) if slot.choices else ()
    return asking(flow, draft, slot, lead, choices, slot.doubts(reading) if slot.doubts and reading else "")


def asking(
    flow: Flow, draft: Draft, slot: Slot[Any], lead: tuple[Block, ...], choices: tuple[Choice, ...], doubt: str = ""
) -> Card:
    """A question with these choices, under the words that left it open."""
    known = Known(draft.answers)
    buttons = question_buttons(draft, slot, choices)
    blocks: list[Block] = list(lead)
    if doubt:
        blocks.append(Quote(text=doubt))
    blocks.append(Text.of(Bold(text=_(slot.question))))
    if slot.hint:
        blocks.append(Text.of(_(slot.hint), small=True))
    return Card(title=_heading(flow, known), blocks=(*blocks, Actions.of(*buttons)))


def meant(
    flow: Flow, draft: Draft, slot: Slot[Any], scene: Scene, text: str, lead: tuple[Block, ...] = ()
) -> Card | None:
    """A question with what an unclear answer may mean; None where that may be anything."""
    guesses = slot.guesses(text, scene) if slot.guesses else ()
    lead = (*lead, Text.of(_("Which of these do you mean?"), small=True))
    return asking(flow, draft, slot, lead, guesses, text.strip()) if guesses else None


def question_buttons(draft: Draft, slot: Slot[Any], choices: tuple[Choice, ...]) -> tuple[Button, ...]:
    """The buttons under a question: its choices, a form where there may be others, and the one that gives up."""
    buttons = [
        Button.of(choice.label, Pick(draft=draft.id, slot=slot.name, value=choice.value))
        for choice in choices[:MOST_CHOICES]
    ]
    if slot.field in ("choices", "date", "long") or len(choices) > MOST_CHOICES:
        label = _("Pick a date …") if slot.field == "date" else _("Something else …")
        buttons.append(Button.of(label, FillIn(draft=draft.id, slot=slot.name)))
    return (*buttons, Button.of(_(slot.drop), Drop(draft=draft.id, slot=slot.name)))


def review_buttons(flow: Flow, draft: Draft) -> tuple[Button, ...]:
    """The buttons under a review."""
    return (
        Button.of(_(flow.confirm), Confirm(draft=draft.id), style="primary"),
        Button.of(_("Change something …"), ChangeAnswers(draft=draft.id)),
        Button.of(_("Cancel"), Drop(draft=draft.id)),
    )


def which_buttons(new: Draft, about: str) -> tuple[Button, ...]:
    """The buttons under "new, or more?"; `about`: whom the open draft is about."""
    more = _("More about {person}", person=about)[:LONGEST_CHOICE] if about else _("More about this one")
    return (
        Button.of(_("A new request"), TakeUp(draft=new.id), style="primary"),
        Button.of(more, AddTo(draft=new.id)),
        Button.of(_("Neither"), Drop(draft=new.id)),
    )


def which_card(new: Draft, about: str) -> Card:
    """The question whether a message is new, or more about the open draft."""
    buttons = Actions.of(*which_buttons(new, about))
    return Card.of(_("Is this a new request, or more about the one we are talking about?"), buttons)


def changed_to(slot: Slot[Any], value: Any, *, before: object = True) -> str:
    """What is said of an answer that is another one now, or, where there was none `before`, is known now."""
    way = _("Changed. {what}: {value}") if before is not None else _("Noted. {what}: {value}")
    return way.format(what=_(slot.label), value=slot.shows(value))


def changed_above(draft: Draft, slot: Slot[Any], value: Any) -> tuple[Block, ...]:
    """The same, where a question was answered otherwise that stands further up: with a button of an earlier message."""
    old = Known(draft.answers).get(slot)
    return (Text.of(changed_to(slot, value)),) if draft.asked != slot.name and old not in (None, value) else ()


def review(flow: Flow, draft: Draft, slots: tuple[Slot[Any], ...], lead: tuple[Block, ...], *, more: int = 0) -> Card:
    """Everything that is known, with the words it was read from, before anything is done."""
    buttons = Actions.of(*review_buttons(flow, draft))
    waiting = (Text.of(_("{count} more waiting after this one.", count=more), small=True),) if more else ()
    return Card(title=_(flow.title), blocks=(*lead, facts(Known(draft.answers), slots), *waiting, buttons))


def facts(known: Known, slots: tuple[Slot[Any], ...]) -> Facts:
    """Label, value and the words behind it, one row a slot."""
    return Facts(pairs=tuple((_(slot.label), _row(known, slot)) for slot in slots if slot.label))


def change_form(draft: Draft, slots: tuple[Slot[Any], ...], scene: Scene, action: DraftAction) -> Form:
    """A form over the given slots, filled with what is known."""
    known = Known(draft.answers)
    fields = tuple(_field(slot, known, scene) for slot in slots)
    return Form.of(_("Change"), action, *fields, submit=_("Save"))


def _heading(flow: Flow, known: Known) -> str:
    about = flow.about(known)
    return _("About {person}", person=about)[:150] if about else _("A privacy request")


def _row(known: Known, slot: Slot[Any]) -> Line:
    value = slot.shows(known[slot])
    quote = " ".join(known.quote(slot).split())
    if not quote or quote.casefold() == value.casefold():
        return (value,)
    return (value, f"  “{cut(quote, LONGEST_QUOTE)}”")


def _field(slot: Slot[Any], known: Known, scene: Scene) -> FormField:
    value = known.get(slot)
    filled = slot.filled(value) if value is not None else ()
    label, hint = _(slot.label), _(slot.hint) if slot.hint else ""
    if slot.field in ("choice", "choices") and slot.choices:
        choices = slot.choices(Known(), scene, None)
        if slot.field == "choice" and value is not None:  # what is known can be left as it is
            offered = {choice.value for choice in choices}
            shown = cut(slot.shows(value), LONGEST_CHOICE)
            choices = (*(Choice(value=one, label=shown) for one in filled if one not in offered), *choices)
        return ChoiceField(
            name=slot.name,
            label=label,
            hint=hint[:150],
            choices=choices,
            several=slot.field == "choices",
            value=filled,
        )
    if slot.field == "date":
        on = slot.codec.dump_python(value, mode="json")[:10] if value is not None else None
        return DateField.model_validate({"name": slot.name, "label": label, "hint": hint[:150], "value": on})
    return TextField(
        name=slot.name,
        label=label,
        hint=hint[:150],
        long=slot.field == "long",
        max_length=3000 if slot.field == "long" else 500,
        value=" ".join(filled)[: 3000 if slot.field == "long" else 500],
    )
