"""The whole product as a process of its own, on a folder of its own: started, killed, and started again."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Self

from tests.contract.page import Page
from tests.databases import put_database
from tests.nursery import ROOT, Born, nursery
from tests.patience import PATIENCE

LOOK_AGAIN = 0.05  # seconds
STILL_OPEN = """
    SELECT 1 FROM inbox WHERE state IN ('waiting', 'claimed')
    UNION ALL SELECT 1 FROM outbox WHERE state IN ('waiting', 'claimed')
"""


class Product:
    """`python app.py serve` with nothing configured but its folder, a free port, and what a test adds to it.

    Args:
        cold: loaded anew at each start and without a database at first, as an operator starts it; else it comes from
            the nursery, and finds an empty database.
        environment: further settings.
    """

    def __init__(self, data: Path, *, cold: bool = False, **environment: str) -> None:
        self.data, self._cold = data, cold
        self.port = "0"
        self.environment = environment
        self._process: subprocess.Popen[str] | Born | None = None

    def page(self, person: str = "emma") -> Page:
        """The workspace, opened as one of its people."""
        return Page(int(self.port), person)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> Self:
        """Start and wait until it prints its address. After the first time it keeps its port."""
        self._process = self._spawned()
        assert self._process.stdout is not None
        for said in iter(self._process.stdout.readline, ""):
            if found := re.search(r"http://127\.0\.0\.1:(\d+)/", said):
                self.port = found[1]
            if "is ready" in said:
                return self
        raise AssertionError(f"it did not start: {self.log()}")

    def refuses(self, **environment: str) -> str:
        """Start it in vain, with these settings besides: all that it says to its errors."""
        process = self._spawned(**environment)
        assert process.stdout is not None
        with process.stdout as said:
            assert "is ready" not in said.read()
        assert process.wait(timeout=PATIENCE) == 1
        return self.log()

    def kill(self) -> None:
        """End it in the middle of whatever it does, as a power cut would."""
        self._end(signal.SIGKILL)

    def stop(self) -> int:
        """Ask it to end, and wait; its exit code, 0 where it did not run."""
        return self._end(signal.SIGTERM)

    def asked_to_stop(self) -> None:
        """The same, without waiting for it."""
        assert self._process is not None
        self._process.send_signal(signal.SIGTERM)

    def log(self) -> str:
        """What it has written to its errors, and since it ended to its output."""
        return (self.data / "log.txt").read_text()

    def is_quiet(self) -> bool:
        """Whether everything that came in is worked off, and every message is out."""
        with closing(sqlite3.connect(self.data / "desk.db", timeout=30)) as database:
            return database.execute(STILL_OPEN).fetchone() is None

    def quiet(self) -> None:
        """Wait until nothing is left to be said."""
        self.until(self.is_quiet)

    def until(self, so: Callable[[], bool]) -> None:
        """Wait until something is so that the process writes."""
        end = time.monotonic() + PATIENCE
        while not so():
            assert time.monotonic() < end, f"it did not happen in time: {self.log()}"
            time.sleep(LOOK_AGAIN)

    def _spawned(self, **more: str) -> subprocess.Popen[str] | Born:
        with (self.data / "log.txt").open("a") as log:
            environment = {
                **os.environ,
                "DATA_DIR": str(self.data),
                "WORKSPACE_PORT": self.port,
                "DATABASE_URL": "",
                **self.environment,
                **more,
            }
            if not self._cold:
                if not environment["DATABASE_URL"]:
                    put_database(self.data / "desk.db")
                return nursery().born(environment, log)
            return subprocess.Popen(
                [sys.executable, "app.py", "serve"],
                cwd=ROOT,
                env=environment,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )

    def _end(self, how: signal.Signals) -> int:
        if self._process is None:
            return 0
        self._process.send_signal(how)
        code = self._process.wait(timeout=PATIENCE)
        if self._process.stdout is not None:
            with (self.data / "log.txt").open("a") as log:
                log.write(self._process.stdout.read())
            self._process.stdout.close()
        self._process = None
        return code
