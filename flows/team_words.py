"""What somebody of the privacy team types about a case: they get its card, whose buttons do what they want."""

import re

from bot.cases.snapshot import CaseView
from bot.conversation.card import Card
from bot.conversation.scene import Outcome, Scene
from bot.understanding.replies.asides import asks_back, asks_how, at_work, moves
from bot.wording import _
from flows.another import SMALL_TALK
from flows.drafts import DIALOGUE
from flows.find import open_cases
from flows.handed import Handed
from flows.status import our_reference, state_of, status

_NUMBER = re.compile(r"(?<![\w.,:/-])#?(\d{1,4})(?![\w.:/-])")  # the end of a reference: "take 12"
FIRST_WORDS = 5  # of an order that say what is to be done
_ABOVE = "\n\n"  # behind it stands the message below which something was said in a thread


def card_for_team(handed: Handed, scene: Scene) -> Outcome | None:
    """The card of the case with which they want to do something, or the open cases where they don't say which one. None
    for any other message."""
    order, _sign, above = handed.mail.text.strip().partition(_ABOVE)
    if not scene.by_team or not handed.typed or len(order) > SMALL_TALK:
        return None
    named = our_reference(handed.reading)
    if named is not None and scene.records.case(named) is not None:
        rest = re.sub(re.escape(named), " ", order, flags=re.IGNORECASE)
        asked = at_work(rest) or (bool(above) and (moves(rest) or asks_how(rest, question=asks_back(rest))))
        return _shown(status(named, scene), scene) if asked else None
    if above or scene.chat.pending is not None or handed.reading.surely_asks:
        return None
    if (case := _of_number(order, scene)) is not None:
        return _shown(status(case.reference, scene), scene)
    if scene.chat.active is not None or any(map(str.isdecimal, order)) or not moves(order):
        return None
    every = scene.records.open_cases()
    mine = [case for case in every if case.owner == scene.speaker.id]
    for cases in (mine, every):
        if len(cases) == 1:
            return _shown(status(cases[0].reference, scene), scene)
    if not every:
        return Outcome(says=(open_cases(scene),))
    which = _("Which case? Write its number with it, for example “take 12”.")
    return Outcome(says=(Card.of(which), open_cases(scene)))


def _of_number(order: str, scene: Scene) -> CaseView | None:
    """The case that an order calls by the end of its reference, where no ticket has that number."""
    numbers = _NUMBER.findall(order)
    if len(numbers) != 1 or state_of(numbers[0], scene) is not None:
        return None
    rest = " ".join(_NUMBER.sub(" ", order).split()[:FIRST_WORDS])  # "put 1 on hold until he sends the form"
    if not (moves(rest) or asks_how(rest, question=asks_back(order))):
        return None
    found = [one for one in scene.records.found_by(numbers[0]) if one.reference.endswith(f"-{numbers[0]:0>4}")]
    return found[0] if found else None


def _shown(card: Card, scene: Scene) -> Outcome:
    active = scene.chat.active
    return Outcome(says=(card,)) if active is None else DIALOGUE.after(scene.chat, active, scene, card)
