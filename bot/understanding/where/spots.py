"""The names of places in a text: where they stand, what they may mean, and what those say that stand together."""

from typing import NamedTuple

from bot.understanding.where.gazetteer import Place
from bot.understanding.where.homes import Stand


class Spot(NamedTuple):
    """One name or code in a text, and what it may mean."""

    start: int
    end: int
    meanings: tuple[Place, ...]
    sure: bool


class Home(NamedTuple):
    """Names that stand together, and what they say: the country, perhaps the state, and which spot says it."""

    start: int
    end: int
    stand: Stand
    country: tuple[str, Spot]
    state: tuple[str, Spot] | None


def lawful_first(meanings: tuple[Place, ...], law_of: str) -> tuple[Place, ...]:
    """What a name means, with the places first in which a law holds."""
    country, _, state = law_of.partition("-")
    return tuple(sorted(meanings, key=lambda one: one.country != country or (state != "" and one.state != state)))
