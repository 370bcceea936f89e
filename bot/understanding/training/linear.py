"""Learns the tables of the linear scorer: logistic regression on rarity-weighted features, one column a label."""

from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from math import log
from os import cpu_count
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from bot.understanding.rights.labels import LABELS, RIGHTS
from bot.understanding.rights.scorer import COLUMNS, EVENING, STEPS
from bot.understanding.training import Matrix
from bot.understanding.training.examples import Example, targets

COMMON = 7  # phrases that a feature must stand in
SMALLEST = 1.5  # weights below this are left out of the table, which reads no worse without them, and in less memory
MESSAGE_FREEDOM, SENTENCE_FREEDOM = 4.5, 1.5  # inverse of the regularisation
ROUNDS = 3  # in which sentences are told apart
SURELY_NOT = -1.0  # log-odds: a sentence below this does not carry the label
UNKNOWN = -1


@dataclass(frozen=True)
class Vocabulary:
    """The features that are common enough to learn from, and how rare each is: log(messages / messages with it)."""

    places: dict[str, int]
    rarity: Matrix


def vocabulary(messages: Sequence[set[str]]) -> Vocabulary:
    """The vocabulary of the messages."""
    count = Counter(f for features in messages for f in features)
    places = {f: i for i, f in enumerate(sorted(f for f, n in count.items() if n >= COMMON))}
    return Vocabulary(places, np.array([log(len(messages) / count[f]) + 0.1 for f in places]))


@dataclass
class Learnt:
    """A table while it is learnt."""

    words: Vocabulary
    weights: Matrix  # features x labels
    start: Matrix

    def rows(self, sets: Sequence[set[str]]) -> csr_matrix:
        """Sets of features as rows, their lengths evened out as the scorer does."""
        at, columns, values = [], [], []
        for row, features in enumerate(sets):
            known = sorted(self.words.places[f] for f in features if f in self.words.places)
            rare = self.words.rarity[known]
            at += [row] * len(known)
            columns += known
            values += list(rare / ((np.linalg.norm(rare) or 1.0) ** EVENING))
        return csr_matrix((values, (at, columns)), shape=(len(sets), len(self.words.places)))

    def score(self, sets: Sequence[set[str]]) -> Matrix:
        """The log-odds of each label for each set."""
        return self.rows(sets) @ self.weights + self.start


def learn(words: Vocabulary, sets: Sequence[set[str]], wanted: Matrix, freedom: float) -> Learnt:
    """Learns one column a label. `wanted`: 1, 0, or UNKNOWN, which is left out."""
    learnt = Learnt(words, np.zeros((len(words.places), len(LABELS))), np.full(len(LABELS), -6.0))
    rows = learnt.rows(sets)

    def learn_label(label: int) -> None:
        known = wanted[:, label] != UNKNOWN
        model = LogisticRegression(C=freedom, solver="liblinear", random_state=0, max_iter=300)
        model.fit(rows[known], wanted[known, label])
        learnt.weights[:, label] = model.coef_[0]
        learnt.start[label] = model.intercept_[0]

    with ThreadPoolExecutor(max_workers=cpu_count()) as labels_at_once:  # the solver lets go of Python's lock
        list(labels_at_once.map(learn_label, range(len(LABELS))))
    return learnt


def learn_tables(examples: Sequence[Example]) -> tuple[Learnt, Learnt]:
    """The tables for messages and for sentences."""
    wanted = targets(examples)
    whole = [e.message.whole for e in examples]
    words = vocabulary(whole)
    return learn_messages(words, whole, wanted), learn_sentences(words, [e.sentences for e in examples], wanted)


def learn_messages(words: Vocabulary, sets: Sequence[set[str]], wanted: Matrix) -> Learnt:
    """The table for whole messages."""
    return learn(words, sets, wanted, MESSAGE_FREEDOM)


def learn_sentences(words: Vocabulary, messages: Sequence[list[set[str]]], wanted: Matrix) -> Learnt:
    """The table for single sentences, though the labels are known of whole messages only: at first the sentences with a
    frame or an article of a right are taken for those that ask; then, in rounds, those that the table so far prefers.
    """
    sets = [sentence for sentences in messages for sentence in sentences]
    members = np.split(np.arange(len(sets)), np.cumsum([len(sentences) for sentences in messages])[:-1])
    of_sentence = _first_guess(sets, members, wanted)
    learnt = learn(words, sets, of_sentence, SENTENCE_FREEDOM)
    for _ in range(ROUNDS - 1):
        of_sentence = _better_guess(learnt.score(sets), members, wanted)
        learnt = learn(words, sets, of_sentence, SENTENCE_FREEDOM)
    return learnt


def _first_guess(sets: Sequence[set[str]], members: Sequence[Matrix], wanted: Matrix) -> Matrix:
    guess: Matrix = np.zeros((len(sets), len(LABELS)), dtype=int)
    for message, sentences in enumerate(members):
        for label in np.where(wanted[message])[0]:
            if len(sentences) == 1 or label >= len(RIGHTS):
                guess[sentences, label] = 1
                continue
            name = LABELS[label]
            telling = [s for s in sentences if f"f:{name}" in sets[s] or f"c:{name}" in sets[s]]
            guess[telling or sentences, label] = 1 if telling else UNKNOWN
    return guess


def _better_guess(scores: Matrix, members: Sequence[Matrix], wanted: Matrix) -> Matrix:
    guess = np.zeros(scores.shape, dtype=int)
    for message, sentences in enumerate(members):
        for label in np.where(wanted[message])[0]:
            if LABELS[label] == "none":
                guess[sentences, label] = 1
                continue
            column = scores[sentences, label]
            guess[sentences[column > SURELY_NOT], label] = UNKNOWN
            guess[sentences[column > 0], label] = 1
            guess[sentences[int(np.argmax(column))], label] = 1
    return guess


def write(file: Path, message: Learnt, sentence: Learnt, comments: Sequence[str]) -> int:
    """Writes both as one table; gives the number of its rows."""
    words = message.words  # those of the sentences, too
    product = np.hstack((message.weights, sentence.weights)) * words.rarity[:, None]
    product[np.abs(product) < SMALLEST] = 0.0
    steps = np.round(product * STEPS).astype(int)
    lines = [f"# {comment}" for comment in comments]
    lines.append("\t".join(("feature", "rarity", *COLUMNS)))
    lines.append("\t".join(("", "", *(f"{value:.2f}" for value in (*message.start, *sentence.start)))))
    written = 0
    for feature, place in sorted(words.places.items()):
        if steps[place].any():
            told = zip(COLUMNS, steps[place], strict=True)
            cells = " ".join(f"{column[0]}{value}" for column, value in told if value)
            lines.append(f"{feature}\t{words.rarity[place]:.2f}\t{cells}")
            written += 1
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return written
