"""Where each of many names stands in a table, by the names' hashes: a tenth of the memory of a dict.

Hashes have 64 bits: that two of a few hundred thousand names share one, or that another name has one of theirs, is less
likely than a fault of the machine.
"""

from collections.abc import Iterable, Sequence
from io import StringIO
from operator import methodcaller
from typing import Self

import numpy as np
from numpy.typing import NDArray


def lines_of(text: NDArray[np.uint8]) -> list[str]:
    """Lines of text that a file holds as an array."""
    return text.tobytes().decode().split("\n")


class Index:
    """The names of a table, of which there is one at least, in its order."""

    def __init__(self, names: Iterable[str]) -> None:
        hashes = np.fromiter(map(hash, names), dtype=np.int64)
        self._order = np.argsort(hashes).astype(np.int32)
        self._hashes = hashes[self._order]

    @classmethod
    def of_lines(cls, text: NDArray[np.uint8]) -> Self:
        """From names that stand in lines, none of them empty but the first, as they are held in a file."""
        lines = StringIO(text.tobytes().decode(), newline="\n")  # one after the other: together they take much memory
        return cls(map(methodcaller("removesuffix", "\n"), lines))

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
