"""Settings: a newcomer needs none; what is wrong is said in one sentence."""

import stat
from pathlib import Path

import pytest

from bot.errors import BadSettings
from bot.settings import from_environment
from bot.vault import Vault


def test_a_first_local_run_makes_its_own_key_and_keeps_it(tmp_path: Path) -> None:
    first = from_environment({"DATA_DIR": str(tmp_path / "data")})
    again = from_environment({"DATA_DIR": str(tmp_path / "data")})
    assert first.key == again.key
    assert Vault(first.key).open(Vault(again.key).seal("x")) == "x"
    mode = stat.S_IMODE((tmp_path / "data" / "desk.key").stat().st_mode)
    assert mode == 0o600
    assert first.workspace_port == 8080


def test_a_real_platform_needs_a_real_key_and_switches_the_workspace_off(tmp_path: Path) -> None:
    real = {"DATA_DIR": str(tmp_path), "SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"}
    with pytest.raises(BadSettings, match="DESK_KEY is missing"):
        from_environment(real)
    key = Vault.new_key()
    assert from_environment({**real, "DESK_KEY": key}).workspace_port is None
    assert from_environment({**real, "DESK_KEY": key, "WORKSPACE": "1"}).workspace_port == 8080


def test_a_port_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match="WORKSPACE_PORT is 'http'"):
        from_environment({"DATA_DIR": str(tmp_path), "WORKSPACE_PORT": "http"})


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    with pytest.raises(BadSettings, match="cannot be written"):
        from_environment({"DATA_DIR": str(blocked / "data")})


@pytest.mark.parametrize(
    ("address", "read"),
    [
        ("https://desk.example.com", "https://desk.example.com"),
        (" https://desk.example.com:8443/desk/ ", "https://desk.example.com:8443/desk"),
        ("http://127.0.0.1:3978/", "http://127.0.0.1:3978"),
        ("https://desk-1.a.example:65535", "https://desk-1.a.example:65535"),
        ("https://desk", "https://desk"),
        ("", None),
    ],
)
def test_the_address_under_which_browsers_reach_the_desk(tmp_path: Path, address: str, read: str | None) -> None:
    assert from_environment({"DATA_DIR": str(tmp_path), "DESK_ADDRESS": address}).address == read


@pytest.mark.parametrize(
    "address",
    [
        *("desk.example.com", "http://desk.example.com", "https://", "https://desk.example.com/?a=1", "https://a b.c"),
        *("https://me:x@desk.example.com", "https://desk.example.com/#a", "https://desk.example.com//", "https://[::1"),
        *("https://..", "https://a..b", "https://-a.example", "https://a.example:99999", "https://a.example:0"),
    ],
)
def test_an_address_that_can_not_stand_in_a_link(tmp_path: Path, address: str) -> None:
    with pytest.raises(BadSettings, match=r"DESK_ADDRESS must look like https://desk\.example\.com"):
        from_environment({"DATA_DIR": str(tmp_path), "DESK_ADDRESS": address})


def test_an_address_whose_links_would_not_fit_on_every_card(tmp_path: Path) -> None:
    longest = "https://desk.example.com/" + "a" * 175
    assert from_environment({"DATA_DIR": str(tmp_path), "DESK_ADDRESS": longest}).address == longest
    with pytest.raises(BadSettings, match="DESK_ADDRESS has 201 characters; a link to a letter has room for 200"):
        from_environment({"DATA_DIR": str(tmp_path), "DESK_ADDRESS": longest + "a"})
