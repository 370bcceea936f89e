"""Which of several open matters is dropped, where a few words name it: "88412 was a mistake, ignore it"."""

from bot.conversation.draft import Draft
from bot.conversation.scene import Outcome, Scene
from bot.conversation.slot import Known
from bot.understanding.replies.answers import plain
from bot.understanding.replies.asides import LONGEST, asks_back
from bot.understanding.replies.dropping import before_dropping, behind_dropping, calls_off, drops_first
from bot.understanding.words import fold
from flows.drafts import DIALOGUE
from flows.escalation import TICKET
from flows.people import PERSON
from flows.reading import read, read_draft
from flows.status import same_number
from flows.tickets import NUMBER, SHORTEST, YEAR
from flows.wishes import near, says_a_wish


def dropped_one(text: str, scene: Scene) -> Outcome | None:
    """The matter that is dropped by its ticket or its person, and how the others go on; None where no word drops one,
    or it cannot be told which."""
    if scene.chat.active is None or not _drops(text, scene):
        return None
    chat = scene.chat
    waiting = (chat.pending,) if chat.pending is not None else ()
    meant = [draft for draft in (*chat.drafts, *waiting) if _is_named(draft, text, scene)]
    if len(meant) != 1:
        return None
    if meant[0] is chat.pending:
        return DIALOGUE.unasked(chat, scene)
    return DIALOGUE.dropped(chat, meant[0], scene)


def names_none_of_them(text: str, scene: Scene) -> bool:
    """Whether a few words name a ticket that is of no open matter: they drop none of these."""
    numbers = _numbers(text)
    waiting = (scene.chat.pending,) if scene.chat.pending is not None else ()
    theirs = [ticket for draft in (*scene.chat.drafts, *waiting) for ticket in _tickets(draft, scene)]
    return bool(theirs) and bool(numbers) and not any(same_number(one, other) for one in numbers for other in theirs)


def _drops(text: str, scene: Scene) -> bool:
    if len(text) > LONGEST or asks_back(text):
        return False
    rest = before_dropping(text) or (behind_dropping(text) if drops_first(text) else None)
    if rest is None:
        return calls_off(text) or calls_off(NUMBER.sub(" ", text))
    return not (near(read(rest, scene)) or says_a_wish(rest))


def _is_named(draft: Draft, text: str, scene: Scene) -> bool:
    """Whether a text names a draft's ticket, or its person by a word of their name."""
    if numbers := _numbers(text):
        return any(same_number(one, other) for one in numbers for other in _tickets(draft, scene))
    person = Known(draft.answers).get(PERSON)
    name = person.name if person is not None else None
    return bool(name) and not {*fold(name or "").split()}.isdisjoint(fold(plain(text)).split())


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
