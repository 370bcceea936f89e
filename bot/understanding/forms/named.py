"""The right that an item of a form calls by its name and says little besides: "Right of access (Art. 15 GDPR)"."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from bot.rights import Right
from bot.understanding.rights.citations import Citation, citations
from bot.understanding.rights.labels import LEARNT
from bot.understanding.who.looked import WORD
from bot.understanding.wordlists import word_lists
from bot.understanding.words import fold

_LONGEST = 160  # characters of such an item
_NUMBERED = re.compile(r"\W{0,3}(?:\d{1,2}|[ivx]{1,4}|[a-z])[.)]", re.IGNORECASE)  # a heading
_ARTICLES = re.compile(r"\([^()\n]{3,60}\W{0,3}$")  # its end
_ELIDED = re.compile(r"(?<!\w)(?:dell|all|[dl])'")
_ASIDE = re.compile(r"\([^()\n]{0,120}\)")
_OR = re.compile(r"[/,&;]|(?<!\w)(?:and|or|en|of|und|oder|et|ou|y|o|e|i|lub|oraz)(?!\w)")
_OF_FORMAL = ("", "_named", "_nouns")
# A complaint may be about anything, and so may a change of consent that is only "consent"
_RIGHTS = tuple(right for right in Right if right in LEARNT and right is not Right.COMPLAINT)


@lru_cache(maxsize=256)
def right_named(item: str) -> Right | None:
    """The right, or None where an item names none, several, or goes on about something else."""
    folded = fold(item)
    if len(folded) > _LONGEST:
        return None
    whole = _bare(_ASIDE.sub(" ", folded))
    if not whole:
        cited = {one.right for one in _cited(folded)}
        return cited.pop() if len(cited) == 1 else None
    if (right := _names().get(whole)) is not None:
        return right
    parts = {_names().get(bare) for part in _OR.split(_ASIDE.sub(" ", folded)) if (bare := _bare(part))}
    return parts.pop() if len(parts) == 1 else None


def names_right(heading: str) -> bool:
    """Whether a heading names a right, or is numbered and ends with articles: "Access", "2. Changes (Artt. 16-18)"."""
    numbered = _NUMBERED.match(heading)
    if right_named(heading[numbered.end() :] if numbered else heading) is not None:
        return True
    articles = _ARTICLES.search(heading) if numbered and len(heading) <= _LONGEST else None
    return articles is not None and any(_cited(fold(articles[0])))


def in_words_of_law(item: str) -> bool:
    """Whether an item says that it is a right, or which article it stands in."""
    folded = fold(item)
    return not word_lists("forms")["rights"].isdisjoint(WORD.findall(folded)) or any(_cited(folded))


def says(kind: str, item: str) -> bool:
    """Whether an item is a "yes" or a "no" and nothing else."""
    return fold(item).strip(" \t.,;") in word_lists("forms")[kind]


def _cited(folded: str) -> Iterator[Citation]:
    return citations(folded, 0, len(folded))


def _bare(folded: str) -> str:
    fillers = word_lists("forms")["fillers"]
    words = WORD.findall(_ELIDED.sub("", folded))
    return " ".join(word for word in words if word not in fillers)


@cache
def _names() -> dict[str, Right]:
    names: dict[str, Right] = {}
    for right in _RIGHTS:
        lists = [word_lists("formal").get(f"{right}{kind}", ()) for kind in _OF_FORMAL]
        for called in (word_lists("forms").get(right, ()), word_lists("rights").get(right, ()), *lists):
            for name in called:
                names.setdefault(_bare(fold(name)), right)
    names.pop("", None)
    return names
