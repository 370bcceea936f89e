"""A case as it is at one moment: plain, immutable values that views, flows and renderers may look at.

`CaseView` holds no personal data, so that whatever is built from it can stand in a channel.
`Details` does, and is only built for a private, audited look or the reporter's own draft.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from bot.cases.proof import was_asked
from bot.cases.words import Arrival, Capacity, Context, Reason, Status, Verification
from bot.law.clock import ClockStatus, PauseReason
from bot.rights import Right
from bot.understanding.reading import Flag


@dataclass(frozen=True, slots=True)
class PauseView:
    reason: PauseReason
    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class ExtensionView:
    """The one extension: when the requester was told, for which of the law's reasons, until when if a day was named."""

    told_on: date
    reason: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class RequestView:
    """One right within a case, with its dates. All dates are legal dates in the regime's own zone."""

    id: int
    right: Right
    status: Status
    regimes: tuple[str, ...]  # the laws that run; the earliest date is obeyed
    received_at: datetime
    receipt_date: date
    ack_due: date | None
    safe_due: date | None
    due: date | None
    extension_notice_by: date | None
    refusal_notice_by: date | None
    target_ack: date | None  # our own target where the law sets no date
    target_due: date | None
    clock: ClockStatus
    explained: tuple[str, ...]  # one line a date, in the reader's language; empty in lists of cases
    acknowledged_on: date | None
    extension: ExtensionView | None
    pauses: tuple[PauseView, ...]
    outcome: Status | None
    reason: Reason | None
    closed_at: datetime | None
    needs_proof: bool = True  # may only be answered to a verified person
    done: tuple[str, ...] = ()  # codes of the steps that are done (worklist.py)
    answered_on: date | None = None  # the day on which the letter that ended it went out, if one did

    @property
    def open(self) -> bool:
        return self.outcome is None

    @property
    def extended(self) -> bool:
        return self.extension is not None

    @property
    def paused(self) -> bool:
        return any(p.end is None for p in self.pauses)

    @property
    def stands_still(self) -> bool:
        """Whether its clock is stopped, so that there is no legal date for now: not every law stops for every wait."""
        return self.paused and self.due is None and self.safe_due is not None

    def waits_for(self, reason: PauseReason) -> bool:
        """Whether its clock stands still for this."""
        return any(p.end is None and p.reason is reason for p in self.pauses)

    @property
    def counts_to(self) -> date | None:
        """The date that nudges and cards count down to: the safe date, else our own target."""
        return self.safe_due or self.target_due


def day_of_receipt(requests: Sequence[RequestView], received: datetime, zone: tzinfo) -> date:
    """The day on which requests came in, as people are told: by the one law that runs, or by the company's own clock
    where several may. The strictest of them may say the day before.

    Args:
        received: when the case came in, where it has no request.
        zone: the company's.
    """
    if len({law for request in requests for law in request.regimes}) == 1:
        return min(request.receipt_date for request in requests)
    return min((request.received_at for request in requests), default=received).astimezone(zone).date()


@dataclass(frozen=True, slots=True)
class CaseView:
    """One person's matter, without a word of personal data."""

    id: int
    reference: str
    version: int
    received_at: datetime
    opened_at: datetime
    arrival: Arrival
    language: str  # of the requester
    regimes: tuple[str, ...]
    residence_known: bool
    role: str  # controller processor sub_processor both unknown
    capacity: Capacity
    flags: tuple[Flag, ...]
    verification: Verification
    verification_asked_on: date | None
    verified_on: date | None
    owner: str | None  # speaker id of a colleague
    owner_name: str | None
    reporter: str  # speaker id
    ticket: str | None
    requests: tuple[RequestView, ...]
    linked: tuple[tuple[str, str], ...]  # (kind, reference): duplicate_of, split_from, again ...
    snoozed_until: date | None
    closed_at: datetime | None
    further_law: bool = False  # a law may hold that we have no data for
    reporters: tuple[str, ...] = ()  # speaker ids: the reporter, and whoever handed the same matter in again
    asked_by_letter: bool = False  # something the person may answer; not told in lists of cases

    @property
    def open(self) -> bool:
        return self.closed_at is None

    @property
    def open_requests(self) -> tuple[RequestView, ...]:
        return tuple(r for r in self.requests if r.open)

    @property
    def person_asked(self) -> bool:
        """Whether anything on record asks the person something that they may leave unanswered."""
        return was_asked(
            by_letter=self.asked_by_letter,
            stopped=any(request.pauses for request in self.requests),
            verification_asked_on=self.verification_asked_on,
        )

    @property
    def counts_to(self) -> date | None:
        """The earliest date that any open request counts down to."""
        return min((r.counts_to for r in self.open_requests if r.counts_to), default=None)

    def is_late(self, today: date) -> bool:
        """Whether a date has passed to which a clock runs; where it stands still, the date stays in sight only."""
        return any(r.counts_to < today for r in self.open_requests if r.counts_to and not r.stands_still)


@dataclass(frozen=True, slots=True)
class Person:
    """Who the data is about, or who writes for them. Personal data."""

    name: str | None = None
    email: str | None = None
    phone: str | None = None
    account: str | None = None
    country: str | None = None
    state: str | None = None


@dataclass(frozen=True, slots=True)
class Details:
    """The personal side of a case: for the privacy team in private, each look audited."""

    subject: Person
    representative: Person | None
    words: tuple[tuple[str, str], ...]  # (right or fact, the words it was read from)
    answers: tuple[tuple[str, str], ...]  # (question, answer) gathered beside: scope, field, old, new ...
    text: str  # the message that came in, masked
    ticket_link: str | None
    told: tuple[tuple[str, str], ...]  # (right, what the requester was told)
    notes: tuple[tuple[str, str], ...]  # (right, the team's own note)
    context: Context = Context.UNKNOWN
    customer: str = ""  # for whom we hold the data, where we are processor
    handed_by: tuple[str, ...] = ()  # names of the colleagues who handed it over, the first one first
