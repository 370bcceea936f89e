"""Slack's settings: each wrong combination is said in one sentence that names what to change."""

from pathlib import Path

import pytest

from bot.errors import BadSettings
from bot.settings import Settings, SlackSettings, from_environment
from bot.vault import Vault

BOT, APP, SECRET, ID = "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_CLIENT_ID"
CLIENT = "SLACK_CLIENT_SECRET"
NEEDS_WAY = "Set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for HTTP."
NEEDS_TOKEN = "SLACK_BOT_TOKEN is missing (or SLACK_CLIENT_ID, to install the app from a page)."
NEEDS_CLIENT = "To install the app from a page, set SLACK_CLIENT_SECRET and SLACK_SIGNING_SECRET, too."


def settings(folder: Path, **given: str) -> Settings:
    return from_environment({"DATA_DIR": str(folder), "DESK_KEY": Vault.new_key(), **given})


def slack(folder: Path, **given: str) -> SlackSettings:
    found = settings(folder, **given).slack
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({BOT: "xoxb-1"}, NEEDS_WAY),
        ({APP: "xapp-1"}, NEEDS_TOKEN),
        ({SECRET: "s"}, NEEDS_TOKEN),
        ({CLIENT: "s"}, NEEDS_TOKEN),
        ({BOT: "  ", APP: "xapp-1"}, NEEDS_TOKEN),
        ({BOT: "xapp-1", APP: "xoxb-1"}, "SLACK_BOT_TOKEN is not such a token: it begins with xoxb-."),
        ({BOT: "xoxp-1", APP: "xapp-1"}, "SLACK_BOT_TOKEN is not such a token: it begins with xoxb-."),
        ({BOT: "xoxb-1", APP: "xoxb-1"}, "SLACK_APP_TOKEN is not such a token: it begins with xapp-."),
        ({BOT: "Bearer xoxb-1", APP: "xapp-1"}, "SLACK_BOT_TOKEN is not such a token: it begins with xoxb-."),
        ({ID: "1.2"}, NEEDS_CLIENT),
        ({ID: "1.2", CLIENT: "s"}, NEEDS_CLIENT),
        ({ID: "1.2", SECRET: "s"}, NEEDS_CLIENT),
        ({ID: "1.2", CLIENT: "s", APP: "xapp-1"}, NEEDS_CLIENT),
        ({BOT: "xoxb-1", SECRET: "s", "PORT": "https"}, "PORT is 'https'; it must be a port number from 0 to 65535."),
        ({BOT: "xoxb-1", SECRET: "s", "PORT": "70000"}, "PORT is '70000'; it must be a port number from 0 to 65535."),
    ],
)
def test_a_wrong_combination(tmp_path: Path, given: dict[str, str], said: str) -> None:
    with pytest.raises(BadSettings) as refused:
        settings(tmp_path, **given)
    assert str(refused.value) == said


def test_two_tokens_mean_socket_mode(tmp_path: Path) -> None:
    found = slack(tmp_path, **{BOT: " xoxb-1\n", APP: "xapp-1"})
    assert (found.bot_token, found.app_token) == ("xoxb-1", "xapp-1")
    assert not found.over_http and not found.oauth


def test_a_signing_secret_means_http(tmp_path: Path) -> None:
    for more in ({}, {APP: "xapp-1"}):
        found = slack(tmp_path, **{BOT: "xoxb-1", SECRET: "s", **more})
        assert found.over_http and not found.oauth


def test_a_client_means_installing_from_a_page(tmp_path: Path) -> None:
    found = slack(tmp_path, **{ID: "1.2", CLIENT: "s", SECRET: "s"})
    assert found.over_http and found.oauth


def test_without_any_of_it_slack_is_off(tmp_path: Path) -> None:
    assert settings(tmp_path).slack is None
    assert settings(tmp_path, SLACK_API_URL="http://127.0.0.1:1/api/").slack is None


def test_a_rotating_token_is_a_bot_token_too(tmp_path: Path) -> None:
    """Of an app with token rotation. It is taken for as long as it lasts."""
    assert slack(tmp_path, **{BOT: "xoxe.xoxb-1", APP: "xapp-1"}).bot_token == "xoxe.xoxb-1"
