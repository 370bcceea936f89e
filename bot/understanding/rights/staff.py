"""Whether employees write of their hours, shifts, leave or expenses, of what they are granted, or of mails that their
own tools and lists send (`data/staff.toml`).

"My hours for week 9 are wrong" sounds like a rectification, "my telework permission was withdrawn" like a consent that
is taken back or a question about a case, "stop those calendar mails" like an opt-out; each may also be one, so it is
asked about rather than acted on.
"""

import re
from functools import cache

from bot.understanding.who.looked import LOOKED_AT, Signs, looked_at
from bot.understanding.wordlists import holds, whole_words, word_lists

_SHORT = 90  # characters of a question
_ENDS = re.compile(r"[.!?\n]+")


def is_of_staff(text: str) -> bool:
    """Whether the text speaks of such a matter."""
    return _speaks_of("matters", text)


def is_of_grant(text: str) -> bool:
    """Whether the text speaks of what a firm grants: telework, a parking place."""
    return _speaks_of("grants", text)


def told_of_staff(text: str) -> list[tuple[int, int]]:
    """Where the text speaks of such a matter, or of what a firm grants."""
    folded = looked_at(text).folded
    kinds = [kind for kind in ("matters", "grants") if _speaks_of(kind, text)]
    return [match.span() for kind in kinds for match in whole_words("staff", kind).finditer(folded, 0, LOOKED_AT)]


def is_of_own_mails(text: str) -> bool:
    """Whether the text speaks of mails from the firm's own tools or lists, and of no advertising."""
    return _speaks_of("own_mails", text) and not _speaks_of("advertising", text)


def is_of_papers(text: str) -> bool:
    """Whether the text speaks of a payslip or another paper that a firm gives its employees."""
    return _speaks_of("papers", text)


def asks_for_terms(text: str) -> bool:
    """Whether a few words only ask for how long the firm itself keeps something, and that is nobody's in particular."""
    if len(text) > _SHORT or "?" not in text or not _speaks_of("terms", text):
        return False
    looked = looked_at(text)
    return len(_ENDS.findall(text.strip())) <= 1 and not any(holds("staff", "somebodys", w) for w in looked.parts)


def _speaks_of(kind: str, text: str) -> bool:
    looked = looked_at(text)
    return _signs(kind).stand_in(looked) and whole_words("staff", kind).search(looked.folded, 0, LOOKED_AT) is not None


@cache
def _signs(kind: str) -> Signs:
    return Signs(word_lists("staff")[kind])
