"""What the bot believes about a message: every fact with the words it was read from.

All values here are plain and immutable. Spans are character offsets into ``Reading.text``, half open.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, TypeVar

from bot.rights import Right

if TYPE_CHECKING:
    from bot.understanding.rights.combine import Chances

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Fact(Generic[T]):
    """One thing read in a text: the value, the words that say it, where they stand, and how sure we are."""

    value: T
    quote: str
    span: tuple[int, int]
    confidence: float  # 0..1
    reader: str  # which reader found it, e.g. "citation", "frame", "header"


class Meta(StrEnum):
    """What kind of message this is."""

    REQUEST = "request"
    NONE = "none"
    STATUS_QUERY = "status_query"
    ESCALATION = "escalation"


class Flag(StrEnum):
    """Things beside the rights that somebody must look at."""

    REPRESENTATIVE = "representative"
    MINOR = "minor"
    PROCESSOR_DATA = "processor_data"
    URGENT = "urgent"
    POSSIBLE_BREACH = "possible_breach"
    LEGAL_DEMAND = "legal_demand"
    DISTRESS = "distress"  # who writes may harm themselves, or is in danger
    HOSTILE = "hostile"  # threats and insults
    SENSITIVE_INPUT = "sensitive_input"  # an ID, card or bank number, a password: masked, never kept
    REPEATS = "repeats"  # more often than the law obliges: told from the record, not from words


class Zone(StrEnum):
    """The parts of a mail, from the outside in."""

    NOTE = "note"  # what the colleague wrote above the forwarded mail
    HEADER = "header"  # From / Sent / To / Subject of a forwarded mail
    BODY = "body"  # the innermost original message: the words that count
    QUOTED = "quoted"  # older text that the body answers to
    SIGNATURE = "signature"
    DISCLAIMER = "disclaimer"


@dataclass(frozen=True, slots=True)
class Span:
    """A zone of a mail: where it stands in the text."""

    zone: Zone
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sender:
    """Who wrote the innermost original mail, as its header says (never proof of who they are)."""

    name: str | None
    email: str | None


@dataclass(frozen=True, slots=True)
class MailReading:
    """The parts of a mail or of a pasted text. A plain chat message is one BODY zone."""

    text: str  # the text all spans point into
    zones: tuple[Span, ...]
    subject: str | None = None
    message_id: str | None = None
    sender: Fact[Sender] | None = None
    sent: Fact[datetime] | None = None  # zone-aware; see `sent_zone_assumed`
    sent_zone_assumed: bool = False  # the header named no zone: the earlier reading was taken
    attachments: tuple[str, ...] = ()  # names only; contents are never kept
    forwarded: bool = False
    handed_on: "MailReading | None" = None  # the same, had its first words only handed on what they quote: perhaps so

    def parts(self, zone: Zone) -> str:
        """The text of all spans of one zone, joined by a newline."""
        return "\n".join(self.text[s.start : s.end] for s in self.zones if s.zone is zone)


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read in one message."""

    mail: MailReading
    language: str  # ISO 639-1 of the ask: en nl de fr es it pt pl
    meta: Meta
    meta_confidence: float
    rights: tuple[Fact[Right], ...]  # what is asked for, surest first
    candidates: tuple[tuple[str, float], ...]  # ranked guesses: names of rights, "none", "status_query", ...
    unsure: bool  # True: ask with buttons instead of acting
    flags: tuple[Fact[Flag], ...] = ()
    name: Fact[str] | None = None  # of the data subject
    email: Fact[str] | None = None
    phone: Fact[str] | None = None
    country: Fact[str] | None = None  # ISO 3166-1 alpha-2
    state: Fact[str] | None = None  # two letters, as in US-CA, CA-QC
    ticket: Fact[str] | None = None
    ticket_link: Fact[str] | None = None
    case_reference: Fact[str] | None = None
    account_id: Fact[str] | None = None
    received: Fact[date] | None = None  # the day the request came in, as far as the text tells
    # "gdpr" "uk_gdpr" "ccpa", the code of another law ("br_lgpd"), "other"; of several, with spaces between
    law_hint: Fact[str] | None = None
    # A mail that holds several people's requests: one reading a person, else empty.
    persons: tuple[Sender, ...] = ()
    # What its readers heard, for who asks them something else: they need not read it once more
    chances: "Chances | None" = field(default=None, repr=False, compare=False)

    @property
    def text(self) -> str:
        return self.mail.text

    @property
    def surely_asks(self) -> bool:
        """Whether it asks for a right, so plainly that nobody need be asked which."""
        return bool(self.rights) and not self.unsure

    @property
    def names_anything(self) -> bool:
        """Whether it names somebody, or a number of theirs or ours."""
        return any((self.name, self.email, self.phone, self.account_id, self.ticket, self.case_reference))

    def flagged(self, flag: Flag) -> Fact[Flag] | None:
        """The fact behind a flag, or None."""
        return next((f for f in self.flags if f.value is flag), None)
