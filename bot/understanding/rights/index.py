"""Where each of many names stands in a table, by the names' hashes: a tenth of the memory of a dict.

Hashes have 64 bits: that two of a few hundred thousand names share one, or that another name has one of theirs, is less
likely than a fault of the machine.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Self

import numpy as np
from numpy.typing import NDArray

TOGETHER = 1 << 16  # characters


def lines_of(text: NDArray[np.uint8]) -> list[str]:
    """Lines of text that a file holds as an array."""
    return text.tobytes().decode().split("\n")


def _some_lines(text: str) -> Iterator[list[str]]:
    """The lines of a text, some at a time: together they take much memory."""
    at = 0
    while at <= len(text):
        end = text.find("\n", at + TOGETHER)
        end = len(text) if end < 0 else end
        yield text[at:end].split("\n")
        at = end + 1


class Index:
    """The names of a table, of which there is one at least, in its order."""

    def __init__(self, names: Iterable[str]) -> None:
        hashes = np.fromiter(map(hash, names), dtype=np.int64)
        self._order = np.argsort(hashes).astype(np.int32)
        self._hashes = hashes[self._order]

    @classmethod
    def of_lines(cls, text: NDArray[np.uint8]) -> Self:
        """From names that stand in lines, none of them empty but the first, as they are held in a file."""
        return cls(chain.from_iterable(_some_lines(text.tobytes().decode())))

    def of(self, names: Sequence[str]) -> NDArray[np.int32]:
        """Where each of these names stands; -1 where it is not in the table."""
        hashes = np.fromiter(map(hash, names), dtype=np.int64, count=len(names))
        ascending = hashes.argsort()  # the next one is found faster from where the last one was
        wanted = hashes.take(ascending)
        near = self._hashes.searchsorted(wanted)
        found = np.empty(len(names), dtype=np.int32)
        found[ascending] = np.where(
            self._hashes.take(near, mode="clip") == wanted, self._order.take(near, mode="clip"), -1
        )
        return found
