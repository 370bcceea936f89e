"""What was done long ago costs nothing: whoever looks for work finds it by an index that holds open work alone."""

from datetime import timedelta
from typing import Any

from sqlalchemy import Engine, event

from bot.db import transaction
from bot.delivery import inbox, ledger, outbox
from tests.unit.delivery.office import Office


def plans(engine: Engine, look: Any) -> list[str]:
    """How SQLite goes about each statement of a look."""
    seen: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, _many: bool) -> None:
        if statement.startswith(("SELECT", "UPDATE")):
            seen.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", note)
    with transaction(engine) as session:
        look(session)
    event.remove(engine, "before_cursor_execute", note)
    found = list[str]()
    with transaction(engine) as session:
        for statement, parameters in seen:
            rows = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            found += [row[3] for row in rows]
    return [step for step in found if "SUBQUERY" not in step]


def test_taking_turns_looks_at_open_ones_alone(small_office: Office) -> None:
    office = small_office
    lease = timedelta(seconds=60)
    steps = plans(office.engine, lambda session: inbox.claim(session, office.vault, office.clock.now(), lease))
    assert steps and all("ix_inbox_" in step for step in steps), steps


def test_taking_messages_looks_at_waiting_ones_alone(small_office: Office) -> None:
    office = small_office
    steps = plans(office.engine, lambda session: ledger.claim(session, office.clock.now(), 10))
    assert steps and all("ix_outbox_" in step for step in steps), steps


def test_drawing_a_card_looks_at_waiting_drawings_alone(small_office: Office) -> None:
    office = small_office
    steps = plans(office.engine, lambda session: outbox.draw_case(session, 1, office.clock.now()))
    assert steps and all("ix_outbox_draws" in step for step in steps), steps


def test_reviving_looks_at_dead_messages_alone(small_office: Office) -> None:
    office = small_office
    steps = plans(office.engine, lambda session: ledger.revive(session, office.clock.now(), most_attempts=15))
    assert steps and all("ix_outbox_dead" in step for step in steps), steps
