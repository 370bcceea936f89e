"""What a file is, by its bytes: a mail, or nothing that can be read."""

import email
import email.policy
from email.errors import MessageError
from email.message import Message

from bot.errors import Unreadable
from bot.wording import _

SHOWN = ("From", "Reply-To", "Date", "To", "Cc", "Subject")
"""The headers of a mail that stand in its text."""

_KNOWN = (*SHOWN, "Message-ID", "Received", "MIME-Version", "Content-Type", "Return-Path")


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
