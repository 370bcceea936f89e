"""The name that somebody typed with a slip or two."""

from collections.abc import Iterable

from rapidfuzz.distance import OSA

_LONG_NAME = 9  # letters from which two slips are forgiven, instead of one
_SURE_NAME = 5  # letters below which none is: "no" and "now"
_SURE_WORD = 4  # letters of one of several words from which one is forgiven


class Names:
    """Names that may be typed, kept by how they begin and how long they are: what is like one of a thousand is found
    without a look at the others."""

    def __init__(self, names: Iterable[str]) -> None:
        """The names are written as `answers.plain` writes them, and so is what is said."""
        self._all = frozenset(names)
        self._alike: dict[tuple[str, int], list[str]] = {}
        for name in self._all:
            if len(name) >= _SURE_NAME:
                self._alike.setdefault((name[0], len(name)), []).append(name)

    def nearest(self, said: str) -> str | None:
        """The name that was typed, a slip or two forgiven; None when none or several may be meant."""
        found = self.near(said)
        return found[0] if len(found) == 1 else None

    def near(self, said: str) -> list[str]:
        """The names that may have been typed, a slip or two forgiven; a name itself is no other."""
        if said in self._all:
            return [said]
        if len(said) < _SURE_NAME:
            return []
        slips = 1 if len(said) < _LONG_NAME else 2
        sizes = range(len(said) - slips, len(said) + slips + 1)
        alike = (name for size in sizes for name in self._alike.get((said[0], size), ()))
        found = [name for name in alike if OSA.distance(said, name, score_cutoff=slips) <= slips]
        return [name for name in found if _same_words(said.split(), name.split())]


def _same_words(said: list[str], name: list[str]) -> bool:
    """Whether each word may be that of the name: "stop calling" is no slip for "stop selling"."""
    if len(said) != len(name):
        return True  # "news letter"
    slips = ((OSA.distance(one, other), max(len(one), len(other))) for one, other in zip(said, name, strict=True))
    return all(slip <= (0 if long < _SURE_WORD else 1 if long < _LONG_NAME else 2) for slip, long in slips)
