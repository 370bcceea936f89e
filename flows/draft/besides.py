"""What stands beside an answer and would be lost with it: somebody else's request, or one more wish."""

import re

from bot.cases.snapshot import Person
from bot.conversation.asking import changed_to
from bot.conversation.card import Text
from bot.conversation.dialogue import LONGEST_ANSWER
from bot.conversation.draft import Draft
from bot.conversation.scene import Outcome, Scene
from bot.conversation.slot import Known
from bot.rights import Right
from bot.understanding.replies.answers import adds_more, phrases, plain, says_not, says_the_same
from bot.understanding.replies.asides import announces_another, begins_with_somebody
from bot.understanding.replies.remarks import begins_with_number
from bot.understanding.where.places import is_place
from bot.understanding.who.alike import same_person
from bot.understanding.who.kin import is_relative
from bot.understanding.who.names import is_ordinary, names_in
from bot.understanding.words import fold
from flows.dialogue import DIALOGUE
from flows.draft.another import asks_something, is_about_another, is_another_ticket
from flows.escalation import TICKET
from flows.handover.handed import Handed
from flows.particulars import OWN_WORDS
from flows.slots.people import ABOUT_ME, PERSON
from flows.slots.reading import read
from flows.slots.rights import RIGHTS, also
from flows.slots.whose import names_several
from flows.slots.wishes import asks, names_a_wish, says_a_wish, wants
from flows.slots.writers import WRITER
from flows.status import numbers_in, same_number

_PARTS = re.compile(r"[,;\n]+|[.!](?=\s)")


def names_another_too(handed: Handed, active: Draft, scene: Scene) -> bool:
    """Whether a few words say the same of somebody else besides: "yesterday, and Bo Berg too", "his wife wants the
    same". Whoever is named in full and is not the draft's own person is somebody else, also where it is asked what that
    person wants."""
    text = handed.mail.text
    besides = adds_more(text) or says_the_same(text) or (active.asked == RIGHTS.name and says_a_wish(text))
    if handed.whole or len(text) > LONGEST_ANSWER or not besides or is_about_another(handed, active):
        return False
    if active.asked == PERSON.name and names_several(text):
        return False  # an answer, and told to be one too many
    person = DIALOGUE.so_far(PERSON, active, scene)
    relative = active.asked != WRITER.name and any(map(is_relative, fold(text).split()))
    if relative and (adds_more(text) or says_the_same(text)):
        return True
    return person is not None and _names_another(text, person)


def is_of_somebody_else(handed: Handed, active: Draft) -> bool:
    """Whether it asks for something for who is told by another address, or is named and wants it: "there's another one,
    bob@x.example, he wants ...". Nothing of it is the draft's."""
    told = handed.reading.email is not None or wants(handed.mail.text)
    return told and asks_something(handed) and is_about_another(handed, active)


def asks_for_another(handed: Handed, active: Draft) -> bool:
    """Whether somebody who is named and is not the open draft's person asks for something, whatever is asked now:
    "other thing: teacher Paul Denn wants to see his file". Who writes for the person may be told so, too."""
    person, name = Known(active.answers).get(PERSON), handed.reading.name
    asked = {fact.value for fact in handed.reading.rights} - {Right.RECTIFICATION}
    surely = handed.reading.surely_asks or wants(handed.mail.text)
    if not handed.typed or person is None or not person.name or name is None or not surely:
        return False
    deputies = phrases("deputies") | phrases("parents") | phrases("lawyers")
    if active.asked == WRITER.name and any(w in deputies or is_relative(w) for w in fold(handed.mail.text).split()):
        return False
    return bool(asked) and is_about_another(handed, active) and not same_person(name.value, person.name)


def is_of_somebody_new(handed: Handed, active: Draft, scene: Scene) -> bool:
    """Whether it tells what somebody wants of whom nothing was said before, while the draft's person is known: "a
    customer wants a copy of his data, he called today"."""
    text, known = handed.mail.text, DIALOGUE.so_far(PERSON, active, scene) or Person()
    if not handed.typed or active.asked in OWN_WORDS | {PERSON.name, WRITER.name} or known == Person():
        return False
    # who surely wants something under another number is begun further on
    numbered = _begins_with_another_number(text, active, known) and not is_about_another(handed, active)
    new = begins_with_somebody(text) or announces_another(text) or numbered
    wants_it = asks_something(handed) or says_the_same(text)  # "member 40118 the same"
    return len(text) <= LONGEST_ANSWER and new and wants_it


