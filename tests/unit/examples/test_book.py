"""The phrase book's line: read again, it says what was meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Refused
from bot.examples.book import Kind, Label, joined, labels_of, line, read_labels
from bot.rights import Right
from bot.understanding.rights.labels import LEARNT
from tests.lines import each


def test_every_right_that_is_read_has_a_label() -> None:
    for right in LEARNT:
        (label,) = labels_of([right])
        assert label.value == right.value or right in (Right.KNOW_CATEGORIES, Right.AUTOMATED_DECISION)


def test_none_at_all_is_a_label() -> None:
    assert labels_of([]) == (Label.NONE,)


@each(
    ("typed", "read"),
    [
        ("erasure", "erasure"),
        ("Access + ERASURE", "access+erasure"),
        ("access+access", "access"),
        ("none", "none"),
        ("status", "status"),
        ("escalation", "escalation"),
    ],
)
def test_labels_are_read_as_people_type_them(typed: str, read: str) -> None:
    assert joined(read_labels(typed)) == read


@each(
    ("typed", "said"),
    [
        ("erazure", "There is no label 'erazure'; there are: access, "),
        ("", "There is no label ''"),
        ("access+", "There is no label ''"),
        ("access,erasure", "There is no label 'access,erasure'"),
        ("access+none", "The label 'none' stands alone"),
    ],
)
def test_what_is_no_label_is_said_in_one_sentence(typed: str, said: str) -> None:
    with pytest.raises(Refused) as no:
        read_labels(typed)
    assert str(no.value).startswith(said)
    assert "\n" not in str(no.value)


def test_breaks_and_bars_do_not_break_the_line() -> None:
    words = "first \n\n second|third\\n \u2028 fourth"
    assert line("access+erasure", Kind.CHAT, words) == r"access+erasure | chat | first\nsecond/third/n\nfourth"


@given(st.text(max_size=80))
def test_any_words_are_one_line_of_three_columns(words: str) -> None:
    written = line("none", Kind.TICKET, words)
    assert len(written.splitlines()) == 1
    assert written.count("|") == 2
