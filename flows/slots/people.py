"""Whose data it is about."""

import re
from collections.abc import Callable
from dataclasses import replace

from bot.cases.snapshot import Person
from bot.conversation.form import Choice
from bot.conversation.scene import Scene
from bot.conversation.slot import Known, Slot, not_said
from bot.understanding.reading import Fact, Meta, Reading
from bot.understanding.replies.answers import in_own_words, of_customer, phrases, plain, speaks_of_another
from bot.understanding.replies.corrections import yes_or_no
from bot.understanding.replies.ordered import ordered
from bot.understanding.replies.remarks import says_own_name, somebody_wants
from bot.understanding.replies.told_deputies import deputy_alone
from bot.understanding.replies.typed import typed_name
from bot.understanding.where.places import is_place
from bot.understanding.who.alike import same_person
from bot.understanding.who.kin import is_relative
from bot.understanding.wordlists import word_lists
from bot.understanding.words import ADDRESS
from bot.wording import _, later
from flows.slots.name_parts import mended, respelt
from flows.slots.names import bare_person, named_in, says_who, spelt, told_person
from flows.slots.people_named import titled_in
from flows.slots.whose import PHONE, around_names, may_be, person_answered, why_nobody

_FEW = 200  # characters
_DATE = re.compile(r"(?:^|[ (])\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d")
_MOST_OF_NAME = 3  # words
_SHORT_WORD = 2  # letters
_NAME = re.compile(r"[^\W\d_a-zß-ÿ][\w'’-]+")
_OF_ORDER = 0.7  # how sure a name is that stands in an order


def show_person(person: Person) -> str:
    """ "Ana Diaz <ana@x.example>", or what of it is known."""
    if person.name and person.email:
        return f"{person.name} <{person.email}>"
    return person.name or person.email or person.phone or person.account or _("not named")


def _show_whole(person: Person) -> str:
    """The same, with the phone and the customer number that are known besides: "Ana Diaz <ana@x.example>, 4711"."""
    shown = show_person(person)
    return ", ".join([shown, *(one for one in (person.phone, person.account) if one and one != shown)])


def _about_me(reading: Reading, _scene: Scene) -> Fact[bool] | None:
    """A forwarded mail, or a message that names somebody or speaks of them, is about somebody else."""
    mail = reading.mail
    if mail.forwarded or mail.sender or reading.name or reading.email or reading.ticket:
        return Fact(False, "", (0, 0), 0.9, "sender")
    if reading.account_id is not None and not in_own_words(reading.text):
        return Fact(False, "", (0, 0), 0.8, "number")  # "customer 99812 wants out"; one's own is said to be one's own
    if speaks_of_another(reading.text) or somebody_wants(reading.text) or ordered(reading.text):
        return Fact(False, "", (0, 0), 0.8, "words")
    if _lone_number(reading) is not None or _names_one(reading):
        return Fact(False, "", (0, 0), 0.7, "number")  # "unsubscribe, came from +44 7700 900321"
    return None


def _lone_number(reading: Reading) -> str | None:
    """The one phone number of a line or two that name nobody else and say nothing of what is the writer's own."""
    text = reading.text
    if reading.mail.sender or len(text) > _FEW or not word_lists("flags")["mine"].isdisjoint(plain(text).split()):
        return None
    found = [number.strip() for number in PHONE.findall(text)]
    found = [number for number in found if number.startswith(("+", "0")) and not _DATE.search(number)]
    return found[0] if len(found) == 1 else None


def _somebody_else(known: Known, scene: Scene) -> bool | None:
    """Whom somebody names before they are asked is not themselves, unless it is their own name or address."""
    person, me = known.get(PERSON), scene.speaker
    told = known.answers.get("rights")
    if told is not None and (speaks_of_another(told.quote) or somebody_wants(told.quote)):
        return False  # "he wants it all deleted" answers both
    if person is None or person.email == me.email or (person.name or "").casefold() == me.name.casefold():
        return None
    return False


def _yes_no(text: str, _scene: Scene) -> bool | None:
    if of_customer(text):  # "yes, it's a customer" is no yes
        return False
    said = yes_or_no(text)
    return False if said is not False and speaks_of_another(text) else said


def _not_me(text: str, _scene: Scene) -> bool | None:
    """Where a few words say that it is about a customer: "it's a customer, not me"."""
    return False if of_customer(text) else None


