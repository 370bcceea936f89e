"""What a message is to the draft that is open: an answer, or a matter of its own."""

from itertools import pairwise

from bot.cases.snapshot import Person
from bot.conversation.draft import Draft
from bot.conversation.scene import Scene
from bot.conversation.slot import Known
from bot.rights import Right
from bot.understanding.reading import Meta, Reading
from bot.understanding.replies.answers import adds_more, of_arrival, phrases, plain, says_the_same, speaks_of_another
from bot.understanding.replies.asides import asks_back
from bot.understanding.replies.letters import is_letter
from bot.understanding.replies.named_rights import named, parts_of
from bot.understanding.replies.ordered import ordered
from bot.understanding.replies.remarks import drops_a_part
from bot.understanding.where.answered import is_only_a_place
from bot.understanding.wordlists import word_lists
from bot.understanding.words import ADDRESS
from flows.correct import CHANGE, only_says_change
from flows.escalation import TICKET, only_names_ticket
from flows.handover.each_ticket import names_one_more
from flows.handover.handed import Handed
from flows.handover.notes import strong_in
from flows.particulars import OWN_WORDS
from flows.slots.arrival import RECEIVED, names_the_day, says_when
from flows.slots.names import shows
from flows.slots.people import PERSON
from flows.slots.reading import read_draft
from flows.slots.residence import RESIDENCE
from flows.slots.rights import RIGHTS
from flows.slots.tickets import YEAR, hands_over, only_hands_over, tickets_in
from flows.slots.verification import KNOWN_AS, only_says_known_as
from flows.slots.whose import may_be, only_says_who, person_answered
from flows.slots.wishes import asked_in, asks, names_a_wish, near, spoken_of, wants, wants_once, wishes
from flows.slots.writers import WRITER, take_writer
from flows.status import numbers_in, same_number

SHORTEST_WISH = 20  # characters beside a ticket's number that say that it is the same
FEWEST_WORDS = 3  # beside a ticket's number, of another matter
SMALL_TALK = 80  # characters up to which words that ask for nothing are only chat
_ANSWERED_SO = OWN_WORDS | {PERSON.name, WRITER.name, KNOWN_AS.name}  # questions whose answer may be who somebody is


def asks_something(handed: Handed) -> bool:
    """Whether it asks for something, as far as can be told."""
    reading = handed.reading
    rest = " ".join(word for word in reading.text.split() if not any(map(str.isdecimal, word)))
    if handed.typed and names_a_wish(rest) and wants(rest) and (handed.tickets or speaks_of_another(rest)):
        return True  # "Kunde will Auskunft", "4411 will Auskunft"
    if handed.typed and handed.tickets and len(rest) <= SHORTEST_WISH and (adds_more(rest) or says_the_same(rest)):
        return True  # "and 4412 too"
    chased = handed.typed and reading.meta is Meta.STATUS_QUERY and is_letter(handed.mail.text)
    asks = (
        chased
        or (handed.typed and bool(ordered(handed.mail.text)))
        or reading.unsure
        or bool(reading.rights)
        or reading.meta in (Meta.REQUEST, Meta.ESCALATION)
    )
    if asks or handed.whole:
        return asks
    # "esc 4411 zzz": whatever the words mean, a ticket is handed over with them
    handed_over = hands_over(reading.text) and bool(tickets_in(reading)) and not asks_back(reading.text)
    return handed_over or only_hands_over(reading)


def tells_who_or_when(handed: Handed) -> bool:
    """Whether it tells who it is about or when it came in: whoever only asks how it goes tells neither. "A letter from
    Ann Bell arrived today" does, "any news of Ann Bell?" does not."""
    text = handed.mail.text
    asks = asks_back(text) or any(word in phrases("progress", "asides") for word in plain(text).split())
    if handed.received or (handed.reading.email and not (asks and numbers_in(text))):
        return True
    if not handed.typed or asks:
        return False
    beside = handed.by_support and bool(numbers_in(text)) and ADDRESS.search(text) is not None  # "5121 ana@x.example"
    return beside or (handed.reading.name is not None and of_arrival(text))


def calls_a_wish(handed: Handed) -> bool:
    """Whether some word beside the number of a ticket, or all that somebody wants, is the name of a right, and nothing
    is asked back: "4411 deletion came in on Friday", "we leave on Friday and want all data deleted"."""
    text = handed.reading.text
    if asks_back(text):
        return False
    wish = wants(text) or not phrases("want_together").isdisjoint(plain(text).split())
    parts = text.split() if handed.tickets else parts_of(text) if wish else ()
    called = {one[0] for part in {*parts} if (one := named(part)) is not None and one[1]}
    return bool(called - {Right.RECTIFICATION})


def is_unread_answer(handed: Handed) -> bool:
    """Whether it asks for nothing that may well be meant, and names nobody and no number: "no idea"."""
    reading = handed.reading
    if handed.whole or len(handed.mail.text) > SMALL_TALK or asks(reading):
        return False
    return not reading.names_anything and not handed.tickets and not strong_in(handed)


