"""Who writes, where it is not the person whose data it is: for whom they act."""

import re
from dataclasses import replace
from itertools import takewhile

from bot.cases.naming import capacity_name
from bot.cases.snapshot import Person
from bot.cases.words import Capacity
from bot.conversation.form import Choice
from bot.conversation.scene import Scene
from bot.conversation.slot import NOT_SAID, Known, Slot, not_said
from bot.understanding.mail.people import read_sender
from bot.understanding.reading import Fact, Flag, Reading
from bot.understanding.replies.answers import LOOKED_AT, adds_more, joins, knows_not, phrases, plain
from bot.understanding.replies.pieces import between_signs, without_hedges
from bot.understanding.replies.typed import typed_name
from bot.understanding.where.answered import is_only_a_place
from bot.understanding.who.alike import in_address, same_person
from bot.understanding.who.kin import is_relative
from bot.understanding.who.told_kin import asks_beside, kin_of_asker
from bot.understanding.wordlists import alternatives
from bot.understanding.words import EMAIL, fold
from bot.wording import later
from flows.slots.names import bare_person, named_in, says_who, shows
from flows.slots.people import ABOUT_ME, PERSON, merge_person, show_person, tells_of_own_customer
from flows.slots.whose import PHONE, names_several
from flows.slots.wishes import wants

_FEW_WORDS = 10  # of a sentence that says who writes
_LONGEST_NAME = 6  # words of one, with a title
_MOST_PARTS = 60  # of a message that are looked at
_OF_ROLE = 0.8  # how sure it is who is called so
_LONGEST = 200  # characters of an answer
_PARTS = re.compile(r"\s*[,;()]\s*|\s+[-–—]\s+")
_CLAUSES = re.compile(r"[,:;.!?\n]+")
_BRACKETS = re.compile(r"[()<>]")
_LAWYER = re.compile(rf"\b(?:{alternatives(phrases('lawyers'))})\b")


def _capacity(reading: Reading, _scene: Scene) -> Fact[Capacity] | None:
    agent, minor = reading.flagged(Flag.REPRESENTATIVE), reading.flagged(Flag.MINOR)
    if agent is None and (told := _lawyer_called(reading)) is not None:
        return told
    if agent is None or (_is_colleague_s(agent.quote, reading) and not reading.mail.sender):
        return None
    lawyer = _LAWYER.search(fold(reading.text[:LOOKED_AT]))
    value = Capacity.PARENT if minor else Capacity.LAWYER if lawyer else Capacity.REPRESENTATIVE
    return Fact(value, agent.quote, agent.span, agent.confidence, agent.reader)


def _lawyer_called(reading: Reading) -> Fact[Capacity] | None:
    """That a lawyer writes, as a clause of a colleague's line or two says: "customer's lawyer called: ..."."""
    clauses = _CLAUSES.split(reading.text) if len(reading.text) <= _LONGEST and not reading.mail.sender else []
    said = next((one for one in clauses if _writes_for_them(one) is Capacity.LAWYER), None)
    at = reading.text.find(said) if said is not None else 0
    return Fact(Capacity.LAWYER, said, (at, at + len(said)), _OF_ROLE, "words") if said is not None else None


def _is_colleague_s(quote: str, reading: Reading) -> bool:
    """Whether "my client" is what a colleague calls their customer in a line or two, and no lawyer's word."""
    few = len(reading.text) <= _LONGEST and "\n" not in reading.text.strip()
    own = phrases("own_customers").issuperset(plain(quote).split())
    return few and own and _LAWYER.search(fold(reading.text)) is None


def _capacity_choices(_known: Known, _scene: Scene, _reading: Reading | None) -> tuple[Choice, ...]:
    return tuple(Choice(value=capacity, label=capacity_name(capacity)) for capacity in Capacity)


def _told_capacity(text: str, _scene: Scene) -> Capacity | None:
    """Who a few words say that it is who writes: "her lawyer writes for her", "it's from the mother"."""
    return next(filter(None, map(_writes_for_them, text.split(","))), None)


def _writes_for_them(clause: str) -> Capacity | None:
    words = plain(clause).split()
    if len(words) > _FEW_WORDS or not phrases("writes").intersection(words) or phrases("ours").intersection(words):
        return None  # "our lawyer calls me tomorrow" is another matter
    if "@" in clause:
        return None  # "her father's mail: tom@x.example"
    if adds_more(clause):
        return None  # "her husband wrote, too": for himself, perhaps
    if _LAWYER.search(fold(clause)):
        return Capacity.LAWYER
    if phrases("parents").intersection(words):
        return Capacity.PARENT
    return Capacity.REPRESENTATIVE if any(map(is_relative, words)) else None


