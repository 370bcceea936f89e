"""What somebody of the privacy team asks for in a few words: "show DSR-2026-0042", "take 42", "close it", "search Ana
Diaz", "anything on ana@x.example?". They get the case's card, whose buttons do what they want, or what is found.
"""

import re
from collections.abc import Sequence

from bot.cases.snapshot import CaseView
from bot.conversation.card import Card
from bot.conversation.scene import Outcome, Scene
from bot.understanding.replies.answers import LONGEST, in_own_words, plain
from bot.understanding.replies.asides import asks_how, asks_of_open, counts_time
from bot.understanding.replies.days import names_a_day
from bot.understanding.replies.dropping import undoes
from bot.understanding.replies.team_orders import (
    asks_of_its_dates,
    asks_of_somebody,
    begins_with_order,
    calls_a_case,
    hands_all,
    is_order,
    is_question,
    leads_order,
    leaves_out,
    links,
    looks_around,
    moves,
    only_asks,
    searched_for,
    tells_beside_order,
    with_something,
)
from bot.understanding.replies.which_new import came_in_since
from bot.understanding.replies.which_open import may_name_colleague, which_open
from bot.understanding.words import ADDRESS
from bot.wording import _
from flows.draft.another import SMALL_TALK, asks_something
from flows.draft.asides import in_passing
from flows.handover.handed import Handed
from flows.record.find import by_no_name, came_in, open_cases, owners, search
from flows.record.spoken_of import of_shown, shown_before
from flows.record.team_cases import (
    above,
    answered,
    cards_of,
    colleagues,
    numbered,
    ranges_listed,
    shown,
    whole_reference,
)
from flows.record.which_case import nothing_open
from flows.slots.wishes import asks, names_a_wish, wants
from flows.status import no_case_of, numbers_in, our_reference, references_in, state_of, status

_PARTS = re.compile(r"[,.;!?]|\b(?:and|en|und|et|y|e|i)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[,.;!?]")
_ABOVE = "\n\n"  # behind it stands the message below which something was said in a thread


def shown_to_team(handed: Handed, scene: Scene) -> Outcome | None:
    """The case, or the cases, that a few words of somebody of the team ask for; None for any other message."""
    order, _sign, card = handed.mail.text.strip().partition(_ABOVE)
    if not scene.by_team or not handed.typed or len(order) > LONGEST:
        return None
    if our_reference(handed.reading) is not None:
        return _of_reference(handed, order, card, scene)
    if card or len(order) > SMALL_TALK:
        return None
    order = ranges_listed(order)
    if found := _of_number(handed, order, scene) or _found(handed, order, scene):
        return above(found, scene)
    return _of_none(handed, order, scene) if scene.chat.active is None else None


def ordered_beside(handed: Handed, scene: Scene) -> tuple[Card, ...]:
    """The cards of the cases about which an order stands beside something else: "close 3, and Bo Berg wants a copy"."""
    text = handed.mail.text.strip()
    if not (scene.by_team and handed.typed) or len(text) > LONGEST:
        return ()
    ordered = list[CaseView]()
    for part in _PARTS.split(text):
        cases = _named_in(part, scene)
        rest = part
        for _case, words in cases:
            rest = rest.replace(words, " ")
        ordered += [case for case, _words in cases] if begins_with_order(rest) else []
    return cards_of(ordered, scene)


