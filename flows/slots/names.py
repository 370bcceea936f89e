"""A person whom a correction names: an address, or words that read as a name and as nothing else."""

import re
from dataclasses import replace
from functools import cache

from rapidfuzz.distance import OSA

from bot.cases.snapshot import Person
from bot.conversation.scene import Scene
from bot.rights import Right
from bot.understanding.mail.people import read_sender
from bot.understanding.reading import Fact, Reading, Sender
from bot.understanding.replies.answers import of_arrival, of_home, phrases, plain, says_not
from bot.understanding.replies.arrived import only_when
from bot.understanding.replies.asides import asks_back
from bot.understanding.replies.days import names_a_day
from bot.understanding.replies.denied import without_denied
from bot.understanding.replies.named_rights import named, parts_of
from bot.understanding.replies.pieces import without_asides, without_hedges
from bot.understanding.replies.typed import typed_name
from bot.understanding.where.places import is_place
from bot.understanding.who.addresses import in_domains
from bot.understanding.who.names import NAME, is_closing, is_given, is_ordinary, is_organisation, is_title, names_in
from bot.understanding.wordlists import alternatives, word_lists
from bot.understanding.words import ADDRESS, fold
from flows.slots.name_parts import SLIPS, SPELT, denies
from flows.slots.reading import own_domains, read
from flows.slots.wishes import near

LONGEST = 200  # characters
LONGEST_NAMED = 400  # characters of a text whose names are looked at
LONGEST_NAME = 5  # words
PARTICLES = frozenset(
    (
        *("van", "de", "der", "den", "het", "ten", "ter", "von", "zu", "da", "do", "dos", "das", "di", "del", "della"),
        *("la", "le", "du", "des", "el", "al", "bin", "ben", "y"),
    )
)
_ELIDED = re.compile(r"^(?:d|l|qu|dell|all|dall)['’](?=[A-ZÀ-Þ])")  # "la maman d'Hugo Petit"; "D'Angelo" is a name
OWNS = re.compile(r"['’]s$")  # "Neil Gray's data"
_PHONE = re.compile(r"(?:\+|0)(?:[ ()./-]{0,2}\d){7,14}|[3679]\d\d[ .-]\d{3}[ .-]?\d{3,4}")  # "333 1234567"
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")
ONE = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-](?=[^\W\d_]|$)){0,40}")


def told_person(text: str, scene: Scene) -> Person | None:
    """The person whom a short text tells of: by an address or a number, or by a name that is said to be one."""
    words = _short(without_denied(text))
    return (
        None if words is None else _addressed(words) or _with_name_shown(_told(reading := read(words, scene)), reading)
    )


def _with_name_shown(person: Person | None, reading: Reading) -> Person | None:
    """The same with the name that stands beside an address and shows in it: "it was her sister Rita Moll, rita@..."."""
    name = reading.name.value if reading.name is not None else None
    if person is None or person.name or not person.email or name is None:
        return person
    return replace(person, name=name) if shows(name, person.email) else person


def _addressed(words: str) -> Person | None:
    """The person whom words name that are nothing but an address, perhaps with a name."""
    sender = read_sender(words)
    if sender is None or not sender.email or not _reads_as_one(words, sender):
        return None
    return Person(name=sender.name, email=sender.email)


def contacts_in(reading: Reading) -> dict[str, Fact[str]]:
    """By what a reading tells that somebody is reached or known, each under its name in `Person`."""
    facts = {"email": reading.email, "phone": reading.phone, "account": reading.account_id}
    return {part: fact for part, fact in facts.items() if fact is not None}


def _told(reading: Reading) -> Person | None:
    told = Person(**{part: fact.value for part, fact in contacts_in(reading).items()})
    if _only_says_who(reading):
        told = replace(told, name=_name(reading))
    return told if told != Person() else None


def says_who(text: str, scene: Scene) -> Person | None:
    """The person, where a short sentence says who somebody is and nothing else: "her name is Nora Vance"."""
    words = _short(SPELT.sub("", without_asides(without_hedges(without_denied(_without_only(text))))))
    if words is not None and (first := _named_part().fullmatch(words)) is not None:
        return Person(name=first["name"])
    if words is None or not _may_say_who(words):
        return None
    reading = read(words, scene)
    if not _only_says_who(reading):
        return None
    # "her name is" sounds like a wish to have it corrected
    asks = {*near(reading), *(fact.value for fact in reading.rights if not reading.unsure)}
    told = _addressed(words) or _told(reading) if asks <= {Right.RECTIFICATION} else None
    return None if told is not None and told.name and denies(words, told.name) else told  # "not Raj"


