"""Whether a minor is told by the age or the year of birth behind a name: "Ann Bell (16)", "Ann Bell (born 2017)"."""

import re

from bot.understanding.who.ages import ADULT, has_young_number, is_young
from bot.understanding.who.looked import looked_at
from bot.understanding.who.names import LINK, PART, is_given

_BEHIND_NAME = re.compile(
    rf"(?<![^\W_])(?P<given>{PART})(?: (?:{LINK} ){{0,2}}{PART}){{1,2}}(?:, (?P<comma>)|\s?\()(?:aged? )?"
    r"(?P<age>\d{1,2})(?: (?:jaar|[Jj]ahre|J\.|ans|a[nñ]os|anni|lat|years(?: old)?|yo))?(?(comma),|\))"
)
_BORN_LATE = re.compile(
    r"[(,] ?(?:born|geb|geboren|nee?|nacid[oa]|nat[oa]|nascid[oa]|ur)[. ]{1,2}(?:in |en |nel |em |w )?"
    r"(?P<year>20\d\d)\b"
)
_YEARS = re.compile(r"\b20\d\d\b")


def age_behind_name(text: str) -> tuple[int, int] | None:
    """Where the age of a minor stands behind a name of whom is told, or their year of birth: "Ann Bell (16)", "Ann
    Bell, 16, from", "Ann Bell (born 2017)"."""
    if (born := _born_late(text)) is not None:
        return born
    if not has_young_number(looked_at(text)):
        return None
    for match in _BEHIND_NAME.finditer(text):
        if is_given(match["given"]) and is_young(match["age"]):
            return match.span()
    return None


def _born_late(text: str) -> tuple[int, int] | None:
    """Where somebody's year of birth is told who was under age in the latest year that the text names: "born 2017"."""
    folded = looked_at(text).folded
    years = [int(year) for year in _YEARS.findall(folded)]
    born = _BORN_LATE.search(folded) if len(years) > 1 else None
    return born.span() if born and 0 < max(years) - int(born["year"]) < ADULT else None
