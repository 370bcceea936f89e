"""The text of a mail while it is put together, zone by zone."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.understanding.mail.dates import find_date
from bot.understanding.mail.enclosed import file_names
from bot.understanding.mail.headers import Field, Header
from bot.understanding.mail.lines import trimmed
from bot.understanding.mail.people import ADDRESS, is_machine, read_sender
from bot.understanding.reading import Fact, MailReading, Sender, Span, Zone

MOST_WAYS = 3  # mails, quoted one below the other, that may have been handed on


@dataclass(slots=True)
class Page:
    """Text, zones and the facts of the innermost header so far."""

    zone: ZoneInfo
    pieces: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    length: int = 0
    header: Header | None = None  # of the mail whose words come next
    subject: str | None = None
    message_id: str | None = None
    sender: Fact[Sender] | None = None
    sent: Fact[datetime] | None = None
    sent_zone_assumed: bool = False
    forwarded: bool = False
    quotes: bool = False  # somebody's words are quoted below the last mail's own
    attachments: list[str] = field(default_factory=list)

    def add(self, zone: Zone, lines: list[str], gap: bool = True) -> int:
        """Put lines at the end of the text; returns where they begin. Blank lines around them are dropped."""
        lines = trimmed(lines)
        if not lines:
            return self.length
        if self.pieces:
            self._write("\n\n" if gap else "\n")
        start = self.length
        self._write("\n".join(lines))
        self.spans.append(Span(zone, start, self.length))
        return start

    def _write(self, words: str) -> None:
        self.pieces.append(words)
        self.length += len(words)

    def believe(self, head: list[str], header: Header, row: int, start: int) -> None:
        """Take sender, date and subject from a header that stands in `head`, written at `start`."""
        offsets = [start]
        for line in head:
            offsets.append(offsets[-1] + len(line) + 1)
        text = "\n".join(head)

        def fact_span(found: Field) -> tuple[int, int]:
            first = min(offsets[min(found.row + row, len(head) - 1)] + found.column, start + len(text))
            last = min(offsets[min(found.end_row + row, len(head) - 1)] + found.end_column, start + len(text))
            return first, max(first, last)

        def quote(span: tuple[int, int]) -> str:
            return text[span[0] - start : span[1] - start]

        kept = (self.sent, self.sent_zone_assumed) if _wrote_then(self.header, header) else (None, False)
        self.disbelieve()
        self.header = header
        self.sent, self.sent_zone_assumed = kept
        self.subject = header.text("subject") or self.subject
        if found := header.fields.get("from"):
            person = read_sender(found.text, header.text("reply_to") or "", header.text("to") or "")
            span = fact_span(found)
            if person and quote(span):
                sure = 0.95 if person.email and ADDRESS.search(person.email) else 0.8
                self.sender = Fact(person, quote(span), span, sure, "header")
        if found := header.fields.get("date"):
            date = find_date(found.text, self.zone, header.languages)
            span = fact_span(found)
            if date and quote(span):
                self.sent = Fact(date.moment, quote(span), span, 0.95 if date.sure else 0.6, "header")
                self.sent_zone_assumed = date.zone_assumed

        self.attachments += file_names(header.text("attached") or "")

    def disbelieve(self) -> None:
        """Forget sender and date: the words that come next are somebody else's."""
        self.header = self.sender = self.sent = None
        self.sent_zone_assumed = False

    def reading(self) -> MailReading:
        """The finished page."""
        return MailReading(
            text="".join(self.pieces),
            zones=tuple(self.spans),
            subject=self.subject,
            message_id=self.message_id,
            sender=self.sender,
            sent=self.sent,
            sent_zone_assumed=self.sent_zone_assumed,
            attachments=tuple(dict.fromkeys(self.attachments)),
            forwarded=self.forwarded,
        )


def _wrote_then(outer: Header | None, inner: Header) -> bool:
    """Whether a mail was sent when whom its text names as the writer wrote it: by a machine, as forms on websites send
    what was written in them, or so that an answer goes to the writer."""
    if outer is None:
        return False
    sent, answered, writer = (
        ADDRESS.search(words or "") for words in (outer.text("from"), outer.text("reply_to"), inner.text("from"))
    )
    if sent and is_machine(sent[0]):
        return True
    return answered is not None and writer is not None and answered[0].lower() == writer[0].lower()


def read_each_way(page_of: Callable[[int], Page], ways: int = MOST_WAYS) -> MailReading:
    """A mail as it reads itself, and as it does if it only handed on the first, the first two ... of those it quotes.

    `page_of` reads it with so many of them handed on; `ways` are tried at most.
    """
    pages = [page_of(0)]
    while pages[-1].quotes and len(pages) <= ways:
        pages.append(page_of(len(pages)))
    reading = pages.pop().reading()
    for page in reversed(pages):
        reading = replace(page.reading(), handed_on=reading)
    return reading
