"""Mails in: who wrote, when, and which words count. Pure; bounded in time and size."""

from email.message import Message
from zoneinfo import ZoneInfo

from bot.understanding.mail.beside import beside
from bot.understanding.mail.formats.charsets import declared, decoded, mended, unmarked
from bot.understanding.mail.formats.files import MailError, apple_words, is_written, parse, refuse_binary
from bot.understanding.mail.formats.html import html_to_text
from bot.understanding.mail.formats.markup import is_html
from bot.understanding.mail.formats.outlook import is_outlook, read_outlook
from bot.understanding.mail.lines import clean
from bot.understanding.mail.mime import read_message, read_messages
from bot.understanding.mail.page import Page, read_each_way
from bot.understanding.mail.zones import read_zones
from bot.understanding.reading import MailReading, Zone

__all__ = ["MailError", "html_to_text", "new_words", "read_eml", "read_mails", "read_pasted", "read_text"]


def read_eml(raw: bytes, *, zone: ZoneInfo) -> MailReading:
    """Read an `.eml` or `.msg` file. A date without a zone is read in `zone`, the reporter's.

    Raises MailError, with one sentence for the person, when the file is no mail and no text either.
    """
    message = _opened(raw)
    if message is None:
        return _read_plain(_text(raw), zone)
    return read_message(message, zone)


def read_mails(raw: bytes, *, zone: ZoneInfo) -> tuple[MailReading, ...]:
    """Read a file that may carry several mails: one reading for each. Raises MailError like `read_eml`."""
    message = _opened(raw)
    if message is None:
        return (_read_plain(_text(raw), zone),)
    return read_messages(message, zone)


def read_text(text: str, *, zone: ZoneInfo) -> MailReading:
    """Read a pasted text, a chat message or the source of a mail. A date without a zone is read in `zone`.

    Never raises; text beyond the limit of `lines.LIMIT` characters is cut, and the reading's text says so.
    """
    start = text[:20_000].lstrip().lower()
    if "\nmime-version:" in start or start.startswith("mime-version:"):
        message = parse(text.encode("utf-8", "replace"))
        if message is not None and (message.get("From") or message.get("Subject")):
            return read_message(message, zone)
    return _read_plain(mended(text), zone)


def read_pasted(text: str, *, zone: ZoneInfo) -> tuple[MailReading, ...]:
    """Read a pasted text that may hold several mails, one below the other: one reading for each, like `read_text`."""
    parts = [] if is_html(text) else beside(clean(text).split("\n"))
    return (
        tuple(read_text(part, zone=zone) for part in map("\n".join, parts))
        if len(parts) > 1
        else (read_text(text, zone=zone),)
    )


def _opened(raw: bytes) -> Message | None:
    """The mail in a file, known by its first bytes rather than its name; None for a text without mail headers."""
    if is_outlook(raw):
        return read_outlook(raw)
    raw = apple_words(unmarked(raw))
    refuse_binary(raw)
    message = parse(raw)
    return None if message is None or is_written(message) else message


def _text(raw: bytes) -> str:
    raw = unmarked(raw)
    return mended(decoded(raw, declared(raw)))


def _read_plain(text: str, zone: ZoneInfo) -> MailReading:
    rich = is_html(text)
    if rich:
        text = html_to_text(text)
    lines = clean(text).split("\n")

    def page_of(handed_on: int) -> Page:
        page = Page(zone)
        read_zones(page, lines, subject=None, answering=False, pasted=True, rich=rich, handed_on=handed_on)
        return page

    return read_each_way(page_of)


def new_words(mail: MailReading) -> str:
    """The words that count: without notes, headers, quoted text, signatures and disclaimers."""
    return mail.parts(Zone.BODY)
