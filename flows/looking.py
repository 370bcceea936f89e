"""What somebody of the privacy team asks to see, in a few words: "show DSR-2026-0042", "who has 42?", "search Ana
Diaz", "anything on ana@x.example?". Shown at once; what is to be done, the buttons of a case's card do.
"""

import re

from bot.cases.views import case_card
from bot.conversation.card import Card
from bot.conversation.scene import Outcome, Scene
from bot.understanding.replies.answers import plain
from bot.understanding.replies.asides import at_work, looks_around, orders, searched_for
from bot.understanding.words import EMAIL
from flows.another import SMALL_TALK, asks_something
from flows.drafts import DIALOGUE
from flows.find import search
from flows.handed import Handed
from flows.status import no_case_of, numbers_in, our_reference, state_of, status

_ADDRESS = re.compile(EMAIL)


def shown_to_team(handed: Handed, scene: Scene) -> Outcome | None:
    """The case, or the cases, that a few words of somebody of the team ask for; None for any other message."""
    if not scene.by_team or not handed.typed or len(handed.mail.text) > SMALL_TALK:
        return None
    card = _of_reference(handed, scene) or _of_number(handed, scene) or _found(handed, scene)
    if card is None:
        return None
    active = scene.chat.active
    return Outcome(says=(card,)) if active is None else DIALOGUE.after(scene.chat, active, scene, card)


def _of_reference(handed: Handed, scene: Scene) -> Card | None:
    """The card of a case that is named with what they want to do."""
    named = our_reference(handed.reading)
    if named is None or scene.records.case(named) is None:
        return None
    return status(named, scene) if at_work(_without(named, handed.mail.text)) else None


def _of_number(handed: Handed, scene: Scene) -> Card | None:
    """The same of one that is named by its ticket or by the last digits of its reference: "take 42"."""
    text = handed.mail.text
    numbers = numbers_in(text)
    if len(numbers) != 1 or _ADDRESS.search(text) or our_reference(handed.reading) is not None:
        return None
    rest, number = _without(numbers[0], text), numbers[0].strip("#")
    known = state_of(text, scene)  # of a ticket
    if not plain(rest):
        waits = scene.chat.active is not None  # perhaps for such a number
        return None if waits else known or _numbered(number, scene)
    team = {word for _id, name in scene.team for word in plain(name).split()}
    if looks_around(rest, team) or orders(rest):
        return known or _numbered(number, scene) or no_case_of(numbers[0], scene)
    return known if at_work(rest) else None


def _numbered(number: str, scene: Scene) -> Card | None:
    """What a case's number of this year, or whatever else it may be, finds."""
    cases = scene.records.found_by(number)
    if len(cases) == 1:
        return case_card(cases[0], scene.policy, today=scene.today)
    return search(number, scene) if cases else None


def _found(handed: Handed, scene: Scene) -> Card | None:
    """The cases of a person, or what is said where there are none."""
    text = handed.mail.text
    if (address := _ADDRESS.search(text)) is not None:
        rest = _without(address[0], text)
        if searched_for(rest) is not None or looks_around(rest):
            return search(address[0], scene)
        bare = not plain(rest) and scene.chat.active is None
        return search(address[0], scene) if bare and scene.records.found_by(address[0]) else None
    words = searched_for(text)
    return search(words, scene) if words and not asks_something(handed) else None


def _without(named: str, text: str) -> str:
    return re.sub(re.escape(named), " ", text, flags=re.IGNORECASE)