def asks_besides(note: Handed) -> bool:
    """Whether the words beside a mail ask for something themselves: "what should I do with this?" does not."""
    return asks_something(note) and not is_unread_answer(note)


def said_of_person(handed: Handed, active: Draft, scene: Scene) -> Person | None:
    """What a short sentence says of the open draft's person, and of nothing else; None where a name or the person's own
    words are asked for, so that it is the answer."""
    if handed.whole or active.asked in _ANSWERED_SO or is_another_ticket(handed, active):
        return None
    person = PERSON.ahead(handed.mail.text, scene) if PERSON.ahead is not None else None
    if person is None and Known(active.answers).get(PERSON) == Person() and only_says_who(handed.mail.text, scene):
        return person_answered(handed.mail.text, scene)  # "found it: Ann Bell, ann@x.example"
    return person


def is_another_matter(handed: Handed, active: Draft) -> bool:
    """Whether it asks for something for somebody else, or for something else."""
    if not asks_something(handed):
        return False
    return is_about_another(handed, active) or _asks_more(handed, active) or _wants_otherwise(handed, active)


def _wants_otherwise(handed: Handed, active: Draft) -> bool:
    """Whether somebody who is named surely wants something, while the few words of a draft whose wish is asked for name
    another one: "4411 deletion", then "Mr Berg wants a copy"."""
    reading = handed.reading
    titled = any(word in phrases("titles", "names") for word in plain(reading.text[:SMALL_TALK]).split())
    asks = reading.surely_asks or wants(reading.text[:SMALL_TALK])
    if active.asked != RIGHTS.name or active.mail is not None or not asks:
        return False
    called = {found[0] for word in active.text[:SMALL_TALK].split() if (found := named(word)) is not None}
    asked = asked_in(reading)
    return bool(called) and called.isdisjoint(asked) and bool(reading.name or reading.email or titled)


def only_answers(handed: Handed, active: Draft, scene: Scene) -> bool:
    """Whether it is nothing but the name of what is asked for, whatever else that may mean: "Virginia" where they live,
    "cancellazione" what they want, "it's Ana Diaz" who it is, "two weeks ago" when it came in."""
    if handed.whole:
        return False
    words = handed.mail.text.strip()
    match active.asked:
        case RESIDENCE.name:
            return is_only_a_place(words)
        case RIGHTS.name:
            return named(words) is not None
        case PERSON.name:
            return only_says_who(words, scene) or bool(may_be(words, scene) and not wants(words))
        case CHANGE.name:
            return only_says_change(words, scene)
        case TICKET.name:
            return only_names_ticket(words, scene)
        case KNOWN_AS.name:
            return only_says_known_as(words, scene)
        case WRITER.name:
            return take_writer(words, scene) is not None
        case RECEIVED.name:
            return says_when(words, scene) or names_the_day(words, scene)
        case _:
            return False


def is_about_another(handed: Handed, active: Draft) -> bool:
    """Another ticket, another address, or another name where no address tells."""
    if is_another_ticket(handed, active) or _wants_under_another_number(handed, active):
        return True
    person, reading = Known(active.answers).get(PERSON), handed.reading
    if person is None:
        return _names_another(reading, active)
    if person.email and reading.email:
        theirs = bool(person.name) and reading.name is None and shows(person.name or "", reading.email.value)
        return person.email.casefold() != reading.email.value.casefold() and not theirs
    if person.name and reading.name:
        return person.name.casefold() != reading.name.value.casefold()
    return False


def _wants_under_another_number(handed: Handed, active: Draft) -> bool:
    """Whether somebody who is called by another number than the open draft's wants something: "klant 4412 wil weg"."""
    text, known = handed.mail.text, Known(active.answers)
    if handed.whole or len(text) > SMALL_TALK or not wants(text):
        return False
    person = known.get(PERSON)
    own = [*numbers_in(active.text), known.get(TICKET) or "", (person.account or "") if person is not None else ""]
    numbers = [number for number in numbers_in(text) if not YEAR.fullmatch(number)]
    own = [number for number in own if number and not YEAR.fullmatch(number)]
    return bool(numbers and own) and not any(same_number(one, other) for one in numbers for other in own)


def _names_another(reading: Reading, active: Draft) -> bool:
    """Whether it gives another address than the typed words of a draft whose person was not asked for yet."""
    if active.mail is not None or active.asked == PERSON.name or reading.email is None:
        return False
    named = [address.casefold() for address in ADDRESS.findall(active.text)]
    return bool(named) and reading.email.value.casefold() not in named


def is_another_ticket(handed: Handed, active: Draft) -> bool:
    """A ticket with words of its own, or one that is handed over, while the open draft has another one: no word about
    that draft."""
    known, named = Known(active.answers).get(TICKET), handed.tickets
    if known is not None and not named and not handed.whole:
        # "4413 wants her data deleted", "sorry, also 4413 wants a copy"
        named = tickets_in(handed.reading, leads=True) or _wanting(handed.reading.text)
    if known is None or not named or any(same_number(known, ticket) for ticket in named):
        return False
    text = handed.reading.text  # "and 4413 too", "4413 ana@x.example"
    beside = adds_more(text) or names_one_more(named, text) or ADDRESS.search(text) is not None or bool(_wanting(text))
    return hands_over(text) or beside or _has_words(handed, named)


