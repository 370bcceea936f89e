"""Where products are born: one process that has loaded everything, and forks. Loading it anew for each of some hundred
products would take most of the time of all tests; what is forked is a process of its own all the same.

The nursery runs beside the tests of one worker, and whatever was born in it ends with them.
"""

import atexit
import contextlib
import gc
import inspect
import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from bot.policy import Policy

ROOT = Path(__file__).parents[1]
LARGEST = 1 << 20  # bytes of an environment


class Born:
    """A product that runs, as `subprocess.Popen` would show it."""

    def __init__(self, pid: int, stdout: IO[str], end: socket.socket) -> None:
        self.pid, self.stdout, self._end = pid, stdout, end

    def send_signal(self, how: signal.Signals) -> None:
        """Nothing happens where it has ended."""
        ended, _, _ = select.select([self._end], [], [], 0)
        if not ended:
            with contextlib.suppress(ProcessLookupError):  # it ends at this moment
                os.kill(self.pid, how)

    def wait(self, timeout: float) -> int:
        """Until it has ended; with which code. Raises TimeoutError, and ChildProcessError without the nursery."""
        self._end.settimeout(timeout)
        with self._end:
            return _number(self._end.recv(20))


class Nursery:
    """A process in which products are born, as long as this one lives."""

    def __init__(self) -> None:
        self._door, inside = socket.socketpair()
        self._one = threading.Lock()
        self._process = subprocess.Popen(  # noqa: S603 - it is ours
            [sys.executable, "-m", "tests.nursery", str(inside.fileno())], cwd=ROOT, pass_fds=[inside.fileno()]
        )
        inside.close()
        atexit.register(self.close)

    def born(self, environment: Mapping[str, str], log: IO[str]) -> Born:
        """`python app.py serve` with this environment; errors go to the log, its output can be read."""
        out, written = os.pipe()
        end, told = socket.socketpair()
        with self._one:
            socket.send_fds(
                self._door, [json.dumps(environment).encode() + b"\n"], [written, log.fileno(), told.fileno()]
            )
            pid = _number(self._door.recv(20))
        os.close(written)
        told.close()
        return Born(pid, os.fdopen(out), end)

    def close(self) -> None:
        self._door.close()
        self._process.wait()


@cache
def nursery() -> Nursery:
    return Nursery()


def _number(told: bytes) -> int:
    if not told:
        raise ChildProcessError("the nursery has ended; its errors stand in the output of the tests")
    return int(told)


def _serve(door: socket.socket) -> None:
    """Fork on demand; tell of each end; end everything when the tests have gone."""
    children = dict[int, int]()  # where to tell of the end, by pid
    woken, wake = socket.socketpair()
    wake.setblocking(False)
    signal.set_wakeup_fd(wake.fileno())
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it ends when the tests do
    while True:
        ready, _, _ = select.select([door, woken], [], [])
        if woken in ready:
            woken.recv(1000)
            _reap(children)
        if door in ready:
            said, given, _flags, _address = socket.recv_fds(door, LARGEST, 3)
            if not said:
                break
            while not said.endswith(b"\n"):
                said += door.recv(LARGEST)
            if (pid := os.fork()) == 0:
                signal.set_wakeup_fd(-1)
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                signal.signal(signal.SIGINT, signal.default_int_handler)
                for one in (door, woken, wake):
                    one.close()
                for other in (given[2], *children.values()):
                    os.close(other)
                _live(json.loads(said), *given[:2])
            children[pid] = given[2]
            for one_of_its in given[:2]:
                os.close(one_of_its)
            door.sendall(str(pid).encode())
    for pid in children:
        os.kill(pid, signal.SIGKILL)


def _reap(children: dict[int, int]) -> None:
    while children:
        pid, status = os.waitpid(-1, os.WNOHANG)
        if not pid:
            break
        told = children.pop(pid)
        with contextlib.suppress(BrokenPipeError):  # nobody waits for it
            os.write(told, str(os.waitstatus_to_exitcode(status)).encode())
        os.close(told)


def _live(environment: dict[str, str], stdout: int, stderr: int) -> None:
    """What `python app.py serve` does once everything is loaded."""
    import app

    os.dup2(stdout, 1)
    os.dup2(stderr, 2)
    os.close(stdout)
    os.close(stderr)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["app.py", "serve"]
    app.console()
    sys.exit()


def _load() -> None:
    import adapters.slack.platform
    import adapters.teams.platform  # noqa: F401 - with their SDKs
    import app  # noqa: F401
    from bot.law.book import law_book
    from bot.policy import load_policy
    from bot.settings import EXAMPLE_POLICY
    from bot.understanding.read import prepare
    from bot.wording import LANGUAGES, _, say_date, speaking

    prepare()
    law_book()
    for language in LANGUAGES:
        with speaking(language):
            _("Open"), say_date(date(2026, 3, 9))
    _run_once(load_policy(EXAMPLE_POLICY))
    inspect.stack()  # as Slack's SDK does at each start; what is read for it is kept
    gc.freeze()


def _run_once(policy: "Policy") -> None:
    """What is put together at the first look at a database is there for all."""
    import app
    from bot.clock import SystemClock
    from bot.db import connect
    from bot.migrations import migrate
    from bot.vault import Vault
    from tests.databases import put_database

    with tempfile.TemporaryDirectory(prefix="desk-nursery-") as folder:
        put_database(Path(folder) / "desk.db")
        engine = connect(f"sqlite:///{folder}/desk.db")
        migrate(engine)
        house = app.build(engine, Vault(Vault.new_key()), policy, SystemClock(), {}, Path(folder))
        house.take_over()
        house.tick()
        house.tidy()
        engine.dispose()


if __name__ == "__main__":
    _load()
    _serve(socket.socket(fileno=int(sys.argv[1])))