def _yes_no_choices(_known: Known, _scene: Scene, _reading: Reading | None) -> tuple[Choice, ...]:
    return (
        Choice(value="yes", label=_("Yes, it is about me")),
        Choice(value="no", label=_("No, about somebody else")),
    )


def _person(reading: Reading, scene: Scene) -> Fact[Person] | None:
    if _introduces_themselves(reading, scene) or _names_deputy_alone(reading):
        return None
    facts = [f for f in (reading.email, reading.name, reading.phone, reading.account_id) if f is not None]
    if not facts and (number := _lone_number(reading)) is not None:
        return Fact(Person(phone=number), number, (0, 0), _OF_ORDER, "number")
    if not facts:
        told_so = ordered(reading.text) or tells_of_own_customer(reading) or _names_one(reading)
        return _of_order(reading.text) if told_so else None

    def value(fact: Fact[str] | None) -> str | None:
        return fact.value if fact else None

    in_order = _names_in(reading.text) if reading.name is None and ordered(reading.text) else []
    told = value(reading.name) or _before_address(reading)
    person = Person(
        name=in_order[0][1] if len(in_order) == 1 else told,
        email=value(reading.email),
        phone=value(reading.phone),
        account=value(reading.account_id),
        country=value(reading.country),
        state=value(reading.state),
    )
    first = facts[0]
    return Fact(person, first.quote, first.span, min(f.confidence for f in facts), first.reader)


def _names_deputy_alone(reading: Reading) -> bool:
    """Whether the one who is named writes for somebody, whom nobody names."""
    name = reading.name
    alone = deputy_alone(reading.text, reading.language) if name is not None and not reading.mail.sender else None
    return alone is not None and name is not None and alone.writer == name.value


def _names_one(reading: Reading) -> bool:
    """Whether a line or two in which nothing is heard name somebody by an address all the same."""
    few = reading.meta is Meta.NONE and len(reading.text) <= _FEW and not reading.mail.sender
    return few and not in_own_words(reading.text) and len(set(ADDRESS.findall(reading.text))) == 1


def tells_of_own_customer(reading: Reading) -> bool:
    """Whether a colleague tells in a line or two of somebody of their own: "my mother is a customer and wants ..."."""
    words = plain(reading.text).split() if len(reading.text) <= _FEW and not reading.mail.sender else []
    kin = [at for at, word in enumerate(words[:_MOST_OF_NAME]) if is_relative(word)]
    return bool(kin) and not phrases("customers").isdisjoint(words[kin[0] : kin[0] + 2 * _MOST_OF_NAME])


def _before_address(reading: Reading) -> str | None:
    """The name right before the one address of a line or two in which it shows: "Rhea Das rhea@das.example"."""
    few = reading.email is not None and not reading.mail.sender and len(reading.text) <= _FEW
    return _name_before(reading.text, *reading.email.span) if few and reading.email is not None else None


def _name_before(text: str, low: int, high: int) -> str | None:
    words = text[:low].rstrip(" (<").split()[-_MOST_OF_NAME:]
    while words and not (_NAME.fullmatch(words[0]) and plain(words[0]) not in phrases("titles", "names")):
        words = words[1:]
    name, mailbox = " ".join(words), plain(text[low:high])
    named = len(words) > 1 and all(map(_NAME.fullmatch, words))
    return name if named and any(len(w) > 2 and w in mailbox.split() for w in plain(name).split()) else None


def _of_order(text: str) -> Fact[Person] | None:
    """The one person who is named where a request is to be recorded: all other words are the order."""
    address = ADDRESS.search(text)
    names = _names_in(text)
    if address is None and len(names) != 1:
        return None
    low, name = names[0] if len(names) == 1 else (address.start() if address is not None else 0, None)
    name = _name_before(text, *address.span()) if name is None and address is not None else name
    person = Person(name=name, email=address[0] if address is not None else None)
    quote = name or person.email or ""
    return Fact(person, quote, (low, low + len(quote)), _OF_ORDER, "order")


def _names_in(text: str) -> list[tuple[int, str]]:
    """The names of several words that stand by themselves in an order: "open a case for Ann Bell, ann@x.example"."""
    without = ADDRESS.sub(",", text)  # "... for Ann Bell ann@x.example"
    parts = [one.strip(" .?!<>()") for part in around_names(without) for one in part.split(",")]
    parts = [_bare(part) for part in parts]
    names = [part for part in parts if " " in part and typed_name(part) == part and part[:1].isupper()]
    return [(text.find(name), name) for name in dict.fromkeys(names) if not is_place(name)]


