"""The one place that weighs evidence: which rights are asked for, what kind of message it is, and whether to ask.

Thresholds are calibrated for the costs of this work: a silently missed request is by far the worst, then acting on a
wrong set, then a false alarm; a question is cheap, but not free.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.rights import Right
from bot.understanding.frames import Evidence, Heard, whole_ask
from bot.understanding.reading import Fact, Meta
from bot.understanding.rivals import without_rivals

ACCEPT = 0.6  # from here on a right is taken as asked for
BESIDE = 0.75  # what a right needs beside a surer one
PLAIN = 0.65  # below this a right that was accepted is still asked about
RIVAL = 0.41  # from here on another right, not accepted, is a reason to ask; above all mere mentions
HIDDEN = 0.4  # from here on a question about progress may hold a new ask
HEAVY = 0.5  # a message discounted below this is asked about only for strong words
HINT = 0.1  # what a mere word of action says for its right
MENTION = 0.12  # from here on it is offered as a candidate
LISTED = 3  # more rights in one sentence about nobody's data are a list
SHORT = 70  # words of a message whose mere mention of somebody's data is asked about
SECOND_OPINION = 0.1  # what each further reason closes of the gap to certainty
# What evidence keeps of its weight in a sentence of each kind
IN_LIST, IN_CLOSING, IN_SALES = 0.25, 0.3, 0.4
IN_STAFF_QUESTION = 0.55
IN_BUSINESS, IN_BUSINESS_OWN = 0.5, 0.85  # "own": the sentence names somebody's data all the same
BESIDE_BUSINESS = 0.7  # another sentence of the message is business, this one names nobody
NAMED = 0.7  # the right is only named: no person, no wish

# What somebody may want done; beside a person, enough to ask, and the likeliest rights to offer.
_HINTS = {
    "<erase>": Right.ERASURE,
    "<see>": Right.ACCESS,
    "<stop>": Right.OPT_OUT_MARKETING,
    "<mk>": Right.OPT_OUT_MARKETING,
    "<correct>": Right.RECTIFICATION,
    "<wrong>": Right.RECTIFICATION,
    "<breach>": Right.COMPLAINT,
    "<profiling>": Right.OBJECTION,
    "<hold>": Right.RESTRICTION,
    "<takeback>": Right.WITHDRAW_CONSENT,
    "<portable>": Right.PORTABILITY,
    "<sell>": Right.OPT_OUT_SALE,
    "<sensitive>": Right.LIMIT_SENSITIVE,
    "<training>": Right.OBJECTION,
    "<permission>": Right.WITHDRAW_CONSENT,
    "<authority>": Right.COMPLAINT,
}
_ACTIONS = _HINTS.keys()
_PERSONAL = frozenset(("<mine>", "<person>"))
# These are asked for in a word or two ("Do not sell"); any other right that is only named, without a person or a wish,
# is talk about rights.
_SAID_BARE = frozenset(
    (Right.OPT_OUT_MARKETING, Right.OPT_OUT_SALE, Right.COMPLAINT, Right.OBJECTION, Right.WITHDRAW_CONSENT)
)


_TALK = ("staff", "sales", "business", "closing", "autoreply", "rights_list", "legal")  # explains a mere mention


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the evidence comes to."""

    rights: tuple[Fact[Right], ...]
    meta: Meta
    confidence: float
    candidates: tuple[tuple[str, float], ...]
    unsure: bool


@dataclass(slots=True)
class Belief:
    """All evidence for one right."""

    score: float = 0.0
    reasons: list[Evidence] = field(default_factory=list)

    @property
    def best(self) -> Evidence:
        return max(self.reasons, key=lambda e: (e.weight, e.end - e.start))


