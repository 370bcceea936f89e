"""The organisation's own promises and settings, loaded from one TOML file and checked as a whole.

Whatever is wrong is said in one sentence a fault, with the file's line. Colleagues are named by the address that
their directory knows, so one entry covers a person's accounts on every platform.
"""

import hashlib
import re
import tomllib
from datetime import date, time
from pathlib import Path
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from bot.errors import BadSettings

GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")  # how Microsoft names a tenant; Slack's are "T0123ABCD"


def _zone(name: str) -> str:
    if name not in available_timezones():
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


Tenant = Annotated[str, AfterValidator(_tenant)]
ZoneName = Annotated[str, AfterValidator(_zone)]
Address = Annotated[str, AfterValidator(_address)]
Language = Literal["en", "nl"]


class Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Organisation(Section):
    name: str = Field(min_length=1)
    domains: tuple[str, ...] = ()  # our own mail domains: never the person's address
    policy_version: date


class Contact(Section):
    """Somebody whom letters and hints may name."""

    name: str
    email: Address


class Contacts(Section):
    dpo: Contact


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
    calendar: str = "NL"  # holiday list, a code of bot/law/calendars
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
    calendar: str = "NL"
    regime: str = "eu_gdpr"


class Retention(Section):
    draft_days: int = Field(default=14, ge=1)  # an abandoned draft
    conversation_days: int = Field(default=1, ge=0)  # after the case is closed
    case_months: int = Field(default=24, ge=24)  # the request log: 24 months at least
    keep_examples: bool = False  # words that left the bot unsure, masked, as examples for the phrase book


class Links(Section):
    """Self-service, offered first and never made a condition."""

    preferences: str = ""
    do_not_sell: str = ""


class Policy(Section):
    organisation: Organisation
    contacts: Contacts
    roles: Roles
    home: Home
    working_hours: WorkingHours
    tenants: tuple[Tenant, ...] = ()  # platform tenants and team ids that may use the bot; empty: the home's only
    nudges: Nudges = Nudges()
    clocks: Clocks = Clocks()
    retention: Retention = Retention()
    links: Links = Links()
    version: str = ""  # of this file: set when it is loaded

    def tenants_on(self, platform: str) -> tuple[str, ...]:
        """The tenants of one chat platform that may use the desk, the home's first. Their ids tell whose they are."""
        home = [self.home.tenant] if self.home.platform == platform else []
        others = [tenant for tenant in self.tenants if (GUID.fullmatch(tenant) is not None) == (platform == "teams")]
        return tuple(dict.fromkeys([*home, *others]))

    def is_team(self, email: str | None) -> bool:
        """The privacy team and the DPO."""
        return email is not None and email in (*self.roles.team, *self.roles.dpo)

    def is_support(self, email: str | None) -> bool:
        return email is not None and email in self.roles.support


def load_policy(path: Path) -> Policy:
    """Read and check a policy file. Raises BadSettings with one line for each fault."""
    try:
        raw = path.read_bytes()
    except OSError as trouble:
        raise BadSettings(f"The policy file {path} cannot be read: {trouble.strerror}.") from None
    try:
        text = raw.decode()
        values = tomllib.loads(text)
        return Policy.model_validate({**values, "version": hashlib.sha256(raw).hexdigest()[:12]})
    except UnicodeDecodeError:
        raise BadSettings(f"The policy file {path} is not UTF-8 text.") from None
    except tomllib.TOMLDecodeError as trouble:
        raise BadSettings(f"The policy file {path} is not valid TOML: {trouble}.") from None
    except ValidationError as trouble:
        faults = "\n".join(_fault(path, text, e["loc"], e["msg"], e["type"]) for e in trouble.errors())
        raise BadSettings(faults) from None


def _fault(path: Path, text: str, where: tuple[int | str, ...], message: str, kind: str) -> str:
    names = [str(part) for part in where if isinstance(part, str)]
    line = _line_of(text, names)
    place = f"{path}, line {line}" if line else str(path)
    key = ".".join(names)
    if kind == "extra_forbidden":
        return f"{place}: there is no setting '{key}'. Remove it, or check its spelling."
    if kind == "missing":
        return f"{place}: the setting '{key}' is missing."
    return f"{place}: '{key}': {message.removeprefix('Value error, ')}."


def _line_of(text: str, names: list[str]) -> int | None:
    """The line of a key, found by walking the table headers; tomllib keeps no positions."""
    best, best_depth, table = None, 0, list[str]()
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        if line.startswith("["):
            table = [part.strip().strip('"') for part in line.strip("[]").split("]")[0].split(".")]
            here = table
        elif "=" in line and not line.startswith("#"):
            here = [*table, *(part.strip().strip('"') for part in line.split("=")[0].split("."))]
        else:
            continue
        if here == names[: len(here)] and len(here) > best_depth:
            best, best_depth = number, len(here)
    return best
