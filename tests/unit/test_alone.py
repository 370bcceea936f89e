"""Only the one process at an embedded database may go on with what another had begun."""

from contextlib import ExitStack

from sqlalchemy import Engine

from bot.alone import alone_at


def test_the_first_process_is_alone_and_the_second_is_not(sqlite: Engine) -> None:
    with ExitStack() as first:
        assert alone_at(sqlite, first)
        with ExitStack() as second:
            assert not alone_at(sqlite, second)
    with ExitStack() as third:
        assert alone_at(sqlite, third)


def test_nobody_is_alone_at_a_server(engine: Engine) -> None:
    with ExitStack() as running:
        assert alone_at(engine, running) == (engine.dialect.name == "sqlite")