def _wanting(text: str) -> tuple[str, ...]:
    """The numbers that want something: "4413 wants ...", or "4413 deletion, customer number 88123"."""
    each = pairwise(plain(text).split())
    return tuple(one for one, then in each if one.isdecimal() and (wants(then) or named(then) is not None))


def names_a_ticket(handed: Handed, active: Draft) -> bool:
    """A ticket with a wish of its own, while the typed draft that is open has none: the same matter, or another one."""
    wishes = bool(handed.reading.rights) or hands_over(handed.reading.text) or calls_a_wish(handed)
    if handed.whole or active.mail is not None or active.asked == TICKET.name or not wishes:
        return False
    return Known(active.answers).get(TICKET) is None and bool(handed.tickets) and _has_words(handed, handed.tickets)


def _has_words(handed: Handed, named: tuple[str, ...]) -> bool:
    """Whether there are words beside a ticket's number: fewer may only correct it ("it's ticket 4712")."""
    ticket, rest = handed.reading.ticket, handed.reading.text
    for words in (*named, *((ticket.quote, ticket.value) if ticket is not None else ())):
        rest = rest.replace(words, " ")
    return len([word for word in rest.split() if any(map(str.isalpha, word))]) >= FEWEST_WORDS


def is_of_ticket(handed: Handed, active: Draft) -> bool:
    """Whether it names the ticket of the open draft."""
    known = Known(active.answers).get(TICKET)
    return known is not None and any(same_number(known, number) for number in numbers_in(handed.mail.text))


def completed(handed: Handed, active: Draft, scene: Scene) -> tuple[Draft, ...]:
    """What says all that a draft which says next to nothing is about: "esc 4411", or "something about privacy", then
    "she wants her account deleted, ana@x.example". Of several people the first one's, then the others'; none where it
    is something else."""
    known = Known(active.answers)
    if handed.whole or active.asked not in (RIGHTS.name, TICKET.name) or known.get(PERSON) is not None:
        return ()
    if (ticket := known.get(TICKET)) and not all(same_number(ticket, other) for other in handed.tickets):
        return ()  # "and 4412 too"
    text, begun, told = handed.mail.text, read_draft(active, scene), handed.reading
    besides = adds_more(text) and not only_hands_over(begun)  # "she also wants a copy": what is it besides?
    if active.mail is not None or named(text.strip()) is not None or besides or drops_a_part(text):
        return ()
    wish = wishes(text, scene)
    if only_hands_over(begun):
        all_told = asks_something(handed)
    else:
        little = len(active.text) <= SMALL_TALK and not any((begun.name, begun.email, begun.phone, begun.account_id))
        asks_already = {*spoken_of(active.text, scene)} - {Right.QUESTION}  # "4411 Ann Bell wants deletion"
        more = {*wish.all} - (set() if wants(text) or names_a_wish(text) else {Right.RECTIFICATION})  # no mere name
        all_told = little and not asks_already and bool(more) and bool(told.name or told.email or told.persons)
    if not all_told:
        return ()
    quote = " ".join(text.split())
    one_wish = wish.plain and wants_once(text)  # "Ann Bell wants a copy, Bo Berg deletion": of each, that is asked
    asked = Known().having(RIGHTS, wish.plain, "answered", quote).answers if one_wish else {}
    return tuple(draft.learn({**draft.answers, **asked}) for draft in handed.drafts())


def is_told_ticket(handed: Handed, active: Draft) -> bool:
    """The ticket of a typed draft that has none: "it's ticket 4712". With words of its own it is another matter."""
    reading, has_one = handed.reading, Known(active.answers).get(TICKET) is not None
    if handed.whole or active.mail is not None or reading.ticket is None or has_one or near(reading):
        return False
    known = phrases("fillers") | phrases("beside_day") | phrases("polite") | word_lists("names")["tickets"]
    rest = plain(reading.text.replace(reading.ticket.value, " ").replace("'s ", " ")).split()
    return len(handed.mail.text) <= SMALL_TALK and all(word in known for word in rest)


def _asks_more(handed: Handed, active: Draft) -> bool:
    """Somebody is named together with something that the open draft does not ask for: no mere answer."""
    known, reading = Known(active.answers).get(RIGHTS), handed.reading
    if known is None or not (reading.email or reading.name or reading.ticket):
        return False
    if active.asked == PERSON.name and _says_who(reading):
        return False
    return any(fact.value not in known for fact in reading.rights)


def _says_who(reading: Reading) -> bool:
    """Whether it is a name with an address or a number and no other word, which alone may sound like a correction."""
    if any(fact.value is not Right.RECTIFICATION for fact in reading.rights):
        return False
    rest = reading.text
    for fact in (reading.name, reading.email, reading.phone):
        rest = rest.replace(fact.quote, " ") if fact is not None else rest
    return not any(char.isalpha() for char in rest)
