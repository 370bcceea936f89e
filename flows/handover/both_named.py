"""Two people whom a colleague names at once: whose data it is, and who writes for them."""

from dataclasses import replace
from itertools import dropwhile

from bot.cases.snapshot import Person
from bot.cases.words import Capacity
from bot.conversation.draft import Draft
from bot.conversation.scene import Scene
from bot.conversation.slot import Known
from bot.understanding.reading import Flag, Reading
from bot.understanding.replies.answers import LONGEST, adds_more, joins, of_home, phrases, plain, says_the_same
from bot.understanding.replies.asides import asks_back
from bot.understanding.replies.both_named import Both, both_named, kin_told, named_behind_kin, one_named
from bot.understanding.replies.pieces import pieces
from bot.understanding.replies.told_deputies import Told, deputy_alone, reached_by, told_deputy
from bot.understanding.replies.typed import typed_name
from bot.understanding.who.alike import same_person
from bot.understanding.who.kin import is_child, is_relative
from bot.understanding.who.names import is_given
from bot.understanding.words import ADDRESS, fold
from flows.slots.names import shows
from flows.slots.people import ABOUT_ME, PERSON, merge_person
from flows.slots.people_named import given_in, people_named
from flows.slots.reading import read_draft
from flows.slots.remarks import SAID, below
from flows.slots.rights import RIGHTS
from flows.slots.wishes import wants
from flows.slots.writers import CAPACITY, WRITER, take_writer

_MOST_WORDS = 8  # beside an address
_RELATED = Capacity.REPRESENTATIVE
_OF_TOLD = 0.8  # how sure it is who is who where a note tells both


def having_both(known: Known, text: str, reading: Reading, scene: Scene) -> Known:
    """What is known of a message, with both people whom its words name: "the mother is Ann Bell, he is Tom Bell"."""
    both, told = both_named(text), told_deputy(text, reading.language)
    turned = both is not None and told is not None and plain(both.person) == plain(told.writer)
    if both is not None and not turned:
        return _reached_by(text, _having(known, both, reading, scene))
    if (alone := deputy_alone(text, reading.language)) is not None:
        theirs, name = tuple(ADDRESS.findall(text)), alone.writer
        known = known.having(ABOUT_ME, False, "heard").having(CAPACITY, _acts(alone.kin), "heard", alone.kin, _OF_TOLD)
        return known.having(WRITER, _reached(name, theirs if len(theirs) == 1 else ()), "heard", name, _OF_TOLD)
    # "Mrs Bell can't write, her son Leo Bell asks ...": who asks for her is told by the verb
    return _having_told(known, told, reading, scene) if told is not None else known


def _acts(kin: str) -> Capacity:
    """How somebody acts for another, by the word for what one is to the other: of "her son" as a parent."""
    word = fold(kin)
    return Capacity.LAWYER if word in phrases("lawyers") else Capacity.PARENT if is_child(word) else _RELATED


def _having_told(known: Known, told: Told, reading: Reading, scene: Scene) -> Known:
    """The same of a note in which what somebody wants stands beside both."""
    person = _reached(told.person, told.of_person)
    if reading.account_id is not None:
        person = replace(person, account=reading.account_id.value)
    heard = CAPACITY.hears(reading, scene) if CAPACITY.hears is not None else None
    if told.lawyer:
        acts = Capacity.LAWYER
    elif told.parent or (reading.flagged(Flag.MINOR) and not is_child(fold(told.kin))):
        acts = Capacity.PARENT  # whose son asks for her is no child
    else:
        acts = heard.value if heard is not None else Capacity.REPRESENTATIVE
    known = known.having(ABOUT_ME, False, "heard").having(PERSON, person, "heard", told.person, _OF_TOLD)
    known = known.having(CAPACITY, acts, "heard", told.kin, _OF_TOLD)
    return known.having(WRITER, _reached(told.writer, told.of_writer), "heard", told.writer, _OF_TOLD)


