"""Outlook's `.msg` files as ordinary mails, so that everything behind reads one kind of mail only.

A `.msg` is a compound file: folders and streams, in sectors that name their successor. The mail is a folder, so is each
recipient and attachment, and a property is a row of the folder's table or a stream named by its number and type.
"""

import struct
from base64 import b64encode
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.message import Message
from email.mime.text import MIMEText
from email.parser import HeaderParser
from email.utils import format_datetime
from typing import Any

from bot.understanding.mail.formats import mapi
from bot.understanding.mail.formats.charsets import header_text
from bot.understanding.mail.formats.compound import FOLDER, STREAM, Container
from bot.understanding.mail.formats.files import SHORT_HEADERS, MailError, may_be_mail, no_mail
from bot.understanding.mail.formats.pictures import is_small
from bot.understanding.mail.lines import clean
from bot.understanding.mail.people import ADDRESS
from bot.wording import _

_FIRST_BYTES = b"\xd0\xcf\x11\xe0"
_TABLE = "__properties_version1.0"
_MAIL, _MAIL_WITHIN, _PART = 32, 24, 8  # bytes before the first row of a table, by what the folder is
_DEEPEST = 8  # mails attached within mails
_MOST_RECIPIENTS = 100
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


def is_outlook(raw: bytes) -> bool:
    """Whether a file begins as Outlook's files do, and as other compound files do."""
    return raw.startswith(_FIRST_BYTES)


def read_outlook(raw: bytes) -> Message:
    """The mail in a `.msg` file, with the mails that it carries. Raises MailError, and never anything else."""
    try:
        container = Container(raw)
        if _TABLE not in container.root.kids_dict:
            raise no_mail()  # an old Word document, for one
        return _mail(_Folder(container, container.root, _MAIL), 0)
    except MailError:
        raise
    except Exception as broken:  # a broken file may trip olefile anywhere
        raise _unreadable() from broken


def _unreadable() -> MailError:
    return MailError(_("This Outlook file cannot be read; save the mail as .eml, or paste its text."))


