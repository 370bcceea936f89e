"""Teams' messages over HTTP: how many turns a second are completed, and how many messages acknowledged, against the
echo bot of the SDK's own samples in the same run.

Ours checks the signed token of every request, keeps the message durably before it acknowledges it, reads its words,
keeps the conversation, and posts a card with a token of its own. The bare bot checks nothing and posts a constant.
"""

import asyncio
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

from bot.settings import EXAMPLE_POLICY
from bot.vault import Vault
from tests.benchmarks.loading import Load, desk, load, port_of, posted, usual
from tests.benchmarks.teams_sides import APP, TENANT
from tests.slack_kit.desk import free_port

TURNS = 300  # in a round
ROUNDS = 5
PEOPLE = 100

_numbers = count(1)


@dataclass
class Sides:
    far: str
    apps: dict[str, str]  # "ours", "bare": the messaging endpoint
    token: str

    def message(self) -> bytes:
        number = next(_numbers)
        user = f"00000000-0000-0000-0000-{number % PEOPLE:012}"
        activity = {
            "type": "message",
            "id": f"17000{number:08}",
            "timestamp": datetime.now(UTC).isoformat(),
            "serviceUrl": f"{self.far}/svc/",
            "channelId": "msteams",
            "from": {"id": f"29:{user}", "name": "Emma Brooks", "aadObjectId": user},
            "conversation": {"conversationType": "personal", "tenantId": TENANT, "id": f"a:{user}"},
            "recipient": {"id": f"28:{APP}", "name": "Privacy Desk"},
            "text": "hello",
            "textFormat": "plain",
            "locale": "en-US",
            "localTimezone": "Europe/Amsterdam",
            "channelData": {"tenant": {"id": TENANT}},
        }
        return json.dumps(activity).encode()

    def headers(self, side: str) -> dict[str, str]:
        bearer = {"Authorization": f"Bearer {self.token}"} if side == "ours" else {}
        return {"Content-Type": "application/json", **bearer}

    async def turns(self, side: str) -> tuple[Load, float]:
        """The acknowledgements, and the turns a second until the last answer was posted."""
        headers = self.headers(side)
        before, began = await posted(self.far), time.perf_counter()
        done = await load(self.apps[side], [self.message() for _number in range(TURNS)], lambda _body: headers)
        await posted(self.far, before + TURNS)
        return done, TURNS / (time.perf_counter() - began)


def lines() -> Iterator[str]:
    with ExitStack() as stack, tempfile.TemporaryDirectory() as folder:
        yield from asyncio.run(_measured(started(stack, Path(folder))))


async def _measured(sides: Sides) -> list[str]:
    pairs = [(await sides.turns("ours"), await sides.turns("bare")) for _round in range(1 + ROUNDS)][1:]
    turns = statistics.median(ours[1] / bare[1] for ours, bare in pairs)
    acknowledged = statistics.median(ours[0].rate / bare[0].rate for ours, bare in pairs)
    ours, bare = zip(*pairs, strict=True)
    rates = [statistics.median(rate for _load, rate in side) for side in (ours, bare)]
    quick, slow = usual([one for one, _rate in ours]).figures(), usual([one for one, _rate in bare]).figures()
    return [
        f"teams, messages acknowledged: {acknowledged:.2f} x bare botbuilder   ({quick}; bare {slow})",
        f"teams, whole turns, backlog drained: {turns:.2f} x bare botbuilder   "
        f"({rates[0]:.0f}/s; bare {rates[1]:.0f}/s)",
    ]


def started(stack: ExitStack, folder: Path) -> Sides:
    key = rsa.generate_private_key(65537, 2048)
    keys = json.dumps(jwt.algorithms.RSAAlgorithm.to_jwk(key.public_key(), as_dict=True))
    side = [sys.executable, "-m", "tests.benchmarks.teams_sides"]
    far, bare = f"http://127.0.0.1:{port_of(stack, [*side, 'far', keys])}", port_of(stack, [*side, "bare"])
    port, policy = free_port(), folder / "policy.toml"
    home = EXAMPLE_POLICY.read_text().replace('"workspace"', '"teams"').replace('"local"', f'"{TENANT}"')
    policy.write_text(home.replace('"privacy"', '"19:privacy@thread.tacv2"'))
    environment = {
        "DATA_DIR": str(folder),
        "DATABASE_URL": os.environ.get("BENCH_DATABASE_URL", ""),
        "POLICY": str(policy),
        "DESK_KEY": Vault.new_key(),
        "TEAMS_APP_ID": APP,
        "TEAMS_APP_PASSWORD": "secret",
        "TEAMS_TENANT_ID": TENANT,
        "TEAMS_SERVICE_URL": f"{far}/svc/",
        "TEAMS_LOGIN_URL": far,
        "TEAMS_OPENID_URL": f"{far}/openid",
        "PORT": str(port),
    }
    desk(stack, [sys.executable, "app.py", "serve"], environment)
    now = int(time.time())
    claims = {"iss": "https://api.botframework.com", "aud": APP, "serviceurl": f"{far}/svc/", "nbf": now}
    token = jwt.encode({**claims, "exp": now + 3600}, key, "RS256", {"kid": "bench"})
    apps = {"ours": f"http://127.0.0.1:{port}/api/messages", "bare": f"http://127.0.0.1:{bare}/api/messages"}
    return Sides(far, apps, token)
