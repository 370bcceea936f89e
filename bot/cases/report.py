"""The yearly figures that a privacy policy publishes: how many requests came in, how they ended, how long it took.

California asks for them of those who handle the data of many (11 CCR 7102(a)): requests received, complied with in
whole or in part, denied, and the median or mean number of days until the answer, by kind. Numbers only: no person, no
case.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from statistics import mean, median

from sqlmodel import col, or_, select

from bot.cases.tables import RequestRow
from bot.cases.words import Reason, Status
from bot.cases.work import Work
from bot.rights import Right

ANSWERED = (Status.FULFILLED, Status.PARTIALLY_FULFILLED, Status.DENIED)
_NONE = (Status.NOT_A_REQUEST, Status.DUPLICATE)  # no request, or counted where it goes on


@dataclass(slots=True)
class Figures:
    """What became of the requests of one kind."""

    ended: Counter[Status | None] = field(default_factory=Counter)  # None: open still
    denied_for: Counter[Reason] = field(default_factory=Counter)  # in whole; the reasons are the desk's own
    days: list[int] = field(default_factory=list)  # calendar days from receipt to the answer, one an answered request

    @property
    def received(self) -> int:
        return self.ended.total()

    @property
    def others(self) -> int:
        """Those that ended without an answer of ours: taken back, fallen silent, passed on to who decides."""
        return self.received - self.ended[None] - sum(self.ended[status] for status in ANSWERED)

    @property
    def median_days(self) -> float | None:
        return median(self.days) if self.days else None

    @property
    def mean_days(self) -> float | None:
        return mean(self.days) if self.days else None


def yearly(work: Work, year: int, law: str = "") -> dict[Right, Figures]:
    """The figures of the requests that were received in a calendar year, by kind; kinds that nobody asked for are
    left out. Days of receipt are the law's; the day of the answer is the one on which the letter went out, where it was
    recorded with its day, else the team's day on which the request was closed.

    Args:
        year: of the receipt.
        law: code of the law under which they run; none for all.

    Raises:
        UnknownRegime: there is no data for the law.
    """
    if law:
        work.book.regime(law)
    found: dict[Right, Figures] = {}
    wanted = (
        select(RequestRow)
        .where(
            col(RequestRow.receipt_date).between(date(year, 1, 1), date(year, 12, 31)),
            or_(col(RequestRow.outcome).is_(None), col(RequestRow.outcome).not_in(_NONE)),
        )
        .execution_options(yield_per=500)
    )
    for request in work.session.exec(wanted):
        if law and law not in request.regimes:
            continue
        figures = found.setdefault(request.right, Figures())
        figures.ended[request.outcome] += 1
        if request.outcome is Status.DENIED and request.reason is not None:
            figures.denied_for[request.reason] += 1
        if request.outcome in ANSWERED and request.closed_at is not None:
            answered = request.answered_on or request.closed_at.astimezone(work.policy.working_hours.tz).date()
            figures.days.append(max(0, (answered - request.receipt_date).days))
    return {right: found[right] for right in Right if right in found}
