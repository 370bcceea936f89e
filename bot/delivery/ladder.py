"""Which reminders of a case are due at a moment. Pure: everything comes from the case, the policy and `now`.

Each kind of reminder is a series of rungs, each with a moment at which it fires and a key that is the same for ever.
Only the newest rung of a series that has come is due; older ones are overtaken.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.cases.snapshot import CaseView, RequestView
from bot.cases.words import Verification
from bot.delivery import hours as at_work
from bot.policy import Policy
from bot.rights import Right

LOUD = 3  # days before its date from which a reminder stands in the channel itself, not only in the case's thread
_DAILY_BACK = 21  # days that a daily reminder looks back for rungs that it overtakes
_LONGEST_LOOK = timedelta(days=1)  # a case is looked at once a day at least
_WEEK = timedelta(days=7)


class Kind(StrEnum):
    DUE = "due"  # the date a request counts down to, and every working day once it has passed
    ACKNOWLEDGE = "acknowledge"
    EXTENSION = "extension"  # last days on which an extension can still be announced
    REFUSAL = "refusal"  # last days on which a refusal can still be announced
    WAITING = "waiting"  # the clock stands still and there is no legal date
    UNTAKEN = "untaken"
    VERIFICATION = "verification"  # asked, and nothing heard
    SILENT = "silent"  # nothing heard for so long that the case may be closed


@dataclass(frozen=True, slots=True)
class Rung:
    """One reminder of a case."""

    kind: Kind
    key: str
    fires_at: datetime  # UTC, in the team's working hours
    order: int  # among rungs that fire at the same moment: the higher one is newer
    on: date | None  # the date that it is about
    rights: tuple[Right, ...]
    loud: bool
    to_dpo: bool = False


@dataclass(frozen=True, slots=True)
class Due:
    """A reminder that is due, and the keys of those that it overtakes."""

    rung: Rung
    overtaken: tuple[str, ...]


def due(case: CaseView, policy: Policy, now: datetime) -> tuple[Due, ...]:
    """What is due, newest rung of each series only; nothing outside working hours unless waiting would be too late.

    A snoozed case is quiet until that day (a day off: until the last working hour before it), except about a date
    that has come.
    """
    hours = policy.working_hours
    today, at_work_now = at_work.today(hours, now), at_work.within(hours, now)
    next_day = at_work.today(hours, at_work.next_opening(hours, now))
    found = list[Due]()
    for series in _series(case, policy, today):
        fired = sorted((r for r in series if r.fires_at <= now), key=lambda r: (r.fires_at, r.order))
        if not fired:
            continue
        newest = fired[-1]
        if not at_work_now and not (newest.on is not None and today <= newest.on < next_day):
            continue
        if _quiet(case, newest, policy, now):
            continue
        found.append(Due(newest, tuple(r.key for r in fired[:-1])))
    return tuple(found)


def look_again(case: CaseView, policy: Policy, now: datetime) -> datetime:
    """The first moment after `now` at which anything may become due while the case and the policy stay as they are."""
    hours = policy.working_hours
    today = at_work.today(hours, now)
    rungs = [rung for series in _series(case, policy, today) for rung in series]
    days = {rung.on for rung in rungs} | {case.snoozed_until}
    moments = {rung.fires_at for rung in rungs} | {at_work.moment_for(hours, day) for day in days if day is not None}
    return min([*(m for m in moments if m > now), at_work.next_opening(hours, now), now + _LONGEST_LOOK])


def _quiet(case: CaseView, rung: Rung, policy: Policy, now: datetime) -> bool:
    if case.snoozed_until is None:
        return False
    heard_from = [at_work.moment_for(policy.working_hours, day) for day in (case.snoozed_until, rung.on) if day]
    return now < min(heard_from)


def _series(case: CaseView, policy: Policy, today: date) -> Iterator[list[Rung]]:
    if not case.open:
        return
    requests = case.open_requests
    running = [r for r in requests if not r.stands_still]
    yield from _countdowns(case, policy, running, today)
    yield from _acknowledgements(case, policy, requests)
    yield from _notices(case, policy, running, today)
    yield from _waits(case, policy, [r for r in requests if r.stands_still], today)
    if case.owner is None:
        yield list(_untaken(case, policy, today))
    if case.verification is Verification.ASKED and case.verification_asked_on is not None:
        yield list(_silence(case, policy, case.verification_asked_on, today))


def _countdowns(case: CaseView, policy: Policy, requests: list[RequestView], today: date) -> Iterator[list[Rung]]:
    for on, rights in _by_date((r.counts_to, r) for r in requests):
        days = set(policy.nudges.ladder)
        if case.snoozed_until is not None and case.snoozed_until < on:
            days.add((on - case.snoozed_until).days)  # the day for which the reminders were put off
        late = at_work.working_days(
            policy.working_hours, max(on, today - timedelta(days=_DAILY_BACK)) + timedelta(days=1), today + _WEEK
        )
        yield [
            *_before(case, policy, Kind.DUE, on, days, rights),
            *(
                _rung(case, policy, Kind.DUE, f"{on}:late:{day}", day, on, rights, loud=True, to_dpo=True)
                for day in late
            ),
        ]


def _acknowledgements(case: CaseView, policy: Policy, requests: Iterable[RequestView]) -> Iterator[list[Rung]]:
    waiting = ((r.ack_due or r.target_ack, r) for r in requests if r.acknowledged_on is None)
    for on, rights in _by_date(waiting):
        yield list(_before(case, policy, Kind.ACKNOWLEDGE, on, policy.nudges.acknowledge, rights))


def _notices(case: CaseView, policy: Policy, requests: list[RequestView], today: date) -> Iterator[list[Rung]]:
    """Only while they are of use: not once the day has passed, and not where the countdown ends sooner anyway."""
    extendable = ((r.extension_notice_by, r) for r in requests if not r.extended)
    refusable = ((r.refusal_notice_by, r) for r in requests if _refusal_comes_first(r))
    for kind, dated in ((Kind.EXTENSION, extendable), (Kind.REFUSAL, refusable)):
        for on, rights in _by_date(dated):
            if today <= on:
                yield list(_before(case, policy, kind, on, policy.nudges.notices, rights))


def _waits(case: CaseView, policy: Policy, requests: list[RequestView], today: date) -> Iterator[list[Rung]]:
    """While the clock stands still there is nothing to count down to; once a week the strict date is shown."""
    since = [(min(p.start for p in r.pauses if p.end is None), r) for r in requests]
    for start, rights in _by_date(since):
        strict = min((r.safe_due for r in requests if r.right in rights and r.safe_due), default=None)
        yield [
            _rung(case, policy, Kind.WAITING, f"{start}:{day}", day, strict, rights, loud=False)
            for day in _every(_WEEK, start, today)
        ]


def _untaken(case: CaseView, policy: Policy, today: date) -> Iterator[Rung]:
    hours = policy.working_hours
    first = at_work.after_working_time(hours, case.opened_at, timedelta(hours=policy.nudges.untaken_hours))
    first_day = at_work.today(hours, first)
    rights = tuple(r.right for r in case.open_requests)
    key = _key(case, Kind.UNTAKEN, str(first_day))
    yield Rung(Kind.UNTAKEN, key, first, first_day.toordinal(), None, rights, loud=True)
    later = max(first_day, today - timedelta(days=_DAILY_BACK)) + timedelta(days=1)
    for day in at_work.working_days(hours, later, today + _WEEK):
        yield _rung(case, policy, Kind.UNTAKEN, str(day), day, None, rights, loud=True)


def _silence(case: CaseView, policy: Policy, asked_on: date, today: date) -> Iterator[Rung]:
    rights = tuple(r.right for r in case.open_requests if r.needs_proof)
    last = asked_on + timedelta(days=policy.limits.silence_days)
    for day in _every(timedelta(days=policy.nudges.verification_silent_days), asked_on, today):
        if day < last:
            yield _rung(case, policy, Kind.VERIFICATION, f"{asked_on}:{day}", day, None, rights, loud=False)
    yield _rung(case, policy, Kind.SILENT, str(asked_on), last, None, rights, loud=True)


def _before(
    case: CaseView, policy: Policy, kind: Kind, on: date, days: Iterable[int], rights: tuple[Right, ...]
) -> Iterator[Rung]:
    for left in days:
        day = on - timedelta(days=left)
        yield _rung(case, policy, kind, f"{on}:{left}", day, on, rights, loud=left <= LOUD)


def _rung(
    case: CaseView,
    policy: Policy,
    kind: Kind,
    name: str,
    day: date,
    on: date | None,
    rights: tuple[Right, ...],
    *,
    loud: bool,
    to_dpo: bool = False,
) -> Rung:
    fires_at = at_work.moment_for(policy.working_hours, day)
    return Rung(kind, _key(case, kind, name), fires_at, day.toordinal(), on, rights, loud, to_dpo)


def _key(case: CaseView, kind: Kind, name: str) -> str:
    return f"case:{case.id}:{kind}:{name}"


def _every(step: timedelta, start: date, today: date) -> Iterator[date]:
    """The days that lie whole steps after the start: the last few until today, and the next few."""
    passed = max((today - start) // step, 0)
    for number in range(max(1, passed - 2), passed + 3):
        yield start + number * step


def _refusal_comes_first(request: RequestView) -> bool:
    """Whether a refusal must be announced before the answer is due, as after an extension."""
    on, answer = request.refusal_notice_by, request.counts_to
    return on is not None and (answer is None or on < answer)


def _by_date(dated: Iterable[tuple[date | None, RequestView]]) -> Iterator[tuple[date, tuple[Right, ...]]]:
    """The rights that share a date, so that several kinds in one case make one reminder."""
    grouped = dict[date, list[Right]]()
    for on, request in dated:
        if on is not None:
            grouped.setdefault(on, []).append(request.right)
    for on in sorted(grouped):
        yield on, tuple(grouped[on])
