"""A legal clock that has a date for the answer: waits, the extension, and where it all ends."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.law.book import ClockRule, Extension, Period, Regime
from bot.law.counting import Pause, Standstill, asked_in_time, known_pauses, merged, period_end, rolled, standstill
from bot.rights import Right


@dataclass(frozen=True, slots=True)
class Announced:
    """That the person was told about an extension: on which day, and until when if a date was named."""

    sent: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Running:
    """One request's clock: what it runs by, before anything was waited for or extended."""

    regime: Regime
    rule: ClockRule
    response: Period
    right: Right
    receipt: date
    calendar: str | None

    def standstill(self, pauses: Sequence[Pause]) -> Standstill:
        return standstill(self.regime, self.right, self.receipt, pauses)

    def first_end(self, pauses: Sequence[Pause]) -> date:
        """The end of the first period, not rolled."""
        return self._end(self.response.value, self.standstill(pauses))

    def first_due(self, pauses: Sequence[Pause]) -> date:
        """The legal date without an extension."""
        return rolled(self.response.roll, self.first_end(pauses), self.calendar)

    def longer_end(self, pauses: Sequence[Pause], extension: Extension, announced: Announced) -> date:
        """The end of the extended period, not rolled: counted from the start, never chained, never shorter."""
        still = self.standstill(pauses)
        cap = None if extension.total is None else self._end(extension.total, still)
        return max(self.first_end(pauses), _earliest(cap, self._announced(pauses, announced)))

    def safe_end(self, pauses: Sequence[Pause], extension: Extension | None, announced: Announced) -> date:
        """The strictest reading of the same: the lower number, the strictest holidays, no roll."""
        still = self.standstill(pauses)
        first = self._strict_end(self.response.strict_value or self.response.value, still)
        if extension is None:
            return first
        total = extension.strict_total or extension.total
        cap = None if total is None else self._strict_end(total, still)
        return max(first, _earliest(cap, self._announced(pauses, announced)))

    def _end(self, value: int, still: Standstill) -> date:
        return period_end(value, self.response.unit, still.starts, self.calendar) + timedelta(days=still.days)

    def _strict_end(self, value: int, still: Standstill) -> date:
        lists = (self.calendar, *self.response.strict_calendars)
        end = min(period_end(value, self.response.unit, still.starts, calendar) for calendar in lists)
        return end + timedelta(days=still.days)

    def _announced(self, pauses: Sequence[Pause], announced: Announced) -> date | None:
        """The date that the person was told, moved by what was waited for since then."""
        if announced.until is None or announced.sent is None:
            return None
        since = [(p.start, p.end) for p in pauses if p.end is not None and p.start >= announced.sent]
        waits = merged(since, not_before=announced.sent)
        return announced.until + timedelta(days=sum((end - start).days for start, end in waits))


@dataclass(frozen=True, slots=True)
class Result:
    """Where a running clock ends."""

    first: Standstill  # as far as it concerns the first period
    first_end: date
    first_due: date
    notice_by: date
    extension: Extension | None  # the one that counts
    still: Standstill
    taken: tuple[Pause, ...]
    end: date  # not rolled
    due: date
    safe: date


def run(clock: Running, pauses: Sequence[Pause], announced: Announced | None) -> Result:
    """Work out all dates of a clock.

    Args:
        clock: the request's clock.
        pauses: every wait for the person, in any order; those that the law does not let count are left out here.
        announced: the extension, None when there is none.
    """
    known = known_pauses(clock.regime, clock.right, clock.receipt, pauses)
    first = asked_in_time(known, clock.first_due)
    first_end, first_due = clock.first_end(first), clock.first_due(first)
    extension = _valid_extension(clock, known, announced)
    taken = first
    end, due = first_end, first_due
    if extension is not None and announced is not None:
        told: Announced = announced

        def longer_due(waits: Sequence[Pause]) -> date:
            return rolled(clock.response.roll, clock.longer_end(waits, extension, told), clock.calendar)

        taken = asked_in_time(known, longer_due)
        end, due = clock.longer_end(taken, extension, told), longer_due(taken)
    return Result(
        first=clock.standstill(first),
        first_end=first_end,
        first_due=first_due,
        notice_by=first_due if clock.rule.notices_roll else first_end,
        extension=extension,
        still=clock.standstill(taken),
        taken=taken,
        end=end,
        due=due,
        safe=min(due, clock.safe_end(taken, extension, announced or Announced(None, None))),
    )


def _valid_extension(clock: Running, known: Sequence[Pause], announced: Announced | None) -> Extension | None:
    """The extension, if the law knows one and the person was told within the first period.

    A wait that is still open counts here as if it ended on the day of the notice: the clock stood still until then.
    """
    extension = clock.rule.extension
    if announced is None or announced.sent is None or extension is None:
        return None
    if extension.total is None and announced.until is None:
        return None
    sent = announced.sent
    by_then = [replace(p, end=max(p.start, sent)) if p.end is None else p for p in known]
    ordered = known_pauses(clock.regime, clock.right, clock.receipt, by_then)
    counted = asked_in_time(ordered, clock.first_due)
    last_day = clock.first_due(counted) if clock.rule.notices_roll else clock.first_end(counted)
    return extension if sent <= last_day else None


def _earliest(cap: date | None, announced: date | None) -> date:
    return min(day for day in (cap, announced) if day is not None)