def combine(
    heard: Sequence[Heard],
    cited: Sequence[Evidence],
    text: str,
    *,
    ticket: bool,
    reference: bool,
    somebody: bool,
) -> Verdict:
    """Weighs frames and citations. `ticket` and `reference`: the text names a ticket, a case of
    ours; `somebody`: a mail or a ticket of a person outside lies beneath."""
    evidence = [e for e in _weighed(heard) if not e.negated] + list(cited)
    damp = _document_damp(heard, somebody)
    beliefs = _beliefs(without_rivals(evidence, text), damp)
    accepted = {right: b for right, b in beliefs.items() if b.score >= ACCEPT}
    if len(accepted) > 1:  # beside a sure right, a merely likely one is no more than a candidate
        top = max(b.score for b in accepted.values())
        accepted = {right: b for right, b in accepted.items() if b.score >= min(BESIDE, top)}
    if Right.COMPLAINT in accepted and _bare_threat(accepted):
        del accepted[Right.COMPLAINT]
    meta = _meta(heard, accepted, ticket=ticket, reference=reference, damp=damp)
    if meta is Meta.STATUS_QUERY or (meta is Meta.NONE):
        accepted = {}
    facts = tuple(
        _fact(right, b, heard, text) for right, b in sorted(accepted.items(), key=lambda item: -item[1].score)
    )
    candidates = _candidates(beliefs, heard, meta)
    unsure = _unsure(meta, accepted, beliefs, heard, damp, reference=reference)
    confidence = min((f.confidence for f in facts), default=0.5 if unsure else 0.9)
    return Verdict(facts, meta, confidence, candidates, unsure)


def _fact(right: Right, belief: Belief, heard: Sequence[Heard], text: str) -> Fact[Right]:
    best = belief.best
    span = (best.start, best.end) if best.reader == "citation" else whole_ask(best, heard[best.clause].clause)
    return Fact(right, text[slice(*span)], span, round(belief.score, 2), best.reader)


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
            factor *= 0.3
        if business and not h.tags & _PERSONAL:
            factor *= BESIDE_BUSINESS
        named_only = not h.tags & _PERSONAL and not h.has("wish")
        found.extend(
            replace(e, weight=e.weight * factor * (NAMED if named_only and e.right not in _SAID_BARE else 1.0))
            for e in h.evidence
        )
    return found


def _document_damp(heard: Sequence[Heard], somebody: bool) -> float:
    """How far the whole message is discounted: automatic replies, advertising, orders of the police, colleagues who ask
    about the rules when nobody (`somebody`) stands behind it."""
    count: dict[str, int] = defaultdict(int)
    for h in heard:
        for gate in ("sales", "autoreply", "rights_list", "legal", "staff"):
            count[gate] += h.has(gate)
    if count["autoreply"] >= 1 or count["sales"] >= 2 or count["legal"] >= 2:
        return 0.45
    if count["rights_list"] >= 2:
        return 0.45
    return 0.6 if count["staff"] and not somebody else 1.0


def _beliefs(evidence: list[Evidence], damp: float) -> dict[Right, Belief]:
    beliefs: dict[Right, Belief] = defaultdict(Belief)
    for e in evidence:
        beliefs[e.right].reasons.append(e)
    for belief in beliefs.values():
        weights = sorted((e.weight for e in belief.reasons), reverse=True)
        score = weights[0]
        for _ in weights[1:4]:
            score += (1 - score) * SECOND_OPINION * weights[0]
        belief.score = score * damp
    return dict(beliefs)


def _bare_threat(accepted: dict[Right, Belief]) -> bool:
    """A mere "or I go to the regulator" beside another ask is no complaint of its own."""
    return len(accepted) > 1 and accepted[Right.COMPLAINT].score < 0.75


def _meta(heard: Sequence[Heard], accepted: dict[Right, Belief], *, ticket: bool, reference: bool, damp: float) -> Meta:
    escalates = any(h.has("escalation") for h in heard)
    if escalates and damp == 1.0 and (ticket or accepted) and not any(h.has("sales", "autoreply") for h in heard):
        return Meta.ESCALATION
    if reference and not accepted and damp == 1.0:
        return Meta.STATUS_QUERY  # words about a case of ours that ask for nothing new
    asks_status = [h for h in heard if h.has("status") and not h.has("rights_list", "sales", "autoreply")]
    if asks_status and (reference or not accepted or _only_within(accepted, asks_status)):
        business = any(h.has("business") for h in heard)
        speaks_of_case = reference or accepted or any(h.has("privacy") or h.evidence for h in heard)
        if (reference or not business) and speaks_of_case and not accepted.keys() & {Right.COMPLAINT}:
            return Meta.STATUS_QUERY
    return Meta.REQUEST if accepted else Meta.NONE


