"""The start in Teams: what keeps the desk from it is one sentence, and what will pass does not."""

import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

import app
from bot.settings import EXAMPLE_POLICY
from tests.teams_kit.desk import OTHER_TENANT, PRIVACY, TeamsDesk
from tests.teams_kit.state import TENANT


@pytest.fixture
def idle(tmp_path: Path) -> Iterator[TeamsDesk]:
    """A desk that was not started yet."""
    with TeamsDesk(tmp_path) as made:
        yield made


def refusal(desk: TeamsDesk) -> str:
    """What the desk says instead of starting."""
    said = desk.product.refuses()
    assert "Traceback" not in said
    return said


def examined(desk: TeamsDesk, **changes: str) -> list[str]:
    """What `doctor` says is not well."""
    settings = {"DATA_DIR": str(desk.product.data), "DATABASE_URL": "", **desk.product.environment, **changes}
    result = CliRunner().invoke(app.main, ["doctor"], env=settings)
    bad = [line.removeprefix("BAD  ") for line in result.output.splitlines() if line.startswith("BAD")]
    assert result.exit_code == bool(bad), result.output
    assert not desk.teams.count("post")
    return bad


def test_all_is_well(idle: TeamsDesk) -> None:
    assert examined(idle) == []


def test_a_secret_that_microsoft_refuses(idle: TeamsDesk) -> None:
    idle.product.environment["TEAMS_APP_PASSWORD"] = "old"
    assert refusal(idle).startswith("Microsoft refuses TEAMS_APP_ID with TEAMS_APP_PASSWORD")
    assert examined(idle)[0].startswith("Microsoft refuses TEAMS_APP_ID with TEAMS_APP_PASSWORD")


def test_a_tenant_that_the_policy_does_not_list(idle: TeamsDesk) -> None:
    idle.product.environment["TEAMS_TENANT_ID"] = OTHER_TENANT
    assert f"TEAMS_TENANT_ID is {OTHER_TENANT}, which the policy does not list" in refusal(idle)
    assert examined(idle) == [
        f"TEAMS_TENANT_ID is {OTHER_TENANT}, which the policy does not list. Write it into `tenants`, or into [home] "
        'with platform = "teams" and the channel\'s id.'
    ]


def test_a_privacy_channel_that_is_elsewhere(idle: TeamsDesk) -> None:
    path = idle.product.data / "policy.toml"
    path.write_text(f'tenants = ["{TENANT}"]\n{EXAMPLE_POLICY.read_text()}')
    assert "Teams is configured, but the policy has its privacy channel in workspace." in refusal(idle)


def test_a_privacy_channel_without_the_app_is_named_and_the_desk_runs(idle: TeamsDesk) -> None:
    idle.teams.state.conversations[PRIVACY].with_bot = False
    (said,) = examined(idle)
    assert said.startswith("The privacy channel can't be reached in Teams (BotNotInConversationRoster).")
    idle.start()
    assert said in idle.product.log()


def test_a_team_without_the_privacy_team(idle: TeamsDesk) -> None:
    idle.teams.state.conversations[PRIVACY].members[:] = [idle.emma.user]
    assert examined(idle) == ["Nobody of the policy's team and DPO is in the team with the privacy channel."]


def test_teams_is_out_of_reach_at_the_start_and_then_there(idle: TeamsDesk) -> None:
    troubles = [idle.teams.trouble(kind, times=None, status=503) for kind in ("login", "keys", "members")]
    idle.start()
    assert idle.teams.sends(idle.emma.activity())[0] == 503, "nobody can be told from Teams without its keys"
    for trouble in troubles:
        trouble.ends()
    idle.teams.wait(lambda: idle.teams.sends(idle.emma.activity())[0] == 200)
    idle.emma.says("hello")
    idle.told(idle.emma, "Hello Emma", 40)


def test_without_a_registration_only_this_machine_is_served_and_that_is_said(tmp_path: Path) -> None:
    with TeamsDesk(tmp_path) as desk:
        for name in ("TEAMS_APP_ID", "TEAMS_APP_PASSWORD", "TEAMS_TENANT_ID"):
            desk.product.environment[name] = ""
        desk.product.environment["TEAMS_ANONYMOUS"] = "1"
        desk.start()
        assert re.search(r"BAD  Teams is served without proof of who writes .TEAMS_ANONYMOUS=1.", desk.product.log())
        assert desk.teams.sends(desk.emma.activity(), bearer=None)[0] == 200
        page = {"Origin": "https://evil.example"}
        assert desk.teams.sends(desk.emma.activity(), bearer=None, headers=page)[0] == 400
        assert desk.teams.sends(desk.emma.activity(), bearer=None, headers={"Content-Type": "text/plain"})[0] == 400
        far = desk.emma.activity(serviceUrl="https://smba.trafficmanager.net/emea/")
        assert desk.teams.sends(far, bearer=None)[0] == 403
        with socket.socket() as other, pytest.raises(ConnectionRefusedError):
            other.connect(("127.0.0.2", desk.port))


def test_a_registration_and_no_proof_at_once_are_refused(idle: TeamsDesk) -> None:
    idle.product.environment["TEAMS_ANONYMOUS"] = "1"
    assert refusal(idle).startswith("TEAMS_ANONYMOUS=1 is for trying without a registration")
