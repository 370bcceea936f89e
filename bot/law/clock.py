"""The dates of one request under one law. Pure: everything comes from `ClockInput` and the `LawBook`.

Legal dates are plain dates in the law's own zone. They are computed once from the receipt: first the waits for the
person, then the extension, then one roll over days off.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.cases.words import ONLY_HELD, Role
from bot.law.book import ClockRule, LawBook, Period, Regime, UnknownRegime
from bot.law.calendars import known_calendar
from bot.law.counting import Pause, period_end, rolled
from bot.law.explain import Explained, Explainer
from bot.law.running import Announced, Result, Running, run
from bot.law.words import ClockStatus, Effect, PauseReason
from bot.rights import Right

__all__ = [
    "ClockInput",
    "ClockStatus",
    "Dates",
    "Explained",
    "Pause",
    "PauseReason",
    "UnknownRegime",
    "compute",
]

_LAST_SECOND = time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class ClockInput:
    """What the dates depend on.

    Attributes:
        regime: code of the law, e.g. "eu_gdpr".
        right: what is asked for.
        received: first arrival at the organisation on any channel, zone-aware.
        zone: IANA zone of the dates; None takes the law's own.
        calendar: holidays of the place where the controller acts (a code of `calendars`); None takes the law's own.
        role: an unknown role counts as controller; a processor has no clock of its own.
        extended: whether the one extension was taken; it counts only with a notice in time.
        extension_notice_sent: the day on which the person was told about it.
        extension_until: the date that the person was told; None takes the longest that the law allows.
        pauses: waits for the person, in any order.

    Raises:
        ValueError: `received` has no zone.
    """

    regime: str
    right: Right
    received: datetime
    zone: str | None = None
    calendar: str | None = None
    role: Role = Role.CONTROLLER
    extended: bool = False
    extension_notice_sent: date | None = None
    extension_until: date | None = None
    pauses: tuple[Pause, ...] = ()

    def __post_init__(self) -> None:
        if self.received.utcoffset() is None:
            raise ValueError("The time of receipt needs a zone.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """The clock of one request under one law; None where the law sets no such date.

    `due` is the legal date, None also while a wait is open; `safe_due` is the strictest reading and stays visible
    then. `due_end_utc` is the last second of `due`. `target_ack` and `target_due` are our own, where the law has none.
    """

    regime: str
    receipt_date: date
    ack_due: date | None = None
    safe_due: date | None = None
    due: date | None = None
    extension_notice_by: date | None = None
    refusal_notice_by: date | None = None
    due_end_utc: datetime | None = None
    status: ClockStatus
    extended: bool = False  # whether an extension counts
    target_due: date | None = None
    target_ack: date | None = None
    explained: tuple[Explained, ...] = ()


def compute(given: ClockInput, book: LawBook) -> Dates:
    """All dates of a request.

    Raises:
        UnknownRegime: there is no data for the law.
        ValueError: the zone or the calendar is unknown.
    """
    regime = book.regime(given.regime)
    zone = _zone(given.zone or regime.zone)
    calendar = known_calendar(given.calendar or regime.calendar)
    receipt = given.received.astimezone(zone).date()
    say = Explainer(regime, receipt, zone.key, calendar)
    if given.role in ONLY_HELD:
        return Dates(
            regime=regime.id,
            receipt_date=receipt,
            status=ClockStatus.REDIRECT_TO_CONTROLLER,
            explained=(say.receipt(), say.redirect()),
        )
    rule = regime.rule(given.right, receipt)
    if rule is None:
        lines = (say.receipt(), say.no_such_right())
        return Dates(regime=regime.id, receipt_date=receipt, status=ClockStatus.NO_STATUTORY_CLOCK, explained=lines)
    if rule.response is None:
        return _without_answer_date(regime, rule, receipt, calendar, say)
    clock = Running(regime, rule, rule.response, given.right, receipt, calendar)
    announced = Announced(given.extension_notice_sent, given.extension_until) if given.extended else None
    return _running(clock, run(clock, given.pauses, announced), given, zone, say)


def _without_answer_date(
    regime: Regime, rule: ClockRule, receipt: date, calendar: str | None, say: "Explainer"
) -> Dates:
    ack = _end(rule.ack, receipt, calendar)
    target_ack = None if ack else _end(rule.target_ack, receipt, calendar)
    target_due = _end(rule.target_due, receipt, calendar)
    return Dates(
        regime=regime.id,
        receipt_date=receipt,
        ack_due=ack,
        status=ClockStatus.ACK_CLOCK_ONLY if ack else ClockStatus.NO_STATUTORY_CLOCK,
        target_ack=target_ack,
        target_due=target_due,
        explained=(
            say.receipt(),
            *say.period("ack_due", rule.ack, ack),
            *say.target("target_ack", rule.target_ack, target_ack),
            *say.target("target_due", rule.target_due, target_due),
            *say.period("inform_by", rule.inform, _end(rule.inform, receipt, calendar)),
        ),
    )


def _running(clock: Running, result: Result, given: ClockInput, zone: ZoneInfo, say: "Explainer") -> Dates:
    rule = clock.rule
    status = _status(clock, result)
    due = result.due if status is ClockStatus.RUNNING else None
    ack = _end(rule.ack, clock.receipt, clock.calendar)
    return Dates(
        regime=clock.regime.id,
        receipt_date=clock.receipt,
        ack_due=ack,
        safe_due=result.safe,
        due=due,
        extension_notice_by=result.notice_by if rule.extension else None,
        refusal_notice_by=result.notice_by if rule.refusal else None,
        due_end_utc=datetime.combine(due, _LAST_SECOND, zone).astimezone(UTC) if due else None,
        status=status,
        extended=result.extension is not None,
        explained=(
            say.receipt(),
            *say.period("ack_due", rule.ack, ack),
            *(say.waiting(clock, result) if due is None else say.due(clock, result)),
            say.safe(clock, result),
            *say.notices(clock, result),
            *say.set_aside(clock, result, given.pauses),
            *say.void_extension(clock, result, given.extended, given.extension_notice_sent),
        ),
    )


def _status(clock: Running, result: Result) -> ClockStatus:
    if not result.still.open:
        return ClockStatus.RUNNING
    rules = [clock.regime.pause_rule(clock.right, pause.reason, clock.receipt) for pause in result.still.open]
    restarts = any(rule is not None and rule.effect is Effect.RESTART for rule in rules)
    return ClockStatus.CLOCK_NOT_STARTED if restarts else ClockStatus.PAUSED


def _end(period: Period | None, receipt: date, calendar: str | None) -> date | None:
    if period is None:
        return None
    return rolled(period.roll, period_end(period.value, period.unit, receipt, calendar), calendar)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(f"There is no time zone “{name[:40]}”; a name such as Europe/Amsterdam is needed.") from None
