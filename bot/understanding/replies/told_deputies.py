"""Whose data it is and who writes for them, where a colleague's sentence names both beside what somebody wants: "the
lawyer of Ann Bell, Tom Finch (tom@...), asks for a copy", "Ann Bell's husband Max Bell rang", "Ann Bell wants the data
of her son Leo deleted".

Each word of such a note becomes a letter of what it is, so that a turn of phrase can be told by a short pattern; the
words stand in `data/both_named.toml` and the lists it stands beside.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from bot.understanding.replies.answers import phrases
from bot.understanding.replies.both_named import gender_of
from bot.understanding.who.alike import same_person
from bot.understanding.who.kin import is_child, is_in, is_relative
from bot.understanding.who.named import named_in
from bot.understanding.who.names import is_given, is_ordinary, is_title
from bot.understanding.who.nominative import nominative
from bot.understanding.wordlists import word_lists
from bot.understanding.words import fold

LONGEST = 600  # characters of a note
_TOKEN = re.compile(
    r"(?P<contact>[\w.+-]{1,64}@[\w.-]{1,100}\w|\+?\d(?:[ ()./-]{0,2}\d){6,14})|(?P<of>[’']s(?!\w)|(?<=s)[’'](?!\w))|"
    r"(?P<word>[^\W\d_]+(?:-[^\W\d_]+)*(?:[’'](?!s(?!\w))(?=\w))?)|(?P<sign>[,;:.!?()\n<>–])|\d+"
)
_AGE = re.compile(r"[(,] ?\d{1,2}(?: [^\W\d_]{1,9}){0,2} ?(?:\)|(?=,))")
_SIGNS = {":": ":", ",": ",", "(": ",", ")": ",", "<": ",", ">": ",", "–": ",", ".": "."}
_NEAR = 40  # characters between a name and the number or address behind it

# N a name, R a relative, L a lawyer or another deputy, o "of" or "for", p "her", u "our", s "'s", v wants, w wrote,
# b "on behalf" or "acts", h data of theirs, t "to" and "with", & "and", i "is" or "called". Whose data it is stands at
# "p", who writes at "w".
_TURNS = tuple(
    map(
        re.compile,
        (
            "(?P<kin>[RL])ou?(?P<p>N),?(?P<w>N)",  # the lawyer of Ann Bell, Tom Finch
            "(?P<kin>[RL])ou?(?P<p>N)[^N]*(?<!u)[RL][:i]+(?P<w>N)",  # the mother of Leo Bell asks ..., mother: Ann
            "(?P<p>N)s(?P<kin>[RL]),?(?P<w>N)",  # Ann Bell's lawyer, Tom Finch
            "(?P<w>N),?(?P<kin>[RL])ou?(?P<p>N)",  # Tom Finch, lawyer of our customer Ann Bell
            "(?P<w>N),?x?o+p(?P<kin>R),?(?P<p>N)",  # a mail from Ann Bell about her son Leo
            "(?P<w>N),?[^N.]*b[op]*u?(?P<kin>R)?(?P<p>N)",  # Tom Finch acts for Ann Bell
            "(?<![opu])(?P<kin>L)(?P<w>N),?[^N.]*o[pu]?(?P<p>N)",  # solicitor Tom Finch asks for a copy for Ann Bell
            "(?P<w>N),?[vw][^N.,]*[oh]p?(?P<kin>R),?(?P<p>N)",  # Ann Bell asks about her son Leo
            "(?P<w>N),?v[^N.]*[oh]p?(?P<kin>R),?(?P<p>N)",
            "(?P<w>N),?[vw][^N.]*p(?P<kin>R)(?P<p>N)s",  # Ann Bell wants her son Leo's data deleted
        ),
    )
)
# Who writes is told in a clause of its own, and the person elsewhere: "her lawyer, Tom Finch, wrote"
_ASIDE = re.compile(r"(?:^|[,.:&])p(?P<kin>[RL]),?(?P<w>N),?x?(?P<does>[vw])|(?<!u)(?P<label>L)[:i]+(?P<named>N)")


class Told(NamedTuple):
    """Who is concerned, who writes for them, how each can be reached, and what kind of a deputy it is."""

    person: str
    writer: str
    of_person: tuple[str, ...]  # addresses and numbers
    of_writer: tuple[str, ...]
    lawyer: bool
    parent: bool
    kin: str  # the word for what one is to the other


class _Token(NamedTuple):
    kind: str
    text: str
    start: int
    end: int


def told_deputy(text: str, language: str) -> Told | None:
    """The two people of a note, or None where it names one or three, or doesn't tell who is whom."""
    if len(text) > LONGEST:
        return None
    tokens, contacts = _tokens(text, language)
    named = [token for token in tokens if token.kind == "N"]
    if len(_people(named)) != 2:
        return None
    found = _told(tokens)
    if found is None:
        return None
    person, writer, kin = found
    if same_person(person.text, writer.text):
        return None
    theirs = _shared(contacts, person.text, writer.text, named)
    called = nominative(person.text) if language == "pl" else person.text
    word = fold(kin.text) if kin is not None else ""
    of_child = kin is not None and kin.start > writer.start and is_child(word)
    return Told(
        called,
        writer.text,
        *theirs,
        lawyer=word in phrases("lawyers"),
        parent=word in phrases("parents") or of_child,
        kin=kin.text if kin is not None else "",
    )


