"""The law reader: which law, or which authority that watches over one, a message names (`data/laws.toml`).

A law has names of its own ("LGPD", "Lei 13.709"), or is called as everywhere, and the country or state beside it says
whose it is: "Kenya's Data Protection Act", "ley argentina de protección de datos".
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import NamedTuple

from bot.toml import read_toml
from bot.understanding.rights.citations import citations
from bot.understanding.rights.laws_meant import Meant, meant
from bot.understanding.where.gazetteer import Kind, gazetteer
from bot.understanding.who.looked import LOOKED_AT, looked_at
from bot.understanding.wordlists import DATA, alternatives, has_any, shortest
from bot.understanding.words import fold

OTHER = "other"  # a law that we have no data for
_NEAR = 70  # characters before and behind what a law is called in which its country is looked for
_MOST_HEADS = 50  # who writes of laws more often than this writes a treatise
_MOST_NAMED = 10  # times that one law is named
_UK_AT_ONCE = 6  # characters: "GDPR / DPA 2018" is the UK's
_SHORTEST_LAND = 4  # letters of a country's name
_WORDS_OF_A_LAND = 3  # "District of Columbia"
_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_NUMBERED = r"(?:\s{1,3}n(?:umero|um)?\W{0,2}o?\W{0,2}|\s{0,3})"  # "Ley 25.326", "Lei nº 13.709"
_FEW_WORDS = r"\s(?:[\w'-]{1,30}\s){0,3}?"
_NUMBERED_LAW = re.compile(
    r"\b(?:ley|lei|loi|legge|law)\s(?:[a-z]{1,12}\s)?(?:n\W{0,2}o?\W{0,2})?(?:\d{1,4}[./-]\d|\d{4})"
)  # another one than the GDPR: "art. 15 de la Ley 24.240"


class LawNamed(NamedTuple):
    """A law, article or authority that the text names. Offsets into the text.

    `law` is "gdpr", "uk_gdpr", "ccpa", the code of another law that the desk knows, or "other". `home` is the country
    or state in which it holds ("BR", "US-VA"); empty where that isn't one, or where it is named far beyond it."""

    law: str
    home: str
    start: int
    end: int
    meant: bool = True  # or denied, or only told of
    mentioned: bool = False  # of one that is not meant: in words about our notice or below a line, so that it may be


@dataclass(frozen=True, slots=True, eq=False)
class _Law:
    law: str
    home: str
    patterns: tuple[tuple[str, str], ...]  # each behind letters that stand in all that it finds


class _Book(NamedTuple):
    by_word: dict[str, tuple[_Law, ...]]  # the laws in whatever name this word stands
    by_part: dict[str, tuple[_Law, ...]]  # the same for numbers and for the beginnings of words
    heads: re.Pattern[str]  # what a law is called everywhere
    head_signs: tuple[str, ...]
    between: frozenset[str]
    behind: frozenset[str]
    and_: frozenset[str]
    lands: dict[str, str]  # countries, states and their peoples: their codes
    stems: tuple[tuple[str, str], ...]
    law_at: dict[str, str]


def laws_named(text: str, folded: str, body: int = 0) -> tuple[LawNamed, ...]:
    """The laws, articles and authorities under which somebody asks, each once, in their order; UK before EU where both
    are named at one place. What is only mentioned comes last; where none is asked under, all of them are told.

    `body`: where the words of the person begin, behind a colleague's and the header of what was forwarded."""
    named = (*_by_name(text, folded), *_by_land(folded))
    found = sorted(named, key=lambda one: (one.start, -one.end, not one.home))
    found = [one for one in found if not any(_within(one, other) for other in found)]
    if not found:
        return _by_article(folded)
    meanings = meant(folded, [(one.start, one.end) for one in found], body)
    found = [
        one._replace(meant=how is Meant.ASKED, mentioned=how is Meant.MENTIONED)
        for one, how in zip(found, meanings, strict=True)
    ]
    if any(one.meant for one in found):
        found = sorted((one for one in found if one.meant or one.mentioned), key=lambda one: not one.meant)
    uk = min((one.start for one in found if one.law == "uk_gdpr"), default=None)
    if uk is not None:
        found = [one for one in found if one.law != "gdpr" or one.start + _UK_AT_ONCE < uk]
    first: dict[str, LawNamed] = {}
    for one in found:
        first.setdefault(one.law, one)
    return tuple(first.values())


