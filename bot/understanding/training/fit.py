"""How what the readers say of messages that they had not seen is to be weighed."""

from collections.abc import Sequence

import numpy as np

from bot.understanding.reading import Meta
from bot.understanding.rights.decide import SUPPOSED, chosen
from bot.understanding.rights.heights import heights
from bot.understanding.rights.labels import KINDS, RIGHTS
from bot.understanding.rights.signals import (
    KIND_TERMS,
    RIGHT_TERMS,
    SURE_TERMS,
    kind_terms,
    right_terms,
    sure_terms,
)
from bot.understanding.training import Matrix
from bot.understanding.training.telling import Told
from bot.understanding.training.weighing import Sections, line, weigh


def weighed(by: Sequence[Told]) -> Sections:
    """The weights of `combine`, learnt from what was said of unseen messages.

    The examples are those that people wrote: among plain sentences too few ask nothing, and too few are hard, so that
    with them it would be too sure of a request.
    """
    examples = [t.example for t in by]
    high = [heights(t.scores.sentences) for t in by]
    read = [(t.example.message, t.scores, h, t.opinion) for t, h in zip(by, high, strict=True)]
    per_right = np.array([terms for one in read for terms in right_terms(*one).rows()])
    asked = np.array([[right in e.phrase.rights for right in RIGHTS] for e in examples])
    right = weigh(per_right, asked.ravel())
    chances = right.predict_proba(per_right)[:, 1].reshape(asked.shape)
    terms = np.array([kind_terms(*one, c) for one, c in zip(read, chances, strict=True)])
    kinds = weigh(terms, np.array([KINDS.index(e.kind) for e in examples]))
    handed = weigh(terms, np.array([e.phrase.meta is Meta.ESCALATION for e in examples]))
    sure = weigh(*_sets(by, chances, kinds.predict_proba(terms)))
    sections = {"right": line(right, RIGHT_TERMS)}
    sections |= {f"kind.{kind}": line(kinds, KIND_TERMS, row) for row, kind in enumerate(KINDS)}
    return sections | {"handed_up": line(handed, KIND_TERMS), "sure": line(sure, SURE_TERMS)}


def _sets(by: Sequence[Told], chances: Matrix, kinds: Matrix) -> tuple[Matrix, Matrix]:
    """For each example that would be told or offered as a request the set of rights, and whether it is right."""
    terms: list[list[float]] = []
    correct: list[bool] = []
    for t, row, kind in zip(by, chances, kinds, strict=True):
        if kind[2:5].sum() < SUPPOSED:
            continue
        rights = chosen(t.example.message, row, int(np.argmax(kind[2:5])) + 1)
        terms.append(sure_terms(t.example.message, t.opinion, kind, row, rights))
        correct.append({RIGHTS[right] for right in rights} == t.example.phrase.rights)
    return np.array(terms), np.array(correct)
