"""Examples for the phrase book: kept when a reporter answers, until a person approves or drops them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, update
from sqlmodel import col, or_, select

from bot.cases.commands import Done, KeepExample
from bot.cases.work import Work
from bot.db import insert_once
from bot.errors import Refused
from bot.examples.book import Kind, Label, joined
from bot.examples.tables import ExampleRow, State

UNDECIDED = timedelta(days=90)  # how long an example waits for somebody's word


@dataclass(frozen=True, slots=True)
class Example:
    """An example as a person looks at it."""

    id: int
    words: str
    language: str
    kind: Kind
    proposed: str
    answered: str
    status: State
    kept_at: datetime


def keep(work: Work, command: KeepExample) -> Done:
    """Keep what a reporter answered; the same words answered anew, as after an "undo", are the same example.

    What was decided already stays as it is.
    """
    mark = work.vault.mark(f"example {command.kind}", command.words)
    undecided = (col(ExampleRow.words_mark) == mark, col(ExampleRow.status) == State.NEW)
    if not command.answered:
        work.session.exec(delete(ExampleRow).where(*undecided))
        return Done("", "")
    read = {
        "language": command.language,
        "proposed": joined(command.proposed),
        "answered": joined(command.answered),
        # An exact moment would lead to the case that was opened at it.
        "kept_at": work.now.replace(minute=0, second=0, microsecond=0),
    }
    sealed = work.vault.seal(command.words)
    fixed = {"words_sealed": sealed, "words_mark": mark, "kind": command.kind, "status": State.NEW}
    if not insert_once(work.session, ExampleRow, **fixed, **read):
        work.session.exec(update(ExampleRow).where(*undecided).values(**read))
    return Done("", "")


def examples(work: Work, *states: State) -> Sequence[Example]:
    """The examples in some states, oldest first."""
    found = select(ExampleRow).where(col(ExampleRow.status).in_(states)).order_by(col(ExampleRow.id))
    return [_seen(work, row) for row in work.session.exec(found)]


def approve(work: Work, number: int) -> None:
    """The words are for the phrase book. Raises `Refused` when there is no such example."""
    _row(work, number).status = State.APPROVED


def drop(work: Work, number: int) -> None:
    """The words are for nobody: they are gone at once, their row with the next clean-up. Raises `Refused` like
    `approve`."""
    row = _row(work, number)
    row.status, row.words_sealed, row.words_mark = State.DROPPED, None, None


def relabel(work: Work, number: int, labels: Sequence[Label]) -> None:
    """Somebody knows better what the words ask for. Raises `Refused` like `approve`."""
    _row(work, number).answered = joined(labels)


def purge(work: Work) -> None:
    """Delete what was dropped, and what nobody decided on in time. Call it as often as you like."""
    late = col(ExampleRow.kept_at) <= work.now - UNDECIDED
    undecided = col(ExampleRow.status) == State.NEW
    work.session.exec(delete(ExampleRow).where(or_(col(ExampleRow.status) == State.DROPPED, undecided & late)))


def _row(work: Work, number: int) -> ExampleRow:
    row = work.session.get(ExampleRow, number, with_for_update=True)
    if row is None or row.status is State.DROPPED:
        raise Refused(f"There is no example {number}.")
    return row


def _seen(work: Work, row: ExampleRow) -> Example:
    words = work.vault.open(row.words_sealed) if row.words_sealed else ""
    assert row.id is not None  # noqa: S101 - it comes from the database
    return Example(row.id, words, row.language, row.kind, row.proposed, row.answered, row.status, row.kept_at)
