"""What the scorer says of the sentences of a message, drawn together for each label: how high each stands in one."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.understanding.rights.labels import LABELS, RIGHTS

FLOOR = -8.0  # a score that says nothing
APART = -16.0  # a difference of two scores that says nothing
FEW = len(RIGHTS)
NONE = LABELS.index("none")


@dataclass(frozen=True)
class Heights:
    """The scores of the sentences, drawn together for each label."""

    best: list[float]  # of all labels
    second: list[float]
    margin: list[float]  # of rights: how far it leads in the sentence where it leads most
    leads: list[int]  # in how many sentences it is the likeliest right
    ask: list[float]  # of rights: how far it stands above "none" in the sentence where it does so most
    asks_next: float  # the same of any right, in the sentence that is second in it
    asking: int  # sentences in which some right stands above "none"


def heights(sentences: Sequence[Sequence[float]]) -> Heights:
    """Draws the sentences' scores together."""
    ranked = [sorted((FLOOR, FLOOR, *said), reverse=True)[:2] for said in zip(*sentences, strict=True)]
    ranked = ranked or [[FLOOR, FLOOR]] * len(LABELS)
    best, second = [one for one, _ in ranked], [other for _, other in ranked]
    margin, leads, ask = [FLOOR] * FEW, [0] * FEW, [APART] * FEW
    of_sentences: list[float] = []
    for scores in sentences:
        rights, none = scores[:FEW], scores[NONE]
        top, next_ = sorted(rights, reverse=True)[:2]
        over = max(top, -2.0)
        for right, score in enumerate(rights):
            leading = score == top
            ahead = min(score - (max(next_, -2.0) if leading else over), score)
            if ahead > margin[right]:
                margin[right] = ahead
            if leading and score > -0.5:
                leads[right] += 1
            if score - none > ask[right]:
                ask[right] = score - none
        of_sentences.append(top - none)
    asks_next = sorted([*of_sentences, APART, APART])[-2]
    return Heights(best, second, margin, leads, ask, asks_next, sum(gap > 0 for gap in of_sentences))
