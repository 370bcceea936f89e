"""What is asked before a pattern is tried, which takes longer, always stands where the pattern finds something."""

import re
from collections.abc import Callable, Iterable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.understanding.numbers import handles
from bot.understanding.rights import laws
from bot.understanding.sensitive.kinds import KINDS
from bot.understanding.where import homes, stays
from bot.understanding.who import ages, deputies, names
from bot.understanding.who.looked import looked_at
from bot.understanding.wordlists import has_any
from bot.understanding.words import fold
from tests.conftest import examples

LETTERS_FOR_DIGITS = 6  # of fewer digits only the check tells how many there are: letters may stand for them
Gate = Callable[[str], bool]


def _by_word() -> list[laws._Law]:
    return list(dict.fromkeys(law for named in laws._book().by_word.values() for law in named))


def any_of(signs: Iterable[str]) -> Gate:
    return lambda found: has_any(fold(found), signs)


def digits(fewest: int) -> Gate:
    return lambda found: sum(map(found.count, "0123456789")) >= fewest


GATES: dict[str, tuple[re.Pattern[str], Gate]] = {
    "an own age": (ages._OWN, lambda found: not ages._OF_SELF.isdisjoint(looked_at(found).parts)),
    "a minor": (ages._MINOR, lambda found: ages._MINOR_SIGNS.stand_in(looked_at(found))),
    "a customer's age": (ages._CUSTOMER, lambda found: ages._CUSTOMER_SIGNS.stand_in(looked_at(found))),
    "a login": (handles._LOGIN, any_of(handles._LOGIN_SIGNS)),
    "a journey": (stays._AWAY, lambda found: homes._last_word(found) in stays._AWAY_TO),
    "a name": (names.NAME, lambda found: names._MAY_BEGIN.match(found) is not None),
    **{
        f"{kind.name} {place}": (kind.pattern, digits(kind.fewest))
        for place, kind in enumerate(KINDS)
        if kind.fewest > LETTERS_FOR_DIGITS
    },
}


@pytest.mark.parametrize("what", GATES)
@examples(20)  # texts that a long pattern finds are slow to make up
@given(st.data())
def test_a_gate_is_open_where_its_pattern_finds(what: str, data: st.DataObject) -> None:
    pattern, is_open = GATES[what]
    found = data.draw(st.from_regex(pattern, fullmatch=True))
    assume(pattern.fullmatch(found))
    assert is_open(found), repr(found)


@given(st.from_regex(deputies._KIN_OF_NAMED, fullmatch=True))
def test_whoever_says_whose_relative_they_are_begins_or_ends_so(found: str) -> None:
    match = deputies._KIN_OF_NAMED.fullmatch(found)
    assume(match and (match.start("who") > 0 or match["here"]))
    assert has_any(found, deputies._SIGNS_OF_NAMED)


@given(st.sampled_from(_by_word()), st.data())
def test_a_law_is_looked_for_where_its_pattern_finds(law: laws._Law, data: st.DataObject) -> None:
    letters, pattern = data.draw(st.sampled_from(law.patterns))
    found = data.draw(st.from_regex(pattern, fullmatch=True))
    assert law in set(laws._perhaps(found, fold(found))), repr(found)
    assert letters in found
