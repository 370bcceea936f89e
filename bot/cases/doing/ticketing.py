"""By which tickets of a help desk a case is known: the right one is set, a wrong one leads there no more."""

import re
from dataclasses import replace

from sqlmodel import col, select

from bot.cases.load import details, sealed_details
from bot.cases.matter import TICKET, Matter, as_ticket, ticket_marks
from bot.cases.tables import SourceRow
from bot.cases.work import Work
from bot.db import insert_once
from bot.errors import Refused
from bot.wording import _


def set_ticket(work: Work, matter: Matter, typed: str) -> None:
    """The wrong number leads to the case no more, nor the case to the ticket of that number; the right one does."""
    row, number = matter.row, as_ticket(typed)
    if typed and not number:
        raise Refused(_("That is not a ticket's number."))
    old = as_ticket(row.ticket or "")
    _leads_no_more(work, matter, old)
    kept = details(work, row.reference)
    if kept is not None and _is_of(kept.ticket_link or "", old) and not _is_of(kept.ticket_link or "", number):
        row.details_sealed = sealed_details(work, replace(kept, ticket_link=None))
    row.ticket, row.ticket_mark = number or None, work.vault.mark(TICKET, number) if number else None
    if row.ticket_mark:
        insert_once(work.session, SourceRow, case_id=matter.id, kind=TICKET, mark=row.ticket_mark)


def not_theirs(work: Work, matter: Matter, typed: str) -> None:
    """A number that came with a later hand-over, or from a merged case, leads here no more."""
    number = as_ticket(typed)
    if number and number.casefold() == as_ticket(matter.row.ticket or "").casefold():
        set_ticket(work, matter, "")
    elif not _leads_no_more(work, matter, number):
        raise Refused(_("That ticket does not lead to {reference}.", reference=matter.reference))


def _leads_no_more(work: Work, matter: Matter, ticket: str) -> bool:
    """Whether the ticket led to the case until now."""
    wrong = col(SourceRow.mark).in_(ticket_marks(work, ticket))
    found = work.session.exec(
        select(SourceRow).where(SourceRow.case_id == matter.id, SourceRow.kind == TICKET, wrong)
    ).all()
    for source in found:
        work.session.delete(source)
    work.session.flush()
    return bool(found)


def _is_of(link: str, ticket: str) -> bool:
    """Whether a link holds the number of a ticket."""
    return bool(ticket) and re.search(rf"(?<![^\W_]){re.escape(ticket)}(?![^\W_])", link) is not None
