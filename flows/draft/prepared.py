"""What is put in order of a reply and of the open draft before anybody reads the reply as an answer."""

from dataclasses import replace

from bot.conversation.dialogue import LONGEST_ANSWER
from bot.conversation.draft import REVIEW, Draft
from bot.conversation.scene import Scene
from bot.conversation.slot import Known
from bot.conversation.turn import Said
from bot.understanding.replies.answers import phrases, plain
from bot.understanding.replies.apart import with_last_address
from bot.understanding.replies.asides import asks_back
from bot.understanding.replies.days import names_a_day
from bot.understanding.replies.pieces import pieces, without_noted
from bot.understanding.replies.remarks import has_none
from bot.understanding.words import ADDRESS
from flows.dialogue import DIALOGUE
from flows.escalation import TICKET
from flows.handover.handed import Handed, handed_text
from flows.particulars import OWN_WORDS
from flows.record.progress import asks_for_status
from flows.slots.arrival import NAMED, RECEIVED
from flows.slots.names import named_in, shows, shows_wholly
from flows.slots.people import ABOUT_ME, PERSON
from flows.slots.rights import RIGHTS
from flows.slots.tickets import FEWEST_BEHIND
from flows.slots.whose import PHONE
from flows.slots.writers import WRITER
from flows.status import same_number


def as_meant(said: Said, scene: Scene) -> Said:
    """A short answer without "ah ok," before it: in that, other words may hear a wish. Where "ok" may be the answer, it
    stays. Of two addresses it has the one alone that takes the place of the other at once: "ana@x, oh no, anna@x"."""
    active, text = scene.chat.active, said.text
    if active is None or active.asked in OWN_WORDS or len(text) > LONGEST_ANSWER:
        return said
    text = with_last_address(text)
    return said.model_copy(update={"text": text if active.asked in (REVIEW, ABOUT_ME.name) else without_noted(text)})


def prepared(handed: Handed, active: Draft, scene: Scene) -> tuple[Handed, Draft]:
    """Both, with what is told beside an answer kept, and without what would be read as another thing."""
    active = _with_one_shown(handed, _with_days(handed, active), scene)
    return _without_none_known(_of_own_ticket(handed, active, scene), active, scene), active


def _of_own_ticket(handed: Handed, active: Draft, scene: Scene) -> Handed:
    """What is said behind the number of the open draft's own ticket, as if that had been left out: "4411: she lives in
    Spain"."""
    ticket, text = Known(active.answers).get(TICKET), handed.mail.text.strip()
    number, _sign, rest = text.lstrip("#").partition(" ")
    own = ticket is not None and handed.typed and same_number(ticket, number.rstrip(":;,.-"))
    if not own or len(rest.split()) < FEWEST_BEHIND or asks_back(rest) or asks_for_status(handed):
        return handed
    return handed_text(Said(text=rest, masked=handed.taken_out), scene)


def _without_none_known(handed: Handed, active: Draft, scene: Scene) -> Handed:
    """What is said of somebody without the parts that say what is not known of them: in "Ann Bell, no mail for her" no
    wish is to be heard."""
    short = handed.typed and len(handed.mail.text) <= LONGEST_ANSWER
    parts = pieces(handed.mail.text.strip()) if short else []
    known = [part for part in parts if not has_none(part)]
    told = active.asked in (PERSON.name, WRITER.name) or any(map(_tells_contact, known))
    if not known or not told or len(known) == len(parts):
        return handed
    return handed_text(Said(text=", ".join(known), masked=handed.taken_out), scene)


def _tells_contact(part: str) -> bool:
    """Whether a part tells an address or a phone: "only a postal address: 3 Hill St"."""
    numbers = [number.strip() for number in PHONE.findall(part) if not names_a_day(number)]
    spoken_of = any(map(str.isdigit, part)) and not phrases("identifiers").isdisjoint(plain(part).split())
    return spoken_of or "@" in part or any(number.startswith(("+", "0")) for number in numbers)


def _with_days(handed: Handed, active: Draft) -> Draft:
    """The draft with the days that an answer to what they ask for names besides: "deletion, Monday or Tuesday"."""
    known = Known(active.answers)
    if active.asked != RIGHTS.name or RECEIVED in known or not handed.days:
        return active
    return replace(active, answers=known.having(NAMED, handed.days, "heard").answers)


def _with_one_shown(handed: Handed, active: Draft, scene: Scene) -> Draft:
    """The draft with the one of whom its words speak besides, whose whole name shows in the address that is told now:
    of "Dana Fox, lawyer, asks for the data of Neil Gray" him, where "it's neil.gray@..." is told."""
    known, person, address = Known(active.answers), DIALOGUE.so_far(PERSON, active, scene), handed.reading.email
    if person is None or person.email or address is None or active.mail is not None or active.asked == WRITER.name:
        return active
    if len(ADDRESS.findall(handed.mail.text[:LONGEST_ANSWER])) > 1:
        return active  # of both, perhaps
    shown = [name for name in named_in(active.text) if shows_wholly(name, address.value)]
    other = len(shown) == 1 and not shows(person.name or shown[0], address.value)
    return replace(active, answers=known.having(PERSON, replace(person, name=shown[0])).answers) if other else active
