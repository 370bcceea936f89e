"""That a request is taken back, and what is asked for besides."""

import re
from dataclasses import replace

from bot.conversation.draft import Draft
from bot.conversation.scene import Scene
from bot.conversation.slot import Known
from bot.rights import Right
from bot.understanding.mail import new_words
from bot.understanding.replies.answers import phrases, plain, takes_back
from bot.understanding.replies.asides import LONGEST, asks_back
from bot.understanding.replies.dropping import calls_off
from bot.understanding.replies.withdrawing import wants_no_more
from bot.wording import _, cut
from flows.handover.handed import Handed
from flows.particulars import SLOTS
from flows.record.which_case import just_opened
from flows.slots.reading import read, sentence
from flows.slots.rights import RIGHTS
from flows.slots.wishes import asks, names_a_wish, wants
from flows.status import numbers_in

_CLAUSE = re.compile(r"[.!?;,\n]+")
_LOOKED_AT = 20_000  # characters


def is_no_longer_wanted(handed: Handed, scene: Scene) -> bool:
    """Whether a few words beside an open draft, or about the case that was opened just now, tell that somebody does not
    want it any more, and nothing that they want instead: "she changed her mind", but not "she changed her mind, wants a
    copy"."""
    text, spoken_of = handed.mail.text, scene.chat.active is not None or just_opened(scene) is not None
    if not spoken_of or not handed.typed or not wants_no_more(text):
        return False
    return not (names_a_wish(text) or wants(text.replace("wants it", "")) or asks_back(text))


def is_told_by_number(handed: Handed) -> bool:
    """Whether a few words about a ticket say that it is dropped: "6210 withdrew", "laat 6210 maar zitten"."""
    text = handed.mail.text
    return (
        handed.typed and bool(numbers_in(text)) and not asks_back(text) and (wants_no_more(text) or _is_dropped(text))
    )


def says_taken_back(text: str) -> bool:
    """Whether a text that was handed over in parts says in one of them that somebody wants no more of it."""
    return any(calls_off(part) or wants_no_more(part) or _is_dropped(part) for part in text.split("\n\n"))


def _is_dropped(text: str) -> bool:
    """Whether words around a number drop it: not "stop 6210", which may be a wish."""
    numbers = numbers_in(text) if len(text) <= LONGEST else ()
    rest = " ".join(word for word in text.split() if word.strip(".:,;!#") not in numbers)
    return len(numbers) == 1 and calls_off(rest) and plain(rest) not in phrases("weak_drops", "asides")


def asks_besides_taking_back(handed: Handed) -> bool:
    """Whether a message that takes a request back may ask for something. A few words in which no wish stands do not,
    whatever they sound like: "4711 takes her request back"."""
    text = handed.mail.text
    few = handed.typed and len(text) <= LONGEST
    numbers = numbers_in(text) if few else ()
    if few and " ".join(word for word in plain(text).split() if word not in numbers) in phrases("withdraws"):
        return False
    if few and _is_dropped(text):  # "4711 please forget it" sounds like a wish to be forgotten
        return False
    few = few and not handed.reading.surely_asks
    if few and not (names_a_wish(text) or wants(text)):
        return False
    return asks(handed.reading)


def asked_besides(handed: Handed, scene: Scene) -> Draft | None:
    """What a message that takes a request back asks for besides, as a draft of its own; None where it doesn't."""
    words = new_words(handed.mail)
    if asks_besides_taking_back(handed) or not takes_back(words):
        return None
    rest = [clause for clause in _CLAUSE.split(words[:_LOOKED_AT]) if not takes_back(clause)]
    asked = read(", ".join(rest), scene)
    if not asked.rights or asked.unsure:
        return None
    draft = handed.drafts()[0]
    rights = tuple(fact.value for fact in asked.rights)
    known = Known(draft.answers).having(RIGHTS, rights, "heard", sentence(asked.text, asked.rights[0].span))
    return replace(draft, id=f"{draft.id}+", answers=known.answers)


def earlier_request(handed: Handed) -> Draft:
    """The draft of a message that takes a request back, where nothing tells which."""
    draft = handed.drafts()[0]
    quote = cut(" ".join(new_words(handed.mail).split()), 200)
    known = Known(draft.answers).having(RIGHTS, (Right.QUESTION,), "heard", quote)
    known = known.having(SLOTS[Right.QUESTION], _("Takes back an earlier request"), "heard", quote)
    return replace(draft, answers=known.answers)
