"""A weekday and a date beside each other are one day, or none: never another day of that name."""

from datetime import date, timedelta

from bot.understanding.language import LANGUAGES
from bot.understanding.mail.calendar_words import written
from bot.understanding.replies.arrived import arrived
from bot.understanding.replies.days import day_said
from bot.understanding.replies.which_day import WEEK, day_meant, days_meant
from tests.conftest import NOW
from tests.lines import each
from tests.people import EVA

TODAY = NOW.date()
LAST = [TODAY + timedelta(days=ago) for ago in (-45, -33, -20, -13, -8, -7, -5, -2, -1, 1, 2, 5, 8, 20)]
EACH = 3  # of so many ways to write a day one is tried, another on the next day
CAME = {
    "en": "came in {}",
    "nl": "kwam {} binnen",
    "de": "kam am {} rein",
    "fr": "reçu {}",
    "es": "llegó el {}",
    "it": "arrivata {}",
    "pt": "chegou {}",
    "pl": "wpłynęło {}",
}


def ways_to_write(day: date, language: str) -> list[str]:
    weekdays = [name for number, name, _whole in written(language, "days") if number == day.weekday()]
    months = [name for number, name, _whole in written(language, "months") if number == day.month]
    dates = [f"{day.day}/{day.month}", f"{day.day}.{day.month}.", f"{day.day:02}-{day.month:02}"]
    dates += [f"{day.day} {month}" for month in months]
    return [
        said
        for weekday in weekdays
        for written_so in dates
        for said in (f"{weekday} {written_so}", f"{weekday}, {written_so}", f"{written_so} ({weekday})")
    ]


@each("language", LANGUAGES)
def test_a_weekday_beside_a_date_tells_that_date_or_none(language: str) -> None:
    told = 0
    for number, day in enumerate(LAST):
        for said in ways_to_write(day, language)[number % EACH :: EACH]:
            found = day_said(said, NOW, EVA.tz, frozenset((language,)))
            meant = found[0] if found is not None else day_meant(said, NOW, EVA.tz)
            assert meant in (day, None), (said, meant)
            note = f"Ana Diaz wants deletion, {CAME[language].format(said)}"
            came = arrived(note, ("Ana Diaz",), NOW, EVA.tz, frozenset((language,)))
            assert came is None or came.day == day, (note, came)
            told += meant is not None
    assert told > 0


@each(
    ("said", "day"),
    [
        ("Tue 24/2", date(2026, 2, 24)),
        ("dinsdag 24/2", date(2026, 2, 24)),
        ("Mon 2/3", date(2026, 3, 2)),
        ("Saturday 14 March", None),
        ("Mon 24/2", None),
        ("Montag 23.2", date(2026, 2, 23)),
        ("w poniedziałek 9.02", date(2026, 2, 9)),
        ("Montag 9.30 Uhr", date(2026, 3, 2)),
        ("dinsdag om 8.05", date(2026, 3, 3)),
        ("Montag 9.3", None),
        ("na quinta, 12/3", None),
        ("Tuesday, 10/03/26", date(2026, 3, 10)),
        ("Tuesday, 31/02/26", None),
        ("Thursday, 05/02/2025", None),
    ],
)
def test_a_date_to_come_or_of_another_weekday_is_none(said: str, day: date | None) -> None:
    found = day_said(said, NOW, EVA.tz, frozenset(("en", "nl")))
    assert (found[0] if found is not None else day_meant(said, NOW, EVA.tz)) == day
    offered = days_meant(said, NOW, EVA.tz, frozenset(("en", "nl", "de")))
    assert {other for other in offered if TODAY - other < WEEK} <= {day}, "the latest day of that name is not offered"


@each(
    ("said", "day"),
    [
        ("Kunde schrieb am 24.2.", date(2026, 2, 24)),
        ("customer wrote on 24/2", date(2026, 2, 24)),
        ("klant mailde di 24-2", date(2026, 2, 24)),
        ("zij belde dinsdag (24-2), wil uit ons bestand", date(2026, 2, 24)),
        ("klient napisał w pt. 27.02, chce usunięcia danych", date(2026, 2, 27)),
        ("ha chiamato gio 26/2", date(2026, 2, 26)),
        ("gio 26/2", date(2026, 2, 26)),
        ("mevrouw wil weten wat we van haar hebben, ma 2/3 gemaild", date(2026, 3, 2)),
        ("klant mailde ma 24-2", None),
        ("customer wrote on 2/3", None),
        ("ich schrieb ihr am 24.2.", None),
        ('also das hier: "Bitte löschen"', None),
    ],
)
def test_a_day_in_digits_is_told_beside_what_a_customer_did(said: str, day: date | None) -> None:
    found = arrived(said, (), NOW, EVA.tz, frozenset(("en", "nl")))
    assert (found.day if found is not None else None) == day
