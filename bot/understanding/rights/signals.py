"""What the readers say, as plain numbers under plain names: the terms that `combine` weighs.

Scores are log-odds; "network" is what the network says: of a right log-odds, of a kind ("is") the logarithm of its
chance. "Rival" is always the strongest other right; "first" whether no other right is stronger; "ask" how far a right
stands above "none" in one sentence; "x_by_length" is x times the logarithm of the number of sentences.
"""

from collections.abc import Mapping, Sequence
from math import exp, log, log1p
from operator import itemgetter, mul
from typing import NamedTuple, Self

from bot.understanding.rights.heights import FEW, FLOOR, NONE, Heights
from bot.understanding.rights.labels import KINDS, OTHERS, RIGHTS
from bot.understanding.rights.message import Message
from bot.understanding.rights.network import Opinion
from bot.understanding.rights.scorer import Scores

PLAIN = -4.0  # a score below this is a plain no: how plain says nothing of the number of rights
LIKELY = 0.6  # from here on a frame alone would speak for its right
LONG = 25  # sentences: a message does not count as longer than this
MANY = 4  # sentences that lead or ask: no more are counted
GATES = (
    "staff", "sales", "business", "closing", "autoreply", "rights_list", "legal", "status", "escalation", "privacy",
    "wish", "mine",
)  # fmt: skip
MARKS = ("ticket", "reference", "sender", "note")


_OWN_TERMS = (
    "message", "message_low", "message_rival", "message_gap", "message_first", "message_second", "message_third",
    "sentence", "sentence_again", "sentence_rival", "sentence_first", "sentence_second", "margin", "margin_clear",
    "margin_wide", "leads", "frame", "frame_likely", "frame_rival", "outframed", "cited", "negated", "denied", "ask",
    "ask_first", "ask_gap", "network", "network_low", "network_rival", "network_gap", "network_first", "network_second",
)  # fmt: skip
_COMMON_TERMS = (
    *(f"message_{other}" for other in OTHERS), "sentence_none", "length", "damp",
    *(f"network_is_{kind}" for kind in KINDS), *GATES,
)  # fmt: skip
# What counts for more or less in a long message: there the whole is blurred, and some sentence says anything by chance
_RIGHT_BY_LENGTH = (
    "message", "message_gap", "message_rival", "sentence", "sentence_rival", "margin", "leads", "ask", "frame",
    "message_none", "network", "network_gap", "network_is_none",
)  # fmt: skip
_IS_TERMS = tuple(f"is_{right}" for right in RIGHTS)
_IS = tuple(tuple(float(other == right) for other in RIGHTS) for right in RIGHTS)
_right_by_length = itemgetter(*map((*_OWN_TERMS, *_COMMON_TERMS).index, _RIGHT_BY_LENGTH))
RIGHT_TERMS = (*_OWN_TERMS, *_COMMON_TERMS, *_IS_TERMS, *(f"{term}_by_length" for term in _RIGHT_BY_LENGTH))


class RightTerms(NamedTuple):
    """What of RIGHT_TERMS differs from right to right, and what does not."""

    own: list[list[float]]  # for each right
    common: list[float]
    length: float

    def rows(self) -> list[list[float]]:
        """For each right the numbers under RIGHT_TERMS."""
        rows = [[*own, *self.common] for own in self.own]
        by_length = ([term * self.length for term in _right_by_length(row)] for row in rows)
        return [[*row, *is_, *long] for row, is_, long in zip(rows, _IS, by_length, strict=True)]


class RightWeights(NamedTuple):
    """A weight for each of them, and what each right starts from."""

    own: Sequence[float]
    common: Sequence[float]
    own_by_length: Sequence[float]
    common_by_length: Sequence[float]
    starts: Sequence[float]

    @classmethod
    def of(cls, named: Mapping[str, float]) -> Self:
        """From those that RIGHT_TERMS have by name, and "start"; those that are not there weigh nothing."""
        own, common = ([named.get(term, 0.0) for term in part] for part in (_OWN_TERMS, _COMMON_TERMS))
        own_by_length, common_by_length = (
            [named.get(f"{term}_by_length", 0.0) for term in part] for part in (_OWN_TERMS, _COMMON_TERMS)
        )
        starts = [named["start"] + named.get(term, 0.0) for term in _IS_TERMS]
        return cls(own, common, own_by_length, common_by_length, starts)

    def odds(self, terms: RightTerms) -> list[float]:
        """The log-odds of each right: the weighted sum of its row."""
        length, common = terms.length, terms.common
        fixed = sum(map(mul, self.common, common)) + length * sum(map(mul, self.common_by_length, common))
        own = [one + length * long for one, long in zip(self.own, self.own_by_length, strict=True)]
        return [start + fixed + sum(map(mul, own, row)) for start, row in zip(self.starts, terms.own, strict=True)]


