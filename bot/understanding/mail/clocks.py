"""Times of day and zones as mail programs write them beside a date."""

import re
from datetime import time, timedelta, timezone, tzinfo
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.understanding.mail import lexicon
from bot.understanding.wordlists import alternatives

TIME = re.compile(
    r"(?:(?<![\d+-])|(?<=ב-))(?:(?P<half>de|du|öö|ös|上午|下午|凌晨|早上|中午|晚上|午前|午後|오전|오후)\.?\s?)?"
    r"(?P<h>\d{1,2})(?:\s?(?:[:：時时点시]|h(?:eures?)?)\s?|\.)(?P<m>\d{2}|\d(?=[分분]))"
    r"(?:(?:[:.]|[分분]\s?|\s?m(?:in)?\.?\s?)(?P<s>\d{2}|\d(?=[秒초]))(?:[秒초]|\.\d{3}|\s?s(?:ec)?\b)?|\s?min\b\.?)?(?!\d)"
    r"\s{0,2}(?:(?P<am>[ap])\.?\s?m\b\.?|(?P<other>[μπ]\.?μ|[صم](?!\w)|[قب]\.ظ|(?-i:SA|CH|ÖÖ|ÖS)\b|"
    r"(?:пр|сл)\.\s?об\b|पूर्वाह्न|अपराह्न|(?:אחה|לפנה)[״\"]צ)\.?)?",
    re.IGNORECASE,
)
HOUR = re.compile(r"(?<![\d+-])(\d{1,2})\s?([ap])\.?\s?m\b", re.IGNORECASE)
_OFFSET = re.compile(r"\s{0,3}[(\[]?\s?(?:(?i:GMT|UTC|غرينتش)\s?)?([+\-−])(\d{1,2}):?(\d{2})?(?!\d)")
_PLACE = re.compile(r"\s{0,3}\(?([A-Z][A-Za-z]{1,12}/[A-Z][A-Za-z_-]{1,30})\b")  # "(Europe/Berlin)", as OTRS writes it
_ZONE = re.compile(r"\s{0,3}\(?([A-ZČ]{1,5}|МСК)\b")
# "Eastern Standard Time", as AOL writes it, and the names that Windows has for Europe's
_SPELT_ZONE = re.compile(
    r"\s{0,3}\(?(Eastern|Central|Mountain|Pacific|GMT|W\. Europe|Central Europe|Central European|Romance) "
    r"(Standard|Daylight|Summer) Time\b\)?"
)
_SPELT = {"Eastern": -300, "Central": -360, "Mountain": -420, "Pacific": -480, "GMT": 0}  # minutes; the rest are at 60
_OF_AMERICA = re.compile(
    r"\b(?:[ECMP][SD]T|(?:Eastern|Central|Mountain|Pacific) (?:(?:Standard|Daylight) )?Time|US/[A-Z][a-z]+|America/"
    r"(?:New_York|Chicago|Denver|Los_Angeles|Phoenix|Detroit|Anchorage|Boise|Indiana|Kentucky|North_Dakota))\b"
)
_AFTERNOON = frozenset(
    ("p", "du", "ös", "μμ", "下午", "午後", "오후", "中午", "晚上", "م", "بظ", "ch", "сл об", "слоб", "अपराह्न", 'אחה"צ',
     "אחה״צ")
)  # fmt: skip
# Zone names that mail programs print, in minutes east of UTC.
_ZONES = {
    "Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "WET": 0, "WEST": 60, "BST": 60, "CET": 60, "MEZ": 60, "CEST": 120,
    "MESZ": 120, "EET": 120, "EEST": 180, "MSK": 180, "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420,
    "MDT": -360, "PST": -480, "PDT": -420, "JST": 540, "KST": 540, "SEČ": 60, "SELČ": 120, "HNEC": 60, "HAEC": 120,
    "HNE": -300, "HAE": -240, "ICT": 420, "WIB": 420, "HKT": 480, "SGT": 480, "SAST": 120, "BRT": -180, "TRT": 180,
    "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780, "МСК": 180, "MET": 60, "MEST": 120, "AKST": -540, "AKDT": -480,
    "HST": -600, "AWST": 480, "ACST": 570, "ACDT": 630, "WAT": 60, "CAT": 120, "EAT": 180, "PKT": 300, "PHT": 480,
    "MYT": 480, "WITA": 480, "WIT": 540, "YEKT": 300, "ART": -180, "CLT": -240, "CLST": -180, "COT": -300, "PET": -300,
}  # fmt: skip