def _by_article(folded: str) -> tuple[LawNamed, ...]:
    article = next(citations(folded, 0, len(folded)), None)
    if article is None or _NUMBERED_LAW.search(folded, article.end, article.end + _NEAR):
        return ()
    return (LawNamed("gdpr", "", article.start, article.end),)


def in_the_eu(country: str) -> bool:
    """Whether the GDPR holds in a country: the EU and the EEA."""
    return _book().law_at.get(country) == "gdpr"


def law_codes() -> frozenset[str]:
    """Every law that can be told."""
    return frozenset(_book().law_at.values()) | {OTHER}


def _within(one: LawNamed, other: LawNamed) -> bool:
    """Whether one is a part of the other's name; one that we don't know, also where it only begins there."""
    if (one.start, one.end) == (other.start, other.end) or not other.start <= one.start < other.end:
        return False
    return one.end <= other.end or (one.start > other.start and one.law == OTHER != other.law)


def _by_name(text: str, folded: str) -> Iterator[LawNamed]:
    for law in _perhaps(text, folded):
        patterns = [_made(pattern) for letters, pattern in law.patterns if letters in folded]
        for match in islice(_found(patterns, folded), _MOST_NAMED):
            yield LawNamed(law.law, law.home, match.start(), match.end())


_made = cache(re.compile)  # most laws are never named


def _found(patterns: Sequence[re.Pattern[str]], folded: str) -> Iterator[re.Match[str]]:
    """What one pattern of them all would find, first to last. Apart they are far faster."""
    ahead = [pattern.search(folded) for pattern in patterns]
    while first := min(filter(None, ahead), key=re.Match.start, default=None):
        yield first
        end = first.end()
        for at, match in enumerate(ahead):
            if match is not None and match.start() < end:
                ahead[at] = patterns[at].search(folded, end)


def _perhaps(text: str, folded: str) -> Iterable[_Law]:
    """The laws of whose names a word stands in the text."""
    book = _book()
    words = looked_at(text).parts if len(folded) <= LOOKED_AT else frozenset(_WORD.findall(folded))
    laws = {law: None for word in book.by_word.keys() & words for law in book.by_word[word]}
    for part, named in book.by_part.items():
        if part in folded:
            laws.update(dict.fromkeys(named))
    return laws


def _by_land(folded: str) -> Iterator[LawNamed]:
    book = _book()
    if not has_any(folded, book.head_signs):
        return
    for match in islice(book.heads.finditer(folded), _MOST_HEADS):
        if (land := _land_before(folded, match) or _land_within(folded, match)) is not None:
            yield _of_land(*land)
            if (other := _land_beside(folded, land[1])) is not None:
                yield _of_land(*other)


def _of_land(home: str, start: int, end: int) -> LawNamed:
    law_at = _book().law_at
    law = law_at.get(home) or law_at.get(home.partition("-")[0], OTHER)
    return LawNamed(law, "" if law == "gdpr" else home, start, end)


def _land_beside(folded: str, start: int) -> tuple[str, int, int] | None:
    """ "EU and" before "Swiss data protection law"."""
    tokens = list(_TOKEN.finditer(folded, max(0, start - _NEAR), start))
    if not tokens or tokens.pop()[0] not in _book().and_:
        return None
    land = _land_last(tokens)
    return (*land, tokens[-1].end()) if land is not None else None


def _land_last(tokens: list[re.Match[str]]) -> tuple[str, int] | None:
    """The country or state that the last of these words name, the longest name first, and where it begins."""
    for first in range(max(0, len(tokens) - _WORDS_OF_A_LAND), len(tokens)):
        if home := _land(tokens[first:]):
            return home, tokens[first].start()
    return None


def _land_before(folded: str, match: re.Match[str]) -> tuple[str, int, int] | None:
    """ "Kenya's new Personal" before "Data Protection Act"."""
    book = _book()
    low = max(0, match.start() - _NEAR)
    tokens = [t for t in _TOKEN.finditer(folded, low, match.start()) if t[0] not in ("'", "s")]
    while tokens and (tokens[-1][0] in book.between or tokens[-1][0].isdigit()):
        tokens.pop()
    land = _land_last(tokens)
    return (*land, match.end()) if land is not None else None


