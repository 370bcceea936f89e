"""A case as commands work on it: its rows, locked until the end of the transaction."""

import re
from dataclasses import dataclass

from sqlmodel import col, select

from bot.cases.naming import right_name
from bot.cases.tables import CaseRow, PauseRow, RequestRow
from bot.cases.work import Work
from bot.errors import IllegalMove
from bot.rights import Right
from bot.wording import _

_REFERENCE = re.compile(r"DSR-[0-9]{4}-[0-9]{4,9}")
_SHORT = re.compile(r"(?:DSR-)?(\d+)", re.IGNORECASE)  # of this year
_YEAR_FIRST = re.compile(r"\d{4}-\d{4,}")
_TICKET = re.compile(r"[\w#/.:-]{1,64}")
TICKET = "ticket"  # the kind of mark


@dataclass(slots=True)
class Matter:
    """One case with its requests and their pauses."""

    row: CaseRow
    requests: list[RequestRow]
    pauses: dict[int, list[PauseRow]]  # by id of the request

    @property
    def id(self) -> int:
        assert self.row.id is not None  # noqa: S101 - every matter is in the database
        return self.row.id

    @property
    def reference(self) -> str:
        return self.row.reference

    @property
    def open_requests(self) -> list[RequestRow]:
        return [request for request in self.requests if request.outcome is None]

    def has(self, right: Right) -> RequestRow | None:
        """The request of that right, open or closed."""
        return next((request for request in self.requests if request.right is right), None)

    def open_request(self, right: Right) -> RequestRow:
        """The open request of that right. Raises IllegalMove when there is none."""
        request = self.has(right)
        values = {"reference": self.reference, "right": right_name(right)}
        if request is None:
            raise IllegalMove(_("“{right}” is not part of {reference}.", **values))
        if request.outcome is not None:
            raise IllegalMove(_("“{right}” of {reference} is closed. Reopen it first.", **values))
        return request

    def pauses_of(self, request: RequestRow) -> list[PauseRow]:
        return self.pauses.setdefault(request.id or 0, [])

    def open_pauses(self, request: RequestRow) -> list[PauseRow]:
        return [pause for pause in self.pauses_of(request) if pause.ended_on is None]


def as_reference(typed: str) -> str:
    """A reference as we write it, however it was typed; empty when it cannot be one."""
    found = _REFERENCE.fullmatch(typed.strip().upper())
    return found[0] if found else ""


def written_out(typed: str, year: int) -> str:
    """A reference of which only the end was typed, "2026-0042", "DSR-42" or "42", as we write it."""
    if (short := _SHORT.fullmatch(typed)) is not None:
        return as_reference(f"DSR-{year}-{short[1]:0>4}")
    return as_reference(f"DSR-{typed}" if _YEAR_FIRST.fullmatch(typed) else typed)


def as_ticket(typed: str) -> str:
    """A ticket's number as we keep it, however it was typed; empty when it cannot be one: other words may name a
    person.
    """
    found = _TICKET.fullmatch(typed.strip("#.:/- "))
    return found[0] if found else ""


def ticket_marks(work: Work, typed: str) -> tuple[str, ...]:
    """The keyed hashes by which a ticket is known again; none for what can be no ticket's number."""
    number = as_ticket(typed)
    # Some were kept with the sign before them
    return (work.vault.mark(TICKET, number), work.vault.mark(TICKET, f"#{number}")) if number else ()


def fetch(work: Work, reference: str) -> Matter | None:
    """The case of that reference as it is now, locked; None when there is none."""
    session = work.session
    session.flush()
    wanted = select(CaseRow).where(CaseRow.reference == as_reference(reference)).with_for_update()
    row = session.exec(wanted, execution_options={"populate_existing": True}).first()
    if row is None:
        return None
    of_case = select(RequestRow).where(RequestRow.case_id == row.id).order_by(col(RequestRow.id))
    requests = list(session.exec(of_case, execution_options={"populate_existing": True}))
    ids = [request.id for request in requests]
    pauses: dict[int, list[PauseRow]] = {request.id or 0: [] for request in requests}
    of_requests = select(PauseRow).where(col(PauseRow.request_id).in_(ids)).order_by(col(PauseRow.id))
    for pause in session.exec(of_requests, execution_options={"populate_existing": True}):
        pauses[pause.request_id].append(pause)
    return Matter(row, requests, pauses)
