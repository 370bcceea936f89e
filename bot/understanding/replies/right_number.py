"""The number that is the right one, where a few words say that another one was wrong: "sorry, that's 4721".

The words stand in `data/asides.toml`.
"""

from bot.understanding.replies.answers import phrases, plain
from bot.understanding.replies.asides import LONGEST

_FILE = "asides"
_SHORTEST_NUMBER = 3  # digits


def number_instead(text: str) -> str | None:
    """The one number that few words say is the right one: "sorry, that's 4721", "not 4711 but 4721"; None where they
    say anything else."""
    words = plain(text).split() if len(text) <= LONGEST else []
    numbers = [at for at, word in enumerate(words) if any(map(str.isdecimal, word))]
    denied = phrases("not") if len(numbers) > 1 else phrases("not") - phrases("no")  # "no, 4721" says that it is that
    right = [words[at] for at in numbers if at == 0 or words[at - 1] not in denied]
    if len(right) > 1 and not phrases("must_be", _FILE).isdisjoint(words[numbers[0] : numbers[-1]]):
        right = right[-1:]  # "4711 should be 4721"
    others = [word for at, word in enumerate(words) if at not in numbers]
    changes = (
        phrases("must_be", _FILE)
        | phrases("apology")
        | phrases("not")
        | phrases("not_right", _FILE)
        | phrases("changes_number", _FILE)
    )
    known = changes | phrases("but") | phrases("beside_number", _FILE)
    said = any(word in changes for word in others) and all(word in known for word in others)
    return right[0] if said and len(right) == 1 and len(right[0]) >= _SHORTEST_NUMBER else None
