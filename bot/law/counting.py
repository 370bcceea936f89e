"""The arithmetic of periods: where one ends, where it rolls to, and what waits for the person do to it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.law.book import Regime
from bot.law.calendars import add_business_days, is_sunday_or_holiday, next_working_day
from bot.law.words import Effect, PauseReason, Roll, Unit
from bot.rights import Right


@dataclass(frozen=True, slots=True)
class Pause:
    """A wait for the person: from the day we asked to the day they answered, None while we still wait.

    Raises:
        ValueError: the answer lies before the question.
    """

    reason: PauseReason
    start: date
    end: date | None

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise ValueError("A pause cannot end before it begins.")


@dataclass(frozen=True, slots=True)
class Standstill:
    """What the waits that count have done to a clock."""

    starts: date  # the day from which the period runs
    days: int  # whole days by which its end moves
    waits: tuple[tuple[date, date], ...]  # the merged waits behind those days
    restarted_by: PauseReason | None  # what moved the start away from the day of receipt
    open: tuple[Pause, ...]  # asked in time and not answered yet


def period_end(value: int, unit: Unit, start: date, calendar: str | None) -> date:
    """The last day of a period, before any roll. Months run to the same number, else to the month's last day."""
    match unit:
        case Unit.MONTH:
            return start + relativedelta(months=value)
        case Unit.DAY:
            return start + timedelta(days=value)
        case Unit.BUSINESS_DAY:
            return add_business_days(calendar, start, value)


def rolled(roll: Roll, day: date, calendar: str | None) -> date:
    """The day, or the next one on which the law lets a period end."""
    match roll:
        case Roll.NONE:
            return day
        case Roll.WORKING_DAY:
            return next_working_day(calendar, day)
        case Roll.NOT_SUNDAY:
            while is_sunday_or_holiday(calendar, day):
                day += timedelta(days=1)
            return day


def known_pauses(regime: Regime, right: Right, receipt: date, pauses: Iterable[Pause]) -> tuple[Pause, ...]:
    """The waits that this law lets count for this right, in order of the asking."""
    known = [pause for pause in pauses if regime.pause_rule(right, pause.reason, receipt) is not None]
    return tuple(sorted(known, key=lambda pause: (pause.start, pause.end or date.max, pause.reason)))


def asked_in_time(pauses: Sequence[Pause], due_after: Callable[[Sequence[Pause]], date]) -> tuple[Pause, ...]:
    """The waits that began while the clock still ran; one that came too late never revives it.

    Args:
        pauses: in order of the asking.
        due_after: the legal date once these waits are taken into account.
    """
    taken: list[Pause] = []
    for pause in pauses:
        standing = any(other.end is not None and pause.start <= other.end for other in taken)
        if standing or pause.start <= due_after(taken):
            taken.append(pause)
    return tuple(taken)


def standstill(regime: Regime, right: Right, receipt: date, pauses: Iterable[Pause]) -> Standstill:
    """What these waits do together. Overlapping ones are merged; open ones move nothing yet."""
    starts, restarted_by = receipt, None
    shifts: list[tuple[date, date]] = []
    waiting: list[Pause] = []
    for pause in pauses:
        rule = regime.pause_rule(right, pause.reason, receipt)
        if rule is None:
            continue
        if pause.end is None:
            waiting.append(pause)
        elif rule.effect is Effect.SHIFT:
            shifts.append((pause.start, pause.end))
        elif pause.end > starts:
            starts, restarted_by = pause.end, pause.reason
    waits = merged(shifts, not_before=starts)
    days = sum((end - start).days for start, end in waits)
    return Standstill(starts, days, waits, restarted_by, tuple(waiting))


def merged(spans: Iterable[tuple[date, date]], *, not_before: date) -> tuple[tuple[date, date], ...]:
    """The spans without overlaps and without what lies before a day."""
    result: list[tuple[date, date]] = []
    for start, end in sorted((max(start, not_before), end) for start, end in spans if end > not_before):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)
