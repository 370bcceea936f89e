"""Whether a text retells what was asked in a lawsuit: newsletters do, and ask for nothing themselves."""

from bot.understanding.mail.speakers import speaks_of_me
from bot.understanding.who.looked import LOOKED_AT, looked_at, signs_of


def retells_ruling(text: str) -> bool:
    """Whether it tells of a court and of a party before it, and nothing of the writer's own."""
    looked = looked_at(text)
    if not (signs_of("rulings", "courts").stand_in(looked) and signs_of("rulings", "parties").stand_in(looked)):
        return False
    return not speaks_of_me(text[:LOOKED_AT])
