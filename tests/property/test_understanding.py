"""Rules that hold for any text: nothing raises, every fact stands in the text, time is bounded, masking is final."""

from dataclasses import fields
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.read import understand
from bot.understanding.reading import Fact, Flag, MailReading, Reading, Span, Zone
from bot.understanding.replies.corrections import control_word, correction, yes_or_no
from bot.understanding.sensitive.masks import mask
from bot.understanding.wordlists import word_lists
from bot.understanding.words import fold
from tests.conftest import examples
from tests.unit.understanding.said import read

_PIECES = st.sampled_from(
    (
        *("please", "delete", "my data", "not", "don't", "only", "the newsletter", "art. 15", "GDPR", ".", ",", "\n"),
        *(
            "wis",
            "mijn gegevens",
            "niet",
            "stop",
            "is",
            "I",
            "we have",
            "löschen",
            "meine Daten",
            "ł",
            "İ",
            "ﬁ",
            "👩‍👧",
        ),
        *("Ann Tolliver", "ann@a.example", "+31 6 12345678", "DSR-2026-0042", "ticket 481516", "> quoted", "1798.105"),
        *("From: Bo <bo@y.example>", "Sent: 3 March 2025 10:00", "4111 1111 1111 1111", "\u202e", "password: x9"),
        *("my son", "12", "years"),
    )
)
_LISTS = (
    *("addresses", "announced", "answers", "asides", "called", "closed", "demanded", "demands", "exercises", "flags"),
    *("formal", "forms", "homes", "names", "numbers", "people", "phones", "places", "received", "reminded", "rulings"),
    *("sensitive", "staff", "strong"),
)


def _bent(word: str) -> st.SearchStrategy[str]:
    """A word that some reader looks for, whole, or as a part of another."""
    return st.sampled_from((word.replace("*", ""), word.rstrip("*") + "s", word + ":", word.title()))


_OWN_WORDS = (
    st.sampled_from(_LISTS)
    .flatmap(lambda name: st.sampled_from(sorted(frozenset[str]().union(*word_lists(name).values()))))
    .flatmap(_bent)
)
_TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(_PIECES, max_size=40).map(" ".join),
    st.lists(st.one_of(_PIECES, _OWN_WORDS), max_size=20).map(" ".join),
)


def _facts(reading: Reading) -> list[Fact[object]]:
    found: list[Fact[object]] = []
    for field in fields(reading):
        value = getattr(reading, field.name)
        found.extend(f for f in (value if isinstance(value, tuple) else (value,)) if isinstance(f, Fact))
    return found


@examples(150)
@given(_TEXTS)
def test_every_fact_stands_in_the_text(text: str) -> None:
    reading = read(text)
    for fact in _facts(reading):
        start, end = fact.span
        assert 0 <= start <= end <= len(reading.text)
        assert reading.text[start:end] == fact.quote
        assert 0 <= fact.confidence <= 1
    assert len({f.value for f in reading.rights}) == len(reading.rights)


@examples(150)
@given(_TEXTS)
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@examples(150)
@given(_TEXTS)
def test_replies_never_raise_and_masking_is_final(text: str) -> None:
    control_word(text)
    yes_or_no(text)
    found = correction(text)
    assert found is None or text[found.start : found.end] == found.value
    masked, kinds = mask(text)
    assert (masked == text) == (kinds == ())
    assert mask(masked) == (masked, ())


@pytest.mark.parametrize(
    "piece",
    ["a", "A ", "my ", "1 ", "a@", "a.", "\n", "Aa van de ", "art. 15 ", "delete my ", "(", "'", "ticket : ", "+31 6 "],
)
def test_hostile_text_is_read_in_bounded_time(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    began = process_time()
    understand(MailReading(text, (Span(Zone.BODY, 0, len(text)),)))
    assert process_time() - began < 5  # under a second on a quiet machine


@examples(3)
@given(st.lists(_PIECES, min_size=1, max_size=8).map(" ".join))
def test_a_huge_mail_of_asks_is_read_in_bounded_time(passage: str) -> None:
    text = (passage + " ") * (200_000 // (len(passage) + 1))
    began = process_time()
    for fact in _facts(understand(MailReading(text, (Span(Zone.BODY, 0, len(text)),)))):
        assert text[slice(*fact.span)] == fact.quote
    assert process_time() - began < 5


@examples(100)
@given(_TEXTS, st.integers(0, 300), st.integers(0, 300), st.sampled_from((Zone.BODY, Zone.NOTE, Zone.SIGNATURE)))
def test_any_zones_are_read(text: str, one: int, other: int, zone: Zone) -> None:
    low, high = sorted((min(one, len(text)), min(other, len(text))))
    reading = understand(MailReading(text, (Span(Zone.BODY, 0, low), Span(zone, low, high))))
    for fact in _facts(reading):
        assert text[slice(*fact.span)] == fact.quote


def test_a_flag_of_sensitive_input_shows_nothing_of_it() -> None:
    flag = read("Delete my account, card 4111 1111 1111 1111").flagged(Flag.SENSITIVE_INPUT)
    assert flag is not None
    assert flag.quote == ""
