"""Something came in about a case that is on record: a reply, the same mail again, another word of the same person."""

from collections.abc import Iterable
from datetime import UTC, datetime

from sqlmodel import col, select

from bot.cases import audit
from bot.cases.actions import ShowDetails
from bot.cases.commands import AddToCase, OpenCase
from bot.cases.dates import reckon
from bot.cases.doing import telling
from bot.cases.doing.moved import counted, tell_moved
from bot.cases.matter import TICKET, Matter, as_ticket
from bot.cases.naming import right_names
from bot.cases.tables import MailRow, RequestRow, SourceRow
from bot.cases.words import Arrival, AuditCode, Hand
from bot.cases.work import Work
from bot.conversation.card import Actions, Block, Button
from bot.db import insert_once
from bot.errors import Refused
from bot.wording import _, speaking

FIRST_DAY = datetime(2018, 5, 25, tzinfo=UTC)  # the GDPR applies since then; nothing older runs a clock


def sound_moment(work: Work, received: datetime) -> datetime:
    """The moment at which something came in. Raises Refused for one that cannot be.

    A sender's clock may run a little fast, so a moment just ahead counts as now.
    """
    if (received - work.now).total_seconds() > 600:
        raise Refused(_("That date lies in the future. When did it reach us?"))
    if received < FIRST_DAY:
        raise Refused(_("That date lies before 25 May 2018. When did it reach us?"))
    return min(received, work.now)


def arrive(work: Work, matter: Matter, command: OpenCase | AddToCase, hand: Hand) -> None:
    """Keep a mail with a case that is on record, and say so in its thread. Who acts becomes a reporter by `hand`."""
    keep_mail(work, matter, command, hand)
    audit.note(work, AuditCode.ADDED, matter.id, after={"hand": hand.value})
    name, noted = work.actor.name, work.by_team and command.arrival is Arrival.CHAT
    telling.thread(work, matter.id, lambda: _arrived(hand, name, noted=noted))
    if matter.row.closed_at is not None:
        _wake(work, matter)


def keep_mail(work: Work, matter: Matter, command: OpenCase | AddToCase, hand: Hand) -> None:
    """The mail's text, unless the case holds it word for word, and the marks by which it is known again."""
    mails = select(MailRow.text_sealed).where(MailRow.case_id == matter.id, col(MailRow.text_sealed).is_not(None))
    known = {work.vault.open(sealed) for sealed in work.session.exec(mails) if sealed}
    work.session.add(
        MailRow(
            case_id=matter.id,
            received_at=min(command.received_at, work.now),
            recorded_at=work.now,
            arrival=command.arrival,
            handed_by=work.actor.id,
            hand=hand,
            text_sealed=work.vault.seal(command.text) if command.text and command.text not in known else None,
        )
    )
    marks = list(command.source_marks)
    if isinstance(command, OpenCase) and (ticket := as_ticket(command.ticket or "")):
        marks.append((TICKET, ticket))  # a second ticket about the same matter leads to it, too
    for kind, text in marks:
        insert_once(work.session, SourceRow, case_id=matter.id, kind=kind, mark=work.vault.mark(kind, text))
    if matter.row.purged_at is not None:
        matter.row.purged_at = None  # there is something to be emptied again


def earlier(work: Work, matter: Matter, requests: Iterable[RequestRow], received: datetime) -> None:
    """The clocks count from the first arrival: a mail that reached us before the one on record moves them back."""
    moved = [request for request in requests if received < request.received_at]
    if not moved:
        return
    before = counted(work, matter)
    for request in moved:
        request.received_at = received
    matter.row.received_at = min(matter.row.received_at, received)
    reckon(work, matter)
    rights = [request.right for request in moved]
    telling.thread(
        work,
        matter.id,
        lambda: _(
            "It reached us earlier than we knew: the clock of “{right}” now counts from then.",
            right=right_names(rights),
        ),
    )
    tell_moved(work, matter, before)


def _arrived(hand: Hand, name: str, *, noted: bool) -> str:
    match hand:
        case Hand.REFERENCE if noted:
            return _("{name} has noted something. See the details.", name=name)
        case Hand.SAME_MAIL:
            return _("The same mail came in again, from {name}.", name=name)
        case Hand.SAME_PERSON:
            return _("The same person wrote again; handed over by {name}. The words are in the details.", name=name)
        case _:
            return _("Something came in that names this case; handed over by {name}. See the details.", name=name)


def _wake(work: Work, matter: Matter) -> None:
    """A closed case has no reminders, so its owner or else the team is told in private that something came in."""
    reference = matter.reference

    def words() -> str:
        return _("Something came in about {reference}, which is closed. Please look at it.", reference=reference)

    def look() -> tuple[Block, ...]:
        seen = matter.row.version + 1  # as it is once this is done
        return (Actions.of(Button.of(_("Details …"), ShowDetails(case=reference, seen=seen))),)

    if matter.row.owner is not None:
        telling.one(work, matter.row.owner, reference, words, "warning", look)
    else:
        with speaking(work.policy.home.language):
            telling.role(work, "team", lambda: reference, words, *look(), tone="warning")
