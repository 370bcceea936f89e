"""Each date in one line of plain words, with its source. The only place where such sentences are built."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.law.book import Period, Regime
from bot.law.calendars import holiday_name, holidays_between
from bot.law.counting import Pause, Standstill, period_end
from bot.law.running import Result, Running
from bot.law.words import PauseReason, Roll, Unit
from bot.wording import _, later, plural, say_date

_RESTARTS = {
    PauseReason.IDENTITY: later("when we knew who was asking"),
    PauseReason.CLARIFICATION: later("when we knew what was meant"),
    PauseReason.FEE: later("when the fee was paid"),
}


@dataclass(frozen=True, slots=True)
class Explained:
    """Why a date is what it is: the name of the date, the date, a sentence, and where the law says so."""

    kind: str
    on: date
    line: str
    source: str


@dataclass(frozen=True, slots=True)
class Explainer:
    """Builds the lines for one request under one law, in the language that is being spoken."""

    regime: Regime
    receipt_date: date
    zone: str
    calendar: str | None

    def receipt(self) -> Explained:
        line = _("Received on {day} (day in {zone})", day=_day(self.receipt_date), zone=self.zone)
        return Explained("receipt_date", self.receipt_date, line, self.regime.applies_to)

    def redirect(self) -> Explained:
        line = _(
            "We only hold this data for a customer: pass it on to them and tell the person so. No clock runs for us"
        )
        return Explained("redirect", self.receipt_date, line, self.regime.name)

    def no_such_right(self) -> Explained:
        line = _(
            "{law} did not know this right on {day}, so it sets no date",
            law=self.regime.name,
            day=_day(self.receipt_date),
        )
        return Explained("no_right", self.receipt_date, line, self.regime.name)

    def period(self, kind: str, period: Period | None, on: date | None) -> Iterable[Explained]:
        """A date that only hangs on the receipt."""
        if period is not None and on is not None:
            end = period_end(period.value, period.unit, self.receipt_date, self.calendar)
            yield Explained(kind, on, self._counted(period.value, period, self.receipt_date, end, on), period.source)

    def target(self, kind: str, period: Period | None, on: date | None) -> Iterable[Explained]:
        for said in self.period(kind, period, on):
            yield Explained(kind, said.on, _("Our own target: {reckoning}", reckoning=said.line), said.source)

    def due(self, clock: Running, result: Result) -> Iterable[Explained]:
        source = clock.response.source if result.extension is None else result.extension.source
        yield Explained("due", result.due, self._answer(clock, result), source)

    def waiting(self, clock: Running, result: Result) -> Iterable[Explained]:
        since = min(pause.start for pause in result.still.open)
        line = _(
            "No legal date while we wait for the person (since {since}); {safe} stays in sight",
            since=_day(since),
            safe=_day(result.safe),
        )
        yield Explained("due", result.safe, line, self._pause_source(clock, result.still.open))

    def safe(self, clock: Running, result: Result) -> Explained:
        parts = [_("Strictest reading, not moved for weekends or holidays")]
        if clock.response.strict_value is not None:
            parts.append(_("the day of receipt counted as day 1"))
        if clock.response.strict_calendars:
            parts.append(_("only holidays that every list has are left out"))
        return Explained("safe_due", result.safe, ", ".join(parts), clock.response.source)

    def notices(self, clock: Running, result: Result) -> Iterable[Explained]:
        first = self._first(clock, result)
        if clock.rule.extension is not None:
            line = _("An extension has to be told within the first period: {reckoning}", reckoning=first)
            yield Explained("extension_notice_by", result.notice_by, line, clock.rule.extension.source)
        if clock.rule.refusal is not None:
            line = _("A refusal has to be told within the first period, extended or not: {reckoning}", reckoning=first)
            yield Explained("refusal_notice_by", result.notice_by, line, clock.rule.refusal.source)

    def set_aside(self, clock: Running, result: Result, pauses: Sequence[Pause]) -> Iterable[Explained]:
        """The waits that do not count, and why."""
        for pause in sorted(set(pauses) - set(result.taken), key=lambda pause: (pause.start, pause.reason)):
            if clock.regime.pause_rule(clock.right, pause.reason, clock.receipt) is not None:
                why = _("the legal date {due} had passed", due=_day(result.due))
            else:
                why = no_pause(self.regime)
            line = _("The wait from {day} does not count: {why}", day=_day(pause.start), why=why)
            yield Explained("pause", pause.start, line, clock.response.source)

    def void_extension(self, clock: Running, result: Result, extended: bool, sent: date | None) -> Iterable[Explained]:
        if not extended or result.extension is not None:
            return
        if clock.rule.extension is None:
            why = _("{law} allows none for this", law=self.regime.name)
        elif sent is None:
            why = _("the person was not told")
        elif sent > result.notice_by:
            why = _("the person was told on {sent}, after {last}", sent=_day(sent), last=_day(result.notice_by))
        else:
            why = _("the person was not told until when")
        line = _("The extension does not count: {why}", why=why)
        yield Explained("extension", sent or result.notice_by, line, clock.response.source)

    def _answer(self, clock: Running, result: Result) -> str:
        period, extension = clock.response, result.extension
        if extension is None:
            return self._first(clock, result)
        if extension.total is not None:
            full = period_end(extension.total, period.unit, result.still.starts, self.calendar)
            if result.end == full + timedelta(days=result.still.days):
                counted = self._counted(
                    extension.total, period, result.still.starts, result.end, result.due, result.still
                )
                return _("Extended: {reckoning}", reckoning=counted)
        return _("Extended to {day}, as the person was told", day=_day(result.end)) + self._move(
            period, result.end, result.due
        )

    def _first(self, clock: Running, result: Result) -> str:
        first, period = result.first, clock.response
        return self._counted(period.value, period, first.starts, result.first_end, result.notice_by, first)

    def _counted(
        self, value: int, period: Period, start: date, end: date, on: date, still: Standstill | None = None
    ) -> str:
        line = _span(value, period.unit, start)
        if still is not None and still.restarted_by is not None:
            line += ", " + _(_RESTARTS[still.restarted_by])
        if period.unit is Unit.BUSINESS_DAY:
            line += self._left_out(start, end)
        if still is not None and still.days:
            waits = "; ".join(f"{say_date(first)} - {say_date(last)}" for first, last in still.waits)
            days = plural("{count} day", "{count} days", still.days)
            line += ", " + _("plus {days} of waiting ({waits})", days=days, waits=waits)
        return line + self._move(period, end, on)

    def _left_out(self, start: date, end: date) -> str:
        days = [
            f"{_(name)} ({say_date(day)})" for day, name in holidays_between(self.calendar, start + timedelta(1), end)
        ]
        return ", " + _("not counting {holidays}", holidays=", ".join(days)) if days else ""

    def _move(self, period: Period, end: date, on: date) -> str:
        why = holiday_name(self.calendar, end)
        if on == end:
            stays = period.roll is Roll.NONE and period.unit is not Unit.BUSINESS_DAY and (why or end.isoweekday() > 5)
            return ", " + _("{day} stays: this law moves no weekends or holidays", day=_day(end)) if stays else ""
        first = f"{_day(end)} ({_(why)})" if why else _day(end)
        between = holidays_between(self.calendar, end + timedelta(1), on - timedelta(1))
        names = list(dict.fromkeys(_(name) for _on, name in between))
        if names:
            return ", " + _(
                "moved from {first} over {names} to {last}", first=first, names=", ".join(names), last=_day(on)
            )
        return ", " + _("moved from {first} to {last}", first=first, last=_day(on))

    def _pause_source(self, clock: Running, pauses: Sequence[Pause]) -> str:
        rules = (clock.regime.pause_rule(clock.right, pause.reason, clock.receipt) for pause in pauses)
        return next((rule.source for rule in rules if rule is not None), clock.response.source)


def no_pause(regime: Regime) -> str:
    """Why a law does not stop the clock, as a clause without a full stop."""
    if regime.never_pauses is not None:
        return _(regime.never_pauses).rstrip(".")
    return _("{law} does not stop this clock for it", law=regime.name)


def _span(value: int, unit: Unit, start: date) -> str:
    match unit:
        case Unit.MONTH:
            return plural("{count} month from {start}", "{count} months from {start}", value, start=say_date(start))
        case Unit.DAY:
            return plural("{count} day after {start}", "{count} days after {start}", value, start=say_date(start))
        case Unit.BUSINESS_DAY:
            return plural(
                "{count} business day after {start}",
                "{count} business days after {start}",
                value,
                start=say_date(start),
            )


def _day(day: date) -> str:
    return say_date(day, weekday=True)
