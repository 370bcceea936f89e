"""The whole product as a process of its own, on a folder of its own: started, killed, and started again."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Self

from tests.contract.page import Page

ROOT = Path(__file__).parents[1]


class Product:
    """`python app.py serve` with nothing configured but its folder, a free port, and what a test adds to it."""

    def __init__(self, data: Path, **environment: str) -> None:
        self.data = data
        self.port = "0"
        self.environment = environment
        self._process: subprocess.Popen[str] | None = None

    def page(self, person: str = "emma") -> Page:
        """The workspace, opened as one of its people."""
        return Page(int(self.port), person)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> Self:
        """Start and wait until it prints its address. After the first time it keeps its port."""
        with (self.data / "log.txt").open("a") as log:
            self._process = subprocess.Popen(
                [sys.executable, "app.py", "serve"],
                cwd=ROOT,
                env={
                    **os.environ,
                    "DATA_DIR": str(self.data),
                    "WORKSPACE_PORT": self.port,
                    "DATABASE_URL": "",
                    "PYTHONDONTWRITEBYTECODE": "",  # started hundreds of times, it need not be compiled each time
                    **self.environment,
                },
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        assert self._process.stdout is not None
        for said in iter(self._process.stdout.readline, ""):
            if found := re.search(r"http://127\.0\.0\.1:(\d+)/", said):
                self.port = found[1]
            if "is ready" in said:
                return self
        raise AssertionError(f"it did not start: {self.log()}")

    def kill(self) -> None:
        """End it in the middle of whatever it does, as a power cut would."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def log(self) -> str:
        """What it has written to its errors, and since it ended to its output."""
        return (self.data / "log.txt").read_text()

    def _end(self, how: signal.Signals) -> None:
        if self._process is None:
            return
        self._process.send_signal(how)
        self._process.wait(timeout=20)
        if self._process.stdout is not None:
            with (self.data / "log.txt").open("a") as log:
                log.write(self._process.stdout.read())
            self._process.stdout.close()
        self._process = None
