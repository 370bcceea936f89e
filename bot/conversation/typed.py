"""Words that say what a button says: its label in any language of the bot, or one of the usual words for it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.conversation.action import Action, decoded
from bot.conversation.asking import (
    AddTo,
    ChangeAnswers,
    Drop,
    FillIn,
    Pick,
    TakeUp,
    Yes,
    question_buttons,
    review_buttons,
    which_buttons,
)
from bot.conversation.card import Button
from bot.conversation.dialogue import Dialogue
from bot.conversation.draft import REVIEW, WHICH, WORD, Chat, Draft
from bot.conversation.scene import Handlers, Outcome, Scene
from bot.conversation.slot import NOT_SAID, Known
from bot.understanding.replies.answers import (
    LONGEST,
    chosen,
    confirms,
    denies,
    knows_not,
    picks,
    picks_two,
    plain,
)
from bot.understanding.replies.slips import Names
from bot.wording import LANGUAGES, _, speaking

SEVERAL = 2  # choices, of which one may be called by its place; of more, "both" tells none
NEW = "new"  # the choice of a question that makes a matter of its own of a message
Buttons = Callable[[], Sequence[Button]]


@dataclass(frozen=True)
class Typing:
    """Does what the buttons under the open question do, when their words are typed.

    Args:
        stray: the buttons under a pending message that is no draft yet.
    """

    dialogue: Dialogue
    handlers: Handlers
    stray: Callable[[Draft, Scene], Sequence[Button]]

    def does(self, text: str, scene: Scene) -> Outcome | None:
        """What a button does that these words name; None where they name none."""
        if len(text) > LONGEST:
            return None
        chat = scene.chat
        last, *before = self._open(chat, scene)
        action = labelled(text, last) or _meant(text, last())
        for buttons in before:  # a question above the last one is answered by its buttons' own words
            earlier = labelled(text, buttons) or (_meant(text, buttons()) if chosen(text) else None)
            action = action or (None if isinstance(earlier, Drop) else earlier)  # "cancel" is meant for the last one
        if action is None:
            if chat.active is not None and chat.active.asked == REVIEW and chat.waits is None and denies(text):
                return self.dialogue.again(chat, chat.active, scene, what_else())
            return None
        if isinstance(action, FillIn | ChangeAnswers):
            return self._in_words(action, scene)
        return self.handlers.pressed[type(action)](action, scene)

    def _in_words(self, action: FillIn | ChangeAnswers, scene: Scene) -> Outcome | None:
        """Words open no form: they are told how to say it in words."""
        draft = scene.chat.draft(action.draft)
        if draft is None:
            return None
        if isinstance(action, ChangeAnswers):
            return self.dialogue.again(scene.chat, draft, scene, what_else())
        slot = self.dialogue.walked(draft).slot(action.slot)
        names = [choice.label for choice in slot.choices(Known(), scene, None)] if slot and slot.choices else []
        if slot is not None and slot.field == "date":
            how = _("Write the day, for example “24 November 2026” or “yesterday”.")
        elif len(names) > 1:
            how = _("Write which, one or several: {names}.", names="; ".join(names))
        else:
            how = _("Say it in your own words.")
        return self.dialogue.again(scene.chat, draft, scene, how)

    def _open(self, chat: Chat, scene: Scene) -> tuple[Buttons, ...]:
        """The buttons under the open questions; those under what was asked last come first."""
        pending, active = chat.pending, chat.active
        if active is None:
            return (self._of_message(chat, pending, scene),) if pending is not None else (lambda: (),)
        if pending is None or pending.asked not in (WHICH, WORD):
            return (self._of_draft(active, scene),)
        both = self._of_message(chat, pending, scene), self._of_draft(active, scene)
        return both if chat.waits is not None else both[::-1]

    def _of_message(self, chat: Chat, pending: Draft, scene: Scene) -> Buttons:
        """The buttons under the question what a message is."""
        if pending.asked == WHICH:
            return lambda: which_buttons(pending, self.dialogue.about(chat.active) if chat.active else "")
        return lambda: self.stray(pending, scene)

    def _of_draft(self, active: Draft, scene: Scene) -> Buttons:
        """The buttons under the open draft's question."""
        if active.asked == REVIEW:
            return lambda: review_buttons(self.dialogue.flow(active), active)
        slot = self.dialogue.walked(active).slot(active.asked or "")
        if slot is None:
            return lambda: ()
        known, reading = Known(active.answers), self.dialogue.reading(active, scene)
        choices = slot.choices
        return lambda: question_buttons(active, slot, choices(known, scene, reading) if choices else ())


