"""Customers who wrote to the company: each test has some of its own, so that no case is like another."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from zoneinfo import ZoneInfo

ERASURE = "Please delete my account and all personal data that you hold about me."
ZONE = ZoneInfo("Europe/Amsterdam")  # of the organisation, and of everybody here


@dataclass(frozen=True)
class Customer:
    """Somebody who wrote to the company: yesterday, or at another moment."""

    surname: str
    wish: str = ERASURE
    at: datetime | None = None

    @property
    def name(self) -> str:
        return f"Ana {self.surname}"

    @property
    def address(self) -> str:
        return f"ana.{self.surname.lower()}@citrine.example"

    @property
    def wrote(self) -> datetime:
        return self.at.astimezone(ZONE) if self.at else datetime.now(ZONE) - timedelta(days=1)

    @property
    def words(self) -> str:
        return f"Hello, I live in Valencia, Spain. {self.wish}"

    @property
    def forwarded(self) -> str:
        """Their mail as a mail program forwards it."""
        return (
            "Can you look at this?\n\n"
            "---------- Forwarded message ---------\n"
            f"From: {self.name} <{self.address}>\n"
            f"Date: {self.wrote:%a, %d %b %Y} at {self.wrote:%H:%M}\n"
            "Subject: my data\n"
            "To: <support@northloop.example>\n\n"
            f"{self.words}\n\n{self.name}\n"
        )

    @property
    def html(self) -> str:
        """Their mail as Teams gets it when it is pasted."""
        lines = self.forwarded.replace("&", "&amp;").replace("<", "&lt;").splitlines()
        return "".join(f"<p>{line or '&nbsp;'}</p>" for line in lines)

    @property
    def mail(self) -> bytes:
        """Their mail as a file."""
        mail = EmailMessage()
        mail["From"] = f"{self.name} <{self.address}>"
        mail["To"] = "hello@northloop.example"
        mail["Date"] = format_datetime(self.wrote)
        mail["Subject"] = "My data"
        mail["Message-ID"] = f"<{self.surname}@citrine.example>"
        mail.set_content(f"{self.words}\n\nKind regards,\n{self.name}\n")
        return mail.as_bytes()
