"""How benchmarks measure: the two sides in turn, and the median of the ratios, so that a drifting machine tells
little."""

import statistics
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True)
class Compared:
    """Seconds of ours and of the baseline, round by round."""

    ours: tuple[float, ...]
    baseline: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """The median of ours / baseline: below 1, ours is faster."""
        return statistics.median(a / b for a, b in zip(self.ours, self.baseline, strict=True))

    def line(self, what: str, against: str, each: int) -> str:
        ours, baseline = statistics.median(self.ours) / each, statistics.median(self.baseline) / each
        return (
            f"{what:<44} {ours * 1000:9.3f} ms   {1 / ours:9.0f}/s   "
            f"{self.ratio:6.2f} x {against} ({baseline * 1000:.3f} ms)"
        )


def compare(ours: Callable[[], object], baseline: Callable[[], object], rounds: int = 7) -> Compared:
    """Run both in turn, once to warm up and then `rounds` times."""
    ours(), baseline()
    pairs = [(_seconds(ours), _seconds(baseline)) for _round in range(rounds)]
    return Compared(tuple(a for a, _b in pairs), tuple(b for _a, b in pairs))


def _seconds(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began
