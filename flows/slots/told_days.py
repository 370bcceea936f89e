"""When a request came in, as a colleague's own words tell it beside what somebody wants."""

import re
from datetime import date, datetime
from itertools import islice

from bot.conversation.scene import Scene
from bot.understanding.reading import Fact, Reading
from bot.understanding.replies.arrived import arrived, days_named, names_a_time
from bot.understanding.replies.stamps import came_before, stamped_days
from flows.slots.arrival import MOST_NAMED, received_in
from flows.slots.moments import moment, no_such_day, noon, spoken

_SHORT = 20  # characters in which a day ends
_SIGNS = ";\n(),|"  # between the parts of a note


def told_by_colleague(reading: Reading, scene: Scene) -> Fact[datetime] | None:
    """When it came in, as a colleague's own few words tell it: "he wrote us yesterday". Heard at once: later on another
    day would be yesterday."""
    if received_in(reading, scene) is not None or reading.mail.forwarded or reading.mail.sender is not None:
        return None
    told = arrived(reading.text, _told_names(reading), *spoken(scene))
    if told is None or no_such_day(moment(told.day, told.clock, scene), scene) is not None:
        return None
    low, high = _as_written(reading.text, told.quote)
    return Fact(moment(told.day, told.clock, scene), reading.text[low:high], (low, high), 0.8, "words")


def _as_written(text: str, quote: str) -> tuple[int, int]:
    """Where a text says what was read as `quote` with its days in full: "kam Mo 2.3. rein"."""
    words = quote.split()
    for count in range(len(words), 0, -1):
        for first in range(len(words) - count + 1):
            found = re.search(r"[\s,.(]+".join(map(re.escape, words[first : first + count])), text)
            if found is not None:
                low = max(text.rfind(sign, 0, found.start()) + 1 for sign in _SIGNS) if first else found.start()
                ends = (text.find(sign, found.end()) for sign in _SIGNS) if first + count < len(words) else ()
                high = min((end for end in ends if end != -1), default=len(text) if ends else found.end())
                last = text.find(words[-1], found.end(), found.end() + _SHORT)  # "Wed, 4 March"
                high = max(high, last + len(words[-1])) if last != -1 else high
                return low + len(text[low:]) - len(text[low:].lstrip()), high
    return 0, len(text)


def named_by_colleague(reading: Reading, scene: Scene) -> tuple[date, ...] | None:
    """The days that a colleague's own words, or the lines of what they paste, name where they don't tell that it came
    in on one of them: "Ann from Leeds phoned on Tuesday". They are offered, and heard at once, too. Empty where they
    name some time before, and no day of it: "the ticket is from last month"; None where they name no time."""
    if received_in(reading, scene) is not None or reading.mail.forwarded or reading.mail.sender is not None:
        return None
    names = _told_names(reading)
    named = days_named(reading.text, names, *spoken(scene))
    stamped = sorted(stamped_days(reading.text, *spoken(scene)))  # the first comment may be the request
    days = (*stamped, *named) if "\n" in reading.text.strip() else (*named, *stamped)
    possible = (day for day in dict.fromkeys(days) if no_such_day(noon(day, scene), scene) is None)  # no birthday
    if offered := tuple(islice(possible, MOST_NAMED)):
        return offered
    before = came_before(reading.text) or (not named and names_a_time(reading.text, names))
    return () if before else None


def _told_names(reading: Reading) -> tuple[str, ...]:
    return tuple(fact.value for fact in (reading.name, reading.email) if fact is not None)