def _begins_with_another_number(text: str, active: Draft, person: Person) -> bool:
    """Whether it begins with a customer who is called by a number that is not the person's: "klant 99812 wil ook"."""
    own = (person.account or "", Known(active.answers).get(TICKET) or "", *numbers_in(active.text))
    others = [number for number in numbers_in(text) if not any(one and same_number(one, number) for one in own)]
    only_tells = not own[0] and not (wants(text) or names_a_wish(text) or says_the_same(text))  # "customer no 77120"
    return begins_with_number(text) and bool(others) and not only_tells


def own_words_and_wish(handed: Handed, active: Draft, scene: Scene) -> Outcome | None:
    """The person's own words that are asked for, together with what the same person wants besides: "her address. She
    also wants a copy"; None where nothing is."""
    text, known = handed.mail.text.strip(), Known(active.answers)
    slot, asked = DIALOGUE.walked(active).slot(active.asked or ""), known.get(RIGHTS)
    if handed.whole or active.asked not in OWN_WORDS or slot is None or slot.takes is None or asked is None:
        return None
    more = [right for part in _PARTS.split(text) if adds_more(part) for right in also(part, scene) or ()]
    words = slot.takes(text, scene) if more else None
    if words is None:
        return None
    known = known.having(slot, words).having(RIGHTS, tuple(dict.fromkeys([*asked, *more])))
    lead = Text.of(changed_to(RIGHTS, known[RIGHTS]))
    kept = DIALOGUE.kept(active, known, scene)
    return kept.then(DIALOGUE.advance(scene.chat, active.learn(known.answers), scene, (lead,)))


def leaves_a_matter(handed: Handed, active: Draft, scene: Scene) -> bool:
    """Whether one part of a few words is an answer, and another one asks for something that is none: "yesterday, and he
    wants a copy first". Where it is asked what they want, such a part is of the answer."""
    if active.asked == ABOUT_ME.name and not (wants(handed.mail.text) or names_a_wish(handed.mail.text)):
        return False  # "it's not me, a visitor at the fair said it"
    text, listening = handed.mail.text.strip(), DIALOGUE.listening(active, scene)
    if handed.whole or listening is None or not (unread := listening.leaves(text)):
        return False
    person = DIALOGUE.so_far(PERSON, active, scene) or Person()
    ticketed = TICKET in Known(active.answers)
    said = {*plain(active.text).split()} if active.mail is None else set()  # "Karl says it came in on Monday"
    if any(
        (_names_another(part, person) and not _named_before(part, said)) or (ticketed and numbers_in(part))
        for part in unread
    ):
        return True
    # "it's not Ana, it's Nora Bell"
    unread = tuple(part for part in unread if not (says_not(part) and _own(person).intersection(plain(part).split())))
    return active.asked != RIGHTS.name and (
        (adds_more(text) and bool(unread)) or any(says_a_wish(part) or asks(read(part, scene)) for part in unread)
    )


def _names_another(text: str, person: Person) -> bool:
    named = [name[0] for name in names_in(text, 0, len(text)) if not is_place(name[0])]
    others = [name for name in named if plain(name).split()[0] not in _own(person)]  # a surname is a family's
    return any(not any(map(is_ordinary, name.split())) for name in others)


def _named_before(text: str, said: set[str]) -> bool:
    """Whether whoever is named stands in the draft's own message, too, and nothing is wanted."""
    return not says_a_wish(text) and all({*plain(name[0]).split()} <= said for name in names_in(text, 0, len(text)))


def _own(person: Person) -> set[str]:
    """The words of a person's name and address."""
    return {*plain(person.name or "").split(), *plain(person.email or "").split()}


def begun_or_asked(handed: Handed, active: Draft, scene: Scene) -> Outcome:
    """A matter of its own, where it says so first, or names another ticket and another address than the open draft;
    else it is asked."""
    email = handed.reading.email
    apart = email is not None and email.value.casefold() not in active.text.casefold()
    apart = (apart and is_another_ticket(handed, active)) or announces_another(handed.mail.text)
    if apart and asks_something(handed):
        return DIALOGUE.begin(scene.chat, handed.drafts(), scene)
    return DIALOGUE.which(scene.chat, handed.drafts()[0])
