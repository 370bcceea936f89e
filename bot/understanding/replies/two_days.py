"""Two days of one month, named once: "between 1 and 3 March", "am 3. oder 4. März"."""

import re

from bot.understanding.replies.answers import phrases, plain
from bot.understanding.replies.calendar_names import months

_NTH = r"(?:st|nd|rd|th|er|de|e|º|ª)?\.?"
_TWO = re.compile(
    rf"(?<![\d./:-])(\d{{1,2}}){_NTH}(?:\s?[-–/&,]\s?|\s(\w{{1,4}})\s)(?:(?:the|am|de|le|el|il|o)\s)?"
    rf"(\d{{1,2}}{_NTH}\s(?:(?:of|de|di)\s)?)([^\W\d]+)",
    re.IGNORECASE,
)


def spelt_out(text: str) -> str:
    """The same with the month beside each of the days: "1 March, 3 March"."""
    return _TWO.sub(_each, text)


def _each(two: re.Match[str]) -> str:
    one, word, other, month = two.groups()
    joins = word is None or plain(word) in phrases("between") | phrases("either")
    if not joins or plain(month) not in months():
        return two[0]  # "at 3 pm 4 March", "3 and 4 people"
    return f"{one} {month}, {other}{month}"
