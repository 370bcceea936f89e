"""Working days and public holidays of the places where a controller acts.

The lists come from the `holidays` library and are corrected by ``data/calendars.toml``. A calendar is named by its
code (NL, GB-ENG, US-FED ...); None means weekends only. The library is loaded when a list is first needed.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from importlib import resources
from types import MappingProxyType

from bot.law.book import Entry
from bot.toml import read_toml
from bot.wording import later

_ONE_DAY = timedelta(days=1)
# The library's names that are said in the reader's language; those of no other country are left as they are.
SAID = (
    *(later("New Year's Day"), later("Good Friday"), later("Easter Sunday"), later("Easter Monday")),
    *(later("King's Day"), later("Labor Day"), later("Liberation Day"), later("Ascension Day")),
    *(later("Pentecost"), later("Pentecost Monday"), later("Assumption Day"), later("All Saints' Day")),
    *(later("Armistice Day"), later("National Day"), later("German Unity Day"), later("Women's Day")),
    *(later("Victory Day"), later("Christmas Day"), later("Second Day of Christmas"), later("Boxing Day")),
)
_SATURDAY, _SUNDAY = 6, 7


class Dropped(Entry):
    name: str
    source: str
    competing: str | None = None


class Added(Entry):
    name: str
    month: int
    day: int
    source: str


class Calendar(Entry):
    """A list of the library with our corrections."""

    code: str
    name: str
    country: str
    region: str | None = None
    source: str
    effective_from: date
    drop: tuple[Dropped, ...] = ()
    add_fixed: tuple[Added, ...] = ()


@lru_cache(maxsize=1)
def calendars() -> Mapping[str, Calendar]:
    """All calendars by their code."""
    tables = read_toml(resources.files("bot.law").joinpath("data", "calendars.toml"))["calendar"]
    return MappingProxyType({table["code"]: Calendar.model_validate(table) for table in tables})


def known_calendar(code: str | None) -> str | None:
    """The code itself.

    Raises:
        ValueError: there is no such calendar.
    """
    if code is not None and code not in calendars():
        raise ValueError(f"There is no holiday calendar “{code[:40]}”; known are {', '.join(calendars())}.")
    return code


def holiday_name(calendar: str | None, day: date) -> str | None:
    """What is celebrated on that day, in English; None on other days.

    Raises:
        ValueError: there is no such calendar.
    """
    if calendar is None:
        return None
    return _holidays(calendar, day.year).get(day)


def is_sunday_or_holiday(calendar: str | None, day: date) -> bool:
    """Whether the day is a Sunday or a public holiday (a plain Saturday is neither)."""
    return day.isoweekday() == _SUNDAY or holiday_name(calendar, day) is not None


def is_working_day(calendar: str | None, day: date) -> bool:
    """Whether the day is neither Saturday, Sunday nor a public holiday.

    Raises:
        ValueError: there is no such calendar.
    """
    return day.isoweekday() != _SATURDAY and not is_sunday_or_holiday(calendar, day)


def next_working_day(calendar: str | None, day: date) -> date:
    """The day itself if it is a working day, else the first one after it."""
    while not is_working_day(calendar, day):
        day += _ONE_DAY
    return day


def add_business_days(calendar: str | None, day: date, count: int) -> date:
    """The `count`-th working day after a day, which itself never counts."""
    for _ in range(count):
        day = next_working_day(calendar, day + _ONE_DAY)
    return day


def holidays_between(calendar: str | None, first: date, last: date) -> Iterator[tuple[date, str]]:
    """The public holidays from the first to the last day, both included, that fall on Monday to Friday."""
    day = first
    while day <= last:
        name = holiday_name(calendar, day)
        if name is not None and day.isoweekday() < _SATURDAY:
            yield day, name
        day += _ONE_DAY


@lru_cache(maxsize=512)
def _holidays(code: str, year: int) -> Mapping[date, str]:
    known_calendar(code)
    calendar = calendars()[code]
    from holidays import country_holidays  # a tenth of a second that a start without dates need not spend

    listed = country_holidays(calendar.country, subdiv=calendar.region, years=year, language="en_US")
    dropped = {correction.name for correction in calendar.drop}
    days: dict[date, str] = {}
    for day in sorted(listed):
        names = [name for name in listed.get_list(day) if name not in dropped]
        if day.year == year and names:
            days[day] = "; ".join(names)
    for added in calendar.add_fixed:
        days.setdefault(date(year, added.month, added.day), added.name)
    return MappingProxyType(days)
