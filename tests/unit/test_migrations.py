"""A database that was brought up to date is the one that the code has in mind."""

from collections.abc import Iterator

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect, text
from sqlmodel import SQLModel

from bot.db import connect
from bot.migrations import migrate


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