def clocks_in(text: str) -> list[tuple[int, int]]:
    """Where times of day stand: "10:24", "19.20", "9 pm". Their numbers are neither days nor years."""
    times = [match for match in TIME.finditer(text) if _moment(match)]
    hours = [match for match in HOUR.finditer(text) if _time(int(match[1]), 0, 0, match[2].casefold())]
    return [match.span() for match in (*times, *hours)]


def within(at: int, spans: list[tuple[int, int]]) -> bool:
    """Whether a place lies in one of these spans."""
    return any(start <= at < end for start, end in spans)


def is_hour(text: str, number: re.Match[str]) -> bool:
    """Whether a number is an hour by what stands beside it: "om 10", "10 uur"; or a part of a time that cannot be."""
    before, after = lexicon.fold(text[: number.start()]).rstrip(" ."), lexicon.fold(text[number.end() :])
    word = before.rpartition(" ")[2]
    return (
        (after[:1] == ":" and after[1:2].isdigit())
        or word in _hour_words("before")
        or lexicon.starts_with(after, _hour_words("after"))
    )


@cache
def _hour_words(side: str) -> tuple[str, ...]:
    return tuple(lexicon.phrases("markers", f"{side}_hour"))


@cache
def _hour_word() -> re.Pattern[str]:
    return re.compile(rf"\s{{0,2}}(?:{alternatives(_hour_words('after'))})\.?(?=\s)", re.IGNORECASE)


def clock_beside(text: str, day_start: int, day_end: int) -> tuple[int, int, time] | None:
    """The time of day beside a date: after it, or else before it, or else between its month and its year."""
    for start, end in ((day_end, min(len(text), day_end + 40)), (0, day_start), (day_start, day_end)):
        for match in TIME.finditer(text, start, end):
            if start == day_start and ":" not in match[0]:
                continue
            if clock := _moment(match):
                behind = _half_behind(text, match, clock)
                return (match.start(), *(behind or (match.start() + len(match[0].rstrip()), clock)))
        for match in HOUR.finditer(text, start, end):
            clock = _time(int(match[1]), 0, 0, match[2].casefold())
            if clock:
                return match.start(), match.end(), clock
    return None


@cache
def _halves(kind: str) -> re.Pattern[str]:
    """Words for a half of the day; "em" is another word before a number or a small letter: "9:15 em 3 de março"."""
    words = alternatives(lexicon.phrases("markers", kind))
    return re.compile(rf"\s{{0,2}}(?:{words})(?!\w)\.?(?!\s?[\da-zà-ÿ])")


def _half_behind(text: str, match: re.Match[str], clock: time) -> tuple[int, time] | None:
    """Where a word for a half of the day ends that stands behind a time, and the time that is meant."""
    if match["half"] or match["am"] or match["other"] or not 0 < clock.hour <= 12:
        return None
    for kind, hours in (("forenoon", 0), ("afternoon", 12)):
        if half := _halves(kind).match(text, match.start() + len(match[0].rstrip())):
            return half.end(), clock.replace(hour=clock.hour % 12 + hours)
    return None


def _moment(match: re.Match[str]) -> time | None:
    """The time of day that a match of `TIME` is, or None."""
    half = (match["half"] or match["am"] or (match["other"] or "").replace(".", "")).casefold()
    return _time(int(match["h"]), int(match["m"]), int(match["s"] or 0), half)


def _time(hour: int, minute: int, second: int, half: str) -> time | None:
    if half and hour <= 12:
        hour = hour % 12 + (12 if half in _AFTERNOON else 0)
    return time(hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


def offset_at(text: str, start: int) -> tuple[int, tzinfo] | None:
    """The zone that follows a time, perhaps behind a word for the hour ("Uhr MEZ"), and where it ends."""
    if word := _hour_word().match(text, start):
        start = word.end()
    if match := _OFFSET.match(text, start):
        minutes = int(match[2]) * 60 + int(match[3] or 0)
        if minutes <= (14 if match[1] == "+" else 12) * 60:
            sign = 1 if match[1] == "+" else -1
            return match.end(), timezone(timedelta(minutes=sign * minutes))
    if match := _SPELT_ZONE.match(text, start):
        minutes = _SPELT.get(match[1], 60) + 60 * (match[2] != "Standard")
        return match.end(), timezone(timedelta(minutes=minutes))
    if (match := _PLACE.match(text, start)) and (zone := _zone_of(match[1])):
        return match.end(), zone
    if (match := _ZONE.match(text, start)) and match[1] in _ZONES:
        return match.end(), timezone(timedelta(minutes=_ZONES[match[1]]))
    return None


def is_american(text: str) -> bool:
    """Whether a line names a zone of the United States, where the month is written first."""
    return _OF_AMERICA.search(text) is not None


@lru_cache(maxsize=64)
def _zone_of(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
