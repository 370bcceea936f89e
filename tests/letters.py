"""A customer's letter, as a mail file that came in yesterday; and the desk's, as a mail program reads its file."""

from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import format_datetime

ADDRESS = "ana.diaz@citrine.example"
SURNAME = "Diaz"


def letter(words: str = "Please send me a copy of all the personal data you hold about me.") -> bytes:
    """Ana Diaz of Valencia asks for something."""
    mail = EmailMessage()
    mail["From"] = f"Ana {SURNAME} <{ADDRESS}>"
    mail["To"] = "hello@northloop.example"
    mail["Date"] = format_datetime(datetime.now(UTC) - timedelta(days=1))
    mail["Subject"] = "My data"
    mail["Message-ID"] = "<one@citrine.example>"
    mail.set_content(f"Hello,\n\n{words} I live in Valencia, Spain.\n\nKind regards,\nAna {SURNAME}\n")
    return mail.as_bytes()


def drafted(content: bytes) -> tuple[EmailMessage, str]:
    """A draft that the desk wrote, and its text."""
    mail = message_from_bytes(content, policy=default)
    assert not mail.defects
    return mail, mail.get_content().replace("\r\n", "\n").removesuffix("\n")