def right_terms(message: Message, scores: Scores, high: Heights, opinion: Opinion) -> RightTerms:
    """What speaks for and against each right."""
    whole, frames, network = scores.message, message.frames, opinion.rights
    most = max(high.ask)
    in_message, in_sentence, in_network = map(_standing, (whole, high.best, network))
    framed, framed_next = sorted((*frames.values(), 0.0, 0.0), reverse=True)[:2]
    rows: list[list[float]] = []
    for right, label in enumerate(RIGHTS):
        one, sentence, frame = whole[right], high.best[right], frames.get(label, 0.0)
        rival = framed_next if frame == framed else framed
        rank, below, behind = in_message.places[right], in_sentence.places[right], in_network.places[right]
        row = [
            *(one, min(one, 0.0), in_message.rivals[right], one - in_message.top),
            *(float(rank == 0), float(rank == 1), float(rank == 2)),
            *(sentence, high.second[right], in_sentence.rivals[right], float(below == 0), float(below == 1)),
            *(high.margin[right], float(high.margin[right] > 0), float(high.margin[right] > 1)),
            float(min(high.leads[right], MANY)),
            *(frame, float(frame > LIKELY), rival, float(rival > LIKELY and frame <= LIKELY)),
            *(message.articles.get(label, 0.0), *_denial(message, label, frame)),
            *(high.ask[right], float(high.ask[right] == most), high.ask[right] - most),
            *(network[right], min(network[right], 0.0), in_network.rivals[right], network[right] - in_network.top),
            *(float(behind == 0), float(behind == 1)),
        ]
        rows.append(row)
    length = _length(message)
    common = [*whole[FEW:], high.best[NONE], length, message.damp, *opinion.kinds, *_gates(message)]
    return RightTerms(rows, common, length)


_RANKED = ("chance", "message", "sentence", "margin", "leads", "frame", "ask", "network")
_KIND_TERMS = (
    *(f"{what}_{place}" for what in _RANKED for place in (1, 2, 3)), "chance_4", "gap_1", "gap_2", "chances",
    "leading", *(f"message_{other}" for other in OTHERS), *(f"sentence_{other}" for other in OTHERS),
    "frame_best", "framed", "framed_one", "length", "damp", "asks_most", "asks_next", "asks_at_all", "asking",
    *(f"network_is_{kind}" for kind in KINDS), "network_handed_up", "network_chances", *GATES, *MARKS,
)  # fmt: skip
_KIND_BY_LENGTH = (
    "chance_1", "chance_2", "chance_3", "message_1", "message_2", "sentence_1", "sentence_2", "margin_2", "leads_2",
    "gap_1", "chances", "leading", "message_none", "sentence_none", "ask_1", "ask_2", "asks_most", "asks_next",
    "asking", "network_1", "network_2", "network_is_none", "network_is_one", "network_is_two",
    "network_chances",
)  # fmt: skip
_kind_by_length = itemgetter(*map(_KIND_TERMS.index, _KIND_BY_LENGTH))
KIND_TERMS = (*_KIND_TERMS, *(f"{term}_by_length" for term in _KIND_BY_LENGTH))


