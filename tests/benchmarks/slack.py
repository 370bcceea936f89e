"""Slack's events over HTTP: how many a second are acknowledged, and how many turns are completed, against the
hello-world of Bolt's own guide in the same run. Ours keeps every event durably before it answers."""

import asyncio
import hashlib
import hmac
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from urllib.parse import urlencode

from aiohttp import ClientSession, TCPConnector

from bot.vault import Vault
from tests.benchmarks.slack_sides import SECRET, TEAM, TOKEN
from tests.product import ROOT
from tests.slack_kit.desk import free_port, policy_for_slack

CONNECTIONS = 16
EVENTS = 1000  # in a round
TURNS = 400  # in a round of whole turns
ROUNDS = 5
PEOPLE = 100

_numbers = count(1)


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


def message() -> tuple[bytes, str]:
    number = next(_numbers)
    user = f"U{number % PEOPLE}"
    event = {"type": "message", "channel": f"D{user}", "channel_type": "im", "user": user, "text": "hello"}
    event["ts"] = event["event_ts"] = f"1700000000.{number:06d}"
    body: dict[str, object] = {"type": "event_callback", "team_id": TEAM, "api_app_id": "A", "event": event}
    body |= {"event_id": f"Ev{number}", "event_time": 1700000000}
    body["authorizations"] = [{"team_id": TEAM, "user_id": "UBOT", "is_bot": True}]
    return json.dumps(body).encode(), "application/json"


def command(api: str) -> tuple[bytes, str]:
    number = next(_numbers)
    form = {"team_id": TEAM, "user_id": f"U{number % PEOPLE}", "channel_id": "C0GEN", "command": "/privacy"}
    form |= {"text": "help", "trigger_id": f"{number}.1", "response_url": f"{api}/hook", "api_app_id": "A"}
    return urlencode(form).encode(), "application/x-www-form-urlencoded"


async def load(url: str, requests: list[tuple[bytes, str]]) -> Load:
    """Send everything over 16 connections, each sending its next when it has its answer."""
    done, waiting = Load(), iter(requests)

    async def sender(session: ClientSession) -> None:
        for body, kind in waiting:
            at = str(int(time.time()))
            sign = hmac.new(SECRET.encode(), f"v0:{at}:".encode() + body, hashlib.sha256).hexdigest()
            headers = {"Content-Type": kind, "X-Slack-Request-Timestamp": at, "X-Slack-Signature": f"v0={sign}"}
            began = time.perf_counter()
            async with session.post(url, data=body, headers=headers) as response:
                assert response.status == 200, response.status
                await response.read()
            done.each.append(time.perf_counter() - began)

    async with ClientSession(connector=TCPConnector(limit=CONNECTIONS)) as session:
        began = time.perf_counter()
        await asyncio.gather(*(sender(session) for _number in range(CONNECTIONS)))
        done.whole = time.perf_counter() - began
    return done


@dataclass
class Sides:
    api: str
    apps: dict[str, str]  # "ours", "bare": the request URL

    async def posted(self, least: int = 0) -> int:
        """How many answers were posted, as soon as there are at least so many."""
        async with ClientSession() as session, session.get(f"{self.api}/posted?least={least}") as response:
            return int(await response.json())

    async def acknowledged(self, kind: str, side: str) -> Load:
        before = await self.posted()
        requests = [message() if kind == "messages" else command(self.api) for _number in range(EVENTS)]
        done = await load(self.apps[side], requests)
        if not (kind == "commands" and side == "bare"):  # it answers those in the acknowledgement
            await self.posted(before + EVENTS)
        return done

    async def turns(self, side: str) -> float:
        before = await self.posted()
        began = time.perf_counter()
        await load(self.apps[side], [message() for _number in range(TURNS)])
        await self.posted(before + TURNS)
        return TURNS / (time.perf_counter() - began)


def lines() -> Iterator[str]:
    with ExitStack() as stack, tempfile.TemporaryDirectory() as folder:
        sides = started(stack, Path(folder))
        yield from asyncio.run(_measured(sides))


async def _measured(sides: Sides) -> list[str]:
    said = []
    for kind in ("messages", "commands"):
        pairs = [
            (await sides.acknowledged(kind, "ours"), await sides.acknowledged(kind, "bare"))
            for _round in range(1 + ROUNDS)  # the first one warms up
        ][1:]
        ratio = statistics.median(ours.rate / bare.rate for ours, bare in pairs)
        ours, bare = (_usual(side) for side in zip(*pairs, strict=True))
        said.append(f"slack, {kind} acknowledged: {ratio:.2f} x bare Bolt   ({_figures(ours)}; bare {_figures(bare)})")
    turns = [(await sides.turns("ours"), await sides.turns("bare")) for _round in range(1 + ROUNDS)][1:]
    ratio = statistics.median(ours / bare for ours, bare in turns)
    rates = [statistics.median(side) for side in zip(*turns, strict=True)]
    said.append(
        f"slack, whole turns, backlog drained: {ratio:.2f} x bare Bolt   ({rates[0]:.0f}/s; bare {rates[1]:.0f}/s)"
    )
    return said


def _usual(loads: Sequence[Load]) -> Load:
    """The one in the middle."""
    return sorted(loads, key=lambda one: one.rate)[len(loads) // 2]


def _figures(load: Load) -> str:
    return f"{load.rate:.0f}/s, p50 {load.percentile(0.5) * 1000:.1f} ms, p99 {load.percentile(0.99) * 1000:.1f} ms"


def started(stack: ExitStack, folder: Path) -> Sides:
    side = [sys.executable, "-m", "tests.benchmarks.slack_sides"]
    api = f"http://127.0.0.1:{_port(stack, [*side, 'api'])}"
    bare = _port(stack, [*side, "bare", api])
    port = free_port()
    environment = {
        "DATA_DIR": str(folder),
        "DATABASE_URL": os.environ.get("BENCH_DATABASE_URL", ""),
        "POLICY": str(policy_for_slack(folder)),
        "DESK_KEY": Vault.new_key(),
        "SLACK_BOT_TOKEN": TOKEN,
        "SLACK_SIGNING_SECRET": SECRET,
        "SLACK_API_URL": f"{api}/api/",
        "PORT": str(port),
    }
    ours = _process(stack, [sys.executable, "app.py", "serve"], environment)
    assert ours.stdout is not None
    while "is ready" not in (line := ours.stdout.readline()):
        assert line, "the desk did not start"
    return Sides(
        api, {"ours": f"http://127.0.0.1:{port}/slack/events", "bare": f"http://127.0.0.1:{bare}/slack/events"}
    )


def _port(stack: ExitStack, command: list[str]) -> int:
    process = _process(stack, command, {})
    assert process.stdout is not None
    return int(process.stdout.readline())


def _process(stack: ExitStack, command: list[str], environment: dict[str, str]) -> "subprocess.Popen[str]":
    process = subprocess.Popen(  # noqa: S603 - our own programs
        command, cwd=ROOT, env={**os.environ, **environment}, stdout=subprocess.PIPE, text=True
    )
    stack.callback(process.wait, 20)
    stack.callback(process.terminate)
    return process
