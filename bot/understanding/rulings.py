"""Whether a text retells what was asked in a lawsuit: newsletters do, and ask for nothing themselves."""

from functools import cache

from bot.understanding.mail.speakers import speaks_of_me
from bot.understanding.who.looked import LOOKED_AT, Signs, looked_at
from bot.understanding.wordlists import word_lists


def retells_ruling(text: str) -> bool:
    """Whether it tells of a court and of a party before it, and nothing of the writer's own."""
    looked = looked_at(text)
    return all(_signs(kind).stand_in(looked) for kind in ("courts", "parties")) and not speaks_of_me(text[:LOOKED_AT])


@cache
def _signs(kind: str) -> Signs:
    return Signs(word_lists("rulings")[kind])
