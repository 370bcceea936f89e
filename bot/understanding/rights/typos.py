"""Mistyped words, repaired towards words of the domain only ("delet", "verwijdren"), never towards anything else."""

from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

# Real words one slip away from a domain word: they mean themselves.
_REAL = (
    "remote remotes moved moves proved stopped stoped wording warding subjects subject object district related "
    "relate dated updating detect detected select selected election elections report export import reports resort "
    "mailed failed called malls sharp shares store stored stories score scored stare storing string sorting "
    "soring trading training treading grading reading rating moving voting accounts accent access excess process "
    "precess content contents contest context concern concert informatie information formation inform reform "
    "leden lezen weten geven lever leven beter weder verder wieder kunnen konnen nutzen setzen bezwaar zwaar "
    "delen telen spelen halen contract contrast contact permit remit addition edition petition position profit "
    "prefix"
)
_THEMSELVES = frozenset(_REAL.split())
_SHORTEST, _LONGEST = 5, 24
_LONG = 9  # letters: from here on two slips are repaired


class Repairs:
    """The words of a domain, towards which others are repaired."""

    def __init__(self, domain: Sequence[str]) -> None:
        # Those that a word may be, by its first letter and length: each slip makes it longer or shorter by one at most
        self._likely: dict[tuple[str, int], list[str]] = {}
        for length in range(_SHORTEST, _LONGEST + 1):
            for word in domain:
                if abs(len(word) - length) <= _slips(length):
                    self._likely.setdefault((word[0], length), []).append(word)

    def of(self, word: str) -> str | None:
        """The domain word that was meant, or None. One slip in words of 5 to 8 letters, two in longer ones; never in
        the first letter."""
        likely = self._likely.get((word[:1], len(word)))
        if likely is None or word in _THEMSELVES or not word.isalpha():
            return None
        found = process.extractOne(word, likely, scorer=OSA.distance, score_cutoff=_slips(len(word)))
        return None if found is None else str(found[0])


def _slips(letters: int) -> int:
    """How many of them are repaired in a word of that length."""
    return 2 if letters >= _LONG else 1