def what_else() -> str:
    """How a review is changed in words."""
    return _(
        "What should be different? Say it, for example “it came in yesterday”, “she lives in Spain”, “also a copy”; or "
        "press “Change something …”."
    )


def labelled(text: str, buttons: Buttons) -> Action | None:
    """The action of the button whose label was typed, in any language of the bot, a slip forgiven."""
    by_label: dict[str, Button] = {}
    for language in LANGUAGES:
        with speaking(language):
            for button in buttons():
                by_label.setdefault(plain(button.label), button)
    by_label.pop("", None)
    label = Names(by_label).nearest(plain(text)) if by_label else None
    return decoded(by_label[label].payload) if label else None


def _meant(text: str, buttons: Sequence[Button]) -> Action | None:
    """The action that the usual words for it mean: "yes", "none", "something else", "a new one"."""
    actions = [decoded(button.payload) for button in buttons]
    match chosen(text):
        case "none":  # not where giving up is called "Cancel": "none" may be an answer there
            gives_up = [b for b in buttons if isinstance(decoded(b.payload), Drop) and b.label != _("Cancel")]
            return decoded(gives_up[0].payload) if gives_up and not _may_be_picked(actions) else None
        case "else":
            return next((action for action in actions if isinstance(action, FillIn | ChangeAnswers)), None)
        case "new":
            return next((action for action in actions if _is_new(action)), None)
        case "more":
            others = [a for a in actions if isinstance(a, Pick | AddTo) and not _is_new(a)]
            known = any(map(_is_new, actions))
            return others[0] if known and len(others) == 1 else None
        case _ if knows_not(text):
            return next((action for action in actions if isinstance(action, Pick) and action.value == NOT_SAID), None)
        case _ if confirms(text):
            return next((decoded(button.payload) for button in buttons if _is_yes(button)), None)
    several = any(isinstance(decoded(b.payload), FillIn) for b in buttons)  # a form where several may be chosen
    return _by_place([action for action in actions if isinstance(action, Pick)], text, several=several)


def _by_place(offered: Sequence[Pick], text: str, *, several: bool) -> Pick | None:
    """The choice that is picked by its place ("the second one"), or the one that stands for several ("both"). Where one
    stands for several, no place is sure; and "the first" may be a day.

    Args:
        several: more than one may be chosen: "the first and third".
    """
    together = [pick for pick in offered if "," in pick.value]
    if len(offered) < SEVERAL or any(map(_is_day, offered)):
        return None
    places = picks(text, len(offered))
    if together:
        return together[0] if len(places) > 1 else None
    if len(places) > 1 and several and not (len(places) > SEVERAL and picks_two(text)):
        first = offered[places[0]]
        return first.model_copy(update={"value": ",".join(offered[place].value for place in places)})
    return offered[places[0]] if len(places) == 1 else None


def _is_day(pick: Pick) -> bool:
    try:
        date.fromisoformat(pick.value)
    except ValueError:
        return False
    return True


def _may_be_picked(actions: list[Action]) -> bool:
    """Whether the question has a single choice, which says that there is nothing to tell: "none" is that choice."""
    return sum(isinstance(action, Pick) for action in actions) == 1 and not any(
        isinstance(action, AddTo) for action in actions
    )


def _is_yes(button: Button) -> bool:
    """Whether "yes" means this button: the one that stands out under a question of yes or no."""
    return button.style == "primary" and isinstance(decoded(button.payload), Yes)


def _is_new(action: Action) -> bool:
    """Whether it makes a matter of its own of a message."""
    return isinstance(action, TakeUp) or (isinstance(action, Pick) and action.value == NEW)