def _only_within(accepted: dict[Right, Belief], sentences: list[Heard]) -> bool:
    """True when every right was read in one of these sentences only."""
    places = {id(h.clause) for h in sentences}
    inside = {e.clause for h in sentences for e in h.evidence}
    return bool(places) and all(e.clause in inside for b in accepted.values() for e in b.reasons if e.weight >= ACCEPT)


def _candidates(beliefs: dict[Right, Belief], heard: Sequence[Heard], meta: Meta) -> tuple[tuple[str, float], ...]:
    ranked: dict[str, float] = {right.value: b.score for right, b in beliefs.items() if b.score >= MENTION}
    for h in heard:
        for tag in sorted(h.tags & _HINTS.keys()):
            ranked.setdefault(_HINTS[tag].value, HINT)
    if not ranked:
        ranked = {Right.ACCESS.value: HINT / 2, Right.ERASURE.value: HINT / 2}
    if meta is not Meta.REQUEST:
        ranked[meta.value] = max(ranked.get(meta.value, 0.0), 0.3)
    return tuple(sorted(((k, round(v, 2)) for k, v in ranked.items()), key=lambda kv: (-kv[1], kv[0])))


def _unsure(
    meta: Meta,
    accepted: dict[Right, Belief],
    beliefs: dict[Right, Belief],
    heard: Sequence[Heard],
    damp: float,
    *,
    reference: bool,
) -> bool:
    if meta is Meta.ESCALATION:
        return False
    if meta is Meta.STATUS_QUERY:  # words that name a case of ours are plain; else a new ask may hide in it
        return not reference and max((b.score for b in beliefs.values()), default=0.0) >= HIDDEN
    if accepted:
        return _doubtful(accepted, beliefs)
    weak = max((b.score for b in beliefs.values()), default=0.0)
    if damp < HEAVY:
        return weak >= 0.35
    if weak >= (0.3 if any(h.has("staff", "sales", "business", "closing", "autoreply") for h in heard) else 0.1):
        return True
    business = any(h.has("business") for h in heard)
    return any(_may_ask(h, business) for h in heard) or _about_somebody(heard)


def _may_ask(h: Heard, business: bool) -> bool:
    """A sentence that wishes something about a person, though no right was read in it. Beside a matter of business
    (`business`), only when it names somebody's data."""
    acts = bool(h.tags & _ACTIONS)
    if h.has(*_TALK):
        return h.gates.keys() & set(_TALK) == {"business"} and acts and "<owned>" in h.tags
    if business:
        return acts and "<mine>" in h.tags
    telling = bool(h.tags & (_ACTIONS - {"<see>"}))  # "may I see the agenda" asks for nobody's data
    return (h.has("wish") and ("<mine>" in h.tags or telling)) or (acts and bool(h.tags & _PERSONAL))


def _about_somebody(heard: Sequence[Heard]) -> bool:
    """A short message that names somebody's data and nothing else that would explain it."""
    if sum(len(h.clause.words) for h in heard) > SHORT or any(h.has(*_TALK) for h in heard):
        return False
    return any("<mine>" in h.tags for h in heard)


def _doubtful(accepted: dict[Right, Belief], beliefs: dict[Right, Belief]) -> bool:
    """Whether to ask although something was accepted: it is weak, another right is near, or it is an odd set."""
    if max(b.score for b in accepted.values()) < PLAIN:
        return True
    if any(b.score >= RIVAL for right, b in beliefs.items() if right not in accepted):
        return True
    if any(e.reader == "citation" for b in accepted.values() for e in b.reasons):
        return False
    return len(accepted) > 2 or (len(accepted) == 2 and any(len(b.reasons) == 1 for b in accepted.values()))