def _of_reference(handed: Handed, order: str, card: str, scene: Scene) -> Outcome | None:
    """The card of a case that is named, or below whose card it is said, with what they want to do or to know; None for
    what they tell of it, or want of somebody else."""
    reading, known = handed.reading, scene.records.case
    below = [case for named in references_in(card) if (case := known(named)) is not None]
    cases = [*below, *(case for named in references_in(order) if (case := known(named)) is not None)]
    rest = order
    for named in references_in(order):
        rest = _without(named, rest)
    if not cases:
        asks_anew = reading.surely_asks or wants(rest)
        return None if asks_anew or card else Outcome(says=(_unknown(references_in(order)),))
    if reading.email is not None:
        return None  # perhaps somebody else
    talk = " ".join(word for word in rest.split() if plain(word) not in colleagues(scene))  # "thanks Pieter, perfect"
    if card and (said := in_passing(talk, scene)) is not None:
        return said
    asked = only_asks(order) and not reading.surely_asks
    together = len(cases) > 1 and not below and any(map(moves, _PARTS.split(rest)))  # "... is done, and ... belongs to"
    # "same as 2, merge them"
    linked = [case for case, _number in numbered(rest, scene)] if links(rest) or not any(map(str.isalpha, rest)) else []
    ordered = is_order(rest, colleagues(scene)) and not wants(rest)
    if ordered and not card and tells_beside_order(rest):
        return None  # "close ..., letter sent on Friday"
    if not (asked or together or linked or ordered or asks_how(rest, question=is_question(rest))):
        return None
    found = shown([*cases, *linked], order, scene)
    missing = [named for named in references_in(order) if known(named) is None]
    return Outcome(says=(_unknown(missing),)).then(found) if missing else found


def _unknown(references: Sequence[str]) -> Card:
    named = ", ".join(references)
    return Card.of(_("I know no case {reference}. Nothing was kept of it: please look at the number.", reference=named))


def _named_in(text: str, scene: Scene) -> list[tuple[CaseView, str]]:
    """The cases that a few words name, each with the words that do."""
    known = [(scene.records.case(named), named) for named in references_in(text)]
    whole = [(case, named) for case, named in known if case is not None]
    return whole or [(case, number[0]) for case, number in numbered(text, scene)]


def _of_number(handed: Handed, order: str, scene: Scene) -> tuple[Card, ...]:
    """The same of one that is named by its ticket or by the last digits of its reference: "take 42"."""
    numbers = numbers_in(order)
    if len(numbers) != 1 or ADDRESS.search(order):
        return ()
    rest, number = _without(numbers[0], order), numbers[0].strip("#")
    before, _number, behind = order.partition(numbers[0])
    if names_a_day(f"{number} {' '.join(behind.split()[:1])}"):
        return ()  # "remind me on 9 April"
    if leaves_out(before):
        return (open_cases(scene, order),)
    if undoes(order):
        return _numbered(number, order, scene)  # "undo that, I meant 6"
    state = state_of(order, scene)  # of a ticket
    known = (state,) if state is not None else ()
    if not plain(rest):
        waits = scene.chat.active is not None  # perhaps for such a number
        return () if waits else known or _numbered(number, order, scene)
    if looks_around(rest, colleagues(scene)):
        return known or _numbered(number, order, scene) or (no_case_of(numbers[0], scene),)
    ordered = is_order(rest, colleagues(scene)) or leads_order(before)  # "put 1 on hold until he sends the form"
    if not ordered or tells_beside_order(order) or _may_ask(handed, rest, scene):
        return ()
    return known if counts_time(" ".join(plain(behind).split()[:1])) else known or _numbered(number, order, scene)


def _numbered(number: str, order: str, scene: Scene) -> tuple[Card, ...]:
    """What a case's number of this year, or whatever else it may be, finds."""
    cases = scene.records.found_by(whole_reference(number))
    if len(cases) == 1:
        return (*cards_of(cases, scene), *answered(cases[0], order, scene))
    return (search(number, scene),) if cases else ()


def _found(handed: Handed, order: str, scene: Scene) -> tuple[Card, ...]:
    """The cases of a person, or what is said where there are none."""
    if (address := ADDRESS.search(order)) is not None:
        rest = _without(address[0], order)
        asked = searched_for(rest) == "" or looks_around(rest)  # but not "find ... and delete it"
        bare = not plain(rest) and scene.chat.active is None and bool(scene.records.found_by(address[0]))
        return (search(address[0], scene),) if asked or bare else ()
    words = searched_for(order)
    return (search(words, scene),) if words and not (asks_something(handed) or wants(order)) else ()


