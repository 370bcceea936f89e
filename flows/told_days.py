"""When a request came in, as a colleague's own words tell it beside what somebody wants."""

from datetime import date, datetime
from itertools import islice

from bot.conversation.scene import Scene
from bot.understanding.reading import Fact, Reading
from bot.understanding.replies.arrived import arrived, days_named
from bot.understanding.replies.stamps import came_before, stamped_days
from flows.arrival import MOST_NAMED, no_such_day, received_in
from flows.moments import moment, noon, spoken


def told_by_colleague(reading: Reading, scene: Scene) -> Fact[datetime] | None:
    """When it came in, as a colleague's own few words tell it: "he wrote us yesterday". Heard at once: later on another
    day would be yesterday."""
    if received_in(reading, scene) is not None or reading.mail.forwarded or reading.mail.sender is not None:
        return None
    told = arrived(reading.text, _told_names(reading), *spoken(scene))
    if told is None or no_such_day(moment(told.day, told.clock, scene), scene) is not None:
        return None
    at = max(reading.text.find(told.quote), 0)
    return Fact(moment(told.day, told.clock, scene), told.quote, (at, at + len(told.quote)), 0.8, "words")


def named_by_colleague(reading: Reading, scene: Scene) -> tuple[date, ...] | None:
    """The days that a colleague's own words, or the lines of what they paste, name where they don't tell that it came
    in on one of them: "Ann from Leeds phoned on Tuesday". They are offered, and heard at once, too. No days where only
    some time before is told, "came in last week"; None where nothing is."""
    if received_in(reading, scene) is not None or reading.mail.forwarded or reading.mail.sender is not None:
        return None
    named = days_named(reading.text, _told_names(reading), *spoken(scene))
    stamped = sorted(stamped_days(reading.text, *spoken(scene)))  # the first comment may be the request
    days = (*stamped, *named) if "\n" in reading.text.strip() else (*named, *stamped)
    possible = (day for day in dict.fromkeys(days) if no_such_day(noon(day, scene), scene) is None)  # no birthday
    offered = tuple(islice(possible, MOST_NAMED))
    return offered if offered or came_before(reading.text) else None


def _told_names(reading: Reading) -> tuple[str, ...]:
    return tuple(fact.value for fact in (reading.name, reading.email) if fact is not None)
