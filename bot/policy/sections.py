"""The parts of the policy file, each checked by itself."""

import re
from datetime import date, time
from functools import cache
from pathlib import Path
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from bot.law.book import UnknownRegime, law_book
from bot.law.calendars import known_calendar

GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")  # how Microsoft names a tenant; Slack's are "T0123ABCD"


@cache
def _zones() -> set[str]:
    """Found once: some hundred files are opened for it."""
    return available_timezones()


def _zone(name: str) -> str:
    if name not in _zones():
        raise ValueError(f"{name!r} is not the name of a time zone, like 'Europe/Amsterdam'")
    return name


def _address(text: str) -> str:
    local, at, domain = text.strip().casefold().partition("@")
    if not (local and at and "." in domain and " " not in text.strip()):
        raise ValueError(f"{text!r} is not an e-mail address")
    return f"{local}@{domain}"


def _tenant(text: str) -> str:
    lower = text.strip().casefold()
    return lower if GUID.fullmatch(lower) else text.strip()


def _law(code: str) -> str:
    try:
        return law_book().regime(code).id
    except UnknownRegime as refusal:
        raise ValueError(str(refusal).rstrip(".")) from None


def _calendar(code: str) -> str:
    known_calendar(code)
    return code


Law = Annotated[str, AfterValidator(_law)]
CalendarCode = Annotated[str, AfterValidator(_calendar)]
Tenant = Annotated[str, AfterValidator(_tenant)]
ZoneName = Annotated[str, AfterValidator(_zone)]
Address = Annotated[str, AfterValidator(_address)]
Language = Literal["en", "nl"]


class Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Organisation(Section):
    name: str = Field(min_length=1)
    domains: tuple[str, ...] = ()  # our own mail domains: never the person's address
    policy_version: date  # from when the privacy policy holds
    earlier_versions: tuple[date, ...] = ()

    def version_on(self, day: date) -> date:
        """The version of the privacy policy that was in force on a day; before all of them, the first."""
        known = sorted({*self.earlier_versions, self.policy_version})
        return max((version for version in known if version <= day), default=known[0])


class Contact(Section):
    """Somebody whom letters and hints may name."""

    name: str
    email: Address
    phone: str = ""
    post: str = ""  # postal address, in one line


class Contacts(Section):
    """Whom people may write to; `support` answers questions about logins and products."""

    dpo: Contact
    support: Address | None = None


class Office(Section):
    """A place of ours: whose requests it answers, whose days off count there, and who is named to the person."""

    name: str
    laws: tuple[Law, ...] = ()  # codes of the laws whose requests it answers
    zone: ZoneName
    calendar: CalendarCode
    contact: Contact


class Roles(Section):
    """Who may do what, by directory address."""

    team: tuple[Address, ...] = Field(min_length=1)
    dpo: tuple[Address, ...] = Field(min_length=1)
    legal: tuple[Address, ...] = ()
    support: tuple[Address, ...] = ()


class Home(Section):
    """The one channel in which cases live."""

    platform: Literal["workspace", "slack", "teams"]
    tenant: Tenant
    channel: str
    language: Language = "en"


class WorkingHours(Section):
    zone: ZoneName
    calendar: CalendarCode = "NL"
    days: tuple[int, ...] = (1, 2, 3, 4, 5)  # ISO: Monday is 1
    start: time = time(9, 0)
    end: time = time(17, 30)

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if self.start >= self.end:
            raise ValueError("working hours end before they start")
        if not self.days or not set(self.days) <= set(range(1, 8)):
            raise ValueError("working days are numbers from 1 (Monday) to 7 (Sunday)")
        return self

    @property
    def tz(self) -> ZoneInfo:
        return ZoneInfo(self.zone)


class Nudges(Section):
    """When the team is reminded, in days before the safe date."""

    ladder: tuple[Annotated[int, Field(ge=0, le=90)], ...] = (14, 7, 3, 1, 0)
    acknowledge: tuple[Annotated[int, Field(ge=0, le=30)], ...] = (2, 0)  # before ack_due
    notices: tuple[Annotated[int, Field(ge=0, le=30)], ...] = (5, 1, 0)  # before extension and refusal notice dates
    untaken_hours: int = Field(default=4, ge=1)  # working hours after which an unowned case is called out
    verification_silent_days: int = Field(default=7, ge=1)
    digest: Literal["monday", "off"] = "monday"


class Clocks(Section):
    """Defaults where a request does not tell."""

    zone: ZoneName = "Europe/Amsterdam"
    calendar: CalendarCode = "NL"
    regime: Law = "eu_gdpr"

    def place(self, law: str) -> tuple[str | None, str | None]:
        """The organisation's zone and calendar for the law that it lives under; every other law has its own."""
        return (self.zone, self.calendar) if law == self.regime else (None, None)


class Retention(Section):
    draft_days: int = Field(default=14, ge=1)  # an abandoned draft
    conversation_days: int = Field(default=1, ge=0)  # after the case is closed
    case_months: int = Field(default=24, ge=24)  # the request log: 24 months at least
    keep_examples: bool = False  # words that left the bot unsure, masked, as examples for the phrase book


class Links(Section):
    """Pages of ours. Self-service is offered first and never made a condition."""

    preferences: str = ""
    do_not_sell: str = ""
    cookie_choices: str = ""  # the tool in which visitors from the EU choose their cookies
    privacy_policy: str = ""
    security: str = ""


class Letters(Section):
    """The organisation's own templates, a folder a language; each stands in for ours of the same name.

    The folder lies beside the policy file, unless its path is a whole one.
    """

    folder: Path | None = None


class Limits(Section):
    """Numbers of our own privacy policy, beside those of the law."""

    age: int = Field(default=16, ge=1, le=21)  # nobody younger may use what we offer
    minor_days: int = Field(default=5, ge=1, le=60)  # working days in which a report about a child is dealt with
    question_days: int = Field(default=5, ge=1, le=60)  # working days in which a general question is answered
    look_back_months: int = Field(default=12, ge=1, le=240)  # what an answer about categories covers by itself
    look_back_from: date = date(2022, 1, 1)  # as far back as somebody may ask
    silence_days: int = Field(default=30, ge=7, le=365)  # without an answer to us, until a request is closed
