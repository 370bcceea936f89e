"""Where each of many names stands in a table, by the names' hashes: a tenth of the memory of a dict.

Hashes have 64 bits: that two of a few hundred thousand names share one, or that another name has one of theirs, is less
likely than a fault of the machine.
"""

from collections.abc import Iterable, Sequence

import numpy as np


class Index:
    """The names of a table, of which there is one at least, in its order."""

    def __init__(self, names: Iterable[str]) -> None:
        hashes = np.fromiter(map(hash, names), dtype=np.int64)
        self._order = np.argsort(hashes).astype(np.int32)
        self._hashes = hashes[self._order]

    def of(self, names: Sequence[str]) -> list[int]:
        """Where each of these names stands; -1 where it is not in the table."""
        wanted = np.fromiter(map(hash, names), dtype=np.int64, count=len(names))
        near = np.searchsorted(self._hashes, wanted).clip(max=len(self._hashes) - 1)
        found: list[int] = np.where(self._hashes[near] == wanted, self._order[near], -1).tolist()
        return found
