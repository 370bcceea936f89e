"""What frames and citations alone make of a message: for every right how strongly its words speak for it, 0..1.

One of the readers that `combine` weighs. The weights here are of the readers' own making: a sentence that lists rights,
asks a colleague about the rules or advertises keeps only part of what its frames say.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.rights import Right
from bot.understanding.rights.frames import Evidence, Heard
from bot.understanding.rights.rivals import without_rivals

LISTED = 3  # more rights in one sentence about nobody's data are a list
SECOND_OPINION = 0.1  # what each further reason closes of the gap to certainty
# What evidence keeps of its weight in a sentence of each kind
IN_LIST, IN_CLOSING, IN_SALES = 0.25, 0.3, 0.4
IN_STAFF_QUESTION = 0.55
IN_BUSINESS, IN_BUSINESS_OWN = 0.5, 0.85  # "own": the sentence names somebody's data all the same
BESIDE_BUSINESS = 0.7  # another sentence of the message is business, this one names nobody
NAMED = 0.7  # the right is only named: no person, no wish
UNREAD = 0.3  # of a list about nobody

_PERSONAL = frozenset(("<mine>", "<person>"))
# These are asked for in a word or two ("Do not sell"); any other right that is only named, without a person or a wish,
# is talk about rights.
_SAID_BARE = frozenset(
    (Right.OPT_OUT_MARKETING, Right.OPT_OUT_SALE, Right.COMPLAINT, Right.OBJECTION, Right.WITHDRAW_CONSENT)
)


@dataclass(slots=True)
class Belief:
    """All evidence for one right."""

    score: float = 0.0
    reasons: list[Evidence] = field(default_factory=list)

    @property
    def best(self) -> Evidence:
        return max(self.reasons, key=lambda e: (e.weight, e.end - e.start))


def beliefs(heard: Sequence[Heard], cited: Sequence[Evidence], text: str, damp: float) -> dict[Right, Belief]:
    """Every right that something speaks for. `damp`: what the whole message keeps, see `damping`."""
    evidence = without_rivals([e for e in _weighed(heard) if not e.negated] + list(cited), text)
    found: dict[Right, Belief] = defaultdict(Belief)
    for e in evidence:
        found[e.right].reasons.append(e)
    for belief in found.values():
        weights = sorted((e.weight for e in belief.reasons), reverse=True)
        score = weights[0]
        for _ in weights[1:4]:
            score += (1 - score) * SECOND_OPINION * weights[0]
        belief.score = score * damp
    return dict(found)


def _weighed(heard: Sequence[Heard]) -> list[Evidence]:
    """The frames' evidence, each weakened by the gates of its own sentence."""
    found: list[Evidence] = []
    business = any(h.has("business") for h in heard)
    for h in heard:
        factor = 1.0
        if h.has("rights_list"):
            factor *= IN_LIST
        if h.has("staff"):
            factor *= IN_STAFF_QUESTION
        if h.has("closing"):
            factor *= IN_CLOSING
        if h.has("business"):
            factor *= IN_BUSINESS_OWN if "<mine>" in h.tags else IN_BUSINESS
        if h.has("sales"):
            factor *= IN_SALES
        if not h.tags & _PERSONAL and len({e.right for e in h.evidence}) > LISTED:
            factor *= UNREAD
        if business and not h.tags & _PERSONAL:
            factor *= BESIDE_BUSINESS
        named_only = not h.tags & _PERSONAL and not h.has("wish")
        found.extend(
            e._replace(weight=e.weight * factor * (NAMED if named_only and e.right not in _SAID_BARE else 1.0))
            for e in h.evidence
        )
    return found


def damping(heard: Sequence[Heard], somebody: bool) -> float:
    """What a whole message keeps: automatic replies, advertising, orders of the police, and colleagues who ask about
    the rules when nobody (`somebody`: a mail or a ticket of a person outside) stands behind it, keep less."""
    count: dict[str, int] = defaultdict(int)
    for h in heard:
        for gate in ("sales", "autoreply", "rights_list", "legal", "staff"):
            count[gate] += h.has(gate)
    if count["autoreply"] >= 1 or count["sales"] >= 2 or count["legal"] >= 2 or count["rights_list"] >= 2:
        return 0.45
    return 0.6 if count["staff"] and not somebody else 1.0