def _reached_by(text: str, known: Known) -> Known:
    """The same with the addresses and numbers of both, as far as none of theirs is known."""
    person, writer = known[PERSON], known[WRITER]
    of_person, of_writer = reached_by(text, person.name or "", writer.name or "")
    known = known.having(PERSON, merge_person(_reached(person.name, of_person), person))
    return known.having(WRITER, merge_person(_reached(writer.name, of_writer), writer))


def _reached(name: str | None, contacts: tuple[str, ...]) -> Person:
    emails = [one for one in contacts if "@" in one]
    phones = [one for one in contacts if "@" not in one]
    return Person(name=name, email=emails[0] if emails else None, phone=phones[0] if phones else None)


def told_both(text: str, active: Draft, scene: Scene) -> tuple[Draft, str] | None:
    """The open draft with both people whom a few words name, and those of the words that tell something else."""
    both = both_named(text, active.text)
    if both is None or _is_of_others(both, Known(active.answers).get(PERSON)):
        return None
    known = _reached_by(text, _having(Known(active.answers), both, read_draft(active, scene), scene))
    taken = {one.email for who in (PERSON, WRITER) if (one := known.get(who)) is not None and one.email}
    return active.learn(known.answers), _left(both.rest, tuple(taken))


def told_writer(text: str, active: Draft, scene: Scene) -> tuple[Draft, str] | None:
    """The open draft with who writes, where their name is told behind what they are to the person, and the other words;
    where that person is known, whatever is told of anybody else can only be of who writes."""
    reading, known = read_draft(active, scene), Known(active.answers)
    heard = PERSON.hears(reading, scene) if PERSON.hears is not None else None
    person = known.get(PERSON) or (heard.value if heard is not None else Person(name=named_behind_kin(active.text)))
    own = person.name or ""
    found = one_named(text, active.text, of_other=bool(own))
    if found is None or active.mail is not None or WRITER in known or (own and same_person(found[0], own)):
        return None
    of_person, of_writer = reached_by(text, own or found[0], found[0])
    if own:
        known = known.having(PERSON, merge_person(person, _reached(None, of_person)))
    told = CAPACITY.hears(reading, scene) if CAPACITY.hears is not None else None
    before = known.get(CAPACITY) or Capacity.SELF
    acts = before if before is not Capacity.SELF else told.value if told is not None else Capacity.REPRESENTATIVE
    known = known.having(CAPACITY, acts).having(WRITER, _reached(found[0], of_writer))
    return active.learn(known.answers), _left(found[1], (*of_person, *of_writer))


def told_of_kin(text: str, active: Draft, scene: Scene) -> Draft | None:
    """The open draft with the one whose data it is after all, and who was taken for them as who writes: "it's about her
    son actually, Tim". Where nobody names them, they are still to be asked for."""
    known, reading = Known(active.answers), read_draft(active, scene)
    heard = PERSON.hears(reading, scene) if PERSON.hears is not None else None
    writer = known.get(PERSON) or (heard.value if heard is not None else None)
    writes = CAPACITY.tells is not None and CAPACITY.tells(text, scene) is not None  # "it's from her mother"
    kin = kin_told(text, active.text if active.mail is None else "") if not writes else None
    besides = adds_more(text) or says_the_same(text) or asks_back(text)
    if kin is None or writer is None or not writer.name or WRITER in known or known.get(ABOUT_ME) or besides:
        return None
    behind = dropwhile(lambda word: word[:1].isupper() and word[-1:].isalpha(), text.partition(kin)[2].split())
    if wants(next(behind, "")):
        return None  # "her daughter Ada Bell wants no calls": a wish of her own
    if known.get(CAPACITY) not in (None, Capacity.SELF, _RELATED, Capacity.PARENT):
        return None
    named = [without_kin(name) for name in people_named(text) or given_in(text)]
    names = [name for name in named if not same_person(name, writer.name)]
    if len(names) > 1 or (names and of_home(text) and names[0] in text.partition(kin)[0]):
        return None  # "Ada lives with her mother"
    known = known.having(ABOUT_ME, False).having(PERSON, Person(name=names[0] if names else None))
    known = known.having(CAPACITY, _acts(kin)).having(WRITER, writer).having(SAID, below(known.get(SAID) or "", text))
    return active.learn(known.answers)


