"""The network reads words in their order."""

from itertools import islice
from math import exp, isfinite
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.mail import read_text
from bot.understanding.read import understand
from bot.understanding.rights.labels import KINDS, RIGHTS
from bot.understanding.rights.message import Message, listen
from bot.understanding.rights.network import Opinion, network
from bot.understanding.rights.tokens import LONGEST_HEAD, LONGEST_TAIL
from bot.understanding.training.book import phrases
from bot.understanding.training.sources import fingerprint
from tests.lines import each


def heard(text: str) -> Message:
    return listen(read_text(text, zone=ZoneInfo("UTC")), ticket=False, reference=False)


def opinion(text: str) -> Opinion:
    return network().score(heard(text).tokens)


def test_the_network_was_learnt_from_this_book_and_these_lexicons() -> None:
    assert fingerprint() in network().comments, "the book or a lexicon changed: run `make train`"


@each(
    ("one", "other"),
    [
        (
            "Don't delete everything you hold about me, send me a copy.",
            "Don't send me a copy, delete everything you hold about me.",
        ),
        ("Niet alles wissen, wel een kopie sturen.", "Niet een kopie sturen, wel alles wissen."),
    ],
)
def test_the_same_words_in_another_order_ask_for_another_right(one: str, other: str) -> None:
    """Both begin with the same opening, so that what the lexicons heard says nothing."""
    opening = ("<s>", "zone:BODY")
    access, erasure = RIGHTS.index("access"), RIGHTS.index("erasure")

    def leaning(text: str) -> float:
        said = network().score([opening, *heard(text).tokens[1:]]).rights
        return said[access] - said[erasure]

    assert {name for token in heard(one).tokens[1:] for name in token} == {
        name for token in heard(other).tokens[1:] for name in token
    }
    assert leaning(one) > leaning(other) + 1


@given(st.text(max_size=300))
def test_it_has_an_opinion_of_any_text(text: str) -> None:
    said = opinion(text)
    assert len(said.rights) == len(RIGHTS)
    assert all(isfinite(score) for score in (*said.rights, said.handed_up))
    assert sum(map(exp, said.kinds)) == pytest.approx(1, abs=0.02)
    assert len(said.kinds) == len(KINDS)


def test_nothing_at_all_is_no_request() -> None:
    said = network().score([])
    assert said.kinds[KINDS.index("none")] > said.kinds[KINDS.index("one")]


def test_of_a_long_message_both_ends_are_read() -> None:
    story = "The parts came late and the invoice named the old address once more. " * 400
    row = heard(f"Please erase my data.\n\n{story}\n\nMy new phone is 06 1234.").tokens
    assert len(row) == LONGEST_HEAD + LONGEST_TAIL
    assert "w:erase" in row[2]
    assert any("w:phone" in token for token in row[-6:])


def test_each_reader_signs_for_what_it_found_and_shows_words_of_the_message() -> None:
    signed = set()
    for phrase in islice(phrases(), 0, None, 500):
        reading = understand(read_text(phrase.text, zone=ZoneInfo("UTC")))
        for right in reading.rights:
            signed.add(right.reader)
            assert right.quote
            assert right.quote in reading.text
    assert signed >= {"frame", "citation", "words", "order"}