def _writes_self(text: str, scene: Scene) -> Capacity | None:
    """That nobody writes for them: they do so themselves. Where it is asked who does, their own name says that, too."""
    said, draft = plain(text), scene.chat.active
    if said in phrases("writes_self"):
        return Capacity.SELF
    if draft is None or draft.asked != WRITER.name:
        return None
    person = Known(draft.answers).get(PERSON)
    own = person is not None and said in {plain(part) for part in (person.name, person.email) if part}
    return Capacity.SELF if own or said in phrases("nobody_else") else None


def take_writer(text: str, scene: Scene) -> Person | None:
    """Who writes, by what an answer tells of them; nothing is known of one whom nobody can name: "her lawyer"."""
    if text.strip() == NOT_SAID:
        return Person()
    if len(text) > _LONGEST or "\n" in text.strip() or text.rstrip().endswith("?") or wants(text):
        return None
    words = without_hedges(text.strip()).strip(" .!,;")
    if knows_not(text) or knows_not(words) or plain(words) in phrases("nameless"):
        return Person()
    if plain(words) in phrases("myself"):
        return Person(name=scene.speaker.name, email=scene.speaker.email)
    told, phone = [_named(part) for part in _PARTS.split(words)], PHONE.search(words)
    rest = ", ".join(part for part in told if part)
    sender = read_sender(PHONE.sub(" ", rest).strip(" ,")) if rest else None
    name = typed_name(sender.name) if sender and sender.name else None
    name = rest if names_several(rest) else None if name and is_only_a_place(name) else name
    person = Person(name=name, email=sender.email if sender else None, phone=phone[0].strip() if phone else None)
    if person == Person() and any(map(_is_deputy, plain(words).split())):
        return person  # by what they are to the person, and no more
    return person if person != Person() else None


def _taken_writer(text: str, scene: Scene) -> Person | None:
    """Who writes, with the name in the message that shows in their address: "greta@holm.example", of Greta Holm."""
    told, draft = take_writer(text, scene), scene.chat.active
    if told is None or told.name or not told.email or draft is None:
        return told
    person = Known(draft.answers).get(PERSON)
    own = (person.name or "") if person is not None else ""
    names = [one for one in named_in(draft.text) if in_address(one, told.email) and not same_person(one, own)]
    return replace(told, name=names[0]) if len(names) == 1 else told


def _named(part: str) -> str:
    """A part of an answer without what somebody is to the person: "her lawyer Tom Finch"; empty where that is all."""
    words = part.split()
    while words and all(_is_role(word) for word in plain(words[0]).split()):
        words = words[1:]
    return " ".join(words)


def _is_role(word: str) -> bool:
    return word in phrases("before_deputies") or _is_deputy(word)


def _is_deputy(word: str) -> bool:
    """Whether it says what somebody is to the person: "lawyer", but not "her"."""
    return any(word in phrases(kind) for kind in ("deputies", "parents", "lawyers")) or is_relative(fold(word))


def _writer(reading: Reading, scene: Scene) -> Fact[Person] | None:
    sender = reading.mail.sender
    if sender is None:
        if reading.mail.forwarded or len(reading.text) > LOOKED_AT:
            return None
        return _introduced(reading, scene) or _relative(reading, scene) or _asker(reading)
    person = Person(name=sender.value.name, email=sender.value.email)
    return Fact(person, sender.quote, sender.span, sender.confidence, sender.reader)


def _introduced(reading: Reading, scene: Scene) -> Fact[Person] | None:
    """Who writes, where a colleague says what they are and who: "lawyer is Tom Finch, tom@finch.example"."""
    parts = between_signs(_BRACKETS.sub(",", reading.text))[:_MOST_PARTS]
    for at, part in enumerate(parts):
        named = _behind_role(part)
        if not named:
            continue
        behind = [more.strip() for more in parts[at + 1 : at + 2] if len(more) <= _LONGEST]
        contact = [more for more in behind if re.fullmatch(EMAIL, more)]
        told = ", ".join([named, *contact])
        person = take_writer(told, scene)
        own = reading.name is not None and person is not None and plain(person.name or "") == plain(reading.name.value)
        if person is not None and (person.name or person.email) and not own:
            start = reading.text.find(named)
            return Fact(person, told, (start, start + len(named)), _OF_ROLE, "role")
    return None


