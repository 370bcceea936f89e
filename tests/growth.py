"""Whether what takes time takes it in proportion: no text may keep a reader busy."""

from collections.abc import Callable
from time import thread_time

SMALL = 3_000  # characters, or what else there is much of
TIMES = 8
LEAST = 0.002  # seconds: less is mostly the clock's


def in_proportion(work: Callable[[int], object], small: int = SMALL) -> bool:
    """Whether eight times as much takes about eight times as long: at most three times that, on one of three tries.

    What is quadratic takes sixty-four times as long. `work`: does it with so much."""

    def cost(size: int) -> float:
        began = thread_time()
        work(size)
        return thread_time() - began

    cost(small)  # tables and patterns are made once
    return any(cost(TIMES * small) < 3 * TIMES * max(cost(small), LEAST) for _try in range(3))