def _of_none(handed: Handed, order: str, scene: Scene) -> Outcome | None:
    """The card of the one case that can be meant where they name none ("close it"), or the open cases."""
    if (since := came_in_since(order, scene.today)) is not None:
        return Outcome(says=(came_in(since, scene),))
    surely = handed.reading.surely_asks or wants(order)
    if undoes(order) and not (surely or handed.reading.names_anything):
        return Outcome(says=(Card.of(nothing_open(scene)),))  # "oops, wrong one, undo"
    before = shown_before(scene)
    if any(map(str.isdecimal, order)) and not (before is not None and asks_of_its_dates(order)):
        return None  # but "why not 5 April"
    called = calls_a_case(order)
    if before is not None and not called and of_shown(order, scene) and not _may_ask(handed, order, scene):
        return shown([before], order, scene)
    named = may_name_colleague(order)
    if named and not in_own_words(order) and named <= owners(scene):
        return Outcome(says=(open_cases(scene, order),))
    which = which_open(order, scene.today, owners(scene))
    plainly = not (surely or in_own_words(order))
    if which.own and asks_of_open(order) and not (surely or names_a_wish(order)):
        return Outcome(says=(open_cases(scene, "mine"),))  # "who looks after my cases then?"
    stuck = (which.late or which.paused or which.nobodys) and is_question(order)  # "any where the clock is stopped?"
    if which and plainly and (asks_of_open(order) or stuck):
        return Outcome(says=(open_cases(scene, order),))
    if called and not (surely or handed.reading.name):
        return Outcome(says=(_which_case(), open_cases(scene)))
    if _looks_for_name(order, scene) and not surely:
        return Outcome(says=(by_no_name(),))
    if asks_of_somebody(order) and plainly:
        return Outcome(says=(by_no_name(),))  # "what did Ann Bell ask?"
    if hands_all(order, colleagues(scene)) and not surely:
        theirs = "mine" if which.own else order
        return Outcome(says=(open_cases(scene, theirs),))  # "give all of mine to Pieter": each by its card
    if _may_ask(handed, order, scene) or scene.chat.pending is not None:
        return None  # what waits for a word may go on: "letter came back"
    if asks_of_open(order) and not (handed.reading.name or in_own_words(order)):
        return Outcome(says=(open_cases(scene, order),))
    if not moves(order):
        return None
    if which.nobodys or which.closed:
        return Outcome(says=(open_cases(scene, order),))  # "I take all that nobody has"
    if handed.reading.name or searched_for(order):
        return None  # "who is Bo Berg": any case but the one that can be meant
    if before is not None:
        return shown([before], order, scene)  # "I'll take it"
    every = scene.records.open_cases()
    mine = [case for case in every if case.owner == scene.speaker.id]
    for cases in (mine, every):
        if len(cases) == 1:
            return Outcome(says=(status(cases[0].reference, scene),))
    if not every:
        return Outcome(says=(open_cases(scene),))
    return Outcome(says=(_which_case(), open_cases(scene)))


def _which_case() -> Card:
    return Card.of(_("Which case? Write its number with it, for example “take 12”."))


def _looks_for_name(order: str, scene: Scene) -> bool:
    """Whether somebody's case is looked for by a name: "I'll take Ann Bell's", "anything for Bell?"."""
    team, words = colleagues(scene), with_something(order).split()
    names = [word for word in words[1:] if word[:1].isupper() and len(plain(word).partition("'")[0]) > 1]
    others = [word for word in names if plain(word).partition("'")[0] not in team]
    return bool(others) and looks_around(" ".join(word for word in words if word not in names), team)


def _may_ask(handed: Handed, order: str, scene: Scene) -> bool:
    """Whether an order may be somebody's wish, or their own: "close my account" is none about a case."""
    reading, first = handed.reading, _CLAUSE.split(order.strip())[0]
    if reading.surely_asks or wants(order):
        return True  # "close it, Bo Berg wants a copy"
    if looks_around(first, colleagues(scene)):
        return False  # "close it, I answered him today"
    return asks(reading) or (reading.unsure and in_own_words(order))


def _without(named: str, text: str) -> str:
    return re.sub(re.escape(named), " ", text, flags=re.IGNORECASE)
