"""What somebody is called whose Polish name a sentence bends: "dla Anny Kowalskiej" is for Anna Kowalska, "konto Marka
Nowaka" is Marek Nowak's.

A given name tells (`data/polish_names.toml`), and the surname has to go with it. What could be two names stays: of
"Stanisława" only a surname such as "Górskiego" tells that he is a man.
"""

from collections.abc import Callable, Iterator
from functools import cache

from bot.understanding.wordlists import word_lists
from bot.understanding.words import fold

_VOWELS = frozenset("aąeęioóuy")
_OF_HIM = ("ego", "emu")
# How the forms of a man's and a woman's name end, and what the name ends with
_MAN = (("a", ""), ("iem", ""), ("em", ""), ("owi", ""), ("ego", "y"), ("ego", ""), ("emu", "y"), ("emu", ""))
_WOMAN = (
    *(("ii", "ia"), ("i", "ia"), ("i", "a"), ("y", "a"), ("ę", "a"), ("ą", "a"), ("nie", "na"), ("wie", "wa")),
    *(("cie", "ta"), ("dzie", "da"), ("rze", "ra"), ("ce", "ka"), ("dze", "ga")),
)
_OF_HER = (("iej", "a"), ("ej", "a"), ("ą", "a"), ("ę", "a"), ("y", "a"), ("ki", "ka"), ("gi", "ga"))


def nominative(name: str) -> str:
    """The name as somebody is called; as it is written, where it is not known to be bent."""
    *given, surname = name.split()
    if not given or not all(word.istitle() for word in (*given, surname)):
        return name
    man, woman = _all(given, _MAN, "men"), _all(given, _WOMAN, "women")
    if man and (last := _surname(surname, _of_man)) and (not _is_womans(fold(given[0])) or _is_mans(surname)):
        return " ".join((*man, last))
    if woman and (last := _surname(surname, _of_woman)):
        return " ".join((*woman, last))
    return name


def _all(given: list[str], endings: tuple[tuple[str, str], ...], kind: str) -> list[str] | None:
    """The given names, where each is a bent one of that kind."""
    known = word_lists("polish_names")[kind]
    found = [next((f for f in _forms(word, endings) if fold(f) in known), None) for word in given]
    return [one for one in found if one] if all(found) else None


def _forms(word: str, endings: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for ending, instead in endings:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            yield stem + instead
            if not instead and len(stem) > 1:
                yield f"{stem[:-1]}e{stem[-1]}"  # "Marka", "Pawła"


def _surname(surname: str, bends: Callable[[str], str | None]) -> str | None:
    parts = [bends(part) for part in surname.split("-")]
    return "-".join(part for part in parts if part) if all(parts) else None


def _is_womans(given: str) -> bool:
    return given in word_lists("polish_names")["women"] or given.endswith("slawa")


def _is_mans(surname: str) -> bool:
    return surname.endswith(("iego", "iemu", "skim", "ckim", "owi", "aka", "ika", "yka", "icza"))


def _of_man(surname: str) -> str | None:
    """What a man is called whose surname is bent; None where that cannot be told."""
    if surname.endswith(("ska", "cka", "dzka")):
        return None  # she is called so
    if (uneven := _uneven().get(fold(surname))) is not None:
        return uneven
    if surname.endswith(_OF_HIM):
        stem = surname[:-3]
        return stem if stem.endswith("i") else f"{stem}y"
    if surname.endswith(("skim", "ckim", "dzkim", "ym")):
        return surname[:-1]
    if surname.endswith(("y", "ę", "ą", "ki", "gi")) and not surname.endswith(("ski", "cki", "dzki")):
        return f"{surname[:-1]}a"
    for ending in ("owi", "iem", "em", "a"):
        if surname.endswith(ending):
            return _without_vowel(surname.removesuffix(ending))
    return None


def _without_vowel(stem: str) -> str | None:
    """The surname whose last vowel is dropped where it is bent: "Dudk" is Dudek, "Nowak" and "Wilk" are whole."""
    if len(stem) < 3 or stem[-1] in _VOWELS:
        return None
    if stem[-2].lower() in _VOWELS or stem.endswith(
        ("lk", "sz", "cz", "rz", "dz", "ch", "nd", "rt", "rd", "ld", "ck", "st")
    ):
        return stem
    return f"{stem[:-1]}e{stem[-1]}" if stem.endswith("k") else None


def _of_woman(surname: str) -> str | None:
    for ending, instead in _OF_HER:
        if surname.endswith(ending) and not surname.endswith("ey"):
            return surname.removesuffix(ending) + instead
    return surname if surname[-1] not in _VOWELS or surname.endswith("ey") else None  # "Bąk", "Rey"


@cache
def _uneven() -> dict[str, str]:
    pairs = (entry.partition(" ") for entry in word_lists("polish_names")["uneven"])
    return {bent: called for bent, _, called in pairs}
