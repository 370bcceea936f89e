"""Mistyped words, repaired towards words of the domain only ("delet", "verwijdren"), never towards anything else."""

from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

# Real words one slip away from a domain word: they mean themselves.
_THEMSELVES = frozenset(
    [
        "remote",
        "remotes",
        "moved",
        "moves",
        "proved",
        "stopped",
        "stoped",
        "wording",
        "warding",
        "subjects",
        "subject",
        "object",
        "district",
        "related",
        "relate",
        "dated",
        "updating",
        "detect",
        "detected",
        "select",
        "selected",
        "election",
        "elections",
        "report",
        "export",
        "import",
        "reports",
        "resort",
        "mailed",
        "failed",
        "called",
        "malls",
        "sharp",
        "shares",
        "store",
        "stored",
        "stories",
        "score",
        "scored",
        "stare",
        "storing",
        "string",
        "sorting",
        "soring",
        "trading",
        "training",
        "treading",
        "grading",
        "reading",
        "rating",
        "moving",
        "voting",
        "accounts",
        "accent",
        "access",
        "excess",
        "process",
        "precess",
        "content",
        "contents",
        "contest",
        "context",
        "concern",
        "concert",
        "informatie",
        "information",
        "formation",
        "inform",
        "reform",
        "leden",
        "lezen",
        "weten",
        "geven",
        "lever",
        "leven",
        "beter",
        "weder",
        "verder",
        "wieder",
        "kunnen",
        "konnen",
        "nutzen",
        "setzen",
        "bezwaar",
        "zwaar",
        "delen",
        "telen",
        "spelen",
        "halen",
        "contract",
        "contrast",
        "contact",
        "permit",
        "remit",
        "addition",
        "edition",
        "petition",
        "position",
        "profit",
        "prefix",
    ]
)
_LONGEST = 24


@lru_cache(maxsize=16_384)
def repaired(word: str, domain: tuple[str, ...]) -> str | None:
    """The domain word that was meant, or None. One slip in words of 5 to 8 letters, two in longer ones."""
    if not 5 <= len(word) <= _LONGEST or word in _THEMSELVES or not word.isalpha():
        return None
    slips = 1 if len(word) <= 8 else 2
    found = process.extractOne(word, domain, scorer=OSA.distance, score_cutoff=slips)
    if found is None or found[0][0] != word[0]:
        return None
    return str(found[0])
