"""What the bot takes a message for; and the question about a right that one reader alone hears."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.rights import Right
from bot.understanding.reading import Fact, Meta

ASKED = 0.4  # how surely a right is wanted that is only asked about
_METAS = frozenset(meta.value for meta in Meta)
Candidate = tuple[str, float]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the bot takes a message for."""

    rights: tuple[Fact[Right], ...]
    meta: Meta
    confidence: float
    candidates: tuple[Candidate, ...]
    unsure: bool


def question_about(
    right: Right, span: tuple[int, int], text: str, verdict: Verdict, *, reader: str, sure: float = ASKED
) -> Verdict:
    """The question about a right for which the words at `span` speak, with what was believed anyway behind it."""
    fact = Fact(right, text[slice(*span)], span, sure, reader)
    others = (each for each in verdict.candidates if each[0] != right.value)
    return Verdict((fact,), Meta.REQUEST, sure, ((right.value, sure), *others), unsure=True)


def likeliest_of(*readings: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The candidates of several readings, each as likely as it is in one of them, likeliest first."""
    rising = sorted((each for reading in readings for each in reading), key=lambda each: each[1])
    return tuple(sorted(dict(rising).items(), key=lambda each: -each[1]))


def rights_among(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Those that are rights."""
    return tuple(each for each in candidates if each[0] not in _METAS)
