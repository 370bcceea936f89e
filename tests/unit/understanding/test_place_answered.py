"""What is typed when the bot asks where somebody lives."""

from bot.understanding.where.answered import place_answered
from tests.lines import each


@each(
    ("answer", "place"),
    [
        ("Spain", ("ES", None)),
        ("in spain", ("ES", None)),
        ("duitsland", ("DE", None)),
        ("ohio", ("US", "OH")),
        ("aus der Schweiz", ("CH", None)),
        ("dall'Italia", ("IT", None)),
        ("z Polski", ("PL", None)),
        ("Germnay", ("DE", None)),
        ("belguim", ("BE", None)),
        ("Amerika", ("US", None)),
        ("uk", ("GB", None)),
        ("NY", ("US", "NY")),
        ("IE", ("IE", None)),
        ("She lives in Cork.", ("IE", None)),
    ],
)
def test_a_place_is_answered(answer: str, place: tuple[str, str | None]) -> None:
    assert place_answered(answer) == place


@each(
    "answer",
    [
        *("DE", "CA", "OK", "ok", "NO", "no", "it", "in", "me", "hi", ""),
        *("Nora Vance", "her name is Jordan", "I have no clue", "delete her data", "in het buitenland"),
    ],
)
def test_what_is_no_place_or_either_of_two_is_none(answer: str) -> None:
    assert place_answered(answer) is None
