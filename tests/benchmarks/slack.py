"""Slack's events over HTTP: how many a second are acknowledged, and how many turns are completed, against the
hello-world of Bolt's own guide in the same run. Ours keeps every event durably before it answers."""

import asyncio
import hashlib
import hmac
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from urllib.parse import urlencode

from bot.vault import Vault
from tests.benchmarks.loading import Load, desk, load, port_of, posted, usual
from tests.benchmarks.slack_sides import SECRET, TEAM, TOKEN
from tests.slack_kit.desk import free_port, policy_for_slack

EVENTS = 1000  # in a round
TURNS = 400  # in a round of whole turns
ROUNDS = 5
PEOPLE = 100
JSON, FORM = "application/json", "application/x-www-form-urlencoded"

_numbers = count(1)


def message() -> bytes:
    number = next(_numbers)
    user = f"U{number % PEOPLE}"
    event = {"type": "message", "channel": f"D{user}", "channel_type": "im", "user": user, "text": "hello"}
    event["ts"] = event["event_ts"] = f"1700000000.{number:06d}"
    body: dict[str, object] = {"type": "event_callback", "team_id": TEAM, "api_app_id": "A", "event": event}
    body |= {"event_id": f"Ev{number}", "event_time": 1700000000}
    body["authorizations"] = [{"team_id": TEAM, "user_id": "UBOT", "is_bot": True}]
    return json.dumps(body).encode()


def command(api: str) -> bytes:
    number = next(_numbers)
    form = {"team_id": TEAM, "user_id": f"U{number % PEOPLE}", "channel_id": "C0GEN", "command": "/privacy"}
    form |= {"text": "help", "trigger_id": f"{number}.1", "response_url": f"{api}/hook", "api_app_id": "A"}
    return urlencode(form).encode()


def signed(kind: str) -> Callable[[bytes], dict[str, str]]:
    """The headers of a request of that content type, signed as Slack does."""

    def headers(body: bytes) -> dict[str, str]:
        at = str(int(time.time()))
        sign = hmac.new(SECRET.encode(), f"v0:{at}:".encode() + body, hashlib.sha256).hexdigest()
        return {"Content-Type": kind, "X-Slack-Request-Timestamp": at, "X-Slack-Signature": f"v0={sign}"}

    return headers


@dataclass
class Sides:
    api: str
    apps: dict[str, str]  # "ours", "bare": the request URL

    async def acknowledged(self, kind: str, side: str) -> Load:
        before = await posted(self.api)
        make, content = (message, JSON) if kind == "messages" else (lambda: command(self.api), FORM)
        done = await load(self.apps[side], [make() for _number in range(EVENTS)], signed(content))
        if not (kind == "commands" and side == "bare"):  # it answers those in the acknowledgement
            await posted(self.api, before + EVENTS)
        return done

    async def turns(self, side: str) -> float:
        before = await posted(self.api)
        began = time.perf_counter()
        await load(self.apps[side], [message() for _number in range(TURNS)], signed(JSON))
        await posted(self.api, before + TURNS)
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
        ours, bare = (usual(side) for side in zip(*pairs, strict=True))
        said.append(f"slack, {kind} acknowledged: {ratio:.2f} x bare Bolt   ({ours.figures()}; bare {bare.figures()})")
    turns = [(await sides.turns("ours"), await sides.turns("bare")) for _round in range(1 + ROUNDS)][1:]
    ratio = statistics.median(ours / bare for ours, bare in turns)
    rates = [statistics.median(side) for side in zip(*turns, strict=True)]
    said.append(
        f"slack, whole turns, backlog drained: {ratio:.2f} x bare Bolt   ({rates[0]:.0f}/s; bare {rates[1]:.0f}/s)"
    )
    return said


def started(stack: ExitStack, folder: Path) -> Sides:
    side = [sys.executable, "-m", "tests.benchmarks.slack_sides"]
    api = f"http://127.0.0.1:{port_of(stack, [*side, 'api'])}"
    bare = port_of(stack, [*side, "bare", api])
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
    desk(stack, [sys.executable, "app.py", "serve"], environment)
    return Sides(
        api, {"ours": f"http://127.0.0.1:{port}/slack/events", "bare": f"http://127.0.0.1:{bare}/slack/events"}
    )