def _asker(reading: Reading) -> Fact[Person] | None:
    """Who asks for what is a relative's, if nobody else is named before: "Ann Bell wants her late husband removed"."""
    kin = kin_of_asker(reading.text)
    told = named_in(reading.text[: kin[0]]) if kin is not None and reading.flagged(Flag.REPRESENTATIVE) else []
    names = [name for name in told if not any(map(_is_deputy, plain(name).split()))]  # "Eine Mutter" is none
    at = reading.text.find(names[0]) if len(names) == 1 else -1
    if kin is None or at < 0 or not asks_beside(reading.text, (at, at + len(names[0])), kin):
        return None
    return Fact(Person(name=names[0]), names[0], (at, at + len(names[0])), _OF_ROLE, "kin")


def _relative(reading: Reading, scene: Scene) -> Fact[Person] | None:
    """The speaker, where it is for one of their own that they write: "my mother is a customer of ours and wants ...".
    A customer would say "of yours"."""
    agent = reading.flagged(Flag.REPRESENTATIVE)
    if (
        agent is None
        or not tells_of_own_customer(reading)
        or not phrases("to_us").isdisjoint(plain(reading.text).split())
    ):
        return None
    me = Person(name=scene.speaker.name, email=scene.speaker.email)
    return Fact(me, agent.quote, agent.span, _OF_ROLE, "role")


def _behind_role(part: str) -> str:
    """The name or the address that a part tells behind what somebody is to the person: of "moeder: els@x.example" the
    address; empty where it tells another thing."""
    words = part.replace(":", " : ").split()
    first = next((n for n, word in enumerate(words) if not _is_role(plain(word))), len(words))
    if not any(_is_deputy(plain(word)) for word in words[:first]):
        return ""
    rest = words[first:]
    beside = phrases("naming") | phrases("says_so") | phrases("titles", "names")  # "advocaat: mr. Loes Prins"
    while rest and (rest[0] == ":" or plain(rest[0]) in beside):
        rest = rest[1:]
    if not phrases("lawyers").isdisjoint(plain(word) for word in words[:first]):
        rest = _firm(rest)
    if len(rest) > _LONGEST_NAME or len(part) > _LONGEST:
        return ""
    name = " ".join(rest)
    is_one = re.fullmatch(EMAIL, name) is not None or (name[:1].isupper() and typed_name(name) is not None)
    return name if is_one else ""


def _firm(words: list[str]) -> list[str]:
    """The name with which words begin that go on with what a firm does: of "Hale & Co are asking" the first three."""
    name = [*takewhile(lambda word: word[:1].isupper() or word == "&" or joins(word), words)]
    while name and not name[-1][:1].isupper():
        name.pop()
    return name


def _reached_ahead(text: str, scene: Scene) -> Person | None:
    """The address of who writes, where few words tell one that shows their name, and not the person's."""
    draft = scene.chat.active
    known = Known(draft.answers) if draft is not None else Known()
    writer, person = known.get(WRITER), known.get(PERSON)
    if writer is None or not writer.name or writer.email:
        return None
    told = bare_person(text, scene) or says_who(text, scene)
    if told is None or not told.email or told.name:
        return None
    others = person is not None and person.name and shows(person.name, told.email)
    return told if shows(writer.name, told.email) and not others else None


CAPACITY: Slot[Capacity] = Slot(
    "capacity",
    Capacity,
    later("They write"),
    later("Do they write for themselves?"),
    hears=_capacity,
    tells=_told_capacity,
    ahead=_writes_self,
    shows=capacity_name,
    choices=_capacity_choices,
    assumes=lambda _known, _scene: Capacity.SELF,
    field="choice",
    fills=lambda capacity: (capacity.value,),
)

WRITER: Slot[Person] = Slot(
    "representative.writer",
    Person,
    later("Written by"),
    later("Who writes on their behalf?"),
    hint=later("A name, an e-mail address, or both."),
    hears=_writer,
    takes=_taken_writer,
    hides=(PERSON.name, ABOUT_ME.name),
    ahead=_reached_ahead,
    greed=1,
    choices=not_said,
    quoted=True,
    shows=show_person,
    merges=merge_person,
)
