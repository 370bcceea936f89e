"""A part of somebody's name that is set right by what it is called, "her surname is Marsh", or by what it is not."""

import re
from functools import cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from bot.understanding.replies.answers import found, phrases, plain
from bot.understanding.replies.pieces import pieces
from bot.understanding.where.answered import is_only_a_place
from bot.understanding.who.alike import in_address, same_person
from bot.understanding.who.names import is_given
from bot.understanding.wordlists import alternatives, word_lists

SLIPS = 2  # letters by which a part of a name differs from how it is written rightly
# "with one l", "mit dt", "ohne e"
SPELT = re.compile(
    r",?\s(?:with|mit|met|avec|con|com|z|ze|without|ohne|zonder|sans|sin|senza|sem|bez)\s"
    r"(?:[^\W\d_]{1,9}\s)?\w{1,2}$"
)
_LONGEST = 100  # characters
_NEW = r"(?P<new>[^\W\d_][\w'’-]{1,30}(?:[ -][^\W\d_][\w'’-]{1,30}){0,2})"


def mended(text: str, name: str) -> str | None:
    """A name with that part of it in the place of the old one; None where anything else is said."""
    said = SPELT.sub("", text.strip().rstrip(".!")) if len(text) <= _LONGEST else ""
    if (instead := _not_but().fullmatch(said) or _and_not().fullmatch(said)) is not None:
        return _instead(instead, name)
    part = _says_part().fullmatch(said)
    if part is None or not name or not part["new"][:1].isupper():
        return None
    first, _space, last = name.partition(" ")
    new = _new(part)
    return f"{first} {new}" if part["last"] else f"{new} {last}".strip()


def respelt(text: str, name: str) -> str | None:
    """A name with one word of it as it is spelt: of Marcus Flynn's "Flinn, with i", "si scrive Flinn"."""
    said, words = text.strip().rstrip(".!"), name.split()
    if len(said) > _LONGEST:
        return None
    told = [word.strip(",;:") for word in SPELT.sub("", said).split() if plain(word) not in phrases("says_who")]
    if len(told) != 1 or told[0] == said or not told[0][:1].isupper():
        return None
    if is_only_a_place(told[0]) and phrases("naming").isdisjoint(plain(said).split()):
        return None  # of Paola Neri, "di Bari"
    alike = [word for word in words if word != told[0] and _alike(word, told[0])]
    return " ".join(told[0] if word == alike[0] else word for word in words) if len(alike) == 1 else None


def denies(text: str, name: str) -> bool:
    """Whether a few words say that it is not who is called so, and not who it is: "not Raj, that was a mistake"."""
    parts = [plain(part).split() for part in pieces(text)] if len(text) <= _LONGEST else []
    own, beside = {*plain(name).split()}, phrases("says_who") | phrases("titles", "names")
    beside = beside | phrases("beside_off", "asides") | phrases("beside_day")
    denied = [words for words in parts if own.intersection(words)]
    others = [" ".join(words) for words in parts if words and words not in denied]
    if len(denied) != 1 or not _says_not(denied[0]) or not beside.union(own).issuperset(denied[0]):
        return False
    known = phrases("not_right", "asides") | phrases("says_who") | phrases("beside_day")
    wrong = phrases("mistaken") | phrases("apology") | phrases("settled", "asides")
    return all(one in wrong or known.issuperset(one.split()) or found(one.split(), "instead") for one in others)


def _says_not(words: list[str]) -> bool:
    """Whether words deny what they name: "not Raj", "no es Carmen", "to nie Marek", but "no it's Raj" does not."""
    beside = [{*pair} for pair in pairwise(["", *words, ""])]
    return any(
        one in phrases("not") and (one not in phrases("no") or not phrases("is_not").isdisjoint(before | behind))
        for one, before, behind in zip(words, beside, beside[1:], strict=False)
    )


def left_behind(address: str, old: str, new: str) -> bool:
    """Whether an address shows the name that was taken back and nothing of the one in its place: "ann.berg@..." of Ann
    Berg, who is Bo Berg after all. Whoever is only spelt, or called, otherwise keeps theirs."""
    before, now = plain(old).split(), plain(new).split()
    gone = [word for word in before if not any(_alike(word, other) for other in now)]
    if len(before) == 1 and before[0] in now[1:]:  # of Mrs Dale, janet.dale@..., who is Jill Dale
        gone = [word for word in plain(address.partition("@")[0]).split() if is_given(word) and word not in now]
    elif not gone or gone[0] != before[0] or same_person(old, new):
        return False
    come = [word for word in now if word not in before]
    return bool(gone) and in_address(" ".join(gone), address) and not in_address(" ".join(come), address)


def _alike(one: str, other: str) -> bool:
    return OSA.distance(one, other, score_cutoff=SLIPS) <= SLIPS


def _new(said: re.Match[str]) -> str:
    """The new name, without words in small letters behind it: "Pieter btw"."""
    words = said["new"].split()
    while len(words) > 1 and words[-1].islower():
        words.pop()
    return " ".join(words)


def _instead(said: re.Match[str], name: str) -> str | None:
    """The name with one word of it for another: "not Annet but Anneke"."""
    words, new = name.split(), _new(said)
    if said["old"] not in words or not new[:1].isupper():
        return None
    if " " in new and (said["old"] == words[0] or not {*new.split()}.isdisjoint(words)):
        return new  # "not Ann but Bo Berg": in full
    return " ".join(new if word == said["old"] else word for word in words)


@cache
def _not_but() -> re.Pattern[str]:
    lists = word_lists("answers")
    denied, but = alternatives(lists["not"]), alternatives(lists["but"])
    verbs = alternatives(lists["is_called"] | lists["says_so"])
    lead = rf"(?:(?:{verbs}|it's|he's|she's|c'est)\s)?"
    return re.compile(
        rf"(?:\w+'?\w*\s)??(?:{denied})\s(?P<old>[\w'’-]{{2,30}})(?:,?\s(?:{but})|[,;])\s{lead}{_NEW}", re.IGNORECASE
    )


@cache
def _and_not() -> re.Pattern[str]:
    """ "Ilse, not Elsa", "c'est Odile pas Aude"."""
    lists = word_lists("answers")
    denied, verbs = alternatives(lists["not"]), alternatives(lists["is_called"] | lists["says_so"])
    lead = rf"(?:[\w'’]{{1,8}}\s)?(?:(?:{verbs}|it's|he's|she's)\s)?"
    return re.compile(
        rf"{lead}{_NEW},?\s(?:(?:and|en|und|et|y|e|a)\s)?(?:{denied})\s(?P<old>[\w'’-]{{2,30}})", re.IGNORECASE
    )


@cache
def _says_part() -> re.Pattern[str]:
    """ "her surname is Marsh", "Nachname: Marsh"; a "new" one, or one that somebody has "now", is rather a wish."""
    lists = word_lists("answers")
    theirs, first, last = (alternatives(lists[kind]) for kind in ("whose_name", "first_names", "last_names"))
    verbs = alternatives(lists["is_called"])
    part = rf"(?:(?P<first>{first})|(?P<last>{last}))"
    return re.compile(rf"(?:(?:{theirs})\s)?{part}\s?(?:\s(?:{verbs})\s|['’]s\s|:\s?){_NEW}", re.IGNORECASE)
