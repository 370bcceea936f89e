"""How good the reading is on labelled messages, counted as its users would feel it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.rights import Right
from bot.understanding.reading import Meta
from bot.understanding.rights.decide import FALSE_ALARM, MISSED, QUESTION, WRONG
from bot.understanding.rights.labels import label_of
from bot.understanding.rights.verdict import Verdict
from bot.understanding.training.examples import Example

OFFERED = 3  # readings that a question is expected to hold the right one among


@dataclass(frozen=True)
class Outcome:
    """One message and what was made of it."""

    example: Example
    verdict: Verdict

    @property
    def said(self) -> frozenset[str]:
        """The rights that were read, as labels."""
        return frozenset(label_of(fact.value) for fact in self.verdict.rights)

    @property
    def exact(self) -> bool:
        """Whether they are the right ones."""
        return self.said == self.example.phrase.rights

    @property
    def noticed(self) -> bool:
        """Whether anything was done: acted or asked."""
        return self.verdict.unsure or self.verdict.meta is not Meta.NONE

    @property
    def covered(self) -> bool:
        """Whether all rights were told, or stand among the first three that are asked about."""
        if not self.verdict.unsure:
            return self.exact and self.noticed
        offered = [label_of(Right(name)) for name, _chance in self.verdict.candidates if name in set(Right)]
        return self.example.phrase.rights <= {*list(dict.fromkeys([*self.said, *offered]))[:OFFERED]}

    @property
    def cost(self) -> float:
        """What was done, at the costs that `decide` goes by. A question about a case, or a hand-over, that nobody
        notices costs as much as a wrong set.
        """
        if self.verdict.unsure:
            return QUESTION
        if self.example.phrase.meta is Meta.NONE:
            return FALSE_ALARM if self.noticed else 0.0
        if not self.noticed:
            return MISSED if self.example.phrase.rights else WRONG
        return 0.0 if self.exact else WRONG


def line(name: str, outcomes: Sequence[Outcome]) -> str:
    """One row of the report, in percent."""
    asking = [o for o in outcomes if o.example.phrase.rights]
    silent = [o for o in outcomes if o.example.phrase.meta is Meta.NONE]
    both = sum(len(o.said & o.example.phrase.rights) for o in outcomes)
    all_ = sum(len(o.said) + len(o.example.phrase.rights) for o in outcomes)
    figures = (
        share(o.exact for o in outcomes),
        200 * both / max(all_, 1),
        share(o.noticed for o in asking),
        share(o.covered for o in asking),
        share(o.noticed and not o.verdict.unsure for o in silent),
        share(o.verdict.unsure for o in silent),
        share(o.verdict.unsure for o in asking),
        100 * sum(o.cost for o in outcomes) / max(len(outcomes), 1),
    )
    return f"{name:<10}{len(outcomes):>6}" + "".join(f"{figure:>8.1f}" for figure in figures)


_NAMES = ("exact", "F1", "recall", "covered", "alarms", "ask/no", "ask/yes", "cost")
HEAD = f"{'':<10}{'n':>6}" + "".join(f"{name:>8}" for name in _NAMES)


def lines(outcomes: Sequence[Outcome]) -> Iterable[str]:
    """The report: all, each language, each kind."""
    yield HEAD
    yield line("all", outcomes)
    for name in sorted({o.example.message.language for o in outcomes}):
        yield line(name, [o for o in outcomes if o.example.message.language == name])
    for name in sorted({o.example.phrase.kind for o in outcomes}):
        yield line(name, [o for o in outcomes if o.example.phrase.kind == name])


def share(values: Iterable[bool]) -> float:
    """How many of a hundred are true; 0 of none."""
    counted = list(values)
    return 100 * sum(counted) / max(len(counted), 1)
