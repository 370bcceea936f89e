"""Load from outside: requests over a few connections, and the processes that take them."""

import asyncio
import os
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field

from aiohttp import ClientSession, TCPConnector

from tests.nursery import ROOT

CONNECTIONS = 16


@dataclass
class Load:
    """Seconds for each acknowledgement of a round, and of the whole round."""

    whole: float = 0.0
    each: list[float] = field(default_factory=list)

    @property
    def rate(self) -> float:
        return len(self.each) / self.whole

    def percentile(self, share: float) -> float:
        return sorted(self.each)[min(len(self.each) - 1, int(len(self.each) * share))]

    def figures(self) -> str:
        return f"{self.rate:.0f}/s, p50 {self.percentile(0.5) * 1000:.1f} ms, p99 {self.percentile(0.99) * 1000:.1f} ms"


async def load(url: str, bodies: Sequence[bytes], headers: Callable[[bytes], dict[str, str]]) -> Load:
    """Send everything over 16 connections, each sending its next when it has its answer."""
    done, waiting = Load(), iter(bodies)

    async def sender(session: ClientSession) -> None:
        for body in waiting:
            signed = headers(body)
            began = time.perf_counter()
            async with session.post(url, data=body, headers=signed) as response:
                assert response.status < 300, response.status
                await response.read()
            done.each.append(time.perf_counter() - began)

    async with ClientSession(connector=TCPConnector(limit=CONNECTIONS)) as session:
        began = time.perf_counter()
        await asyncio.gather(*(sender(session) for _number in range(CONNECTIONS)))
        done.whole = time.perf_counter() - began
    return done


async def posted(far: str, least: int = 0) -> int:
    """How many answers were posted to the far side, as soon as there are at least so many."""
    async with ClientSession() as session, session.get(f"{far}/posted?least={least}") as response:
        return int(await response.json())


def usual(loads: Sequence[Load]) -> Load:
    """The one in the middle."""
    return sorted(loads, key=lambda one: one.rate)[len(loads) // 2]


def port_of(stack: ExitStack, command: list[str]) -> int:
    """Start a program that prints the port on which it listens."""
    process = started(stack, command, {})
    assert process.stdout is not None
    return int(process.stdout.readline())


def desk(stack: ExitStack, command: list[str], environment: dict[str, str]) -> None:
    """Start the desk, and wait until it is ready."""
    ours = started(stack, command, environment)
    assert ours.stdout is not None
    while "is ready" not in (line := ours.stdout.readline()):
        assert line, "the desk did not start"


def started(stack: ExitStack, command: list[str], environment: dict[str, str]) -> "subprocess.Popen[str]":
    process = subprocess.Popen(  # noqa: S603 - our own programs
        command, cwd=ROOT, env={**os.environ, **environment}, stdout=subprocess.PIPE, text=True
    )
    stack.callback(process.wait, 20)
    stack.callback(process.terminate)
    return process
