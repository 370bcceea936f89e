"""The time of day in a short answer: "yesterday at 23:30", "3 pm"."""

import re
from datetime import time

_CLOCK = re.compile(r"(?<![\d.:/-])([01]?\d|2[0-3])[:.h]([0-5]\d)(?![\d.:/-])(\s?[ap]\.?m\b)?", re.IGNORECASE)
_HALF_DAY = re.compile(r"(?<![\d.:/-])(1[0-2]|0?[1-9])\s?([ap])\.?m\b", re.IGNORECASE)


def clock_in(text: str) -> time | None:
    """The time of day; None where none or several are named, or a half of the day does not fit."""
    halves = [(int(m[1]), 0, m[2]) for m in _HALF_DAY.finditer(text)]
    full = [(int(m[1]), int(m[2]), (m[3] or "").strip()[:1]) for m in _CLOCK.finditer(text)]
    times = [(hour, minute, half.casefold()) for hour, minute, half in full or halves]
    if len(times) != 1:
        return None
    hour, minute, half = times[0]
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute)


def without_clock(text: str) -> str:
    """The same without such times."""
    return _HALF_DAY.sub(" ", _CLOCK.sub(" ", text))
