"""The person in an answer to "whose data is it about?": a name however it is led up to, an address, a number, a user's
name, or nobody: a request of somebody whose name nobody knows is a request all the same."""

import re
from dataclasses import replace
from itertools import pairwise

from bot.cases.snapshot import Person
from bot.conversation.form import Choice
from bot.conversation.scene import Scene
from bot.conversation.slot import NOT_SAID
from bot.rights import Right
from bot.understanding.mail.people import read_sender
from bot.understanding.reading import Sender
from bot.understanding.replies.answers import knows_not, phrases, plain, says_not
from bot.understanding.replies.arrived import only_when
from bot.understanding.replies.days import is_day_word, names_a_day
from bot.understanding.replies.denied import without_denied
from bot.understanding.replies.ordered import ordered
from bot.understanding.replies.pieces import pieces, without_asides, without_hedges
from bot.understanding.replies.typed import typed_name
from bot.understanding.where.places import is_place
from bot.understanding.who.addressed import EMAIL_AT
from bot.understanding.who.names import is_organisation
from bot.understanding.wordlists import alternatives, word_lists
from bot.understanding.words import fold
from bot.wording import _
from flows.slots.names import says_who, shows, spelt
from flows.slots.people_named import people_named
from flows.slots.reading import read
from flows.slots.wishes import NEAR, near, wants

_LONGEST = 200  # characters
_MOST_BEFORE = 15  # words of those before what they want
_BESIDE_BIRTHDAY = 2  # words
PHONE = re.compile(r"(?<![\w.])\+?(?:[ ()./-]?\d){7,15}(?![\w.])")
_HANDLE = re.compile(r"@?(?=[\w.-]*\d|@|[\w.-]*_)[^\W_][\w.-]{2,30}|@[\w.-]{3,30}")
_SORRY = re.compile(rf"[\s,;.]+(?:{alternatives(phrases('apology'))})[\s,;:]+", re.IGNORECASE)
_AT = re.compile(r"\s?[\[({](?:at|@)[\])}]\s?", re.IGNORECASE)
_OR = re.compile(rf"[\s,?]+(?:{alternatives(phrases('either'))})\s+", re.IGNORECASE)
_DAY = re.compile(r"(?<!\d)(?:\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d|(?:19|20)\d\d([./-])\d{1,2}\2\d{1,2})(?!\d)")
_AROUND_NAME = re.compile(
    rf"[:;()\n]|(?<!\w)(?:{alternatives(word_lists('flags')['for_whom'] | phrases('of_whom', 'ordered'))})(?!\w)"
)
_LOOKED_AT = 1_000  # characters in which several are named
_WITHOUT = re.compile(r"[()<>]|\s+(?=,)|,(?=\s*(?:,|$))")  # what is left of the brackets around an address
_EACH = re.compile(rf"\s*[,;&+]\s*|\s+(?:{alternatives(phrases('between'))})\s+", re.IGNORECASE)


def person_answered(text: str, scene: Scene) -> Person | None:
    """The one person whom an answer names; one of whom nothing is known where it says that nobody knows."""
    if text.strip() == NOT_SAID:
        return Person()
    if len(text) > _LONGEST or "\n" in text.strip() or names_several(text) or _wavers(text):
        return None
    if names_a_day(text) and only_when(text, ()):
        return None  # "last Thursday" is nobody's name
    words = without_hedges(_AT.sub("@", text.strip().removeprefix("mailto:"))).strip(" .!,;")
    if knows_not(text) or knows_not(words) or plain(words) in phrases("nameless"):
        return Person()
    words = _without_others(words)
    if (len(people_named(words)) > 1 or len(_addresses(words)) > 1) and not _SORRY.search(words):
        return None  # whose it is may be either's: "son is Leo Bell, she is Ann Hill"
    if plain(words) in phrases("myself"):
        return Person(name=scene.speaker.name, email=scene.speaker.email)
    first, *mended = _SORRY.split(words)
    if mended and (person := _person(first, scene)) and (right := _person(mended[-1], scene)):
        return replace(person, name=spelt(person.name, right.name), email=right.email or person.email)
    return _person(words, scene)


def names_several(text: str) -> bool:
    """Whether an answer names more than one person: "Rita and Udo Moll"."""
    return bool(_several(text))


def named_together(text: str) -> tuple[str, ...]:
    """Those of whom a colleague says in a few words that they want something together: "Ann Bell and Bo Berg want their
    data deleted"; empty for one."""
    words = _WITHOUT.sub(" ", EMAIL_AT.sub(" ", text[:_LOOKED_AT])).split()[:_MOST_BEFORE]
    wish = next((at for at, word in enumerate(words) if plain(word) in phrases("want_together")), 0)
    named = words[:wish]
    heads = word_lists("names")["heads"]  # "our customers Ann Bell and", "Tenants Ann Bell and"
    while named and (not named[0][:1].isupper() or fold(named[0]) in heads):
        named = named[1:]
    named = " ".join(named).strip(" ,").split()
    if any(is_organisation(word.strip(".,")) for word in named) or wants(" ".join(named)):
        return ()  # "Hale & Co want", "Ann Bell (ann@x.example, Bath) wants all"
    return _several(" ".join(named)) or _several(" ".join(named[1:])) or _ordered_for(text)


