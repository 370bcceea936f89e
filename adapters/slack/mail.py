"""A mail that was sent to a Slack channel, as the mail that it was. Slack gives its parts, not its source."""

from collections.abc import Mapping
from contextlib import suppress
from email.message import EmailMessage
from email.utils import formataddr
from typing import Any

from bot.conversation.payload import dicts, sound
from bot.conversation.turn import File
from bot.understanding.sensitive.masks import mask

NAME = "mail.eml"
LONGEST = 1_000_000  # characters of a mail's text


def is_mail(file: dict[str, Any]) -> bool:
    """Whether a file is a mail of Slack's own kind."""
    return file.get("mode") == "email" or (file.get("filetype") == "email" and file.get("mode") != "hosted")


def sorted_files(message: Mapping[str, Any]) -> tuple[list[tuple[File, tuple[str, ...]]], list[dict[str, Any]]]:
    """The mails of a message, each with the kinds of what was masked in it, and the files that are none.

    The files of a message that was forwarded within Slack hang below the message that forwards it.
    """
    hung = [file for one in dicts(message.get("attachments")) for file in dicts(one.get("files"))]
    files = [*dicts(message.get("files")), *hung]
    return [as_file(file) for file in files if is_mail(file)], [file for file in files if not is_mail(file)]


def sender(file: dict[str, Any]) -> str:
    """The address that it came from, lower case; empty when Slack doesn't tell."""
    return next((_line(one.get("address")).casefold() for one in _people(file, "from")), "")


def as_file(file: dict[str, Any]) -> tuple[File, tuple[str, ...]]:
    """The mail as a file, without sensitive numbers, and the kinds of those that were in it."""
    text, masked = mask(sound(str(file.get("plain_text") or file.get("preview_plain_text") or ""))[:LONGEST])
    subject, more = mask(_line(file.get("subject") or file.get("title")))
    given = file.get("headers")
    headers = given if isinstance(given, dict) else {}
    mail = EmailMessage()
    for name, value in (
        ("From", ", ".join(_mailbox(one) for one in _people(file, "from"))),
        ("To", ", ".join(_mailbox(one) for one in _people(file, "to"))),
        ("Cc", ", ".join(_mailbox(one) for one in _people(file, "cc"))),
        ("Date", _ascii(headers.get("date"))),
        ("Subject", subject),
        ("Message-ID", _ascii(headers.get("message_id"))),
        ("In-Reply-To", _ascii(headers.get("in_reply_to"))),
    ):
        if value:
            _put(mail, name, value)
    mail.set_content(text, charset="utf-8")
    for attachment in dicts(file.get("attachments")):
        mail.add_attachment(b"", "application", "octet-stream", filename=_line(attachment.get("filename")) or "file")
    kinds = tuple(dict.fromkeys((*masked, *more)))
    return File.model_construct(name=NAME, content=mail.as_bytes()), kinds


def _put(mail: EmailMessage, name: str, value: str) -> None:
    try:
        mail[name] = value
    except (ValueError, IndexError, TypeError, AttributeError):  # what the library can't take as such a header
        mail[f"X-{name}"] = _ascii(value)


def _mailbox(one: dict[str, Any]) -> str:
    """Name and address. One with other letters than ASCII's left of its @ is for eyes only: no header holds it."""
    address, name = _line(one.get("address")), _line(one.get("name"))
    local, at, domain = address.rpartition("@")
    if not domain.isascii():
        with suppress(UnicodeError):
            address = f"{local}{at}{domain.encode('idna').decode()}"
    return formataddr((name, address)) if address and address.isascii() else f"{name} {address}".strip()


def _people(file: dict[str, Any], key: str) -> list[dict[str, Any]]:
    return [one for one in dicts(file.get(key)) if one.get("address") or one.get("name")]


def _ascii(value: Any) -> str:
    return _line(value).encode("ascii", "replace").decode()


def _line(value: Any) -> str:
    return " ".join(sound(str(value or "")).split())
