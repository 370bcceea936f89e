"""Dates that are counted in a way of their own: Thailand's years, Japan's eras, Vietnam's numbered months, Iran's
calendar."""

import re
from datetime import date, timedelta

_THAI = re.compile("[\u0e01-\u0e4e]")
_BUDDHIST = 543  # years ahead
_LONG_YEAR = re.compile(r"(?<!\d)2[56]\d\d(?!\d)")
_SHORT_YEAR = re.compile("(?:(?<=[\u0e01-\u0e4e.] )|(?<=\\d/))[5-9]\\d(?![\\d:./])")
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}  # the year before the first
_OF_ERA = re.compile(rf"({'|'.join(_ERAS)})\s?(\d{{1,2}}|元)\s?年\s?(\d{{1,2}})\s?月\s?(\d{{1,2}})\s?日")
_MONTHS = {"một": 1, "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
           "mười một": 11, "mười hai": 12, "mười": 10}  # fmt: skip
_VIETNAMESE = re.compile(
    rf"(?<!\d)(\d{{1,2}})[\s,]{{0,2}}(?:tháng|thg)\.?\s?(\d{{1,2}}|{'|'.join(_MONTHS)})[\s,]{{0,2}}(?:năm\s)?(\d{{4}})(?!\d)",
    re.IGNORECASE,
)
# Iran's months, and Afghanistan's names of the same; of the first six each has 31 days, of the others 30
_PERSIAN_MONTHS = (
    "فروردین حمل", "اردیبهشت ثور", "خرداد جوزا", "تیر سرطان", "مرداد اسد", "شهریور سنبله",
    "مهر میزان", "آبان عقرب", "آذر قوس", "دی جدی", "بهمن دلو", "اسفند حوت",
)  # fmt: skip
_MONTH_OF = {name: number for number, names in enumerate(_PERSIAN_MONTHS, 1) for name in names.split()}
_ITS_LETTERS = str.maketrans("يك", "یک")  # written with those of Arabic
_YEAR, _DAY = r"(?P<y>[1۱](?:[3۳]\d\d|[4۴][012۰۱۲]\d))", r"(?P<d>\d{1,2})"  # years from 1921 until 2050
_MONTH, _APART = rf"(?P<m>{'|'.join(_MONTH_OF)})(?:\s?ماه)?", r"[\s،,]{1,3}"
_PERSIAN = tuple(
    re.compile(rf"(?<![\d/.-]){form}(?![\d/-])")
    for form in (
        _DAY + _APART + _MONTH + _APART + _YEAR,
        _YEAR + _APART + _MONTH + _APART + _DAY,
        rf"{_YEAR}(?P<sign>[/.-])(?P<m>\d{{1,2}})(?P=sign){_DAY}",
        rf"{_DAY}(?P<sign>[/.-])(?P<m>\d{{1,2}})(?P=sign){_YEAR}",
    )
)
_NEW_YEAR = date(2026, 3, 21)  # of 1405
_MAY_BE = re.compile("年|th[gá]|[\u0600-\u06ff]", re.IGNORECASE)


def in_common_years(text: str) -> str:
    """A line of a Thai mail with its years as others count them; each letter stays in its place."""
    if not _THAI.search(text):
        return text
    text = _LONG_YEAR.sub(lambda year: str(int(year[0]) - _BUDDHIST), text)
    return _SHORT_YEAR.sub(lambda year: f"{int(year[0]) - _BUDDHIST % 100:02}", text)


def odd_date(text: str, languages: frozenset[str]) -> tuple[int, int, date] | None:
    """A date of a Japanese era, of Iran's calendar, or with a month that has a number for a name: where it stands, and
    the day."""
    if not ("fa" in languages or _MAY_BE.search(text)):  # as in most lines
        return None
    if era := _OF_ERA.search(text):
        year = _ERAS[era[1]] + (1 if era[2] == "元" else int(era[2]))
        return _found(era, year, int(era[3]), int(era[4]))
    if match := _VIETNAMESE.search(text):
        month = int(match[2]) if match[2].isdecimal() else _MONTHS[match[2].lower()]
        return _found(match, int(match[3]), month, int(match[1]))
    text = text.translate(_ITS_LETTERS)
    found = (match for form in _PERSIAN if (match := form.search(text)))
    return next((told for match in found if (told := _of_iran(match))), None)


def _of_iran(match: re.Match[str]) -> tuple[int, int, date] | None:
    """A day of Iran's calendar, of which eight years in 33 are leap years."""
    year, day = int(match["y"]), int(match["d"])
    month = int(match["m"]) if match["m"].isdecimal() else _MONTH_OF[match["m"]]
    if not (1 <= month <= 12 and 1 <= day <= (31 if month < 7 else 30)):
        return None
    days = 365 * (year - 1405) + (8 * year + 21) // 33 - (8 * 1405 + 21) // 33
    days += 30 * (month - 1) + min(month - 1, 6) + day - 1
    return (*match.span(), _NEW_YEAR + timedelta(days))


def _found(match: re.Match[str], year: int, month: int, day: int) -> tuple[int, int, date] | None:
    try:
        return (*match.span(), date(year, month, day))
    except ValueError:
        return None
