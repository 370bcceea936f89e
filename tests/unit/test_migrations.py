"""A database that was brought up to date is the one that the code has in mind."""

from collections.abc import Iterator

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel

from bot.cases.commands import PauseClock
from bot.clock import StoppedClock
from bot.db import connect
from bot.law.words import PauseReason
from bot.migrations import migrate, migrating
from bot.rights import Right
from tests.conftest import DoneBy
from tests.people import PRIYA
from tests.unit.cases.desk import Desk, asking


def test_the_tables_and_the_migrations_agree(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []


def test_the_checks_of_the_tables_are_in_the_migrations_word_for_word(engine: Engine, other: Engine) -> None:
    SQLModel.metadata.create_all(other)
    for table in SQLModel.metadata.sorted_tables:
        assert _checks(engine, table.name) == _checks(other, table.name), table.name


def test_migrating_twice_changes_nothing(engine: Engine) -> None:
    before = sorted(inspect(engine).get_table_names())
    migrate(engine)
    assert sorted(inspect(engine).get_table_names()) == before


def test_a_request_and_its_pauses_outlive_the_newest_migrations(
    engine: Engine, work: DoneBy, clock: StoppedClock
) -> None:
    desk = Desk(work, clock)
    reference = desk.opens(asking(Right.ERASURE, Right.ACCESS))
    desk.does(PRIYA, PauseClock(reference, Right.ERASURE, PauseReason.IDENTITY, desk.today))
    before = desk.case(reference)
    with migrating(engine) as settings:
        command.downgrade(settings, "0005")
    migrate(engine)
    assert desk.case(reference) == before and desk.request(reference).paused


def test_the_database_looks_at_keys_again_after_it_was_migrated(engine: Engine) -> None:
    pause = "INSERT INTO pauses (request_id, reason, started_on) VALUES (404, 'identity', '2026-03-06')"
    with pytest.raises(IntegrityError), engine.begin() as connection:
        connection.execute(text(pause))


def test_a_migration_that_leaves_a_row_pointing_at_nothing_is_taken_back(engine: Engine) -> None:
    pause = "INSERT INTO pauses (request_id, reason, started_on) VALUES (404, 'identity', '2026-03-06')"
    with pytest.raises((RuntimeError, IntegrityError)), migrating(engine) as settings:
        settings.attributes["connection"].execute(text(pause))
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM pauses")).scalar_one() == 0


@pytest.fixture
def other(engine: Engine) -> Iterator[Engine]:
    """A database without any table, of the same kind."""
    if engine.dialect.name == "sqlite":
        empty = connect(str(engine.url).replace("desk.db", "empty.db"))
        yield empty
        empty.dispose()
        return
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("CREATE DATABASE empty_one TEMPLATE template0"))
    empty = connect(engine.url.set(database="empty_one").render_as_string(hide_password=False))
    yield empty
    empty.dispose()
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("DROP DATABASE empty_one WITH (FORCE)"))


def _checks(engine: Engine, table: str) -> set[tuple[str | None, str]]:
    return {(check["name"], check["sqltext"]) for check in inspect(engine).get_check_constraints(table)}