def people_together(text: str) -> tuple[Sender, ...]:
    """The same, each with the address that shows their given name: "Ann Bell and Bo Berg (ann@..., bo@...) want". One
    that shows nobody's is the way to all of them."""
    names = named_together(text)
    addresses = EMAIL_AT.findall(text[:_LOOKED_AT]) if names else []
    shown = {name: next((one for one in addresses if shows(name, one)), None) for name in names}
    shared = addresses[0].lower() if len(addresses) == 1 and not any(shown.values()) else None
    return tuple(Sender(name, (one.lower() if (one := shown[name]) else None) or shared) for name in names)


def around_names(text: str) -> list[str]:
    """The parts of an order between the words around a name: "for", "anlegen"."""
    folded = fold(text)
    if len(folded) != len(text):
        return _AROUND_NAME.split(text)
    cuts = [(0, 0), *(match.span() for match in _AROUND_NAME.finditer(folded)), (len(text), len(text))]
    return [text[one[1] : other[0]] for one, other in pairwise(cuts)]


def _ordered_for(text: str) -> tuple[str, ...]:
    """Those for whom a request is to be recorded at once: "please log a deletion request for Ann Bell and Bo Berg"."""
    parts = around_names(text) if ordered(text) else []
    return next((several for part in parts if (several := _several(part.strip(" .?!")))), ())


def _several(text: str) -> tuple[str, ...]:
    """The names of more than one person that are all of a text; "Moll, Rita" is one."""
    parts = [part.strip(" .") for part in _EACH.split(text) if part.strip(" .")]
    if len(parts) < 2 or not all(part and typed_name(part) == part and not is_place(part) for part in parts):
        return ()
    return tuple(parts) if sum(" " in part for part in parts) > 1 or "," not in text else ()


def may_be(text: str, _scene: Scene) -> tuple[Choice, ...]:
    """The people between whom an answer wavers: "Rita Moll or Rita Noll", or who are both named in it."""
    words = _without_others(text[:_LONGEST])
    named = [] if names_several(text[:_LONGEST]) else people_named(words)
    names = next((some for some in (_wavers(text), named, _addresses(words)) if len(some) > 1), ())
    return tuple(Choice(value=name, label=name) for name in names)


def _addresses(words: str) -> list[str]:
    return list(dict.fromkeys(EMAIL_AT.findall(words.casefold()))) if words.count("@") > 1 else []


def _wavers(text: str) -> tuple[str, ...]:
    parts = _OR.split(text.strip(" .!?")) if len(text) <= _LONGEST else []
    names = tuple(dict.fromkeys(name for part in parts if (name := typed_name(part)) and not is_place(name)))
    return names if len(names) > 1 else ()


def only_says_who(text: str, scene: Scene) -> bool:
    """Whether an answer says who somebody is, and asks for nothing: in doubt a name sounds like a correction."""
    reading = read(_without_birthday(text), scene)
    asked = {*near(reading), *(fact.value for fact in reading.rights if fact.confidence >= NEAR)}
    if asked - {Right.RECTIFICATION} or (reading.surely_asks and says_who(text, scene) is None):
        return False
    return person_answered(text, scene) is not None


def _without_birthday(text: str) -> str:
    """The same without a part that is hardly more than a day: "Rita Moll, born 3 March 1980"."""
    return ", ".join(part for part in pieces(text) if not (names_a_day(part) and _few_beside_day(part)))


def _few_beside_day(part: str) -> bool:
    return sum(not is_day_word(word) for word in plain(part).split()) <= _BESIDE_BIRTHDAY


def why_nobody(text: str, _scene: Scene) -> str | None:
    """Why an answer names nobody that can be taken."""
    if not names_several(text):
        return None
    return _("Each person gets a case of their own. Tell me one of them now, and hand me the other afterwards.")


def _without_others(words: str) -> str:
    """An answer without the parts that say who it is not, or whom else to ask: "not Ana, Eva Ruiz", "ask Sam"."""
    parts = pieces(without_denied(words))
    kept = [part for part in parts if not _is_of_other(part)]
    kept = [part for part in kept if not _is_of_writer(part)] or kept
    return ", ".join(kept) if len(kept) < len(parts) else without_denied(words)


def _is_of_other(part: str) -> bool:
    first, *rest = part.split() or [""]
    if plain(first) in phrases("sends_on"):
        return True
    own = " ".join((first, *(word for word in rest if word.islower())))  # "Dr No" is a name
    return says_not(own) and not any(map(str.isdigit, part))


def _is_of_writer(part: str) -> bool:
    """Whether it says who writes for them: "his mother Rita Moll wrote"."""
    words = plain(part).split()
    return bool(phrases("writes").intersection(words)) and bool(phrases("parents").intersection(words))


def _person(words: str, scene: Scene) -> Person | None:
    words = _DAY.sub(" ", words).strip()  # no phone number, nor a user's name
    sender = read_sender(words)
    email = sender.email if sender else None
    name = typed_name(without_asides(sender.name.strip(" -–,;"))) if sender and sender.name else None
    told = says_who(words, scene)
    reading = read(words, scene)
    phone = PHONE.search(words)
    person = Person(
        name=(told.name if told else None) or (reading.name.value if reading.name else None) or name,
        email=email or (reading.email.value if reading.email else None),
        phone=(reading.phone.value if reading.phone else None) or (phone[0].strip() if phone else None),
        account=reading.account_id.value if reading.account_id else None,
    )
    if (
        person == Person()
        and reading.ticket is None
        and (handle := _HANDLE.fullmatch(words.split()[-1] if words else ""))
        and all(word in phrases("called_user") for word in plain(words[: -len(handle[0])]).split())
    ):
        return Person(account=handle[0])
    return person if person != Person() else None