@cache
def _named_part() -> re.Pattern[str]:
    """ "Vorname Dieter", "voornaam: Jan", "surname's Ashdown": as one name, German would take both words for it."""
    lists = word_lists("answers")
    labels = alternatives(lists["first_names"] | lists["last_names"])
    return re.compile(rf"(?i:{labels})(?:['’]s|\s?[\s:=])\s?(?P<name>[^\W\d_a-zß-ÿ][\w'’-]{{1,30}})")


def _without_only(text: str) -> str:
    """A text that tells a number or an address without "only" before it: "just his customer number 55210"."""
    first, _space, rest = text.strip().partition(" ")
    return rest if plain(first) in phrases("narrows") and any(char.isdigit() or char == "@" for char in rest) else text


def bare_person(text: str, _scene: Scene) -> Person | None:
    """The person whom words name that are nothing but a name, or a phone number."""
    words = _short(without_asides(without_hedges(text)))
    if words is not None and _PHONE.fullmatch(words) and not _DATE.fullmatch(words):
        return Person(phone=words)
    sender = read_sender(words) if words is not None else None
    if words is None or sender is None or not _reads_as_one(words, sender):
        return None
    return Person(name=sender.name, email=sender.email)


def only_tells_contact(text: str, scene: Scene) -> bool:
    """Whether nothing is said but how to reach somebody: an address, or a phone number."""
    person = bare_person(text, scene)
    return person is not None and person.name is None


def named_instead(text: str, scene: Scene) -> Person | None:
    """The person whom words behind "no wait" name that are a name and no more than say so: "é Paula, não Paulo"."""
    words = _said_again(without_denied(text)).split()
    while words and plain(words[0]) in phrases("says_who"):
        words = words[1:]
    return bare_person(" ".join(words), scene)


def _said_again(text: str) -> str:
    """A name without what is said of it twice: of "c'est Mme Roux, Claire Roux", or "Roux. Claire Roux", the second."""
    first, comma, second = text.partition("," if "," in text else ". ")
    bare = phrases("says_who") | phrases("titles", "names")
    names = [word for word in plain(first).split() if word not in bare and word not in said_beside()]
    return second if comma and names and {*names} <= {*plain(second).split()} else text


def shows(name: str, address: str) -> bool:
    """Whether the given name shows in an address."""
    return fold(name).split()[0] in fold(address.partition("@")[0])


def shows_wholly(name: str, address: str) -> bool:
    """Whether each of the several words of a name shows in an address."""
    words, mailbox = fold(name).split(), fold(address.partition("@")[0])
    return len(words) > 1 and all(word in mailbox for word in words)


def named_in(text: str) -> list[str]:
    """The names that stand in a short text, each once, without titles."""
    found = names_in(text, 0, len(text)) if len(text) <= LONGEST_NAMED else ()
    bare = (" ".join(word for word in one[0].split() if not is_title(fold(word))) for one in found)
    return list(dict.fromkeys(_ELIDED.sub("", OWNS.sub("", name)) for name in bare))


def spelt(old: str | None, new: str | None) -> str | None:
    """A name as it is corrected: of "Anna Ball" who is "Bell", only that word was written wrongly."""
    if not (old and new) or " " in new:
        return new or old
    words = old.split()
    first = [is_given(name) for name in (old, new)]
    if len(words) == 1 and first[0] != first[1] and OSA.distance(old, new, score_cutoff=SLIPS) > SLIPS:
        return f"{new} {old}" if first[1] else f"{old} {new}"  # of Mrs Schulz: "first name is Petra"
    alike = [word for word in words if OSA.distance(word, new, score_cutoff=SLIPS) <= SLIPS]
    if not alike and len(words) > 1 and new[:1] == old[:1] != words[-1][:1]:
        return " ".join([new, *words[1:]])  # "he's called Hew", of Hugh Penn
    return " ".join(new if word in alike else word for word in words) if len(alike) == 1 else new


def _short(text: str) -> str | None:
    words = text.strip().strip(".!").strip()
    several = words.count("@") > 1 and len({*ADDRESS.findall(words.casefold())}) > 1  # whose is which?
    return words if 0 < len(words) <= LONGEST and "\n" not in words and not several else None


