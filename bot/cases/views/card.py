"""The card of a case in the privacy channel. It never holds personal data: a `CaseView` has none."""

from collections.abc import Iterator
from datetime import date

from bot.cases.naming import (
    arrival_name,
    ending_name,
    flag_name,
    law_name,
    link_name,
    pause_name,
    plain_ticket,
    right_name,
    right_names,
    role_name,
    status_name,
    verification_name,
)
from bot.cases.snapshot import CaseView, RequestView, day_of_receipt
from bot.cases.views.buttons import buttons
from bot.cases.views.due import due_words, how_far, urgency
from bot.cases.words import Role, Verification
from bot.cases.worklist import steps
from bot.conversation.card import Block, Card, Facts, Line, Table, Text, day
from bot.policy import Policy
from bot.wording import _, say_date

MOST_LINKS = 6


def case_card(case: CaseView, policy: Policy, *, today: date) -> Card:
    """The card of a case.

    Args:
        today: the day in the team's zone; days left are counted from it.
    """
    blocks: list[Block] = [Facts.of(*(_open_facts(case, policy, today) if case.open else _closed_facts(case, policy)))]
    if len(case.requests) > 1:
        blocks.append(_table(case, today))
    blocks.extend(_pauses(case))
    blocks.extend(buttons(case))
    title = f"{case.reference}: {right_names(r.right for r in case.requests)}" if case.requests else case.reference
    return Card(title=title, blocks=tuple(blocks), tone=urgency(case, today))


def _open_facts(case: CaseView, policy: Policy, today: date) -> Iterator[tuple[str, str]]:
    first = min(case.open_requests, key=lambda r: r.counts_to or date.max, default=None)
    if first is not None:
        yield _("Due"), due_words(first, today)
    if len(case.requests) == 1:
        yield _("Status"), _state(case.requests[0])
    yield from _work(case, policy)
    yield _("Owner"), case.owner_name or _("nobody yet")
    yield from _acknowledge(case, today)
    yield _("Identity"), verification_name(case.verification)
    yield from _origin(case, policy)
    if case.snoozed_until is not None and case.snoozed_until > today:
        yield _("Reminders"), _("quiet until {date}", date=day(case.snoozed_until))


def _closed_facts(case: CaseView, policy: Policy) -> Iterator[tuple[str, str]]:
    if case.closed_at is not None:
        yield _("Closed"), say_date(case.closed_at.astimezone(policy.working_hours.tz).date())
    if len(case.requests) == 1:
        yield _("Outcome"), _state(case.requests[0])
    yield _("Owner"), case.owner_name or _("nobody")
    if case.verification not in (Verification.NOT_NEEDED, Verification.NEEDED):
        yield _("Identity"), verification_name(case.verification)
    yield from _origin(case, policy)


def _origin(case: CaseView, policy: Policy) -> Iterator[tuple[str, str]]:
    yield _("Law"), _laws(case)
    on = day_of_receipt(case.requests, case.received_at, policy.working_hours.tz)
    yield _("Received"), _("{date}, {how}", date=day(on), how=arrival_name(case.arrival))
    if case.role != Role.CONTROLLER:
        yield _("Our role"), role_name(case.role)
    if case.flags:
        yield _("Look out"), "; ".join(flag_name(flag) for flag in case.flags)
    if case.ticket:
        yield _("Ticket"), plain_ticket(case.ticket) or _("see the details")
    if case.linked:
        shown = [link_name(kind, reference) for kind, reference in case.linked[:MOST_LINKS]]
        rest = len(case.linked) - len(shown)
        yield _("Linked"), "; ".join([*shown, *([_("and {count} more", count=rest)] if rest else [])])


def _laws(case: CaseView) -> str:
    names = ", ".join(law_name(regime) for regime in case.regimes) or "–"
    if len(case.regimes) > 1:
        names = _("{laws} (the earliest date counts)", laws=names)
    if case.further_law:
        names = _("{laws}; a law that I have no dates for may apply, too, and give less time", laws=names)
    return names if case.residence_known else _("{laws}; where the person lives is not known", laws=names)


def _work(case: CaseView, policy: Policy) -> Iterator[tuple[str, str]]:
    """How far the work is, once somebody has begun with it."""
    if not any(request.done for request in case.open_requests):
        return
    known = [(step.code in r.done) for r in case.open_requests for step in steps(r.right, policy, case.role)]
    yield _("Work"), _("{done} of {count} steps are done", done=sum(known), count=len(known))


def _acknowledge(case: CaseView, today: date) -> Iterator[tuple[str, str]]:
    waiting = [r for r in case.open_requests if r.acknowledged_on is None]
    dates = [on for r in waiting if (on := r.ack_due or r.target_ack) is not None]
    if dates:
        first = min(dates)
        yield _("Acknowledge"), _("{far}: {date}", far=how_far(first, today), date=day(first))


def _state(request: RequestView) -> str:
    """ "refused: Duplicate", or "in progress, extended"."""
    if request.outcome is not None:
        return ending_name(request.outcome, request.reason)
    parts = [status_name(request.status)]
    if request.extended:
        parts.append(_("extended"))
    if request.stands_still:
        parts.append(_("clock stopped"))
    return ", ".join(parts)


def _table(case: CaseView, today: date) -> Table:
    def row(request: RequestView) -> tuple[Line, ...]:
        due = due_words(request, today) if request.open else "–"
        return (right_name(request.right),), (_state(request),), (due,)

    return Table(head=(_("Request"), _("Status"), _("Due")), rows=tuple(row(request) for request in case.requests))


def _pauses(case: CaseView) -> Iterator[Text]:
    waits = ((request, pause) for request in case.open_requests for pause in request.pauses if pause.end is None)
    for request, pause in waits:
        right, since, why = right_name(request.right), day(pause.start), pause_name(pause.reason)
        if request.stands_still:
            said = _(
                "The clock of “{right}” stands still since {date}: {why}. Read strictly, {strict} still counts.",
                right=right,
                date=since,
                why=why,
                strict=day(request.counts_to),
            )
        else:
            said = _(
                "Since {date}: {why}. The clock of “{right}” does not stand still.", right=right, date=since, why=why
            )
        yield Text.of(said, small=True)
