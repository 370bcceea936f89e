"""Lists of words as patterns: whatever words are put together, the longest that stands somewhere is found there."""

import re

from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.wordlists import alternatives, has_any, shortest

WORDS = st.sets(st.from_regex(r"[ab.']{1,4}( [ab]{1,3})?\*?", fullmatch=True), min_size=1, max_size=12)
TEXT = st.text("ab.' ", max_size=12)


def tried_in_turn(words: set[str], text: str) -> str | None:
    """What the plainest pattern of them finds at the beginning of a text."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    plain = "|".join(
        re.escape(word.rstrip("*")) + ("[^\\W_]{0,30}" if word.endswith("*") else "") for word in longest_first
    )
    found = re.compile(rf"(?:{plain})(?!\w)").match(text)
    return found and found[0]


@given(WORDS, TEXT)
def test_words_are_found_as_if_each_were_tried_in_turn(words: set[str], text: str) -> None:
    found = re.compile(rf"(?:{alternatives(words)})(?!\w)").match(text)
    assert (found and found[0]) == tried_in_turn(words, text)


@given(WORDS, TEXT)
def test_where_a_word_is_found_one_of_the_shortest_stands(words: set[str], text: str) -> None:
    assert has_any(text, shortest(words)) or not re.search(alternatives(words), text)


def test_what_words_begin_with_is_told_once() -> None:
    assert alternatives(("privacy officer", "privacy office", "privacy desk", "dpo")) == (
        r"privacy\ (?:officer|office|desk)|dpo"
    )
