"""Names of towns, states and countries, and where they lie: looked up by their first word.

The names are in `data/places.toml`. Countries go by ISO 3166-1 alpha-2, states by the second half of ISO 3166-2.
"""

import re
from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from bot.toml import read_toml
from bot.understanding.wordlists import DATA

# How a name is typed without accents: "Malaga", "Lodz"
_ACCENTED = "áàâãäåăąāçćčďđéèêëěęēğíìîïīİıłńñňóòôõöőøřśšşșťțţúùûüůűūýźżžÁÀÂÃÄÅÇĆČĐÉÈÊËÍÎŁŃÑÓÔÕÖØŘŚŠŞȘÚÜŹŻŽ"
_BARE = "aaaaaaaaacccddeeeeeeegiiiiiIilnnnooooooorsssstttuuuuuuuyzzzAAAAAACCCDEEEEIILNNOOOOORSSSSUUZZZ"
_BARE_LETTERS = str.maketrans(_ACCENTED, _BARE)
_GERMAN = frozenset(("AT", "CH", "DE", "LI"))
_LETTERS = re.compile(r"[^\W\d_]+")
# "Linz an der Donau", "Lindau am Bodensee", "Nogent-sur-Marne" without its hyphens
_RIVER = re.compile(
    r" (?:a[nm] (?:der |den )?|an de |aan de[nr]? |sur |upon |nad )(?=[A-ZÀ-Þ])"
    r"(?:Donau|Rhein|Main|Neckar|Inn|See|Bodensee|Lech|Elbe|Oder|Spree|Saale|Weser|Ruhr|Mur|Enns|Ybbs|Isar|Lahn|Nahe|"
    r"Aller|Leine|Hochrhein|Rijn|Maas|IJssel|Amstel|Zaan|Loire|Seine|Marne|Meuse|Saône|Rhône|Oise|Trent|Tyne|Thames|"
    r"Avon|Wisłą|Odrą|Wartą|Bugiem|Sanem|Notecią)(?!\w)"
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
SHORTEST_SHOUT = 4  # letters of a name that is known in capitals only as well: "ROMA", while "OSS" may be a firm


class Kind(IntEnum):
    """What a name stands for; what is greater decides over what it follows ("Paris, Texas")."""

    TOWN = 0
    STATE = 1  # or a province, a county, an island
    COUNTRY = 2


_TABLES = (
    *(("countries", Kind.COUNTRY), ("states", Kind.STATE), ("regions", Kind.STATE), ("towns", Kind.TOWN)),
    *(("namesake_states", Kind.STATE), ("namesakes", Kind.TOWN)),
)


class Place(NamedTuple):
    """Where a name lies."""

    country: str
    state: str | None
    kind: Kind


class Known(NamedTuple):
    """A name that was found in a text: where it ends, and what it may mean, the likeliest first."""

    end: int
    meanings: tuple[Place, ...]
    sure: bool  # False: an ordinary word or a person's name as well


class Gazetteer(NamedTuple):
    """All names, and what codes mean."""

    meanings: dict[str, tuple[Place, ...]]
    longer: dict[str, list[str]]  # names of more than one word by their first, the longest first
    unsure: frozenset[str]
    countries: frozenset[str]  # their codes
    codes: dict[str, frozenset[str]]  # of a country's states or provinces
    zips: dict[str, str]  # first digit of the zip codes of a US state

    def may_begin(self, word: str) -> bool:
        """Whether a name or a code may begin with this word."""
        return word in self.meanings or word in self.longer or word.isupper()

    def find(self, text: str, start: int, word: str) -> Known | None:
        """The longest name that begins at `start` with this word (a run of letters)."""
        for name in self.longer.get(word, ()):
            if text.startswith(name, start) and (end := _end_of(text, start + len(name))):
                return Known(end, self.meanings[name], name not in self.unsure)
        if word in self.meanings and (end := _end_of(text, start + len(word))):
            return Known(end, self.meanings[word], word not in self.unsure)
        if len(word) > 1 and word.isupper():
            return self._find_shouted(text, start, word)
        return None

    def _find_shouted(self, text: str, start: int, word: str) -> Known | None:
        first = word.title()
        for name in (*self.longer.get(first, ()), first):
            end = start + len(name)
            if len(name) < SHORTEST_SHOUT or text[start:end] != name.upper() or name not in self.meanings:
                continue
            if end := _end_of(text, end):
                return Known(end, self.meanings[name], sure=False)
        return None


def _end_of(text: str, end: int) -> int:
    """Where a name ends, with a quarter or a river behind it ("Berlin-Mitte", "Linz an der Donau"); 0 where it is only
    part of a longer word."""
    if river := _RIVER.match(text, end):
        return river.end()
    after = text[end : end + 2]
    if not after or not (after[0].isalnum() or after[0] in "_@-."):
        return end
    if after[0] == ".":
        return 0 if after[1:].isalnum() else end
    if after[0] == "-" and (after[1:].isupper() or text.startswith("-based", end)):
        return end
    return 0


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The names of `data/places.toml`; read once a process."""
    raw = read_toml(DATA / "places.toml")
    meanings: dict[str, tuple[Place, ...]] = {}
    unsure: set[str] = set()
    for table, kind in _TABLES:
        for code, listed in raw[table].items():
            country, _, state = code.partition("-")
            here = (Place(country, state or None, kind),)
            names = listed.replace("\n", " ").replace("?", "").split(", ")
            marked = [name[:-1] for name in listed.replace("\n", " ").split(", ") if name[-1] == "?"]
            for spelt, doubtful in ((names, marked), *_unaccented(names, marked, german=country in _GERMAN)):
                unsure.update(doubtful)
                for name in spelt:
                    known = meanings.setdefault(name, here)
                    if known is not here and all(other[:2] != here[0][:2] for other in known):
                        meanings[name] = known + here
    return Gazetteer(
        meanings,
        _longer(meanings),
        frozenset(unsure),
        frozenset(raw["countries"]),
        {country: frozenset(codes.split()) for country, codes in raw["codes"].items()},
        {state: digit for digit, states in raw["zips"].items() for state in states.split()},
    )


def _unaccented(names: list[str], marked: list[str], *, german: bool) -> list[tuple[list[str], list[str]]]:
    """The names that have accents as they are typed without, those in doubt beside them."""
    ways = (_BARE_LETTERS, _UMLAUTS) if german else (_BARE_LETTERS,)
    accented = [name for name in names if not name.isascii()]
    doubtful = [name for name in marked if not name.isascii()]
    return [([n.translate(way) for n in accented], [n.translate(way) for n in doubtful]) for way in ways if accented]


def _longer(names: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in names:
        if not name.isalpha() and (first := _LETTERS.search(name)):
            found.setdefault(first[0], []).append(name)
    for several in found.values():
        several.sort(key=len, reverse=True)
    return found
