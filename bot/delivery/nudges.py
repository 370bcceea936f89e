"""Reminders: what is due is found in rows, and each reminder is one row under a key of its own.

Whoever inserts the row says the reminder, in the same transaction. So any number of replicas may tick, a restart
changes nothing, and a missed tick is made up for by the next one.
"""

import logging
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time, timedelta

from sqlalchemy import or_
from sqlmodel import Session, col, select

from bot.cases import load
from bot.cases.snapshot import CaseView
from bot.cases.tables import CaseRow
from bot.cases.work import Work
from bot.db import insert_once
from bot.delivery import hours as at_work
from bot.delivery import outbox
from bot.delivery.ladder import Due, Kind, Rung, due, look_again
from bot.delivery.port import Address
from bot.delivery.reminders import digest, many_untaken, reminder
from bot.delivery.tables import NudgePlanRow, NudgeRow
from bot.wording import speaking

log = logging.getLogger(__name__)

MANY = 3  # cases that nobody has taken: from so many on they share one card
PAGE = 25  # cases that are looked at in one transaction: about a tenth of a second
_AFTER_TROUBLE = timedelta(minutes=15)
_WEEK = timedelta(days=7)


def say_page(work: Work) -> tuple[int, bool]:
    """Put the reminders that are due into the outbox, for one page of cases.

    Returns how many reminders there were, and whether more cases wait to be looked at (in a transaction of its own:
    no other writer should have to wait for all of them).
    """
    said, cases = 0, _to_look_at(work)
    waiting = list[tuple[CaseView, Due]]()
    with speaking(work.policy.home.language):
        plans = _plans(work, cases)
        for case in cases:
            try:
                with work.session.begin_nested():
                    _draw_anew(work, case, plans.get(case.id))
                    said += _say(work, case, due(case, work.policy, work.now), waiting)
                    next_look = look_again(case, work.policy, work.now)
                    _plan(work, case, min(next_look, _tomorrow(work)))
            except Exception as trouble:  # noqa: BLE001 - one case must not silence the reminders of all others
                log.error("reminders of %s: %s", case.reference, type(trouble).__name__)
                _plan(work, case, work.now + _AFTER_TROUBLE)
        said += _say_untaken(work, waiting)
    return said, len(cases) == PAGE


def _to_look_at(work: Work) -> tuple[CaseView, ...]:
    """Open cases whose next moment has come, or that have changed since it was planned."""
    stale = or_(
        col(NudgePlanRow.case_id).is_(None),
        col(NudgePlanRow.case_version) != col(CaseRow.version),
        col(NudgePlanRow.policy_version) != work.policy.version,
        col(NudgePlanRow.look_at) <= work.now,
    )
    wanted = (
        select(CaseRow)
        .join(NudgePlanRow, col(NudgePlanRow.case_id) == col(CaseRow.id), isouter=True)
        .where(col(CaseRow.closed_at).is_(None), stale)
        .order_by(col(CaseRow.counts_to), col(CaseRow.id))
        .limit(PAGE)
    )
    return load.views(work, work.session.exec(wanted).all())


def _plans(work: Work, cases: tuple[CaseView, ...]) -> dict[int, NudgePlanRow]:
    if not cases:
        return {}
    wanted = select(NudgePlanRow).where(col(NudgePlanRow.case_id).in_([case.id for case in cases]))
    return {row.case_id: row for row in work.session.exec(wanted)}


def _draw_anew(work: Work, case: CaseView, plan: NudgePlanRow | None) -> None:
    """The home card says how many days are left, so it is drawn on each day; a change of the case has drawn it."""
    today = at_work.today(work.policy.working_hours, work.now)
    if plan is None or plan.case_version != case.version or plan.drawn_on == today:
        return
    outbox.draw_case(work.session, case.id, work.now)
    plan.drawn_on = today
    work.session.add(plan)


def _tomorrow(work: Work) -> datetime:
    """The moment at which the team's next day begins."""
    hours = work.policy.working_hours
    next_day = at_work.today(hours, work.now) + timedelta(days=1)
    return datetime.combine(next_day, time(), hours.tz).astimezone(UTC)


def _say(work: Work, case: CaseView, found: Sequence[Due], waiting: list[tuple[CaseView, Due]]) -> int:
    """One card for all that is due about a case at this moment; returns how many were said.

    Args:
        waiting: takes the case where nothing is to be said but that nobody has taken it.
    """
    new = list[Rung]()
    for one in _most_pressing_first(found):
        if one.rung.kind is Kind.UNTAKEN and not new:
            waiting.append((case, one))
        elif _is_ours(work, case, one, posted=not new):
            new.append(one.rung)
    if new:
        _tell(work, case, new)
    return min(len(new), 1)


