"""How a case goes, asked while a draft is open or beside word about a case: told above the question that is open."""

from bot.conversation.draft import Draft
from bot.conversation.scene import Outcome, Scene
from bot.understanding.replies.answers import takes_back
from bot.understanding.replies.asides import Aside, aside, asks_back
from bot.understanding.replies.sides import Side, side_of
from bot.wording import _
from flows.dialogue import DIALOGUE
from flows.draft.another import is_of_ticket
from flows.escalation import TICKET
from flows.handover.handed import Handed
from flows.particulars import OWN_WORDS
from flows.record.progress import asks_for_status, asks_of_known, asks_of_number, status_asked
from flows.slots.arrival import RECEIVED, names_the_day
from flows.status import by_ticket

_MAYBE = -1.0  # log-odds from which a question about that ticket asks how it goes on


def asks_of_other(handed: Handed, active: Draft, scene: Scene) -> bool:
    """Whether a few words ask how a ticket goes, and are no answer to the question that is open."""
    if active.asked in OWN_WORDS or (active.asked == TICKET.name and "?" not in handed.mail.text):
        return False
    text = handed.mail.text
    if (active.asked == RECEIVED.name or "?" not in text) and names_the_day(text.strip(), scene):
        return False  # "it was on the 3rd"
    if asks_of_number(handed) or (asks_of_known(handed, scene) and not is_of_ticket(handed, active)):
        return True
    if not (handed.typed and is_of_ticket(handed, active) and asks_back(text)) or handed.reading.unsure:
        return False
    # "how long will 99120 take?", "can you tell me when 99120 is done?": of the ticket that we are talking about
    rest = " ".join(word for word in text.split() if not any(map(str.isdecimal, word)))
    return aside(rest) in (Aside.HOW_LONG, Aside.WHAT_NEXT) or side_of(handed.reading, least=_MAYBE) is Side.NEXT


def status_meanwhile(handed: Handed, active: Draft, scene: Scene) -> Outcome:
    """The state that was asked for, and the open question once more."""
    if is_of_ticket(handed, active) and by_ticket(handed.mail.text, scene) is None:
        said = _("That is the one we are talking about: its case is not open yet.")
        return DIALOGUE.again(scene.chat, active, scene, said)
    return DIALOGUE.after(scene.chat, active, scene, status_asked(handed, scene))


def beside_status(word: Outcome, handed: Handed, scene: Scene) -> Outcome:
    """Word about a case, with its state where the message may ask for it, and the question that is open."""
    asked = word.chat is not None and word.chat.pending is not None
    if (
        asked
        and (handed.reading.case_reference or handed.reading.ticket or by_ticket(handed.mail.text, scene) is not None)
        and (asks_for_status(handed) or (handed.typed and "?" in handed.mail.text))
        and not takes_back(handed.mail.text)
    ):
        state = status_asked(handed, scene)
        word = word if state in word.says else Outcome(says=(state,)).then(word)
    active, chat = scene.chat.active, word.chat or scene.chat
    if active is None or chat.pending is not None:
        return word
    return word.then(DIALOGUE.again(chat, active, scene))
