"""Everything that can be done to a case, one value a command. What each does stands in ``bot/cases/doing``.

What a flow wants done beside a case is a command, too.

`seen` is the version of the case that the actor looked at; None means "whatever it is now" (only where no harm
can come of it). Legal dates are plain dates.
"""

from dataclasses import dataclass, field
from datetime import date, datetime

from bot.cases.snapshot import Person
from bot.cases.words import Arrival, Capacity, Context, Reason, Role, Status
from bot.examples.book import Kind, Label
from bot.law.clock import PauseReason
from bot.rights import Right
from bot.understanding.reading import Flag


@dataclass(frozen=True, slots=True)
class Command:
    """The root of all commands."""


@dataclass(frozen=True, slots=True)
class OpenCase(Command):
    """Record a new case. Linked instead of doubled when the mail or the person's request is there already."""

    rights: tuple[Right, ...]
    subject: Person
    capacity: Capacity
    received_at: datetime
    arrival: Arrival
    language: str
    text: str  # masked
    words: tuple[tuple[str, str], ...] = ()
    answers: tuple[tuple[str, str], ...] = ()
    representative: Person | None = None
    flags: tuple[Flag, ...] = ()
    law_hint: str | None = None
    source_marks: tuple[tuple[str, str], ...] = ()  # (kind, text to be hashed): message id, content
    ticket: str | None = None
    ticket_link: str | None = None
    joins: str | None = None  # reference of the case that this belongs to
    same_matter: bool = False  # a colleague says that it is the matter of the case that it joins


@dataclass(frozen=True, slots=True)
class CaseCommand(Command):
    """A command about one case."""

    case: str
    seen: int | None = field(default=None, kw_only=True)


@dataclass(frozen=True, slots=True)
class TakeCase(CaseCommand):
    """Become its owner."""


@dataclass(frozen=True, slots=True)
class GiveCase(CaseCommand):
    """Make a colleague of the team its owner."""

    to: str  # speaker id


@dataclass(frozen=True, slots=True)
class AskVerification(CaseCommand):
    """Record that the person was asked to show who they are.

    `waits`: the requests whose clock stands still until they do, for reasonable doubt, where the law lets it.
    """

    on: date
    waits: tuple[Right, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkVerified(CaseCommand):
    """Record the result of a check, never its raw answers."""

    on: date
    method: str  # "contact_point" "account" "data_points" "declaration" "representative" "other"
    address_on_record: bool
    points: int
    passed: bool


@dataclass(frozen=True, slots=True)
class Acknowledge(CaseCommand):
    """Record that the acknowledgement went out on that day."""

    on: date


@dataclass(frozen=True, slots=True)
class Extend(CaseCommand):
    """Take the one extension that the law allows: a reason, and the day on which the requester was told."""

    right: Right
    reason: str  # a code of the regime's own list
    notice_sent: date
    note: str = ""
    until: date | None = None  # the day that the requester was told, where the law sets no longest time


@dataclass(frozen=True, slots=True)
class PauseClock(CaseCommand):
    right: Right
    reason: PauseReason
    on: date


@dataclass(frozen=True, slots=True)
class ResumeClock(CaseCommand):
    right: Right
    on: date


@dataclass(frozen=True, slots=True)
class CloseRequests(CaseCommand):
    """Close one or more requests of a case; the case closes with its last one."""

    rights: tuple[Right, ...]
    outcome: Status
    reason: Reason | None = None
    told: str = ""  # what the requester is told
    note: str = ""  # what the team notes
    on: date | None = None  # the day on which the letter that says so went out


@dataclass(frozen=True, slots=True)
class Reopen(CaseCommand):
    why: str


@dataclass(frozen=True, slots=True)
class CorrectCase(CaseCommand):
    """Set right what was recorded; None leaves a thing as it is. Dates are computed anew."""

    why: str
    received_at: datetime | None = None
    regimes: tuple[str, ...] | None = None
    role: str | None = None
    subject: Person | None = None
    rights: tuple[Right, ...] | None = None
    arrival: Arrival | None = None
    ticket: str | None = None  # "" where the case has none
    not_theirs: str = ""  # a ticket that a later hand-over or a merged case brought, and that is somebody else's


@dataclass(frozen=True, slots=True)
class SplitCase(CaseCommand):
    """Move requests into a case of their own (another person, or another role)."""

    rights: tuple[Right, ...]
    why: str


@dataclass(frozen=True, slots=True)
class MergeCase(CaseCommand):
    """Close this case as a duplicate of another, which keeps running."""

    into: str
    why: str


@dataclass(frozen=True, slots=True)
class LookAtDetails(CaseCommand):
    """Look at the personal side of a case; the look is audited."""


@dataclass(frozen=True, slots=True)
class Snooze(CaseCommand):
    """No reminders before that day; never past the date the case counts down to."""

    until: date
    why: str


@dataclass(frozen=True, slots=True)
class DecideRole(CaseCommand):
    """Decide whether we answer for these data or hold them for a customer, and note how the person dealt with us."""

    role: Role
    context: Context
    customer: str = ""  # whose data they are, where we are processor


@dataclass(frozen=True, slots=True)
class NoteWork(CaseCommand):
    """Note which steps of a request's checklist are done; the whole list as it is now."""

    right: Right
    done: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordLetter(CaseCommand):
    """Record that a letter went out on a day: which one, in which language. Its text is not kept."""

    letter: str  # name of its template
    language: str
    on: date
    written: str = ""  # the name under which this very letter was shown: it goes out once


@dataclass(frozen=True, slots=True)
class AddToCase(CaseCommand):
    """Something more came in about an open case: a reply that carries its reference, or the same mail again."""

    text: str
    received_at: datetime
    arrival: Arrival
    source_marks: tuple[tuple[str, str], ...] = ()
    withdraws: bool = False  # it says that the person takes the request back
    asks: tuple[Right, ...] = ()  # what it surely asks for, in the words of a colleague who says that it is this case
    perhaps: tuple[Right, ...] = ()  # what it may ask for
    reached: datetime | None = None  # when the case's first message came in, as such a colleague says now
    ticket: str | None = None  # the number of the case's ticket, as such a colleague says now


@dataclass(frozen=True, slots=True)
class ReportBreach(Command):
    """Somebody may have got hold of personal data: the DPO is told at once, whatever becomes of the draft."""

    received_at: datetime  # when it was handed over
    words: str
    case: str | None = None
    sent_at: datetime | None = None  # when the message itself was written or came in, as far as it tells


@dataclass(frozen=True, slots=True)
class PassToLegal(Command):
    """A subpoena or police letter: not a request; legal is told at once."""

    received_at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class KeepExample(Command):
    """Keep words that left the bot unsure, with what their reporter said they ask for.

    `answered`: empty when the answer was taken back.
    """

    words: str  # masked: no name, no number, no address
    language: str
    kind: Kind
    proposed: tuple[Label, ...]
    answered: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """What a command did: the case it touched and one sentence for whoever gave it."""

    reference: str
    said: str
    opened: bool = False  # a new case was made (False: linked to one that was there)