def _people(named: list[_Token]) -> list[_Token]:
    """One of each of them; a name may stand there twice."""
    found = list[_Token]()
    for one in named:
        if not any(same_person(one.text, other.text) for other in found):
            found.append(one)
    return found


def _told(tokens: list[_Token]) -> tuple[_Token, _Token, _Token | None] | None:
    """The person, who writes, and what these are to each other."""
    code = "".join(token.kind for token in tokens)
    for turn in _TURNS:
        for match in turn.finditer(code):
            person, writer = tokens[match.start("p")], tokens[match.start("w")]
            kin = tokens[match.start("kin")] if match["kin"] else None
            if kin is None or not _is_their_own(kin, person, writer, tokens):
                return person, writer, kin
    for match in _ASIDE.finditer(code):
        writer = tokens[match.start("w") if match["w"] else match.start("named")]
        kin = tokens[match.start("kin") if match["kin"] else match.start("label")]
        others = [one for one in tokens if one.kind == "N" and not same_person(one.text, writer.text)]
        if others and not _wants_too(match, code, tokens, others[0], kin):
            return others[0], writer, kin
    return None


def _is_their_own(kin: _Token, person: _Token, writer: _Token, tokens: list[_Token]) -> bool:
    """Whether a husband may want what is his own: "Ann Bell's husband Tom Bell wants his data"."""
    word = fold(kin.text)
    if kin.kind == "L" or word in phrases("parents") or kin.start > max(person.start, writer.start):
        return False
    if kin.end <= person.start and writer.start < kin.start and is_child(word):
        return False  # "Ann Bell wants the data of her son Leo"
    if writer.start < kin.start and any(token.kind in "vw" for token in tokens if token.end <= kin.start):
        return False
    held = [(one, other) for one, other in pairwise(tokens) if one.kind == "p" and one.start > kin.end]
    if any(other.kind in "RL" for _, other in held):
        return False  # "his father wants ..."
    return bool(gender_of(word)) and any(gender_of(fold(one.text)) == gender_of(word) for one, _ in held)


def _wants_too(match: re.Match[str], code: str, tokens: list[_Token], other: _Token, kin: _Token) -> bool:
    """Whether both want something, each for themselves: "Ann Bell wants a copy, her husband Tom wants his data"."""
    if kin.kind == "L" or match["does"] == "w":
        return False
    behind = code[tokens.index(other) + 1 :].lstrip(",")
    return behind[:1] == "v"


