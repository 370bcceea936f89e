"""The start: whatever is wrong is said in a sentence that tells what to do; what may mend itself is waited for."""

import re
import socket
from pathlib import Path

import pytest

from tests.faults.slack.inside import told
from tests.slack_kit.desk import PRIVACY, SlackDesk


def started(desk: SlackDesk) -> str:
    """Start it; what it says meanwhile."""
    desk.start()
    return desk.product.log()


@pytest.fixture(params=["socket mode", "http"])
def idle(request: pytest.FixtureRequest, tmp_path: Path) -> SlackDesk:
    """A desk that was not started yet."""
    made = SlackDesk(tmp_path, http=request.param == "http")
    request.addfinalizer(made.close)
    return made


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    with SlackDesk(tmp_path, http=True) as desk, socket.socket() as other:
        other.bind(("", desk.port))
        other.listen()
        assert desk.product.refuses() == f"Port {desk.port} is taken. Set PORT to another one, or stop what uses it.\n"


def test_a_bot_token_that_slack_refuses(idle: SlackDesk) -> None:
    said = idle.product.refuses(SLACK_BOT_TOKEN="xoxb-wrong")
    assert said == "Slack refuses SLACK_BOT_TOKEN (invalid_auth). Copy it again from the app's page.\n"


def test_an_app_token_that_slack_refuses(tmp_path: Path) -> None:
    with SlackDesk(tmp_path) as desk:
        said = desk.product.refuses(SLACK_APP_TOKEN="xapp-wrong")
        assert said.endswith(
            "Slack refuses SLACK_APP_TOKEN (invalid_auth). It begins with xapp- and needs the scope connections:write; "
            "make one under Basic Information, App-Level Tokens.\n"
        )


def test_a_token_of_a_workspace_that_the_policy_does_not_list(idle: SlackDesk) -> None:
    idle.slack.add_team("T0OTHER", "other", bot_token="xoxb-other")
    said = idle.product.refuses(SLACK_BOT_TOKEN="xoxb-other")
    assert said.startswith("SLACK_BOT_TOKEN is for the workspace T0OTHER, and the policy names another one.")


def test_a_privacy_channel_that_is_elsewhere(idle: SlackDesk) -> None:
    said = idle.product.refuses(POLICY="policies/example.toml")
    assert said.startswith("Slack is configured, but the policy lists no workspace of it.")
    assert said.count("\n") == 1


@pytest.mark.parametrize("trouble", ["not_in_channel", "archived", "shared", "hidden"])
def test_a_privacy_channel_that_cannot_be_used_is_named_and_the_desk_runs(tmp_path: Path, trouble: str) -> None:
    with SlackDesk(tmp_path) as desk:
        channel = desk.slack.channel(PRIVACY)
        if trouble in ("not_in_channel", "hidden"):
            channel.is_private = trouble == "hidden"
            channel.members.discard("U0BOT")
        channel.is_archived, channel.is_ext_shared = trouble == "archived", trouble == "shared"
        said = started(desk)
        (line,) = [line for line in said.splitlines() if line.startswith("BAD")]
        assert f"The privacy channel {PRIVACY}" in line or f"privacy channel {PRIVACY}." in line
        desk.emma.says("hello")
        told(desk, desk.emma, "Hello Emma Brooks")


def test_a_missing_scope_is_named_and_the_desk_runs(idle: SlackDesk) -> None:
    idle.slack.token().scopes -= {"files:read", "users:read.email"}
    said = started(idle)
    assert "BAD  The Slack app lacks scopes: files:read, users:read.email." in said
    idle.emma.says("hello")
    told(idle, idle.emma, "Hello Emma Brooks")


@pytest.mark.parametrize("failure", [{"status": 503}, {"reset": True}], ids=["503", "cut off"])
def test_slack_is_out_of_reach_at_the_start_and_then_there(idle: SlackDesk, failure: dict[str, object]) -> None:
    away = idle.slack.trouble("*", times=None, **failure)
    idle.product.start()
    said = idle.product.log()
    assert re.search(r"Slack is out of reach|Slack gives no connection now", said)
    assert "Traceback" not in said
    away.ends()
    if not idle.http:
        idle.slack.wait(lambda: idle.slack.connections)
    idle.emma.says("hello")
    told(idle, idle.emma, "Hello Emma Brooks")
    idle.quiet()
