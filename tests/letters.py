"""A customer's letter, as a mail file that came in yesterday."""

from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
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