def _bare(part: str) -> str:
    """A part of an order without what somebody is: "our customer Ann Bell"."""
    words = part.split()
    beside = phrases("whoever") | phrases("before_deputies") | phrases("titles", "names")
    while words and (words[0].islower() or words[0].endswith(".")) and plain(words[0]) in beside:
        words = words[1:]
    return " ".join(words)


def _introduces_themselves(reading: Reading, scene: Scene) -> bool:
    """Whether the one who is named is a colleague who tells what somebody else wants: "Emma here, a customer wants
    ..."."""
    mail, name = reading.mail, reading.name
    if mail.forwarded or mail.sender or reading.email or name is None:
        return False
    own = name.value.casefold() == scene.speaker.name.casefold() and somebody_wants(reading.text)
    return own or says_own_name(reading.text, name.value)


def merge_person(old: Person, new: Person) -> Person:
    """A corrected part replaces its like; the rest stays."""
    said = {
        name: getattr(new, name) for name in ("email", "phone", "account", "country", "state") if getattr(new, name)
    }
    return replace(old, **said, name=spelt(old.name, new.name))


def _with_more(old: Person, new: Person) -> Person:
    """The same with what is told besides, where that is of nobody else."""
    others = old.name and new.name and spelt(old.name, new.name) == new.name and not same_person(old.name, new.name)
    return old if others else merge_person(old, new)


def _says_who(text: str, scene: Scene) -> Person | None:
    """Whom a few words name, or whose name they set right in a part: "Ilse, not Elsa"."""
    draft = scene.chat.active
    person = Known(draft.answers).get(PERSON) if draft is not None else None
    own = person.name if person is not None else None
    name = mended(text, own) or respelt(text, own) if own else None
    if name is not None:
        return Person(name=name)
    return _of_them(says_who)(text, scene)


def _of_them(reads: Callable[[str, Scene], Person | None]) -> Callable[[str, Scene], Person | None]:
    """The same, but for an address that shows the name of somebody else in the message, and nothing of the person."""

    def read_of_them(text: str, scene: Scene) -> Person | None:
        told, draft = reads(text, scene), scene.chat.active
        person = Known(draft.answers).get(PERSON) if draft is not None else None
        if told is None or draft is None or person is None:
            return told
        writer, text = draft.answers.get("representative.writer"), draft.text if len(draft.text) <= _FEW else ""
        others = f"{text}\n{writer.value['name'] or ''}" if writer is not None else text
        return None if _of_other(told, person, others) else told

    return read_of_them


def _of_other(told: Person, person: Person, text: str) -> bool:
    """Whether an address shows nothing of the person, but the name of somebody else in the message."""
    if told.name or not told.email or not person.name:
        return False
    shown = {word for word in plain(told.email.partition("@")[0]).split() if len(word) > _SHORT_WORD}
    own = {*plain(person.name).split()}
    others = {word for name in (*named_in(text), *titled_in(text)) for word in plain(name).split()} - own
    return own.isdisjoint(shown) and not others.isdisjoint(shown)


def _myself(known: Known, scene: Scene) -> Person | None:
    if known.get(ABOUT_ME):
        return Person(name=scene.speaker.name, email=scene.speaker.email)
    return None


ABOUT_ME: Slot[bool] = Slot(
    "about_me",
    bool,
    "",
    later("Is this about you?"),
    hears=_about_me,
    takes=_yes_no,
    ahead=_not_me,
    assumes=_somebody_else,
    choices=_yes_no_choices,
    picks=lambda chosen: chosen[0] == "yes",
    field="choice",
)

PERSON: Slot[Person] = Slot(
    "person",
    Person,
    later("Person"),
    later("Whose data is it about?"),
    hint=later("A name, an e-mail address, a phone or customer number: what you have of it."),
    hears=_person,
    takes=person_answered,
    guesses=may_be,
    puzzles=why_nobody,
    tells=_of_them(told_person),
    bare=_of_them(bare_person),
    ahead=_says_who,
    greed=1,
    choices=not_said,
    shows=_show_whole,
    merges=merge_person,
    adds=_with_more,
    assumes=_myself,
)
