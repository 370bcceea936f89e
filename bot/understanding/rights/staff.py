"""Whether employees write of their hours, shifts, leave or expenses (`data/staff.toml`).

"My hours for week 9 are wrong" sounds like a rectification, "I withdraw my leave request" like a question about a case;
each may also be one, so it is asked about rather than acted on.
"""

from functools import cache

from bot.understanding.who.looked import LOOKED_AT, Signs, looked_at
from bot.understanding.wordlists import whole_words, word_lists


def is_of_staff(text: str) -> bool:
    """Whether the text speaks of such a matter."""
    looked = looked_at(text)
    return _signs().stand_in(looked) and whole_words("staff", "matters").search(looked.folded, 0, LOOKED_AT) is not None


@cache
def _signs() -> Signs:
    return Signs(word_lists("staff")["matters"])
