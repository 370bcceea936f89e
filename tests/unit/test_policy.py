"""The policy file: whatever is wrong is said in one sentence, with its line."""

from pathlib import Path

import pytest

from bot.errors import BadSettings
from bot.policy import load_policy

EXAMPLE = Path(__file__).parents[2] / "policies" / "example.toml"


def _changed(tmp_path: Path, old: str, new: str) -> Path:
    text = EXAMPLE.read_text()
    assert old in text
    path = tmp_path / "policy.toml"
    path.write_text(text.replace(old, new, 1))
    return path


def test_the_example_holds() -> None:
    policy = load_policy(EXAMPLE)
    assert policy.is_team("priya@northloop.example")
    assert policy.is_team("noor@northloop.example"), "the DPO may do what the team may"
    assert not policy.is_team("emma@northloop.example")
    assert not policy.is_team(None)
    assert len(policy.version) == 12


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "untaken_hours",
            "untaken_ours",
            "there is no setting 'nudges.untaken_ours'. Remove it, or check its spelling.",
        ),
        ('zone = "Europe/Amsterdam"', 'zone = "Europe/Amsterdm"', "'Europe/Amsterdm' is not the name of a time zone"),
        ('language = "en"', 'language = "fr"', "'home.language'"),
        ("case_months = 24", "case_months = 12", "greater than or equal to 24"),
        ("end = 17:30:00", "end = 08:00:00", "working hours end before they start"),
        ('team = ["priya@northloop.example", "pieter@northloop.example"]', "team = []", "'roles.team'"),
        ('"dpo@northloop.example"', '"dpo at northloop"', "is not an e-mail address"),
    ],
)
def test_a_fault_is_named_with_its_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    path = _changed(tmp_path, old, new)
    with pytest.raises(BadSettings) as caught:
        load_policy(path)
    assert said in str(caught.value)
    assert "line " in str(caught.value)


def test_the_line_is_the_right_one(tmp_path: Path) -> None:
    path = _changed(tmp_path, "untaken_hours", "untaken_ours")
    number = next(n for n, line in enumerate(path.read_text().splitlines(), 1) if line.startswith("untaken_ours"))
    with pytest.raises(BadSettings, match=f"line {number}:"):
        load_policy(path)


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    path = _changed(tmp_path, 'platform = "workspace"\n', "")
    with pytest.raises(BadSettings, match=r"the setting 'home\.platform' is missing"):
        load_policy(path)


def test_several_faults_are_all_said(tmp_path: Path) -> None:
    path = _changed(tmp_path, "untaken_hours", "untaken_ours")
    path.write_text(path.read_text().replace("case_months = 24", "case_months = 1"))
    with pytest.raises(BadSettings) as caught:
        load_policy(path)
    assert len(str(caught.value).splitlines()) == 2


def test_no_file_and_no_toml(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match="cannot be read: No such file"):
        load_policy(tmp_path / "none.toml")
    broken = tmp_path / "broken.toml"
    broken.write_text("[home\n")
    with pytest.raises(BadSettings, match=r"not valid TOML.*line 1"):
        load_policy(broken)
    broken.write_bytes(b"\xff\xfe[home]")
    with pytest.raises(BadSettings, match="not UTF-8"):
        load_policy(broken)


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ('[told]\nsystems = [{ name = "Data lake" }, { name = "data-lake" }]', "needs a name in letters that no other"),
        ('[told]\nkeeping = { en = " " }', "English"),
        ('[told]\nkeeping = { en = "long", xx = "long" }', "there are no letters in 'xx'"),
        ("[limits]\nsilence_days = 99999999", "silence_days"),
        (
            '[[offices]]\nname = "Mars"\nlaws = ["mars"]\nzone = "UTC"\ncalendar = "NL"\n'
            'contact = { name = "M", email = "m@x.example" }',
            "There is no law",
        ),
    ],
)
def test_what_letters_need_is_checked_too(tmp_path: Path, more: str, fault: str) -> None:
    file = tmp_path / "policy.toml"
    file.write_text(f"{EXAMPLE.read_text()}\n{more}\n")
    with pytest.raises(BadSettings, match=fault):
        load_policy(file)