def _may_say_who(text: str) -> bool:
    """Whether a text can say only who somebody is: a word for that, and none in small letters that is no name."""
    words = [word for word in text.split() if "@" not in word and not any(map(str.isdigit, word))]
    known = [bare for word in words for bare in plain(word).split() if bare in said_beside() or is_given(bare)]
    others = [
        word
        for word in words
        if word.islower() and not all(b in said_beside() or is_given(b) for b in plain(word).split())
    ]
    return bool(known) and not any(is_ordinary(word.strip(".,;:!?()")) for word in others)


def _only_says_who(reading: Reading) -> bool:
    """Whether a text holds a name, an address or a number that is said to be somebody's, and no word of anything else.
    Another name may stand in it, which is denied: "it's not Nora, it's Flora"."""
    facts = [fact for fact in (reading.email, reading.phone, reading.account_id) if fact is not None]
    told = [text for fact in facts for text in (fact.value, fact.quote)]
    if (name := _name(reading)) is not None:
        told.append(name)
    rest = reading.text
    for text in told:
        rest = rest.replace(text, " ")
    words = [word for word in plain(rest).split() if not word.isdecimal()]
    return (
        bool(told) and bool(words) and all(word in said_beside() or is_given(word) or len(word) == 1 for word in words)
    )


def _name(reading: Reading) -> str | None:
    if reading.name is not None:
        return reading.name.value
    name = typed_name(reading.text) or _between(reading.text)
    if name is None or is_place(name) or (name.islower() and not _is_called_so(name, reading.text)):
        return None
    return name if " " in name or is_given(name) or (name[:1].isupper() and not is_ordinary(name)) else None


def _between(text: str) -> str | None:
    """What stands between words that only say who somebody is, where it has a capital: "surname is Larkin", "she's
    Sofie, with an e"."""
    words = text.split()
    while words and _says(words[0]):
        words = words[1:]
    while words and _says(words[-1]):
        words = words[:-1]
    name = " ".join(words).strip(" ,.;:!")
    few = 0 < len(words) <= LONGEST_NAME and not any(char.isdigit() or char in "@,;:?" for char in name)
    if not few or not all(word[:1].isupper() or word in PARTICLES for word in words):
        return None
    return name if is_given(words[0]) or phrases("naming").intersection(plain(text).split()) else None


def _says(word: str) -> bool:
    return all(part in said_beside() or len(part) == 1 for part in plain(word).split())


def _is_called_so(name: str, text: str) -> bool:
    """Whether words in small letters are a name all the same: "he is tom bell", but not "he is very angry"."""
    return any(map(is_given, name.split())) or bool(phrases("naming").intersection(plain(text).split()))


@cache
def said_beside() -> frozenset[str]:
    """The words of a sentence that says who somebody is, beside their name."""
    return frozenset(word for said in word_lists("answers")["says_who"] for word in plain(said).split())


def _reads_as_one(words: str, sender: Sender) -> bool:
    name = sender.name
    if name is None:
        return sender.email == words.strip("<> ")
    rest = words.casefold().replace(name.casefold(), "", 1).replace((sender.email or "").casefold(), "", 1)
    return _is_name(name) and not any(map(str.isalnum, rest))


def _is_name(name: str) -> bool:
    if of_arrival(name) or of_home(name) or says_not(name) or any(named(part) for part in parts_of(name)):
        return False
    if names_a_day(name) and only_when(name, ()):
        return False  # "Last Thursday"
    words = name.split()
    if NAME.fullmatch(name):
        return not (is_closing(name) or is_place(name) or is_organisation(name))
    own = [word for word in words if word not in PARTICLES]
    if len(words) > LONGEST_NAME or not own or not all(ONE.fullmatch(word) for word in words):
        return False
    # A single word is rather a place that is written wrongly, unless it is known as a name
    if any(is_ordinary(word) or is_place(word) for word in own):
        return False
    return is_given(own[0]) and (len(words) > 1 or not name.islower())


def gives_address(text: str, scene: Scene) -> bool:
    """Whether somebody's address stands in a text that asks nothing back: "ok: Ann Bell asked, ann@x.example"."""
    own = own_domains(scene)
    found = [address for address in ADDRESS.findall(text) if not in_domains(address, own)]
    return bool(found) and not asks_back(text)
