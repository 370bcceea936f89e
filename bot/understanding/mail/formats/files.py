"""What a file is, by its bytes: a mail, or nothing that can be read."""

import email
import email.policy
import re
from email.errors import MessageError
from email.message import Message

from bot.errors import Unreadable
from bot.understanding.mail.formats.charsets import LONGEST_HEADER
from bot.wording import _

SHOWN = ("From", "Reply-To", "Date", "To", "Cc", "Subject")
"""The headers of a mail that stand in its text."""

_ANYTHING = ("application/octet-stream", "application/vnd.ms-outlook", "text/plain", "text/rfc822")
_LONGEST_PARAMETERS = 2_000  # characters of a header that describes a part
_HEAD = 20_000  # bytes in which headers are looked for
_HEADER = re.compile(rb"^([A-Za-z][A-Za-z-]{1,40}):", re.MULTILINE)
_TRAVELLED = frozenset((b"date", b"message-id", b"received", b"mime-version", b"return-path", b"subject"))
# What must stand behind a header's name, lest words of a letter are taken for one ("To: be clear, ...")
_ADDRESSED, _TIMED, _ANY = re.compile(rb".{0,500}@"), re.compile(rb".{0,60}\d:\d\d"), re.compile(rb"(?!)")
_MACHINES = re.compile(rb"\s*[\w<(\"/.-]")
_VALUES = {
    b"from": _ADDRESSED, b"to": _ADDRESSED, b"cc": _ADDRESSED, b"date": _TIMED, b"message-id": _MACHINES,
    b"mime-version": _MACHINES, b"received": _MACHINES, b"content-type": _MACHINES, b"return-path": _MACHINES,
}  # fmt: skip
_ON_ITS_WAY = {b"message-id", b"mime-version", b"received", b"content-type", b"return-path"}
# The headers that mails have besides; "Comments" and "Status" are lines of a note, too.
_OF_MAILS = re.compile(
    r"from|date|to|cc|bcc|subject|sender|references|(?:in-reply|reply|return-receipt|errors|delivered|mail-followup)-to|"
    r"user-agent|auto-submitted|authentication-results|accept-language|(?:x|list|resent|content|arc|dkim|thread)-.*"
)
_RUN_ON = re.compile(r"@[^\s:]{1,200}\s[^:<>@]{2,30}:\s")  # "From: Ana <ana@x.example> Sent: ..."
_SIZE = re.compile(rb"(\d{1,9})[ \t]*\r?\n(?=[A-Z][\w-]{1,40}:)")
_MOST_BROKEN = 3  # lines of headers
_KNOWN = (*SHOWN, "Message-ID", "Received", "MIME-Version", "Content-Type", "Return-Path")


class _ShortHeaders(email.policy.Compat32):
    """Headers are cut when they are parsed: the time that their parameters take grows with their length's square."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        if name.lower() == "content-transfer-encoding":
            value = value.partition("(")[0].strip(" \t\"'")  # a comment behind it
        value = value[: _LONGEST_PARAMETERS if name.lower().startswith("content-") else LONGEST_HEADER]
        try:
            return name, value.encode("utf-8", "surrogateescape").decode(
                "utf-8"
            )  # sent as it is, as names of files are
        except UnicodeDecodeError:
            return name, value


SHORT_HEADERS: email.policy.Compat32 = _ShortHeaders()
"""How all mails are parsed."""


class MailError(Unreadable):
    """A file that is no mail. The message is one sentence for the person who handed it over."""


def named_as_mail(name: str) -> bool:
    """Whether a file is called a mail."""
    return name.lower().endswith((".eml", ".msg"))


def may_be_mail(name: str, kind: str) -> bool:
    """Whether it is worth looking into a file; `kind` is its MIME type."""
    return named_as_mail(name) or kind.startswith("message/") or kind in _ANYTHING


def looks_like_mail(raw: bytes) -> bool:
    """Whether a file begins with the headers that only a mail on its way has, whatever it is called."""
    head = re.split(rb"\r?\n\r?\n", raw[:_HEAD].lstrip(), maxsplit=1)[0]
    names = {match[1].lower() for match in _HEADER.finditer(head)}
    return _HEADER.match(head) is not None and b"from" in names and len(names & _TRAVELLED) >= 2


def no_mail() -> MailError:
    """What is said of a file of another kind."""
    return MailError(_("This file is not a mail; drop an .eml or .msg file, or paste the mail's text."))


def parse(raw: bytes) -> Message | None:
    """The message in a file; None when it has no mail headers at all."""
    try:
        message = email.message_from_bytes(_mended(raw.lstrip()), policy=SHORT_HEADERS)
    except (RecursionError, MessageError, ValueError, LookupError, AttributeError, TypeError):
        return None  # hostile nesting or a header that the parser cannot hold: the file is read as text
    return message if any(message.get(name) is not None for name in _KNOWN) else None


def is_written(message: Message) -> bool:
    """Whether people wrote a file's first lines ("Date: ...", "Customer: Ann Bell"), or a program shows a mail so and
    saved it as a text ("Sent: ..."): read as headers, most of them would be lost."""
    names = [name.lower() for name in message]
    if any(name.encode("utf-8", "replace") in _ON_ITS_WAY for name in names):
        return False
    again = names.count("from") > 1 or _RUN_ON.search(str(message.get("From", ""))[:1_000]) is not None
    return again or any(_OF_MAILS.fullmatch(name) is None for name in names)


def apple_words(raw: bytes) -> bytes:
    """The mail in a file of Apple's: behind its size, and before what the program keeps of it."""
    size = _SIZE.match(raw)
    end = size.end() + int(size[1]) if size else 0
    return raw[size.end() : end] if size and raw[end : end + 200].lstrip().startswith(b"<?xml") else raw


def _mended(raw: bytes) -> bytes:
    """A mail with line ends that were not doubled, and with headers that were broken without an indentation put right:
    they would end where they are broken, and the rest of them be read as text."""
    raw = raw.replace(b"\r\r\n", b"\r\n")
    blank = re.search(rb"\r?\n\r?\n", raw[:_HEAD])
    head = raw[: blank.start()].split(b"\n") if blank else []
    seen: set[bytes] = set()
    last = 0
    for at, line in enumerate(head):
        name, _, value = line.lower().partition(b":")
        if _VALUES.get(name, _ANY).match(value) and name not in seen:
            last = at
            seen.add(name)
    broken = [at for at, line in enumerate(head[:last]) if at and not re.match(rb"[!-9;-~]+:|\s", line)]
    if not broken or len(broken) > _MOST_BROKEN or blank is None or not _ON_ITS_WAY & seen:
        return raw
    for at in broken:
        head[at] = b" " + head[at]
    return b"\n".join(head) + raw[blank.start() :]


def refuse_binary(raw: bytes) -> None:
    """Raises MailError for a file that holds no text."""
    sample = raw[:4_096]
    odd = sum(byte < 9 or 13 < byte < 32 for byte in sample)
    if raw.startswith((b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")) or odd * 20 > len(sample):
        raise no_mail()
