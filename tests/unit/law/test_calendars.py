"""Working days of the places where a controller acts."""

from datetime import date

from bot.law.calendars import (
    add_business_days,
    calendars,
    holiday_name,
    is_working_day,
    next_working_day,
)
from tests.lines import each


@each(
    ("calendar", "day", "works"),
    [
        ("NL", "2026-04-03", True),  # Good Friday
        ("NL+GF", "2026-04-03", False),
        ("NL+5MEI", "2026-04-03", True),
        ("NL", "2026-05-05", True),  # not a lustrum year
        ("NL", "2025-05-05", False),
        ("NL+5MEI", "2026-05-05", False),
        ("NL", "2026-04-27", False),  # King's Day
        ("IE", "2026-04-03", True),
        ("IE", "2026-02-02", False),
        ("DE-BE", "2027-03-08", False),  # Women's Day
        ("FR", "2026-05-01", False),
        ("BE", "2026-07-21", False),
        ("GB-ENG", "2026-12-28", False),  # for Boxing Day on Saturday
        ("GB-SCT", "2027-01-04", False),  # for 2 January on Saturday
        ("US-FED", "2027-12-31", False),  # for New Year's Day 2028 on Saturday
        ("US-FED", "2026-11-27", True),  # the day after Thanksgiving
        ("US-CA", "2026-11-27", False),
        ("US-CA", "2026-10-12", True),  # Columbus Day
        ("US-FED", "2026-10-12", False),
        ("US-CA", "2026-03-31", False),  # Cesar Chavez Day
        ("US-CA", "2028-02-15", True),  # Susan B. Anthony Day
        ("ZA", "2026-08-10", False),  # for a Sunday
        (None, "2026-12-25", True),  # no list: weekends only
        (None, "2026-12-26", False),
    ],
)
def test_who_works_when(calendar: str | None, day: str, works: bool) -> None:
    assert is_working_day(calendar, date.fromisoformat(day)) is works


def test_working_days_around_easter() -> None:
    easter = date(2026, 4, 5)
    assert next_working_day("NL", easter) == date(2026, 4, 7)
    assert next_working_day("NL", date(2026, 4, 7)) == date(2026, 4, 7)
    assert add_business_days("NL", date(2026, 4, 3), 2) == date(2026, 4, 8)


def test_a_holiday_has_a_name() -> None:
    assert holiday_name("NL", date(2026, 4, 6)) == "Easter Monday"
    assert holiday_name("NL", date(2026, 4, 3)) is None
    assert holiday_name(None, date(2026, 12, 25)) is None


@each("calendar", sorted(calendars()))
def test_every_calendar_knows_new_year(calendar: str) -> None:
    assert not is_working_day(calendar, date(2026, 1, 1))
    assert calendars()[calendar].source


@each("calendar", sorted(calendars()))
def test_a_correction_corrects_something(calendar: str) -> None:
    from holidays import country_holidays

    entry = calendars()[calendar]
    listed = country_holidays(entry.country, subdiv=entry.region, years=range(2020, 2031), language="en_US")
    names = {name for day in listed for name in listed.get_list(day)}
    assert {dropped.name for dropped in entry.drop} <= names
