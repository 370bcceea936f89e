"""Dates that are counted in a way of their own: Thailand's years, Japan's eras, Vietnam's numbered months."""

import re
from datetime import date

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
_MAY_BE = re.compile("年|th[gá]", re.IGNORECASE)


def in_common_years(text: str) -> str:
    """A line of a Thai mail with its years as others count them; each letter stays in its place."""
    if not _THAI.search(text):
        return text
    text = _LONG_YEAR.sub(lambda year: str(int(year[0]) - _BUDDHIST), text)
    return _SHORT_YEAR.sub(lambda year: f"{int(year[0]) - _BUDDHIST % 100:02}", text)


def odd_date(text: str) -> tuple[int, int, date] | None:
    """A date of a Japanese era, or with a month that has a number for a name: where it stands, and the day."""
    if not _MAY_BE.search(text):  # as in most lines
        return None
    if era := _OF_ERA.search(text):
        year = _ERAS[era[1]] + (1 if era[2] == "元" else int(era[2]))
        return _found(era, year, int(era[3]), int(era[4]))
    if match := _VIETNAMESE.search(text):
        month = int(match[2]) if match[2].isdecimal() else _MONTHS[match[2].lower()]
        return _found(match, int(match[3]), month, int(match[1]))
    return None


def _found(match: re.Match[str], year: int, month: int, day: int) -> tuple[int, int, date] | None:
    try:
        return (*match.span(), date(year, month, day))
    except ValueError:
        return None
