"""Whether employees write of their hours, shifts, leave or expenses, of what they are granted, or of mails that their
own tools and lists send (`data/staff.toml`).

"My hours for week 9 are wrong" sounds like a rectification, "my telework permission was withdrawn" like a consent that
is taken back or a question about a case, "stop those calendar mails" like an opt-out; each may also be one, so it is
asked about rather than acted on.
"""

import re
from functools import cache

from bot.rights import Right
from bot.understanding.who.looked import LOOKED_AT, Signs, looked_at
from bot.understanding.wordlists import holds, whole_words, word_lists

_SHORT = 90  # characters of a question
# What a right may be instead, where it is the only one that is heard
_RATHER = {
    Right.RECTIFICATION: "matters",
    Right.WITHDRAW_CONSENT: "grants",
    Right.OPT_OUT_MARKETING: "own_mails",
    Right.ERASURE: "devices",
    Right.RESTRICTION: "devices",
}
_FEW = 3  # words before a question
_THING = re.compile(r"(?: [^\W\d_][\w'-]*){1,3} ?\?\s*")
_ANDS = frozenset(("and", "en", "und", "et", "y", "e", "oraz"))


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
    """Where the text speaks of such a matter, or of what a firm grants."""
    folded = looked_at(text).folded
    kinds = [kind for kind in ("matters", "grants") if _speaks_of(kind, text)]
    return [match.span() for kind in kinds for match in whole_words("staff", kind).finditer(folded, 0, LOOKED_AT)]


def asks_for_terms(text: str) -> bool:
    """Whether a text only asks for how long the firm itself keeps something that is nobody's in particular: "hi, how
    long do we keep old applications?"."""
    if len(text) > _SHORT or "?" not in text or not _speaks_of("terms", text):
        return False
    looked = looked_at(text)
    asked = whole_words("staff", "terms").search(looked.folded)
    if asked is None or len(looked.folded[: asked.start()].split()) > _FEW:
        return False
    thing = _THING.fullmatch(looked.folded, asked.end())
    if thing is None:
        return False
    return all(word not in _ANDS and not holds("staff", "somebodys", word) for word in thing[0].split())


def _speaks_of(kind: str, text: str) -> bool:
    looked = looked_at(text)
    return _signs(kind).stand_in(looked) and whole_words("staff", kind).search(looked.folded, 0, LOOKED_AT) is not None


@cache
def _signs(kind: str) -> Signs:
    return Signs(word_lists("staff")[kind])
