"""The sample mails that are one click away. Written for this project; every address is an example address.

Their dates are filled in when they are asked for: a mail from last year would be overdue before it is read. In the
files ``$date``, ``$day_before`` and ``$dag_ervoor`` stand for them, and `X-Sample-Sent` says how old the mail is.
"""

import email
import email.policy
import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from email.utils import format_datetime as mail_date
from functools import cache
from importlib import resources
from string import Template
from zoneinfo import ZoneInfo

from babel.dates import format_date

SENT = re.compile(r"^X-Sample-Sent: (\d+) days ago, (\d\d:\d\d), (\S+)\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Sample:
    """A mail as it lies in the folder; `title` is its subject."""

    name: str
    title: str
    language: str
    template: str

    def mail(self, now: datetime) -> bytes:
        """The mail as it would be if it had come in a few days before now."""
        found = SENT.search(self.template)
        if found is None:
            raise ValueError(f"the sample {self.name} does not say when it was sent")
        zone = ZoneInfo(found[3])
        day = now.astimezone(zone).date() - timedelta(days=int(found[1]))
        before = day - timedelta(days=1)
        return (
            Template(SENT.sub("", self.template, count=1))
            .substitute(
                date=mail_date(datetime.combine(day, time.fromisoformat(found[2]), zone)),
                day_before=format_date(before, "EEE, d MMM y", locale="en"),
                dag_ervoor=format_date(before, "EEEE d MMMM y", locale="nl"),
            )
            .encode()
        )


@cache
def samples() -> dict[str, Sample]:
    """All sample mails by file name, in the order of their names."""
    folder = resources.files("adapters.web") / "samples"
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".eml")), key=lambda f: f.name)
    return {file.name: _sample(file.name, file.read_text(encoding="utf-8")) for file in files}


def _sample(name: str, template: str) -> Sample:
    head = email.message_from_string(template, policy=email.policy.default)
    return Sample(name, str(head["Subject"]), str(head.get("Content-Language", "en")), template)
