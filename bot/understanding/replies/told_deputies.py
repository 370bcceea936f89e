"""Whose data it is and who writes for them, where a colleague's sentence names both beside what somebody wants: "the
lawyer of Ann Bell, Tom Finch (tom@...), asks for a copy", "Ann Bell's husband Max Bell rang", "Ann Bell wants the data
of her son Leo deleted".

Each word of such a note becomes a letter of what it is, so that a turn of phrase can be told by a short pattern; the
words stand in `data/both_named.toml` and the lists it stands beside.
"""

import re
from itertools import pairwise
from typing import NamedTuple

from bot.understanding.replies.answers import in_own_words, phrases, plain
from bot.understanding.replies.both_named import gender_of
from bot.understanding.replies.deputy_words import Token, tokens_of
from bot.understanding.who.alike import same_person
from bot.understanding.who.kin import is_child
from bot.understanding.who.nominative import nominative
from bot.understanding.wordlists import word_lists
from bot.understanding.words import fold

LONGEST = 600  # characters of a note
_STOPS = ".,:&"
_NEAR = 40  # characters between a name and the number or address behind it

# In the letters of `deputy_words.py`. Whose data it is stands at "p", who writes at "w".
_TURNS = tuple(
    map(
        re.compile,
        (
            "(?P<kin>[RL])ou?(?P<p>N),?(?P<w>N)",  # the lawyer of Ann Bell, Tom Finch
            "(?P<child>R)[:i]+(?P<p>N)[^N]*(?P<kin>R)[:i]+(?P<w>N)",  # daughter is Lily Bell, mum is Ann Bell
            "(?P<kin>R)[:i]+(?P<w>N)[^N]*(?P<child>R)[:i]+(?P<p>N)",
            "(?P<parent>R)ou?R?(?P<p>N)[^N]*[,.][xp]?i+w?(?P<w>N)",  # the mother of Leo Bell asks ..., she is Ann Bell
            "(?P<kin>[RL])ou?(?P<p>N)[^N]*(?<!u)[RL][:i]+(?P<w>N)",  # the mother of Leo Bell asks ..., mother: Ann
            "(?P<p>N)s(?P<kin>[RL]),?(?P<w>N)",  # Ann Bell's lawyer, Tom Finch
            "(?P<kin>[RL])ou?(?P<p>N)w[^N.:]*,(?P<w>N),",  # the sister of Leo Bell calls for him (Ann Bell, ann@...)
            "(?P<w>N),?(?P<kin>[RL])ou?(?P<p>N)",  # Tom Finch, lawyer of our customer Ann Bell
            "(?P<w>N),?x?o+p(?P<kin>R),?(?P<p>N)",  # a mail from Ann Bell about her son Leo
            "(?P<w>N),?[^N.]*b[op]*u?(?P<kin>R)?(?P<p>N)",  # Tom Finch acts for Ann Bell
            "(?<![opu])(?P<kin>L)(?P<w>N),?[^N.]*o[pu]?(?P<p>N)",  # solicitor Tom Finch asks for a copy for Ann Bell
            "(?P<w>N),?[vw][^N.,]*[oh]p(?P<kin>)(?P<p>N)",  # Tom Finch asks for the data of his client Ann Bell
            "(?P<w>N),?[^N.]*v[^N.,&]*ho(?P<kin>)(?P<p>N)",  # Joan Ives, a carer, asks for the records of Ann Bell
            "(?P<w>N),?[vw][^N.,]*[oh]p?(?P<kin>R),?(?P<p>N)",  # Ann Bell asks about her son Leo
            "(?P<w>N),?v[^N.]*[oh]p?(?P<kin>R),?(?P<p>N)",
            "(?P<w>N),?[vw][^N.]*p(?P<kin>R)(?P<p>N)s",  # Ann Bell wants her son Leo's data deleted
            "(?P<kin>R),?[vw][^N]*p[RL],?(?P<p>N)[^N]*[,.&]xi+(?P<w>N)",  # a mother asks ... of her son Leo, she is Ann
        ),
    )
)
# Who writes is told in a clause of its own, and the person elsewhere: "her lawyer, Tom Finch, wrote"
_ASIDE = re.compile(r"(?:^|[,.:&])p(?P<kin>[RL]),?(?P<w>N),?x?(?P<does>[vw])|(?<!u)(?P<label>L)[:i]+(?P<named>N)")


