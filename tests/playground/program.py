"""Microsoft's own local client for Teams, Agents Playground, started on a free port."""

import json
import os
import re
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self
from urllib.request import urlopen

from tests.patience import PATIENCE

CLIENT = ("@microsoft/m365agentsplayground", "0.2.28", "cli.js")

TEAM, CHAT, GROUP = "19:team@thread.tacv2", "personal-chat-id", "group-chat-id"


@dataclass(frozen=True)
class Person:
    """An account; `id` is what stands in for "29:..."."""

    id: str
    name: str
    email: str

    @property
    def aad(self) -> str:
        return f"00000000-0000-0000-0000-{int(self.id.rpartition('-')[2]):012}"


class Program:
    """The client's server, with an organisation of our own in it.

    Args:
        folder: where its settings and its log are kept.
        endpoint: of the bot.
        people: who is in the team, six at least; the first one is who uses the page.
        channel: id and name of the team's channel, beside General.
    """

    def __init__(
        self, folder: Path, endpoint: str, *, tenant: str, people: Sequence[Person], channel: tuple[str, str]
    ) -> None:
        self._folder, self._endpoint = folder, endpoint
        self._settings = folder / "playground.yml"
        self._log = folder / "playground.log"
        self._settings.write_text(json.dumps(_settings(tenant, people, channel)))  # JSON is YAML, too
        self._process: subprocess.Popen[str] | None = None
        self.port = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def service_url(self) -> str:
        """Where the bot posts to."""
        return f"http://localhost:{self.port}/_connector"

    def start(self, script: Path) -> Self:
        """Start it and wait until it listens."""
        options = ["-e", self._endpoint, "-c", "msteams", "-p", "0", "--disable-telemetry"]
        self._process = subprocess.Popen(  # noqa: S603 - all of it is ours
            ["node", str(script), "start", *options],  # noqa: S607 - wherever node is
            cwd=self._folder,
            env={
                **os.environ,
                "TEAMSAPPTESTER_BROWSER": "none",
                "M365_AGENTS_PLAYGROUND_CONFIG_PATH": str(self._settings),
                "M365_AGENTS_PLAYGROUND_LOGFILE": str(self._log),
                "NO_PROXY": "localhost,127.0.0.1",
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert self._process.stdout is not None
        for line in iter(self._process.stdout.readline, ""):
            if found := re.match(r"Listening on (\d+)", line):
                self.port = int(found[1])
                break
        self._wait_until_up()
        return self

    def stop(self) -> None:
        if self._process is None:
            return
        self._process.kill()
        self._process.wait(timeout=PATIENCE)
        if self._process.stdout is not None:
            self._process.stdout.close()
        self._process = None

    def _wait_until_up(self) -> None:
        """It says that it listens before it has read its settings, and ends when it does not like them."""
        until = time.monotonic() + PATIENCE
        while self._process is not None and self._process.poll() is None and time.monotonic() < until:
            try:
                with urlopen(f"{self.address}/_debug/ping", timeout=2) as answer:  # noqa: S310 - it is http
                    if answer.read() == b"pong":
                        return
            except OSError:
                time.sleep(0.05)
        raise AssertionError(f"it did not start: {self._log.read_text() if self._log.exists() else ''}")


def _settings(tenant: str, people: Sequence[Person], channel: tuple[str, str]) -> dict[str, Any]:
    return {
        "version": "0.1.1",
        "tenantId": tenant,
        "bot": {"id": "28:privacy-desk", "name": "Privacy Desk"},
        "currentUser": _account(people[0]),
        "users": [_account(person) for person in people[1:]],
        "personalChat": {"id": CHAT},
        "groupChat": {"id": GROUP, "name": "Group Chat"},
        "team": {
            "id": TEAM,
            "name": "Northloop",
            "aadGroupId": "00000000-0000-0000-0000-000000000031",
            "channels": [{"id": channel[0], "name": channel[1]}],
        },
    }


def _account(person: Person) -> dict[str, str]:
    given, _space, surname = person.name.partition(" ")
    return {
        "id": person.id,
        "name": person.name,
        "userPrincipleName": person.email,
        "aadObjectId": person.aad,
        "givenName": given,
        "surname": surname,
        "email": person.email,
    }
