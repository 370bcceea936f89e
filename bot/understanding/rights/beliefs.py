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
_KEPT = {"rights_list": 0.25, "staff": 0.55, "closing": 0.3, "business": 0.5, "sales": 0.4}
IN_BUSINESS_OWN = 0.85  # the sentence names somebody's data all the same
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
    business = any("business" in h.gates for h in heard)
    for h in heard:
        if not h.evidence:
            continue
        gates, personal = h.gates, not h.tags.isdisjoint(_PERSONAL)
        factor = 1.0
        for gate, kept in _KEPT.items():
            if gate in gates:
                factor *= IN_BUSINESS_OWN if gate == "business" and "<mine>" in h.tags else kept
        if not personal and len({e.right for e in h.evidence}) > LISTED:
            factor *= UNREAD
        if business and not personal:
            factor *= BESIDE_BUSINESS
        named_only = not personal and "wish" not in gates
        if factor == 1.0 and not named_only:
            found += h.evidence
            continue
        found.extend(
            e._replace(weight=e.weight * factor * (NAMED if named_only and e.right not in _SAID_BARE else 1.0))
            for e in h.evidence
        )
    return found


def damping(heard: Sequence[Heard], somebody: bool) -> float:
    """What a whole message keeps: automatic replies, advertising, orders of the police, and colleagues who ask about
    the rules when nobody (`somebody`: a mail or a ticket of a person outside) stands behind it, keep less."""
    gates = [gate for h in heard for gate in h.gates]  # each once a sentence
    if not gates:
        return 1.0
    if "autoreply" in gates or any(gates.count(gate) >= 2 for gate in ("sales", "legal", "rights_list")):
        return 0.45
    return 0.6 if "staff" in gates and not somebody else 1.0
