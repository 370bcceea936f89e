"""The names of months and weekdays, in the languages of mail programs, as babel knows them."""

import pickle
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal
from unicodedata import combining, normalize

from babel.localedata import exists, resolve_locale_filename

from bot.understanding.mail import lexicon

# Where babel keeps Norwegian's; Serbian is written in two alphabets, and Arabic has months of its own by the country.
_ALSO = {"nb": ("no",), "sr": ("sr_Latn",), "ar": ("ar_LB", "ar_DZ", "ar_MA")}
_REGIONAL = {"de": {"janner": 1, "jann": 1, "feber": 2, "maerz": 3}}  # months of Austria, without accents
_IN = {"he": "ב"}  # what is written together with a month: "5 במרץ"
_OF = {"eu": "ren"}  # the same at its end: "azaroaren 24(a)"


@cache
def languages() -> tuple[str, ...]:
    """All of them."""
    return tuple(language for language in lexicon.table("headers"))


def written(language: str, kind: Literal["months", "days"]) -> Iterator[tuple[int, str, bool]]:
    """The number of each month (1-12) or weekday (0 is Monday), a name of it, and whether that is the whole one."""
    for script in (language, *_ALSO.get(language, ())):
        held = _held(script).get(kind, {})
        for context in ("format", "stand-alone"):
            widths = held.get(context)
            for width in ("abbreviated", "wide"):
                # What babel says is as in another place has no dict of its own
                names = widths.get(width) if isinstance(widths, dict) else None
                if isinstance(names, dict):
                    yield from ((number, name, width == "wide") for number, name in names.items())


@cache
def _held(script: str) -> Mapping[str, Any]:
    """What babel's file of a locale says of months and days. Its `Locale` would keep all else in it, too, currencies
    and time zones: a megabyte a language, for good."""
    if not exists(script):
        return {}
    held: Mapping[str, Any] = pickle.loads(Path(resolve_locale_filename(script)).read_bytes())  # noqa: S301 - babel's own
    return {kind: held[kind] for kind in ("months", "days") if kind in held}


@cache
def months(language: str) -> dict[str, int]:
    """Every name of a month, folded, and every beginning of three letters or more that tells it: which month it is."""
    known = dict[str, int]()
    for number, name, _whole in written(language, "months"):
        known.setdefault(folded(name), number)
    known |= _REGIONAL.get(language, {})
    if lead := _IN.get(language):
        known |= {lead + name: number for name, number in known.items()}
    if end := _OF.get(language):
        known |= {name + end: number for name, number in known.items()}
    told: dict[str, set[int]] = {}
    for name, number in known.items():
        for size in range(3, len(name)):
            told.setdefault(name[:size], set()).add(number)
    english = months("en") if language != "en" else {}  # which many programs write below labels in another language
    begun = {name: min(numbers) for name, numbers in told.items() if len(numbers) == 1}
    return {name: number for name, number in begun.items() if english.get(name, number) == number} | known


@cache
def weekdays(language: str) -> dict[str, int]:
    """Every name of a weekday, folded."""
    known = dict[str, int]()
    for number, name, _whole in written(language, "days"):
        known.setdefault(folded(name), number)
    return known


def folded(name: str) -> str:
    """A name without its case and its accents, which some programs leave out."""
    bare = normalize("NFD", name.casefold().rstrip(".॰"))
    return "".join(letter for letter in bare if not combining(letter))