def _land_within(folded: str, match: re.Match[str]) -> tuple[str, int, int] | None:
    """ "ley argentina de protección de datos", or behind it: "... personales de la República Argentina"."""
    book = _book()
    for token in _TOKEN.finditer(folded, match.start(), match.end()):
        if home := _land([token]):
            return home, match.start(), match.end()
    tokens = list(_TOKEN.finditer(folded, match.end(), match.end() + _NEAR))
    led = False
    for at, token in enumerate(tokens):
        if led or len(token[0]) >= _SHORTEST_LAND:
            for last in range(min(len(tokens), at + _WORDS_OF_A_LAND), at, -1):
                if (home := _land(tokens[at:last])) and (led or _people(token[0])):
                    return home, match.start(), tokens[last - 1].end()
        led = token[0] == "(" or token[0] in book.behind
        if not (led or token[0].isdigit() or token[0] in (",", "'")):
            return None
    return None


def _land(tokens: list[re.Match[str]]) -> str | None:
    """The code of the country or state that these words are the name of, or one word its people's."""
    name = " ".join(token[0] for token in tokens)
    return _book().lands.get(name) or (_people(name) if len(tokens) == 1 else None)


def names_a_people(text: str) -> bool:
    """Whether some word of a short text is a people's: "she's Dutch"."""
    return any(home_of_people(word) for word in re.findall(r"[^\W\d_]+", fold(text)))


def home_of_people(word: str) -> str | None:
    """The code of the country or state whose people a folded word names, "EU" among them: "swiss", "californian"."""
    return _book().lands.get(word) or _people(word)


def _people(word: str) -> str | None:
    return next((home for stem, home in _book().stems if word.startswith(stem)), None)


@cache
def _book() -> _Book:
    raw = read_toml(DATA / "laws.toml")
    homes: dict[str, str] = raw["homes"]
    by_word: dict[str, tuple[_Law, ...]] = {}
    by_part: dict[str, tuple[_Law, ...]] = {}
    told = [
        (law, "" if law == "gdpr" else homes.get(law, ""), raw["names"].get(law, ()), raw["patterns"].get(law, {}))
        for law in (*homes, OTHER)
    ]
    told += [(OTHER, home, names, {}) for home, names in raw["others"].items()]
    for code, home, names, patterns in told:
        called = [("", rf"(?<!\w)(?:{_phrases(names)})(?!\w)")] if names else []
        law = _Law(code, home, (*called, *patterns.items()))
        for sign in {*map(_sign, names), *patterns}:
            signs = by_word if sign.isalpha() else by_part
            key = sign.rstrip("*")
            signs[key] = (*signs.get(key, ()), law)
    heads = [head for listed in raw["heads"].values() for head in listed]
    lands, stems = _lands(raw["peoples"])
    return _Book(
        by_word=by_word,
        by_part=by_part,
        heads=re.compile(rf"\b(?:{_phrases(heads)})\b"),
        head_signs=shortest(_sign(head) for head in heads),
        between=frozenset(raw["between"]["words"].split()),
        behind=frozenset(raw["between"]["behind"].split()),
        and_=frozenset(raw["between"]["and"].split()),
        lands=lands,
        stems=stems,
        law_at={home: law for law, listed in homes.items() for home in listed.split()},
    )


def _sign(name: str) -> str:
    """The longest whole word of a name, else the longest beginning of one ("datenschutzbehorde*") or number up to a dot
    within, which may be written otherwise."""
    return max(re.split(r"[ ']|(?<=\d)\.(?=\d)", name), key=lambda word: (word.isalpha(), len(word)))


def _phrases(names: Iterable[str]) -> str:
    """A pattern of these names, as the head of `laws.toml` tells how they are written."""
    marked = (re.sub(r" (?=\d)", "#", name.replace(" ... ", "^")) for name in names)
    marked = (re.sub(r"(?<=\d)\.(?=\d{3})", "~", name) for name in marked)
    found = alternatives(re.sub(r"(?<=\d)\.(?=\d)", "$", name) for name in marked)
    for mark, pattern in ((" ", r"\s{1,3}"), ("^", _FEW_WORDS), ("#", _NUMBERED), ("~", r"[. ]?"), ("$", "[. ]")):
        found = found.replace(f"\\{mark}", pattern)
    return found


def _lands(peoples: dict[str, str]) -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    lands: dict[str, str] = {}
    for name, (place, *_) in gazetteer().meanings.items():
        if place.kind is not Kind.TOWN and len(name) >= _SHORTEST_LAND:
            lands.setdefault(fold(name), f"{place.country}-{place.state}" if place.state else place.country)
    stems: list[tuple[str, str]] = []
    for home, listed in peoples.items():
        for word in listed.split():
            if word.endswith("*"):
                stems.append((word[:-1], home))
            else:
                lands[word] = home
    return lands, tuple(sorted(stems, key=lambda one: -len(one[0])))
