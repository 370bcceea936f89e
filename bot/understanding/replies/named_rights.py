"""Rights that a short answer calls by their names: "deletion", "a copy", "geen reclame". The names stand in
`data/rights.toml`.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from bot.rights import Right
from bot.understanding.replies.answers import phrases, plain
from bot.understanding.replies.slips import Names
from bot.understanding.wordlists import word_lists

_SIGNS = re.compile(r"[.,;:!?+&/()\n]+")
MOST_PARTS = 12  # of one answer


def parts_of(text: str) -> list[str]:
    """An answer, divided where one wish may end and the next begin; a text that can't be divided is one part."""
    return list(islice(filter(None, _parts(text)), MOST_PARTS))


def _parts(text: str) -> Iterator[str]:
    joined = phrases("between")
    for piece in _SIGNS.split(text):
        words: list[str] = []
        for word in piece.split():
            if plain(word) in joined:
                yield " ".join(words)
                words = []
            else:
                words.append(word)
        yield " ".join(words)


def named(part: str) -> tuple[Right, bool] | None:
    """The right that a part of an answer calls by its name, and whether it is wanted: "not deletion" is not."""
    words = _bare(part)
    if not words or plain(part) in phrases("drops_it"):
        return None
    if (right := _called(" ".join(words))) is not None:
        return right, True
    without = [word for word in words if word not in phrases("not") and word not in phrases("nothing_at_all")]
    if len(without) == len(words) or not without or (right := _called(" ".join(without))) is None:
        return None
    return right, False


def _called(words: str) -> Right | None:
    name = _typed().nearest(words)
    return _names()[name] if name else None


def _bare(part: str) -> list[str]:
    fillers = phrases("fillers")
    return [word for word in plain(part).split() if word not in fillers]


@cache
def _typed() -> Names:
    return Names(_names())


@cache
def _names() -> dict[str, Right]:
    names: dict[str, Right] = {}
    for right, called in word_lists("rights").items():
        for name in called:
            names.setdefault(" ".join(_bare(name)), Right(right))
    for name in phrases("marketing"):
        names.setdefault(" ".join(_bare(name)), Right.OPT_OUT_MARKETING)
    names.pop("", None)
    return names
