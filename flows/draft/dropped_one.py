"""Which of several open matters is dropped, where a few words name it: "88412 was a mistake, ignore it"."""

from bot.conversation.draft import Draft
from bot.conversation.scene import Outcome, Scene
from bot.conversation.slot import Known
from bot.understanding.replies.answers import phrases, plain
from bot.understanding.replies.asides import LONGEST, asks_back
from bot.understanding.replies.dropping import drops_named
from bot.understanding.wordlists import word_lists
from bot.understanding.words import fold
from flows.dialogue import DIALOGUE
from flows.escalation import TICKET
from flows.slots.people import PERSON
from flows.slots.reading import read_draft
from flows.slots.tickets import NUMBER, SHORTEST, YEAR, before_tickets
from flows.status import same_number


def dropped_one(text: str, scene: Scene) -> Outcome | None:
    """The matter that is dropped by its ticket or its person, or each of several, and how the others go on; None where
    no word drops one, or it cannot be told which."""
    chat = scene.chat
    if chat.active is None or len(text) > LONGEST or asks_back(text):
        return None
    together = _dropped_together(text, scene)
    meant = together or [draft for draft in chat.matters if _is_dropped(draft, text, scene)]
    if len(meant) != 1 and not together:
        return None
    if meant == [chat.pending]:
        return DIALOGUE.unasked(chat, scene)
    *first, last = meant
    for draft in first:
        chat = chat.without(draft.id)
    return DIALOGUE.dropped(chat, last, scene)


def _dropped_together(text: str, scene: Scene) -> list[Draft]:
    """The matters that a text drops in one breath: "88412 and 88413 were tests, ignore them"."""
    named = [(draft, names) for draft in scene.chat.matters if (names := _named(draft, text, scene))]
    every = {word for _draft, names in named for word in names}
    beside = _beside() | phrases("between") | phrases("both") | phrases("all")
    told = len(named) > 1 and drops_named(text, every, beside)
    return [draft for draft, _names in named] if told else []


def names_none_of_them(text: str, scene: Scene) -> bool:
    """Whether a few words name a ticket that is of no open matter: they drop none of these."""
    numbers = _numbers(text)
    theirs = [ticket for draft in scene.chat.matters for ticket in _tickets(draft, scene)]
    return bool(theirs) and bool(numbers) and not any(same_number(one, other) for one in numbers for other in theirs)


def _is_dropped(draft: Draft, text: str, scene: Scene) -> bool:
    """Whether a text drops what it names by a draft's ticket, or by a word of its person's name."""
    names = _named(draft, text, scene)
    return bool(names) and drops_named(text, names, _beside())


def _named(draft: Draft, text: str, scene: Scene) -> set[str]:
    """The words by which a text names a draft: its ticket, or else its person."""
    if numbers := _numbers(text):
        theirs = _tickets(draft, scene)
        own = [one for one in numbers if any(same_number(one, other) for other in theirs)]
        return {word for one in own for word in _words(one)}
    person = Known(draft.answers).get(PERSON)
    names = {*_words(person.name or "")} if person is not None else set[str]()
    return names if not names.isdisjoint(_words(text)) else set()


def _words(text: str) -> list[str]:
    return fold(plain(text)).split()


def _beside() -> frozenset[str]:
    return before_tickets() | phrases("titles", "names") | word_lists("both_named")["articles"]


def _tickets(draft: Draft, scene: Scene) -> tuple[str, ...]:
    """The ticket of a draft; of one whose ticket is not known, that of its words."""
    ticket = Known(draft.answers).get(TICKET)
    if ticket is not None or not draft.text:
        return (ticket,) if ticket is not None else ()
    read_there = read_draft(draft, scene).ticket
    return (read_there.value,) if read_there is not None else ()


def _numbers(text: str) -> list[str]:
    found = (number for number in NUMBER.finditer(text[:LONGEST]) if not YEAR.fullmatch(number[2]))
    return [number[0].lstrip("#") for number in found if number[1] or len(number[2]) >= SHORTEST]
