"""Teams' settings: what is missing or unsafe is said in one sentence."""

from pathlib import Path

import pytest

from bot.errors import BadSettings
from bot.settings import TeamsSettings, from_environment

APP, TENANT = "99999999-2222-3333-4444-555555555555", "11111111-2222-3333-4444-555555555555"
WHOLE = {"TEAMS_APP_ID": APP, "TEAMS_APP_PASSWORD": "secret", "TEAMS_TENANT_ID": TENANT.upper(), "DESK_KEY": "k"}


def teams(folder: Path, **environment: str) -> TeamsSettings | None:
    return from_environment({"DATA_DIR": str(folder), **environment}).teams


def test_a_whole_registration_is_read_and_the_workspace_stays_off(tmp_path: Path) -> None:
    settings = from_environment({"DATA_DIR": str(tmp_path), **WHOLE})
    assert settings.teams == TeamsSettings(app_id=APP, app_password="secret", tenant_id=TENANT)
    assert settings.workspace_port is None


def test_without_anything_teams_is_not_served(tmp_path: Path) -> None:
    assert teams(tmp_path) is None
    assert teams(tmp_path, TEAMS_ANONYMOUS="0") is None


def test_anonymous_is_a_local_run_that_needs_no_key(tmp_path: Path) -> None:
    found = teams(tmp_path, TEAMS_ANONYMOUS="1")
    assert found is not None
    assert found.anonymous
    assert not found.app_id


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"TEAMS_APP_PASSWORD": ""}, "TEAMS_APP_PASSWORD is missing"),
        ({"TEAMS_TENANT_ID": " "}, "TEAMS_TENANT_ID is missing"),
        ({"TEAMS_APP_ID": ""}, "TEAMS_APP_ID is missing"),
        ({"TEAMS_TENANT_ID": "northloop.example"}, "TEAMS_TENANT_ID is no such id"),
        ({"TEAMS_ANONYMOUS": "1"}, "TEAMS_ANONYMOUS=1 is for trying"),
        ({"TEAMS_SERVICE_URL": "http://smba.example/"}, "must begin with https://"),
        ({"TEAMS_LOGIN_URL": "ftp://127.0.0.1/"}, "must begin with https://"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, change: dict[str, str], said: str) -> None:
    with pytest.raises(BadSettings, match=said):
        teams(tmp_path, **(WHOLE | change))


def test_test_servers_on_this_machine_need_no_tls(tmp_path: Path) -> None:
    found = teams(tmp_path, **WHOLE, TEAMS_SERVICE_URL="http://127.0.0.1:1/")
    assert found is not None
    assert found.service_url == "http://127.0.0.1:1/"
