"""A given name in brackets beside a surname: "H. (Harmen) de Jager", "Frau Brenneke (Ottilie)"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.understanding.where.places import is_place
from bot.understanding.who.named import Part
from bot.understanding.who.names import LINK, PART, UPPER, is_given, is_ordinary, is_organisation, is_title, key_of

_LINKS = rf"(?:{LINK} ){{0,3}}"
_INITIALS = rf"[{UPPER}](?:[.-]{{1,2}}[{UPPER}]){{0,4}}\.?"
# "H. (Harmen) de Jager"
_WITHIN = re.compile(
    rf"(?<![\w@.-])(?P<led>{_INITIALS}) ?\((?P<given>{PART})\) (?P<family>{_LINKS}{PART}(?:[ -]{PART})?)(?![\w@])"
)
# "B. Quist (Bartholomew)", "Frau Brenneke (Ottilie)"
_BEHIND = re.compile(
    rf"(?<![\w@.-])(?P<led>{_INITIALS}|[^\W\d_]{{1,9}}\.?) (?P<family>{_LINKS}{PART}(?:[ -]{PART})?)"
    rf" \((?P<given>{PART})\)(?![\w@])"
)


class Bracketed(NamedTuple):
    """Such a name: what somebody is called in full, where it stands, and its parts."""

    name: str
    start: int
    end: int
    parts: list[Part]


def bracketed_in(text: str, start: int, end: int) -> Iterator[Bracketed]:
    """Every name of that form in a part of a text."""
    if text.find("(", start, end) < 0:
        return
    for form in (_WITHIN, _BEHIND):
        at = start
        while (match := form.search(text, at, end)) is not None:
            led, given, family = match.group("led", "given", "family")
            title = form is _BEHIND and is_title(led)
            initial = led[0] == given[0] and (led.endswith(".") or len(led) == 1)
            named = initial or (title and is_given(given))
            none = _is_town(given) or is_ordinary(given) or is_ordinary(family.split()[-1]) or is_organisation(family)
            if none or not named:
                at = match.end("led")  # "die Frau Brenneke (Ottilie)"
                continue
            low, at = match.start("family" if title else "led"), match.end()
            parts = [Part(*match.span(part), key_of(match[part])) for part in ("given", "family")]
            yield Bracketed(f"{given} {family}", low, at, parts)


def _is_town(word: str) -> bool:
    """Whether somebody's town stands in brackets, not their name: "B. Quist (Berlin)"."""
    return is_place(word) and not is_given(word)
