"""Parsed mails: their own headers, and the text and the mails that they hold."""

from email.message import Message
from zoneinfo import ZoneInfo

from bot.understanding.mail.charsets import header_text
from bot.understanding.mail.files import SHOWN
from bot.understanding.mail.headers import read_block
from bot.understanding.mail.lines import clean
from bot.understanding.mail.page import Page
from bot.understanding.mail.parts import Parts, parts_of
from bot.understanding.mail.zones import read_zones
from bot.understanding.reading import MailReading, Zone

_DEEPEST = 8  # mails attached within mails


def read_message(message: Message, zone: ZoneInfo) -> MailReading:
    """The zones of a parsed mail and of the mail that it carries; of several, the first."""
    return _reading(message, parts_of(message), zone, 0)


def read_messages(message: Message, zone: ZoneInfo) -> tuple[MailReading, ...]:
    """A reading for each mail that a parsed mail carries, or one of itself."""
    parts = parts_of(message)
    return tuple(_reading(message, parts, zone, number) for number in range(max(1, len(parts.mails))))


def _reading(message: Message, parts: Parts, zone: ZoneInfo, carried: int) -> MailReading:
    page = Page(zone)
    _read(message, parts, page, 0, carried)
    return page.reading()


def _read(message: Message, parts: Parts, page: Page, level: int, carried: int = 0) -> None:
    shown = [f"{name}: {value}" for name in SHOWN if (value := header_text(message, name))]
    start = page.add(Zone.HEADER, shown)
    header = read_block(shown, 0) if shown else None
    if header:
        page.believe(shown, header, 0, start)
    page.subject = header_text(message, "Subject") or (page.subject if level else None)
    page.message_id = header_text(message, "Message-ID") or page.message_id
    page.attachments += parts.names
    lines = clean(parts.text).split("\n")
    if parts.mails and level < _DEEPEST:
        # A mail that carries another one hands it over: its own words are a note.
        page.forwarded = True
        page.add(Zone.NOTE, lines)
        _read(parts.mails[carried], parts_of(parts.mails[carried]), page, level + 1)
        page.attachments += parts.titles[:carried] + parts.titles[carried + 1 :]
        return
    answers = message.get("In-Reply-To") is not None
    read_zones(page, lines, subject=page.subject, answers=answers, pasted=False)
