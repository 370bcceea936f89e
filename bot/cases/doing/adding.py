"""Words about a case that is on record: they are kept with it, and the team hears of them. What they ask for that the
case does not have yet becomes a request of it, with days of its own; a day before the known one on which it came in
moves its clocks back, and the right number of its ticket is kept."""

from bot.cases import audit
from bot.cases.commands import AddToCase, Done
from bot.cases.doing import telling
from bot.cases.doing.arriving import arrive, earlier, sound_moment
from bot.cases.doing.making import add_request
from bot.cases.doing.ticketing import set_ticket
from bot.cases.matter import Matter
from bot.cases.naming import plain_ticket, right_names
from bot.cases.status import becomes_request
from bot.cases.words import AuditCode, Hand
from bot.cases.work import Work
from bot.wording import _


def add_to_case(work: Work, matter: Matter, command: AddToCase) -> Done:
    """Keep what came in with its case, and tell the team."""
    arrive(work, matter, command, Hand.REFERENCE)
    if command.withdraws:
        telling.thread(
            work,
            matter.id,
            lambda: _("It says that the request is taken back. Please read the words; close it, or ask the person."),
        )
    if command.ticket is not None:
        _set_ticket(work, matter, command.ticket)
    new = becomes_request(
        command.asks,
        {request.right for request in matter.requests},
        is_open=matter.row.closed_at is None,
        verification=matter.row.verification,
    )
    open_ones = {*new, *(request.right for request in matter.open_requests)}
    perhaps = tuple(r for r in dict.fromkeys((*command.asks, *command.perhaps)) if r not in open_ones)
    reached = sound_moment(work, command.reached) if command.reached is not None else None
    if reached is not None:
        earlier(work, matter, matter.open_requests, reached)
    received = min(reached or command.received_at, work.now)
    for right in new:
        add_request(work, matter, right, received)
    if perhaps:
        telling.thread(
            work,
            matter.id,
            lambda: _(
                "It may ask for more: {rights}. If it does, add that with “Correct …”, or open a case for it.",
                rights=right_names(perhaps),
            ),
        )
    return Done(matter.reference, _("Thanks. I have added this to {reference}.", reference=matter.reference))


def _set_ticket(work: Work, matter: Matter, ticket: str) -> None:
    """Keep what whoever handed the case over says its ticket is; a wrong number leads to it no more."""
    before = matter.row.ticket
    set_ticket(work, matter, ticket)
    after = {"ticket": matter.row.ticket}
    audit.note(work, AuditCode.CORRECTED, matter.id, matter.row.version + 1, before={"ticket": before}, after=after)
    number = plain_ticket(matter.row.ticket)
    if number:
        telling.thread(work, matter.id, lambda: _("ticket: {ticket}", ticket=number))
