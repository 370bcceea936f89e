"""References: DSR, the year in the team's zone, and a number that nobody else gets."""

from sqlmodel import select

from bot.cases.tables import CounterRow
from bot.cases.work import Work
from bot.db import insert_once


def lock_counter(work: Work) -> CounterRow:
    """Take the year's counter until the end of the transaction, so that cases are opened one after another.

    Whoever opens a case first takes it and only then looks for duplicates: two colleagues who hand the same mail
    over at the same moment get one case.
    """
    year = work.today.year
    wanted = select(CounterRow).where(CounterRow.year == year).with_for_update()
    counter = work.session.exec(wanted, execution_options={"populate_existing": True}).first()
    if counter is None:
        insert_once(work.session, CounterRow, year=year, last=0)
        counter = work.session.exec(wanted).one()
    return counter


def next_reference(work: Work) -> str:
    """The next reference of this year, e.g. "DSR-2026-0042"."""
    counter = lock_counter(work)
    counter.last += 1
    work.session.add(counter)
    work.session.flush()
    return f"DSR-{counter.year}-{counter.last:04}"
