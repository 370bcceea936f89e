"""Few words that set a case right that was opened just now, without its reference: "the name is wrong", "it came on
Friday", "that was a test, drop it"."""

from bot.conversation.scene import Scene
from bot.rights import Right
from bot.understanding.replies.answers import of_arrival, phrases, plain
from bot.understanding.replies.asides import LONGEST, sets_right
from bot.understanding.replies.dropping import calls_off, undoes
from bot.understanding.replies.remarks import begins_sorry, narrows, of_way
from flows.handed import Handed
from flows.names import says_who
from flows.status import cases_of_ticket
from flows.wishes import names_a_wish, wants

MOST_OF_PART = 7  # words that say how far a wish goes
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
        return sets_right(text) and not cases_of_ticket(handed.reading.ticket.value, scene)
    if calls_off(text) or undoes(text) or of_way(text):
        return True
    if begins_sorry(text) and not names_a_wish(text) and not wants(text):
        return True  # "perdón, es Ana Díez"
    told_address = handed.reading.email is not None and says_who(text, scene) is not None
    if handed.reading.email is not None or handed.reading.name is not None:
        return (told_address or sets_right(text)) and len(words) >= FEWEST_WORDS
    if narrows(text) and len(words) <= MOST_OF_PART:  # "only the phone number"
        return True
    return sets_right(text) or _tells_the_day(handed, words)


def _tells_the_day(handed: Handed, words: list[str]) -> bool:
    """Whether it tells when, or how, something came in, and speaks of no other customer and no wish."""
    text = handed.mail.text
    if names_a_wish(text) or wants(" ".join(words[2:])) or any(word in phrases("of_customer") for word in words):
        return False
    return handed.received is not None or of_arrival(text)
