"""`examples` at the command line: a person looks, decides, and takes the good ones out."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import Engine

import app
from bot.cases.commands import KeepExample
from bot.cases.doing import do
from bot.clock import StoppedClock
from bot.examples.book import Kind, Label
from bot.policy import Policy
from bot.vault import Vault
from tests.conftest import worker
from tests.people import EVA

HEARD = KeepExample(
    "What about\nmy details | then?", "en", Kind.FORWARD, (Label.ACCESS, Label.ERASURE), (Label.ERASURE,)
)


class Shell:
    """The command line at a desk with two examples."""

    def __init__(self, engine: Engine, key: str, folder: Path) -> None:
        url = engine.url.render_as_string(hide_password=False)
        self._settings = {"DATABASE_URL": url, "DESK_KEY": key, "DATA_DIR": str(folder)}

    def __call__(self, *words: str) -> Result:
        return CliRunner().invoke(app.main, ["examples", *words], env=self._settings)

    def says(self, *words: str) -> str:
        result = self(*words)
        assert result.exit_code == 0, result.output
        return result.output

    def refuses(self, *words: str) -> str:
        result = self(*words)
        assert result.exit_code == 1, result.output
        assert len(result.output.splitlines()) == 1
        return result.output


@pytest.fixture
def shell(engine: Engine, policy: Policy, clock: StoppedClock, tmp_path: Path) -> Shell:
    key = Vault.new_key()
    with worker(engine, Vault(key), policy, clock)(EVA) as work:
        do(work, HEARD)
        do(work, KeepExample("X wants out", "en", Kind.CHAT, (Label.ERASURE,), (Label.NONE,)))
    return Shell(engine, key, tmp_path)


def test_what_waits_is_listed_with_all_that_is_needed_to_decide(shell: Shell) -> None:
    assert shell.says("list").splitlines() == [
        r"1  new  2026-03-06 10h  forward en  access+erasure -> erasure  What about\nmy details | then?",
        "2  new  2026-03-06 10h  chat en  erasure -> none  X wants out",
    ]


def test_only_what_was_approved_is_exported_as_lines_of_the_book(shell: Shell) -> None:
    assert shell.says("export") == ""
    assert shell.says("approve", "1") == "Example 1 is approved.\n"
    assert shell.says("export") == "erasure | forward | What about\\nmy details / then?\n"
    assert "1  approved" in shell.says("list")


def test_labels_are_set_right(shell: Shell) -> None:
    assert shell.says("relabel", "2", "objection+erasure") == "Example 2 is labelled objection+erasure.\n"
    shell.says("approve", "2")
    assert shell.says("export") == "objection+erasure | chat | X wants out\n"


def test_what_is_dropped_is_no_longer_there(shell: Shell) -> None:
    shell.says("approve", "1")
    assert shell.says("drop", "1") == "Example 1 is dropped.\n"
    assert shell.says("export") == ""
    assert len(shell.says("list").splitlines()) == 1
    assert "There is no example 1." in shell.refuses("approve", "1")


@pytest.mark.parametrize("words", [("approve", "7"), ("drop", "7"), ("relabel", "7", "access")])
def test_a_number_that_nobody_has_is_said_in_one_sentence(shell: Shell, words: tuple[str, ...]) -> None:
    assert shell.refuses(*words) == "Error: There is no example 7.\n"


def test_a_label_that_does_not_exist_changes_nothing(shell: Shell) -> None:
    before = shell.says("list")
    assert "There is no label 'deletion'; there are: access, " in shell.refuses("relabel", "1", "deletion")
    assert "stands alone" in shell.refuses("relabel", "1", "none+access")
    assert shell.says("list") == before


@pytest.mark.parametrize("number", ["0", "-1", "99999999999999999999", "one"])
def test_what_is_no_number_reaches_no_database(shell: Shell, number: str) -> None:
    result = shell("approve", "--", number)
    assert result.exit_code == 2
    assert "Invalid value for 'ID'" in result.output
