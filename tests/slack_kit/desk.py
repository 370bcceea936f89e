"""The whole product in Slack: the real process, reached over the network only, and a workspace with its people."""

import contextlib
import secrets
import socket
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Self

from adapters.slack.manifest import manifest
from bot.settings import EXAMPLE_POLICY
from bot.vault import Vault
from tests.product import Product
from tests.slack_kit.standin import APP_TOKEN, BOT_TOKEN, StandIn

TEAM, PRIVACY, INTAKE, GENERAL = "T0NORTH", "C0PRIV", "C0INTAKE", "C0GENERAL"
SECRET = "signing-secret"
FORWARD = f"""Can you look at this?

---------- Forwarded message ---------
From: Ana Diaz <ana.diaz@citrine.example>
Date: {datetime.now(UTC) - timedelta(days=2):%a, %d %b %Y at %H:%M}
Subject: my data
To: <support@northloop.example>

Hello, I live in Valencia, Spain. Please delete my account and all personal data that you hold about me.

Ana Diaz
"""


def policy_for_slack(folder: Path, *, tenants: tuple[str, ...] = ()) -> Path:
    """The example policy with its home channel in the stand-in."""
    text = EXAMPLE_POLICY.read_text()
    for before, after in (
        ('platform = "workspace"', 'platform = "slack"'),
        ('tenant = "local"', f'tenant = "{TEAM}"'),
        ('channel = "privacy"', f'channel = "{PRIVACY}"'),
    ):
        assert before in text
        text = text.replace(before, after)
    listed = ", ".join(f'"{tenant}"' for tenant in tenants)
    path = folder / "policy.toml"
    path.write_text(f"tenants = [{listed}]\n{text}")
    return path


def free_port() -> int:
    """A port for whoever listens a little later: none of those that systems give to connections (from 32768 on), which
    are opened all the time meanwhile."""
    while True:
        port = 10_000 + secrets.randbelow(22_000)
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("", port))
            return port


class SlackDesk:
    """A stand-in with the people of the example policy, and the product that serves it.

    Args:
        http: reach the product over signed HTTP; otherwise it opens Socket Mode, with the two tokens alone.
        environment: further settings of the product.
    """

    def __init__(self, folder: Path, *, http: bool = False, **environment: str) -> None:
        self.slack = StandIn(manifest(address="https://desk.example" if http else ""))
        add = self.slack.add_user
        zone = {"tz": "Europe/Amsterdam"}
        self.emma = add("U0EMMA", "emma", real_name="Emma Brooks", email="emma@northloop.example", **zone)
        self.daan = add(
            "U0DAAN", "daan", real_name="Daan Mulder", email="daan@northloop.example", locale="nl-NL", **zone
        )
        self.sam = add("U0SAM", "sam", real_name="Sam Okafor", email="sam@northloop.example", **zone)
        self.priya = add("U0PRIYA", "priya", real_name="Priya Nair", email="priya@northloop.example", **zone)
        self.noor = add("U0NOOR", "noor", real_name="Noor de Wit", email="noor@northloop.example", **zone)
        self.otto = add("U0OTTO", "otto", real_name="Otto Lind", email="otto@partner.example", is_restricted=True)
        people = ("U0EMMA", "U0DAAN", "U0SAM", "U0PRIYA", "U0NOOR", "U0OTTO")
        self.slack.add_channel(PRIVACY, "privacy", "U0PRIYA", "U0NOOR", is_private=True)
        self.slack.add_channel(INTAKE, "privacy-intake", "U0EMMA", "U0PRIYA")
        self.slack.add_channel(GENERAL, "general", *people)
        settings: dict[str, Any] = {
            "POLICY": str(policy_for_slack(folder)),
            "DESK_KEY": Vault.new_key(),
            "SLACK_BOT_TOKEN": BOT_TOKEN,
            "SLACK_API_URL": self.slack.api,
        }
        if http:
            self.port = free_port()
            settings |= {"SLACK_SIGNING_SECRET": SECRET, "PORT": str(self.port)}
            self.slack.over_http(f"http://127.0.0.1:{self.port}/slack/events", SECRET)
        else:
            settings |= {"SLACK_APP_TOKEN": APP_TOKEN}
        self.http = http
        self.product = Product(folder, **(settings | environment))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self) -> Self:
        """Start the product, or start it again."""
        self.product.start()
        if not self.http:
            self.slack.wait(lambda: self.slack.connections)
        return self

    @property
    def cards(self) -> list[Any]:
        """What stands in the privacy channel, threads aside."""
        return self.slack.channel(PRIVACY).messages

    def quiet(self) -> None:
        """Wait until nothing is left to be said: everything that came in is worked off, and every message is out."""
        self.slack.wait(self.product.is_quiet)

    def close(self) -> None:
        self.product.kill()
        self.slack.close()