def reached_by(text: str, person: str, writer: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The addresses and numbers of the person, and those of who writes: whose given name one shows, or whose name
    stands before it; of nobody where neither tells."""
    tokens, contacts = _tokens(text[:LONGEST], "")
    return _shared(contacts, person, writer, [token for token in tokens if token.kind == "N"])


def _shared(
    contacts: list[_Token], person: str, writer: str, named: list[_Token]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    of_person, of_writer = list[str](), list[str]()
    for contact in contacts:
        shown = [one for one in (person, writer) if _shows(one, contact.text)]
        before = [one.text for one in named if 0 <= contact.start - one.end < _NEAR]
        whose = shown[0] if len(shown) == 1 else before[-1] if before else ""
        if same_person(whose, person):
            of_person.append(contact.text)
        elif same_person(whose, writer):
            of_writer.append(contact.text)
    return tuple(of_person), tuple(of_writer)


def _shows(name: str, contact: str) -> bool:
    mailbox, _, host = contact.partition("@")
    return bool(host) and fold(name).split()[0] in fold(mailbox)


def _tokens(text: str, language: str) -> tuple[list[_Token], list[_Token]]:
    """What stands there, letter by letter, and the addresses and numbers. Ages, titles and articles are left out."""
    ages = [match.span() for match in _AGE.finditer(text)]
    spans = {low: high for low, high, _ in named_in(text, 0, len(text))}
    tokens, contacts, until = list[_Token](), list[_Token](), 0
    for match in _TOKEN.finditer(text):
        low, high = match.span()
        if low < until or any(start <= low < end for start, end in ages):
            continue
        if low in spans:
            until = spans[low]
            tokens.extend(_named(text, low, until, tokens, language))
        elif match["contact"]:
            contacts.append(_Token("@", match[0], low, high))
        else:
            if kind := _kind(text, match, tokens, language):
                tokens.append(_Token(kind, match[0], low, high))
    return tokens, contacts


def _named(text: str, low: int, high: int, tokens: list[_Token], language: str) -> Iterator[_Token]:
    """A name. Polish bends it, and says no "of": "mama Zosi Wilk"."""
    name = text[low:high]
    owned = re.search(r"[’']s$", name)
    name = name[: owned.start()] if owned else name
    bent = language == "pl" and nominative(name) != name
    if bent and tokens and tokens[-1].kind in "RL" and (len(tokens) < 2 or tokens[-2].kind not in "ohp"):
        yield _Token("o", "", low, low)
    yield _Token("N", name, low, low + len(name))
    if owned:
        yield _Token("s", owned[0], low + len(name), high)


def _kind(text: str, match: re.Match[str], tokens: list[_Token], language: str) -> str:
    """The letter for what is no name of several words; empty where it tells nothing."""
    before = tokens[-1].kind if tokens else ""
    if match["of"]:
        return "s"
    if sign := match["sign"]:
        if sign == "." and _is_title(text[: match.start()].rpartition(" ")[2]):
            return ""  # "mr. Bas Vink"
        kind = _SIGNS.get(sign, ".")
        return "" if kind == "," and before in _SIGNS.values() else kind
    if not match["word"]:
        return ""
    word = fold(match["word"].replace("’", "'"))
    bare = word.removesuffix("'")
    letter = _letters().get(word, _letters().get(bare))
    if is_relative(word) and (before == "p" or (letter == "p" and language != "fr")):
        return "R"  # "her son", and not "son avocat"; "seine Frau"
    if letter is not None:
        return letter
    if _is_title(word) and before != "p":
        return ""
    if is_relative(bare) or bare in phrases("parents"):
        return "R"
    if is_in(bare, "held"):
        return "h"
    alone = match["word"][:1].isupper() and is_given(match["word"]) and not is_ordinary(match["word"])
    return "N" if alone and "R" in {token.kind for token in tokens[-2:]} else "x"


def _is_title(word: str) -> bool:
    return is_title(word) or fold(word) in phrases("titles", "names")


@cache
def _letters() -> dict[str, str]:
    """What words are; of several, the last."""
    flags, people, both = word_lists("flags"), word_lists("people"), word_lists("both_named")
    kinds = (
        ("", both["articles"] | people["described"]),
        ("", both["persons"] | phrases("whoever")),
        ("o", (flags["of"] | flags["for_whom"] | both["for_whom"]) - both["articles"]),
        ("t", people["beside_writer"] - both["articles"]),
        ("&", both["joined"]),
        ("i", both["is_named"]),
        ("v", people["wants"] | people["wishes"]),
        ("w", both["wrote"]),
        ("b", both["acts"]),
        ("p", (both["possessives"] | flags["theirs"]) - flags["ours"]),
        ("u", flags["ours"]),
        ("L", phrases("lawyers") | flags["counsel"] | flags["deputies"] | both["left"]),
        ("s", both["whose"]),
    )
    return {word: letter for letter, words in kinds for word in words}
