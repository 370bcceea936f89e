"""The buttons and forms of a dialogue: each finds its draft, and hands over to the dialogue."""

from typing import Any

from bot.conversation.asking import (
    AddTo,
    ChangeAnswers,
    Confirm,
    DraftAction,
    Drop,
    FillIn,
    Pick,
    TakeUp,
    change_form,
)
from bot.conversation.dialogue import Dialogue
from bot.conversation.draft import Draft
from bot.conversation.scene import Handlers, Outcome, Scene, Values
from bot.conversation.slot import Known, Slot
from bot.errors import Stale
from bot.wording import _


def handlers_of(dialogue: Dialogue) -> Handlers:
    """What answers the buttons and forms of a dialogue's drafts."""
    pressing, handlers = _Pressing(dialogue), Handlers()
    handlers.on_press(Pick)(pressing.picked)
    handlers.on_press(Confirm)(pressing.confirmed)
    handlers.on_press(Drop)(pressing.dropped)
    handlers.on_press(TakeUp)(pressing.taken_up)
    handlers.on_press(AddTo)(pressing.added)
    handlers.on_press(FillIn)(pressing.form)
    handlers.on_submit(FillIn)(pressing.filled)
    handlers.on_press(ChangeAnswers)(pressing.form)
    handlers.on_submit(ChangeAnswers)(pressing.filled)
    return handlers


class _Pressing:
    def __init__(self, dialogue: Dialogue) -> None:
        self._dialogue = dialogue

    def picked(self, press: Pick, scene: Scene) -> Outcome:
        draft = self._draft(press, scene)
        slot = self._dialogue.walked(draft).slot(press.slot)
        value = slot.picked((press.value,), scene) if slot else None
        if slot is None or value is None:
            raise Stale(_("This question has been answered otherwise meanwhile. Please use the newest message."))
        return self._dialogue.set(scene.chat, draft, slot, value, scene, quote="")

    def confirmed(self, press: Confirm, scene: Scene) -> Outcome:
        draft = self._draft(press, scene)
        walked = self._dialogue.walked(draft)
        if walked.missing is not None:
            return self._dialogue.advance(scene.chat, draft, scene)
        return self._dialogue.finish(scene.chat, draft, walked, scene)

    def dropped(self, press: Drop, scene: Scene) -> Outcome:
        return self._dialogue.declined(scene.chat, self._draft(press, scene), press.slot, scene)

    def taken_up(self, press: TakeUp, scene: Scene) -> Outcome:
        return self._dialogue.begin(scene.chat, (self._draft(press, scene),), scene)

    def added(self, press: AddTo, scene: Scene) -> Outcome:
        more = self._draft(press, scene)
        active = next((d for d in scene.chat.drafts if d.id != more.id), None)
        if active is None:
            return self._dialogue.begin(scene.chat, (more,), scene)
        return self._dialogue.joined(scene.chat, active, more, scene)

    def form(self, press: FillIn | ChangeAnswers, scene: Scene) -> Outcome:
        draft = self._draft(press, scene)
        return Outcome(form=change_form(draft, self._slots(press, draft), scene, press))

    def filled(self, submit: FillIn | ChangeAnswers, values: Values, scene: Scene) -> Outcome:
        draft = self._draft(submit, scene)
        slots = self._slots(submit, draft)
        form = change_form(draft, slots, scene, submit)
        known, errors = Known(draft.answers), dict[str, str]()
        for slot in slots:
            if slot in known and values.same(form.field(slot.name)):
                continue  # left as it was: what the form could not show stays, too
            if slot.field in ("choice", "choices"):
                value = slot.picked(values.several(slot.name), scene)
            else:
                value = slot.takes(values.text(slot.name), scene) if slot.takes else None
            if value is None:
                errors[slot.name] = _("I can't read this. Please check it.")
                continue
            old = known.get(slot)
            value = slot.merges(old, value) if slot.merges and old is not None else value
            if slot.refuses and (no := slot.refuses(value, scene)):
                errors[slot.name] = no
            else:
                known = known.having(slot, value)
        if errors:
            return Outcome(errors=errors)
        kept = self._dialogue.kept(draft, known, scene)
        return kept.then(self._dialogue.advance(scene.chat, draft.learn(known.answers), scene))

    def _slots(self, action: FillIn | ChangeAnswers, draft: Draft) -> tuple[Slot[Any], ...]:
        walked = self._dialogue.walked(draft)
        if isinstance(action, ChangeAnswers):
            return tuple(slot for slot in walked.answered if slot.label)
        slot = walked.slot(action.slot)
        if slot is None:
            raise Stale(_("This question is no longer open. Please use the newest message."))
        return (slot,)

    def _draft(self, action: DraftAction, scene: Scene) -> Draft:
        draft = scene.chat.draft(action.draft)
        if draft is None:
            raise Stale(
                _(
                    "This is no longer open: it was finished or dropped. "
                    "If no case came of it, hand the message over again."
                )
            )
        return draft