_ASKS = re.compile("(?<!p)R,?[vw]")
_ALONE = re.compile("(?<![opu])LN")
_OF_KIN = re.compile("(?<!Ro)N,?[^N.&]*(?:[ob]p?|hp)(?P<kin>R)")  # Ann Bell asks for the data of her son


class Told(NamedTuple):
    """Who is concerned, who writes for them, how each can be reached, and what kind of a deputy it is."""

    person: str
    writer: str
    of_person: tuple[str, ...]  # addresses and numbers
    of_writer: tuple[str, ...]
    lawyer: bool
    parent: bool
    kin: str  # the word for what one is to the other


def told_deputy(text: str, language: str) -> Told | None:
    """The two people of a note, or None where it names one or three, or doesn't tell who is whom."""
    if len(text) > LONGEST:
        return None
    tokens, contacts = tokens_of(text, language)
    named = [token for token in tokens if token.kind == "N"]
    if len(_people(named)) != 2:
        return None
    found = _told(tokens)
    if found is None:
        return None
    person, writer, kin = found
    if _same(person, writer):
        return None
    theirs = _shared(contacts, person.text, writer.text, named)
    called = nominative(person.text) if language == "pl" else person.text
    word = fold(kin.text) if kin is not None else ""
    of_child = kin is not None and kin.start > writer.start and is_child(word)
    of_person = kin is not None and _stands_before(kin, person, tokens)  # "Ann Bell rang for her mother Ida Bell"
    return Told(
        called,
        writer.text,
        *theirs,
        lawyer=word in phrases("lawyers"),
        parent=of_child or (word in phrases("parents") and not of_person),
        kin=kin.text if kin is not None else "",
    )


class Alone(NamedTuple):
    """The one who is named, where they write for somebody whom nobody names, and the word for what one is to the
    other."""

    writer: str
    kin: str


def deputy_alone(text: str, language: str) -> Alone | None:
    """The one who is named, where that is the lawyer of a customer, or a relative of somebody, whom nobody names:
    "solicitor Tom Finch asks for the data of his client", "Ann Bell calls on behalf of her father"."""
    if len(text) > LONGEST:
        return None
    tokens, _contacts = tokens_of(text, language)
    named = [token for token in tokens if token.kind == "N"]
    if len(_people(named)) != 1:
        return None
    code = "".join(token.kind for token in tokens)
    return _lawyer_alone(text, tokens, code) or _of_kin_alone(text, tokens, code)


def _lawyer_alone(text: str, tokens: list[Token], code: str) -> Alone | None:
    found = _ALONE.search(code) if not phrases("lawyers").isdisjoint(plain(text).split()) else None
    if found is None or fold(tokens[found.start()].text) not in phrases("lawyers"):
        return None
    named = next(token for token in tokens if token.kind == "N")
    theirs = any(
        one in phrases("customers") and other in word_lists("flags")["theirs"]
        for other, one in pairwise(plain(text[named.end :]).split())
    )
    return Alone(named.text, tokens[found.start()].text) if theirs else None


def _of_kin_alone(text: str, tokens: list[Token], code: str) -> Alone | None:
    found = _OF_KIN.search(code) if not in_own_words(text) else None
    return Alone(tokens[found.start()].text, tokens[found.start("kin")].text) if found is not None else None


def _people(named: list[Token]) -> list[Token]:
    """One of each of them; a name may stand there twice."""
    found = list[Token]()
    for one in named:
        if not any(_same(one, other) for other in found):
            found.append(one)
    return found


def _same(one: Token, other: Token) -> bool:
    """Whether two names can be one person's. "Mrs Bell" is not her son Leo Bell."""
    full = other if one.titled else one
    return not (one.titled != other.titled and full.of_kin) and same_person(one.text, other.text)