def without_kin(name: str) -> str:
    """A name without the noun in capitals before it: "Tochter Mia"."""
    return " ".join(word for word in name.split() if is_given(word) or not is_relative(fold(word)))


def told_addresses(text: str, active: Draft, scene: Scene) -> tuple[Draft, str] | None:
    """The open draft with the addresses of the person and of who writes, where each of two shows one of their names,
    and the other words: "her mail is ute@..., his otto@...", of Otto Kern and his wife."""
    reading, known = read_draft(active, scene), Known(active.answers)
    person, writer = (
        known.get(slot) or (fact.value if slot.hears and (fact := slot.hears(reading, scene)) is not None else None)
        for slot in (PERSON, WRITER)
    )
    addresses = ADDRESS.findall(text) if len(text) <= LONGEST else []
    if len(addresses) != 2 or person is None or not person.name or person.email or writer is None or not writer.name:
        return None
    own, others = ([one for one in addresses if shows(person.name, one) is is_own] for is_own in (True, False))
    if len(own) != 1 or writer.email or not shows(writer.name, others[0]):
        return None
    known = known.having(PERSON, replace(person, email=own[0])).having(WRITER, replace(writer, email=others[0]))
    rest = [part for part in pieces(text) if not ADDRESS.search(part)]
    return active.learn(known.answers), ", ".join(rest)


def _left(rest: str, taken: tuple[str, ...]) -> str:
    """The parts of other words that hold none of the addresses that were taken: "he is Tom, she Ann, ann@x.example"."""
    return ", ".join(part for part in rest.split(", ") if not any(one.casefold() in part.casefold() for one in taken))


def _is_of_others(both: Both, person: Person | None) -> bool:
    """Whether neither is the person who is known already, by a word of their name."""
    own = {*plain(person.name or "").split()} if person is not None else set[str]()
    return bool(own) and own.isdisjoint(plain(f"{both.person} {both.writer}").split())


def _having(known: Known, both: Both, reading: Reading, scene: Scene) -> Known:
    old, writer = known.get(PERSON) or Person(), known.get(WRITER) or Person()
    known = known.having(ABOUT_ME, False).having(PERSON, replace(old, name=both.person))
    told = WRITER.hears(reading, scene) if WRITER.hears is not None else None  # with their address
    writer = told.value if told is not None and told.value.name == both.writer else writer
    known = known.having(WRITER, replace(writer, name=both.writer))
    heard = CAPACITY.hears(reading, scene) if CAPACITY.hears is not None else None
    others = Capacity.PARENT if reading.flagged(Flag.MINOR) else Capacity.REPRESENTATIVE
    before = known.get(CAPACITY) or Capacity.SELF
    acts = before if before is not Capacity.SELF else heard.value if heard is not None else others
    return known.having(CAPACITY, acts)


def writer_named(text: str, active: Draft, scene: Scene) -> str | None:
    """The part of a few words that is nothing but the name of who writes, where that is asked now: of "it's her husband
    who writes, Tim Bell" the last one."""
    person = Known(active.answers).get(PERSON)
    if active.asked != WRITER.name:
        return None
    names = [part for part in pieces(text) if typed_name(part) == part and take_writer(part, scene) is not None]
    others = [name for name in names if person is None or plain(name) != plain(person.name or "")]
    return others[0] if len(others) == 1 else None


def reached_at(text: str, person: Person | None, active: Draft) -> Person | None:
    """The address of the person, told although it is asked who writes for them, or what they want: "Nina is at
    nina@x.example", while Nina Wolf is the person."""
    addresses = ADDRESS.findall(text) if active.asked in (WRITER.name, RIGHTS.name) else []
    if person is None or not person.name or person.email or len(addresses) != 1:
        return None
    own, said = plain(person.name).split(), plain(ADDRESS.sub(" ", text)).split()
    known = (phrases("says_who") | phrases("reached")) - phrases("not")
    # "Nina, guardian is tom@x.example"; "Nina and tom@x.example"
    others = [word for word in said if word not in own and (word not in known or joins(word))]
    return Person(email=addresses[0]) if said[:1] == own[:1] and not others and len(said) <= _MOST_WORDS else None
