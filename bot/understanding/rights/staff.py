"""Whether employees write of their hours, shifts, leave or expenses, of what they are granted, or of mails that their
own tools and lists send (`data/staff.toml`).

"My hours for week 9 are wrong" sounds like a rectification, "my telework permission was withdrawn" like a consent that
is taken back or a question about a case, "stop those calendar mails" like an opt-out; each may also be one, so it is
asked about rather than acted on.
"""

import re
from functools import cache

from bot.rights import Right
from bot.understanding.language import spoken
from bot.understanding.rights.features import seen
from bot.understanding.rights.things import is_of_things
from bot.understanding.who.looked import LOOKED_AT, WORD, Signs, looked_at
from bot.understanding.who.names import is_given, is_title
from bot.understanding.wordlists import holds, whole_words, word_lists
from bot.understanding.words import fold

_SHORT = 90  # characters of a question
# What a right may be instead, where it is the only one that is heard
_RATHER = {
    Right.RECTIFICATION: "matters",
    Right.WITHDRAW_CONSENT: "grants",
    Right.OPT_OUT_MARKETING: "own_mails",
    Right.ERASURE: "devices",
    Right.RESTRICTION: "devices",
}
_ROUND = 160  # characters of what somebody asks round, with what they say besides
_ASKED_ROUND = ("minds", "who_has")
_COPY_NEAR = 4  # words behind "who has" among which "copy" stands
# Concepts of which one besides may be a wish
_WISHES = frozenset(
    ("DELETE", "UNSUBSCRIBE", "SELL", "CORRECT", "FREEZE", "COMPLAIN", "WITHDRAW", "COPY", "DATA", "OBJECT")
)
_NUMBER = re.compile(r"\d{4}")
_THING = re.compile(r"(?: [^\W\d_][\w'’-]*){1,4} ?\??\s*")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_ANDS = frozenset(("and", "en", "und", "et", "y", "e", "oraz"))
_SIGNS = ".,:;!¿-–—"
_GERMAN = "wie "  # with which its questions begin, whose nouns have capitals


def is_of_staff(text: str) -> bool:
    """Whether the text speaks of such a matter."""
    return _speaks_of("matters", text)


def is_rather_of_staff(right: Right, text: str) -> bool:
    """Whether the only right that is heard may be a matter of staff, or of their devices."""
    kind = _RATHER.get(right)
    if kind is None or not _speaks_of(kind, text):
        return False
    return kind != "own_mails" or not _speaks_of("advertising", text)


def told_of_staff(text: str) -> list[tuple[int, int]]:
    """Where the text speaks of such a matter, of what a firm grants, or of what customers wait for."""
    folded = looked_at(text).folded
    kinds = [kind for kind in ("matters", "grants", "awaited") if _speaks_of(kind, text)]
    return [match.span() for kind in kinds for match in whole_words("staff", kind).finditer(folded, 0, LOOKED_AT)]


def asks_of_office(text: str) -> bool:
    """Whether a text is a colleague's question about the firm's own ways or things alone, and nobody's request."""
    return asks_for_terms(text) or asks_round(text) or asks_what_if(text) or is_of_things(text)


def asks_for_terms(text: str) -> bool:
    """Whether a text only asks for how long the firm itself keeps something that is nobody's in particular: "hi, how
    long do we keep old applications?". Before it, nothing but a greeting: "customer asks: how long do we keep ...".
    """
    if len(text) > _SHORT or not _speaks_of("terms", text):
        return False
    folded, lists = looked_at(text).folded, word_lists("staff")
    asked = whole_words("staff", "terms").search(folded)
    thing = _THING.fullmatch(folded, asked.end()) if asked else None
    if asked is None or thing is None:
        return False
    before = {word.strip(_SIGNS) for word in folded[: asked.start()].split()} - {""}
    if not lists["openers"] | lists["knows"] >= before or ("?" not in text and lists["knows"].isdisjoint(before)):
        return False
    if any(word in _ANDS or holds("staff", "somebodys", word) for word in thing[0].split()):
        return False
    things = text[thing.start() : thing.end()].strip(" ?\n").split()
    return not _names_somebody(things, german=asked[0].startswith(_GERMAN))


def asks_round(text: str) -> bool:
    """Whether somebody only asks round among colleagues: "who has a copy of the handbook? mine is from 2019", "anyone
    mind if I delete the old channel?". What is said besides names no wish and nobody."""
    if len(text) > _ROUND or "?" not in text or "@" in text:
        return False
    if not any(_speaks_of(kind, text) for kind in _ASKED_ROUND):
        return False
    folded, lists = looked_at(text).folded, word_lists("staff")
    found = (whole_words("staff", kind).search(folded) for kind in _ASKED_ROUND)
    asked = min((match for match in found if match is not None), key=lambda match: match.start())
    question, _, besides = folded[asked.end() :].partition("?")
    if not lists["openers"] >= {*WORD.findall(folded[: asked.start()])} or "?" in besides:
        return False
    thing, others = WORD.findall(question), WORD.findall(besides)
    if asked[0] in lists["who_has"] and lists["copy"].isdisjoint(thing[:_COPY_NEAR]):
        return False
    of_somebody = (
        holds("staff", "somebodys", word) or _is_of_name(word) or word in lists["whose_data"] for word in thing
    )
    language, _ = spoken(text)
    wishes = (seen(word, (language,)).name for word in others)
    nobody = not any(of_somebody) and lists["whose_data"].isdisjoint(others)
    return nobody and word_lists("people")["wants"].isdisjoint(others) and _WISHES.isdisjoint(wishes)


def asks_what_if(text: str) -> bool:
    """Whether a colleague asks what to do if somebody asks for something, and says that it is for a manual or out of
    curiosity: "what do we say if someone wants their data? it's for the guide"."""
    if len(text) > _ROUND or "?" not in text or "@" in text or _NUMBER.search(text):
        return False
    if not (_speaks_of("what_if", text) and _speaks_of("for_manual", text)):
        return False
    said = [word for word in _WORD.findall(text) if not holds("staff", "openers", fold(word))]
    of_name = any(_is_of_name(word) and word[0].isupper() for word in said)
    language, _ = spoken(text)
    _, _, besides = looked_at(text).folded.rpartition("?")
    pronouns = {"HE", "YOU"} if language == "de" else {"HE"}  # "she's on the phone", "sie steht hier"
    of_somebody = any(seen(word.partition("'")[0], (language,)).name in pronouns for word in WORD.findall(besides))
    return not (of_name or of_somebody) and word_lists("staff")["own"].isdisjoint(looked_at(text).words)


def _names_somebody(words: list[str], *, german: bool) -> bool:
    """Whether somebody may be named: "Fay's recordings", "mevrouw Vos", "Annas Daten"."""
    if any(_is_of_name(word) or word.endswith(("'s", "’s")) for word in words):
        return True
    return any(word.istitle() and (not german or word.endswith("s")) for word in (words[:-1] if german else words))


def _is_of_name(word: str) -> bool:
    """Whether it is a title or a given name, perhaps in the genitive: "Annas"."""
    return any(is_title(one) or is_given(one) for one in (word, word.removesuffix("s")))


def _speaks_of(kind: str, text: str) -> bool:
    looked = looked_at(text)
    return _signs(kind).stand_in(looked) and whole_words("staff", kind).search(looked.folded, 0, LOOKED_AT) is not None


@cache
def _signs(kind: str) -> Signs:
    return Signs(word_lists("staff")[kind])
