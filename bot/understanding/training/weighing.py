"""Learns how `combine` weighs its terms: logistic regression, written as one line a term."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from bot.understanding.training import Matrix

if TYPE_CHECKING:
    from sklearn.linear_model import LogisticRegression

Sections: TypeAlias = Mapping[str, Mapping[str, float]]

FREEDOM = 0.3  # inverse of the regularisation
SMALLEST = 0.0005
SHARE = 0.25
"""How far the weights of `combine` go from those that suit the trial towards those that suit the unseen lines: the
former are learnt from three times as many lines, the latter from what a message will be.
"""


def weigh(terms: Matrix, wanted: Matrix) -> "LogisticRegression":
    """A model whose weights hold for the terms as they are: what evens out their sizes is worked into them."""
    from sklearn.linear_model import LogisticRegression  # only who learns has it

    middle, spread = terms.mean(axis=0), terms.std(axis=0)
    spread[spread < 1e-6] = 1.0
    model = LogisticRegression(C=FREEDOM, max_iter=5000, random_state=0)
    model.fit((terms - middle) / spread, wanted)
    model.coef_ = model.coef_ / spread
    model.intercept_ = model.intercept_ - model.coef_ @ middle
    return model


def line(model: "LogisticRegression", names: Sequence[str], row: int = 0) -> dict[str, float]:
    """One linear model by the names of its terms."""
    return {"start": float(model.intercept_[row]), **dict(zip(names, map(float, model.coef_[row]), strict=True))}


def drawn(sections: Sections, towards: Sections, share: float) -> Sections:
    """The sections, drawn a share of the way towards others with the same terms."""
    return {
        section: {name: (1 - share) * value + share * towards[section][name] for name, value in weights.items()}
        for section, weights in sections.items()
    }


def moved(sections: Sections, by: Sections, instead: Sections, share: float) -> Sections:
    """Sections that were drawn towards `by`, as if they had been drawn towards others with the same terms instead."""
    return {
        section: {
            name: weights.get(name, 0.0) + share * (value - by[section][name])
            for name, value in instead[section].items()
        }
        for section, weights in sections.items()
    }


def write(file: Path, comments: Sequence[str], sections: Sections) -> None:
    """Writes the sections as TOML."""
    parts = [f"# {comment}" for comment in comments]
    for section, weights in sections.items():
        parts.append(f"\n[{section}]")
        parts += [f"{name} = {value:.3f}" for name, value in weights.items() if abs(value) > SMALLEST]
    file.write_text("\n".join(parts) + "\n", encoding="utf-8")
