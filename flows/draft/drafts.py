"""The drafts of a conversation, and what waits for a word beside them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bot.conversation.asking import Confirm, Drop, Pick
from bot.conversation.draft import WHICH, WORD
from bot.conversation.pressing import handlers_of
from bot.conversation.scene import Outcome, Scene
from bot.errors import Stale
from bot.wording import _
from flows.dialogue import DIALOGUE
from flows.record.spoken_of import noted_with
from flows.record.which_case import LetGo, PassOn, question
from flows.record.word import pass_on

HANDLERS = handlers_of(DIALOGUE)


def going_on(outcome: Outcome, scene: Scene) -> Outcome:
    """What was done with a message, and the question that is open."""
    chat = outcome.chat
    return outcome.then(DIALOGUE.again(chat, chat.active, scene)) if chat and chat.active else outcome


def asked_still(outcome: Outcome, scene: Scene) -> Outcome:
    """What waits for a word stays in sight: it is asked again under whatever else was answered."""
    chat = scene.chat if outcome.chat is None else outcome.chat
    waits = chat.waits or (chat.pending if chat.active is None else None)
    known = waits == scene.chat.pending or waits in scene.chat.later
    if waits is None or waits.asked not in (WHICH, WORD) or not known:
        return outcome
    card = DIALOGUE.which_card(chat, waits) if waits.asked == WHICH else question(waits, scene)
    return replace(outcome, says=(*outcome.says, card), chat=chat.asking_of(waits))


def _asked_still_behind(press: Callable[[Any, Scene], Outcome]) -> Callable[[Any, Scene], Outcome]:
    """The same, and what waits for a word is asked again where nothing else is open any more."""
    return lambda action, scene: asked_still(press(action, scene), scene)


for _kind in (Pick, Confirm, Drop):
    HANDLERS.pressed[_kind] = _asked_still_behind(HANDLERS.pressed[_kind])


@HANDLERS.on_press(PassOn)
def _pass_on(press: PassOn, scene: Scene) -> Outcome:
    return noted_with(press.case, asked_still(going_on(pass_on(press, scene), scene), scene), scene)


@HANDLERS.on_press(LetGo)
def _let_go(press: LetGo, scene: Scene) -> Outcome:
    chat, active = scene.chat, scene.chat.active
    if chat.draft(press.draft) is None or active is None:
        raise Stale(_("This is no longer open: it was passed on or dropped."))
    return DIALOGUE.dropped(chat.without(press.draft), chat.draft(press.other) or active, scene)
