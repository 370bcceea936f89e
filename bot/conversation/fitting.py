"""How texts are made to fit: cut evenly, so that short ones stay whole, or parted."""

from collections.abc import Callable, Iterator
from typing import TypeVar

T = TypeVar("T")

UNCUT = 1_000_000  # characters


def longest(tried: Callable[[int], T | None], most: int) -> T | None:
    """What is drawn with users' texts as long as possible; None when it fits with no length.

    Args:
        tried: draws with users' texts cut to a number of characters; None when that does not fit.
        most: a length with which it surely does not fit.
    """
    if (whole := tried(UNCUT)) is not None:
        return whole
    best, low, high = tried(1), 1, most
    while high - low > 1:
        middle = (low + high) // 2
        if (found := tried(middle)) is not None:
            best, low = found, middle
        else:
            high = middle
    return best


def parts(text: str, most: int) -> Iterator[str]:
    """A long text in parts of at most so many characters, parted at a line or between words where there is one."""
    while len(text) > most:
        half = most // 2
        at = max(text.rfind("\n", half, most), 0) or max(text.rfind(" ", half, most), 0) or most
        yield text[:at]
        text = text[at:].removeprefix("\n")
    if text:
        yield text