class _Folder:
    """A mail, a recipient or an attachment: its properties, each read when it is asked for."""

    def __init__(self, container: Container, entry: Any, header: int, charset: str | None = None) -> None:
        self.container = container
        self.entry = entry
        table = self._stream(_TABLE) or b""
        rows = table[header : len(table) - (len(table) - header) % 16] if len(table) > header else b""
        self.fixed = {(pid, kind): value for kind, pid, value in struct.iter_unpack("<HH4x8s", rows)}
        # The code page of 8-bit texts: a recipient or attachment has that of its mail.
        self.charset = charset or self.code_page(mapi.MESSAGE_CODEPAGE, mapi.INTERNET_CODEPAGE)

    def _stream(self, name: str) -> bytes | None:
        entry = self.entry.kids_dict.get(name.lower())
        return self.container.read(entry) if entry is not None and entry.entry_type == STREAM else None

    def folders(self, name: str, header: int) -> Iterator["_Folder"]:
        """The folders within whose name begins like this."""
        for entry in self.entry.kids:
            if entry.entry_type == FOLDER and entry.name.lower().startswith(name.lower()):
                yield _Folder(self.container, entry, header, self.charset if header == _PART else None)

    def number(self, pid: int) -> int | None:
        """A whole number; None when there is none."""
        value = self.fixed.get((pid, mapi.INTEGER))
        return None if value is None else int.from_bytes(value[:4], "little")

    def moment(self, pid: int) -> datetime | None:
        """A moment, in UTC; None when there is none that a mail can have."""
        value = self.fixed.get((pid, mapi.TIME))
        try:
            found = _EPOCH + timedelta(microseconds=int.from_bytes(value or b"", "little") // 10)
        except OverflowError:
            return None
        return found.replace(microsecond=0) if 1970 <= found.year <= 2100 else None

    def code_page(self, *pids: int) -> str | None:
        """The first of these code pages that is known, as Python calls it."""
        return next((name for pid in pids if (name := mapi.charset(self.number(pid) or 0))), None)

    def binary(self, pid: int) -> bytes | None:
        """Bytes; None when there are none."""
        return self._stream(f"__substg1.0_{pid:04X}{mapi.BINARY:04X}")

    def text(self, pid: int) -> str | None:
        """A text in either of Outlook's forms; None when there is none. What cannot be decoded is marked."""
        wide = self._stream(f"__substg1.0_{pid:04X}{mapi.STRING:04X}")
        if wide is not None:
            return wide.decode("utf-16-le", "replace")
        narrow = self._stream(f"__substg1.0_{pid:04X}{mapi.STRING8:04X}")
        return None if narrow is None else mapi.text(narrow, self.charset)

    def line(self, *pids: int) -> str:
        """The first of these texts that says something, on one line."""
        return next((line for pid in pids if (line := " ".join(clean(self.text(pid) or "").split()))), "")


def _mail(folder: _Folder, level: int) -> Message:
    """A mail's folder as a message, with a part for each body and attachment."""
    mail = Message()
    for name, value in _headers(folder):
        if value:
            mail[name] = value
    mail["Content-Type"] = "multipart/mixed"
    for kind, words in _bodies(folder):
        mail.attach(MIMEText(words.encode("utf-8", "replace").decode(), kind, "utf-8"))
    for attachment in folder.folders("__attach_version1.0_#", _PART):
        mail.attach(_attached(attachment, level))
    return mail


def _bodies(folder: _Folder) -> Iterator[tuple[str, str]]:
    plain = folder.text(mapi.BODY)
    rich = folder.binary(mapi.HTML)
    if rich is None:
        html = folder.text(mapi.HTML)
    else:
        html = mapi.text(rich, folder.code_page(mapi.INTERNET_CODEPAGE) or folder.charset)
    if plain is None and html is None and folder.binary(mapi.RTF_COMPRESSED):
        raise _unreadable()  # only as RTF: a reading without the mail's words would mislead
    if plain:
        yield "plain", plain
    if html:
        yield "html", html


def _attached(attachment: _Folder, level: int) -> Message:
    """A mail that is attached, or else the name of what is, with its bytes where they may be a mail's."""
    part = Message()
    embedded = f"__substg1.0_{mapi.ATTACH_DATA:04X}{mapi.OBJECT:04X}"
    if attachment.number(mapi.ATTACH_METHOD) == mapi.EMBEDDED and level < _DEEPEST:
        for carried in attachment.folders(embedded, _MAIL_WITHIN):
            # An appointment or a contact is attached like a mail, but it is nobody's message.
            if (carried.line(mapi.MESSAGE_CLASS) or "IPM.Note").upper().startswith("IPM.NOTE"):
                part["Content-Type"] = "message/rfc822"
                part.attach(_mail(carried, level + 1))
                return part
    names = (mapi.ATTACH_LONG_FILENAME, mapi.ATTACH_FILENAME, mapi.DISPLAY_NAME, mapi.ATTACH_MIME_TAG)
    name = attachment.line(*names)[:200] or "application/octet-stream"
    kind = attachment.line(mapi.ATTACH_MIME_TAG).lower()
    if attachment.number(mapi.ATTACH_METHOD) == mapi.BY_VALUE and (may_be_mail(name, kind) or "." not in name):
        part["Content-Type"] = "application/octet-stream"
        part["Content-Transfer-Encoding"] = "base64"
        part.set_payload(b64encode(attachment.binary(mapi.ATTACH_DATA) or b"").decode())
    elif (picture := attachment.line(mapi.ATTACH_CONTENT_ID)) and is_small(attachment.number(mapi.ATTACH_SIZE)):
        part["Content-Type"] = kind
        part["Content-ID"] = picture
        part.set_payload("")
    part.add_header("Content-Disposition", "attachment", filename=name)
    return part


def _headers(folder: _Folder) -> Iterator[tuple[str, str]]:
    """The headers that the mail travelled with, or else what Outlook keeps in their place."""
    travelled = _travelled(folder)
    carried = header_text(travelled, "From")
    yield "From", carried if ADDRESS.search(carried) else _sender(folder) or carried
    yield "Reply-To", header_text(travelled, "Reply-To")
    yield from (("Received", str(value)) for name, value in travelled.raw_items() if name.lower() == "received")
    submitted = folder.moment(mapi.CLIENT_SUBMIT_TIME) or folder.moment(mapi.MESSAGE_DELIVERY_TIME)
    yield "Date", header_text(travelled, "Date") or (format_datetime(submitted) if submitted else "")
    yield from _receivers(folder, travelled)
    yield "Subject", _subject(folder) or header_text(travelled, "Subject")
    yield "Message-ID", header_text(travelled, "Message-ID") or folder.line(mapi.INTERNET_MESSAGE_ID)
    yield "In-Reply-To", header_text(travelled, "In-Reply-To") or folder.line(mapi.IN_REPLY_TO_ID)


def _travelled(folder: _Folder) -> Message:
    text = (folder.text(mapi.TRANSPORT_MESSAGE_HEADERS) or "").lstrip()
    first, _end, rest = text.partition("\n")
    # Some servers wrote a line above that is no header; the parser would stop there.
    return HeaderParser(policy=SHORT_HEADERS).parsestr(text if ":" in first else rest)


def _subject(folder: _Folder) -> str:
    """The subject, without the two marks that say where its own words begin."""
    subject = folder.text(mapi.SUBJECT) or ""
    return " ".join(clean(subject[2:] if subject.startswith("\x01") else subject).split())


def _sender(folder: _Folder) -> str:
    """Whom the mail is from: for a delegate, the person they wrote for."""
    name = folder.line(mapi.SENT_REPRESENTING_NAME)
    address = _address(folder, mapi.SENT_REPRESENTING_SMTP_ADDRESS, mapi.SENT_REPRESENTING_EMAIL_ADDRESS)
    by = folder.line(mapi.SENDER_NAME)
    if not address and name in ("", by):
        name, address = by, _address(folder, mapi.SENDER_SMTP_ADDRESS, mapi.SENDER_EMAIL_ADDRESS)
    return _person(name, address)


def _receivers(folder: _Folder, travelled: Message) -> Iterator[tuple[str, str]]:
    people: dict[int, list[str]] = {mapi.TO: [], mapi.CC: []}
    for number, recipient in enumerate(folder.folders("__recip_version1.0_#", _PART)):
        kind = recipient.number(mapi.RECIPIENT_TYPE)
        if kind in people and number < _MOST_RECIPIENTS:
            address = _address(recipient, mapi.SMTP_ADDRESS, mapi.EMAIL_ADDRESS)
            people[kind].append(_person(recipient.line(mapi.DISPLAY_NAME), address))
    for name, kind, pid in (("To", mapi.TO, mapi.DISPLAY_TO), ("Cc", mapi.CC, mapi.DISPLAY_CC)):
        yield name, header_text(travelled, name) or ", ".join(filter(None, people[kind])) or folder.line(pid)


def _address(folder: _Folder, *pids: int) -> str:
    """The first of these that is a mail address; within a company, Outlook writes a path there ("/O=SHOP/OU=...")."""
    found = (folder.line(pid) for pid in pids)
    return next((line for line in found if not line.startswith("/") and ADDRESS.fullmatch(line)), "")


def _person(name: str, address: str) -> str:
    name = name.replace('"', "")
    return f'"{name}" <{address}>' if name and address and "@" not in name else address or name
