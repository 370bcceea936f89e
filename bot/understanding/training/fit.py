"""What the scorer says of unseen messages, and how that, and what the network says of them, is to be weighed."""

from collections.abc import Sequence

import numpy as np

from bot.understanding.labels import KINDS, RIGHTS
from bot.understanding.network import Opinion
from bot.understanding.reading import Meta
from bot.understanding.scorer import Scores
from bot.understanding.signals import KIND_TERMS, RIGHT_TERMS, SURE_TERMS, heights, kind_terms, right_terms, sure_terms
from bot.understanding.training import Matrix
from bot.understanding.training.examples import Example, targets
from bot.understanding.training.linear import Learnt, learn_messages, learn_sentences, vocabulary
from bot.understanding.training.weighing import Sections, line, weigh


def tables(examples: Sequence[Example]) -> tuple[Learnt, Learnt]:
    """The tables for messages and for sentences."""
    wanted = targets(examples)
    whole = [e.message.whole for e in examples]
    words = vocabulary(whole)
    return learn_messages(words, whole, wanted), learn_sentences(words, [e.sentences for e in examples], wanted)


def scored(examples: Sequence[Example], message: Learnt, sentence: Learnt) -> list[Scores]:
    """What tables say of examples."""
    whole = message.score([e.message.whole for e in examples])
    parts = sentence.score([s for e in examples for s in e.sentences])
    found: list[Scores] = []
    at = 0
    for row, example in zip(whole, examples, strict=True):
        rows = parts[at : at + len(example.sentences)]
        at += len(example.sentences)
        found.append(Scores(row.tolist(), rows.tolist()))
    return found


def weighed(examples: Sequence[Example], scores: Sequence[Scores], opinions: Sequence[Opinion]) -> Sections:
    """The weights of `combine`, learnt from scores and opinions of unseen messages.

    The examples are those that people wrote: among plain sentences too few ask nothing, and too few are hard, so that
    with them it would be too sure of a request.
    """
    high = [heights(s.sentences) for s in scores]
    read = list(zip([e.message for e in examples], scores, high, opinions, strict=True))
    per_right = np.array([terms for one in read for terms in right_terms(*one)])
    asked = np.array([[right in e.phrase.rights for right in RIGHTS] for e in examples])
    right = weigh(per_right, asked.ravel())
    chances = right.predict_proba(per_right)[:, 1].reshape(asked.shape)
    terms = np.array([kind_terms(*one, c) for one, c in zip(read, chances, strict=True)])
    kinds = weigh(terms, np.array([KINDS.index(e.kind) for e in examples]))
    handed = weigh(terms, np.array([e.phrase.meta is Meta.ESCALATION for e in examples]))
    of_kind = kinds.predict_proba(terms)
    sure = weigh(*_sets(examples, opinions, chances, of_kind))
    sections = {"right": line(right, RIGHT_TERMS)}
    sections |= {f"kind.{kind}": line(kinds, KIND_TERMS, row) for row, kind in enumerate(KINDS)}
    return sections | {"handed_up": line(handed, KIND_TERMS), "sure": line(sure, SURE_TERMS)}


def _sets(
    examples: Sequence[Example], opinions: Sequence[Opinion], chances: Matrix, kinds: Matrix
) -> tuple[Matrix, Matrix]:
    """For each example that is likely a request the set of rights that would be chosen, and whether it is right."""
    terms: list[list[float]] = []
    correct: list[bool] = []
    for example, opinion, row, kind in zip(examples, opinions, chances, kinds, strict=True):
        if kind[2:5].sum() < 0.5:
            continue
        many = int(np.argmax(kind[2:5])) + 1
        chosen = sorted(range(len(RIGHTS)), key=lambda right, row=row: -row[right])[:many]  # type: ignore[misc]
        terms.append(sure_terms(example.message, opinion, kind, row, chosen))
        correct.append({RIGHTS[right] for right in chosen} == example.phrase.rights)
    return np.array(terms), np.array(correct)
