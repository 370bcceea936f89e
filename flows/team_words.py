"""What somebody of the privacy team asks for in a few words: "show DSR-2026-0042", "take 42", "close it", "search Ana
Diaz", "anything on ana@x.example?". They get the case's card, whose buttons do what they want, or what is found.
"""

import re

from bot.cases.views import case_card
from bot.conversation.card import Card
from bot.conversation.scene import Outcome, Scene
from bot.understanding.replies.answers import in_own_words, plain
from bot.understanding.replies.asides import (
    asks_back,
    asks_how,
    asks_of_open,
    at_work,
    looks_around,
    moves,
    orders,
    searched_for,
)
from bot.understanding.replies.short_whiles import counts_time
from bot.understanding.replies.which_open import may_name_colleague
from bot.understanding.words import EMAIL
from bot.wording import _
from flows.another import SMALL_TALK, asks_something
from flows.drafts import DIALOGUE
from flows.find import open_cases, owners, search
from flows.handed import Handed
from flows.status import no_case_of, numbers_in, our_reference, state_of, status
from flows.wishes import asks, wants

_ADDRESS = re.compile(EMAIL)
_CLAUSE = re.compile(r"[,.;!?]")
_FIRST_WORDS = 5  # of an order that say what is to be done
_ABOVE = "\n\n"  # behind it stands the message below which something was said in a thread


def shown_to_team(handed: Handed, scene: Scene) -> Outcome | None:
    """The case, or the cases, that a few words of somebody of the team ask for; None for any other message."""
    order, _sign, above = handed.mail.text.strip().partition(_ABOVE)
    if not scene.by_team or not handed.typed or len(order) > SMALL_TALK:
        return None
    if (card := _of_reference(handed, order, scene, below_card=bool(above))) is None and not above:
        card = _of_number(handed, order, scene) or _found(handed, order, scene)
        if card is None and scene.chat.active is None and scene.chat.pending is None:
            return _of_none(handed, order, scene)
    if card is None:
        return None
    active = scene.chat.active
    return Outcome(says=(card,)) if active is None else DIALOGUE.after(scene.chat, active, scene, card)


def _of_reference(handed: Handed, order: str, scene: Scene, *, below_card: bool) -> Card | None:
    """The card of a case that is named with what they want to do, or below whose card they write that."""
    named = our_reference(handed.reading)
    if named is None or scene.records.case(named) is None:
        return None
    rest = _without(named, order)
    asked = at_work(rest) or (below_card and (moves(rest) or asks_how(rest, question=asks_back(rest))))
    return status(named, scene) if asked else None


def _of_number(handed: Handed, order: str, scene: Scene) -> Card | None:
    """The same of one that is named by its ticket or by the last digits of its reference: "take 42"."""
    numbers = numbers_in(order)
    if len(numbers) != 1 or _ADDRESS.search(order) or our_reference(handed.reading) is not None:
        return None
    rest, number = _without(numbers[0], order), numbers[0].strip("#")
    known = state_of(order, scene)  # of a ticket
    if not plain(rest):
        waits = scene.chat.active is not None  # perhaps for such a number
        return None if waits else known or _numbered(number, scene)
    if looks_around(rest, _team(scene)) or (orders(rest) and not wants(rest)):
        return known or _numbered(number, scene) or no_case_of(numbers[0], scene)
    first = " ".join(rest.split()[:_FIRST_WORDS])  # "put 1 on hold until he sends the form"
    if not moves(first) or _may_ask(handed, rest, scene):
        return None
    behind = plain(order.partition(numbers[0])[2]).split()[:1]
    return known if counts_time(" ".join(behind)) else known or _numbered(number, scene)


def _numbered(number: str, scene: Scene) -> Card | None:
    """What a case's number of this year, or whatever else it may be, finds."""
    cases = scene.records.found_by(number)
    if len(cases) == 1:
        return case_card(cases[0], scene.policy, today=scene.today)
    return search(number, scene) if cases else None


def _found(handed: Handed, order: str, scene: Scene) -> Card | None:
    """The cases of a person, or what is said where there are none."""
    if (address := _ADDRESS.search(order)) is not None:
        rest = _without(address[0], order)
        if searched_for(rest) == "" or looks_around(rest):  # but not "find ... and delete it"
            return search(address[0], scene)
        bare = not plain(rest) and scene.chat.active is None
        return search(address[0], scene) if bare and scene.records.found_by(address[0]) else None
    words = searched_for(order)
    return search(words, scene) if words and not (asks_something(handed) or wants(order)) else None


def _of_none(handed: Handed, order: str, scene: Scene) -> Outcome | None:
    """The card of the one case that can be meant where they name none ("close it"), or the open cases."""
    if any(map(str.isdecimal, order)):
        return None
    named = may_name_colleague(order)
    if named and not in_own_words(order) and named <= owners(scene):
        return Outcome(says=(open_cases(scene, order),))
    if _may_ask(handed, order, scene):
        return None
    if asks_of_open(order) and not (handed.reading.name or in_own_words(order)):
        return Outcome(says=(open_cases(scene, order),))
    if not moves(order):
        return None
    if handed.reading.name or searched_for(order):
        return None  # "who is Bo Berg": any case but the one that can be meant
    every = scene.records.open_cases()
    mine = [case for case in every if case.owner == scene.speaker.id]
    for cases in (mine, every):
        if len(cases) == 1:
            return Outcome(says=(status(cases[0].reference, scene),))
    if not every:
        return Outcome(says=(open_cases(scene),))
    which = _("Which case? Write its number with it, for example “take 12”.")
    return Outcome(says=(Card.of(which), open_cases(scene)))


def _may_ask(handed: Handed, order: str, scene: Scene) -> bool:
    """Whether an order may be somebody's wish, or their own: "close my account" is none about a case."""
    reading, first = handed.reading, _CLAUSE.split(order.strip())[0]
    if reading.surely_asks or wants(order):
        return True  # "close it, Bo Berg wants a copy"
    if looks_around(first, _team(scene)):
        return False  # "close it, I answered him today"
    return asks(reading) or (reading.unsure and in_own_words(order))


def _team(scene: Scene) -> frozenset[str]:
    return frozenset(word for _id, name in scene.team for word in plain(name).split())


def _without(named: str, text: str) -> str:
    return re.sub(re.escape(named), " ", text, flags=re.IGNORECASE)
