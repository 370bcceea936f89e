"""`.eml` files: parts, charsets and headers, read as far as they can be."""

import email
import email.policy
from email.errors import HeaderParseError, MessageError
from email.header import decode_header
from email.message import Message
from zoneinfo import ZoneInfo

from bot.errors import Unreadable
from bot.understanding.mail.headers import read_block
from bot.understanding.mail.html import html_to_text
from bot.understanding.mail.lines import LIMIT, clean
from bot.understanding.mail.page import Page
from bot.understanding.mail.zones import read_zones
from bot.understanding.reading import MailReading, Zone
from bot.wording import _

_SHOWN = ("From", "Reply-To", "Date", "To", "Cc", "Subject")
_KNOWN = (*_SHOWN, "Message-ID", "Received", "MIME-Version", "Content-Type", "Return-Path")
_DEEPEST = 8  # mails attached within mails
_MOST_PARTS = 500


class MailError(Unreadable):
    """A file that is no mail. The message is one sentence for the person who handed it over."""


def no_mail() -> MailError:
    """What is said of a file of another kind."""
    return MailError(_("This file is not a mail; drop an .eml or .msg file, or paste the mail's text."))


def parse(raw: bytes) -> Message | None:
    """The message in a file; None when it has no mail headers at all."""
    try:
        message = email.message_from_bytes(raw.lstrip(), policy=email.policy.compat32)
    except (RecursionError, MessageError, ValueError, LookupError, AttributeError, TypeError):
        return None  # hostile nesting or a header that the parser cannot hold: the file is read as text
    return message if any(message.get(name) is not None for name in _KNOWN) else None


def refuse_binary(raw: bytes) -> None:
    """Raises MailError for a file that holds no text."""
    sample = raw[:4_096]
    odd = sum(byte < 9 or 13 < byte < 32 for byte in sample)
    if raw.startswith((b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")) or odd * 20 > len(sample):
        raise no_mail()


def read_message(message: Message, zone: ZoneInfo, carried: int = 0) -> MailReading:
    """The zones of a parsed mail and of the mail that it carries; of several, the one of that number."""
    page = Page(zone)
    _read(message, page, 0, carried)
    return page.reading()


def carries(message: Message, zone: ZoneInfo) -> int:
    """How many mails are attached to a mail."""
    return len(_parts(message, Page(zone))[1])


def _read(message: Message, page: Page, level: int, carried: int = 0) -> None:
    shown = [f"{name}: {value}" for name in _SHOWN if (value := header_text(message, name))]
    start = page.add(Zone.HEADER, shown)
    header = read_block(shown, 0) if shown else None
    if header:
        page.believe(shown, header, 0, start)
    page.subject = header_text(message, "Subject") or (page.subject if level else None)
    page.message_id = header_text(message, "Message-ID") or page.message_id
    text, attached = _parts(message, page)
    lines = clean(text).split("\n")
    if attached and level < _DEEPEST:
        # A mail that carries another one hands it over: its own words are a note.
        page.forwarded = True
        page.add(Zone.NOTE, lines)
        _read(attached[carried], page, level + 1)
        for other in attached[:carried] + attached[carried + 1 :]:
            page.attachments.append(header_text(other, "Subject") or "message.eml")
        return
    answers = message.get("In-Reply-To") is not None
    read_zones(page, lines, subject=page.subject, answers=answers, pasted=False)


def header_text(message: Message, name: str) -> str:
    """A header with its encoded words read, on one line; empty when it is missing."""
    value = message.get(name)
    if value is None:
        return ""
    text = str(value)[:5_000]
    try:
        parts = decode_header(text)
        words = "".join(part if isinstance(part, str) else decoded(part, charset) for part, charset in parts)
    except (HeaderParseError, ValueError, LookupError):
        words = text
    if any("\udc80" <= letter <= "\udcff" for letter in words):
        words = decoded(words.encode("utf-8", "surrogateescape"), None)
    return " ".join(clean(words).split())


def decoded(raw: bytes, charset: str | None) -> str:
    """Bytes as text: what they are labelled as, unless they cannot be that."""
    label = (charset or "").strip().lower()
    western = label in ("", "us-ascii", "ascii", "iso-8859-1", "latin-1", "latin1", "unknown-8bit", "utf-8", "utf8")
    for name in ("utf-8",) if western else (label, "utf-8"):
        try:
            return raw.decode(name)
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    return raw.decode("cp1252", "replace")


def _parts(message: Message, page: Page) -> tuple[str, list[Message]]:
    """The text of a mail and the mails attached to it; other attachments are only named."""
    plain: list[str] = []
    html: list[str] = []
    attached: list[Message] = []
    waiting = [message]
    seen = 0
    while waiting and seen < _MOST_PARTS:
        part = waiting.pop()
        seen += 1
        kind = part.get_content_type()
        held = part.get_payload()
        children = [child for child in held if isinstance(child, Message)] if isinstance(held, list) else []
        if kind == "message/rfc822" and children:
            attached.append(children[0])
        elif children:
            waiting += reversed(children)
        elif name := _file_name(part):
            page.attachments.append(name)
        elif kind == "text/html":
            html.append(html_to_text(_payload(part)))
        elif part.get_content_maintype() == "text" or part is message:
            plain.append(_flowed(part, _payload(part)))
        else:
            page.attachments.append(kind)
    text, rich = "\n".join(plain).strip("\n"), "\n".join(html).strip("\n")
    return (rich if len(text.split()) < 4 and len(rich) > len(text) else text), attached


def _payload(part: Message) -> str:
    try:
        raw = part.get_payload(decode=True)
    except (ValueError, LookupError, TypeError, AttributeError):
        raw = None
    if not isinstance(raw, bytes):
        return str(part.get_payload() or "")[: LIMIT * 10]
    return decoded(raw[: LIMIT * 20], _param(part, "charset"))


def _param(part: Message, name: str) -> str | None:
    try:
        value = part.get_param(name)
    except (ValueError, LookupError, TypeError):
        return None
    return value if isinstance(value, str) else None


def _file_name(part: Message) -> str | None:
    try:
        name = part.get_filename()
        disposition = part.get_content_disposition()
    except (ValueError, LookupError, TypeError, AttributeError):
        return None
    if not name:
        return part.get_content_type() if disposition == "attachment" else None
    holder = Message()
    holder["Name"] = name.replace("\n", " ").replace("\r", " ")
    return header_text(holder, "Name")[:200] or None


def _flowed(part: Message, text: str) -> str:
    """Text whose soft line breaks (RFC 3676) are joined again."""
    if (_param(part, "format") or "").lower() != "flowed":
        return text
    joined: list[str] = []
    soft = False
    for line in text.replace("\r\n", "\n").split("\n"):
        marks = line.startswith(">")
        if soft and joined and not marks and line.strip() and not joined[-1].startswith(">"):
            joined.append(joined.pop() + line.removeprefix(" "))
        else:
            joined.append(line)
        soft = line.endswith(" ") and line.rstrip() != "--"
    return "\n".join(joined)