def kind_terms(
    message: Message, scores: Scores, high: Heights, opinion: Opinion, chances: Sequence[float]
) -> list[float]:
    """The numbers under KIND_TERMS, of which the kind of message and the number of rights are told. `chances`: the
    probability of each right; what is ranked stands in their order."""
    frames = message.frames
    odds = [log_odds(chance) for chance in chances]
    order = sorted(range(FEW), key=lambda right: -odds[right])
    by_rank = (
        odds,
        _plainly(scores.message),
        _plainly(high.best),
        _plainly(high.margin),
        [float(n > 0) for n in high.leads],
        [frames.get(label, 0.0) for label in RIGHTS],
        _plainly(high.ask),
        _plainly(opinion.rights),
    )
    top = odds[order[0]]
    framed = sum(score > LIKELY for score in frames.values())
    length = _length(message)
    most, next_ = _plainly((max(high.ask), high.asks_next))
    row = [
        *(ranked[order[place]] for ranked in by_rank for place in range(3)),
        *(odds[order[3]], odds[order[0]] - odds[order[1]], odds[order[1]] - odds[order[2]]),
        top + log(sum(exp(o - top) for o in odds)),
        float(sum(n > 0 for n in high.leads)),
        *(scores.message[FEW:]),
        *(high.best[FEW:]),
        *(max(frames.values(), default=0.0), float(framed), float(framed == 1), length, message.damp),
        *(most, next_, float(most > 0), float(min(high.asking, MANY))),
        *(*opinion.kinds, opinion.handed_up, sum(1 / (1 + exp(-said)) for said in opinion.rights)),
        *_gates(message),
        *(float(mark in message.marks) for mark in MARKS),
    ]
    return row + [term * length for term in _kind_by_length(row)]


SURE_TERMS = (
    "kind", "none", "status", "least_in", "best_out", "gap", "one", "two", "more", "frames_agree", "no_frames",
    "network_kind", "network_is_none", "network_least_in", "network_best_out", "network_gap", "network_agrees",
)  # fmt: skip


def sure_terms(
    message: Message, opinion: Opinion, kinds: Sequence[float], chances: Sequence[float], chosen: Sequence[int]
) -> list[float]:
    """The numbers under SURE_TERMS, of which is told how surely a set of rights is the right one. `kinds`: the
    probability of none, status, one right, two, three or more; `chosen`: the rights of the set."""
    odds = [log_odds(chance) for chance in chances]
    least, rest = _in_and_out(odds, chosen)
    network_least, network_rest = _in_and_out(_plainly(opinion.rights), chosen)
    many = min(len(chosen), 3)
    of_kind = (log_odds(kinds[1 + many]), log_odds(kinds[0]), log_odds(kinds[1]))
    framed = {label for label, score in message.frames.items() if score > LIKELY}
    agree = framed == {RIGHTS[right] for right in chosen}
    return [
        *of_kind,
        least,
        rest,
        least - rest,
        *(float(many == n) for n in (1, 2, 3)),
        float(agree),
        float(not framed),
        *(opinion.kinds[1 + many], opinion.kinds[0], network_least, network_rest, network_least - network_rest),
        float(network_least > network_rest and max(opinion.kinds) == opinion.kinds[1 + many]),
    ]


def _in_and_out(said: Sequence[float], chosen: Sequence[int]) -> tuple[float, float]:
    """The least of those chosen, and the most of the rest."""
    rest = (score for right, score in enumerate(said) if right not in chosen)
    return min(said[right] for right in chosen), max(rest, default=FLOOR)


def log_odds(chance: float) -> float:
    """The log-odds of a probability, kept within reason."""
    chance = min(max(chance, 1e-4), 1 - 1e-4)
    return log(chance) - log1p(-chance)


def _denial(message: Message, label: str, frame: float) -> tuple[float, float]:
    """Whether a right is denied somewhere, and denied and nowhere asked for."""
    negated = label in message.negated
    return float(negated), float(negated and frame < 0.3)


def _gates(message: Message) -> list[float]:
    return [float(gate in message.gates) for gate in GATES]


def _length(message: Message) -> float:
    return log(min(len(message.heard), LONG) + 1)


def _plainly(scores: Sequence[float]) -> list[float]:
    return [max(score, PLAIN) for score in scores]


class _Standing(NamedTuple):
    """How the rights stand to each other in some scores."""

    top: float
    rivals: list[float]  # for each the strongest other
    places: list[int]  # for each how many are stronger


def _standing(scores: Sequence[float]) -> _Standing:
    rights = list(scores[:FEW])
    ranked = sorted(rights, reverse=True)
    top, next_ = ranked[:2]
    return _Standing(top, [next_ if s == top else top for s in rights], [ranked.index(s) for s in rights])
