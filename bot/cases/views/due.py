"""Dates in words, and how urgent they are. Legal dates stay plain dates: everybody reads the same one."""

from datetime import date

from bot.cases.snapshot import CaseView, RequestView
from bot.cases.words import Status
from bot.conversation.card import Tone, day
from bot.understanding.reading import Flag
from bot.wording import _, plural

SOON = 3  # days before the date from which a card warns


def how_far(on: date, today: date) -> str:
    """How far a date is away: "in 12 days", "tomorrow", "today", "2 days late"."""
    left = (on - today).days
    if left == 0:
        return _("today")
    if left == 1:
        return _("tomorrow")
    if left > 0:
        return plural("in {count} day", "in {count} days", left)
    return plural("{count} day late", "{count} days late", -left)


def due_words(request: RequestView, today: date) -> str:
    """The date a request counts down to, with the legal date beside it where that is another day."""
    on = request.counts_to
    if on is None:
        return _("the law sets no date")
    far = how_far(on, today)
    if request.safe_due is None:
        return _("{far}: {date} (our own target; the law sets no date)", far=far, date=day(on))
    if request.due is None:
        return _("{far}: {date} (safe date)", far=far, date=day(on))
    if request.due == on:
        return _("{far}: {date}", far=far, date=day(on, weekday=True))
    return _(
        "{far}: {date} (safe date); legal date {legal}",
        far=far,
        date=day(on),
        legal=day(request.due, weekday=True),
    )


def case_due(case: CaseView, today: date) -> str:
    """The same of a whole case in a list: the first date that runs, or the one that stays in sight."""
    on = case.counts_to
    if on is None:
        return _("no date")
    if all(request.stands_still for request in case.open_requests if request.counts_to):
        return _("{date}: clock stopped", date=day(on))
    return _("{far}: {date}", far=how_far(on, today), date=day(on))


def urgency(case: CaseView, today: date) -> Tone:
    """Overdue is urgent, the last days and a possible breach warn, a good end is good."""
    if not case.open:
        well = (Status.FULFILLED, Status.PARTIALLY_FULFILLED)
        return "good" if case.requests and all(r.outcome in well for r in case.requests) else "neutral"
    on = case.counts_to
    if case.is_late(today):
        return "urgent"
    if on is not None and (on - today).days <= SOON:
        return "warning"
    return "warning" if Flag.POSSIBLE_BREACH in case.flags else "neutral"
