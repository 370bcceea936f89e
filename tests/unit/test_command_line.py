"""The command line: what it prints, and one clear sentence for what can't be done."""

import asyncio
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import app
from adapters.console.demo import MAIL
from bot.errors import BadSettings
from tests.conftest import NOW
from tests.people import SAM
from tests.unit.cases.desk import USUAL


@pytest.fixture
def run(tmp_path: Path) -> "Run":
    return Run(tmp_path)


class Run:
    """The command line with a data folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, *words: str, given: str | bytes = "", **environment: str) -> Result:
        settings = {"DATA_DIR": str(self.folder / "data"), "DATABASE_URL": "", **environment}
        return CliRunner().invoke(app.main, list(words), input=given, env=settings)

    def lines(self, *words: str, given: str) -> list[dict[str, object]]:
        result = self(*words, given=given)
        assert result.exit_code == 0, result.output
        return [json.loads(line) for line in result.output.splitlines()]


def test_understand_shows_the_words_behind_each_finding(run: Run) -> None:
    result = run("understand", "-", given=MAIL)
    assert result.exit_code == 0
    assert "ana.devries@post.example" in result.output
    assert "erasure" in result.output
    assert "verwijder" in result.output


def test_understand_reads_and_writes_lines(run: Run) -> None:
    given = json.dumps({"id": "a", "text": "Please delete my account."}) + "\nno json\n"
    first, second = run.lines("understand", "--jsonl", given=given)
    assert first["id"] == "a"
    assert first["rights"] == ["erasure"]
    assert {"meta", "top", "ask", "entities", "law_hint", "ms"} <= first.keys()
    assert second["error"] == "Line 2 is not a JSON object."


def test_a_file_that_is_no_mail_is_told_so(run: Run) -> None:
    result = run("understand", given=bytes(range(256)) * 4)
    assert "This file is not a mail" in str(result.exception)


def test_dates_answers_every_line(run: Run) -> None:
    line = {"id": "x", "regime": "eu_gdpr", "right": "access", "received": "2026-03-05T10:15:00+01:00"}
    given = "\n".join(json.dumps({**line, **change}) for change in ({}, {"regime": "mars"}, {"received": "yesterday"}))
    good, unknown, odd = run.lines("dates", "--jsonl", given=given)
    assert good["expected_due"] == "2026-04-07"
    assert good["safe_due"] == "2026-04-05"
    assert "mars" in str(unknown["error"])
    assert odd["error"]


def test_cases_are_listed_shown_and_exported_without_personal_data(run: Run) -> None:
    assert run("cases", "list").output == ""
    result = run("cases", "show", "DSR-2026-0001")
    assert result.exit_code == 1
    assert "There is no case DSR-2026-0001" in result.output
    assert run("cases", "export").output == ""


def test_the_figures_of_a_year_are_numbers_and_nothing_else(run: Run) -> None:
    _open_a_case(run)
    result = run("report", "--year", "2026")
    assert result.exit_code == 0, result.output
    head, names, row = result.output.splitlines()
    assert head.startswith("Requests received in 2026") and head.endswith(", under all laws")
    assert names.split() == ["received", "whole", "part", "denied", "other", "open", "median", "mean"]
    assert row.split() == ["Delete", "1", "0", "0", "0", "0", "1", "-", "-"]
    assert "under California (CCPA)" in run("report", "--year", "2026", "--law", "us_ca").output


def test_the_figures_of_what_cannot_be_asked_for(run: Run) -> None:
    assert "The year 9999 has not come yet." in run("report", "--year", "9999").output
    assert "1999 is not in the range" in run("report", "--year", "1999").output
    assert "mars" in str(run("report", "--year", "2026", "--law", "mars").exception)


def test_a_healthy_desk(run: Run) -> None:
    result = run("doctor")
    assert result.exit_code == 0, result.output
    assert "BAD" not in result.output


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("DATABASE_URL", "nonsense", "DATABASE_URL names no database"),
        ("DATABASE_URL", "sqlite:////proc/none/desk.db", "The database cannot be used"),
        ("POLICY", "/none/policy.toml", "cannot be read"),
        ("DESK_KEY", "secret", "DESK_KEY is not a key"),
        ("WORKSPACE", "0", "Set WORKSPACE=1"),
    ],
)
def test_an_ill_desk_says_what_to_do(run: Run, name: str, value: str, said: str) -> None:
    result = run("doctor", **{name: value})
    assert result.exit_code == 1
    assert "BAD" in result.output
    assert said in result.output


def test_a_turn_that_was_not_set_aside_cannot_be_tried_again(run: Run) -> None:
    result = run("retry", "7")
    assert result.exit_code == 1 and "No turn of number 7 was set aside." in result.output


@pytest.mark.parametrize(
    ("what", "said"),
    [("turn", "No turn of number 7 was set aside."), ("message", "No message of number 7 waits undelivered.")],
)
def test_what_is_not_there_cannot_be_dismissed(run: Run, what: str, said: str) -> None:
    result = run("dismiss", what, "7", *(["--yes"] if what == "turn" else []))
    assert result.exit_code == 1 and said in result.output


def test_a_turn_is_dismissed_only_by_somebody_who_says_that_it_was_dealt_with(run: Run) -> None:
    result = run("dismiss", "turn", "7")
    assert result.exit_code == 1 and "It may hold a privacy request. Was it dealt with by hand?" in result.output


def test_what_failed_for_good_is_let_go_and_the_desk_is_well_again(run: Run) -> None:
    asyncio.run(_speak(run))
    _on_the_record(run, "UPDATE inbox SET state = 'stuck', body_sealed = 'sealed', error = 'KeyError'")
    _on_the_record(run, "UPDATE outbox SET state = 'dead', body_sealed = 'sealed', error = 'channel_not_found'")
    said = run("doctor").output
    assert "`app.py dismiss turn 1`" in said and "`app.py dismiss message 1`" in said
    assert run("dismiss", "turn", "1", given="y\n").output.endswith("Turn 1 is gone.\n")
    assert run("dismiss", "message", "1").output == "Message 1 is gone.\n"
    assert "BAD" not in run("doctor").output


def test_another_key_than_the_databases_is_told_apart(run: Run) -> None:
    asyncio.run(_speak(run))
    (run.folder / "data" / "desk.key").unlink()
    result = run("doctor")
    assert "DESK_KEY is not the key that this database was written with" in result.output


def _open_a_case(run: Run) -> None:
    """Ana asks to be deleted, on 5 March 2026."""
    from bot.cases.doing import do
    from bot.cases.work import Work
    from bot.db import connect, transaction
    from bot.law.book import law_book
    from bot.migrations import migrate
    from bot.policy import load_policy
    from bot.settings import from_environment
    from bot.vault import Vault

    settings = from_environment({"DATA_DIR": str(run.folder / "data")})
    engine = connect(settings.database_url)
    migrate(engine)
    with transaction(engine) as session:
        policy, vault = load_policy(settings.policy), Vault(settings.key)
        do(Work(session, vault, policy, law_book(), NOW, SAM), USUAL)
    engine.dispose()


def _on_the_record(run: Run, statement: str) -> None:
    with closing(sqlite3.connect(run.folder / "data" / "desk.db")) as record, record:
        record.execute(statement)


async def _speak(run: Run) -> None:
    """Somebody says hello, so that something sealed is on record."""
    from bot.clock import SystemClock
    from bot.conversation.turn import Place, Said, Speaker, Turn
    from bot.db import connect
    from bot.migrations import migrate
    from bot.policy import load_policy
    from bot.settings import from_environment
    from bot.vault import Vault

    settings = from_environment({"DATA_DIR": str(run.folder / "data")})
    engine = connect(settings.database_url)
    migrate(engine)
    clock = SystemClock()
    house = app.build(engine, Vault(settings.key), load_policy(settings.policy), clock, {}, settings.data)
    speaker = Speaker(platform="workspace", tenant="local", user="emma", name="Emma")
    turn = Turn(id="1", speaker=speaker, place=Place(channel="@emma"), at=clock.now(), act=Said(text="hello"))
    assert house.desk.store(turn)
    await house.worker.settle()
    engine.dispose()


def test_a_setting_that_is_wrong_ends_the_start_with_its_sentence(run: Run) -> None:
    result = run("serve", DATABASE_URL="nonsense")
    assert isinstance(result.exception, BadSettings)


def test_the_demo_ends_with_an_overdue_reminder(run: Run) -> None:
    result = run("demo")
    assert result.exit_code == 0, result.output
    assert "overdue" in result.output
    assert "Zaak openen" in result.output
    assert "ana.devries" not in result.output.split("[#privacy]", 1)[1], "personal data reached the channel"


def test_all_letters_are_written_to_one_page(run: Run) -> None:
    page = run("letters", "--law", "us_fl", "--language", "fr").output
    assert "Florida Digital Bill of Rights" in page
    assert page.count("<h2>") == 27
    assert "Nous avons reçu votre demande" in page
    assert "Il nous faut plus de temps" in page