def _told(tokens: list[Token]) -> tuple[Token, Token, Token | None] | None:
    """The person, who writes, and what these are to each other."""
    code = "".join(token.kind for token in tokens)
    for turn in _TURNS:
        for match in turn.finditer(code):
            person, writer = tokens[match.start("p")], tokens[match.start("w")]
            parts = match.groupdict()
            if parts.get("child") and (_asks(code, tokens) or not is_child(fold(tokens[match.start("child")].text))):
                continue
            if parts.get("parent") and fold(tokens[match.start("parent")].text) not in phrases("parents"):
                continue
            said = "kin" if parts.get("kin") else "parent" if parts.get("parent") else None
            kin = tokens[match.start(said)] if said else None
            if kin is None or not _is_their_own(kin, person, writer, tokens):
                return person, writer, kin
    for match in _ASIDE.finditer(code):
        writer = tokens[match.start("w") if match["w"] else match.start("named")]
        kin = tokens[match.start("kin") if match["kin"] else match.start("label")]
        others = [one for one in tokens if one.kind == "N" and not _same(one, writer)]
        if others and not _wants_too(match, code, tokens, others[0], kin):
            return others[0], writer, kin
    return None


def _stands_before(kin: Token, person: Token, tokens: list[Token]) -> bool:
    """Whether a word for a relative stands right before the person's name, and not "of" between them."""
    between = [one for one in tokens if kin.end <= one.start < person.start]
    return kin.end <= person.start and all(one.kind in ",:i" for one in between)


def _asks(code: str, tokens: list[Token]) -> bool:
    """Whether it is a child that asks: "a daughter wants his records deleted"."""
    asks = _ASKS.search(code)
    return asks is not None and is_child(fold(tokens[asks.start()].text))


def _is_their_own(kin: Token, person: Token, writer: Token, tokens: list[Token]) -> bool:
    """Whether a husband may want what is his own: "Ann Bell's husband Tom Bell wants his data"."""
    word = fold(kin.text)
    if kin.kind == "L" or word in phrases("parents") or kin.start > max(person.start, writer.start):
        return False
    if kin.end <= person.start and writer.start < kin.start and is_child(word):
        return False  # "Ann Bell wants the data of her son Leo"
    if writer.start < kin.start and any(token.kind in "vw" for token in tokens if token.end <= kin.start):
        return False
    held = [(one, other) for one, other in pairwise(tokens) if one.kind == "p" and one.start > kin.end]
    held = [(one, other) for one, other in held if other.kind not in _STOPS]  # "for her: ..."
    if any(other.kind in "RL" for _, other in held):
        return False  # "his father wants ..."
    return bool(gender_of(word)) and any(gender_of(fold(one.text)) == gender_of(word) for one, _ in held)


def _wants_too(match: re.Match[str], code: str, tokens: list[Token], other: Token, kin: Token) -> bool:
    """Whether both want something, each for themselves: "Ann Bell wants a copy, her husband Tom wants his data"."""
    if kin.kind == "L" or match["does"] == "w":
        return False
    behind = code[tokens.index(other) + 1 :].lstrip(",")
    return behind[:1] == "v"


def reached_by(text: str, person: str, writer: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The addresses and numbers of the person, and those of who writes: whose given name one shows, or whose name
    stands before it; of nobody where neither tells."""
    tokens, contacts = tokens_of(text[:LONGEST], "")
    return _shared(contacts, person, writer, [token for token in tokens if token.kind == "N"])


def _shared(
    contacts: list[Token], person: str, writer: str, named: list[Token]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    of_person, of_writer = list[str](), list[str]()
    for contact in contacts:
        shown = [one for one in (person, writer) if _shows(one, contact.text)]
        before = [one.text for one in named if 0 <= contact.start - one.end < _NEAR]
        whose = shown[0] if len(shown) == 1 else before[-1] if before else ""
        if whose == writer or (whose != person and same_person(whose, writer)):
            of_writer.append(contact.text)
        elif same_person(whose, person):
            of_person.append(contact.text)
    return tuple(of_person), tuple(of_writer)


def _shows(name: str, contact: str) -> bool:
    mailbox, _, host = contact.partition("@")
    return bool(host) and fold(name).split()[0] in fold(mailbox)
