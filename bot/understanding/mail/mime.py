"""Parsed mails: their own headers, and the text and the mails that they hold."""

from email.message import Message
from zoneinfo import ZoneInfo

from bot.understanding.mail.arrivals import arrived
from bot.understanding.mail.formats.charsets import header_text
from bot.understanding.mail.formats.files import SHOWN
from bot.understanding.mail.formats.parts import Parts, parts_of
from bot.understanding.mail.headers import Field, Header
from bot.understanding.mail.lexicon import Role
from bot.understanding.mail.lines import LIMIT, clean
from bot.understanding.mail.page import MOST_WAYS, Page, read_each_way
from bot.understanding.mail.people import leads_elsewhere
from bot.understanding.mail.speakers import asks_for_themselves
from bot.understanding.mail.zones import read_zones
from bot.understanding.reading import MailReading, Zone

_ROLES: dict[str, Role] = {"From": "from", "Reply-To": "reply_to", "Date": "date", "To": "to", "Subject": "subject"}
_DEEPEST = 8  # mails attached within mails
_MOST_MAILS = 50  # mails that one mail carries and that are read, each with the words above it


def read_message(message: Message, zone: ZoneInfo) -> MailReading:
    """The zones of a parsed mail and of the mail that it carries; of several, the first."""
    return _reading(message, _opened(message), zone, 0)


def read_messages(message: Message, zone: ZoneInfo) -> tuple[MailReading, ...]:
    """A reading for each mail that a parsed mail carries, or one of itself.

    Of more mails than can be read only the titles are kept, and the text says how many were left out.
    """
    parts = _opened(message)
    return tuple(_reading(message, parts, zone, number) for number in range(max(1, _count(parts))))


def _count(parts: Parts) -> int:
    return min(len(parts.mails), _MOST_MAILS)


def _opened(message: Message) -> Parts:
    """The parts of a mail; mails that are only the enclosures of its own request are named like other files."""
    parts = parts_of(message)
    if parts.mails and asks_for_themselves(parts.text[:LIMIT], _headers(message)[1], _headers(parts.mails[0])[1]):
        parts.names += parts.titles
        parts.mails, parts.titles = [], []
    return parts


def _reading(message: Message, parts: Parts, zone: ZoneInfo, carried: int) -> MailReading:
    def page_of(handed_on: int) -> Page:
        page = Page(zone)
        _read(message, parts, page, 0, carried, handed_on=handed_on)
        return page

    return read_each_way(page_of, MOST_WAYS if _count(parts) <= 1 else 1)


def _read(message: Message, parts: Parts, page: Page, level: int, carried: int = 0, *, handed_on: int = 0) -> None:
    shown, header = _headers(message)
    start = page.add(Zone.HEADER, shown)
    if header:
        page.believe(shown, header, 0, start)
    page.subject = header_text(message, "Subject") or (page.subject if level else None)
    page.message_id = header_text(message, "Message-ID") or page.message_id
    page.attachments += parts.names
    if parts.mails and level < _DEEPEST:
        # A mail that carries another one hands it over: its own words are a note.
        page.forwarded = True
        # Each of several mails is read with the note, so each gets its share of it: the work is that of one text.
        page.add(Zone.NOTE, clean(parts.text, LIMIT // (1 if level else _count(parts))).split("\n"))
        page.add(Zone.DISCLAIMER, _left_out(parts))
        _read(parts.mails[carried], _opened(parts.mails[carried]), page, level + 1, handed_on=handed_on)
        page.attachments += parts.titles[:carried] + parts.titles[carried + 1 :]
        return
    answering = message.get("In-Reply-To") is not None
    lines = clean(parts.text).split("\n")
    read_zones(page, lines, subject=page.subject, answering=answering, pasted=False, handed_on=handed_on)
    page.add(Zone.DISCLAIMER, _left_out(parts))


def _headers(message: Message) -> tuple[list[str], Header | None]:
    """A mail's own headers as lines, and what they say: each is one value, whatever words stand in it."""
    shown: list[str] = []
    header = Header(languages=frozenset(("en",)))
    for name in SHOWN:
        if value := header_text(message, name):
            row, line = len(shown), f"{name}: {value}"
            shown.append(line)
            if role := _ROLES.get(name):
                header.fields[role] = Field(value, row, len(line) - len(value), row, len(line))
    original = header_text(message, "X-Original-From") or header_text(message, "X-Original-Sender")
    if original and not leads_elsewhere(header.text("from") or "", header.text("reply_to") or ""):
        header.fields["reply_to"] = Field(original, 0, 0, 0, 0)  # what a list keeps of the writer
    if moment := arrived(message):
        line = f"Received: {moment}"
        header.fields["date"] = Field(moment, len(shown), len(line) - len(moment), len(shown), len(line))
        shown.append(line)
    header.rows = len(shown)
    return shown, header if shown else None


def _left_out(parts: Parts) -> list[str]:
    """What of a mail was not read, in words."""
    counts = ((len(parts.mails) - _MOST_MAILS, "mails"), (parts.left_out, "parts"))
    return [f"[... {count} {what} more, not read ...]" for count, what in counts if count > 0]
