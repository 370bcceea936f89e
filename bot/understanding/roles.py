"""Whether "lawyer", "my mother" or "14" makes somebody a representative or a minor, or is only mentioned.

The frames hear such words wherever they stand ("while my lawyer checks it", "since my father's funeral"). Here the
rest of the text decides: an adviser counts who speaks or acts, a relative whose data are meant.
"""

import re
from functools import cache, lru_cache
from itertools import pairwise

from bot.understanding.wordlists import word_lists
from bot.understanding.words import fold

LOOKED_AT = 20_000  # characters of a text in which the other words are looked for
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_AGE = re.compile(
    r"\((?:aged? |age: ?)?(?P<a>\d{1,2})\s?!?(?: jaar| jahre| ans| anos| anni| lat| years(?: old)?| yo)?[),]"
    r"|(?<!\w)(?:turned|turns|is|aged|age|just|ist|est|ha|tem|ma|only|pas|erst|werd|wurde)\s(?P<b>\d{1,2}|"
    r"[a-z]{3,12})"
    r"(?!\w|[.,]\d| ?%| (?:months|weeks|days|times|euro|hours|maanden|weken|dagen|keer|uur|tage|wochen|monate|"
    r"stunden|mal|jours|mois|fois|dias|meses|veces|horas|giorni|mesi|volte|ore|vezes|dni|tygodni|razy))"
    r"|(?<!\w)(?P<c>\d{1,2})[ -](?:years?[ -]old|yo\b|jaar\b|jarige?\b|jahre alt|jahrige?\w?\b|ans\b|anos\b|anni\b|"
    r"lat\b|letni\w{0,3}\b)"
)
_ADULT = 18
_YOUNGEST = 4
_GROWN = re.compile(r"\b(?:[2-9]\d|1[89]|100)\b")
_ARTICLE = re.compile(r"(?:\bart\w*|§|section|lid|abs\w*)\.?\s{0,2}[\d\s,.()a-z]{0,12}$")


@lru_cache(maxsize=16_384)
def _in(word: str, kind: str) -> bool:
    return word in word_lists("flags")[kind] or word.startswith(_stems(kind))


@cache
def _stems(kind: str) -> tuple[str, ...]:
    return tuple(entry[:-1] for entry in word_lists("flags")[kind] if entry.endswith("*"))


def acts_for(text: str, low: int, high: int) -> bool:
    """Whether the words heard at text[low:high] tell that the writer speaks for somebody else."""
    words = _WORD.findall(fold(text[low:high]))
    if len(words) == 1 and _in(words[0], "advisers"):
        return _speaks(text, low)
    if words and any(_in(word.removesuffix("'s"), "relatives") for word in words):
        return _meant(text, low, high)
    return True


def _speaks(text: str, low: int) -> bool:
    """An adviser who signs, writes "as ..." or has a client; not one who is threatened with."""
    before = _WORD.findall(fold(text[max(0, low - 30) : low]))[-1:]
    if not before or before[0] not in word_lists("flags")["of_others"]:
        return True
    around = fold(text[:LOOKED_AT])
    return any(phrase in around for phrase in word_lists("flags")["acting"])


def _meant(text: str, low: int, high: int) -> bool:
    """A relative whose data are meant: "her account", or nothing of the writer's own is spoken of."""
    folded = fold(text[:LOOKED_AT])
    lists = word_lists("flags")
    words = [(m[0], m.start()) for m in _WORD.finditer(folded)]
    mine = theirs = False
    for at, (word, start) in enumerate(words):
        if low <= start < high:
            theirs = theirs or word.endswith("'s") or (at + 1 < len(words) and words[at + 1][0] in lists["held"])
            theirs = theirs or any(w in lists["for_whom"] for w, _ in words[max(0, at - 3) : at])
            continue
        following = [w for w, _ in words[at + 1 : at + 3]]
        if word in lists["theirs"]:
            theirs = theirs or any(w in lists["held"] for w in following)
        elif word in lists["mine"]:
            mine = mine or not any(_in(w, "relatives") for w in following[:1])
    return theirs or not mine


def age_of_child(text: str) -> tuple[int, int] | None:
    """Where the age of a child is told, in a text that speaks of one or of its parents."""
    folded = fold(text[:LOOKED_AT])
    words = [m[0] for m in _WORD.finditer(folded)]
    parents = word_lists("flags")["parents"].intersection([*words, *(f"{a} {b}" for a, b in pairwise(words))])
    if not parents and not any(_in(word.removesuffix("'s"), "children") for word in words):
        return None
    for match in _AGE.finditer(folded):
        said = match["a"] or match["b"] or match["c"]
        young = _YOUNGEST <= int(said) < _ADULT if said.isdigit() else said in word_lists("flags")["numbers"]
        if young and not _ARTICLE.search(folded[max(0, match.start() - 20) : match.start()]):
            return match.span()
    return None


def grown_up(text: str, low: int, high: int) -> bool:
    """Whether the words heard are of a grown-up ("guardian of Mr Cole (81)"), or of an article of the law."""
    folded = fold(text[max(0, low - 30) : high + 40])
    at = min(30, low)
    heard = folded[at : at + high - low]
    if any(c.isdigit() for c in heard) and _ARTICLE.search(folded[:at] + re.split(r"\d", heard)[0]):
        return True
    ward = re.search(r"\(\s?(?:aged?\s)?(\d{2,3})\s?\)", folded[at:])
    return ward is not None and bool(_GROWN.fullmatch(ward[1]))
