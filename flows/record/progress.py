"""Whether what somebody hands over asks how a case stands, and the answer."""

import re

from bot.conversation.card import Card
from bot.conversation.scene import Outcome, Scene
from bot.conversation.slot import Known
from bot.understanding.reading import Meta
from bot.understanding.replies.answers import LONGEST, of_arrival, phrases, plain
from bot.understanding.replies.arrived import only_when
from bot.understanding.replies.asides import asks_back, asks_how, asks_of_progress, thanks
from bot.understanding.replies.days import names_a_day
from bot.understanding.replies.letters import is_letter
from bot.wording import _
from flows.escalation import TICKET
from flows.handover.handed import Handed
from flows.record.find import own_cases
from flows.slots.wishes import names_or_says_a_wish
from flows.status import (
    by_ticket,
    mine,
    no_case_of,
    numbers_in,
    reference_in,
    same_number,
    status,
    ticket_in,
    tickets_named,
)

_LIKELY = 0.5  # chance of a question about progress beside a wish
_SENTENCES = re.compile(r"(?<=[.!?])\s+|\n+")
_LOOKED_AT = 20_000  # characters
_FEWEST_BEFORE, _FEWEST_BEHIND = 6, 4  # words of a sentence that tells something, beside a question
_FEW = 80  # characters of a question about a number


def asks_for_status(handed: Handed) -> bool:
    """Whether that is all it asks. A letter that was pasted asks the company, not the bot, and who tells on which day
    something came in asks nothing."""
    if handed.whole or is_letter(handed.mail.text) or _tells_day(handed.mail.text):
        return False
    named = handed.mail.text.strip().casefold()
    bare = handed.reading.case_reference is not None and named == handed.reading.case_reference.quote.casefold()
    asks = handed.reading.meta is Meta.STATUS_QUERY and not handed.reading.unsure
    of_progress = handed.typed and not handed.reading.surely_asks and asks_of_progress(handed.mail.text)
    return bare or asks or of_progress or asks_of_number(handed)


def _tells_day(text: str) -> bool:
    """Whether few words say that something came in on a day: "dated 2 March, but it arrived here yesterday"."""
    few = len(text) <= _FEW and not asks_back(text)
    return few and of_arrival(text) and names_a_day(text) and only_when(text, ())


def asks_of_number(handed: Handed) -> bool:
    """Whether a few words name a reference or a ticket, and say nothing else but that they ask how it goes: "what about
    ZD-4411?"."""
    text = handed.mail.text.strip()
    if not handed.typed or len(text) > _FEW or not (numbers := numbers_in(text)):
        return False
    for number in numbers:
        text = text.replace(number, " ")
    return asks_how(text, question=asks_back(handed.mail.text))


def asks_of_known(handed: Handed, scene: Scene) -> bool:
    """Whether it asks, in whatever words, about a ticket of theirs that led to a case, and for nothing else."""
    text = handed.mail.text.strip()
    short = handed.typed and len(text) <= _FEW
    return short and text.endswith("?") and not handed.reading.surely_asks and by_ticket(text, scene) is not None


def status_asked(handed: Handed, scene: Scene) -> Card:
    """The state of the case, of those that the ticket led to, or of all that was handed over."""
    text = handed.mail.text
    if (known := by_ticket(text, scene)) is not None:
        return known
    if (waiting := _waits_here(text, scene)) is not None:
        said = _("{ticket} is not open yet: it waits here, behind the one we are talking about.", ticket=waiting)
        return Card.of(said)
    named = handed.reading.ticket.value if handed.reading.ticket else ticket_in(text)
    if handed.reading.case_reference and (named is None or reference_in(text)):
        return status(text, scene)
    if named and named in (others := tickets_named(text)):
        return no_case_of(", ".join(others), scene)
    if named:
        return no_case_of(named, scene)
    return own_cases(scene) if scene.by_team else mine(scene)


def _waits_here(text: str, scene: Scene) -> str | None:
    """The ticket that a text names and that was handed over, but has no case yet."""
    pending = (scene.chat.pending,) if scene.chat.pending is not None else ()
    tickets = (Known(draft.answers).get(TICKET) for draft in (*scene.chat.drafts, *pending))
    known = [ticket for ticket in tickets if ticket]
    return next((ticket for ticket in known for number in numbers_in(text) if same_number(ticket, number)), None)


def asks_for_status_too(handed: Handed) -> bool:
    """Whether it asks that beside something else: "Any news on 4711? Also, delete my old address"."""
    chance = dict(handed.reading.candidates).get(Meta.STATUS_QUERY.value, 0.0)
    return handed.reading.unsure and not handed.whole and chance >= _LIKELY


def status_beside(handed: Handed, scene: Scene) -> Outcome:
    """The answer where it asks that beside something else, and names a reference, a ticket of theirs, or has handed
    something over."""
    if not asks_for_status_too(handed):
        return Outcome()
    known = handed.reading.case_reference or scene.records.handed_over_by(scene.speaker.id)
    state = status_asked(handed, scene) if known else by_ticket(handed.mail.text, scene)
    return Outcome(says=(state,)) if state is not None else Outcome()


def question_apart(text: str) -> tuple[str, str] | None:
    """The question how a ticket goes with which a few sentences begin or end, and all others, which want something for
    another ticket: "any news on 4711? new: 4712 wants a copy". None where there is no such question."""
    sentences = [one.strip() for one in _SENTENCES.split(text) if one.strip()] if len(text) <= LONGEST else []
    for at in (0, -1) if len(sentences) > 1 else ():
        question, others = sentences[at], " ".join(sentences[1:] if at == 0 else sentences[:-1])
        named, further = tickets_named(question), tickets_named(others)
        if not named or not set(further) - set(named) or not names_or_says_a_wish(others):
            continue
        beside = question
        for number in named:
            beside = beside.replace(number, " ")
        if question.endswith("?") and (asks_how(beside, question=True) or asks_of_progress(question)):
            return question, others
    return None


def tells_beside_question(text: str) -> bool:
    """Whether something is told behind a question, or at some length before it: "news of 4711? He moved to Spain"."""
    asked = False
    for sentence_ in _SENTENCES.split(text[:_LOOKED_AT]):
        if sentence_.rstrip().endswith("?"):
            asked = True
            continue
        words = [word for word in plain(sentence_).split() if word not in phrases("polite")]
        if len(words) >= (_FEWEST_BEHIND if asked else _FEWEST_BEFORE) and not thanks(sentence_):
            return True
    return False
