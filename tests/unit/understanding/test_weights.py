"""The weights belong to the phrase book that lies beside them, and the book can be read."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from bot.understanding.language import LANGUAGES
from bot.understanding.mail import read_text
from bot.understanding.reading import Meta
from bot.understanding.rights.heights import heights
from bot.understanding.rights.index import Index
from bot.understanding.rights.labels import RIGHTS
from bot.understanding.rights.message import listen
from bot.understanding.rights.network import network
from bot.understanding.rights.scorer import FILE, weights
from bot.understanding.rights.signals import (
    KIND_TERMS,
    RIGHT_TERMS,
    SURE_TERMS,
    kind_terms,
    right_terms,
    sure_terms,
)
from bot.understanding.training.book import UNSEEN, WAITING, Phrase, phrases, set_aside
from bot.understanding.training.measure import outcomes
from bot.understanding.training.packed import packed
from bot.understanding.training.plain import plain_phrases
from bot.understanding.training.report import share
from bot.understanding.training.sources import TABLE, fingerprint
from bot.understanding.training.weighing import drawn, moved
from bot.understanding.wordlists import DATA
from tests.lines import each

of_the_book = pytest.mark.xdist_group("book")  # its lines are many: one worker holds them


@cache
def book() -> tuple[Phrase, ...]:
    return tuple(phrases())


@cache
def unseen() -> tuple[Phrase, ...]:
    return tuple(phrases(UNSEEN))


def test_the_weights_were_learnt_from_this_book_and_these_lexicons() -> None:
    assert fingerprint() in weights().comments, "the book or a lexicon changed: run `make train`"


def test_the_readers_were_weighed_by_this_book_and_these_unseen_lines() -> None:
    weighed = (DATA / "combine.toml").read_text(encoding="utf-8")
    assert f"# {fingerprint(*UNSEEN)}\n" in weighed, "the book, a lexicon or an unseen line changed: run `make train`"


@of_the_book
def test_nobody_whose_lines_are_unseen_wrote_in_the_book() -> None:
    assert not {phrase.hand for phrase in unseen()} & {phrase.hand for phrase in book()}


@of_the_book
def test_lines_that_wait_for_the_next_learning_are_of_further_hands_and_can_be_read() -> None:
    waiting = list(phrases(WAITING))
    known = {phrase.hand for phrase in (*book(), *unseen())}
    assert all(phrase.hand not in known and phrase.text for phrase in waiting)


@of_the_book
def test_the_trial_learns_nothing_of_some_writers_of_every_language() -> None:
    aside = set_aside(book())
    for language in LANGUAGES:
        theirs = [phrase.hand in aside for phrase in book() if phrase.hand.split("-")[0] == language]
        assert 10 <= share(theirs) <= 45, language


@of_the_book
def test_what_unseen_writers_wrote_is_read_well_enough() -> None:
    """The floors lie a little below what was measured (docs/reading.md), on every twelfth line."""
    read = outcomes(unseen()[::12])
    handed = [one for one in read if one.example.phrase.meta is Meta.ESCALATION]
    asking = [one for one in read if one.example.phrase.rights]
    silent = [one for one in read if one.example.phrase.meta is Meta.NONE]
    assert share(one.noticed for one in asking) >= 99.5
    assert share(one.noticed for one in handed) >= 98
    assert share(one.noticed and not one.verdict.unsure for one in silent) <= 2
    assert share(one.exact for one in read) >= 88
    assert sum(one.cost for one in read) / len(read) <= 0.40


def test_weights_that_were_drawn_towards_some_lines_can_be_drawn_towards_others_instead() -> None:
    trial, lines, others = ({"right": {"start": n, "frame": n * n}} for n in (1.0, 2.0, 3.0))
    instead = moved(drawn(trial, lines, 0.25), lines, others, 0.25)
    assert instead["right"] == pytest.approx(drawn(trial, others, 0.25)["right"])


@of_the_book
def test_every_line_of_the_book_can_be_read_and_every_right_is_asked_for_often() -> None:
    asked = {right: sum(right in phrase.rights for phrase in book()) for right in RIGHTS}
    assert len(book()) > 10_000
    assert min(asked.values()) > 400, asked
    assert sum(phrase.meta is Meta.NONE for phrase in book()) > 2_000


def test_plain_sentences_are_the_same_every_time() -> None:
    assert list(plain_phrases()) == list(plain_phrases())


def test_half_a_character_is_read_as_no_word() -> None:
    assert weights().score({"\ud83d", "data\ud83d"}, []) == weights().score(set(), [])


def test_words_of_a_message_that_the_table_does_not_know_say_nothing() -> None:
    said, known = {"w:delete", "w:zwartendijk-ofori"}, {"w:delete"}
    assert weights().score(said, [said]) == weights().score(known, [known])


def test_the_table_that_people_read_says_what_the_one_does_that_is_loaded() -> None:
    told = packed(TABLE)
    with np.load(FILE, allow_pickle=False) as held:
        assert set(held) == set(told)
        assert all(np.array_equal(held[name], told[name]) for name in told), "run `make train`, or pack the table again"


def test_a_table_whose_columns_are_not_the_labels_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "weights.tsv"
    file.write_text("# learnt\nfeature\trarity\ta access\n\t\t0.5\nw:delete\t1.00\ta3\n", encoding="utf-8")
    with pytest.raises(ValueError, match="its columns are not the labels"):
        packed(file)


def test_names_are_found_where_they_stand_and_no_others_are() -> None:
    index = Index(["w:delete", "", "w:ähnlich", "\ud83d"])
    assert index.of(["w:ähnlich", "w:deleted", "", "w:delete", "\ud83d"]).tolist() == [2, -1, 1, 0, 3]
    assert index.of([]).tolist() == []


@each("terms", [RIGHT_TERMS, KIND_TERMS, SURE_TERMS])
def test_no_two_terms_share_a_name_and_so_a_weight(terms: Sequence[str]) -> None:
    assert sorted(terms) == sorted(set(terms))


def test_every_term_has_its_number_and_those_by_length_are_the_term_times_the_length() -> None:
    mail = read_text("Please send me a copy. Also my name is misspelt. Thanks, Jo", zone=ZoneInfo("UTC"))
    message = listen(mail, ticket=False, reference=False)
    scores = weights().score(message.whole, message.sentences)
    opinion = network().score(message.tokens)
    high, chances = heights(scores.sentences), [0.5, 0.4, *[0.1] * (len(RIGHTS) - 2)]
    rows = [(RIGHT_TERMS, row) for row in right_terms(message, scores, high, opinion).rows()]
    rows.append((KIND_TERMS, kind_terms(message, scores, high, opinion, chances)))
    for terms, row in rows:
        named = dict(zip(terms, row, strict=True))
        for term in terms:
            if term.endswith("_by_length"):
                assert named[term] == named[term.removesuffix("_by_length")] * named["length"]
    assert len(sure_terms(message, opinion, [1 / 6] * 6, chances, [0])) == len(SURE_TERMS)
