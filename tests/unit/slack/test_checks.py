"""`doctor` looks at Slack: each thing that is not well is named, with what to do about it; nothing is posted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import Engine

import app
from adapters.slack.manifest import SCOPES
from bot.policy import load_policy
from bot.settings import from_environment
from bot.vault import Vault
from tests.databases import put_database
from tests.slack_kit.desk import PRIVACY, SlackDesk, policy_for_slack
from tests.slack_kit.standin import APP_TOKEN

OAUTH = {"SLACK_BOT_TOKEN": "", "SLACK_CLIENT_ID": "111.222", "SLACK_CLIENT_SECRET": "client-secret"}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[SlackDesk]:
    with SlackDesk(tmp_path) as made:
        yield made


@pytest.fixture
def by_http(tmp_path: Path) -> Iterator[SlackDesk]:
    with SlackDesk(tmp_path, http=True) as made:
        yield made


def examined(desk: SlackDesk, **changes: str) -> list[str]:
    """What `doctor` says is not well."""
    put_database(desk.product.data / "desk.db")
    data = str(desk.product.data)
    settings = {"DATA_DIR": data, "DATABASE_URL": "", **desk.product.environment, **changes}
    result = CliRunner().invoke(app.main, ["doctor"], env=settings)
    bad = [line.removeprefix("BAD  ") for line in result.output.splitlines() if line.startswith("BAD")]
    assert result.exit_code == bool(bad), result.output
    assert not [call for call in desk.slack.calls if call.method.startswith(("chat.", "views."))]
    return bad


def test_all_is_well(desk: SlackDesk) -> None:
    assert examined(desk) == []
    data = str(desk.product.data)
    said = CliRunner().invoke(app.main, ["doctor"], env={"DATA_DIR": data, **desk.product.environment}).output
    assert "ok   The Slack app is installed in T0NORTH with all its scopes." in said
    assert f"ok   The privacy channel in Slack is {PRIVACY}, and the bot is in it." in said
    assert "ok   Socket Mode can be opened." in said


def test_all_is_well_over_http(by_http: SlackDesk) -> None:
    assert examined(by_http) == []


def test_the_bot_is_not_in_the_channel(desk: SlackDesk) -> None:
    channel = desk.slack.channel(PRIVACY)
    channel.is_private = False
    channel.members.clear()
    assert examined(desk) == [
        f"The bot is not in the privacy channel {PRIVACY}. Write /invite @Privacy Desk there.",
    ]


def test_a_private_channel_without_the_bot_cannot_be_told_from_none(desk: SlackDesk) -> None:
    desk.slack.channel(PRIVACY).members.clear()
    (hidden,) = examined(desk)
    del desk.slack.state.channels[PRIVACY]
    assert examined(desk) == [hidden]
    assert hidden == (
        f"The privacy channel {PRIVACY} in Slack does not exist, or is private and the bot was not invited. "
        "Write /invite @Privacy Desk there."
    )


def test_the_channel_is_archived(desk: SlackDesk) -> None:
    desk.slack.channel(PRIVACY).is_archived = True
    assert examined(desk) == [
        f"The privacy channel {PRIVACY} in Slack is archived. Name another one in the policy.",
    ]


def test_the_channel_is_shared_with_another_company(desk: SlackDesk) -> None:
    desk.slack.channel(PRIVACY).is_ext_shared = True
    assert examined(desk) == [
        f"The privacy channel {PRIVACY} is shared with another company. Name one of your own.",
    ]


def test_each_missing_scope_is_named(desk: SlackDesk, sqlite: Engine, vault: Vault) -> None:
    settings = from_environment({"DATA_DIR": str(desk.product.data), **desk.product.environment})
    policy, scopes = load_policy(settings.policy), desk.slack.token().scopes
    for scope in SCOPES:
        scopes.remove(scope)
        first, *more = [one.said for one in app.look_at_chats(settings, policy, sqlite, vault) if not one.well]
        assert first == f"The Slack app lacks scopes: {scope}. Install it again from the manifest."
        assert bool(more) == (scope == "groups:read")  # the channel is private
        scopes.add(scope)


def test_a_bot_token_that_is_wrong(desk: SlackDesk) -> None:
    assert examined(desk, SLACK_BOT_TOKEN="xoxb-wrong") == [
        "Slack refuses SLACK_BOT_TOKEN (invalid_auth). Copy it again from the app's page.",
    ]
    desk.slack.token().fate = "token_revoked"
    assert examined(desk) == ["Slack refuses SLACK_BOT_TOKEN (token_revoked). Copy it again from the app's page."]


def test_an_app_token_that_is_wrong(desk: SlackDesk) -> None:
    refused = "Socket Mode is refused ({}). SLACK_APP_TOKEN needs the scope connections:write."
    assert examined(desk, SLACK_APP_TOKEN="xapp-wrong") == [refused.format("invalid_auth")]
    desk.slack.token(APP_TOKEN).scopes.clear()
    assert examined(desk) == [refused.format("missing_scope")]


def test_a_token_of_a_workspace_that_is_not_listed(desk: SlackDesk) -> None:
    desk.slack.add_team("T0OTHER", "other", bot_token="xoxb-other")
    (said,) = examined(desk, SLACK_BOT_TOKEN="xoxb-other")
    assert said.startswith("SLACK_BOT_TOKEN is for the workspace T0OTHER, and the policy names another one.")


@pytest.mark.parametrize("failure", [{"reset": True}, {"status": 503}, {"status": 429}])
def test_slack_is_out_of_reach(desk: SlackDesk, failure: dict[str, object]) -> None:
    desk.slack.trouble("*", times=None, **failure)
    bad = examined(desk)
    assert 1 <= len(bad) <= 2
    assert all("Slack" in said or "Socket Mode" in said for said in bad)
    assert not any("scope" in said for said in bad)


def test_each_workspace_in_which_the_app_is_not_installed_is_named(tmp_path: Path) -> None:
    with SlackDesk(tmp_path, http=True, **OAUTH) as desk:
        policy_for_slack(tmp_path, tenants=("T0SOUTH",))
        assert examined(desk) == [
            "The Slack app is not installed in T0NORTH (not_installed). Open /slack/install there.",
            "The Slack app is not installed in T0SOUTH (not_installed). Open /slack/install there.",
        ]


def test_a_privacy_channel_in_slack_without_slack(desk: SlackDesk) -> None:
    (said,) = examined(desk, SLACK_BOT_TOKEN="", SLACK_APP_TOKEN="", WORKSPACE="1")
    assert said == "The home channel is in Slack, which is not set up. Set SLACK_BOT_TOKEN; see docs/install-slack.md."


def test_slack_without_a_privacy_channel_in_it(desk: SlackDesk) -> None:
    bad = examined(desk, POLICY="policies/example.toml", WORKSPACE="1")
    assert [said[:62] for said in bad] == ["Slack is configured, but the policy lists no workspace of it. "]


def test_a_privacy_channel_in_teams_without_teams(desk: SlackDesk) -> None:
    path = desk.product.data / "policy.toml"
    text = path.read_text().replace('platform = "slack"', 'platform = "teams"')
    path.write_text(text.replace("tenants = []", 'tenants = ["T0NORTH"]'))
    bad = examined(desk)
    assert bad[0] == "The home channel is in Teams, which is not set up. Set TEAMS_APP_ID; see docs/install-teams.md."
    assert bad[-1].startswith("Slack is configured, but the policy has its privacy channel in teams.")
