"""Few words that set a case right that was opened just now, without its reference: "the name is wrong", "it came on
Friday", "that was a test, drop it"."""

import re

from bot.conversation.scene import Scene
from bot.rights import Right
from bot.understanding.replies.answers import of_arrival, of_home, phrases, plain
from bot.understanding.replies.asides import LONGEST, sets_right
from bot.understanding.replies.dropping import calls_off, undoes
from bot.understanding.replies.remarks import begins_sorry, narrows, of_way
from bot.understanding.where.answered import is_only_a_place
from flows.handover.handed import Handed
from flows.record.told_ticket import ticket_told
from flows.record.which_case import just_opened
from flows.slots.names import bare_person, says_who
from flows.slots.wishes import names_a_wish, wants
from flows.status import cases_of_ticket

MOST_OF_PART = 7  # words that say how far a wish goes
_PARTS = re.compile(r"[,;\n]+|\.(?=\s)")
FEWEST_WORDS = 3  # of a sentence that tells an address: an address alone may begin another matter


def sets_opened_right(handed: Handed, scene: Scene) -> bool:
    """Whether it asks for nothing, and says that something is wrong, on which day it came in, or who it is about."""
    text = handed.mail.text
    words = plain(text).split()
    others = {fact.value for fact in handed.reading.rights} - {Right.RECTIFICATION}
    surely_another = bool(others) and not handed.reading.unsure
    if not handed.typed or len(text) > LONGEST or surely_another:
        return False
    if handed.reading.ticket:  # "sorry, wrong ticket number, it's 4712"
        tells = sets_right(text) or ticket_told(text, just_opened(scene), scene) is not None
        return tells and not cases_of_ticket(handed.reading.ticket.value, scene)
    if calls_off(text) or undoes(text) or of_way(text):
        return True
    if begins_sorry(text) and not names_a_wish(text) and not wants(text):
        return True  # "perdón, es Ana Díez"
    told_address = handed.reading.email is not None and _says_who_and_where(text, scene)
    if handed.reading.email is not None or handed.reading.name is not None:
        return (told_address or sets_right(text)) and len(words) >= FEWEST_WORDS
    if narrows(text) and len(words) <= MOST_OF_PART:  # "only the phone number"
        return True
    return sets_right(text) or _tells_the_day(handed, words)


def _says_who_and_where(text: str, scene: Scene) -> bool:
    """Whether some part of a text says who somebody is, and all others only how to reach them or where they live: "it's
    Bo Berg, bo@x.example, he lives in Oslo"."""
    parts = [part.strip(" .") for part in _PARTS.split(text) if part.strip(" .")]
    told = [says_who(part, scene) is not None for part in parts]
    return says_who(text, scene) is not None or (
        any(told)
        and all(
            said or bare_person(part, scene) is not None or of_home(part) or is_only_a_place(part)
            for said, part in zip(told, parts, strict=True)
        )
    )


def _tells_the_day(handed: Handed, words: list[str]) -> bool:
    """Whether it tells when, or how, something came in, and speaks of no other customer and no wish."""
    text = handed.mail.text
    if names_a_wish(text) or wants(" ".join(words[2:])) or any(word in phrases("of_customer") for word in words):
        return False
    return handed.received is not None or of_arrival(text)
