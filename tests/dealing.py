"""How tests are dealt out to pytest-xdist's workers: those that share nothing in packs, each from one file.

One at a time, as xdist 3.8 deals them, costs as much as many tests: after each it counts again what is dealt.
"""

from collections import Counter

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadGroupScheduling

PACK = 5  # tests


class Packs(LoadGroupScheduling):
    """Groups stay together, as `--dist loadgroup` says. All is dealt in the order in which it was collected."""

    def __init__(self, config: pytest.Config, log: Producer | None = None) -> None:
        super().__init__(config, log)
        config.option.loadscopereorder = False
        self._packs = dict[str, str]()  # of each test that shares nothing
        self._seen = Counter[str]()  # by file

    def _split_scope(self, nodeid: str) -> str:
        group: str = super()._split_scope(nodeid)
        if group != nodeid:
            return group
        if nodeid not in self._packs:
            file, _, _ = nodeid.partition("::")
            self._packs[nodeid] = f"{file} {self._seen[file] // PACK}"
            self._seen[file] += 1
        return self._packs[nodeid]