def _tell(work: Work, case: CaseView, rungs: Sequence[Rung]) -> None:
    session, today = work.session, at_work.today(work.policy.working_hours, work.now)
    told = [rung for rung in rungs if rung.kind is not Kind.UNTAKEN] or rungs  # every card says who has it
    card = reminder(case, told, today)
    once = f"nudge:{rungs[0].key}"
    if any(rung.loud for rung in rungs):
        lane = outbox.case_lane(case.id)
        outbox.say(session, work.vault, _home(work), card, work.now, lane=lane, once=once, case_id=case.id)
    else:
        outbox.note(session, work.vault, case.id, card, work.now, once=once)
    if for_dpo := [rung for rung in told if rung.to_dpo]:
        own = reminder(case, for_dpo, today, to_dpo=True)
        outbox.tell_role(session, work.vault, "dpo", own, work.now, once=f"{once}:dpo")


def _most_pressing_first(found: Sequence[Due]) -> list[Due]:
    """What stands in the channel before what doesn't, then by kind; that nobody has taken it comes last."""
    kinds = list(Kind)
    return sorted(found, key=lambda one: (one.rung.kind is Kind.UNTAKEN, not one.rung.loud, kinds.index(one.rung.kind)))


def _is_ours(work: Work, case: CaseView, one: Due, *, posted: bool) -> bool:
    """Claim a reminder, with what it overtakes. False: somebody has said it."""
    for key in one.overtaken:
        _claim(work.session, key, case.id, work, posted=False)
    return _claim(work.session, one.rung.key, case.id, work, posted=posted)


def _say_untaken(work: Work, found: Sequence[tuple[CaseView, Due]]) -> int:
    """That nobody has taken some cases: of many on one card, and never of a case that had its word today."""
    said_today = _said_today(work, [case.id for case, _one in found])
    claimed = [(case, one) for case, one in found if _is_ours(work, case, one, posted=case.id not in said_today)]
    left = [(case, one.rung) for case, one in claimed if case.id not in said_today]
    if len(left) < MANY:
        for case, rung in left:
            _tell(work, case, [rung])
        return len(left)
    card = many_untaken([case for case, _rung in left], at_work.today(work.policy.working_hours, work.now))
    once = f"nudge:{left[0][1].key}"
    outbox.say(work.session, work.vault, _home(work), card, work.now, lane="untaken", once=once)
    return 1


def _said_today(work: Work, cases: Sequence[int]) -> set[int]:
    """Which of these cases had a reminder since the team's day began."""
    if not cases:
        return set()
    hours = work.policy.working_hours
    begins = datetime.combine(at_work.today(hours, work.now), time(), hours.tz).astimezone(UTC)
    said = select(NudgeRow.case_id).where(
        col(NudgeRow.case_id).in_(cases), col(NudgeRow.posted), col(NudgeRow.made_at) >= begins
    )
    return {case_id for case_id in work.session.exec(said) if case_id is not None}


def say_digest(work: Work) -> int:
    """One card for the week, as its first working day begins; made up for later in that week."""
    hours = work.policy.working_hours
    today = at_work.today(hours, work.now)
    monday = today - timedelta(days=today.weekday())
    begins = at_work.opens(hours, at_work.first_working_day(hours, monday))
    if work.policy.nudges.digest == "off" or not at_work.within(hours, work.now) or work.now < begins:
        return 0
    if not _claim(work.session, f"digest:{monday}", None, work, posted=True):
        return 0
    cases = list(_every_open(work))
    if all(case.opened_at >= begins for case in cases):
        return 0  # nothing was open as the week began
    overdue = [case for case in cases if case.is_late(today)]
    week = [case for case in cases if case.counts_to and today <= case.counts_to < monday + _WEEK]
    unowned = [case for case in cases if case.owner is None]
    with speaking(work.policy.home.language):
        card = digest(monday, cases, overdue, week, unowned)
    once = f"nudge:digest:{monday}"
    outbox.say(work.session, work.vault, _home(work), card, work.now, lane="digest", once=once)
    return 1


def _every_open(work: Work) -> Iterator[CaseView]:
    last: CaseView | None = None
    while page := load.open_cases(work, after=last, limit=PAGE):
        yield from page
        last = page[-1]


def _plan(work: Work, case: CaseView, look_at: datetime) -> None:
    """Remember when this case must be looked at again, as long as neither it nor the policy changes."""
    values = {"case_version": case.version, "policy_version": work.policy.version, "look_at": look_at}
    if not insert_once(work.session, NudgePlanRow, case_id=case.id, **values):
        row = work.session.get(NudgePlanRow, case.id)
        if row is not None:
            row.sqlmodel_update(values)
            work.session.add(row)


def _claim(session: Session, key: str, case_id: int | None, work: Work, *, posted: bool) -> bool:
    return insert_once(session, NudgeRow, key=key, case_id=case_id, posted=posted, made_at=work.now)


def _home(work: Work) -> Address:
    home = work.policy.home
    return Address(home.platform, home.tenant, channel=home.channel)
