"""What may be done to a clock, and why not. Every refusal is one sentence for the person who wants to do it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from bot.law.book import LawBook
from bot.law.clock import ClockInput, Dates, compute
from bot.law.explain import no_pause
from bot.law.words import ClockStatus, PauseReason
from bot.rights import Right
from bot.wording import _, say_date

_STANDING = frozenset({ClockStatus.PAUSED, ClockStatus.CLOCK_NOT_STARTED})


def may_pause(book: LawBook, regime: str, right: Right, reason: PauseReason, on: date, dates: Dates) -> str | None:
    """Whether asking the person something on a day stops the clock.

    Returns:
        None when it does, otherwise the sentence that says why not.

    Raises:
        UnknownRegime: there is no data for the law.
    """
    law = book.regime(regime)
    if (refusal := _no_clock(dates)) is not None:
        return refusal
    if law.pause_rule(right, reason, dates.receipt_date) is None:
        return no_pause(law) + "."
    if on < dates.receipt_date:
        return _("A pause cannot begin before the request came in.")
    if dates.due is not None and on > dates.due:
        return _("The legal date {due} has passed; a pause does not revive the clock.", due=say_date(dates.due))
    return None


def pause_condition(book: LawBook, regime: str, right: Right, reason: PauseReason, on: date) -> str | None:
    """What the law demands of such a pause, to be shown beside the button; None where it knows no such pause."""
    rule = book.regime(regime).pause_rule(right, reason, on)
    return None if rule is None else _(rule.condition)


def may_extend(book: LawBook, given: ClockInput, on: date, dates: Dates) -> str | None:
    """Whether the one extension may still be taken, the person being told on this day.

    Returns:
        None when it may, otherwise the sentence that says why not.

    Raises:
        UnknownRegime: there is no data for the law.
    """
    law = book.regime(given.regime)
    if (refusal := _no_clock(dates)) is not None:
        return refusal
    rule = law.rule(given.right, dates.receipt_date)
    if rule is None or rule.extension is None or dates.extension_notice_by is None:
        return _("{law} allows no extension for this.", law=law.name)
    if dates.extended:
        return _("This request was extended already; the law allows it once.")
    if on < dates.receipt_date:
        return _("A notice cannot be sent before the request came in.")
    if dates.status not in _STANDING and on > dates.extension_notice_by:
        last = say_date(dates.extension_notice_by)
        return _("It is too late to extend: the person had to be told by {last}.", last=last)
    return None


def extension_reasons(book: LawBook, given: ClockInput) -> tuple[str, ...]:
    """The reasons for which the law lets this request be extended, as codes; empty where it allows none."""
    law = book.regime(given.regime)
    rule = law.rule(given.right, compute(given, book).receipt_date)
    return () if rule is None or rule.extension is None else rule.extension.reasons


def extended_until(book: LawBook, given: ClockInput) -> date:
    """The last legal day if the extension is taken in time; waits that are still open are not counted.

    Raises:
        UnknownRegime: there is no data for the law.
        ValueError: the law allows no extension for this, or it asks for a date that the person was told.
    """
    closed = tuple(pause for pause in given.pauses if pause.end is not None)
    at_once = compute(given, book).receipt_date
    longest = replace(given, extended=True, extension_notice_sent=at_once, pauses=closed)
    dates = compute(longest, book)
    if dates.due is None or not dates.extended:
        raise ValueError(f"{book.regime(given.regime).name} allows no extension for this, or needs a date to be named.")
    return dates.due


def longest_extension(book: LawBook, given: ClockInput, told_on: date) -> date | None:
    """The last legal day of an extension of which the person is told on a day.

    Returns:
        None where the law gives none (any more), or sets no longest time.

    Raises:
        UnknownRegime: there is no data for the law.
    """
    if may_extend(book, given, told_on, compute(given, book)) is not None:
        return None
    try:
        return extended_until(book, given)
    except ValueError:
        return None


def may_end(until: date, now: date | None, longest: Iterable[date]) -> str | None:
    """Whether an extension may end on a day.

    Args:
        until: the day.
        now: the date that holds without it, if there is one.
        longest: the last day under each law that sets one; the earliest of them is obeyed.

    Returns:
        None when it may, otherwise the sentence that says why not.
    """
    if now is not None and until <= now:
        return _("An extension ends after the date that holds now, {due}.", due=say_date(now))
    last = min(longest, default=None)
    if last is not None and until > last:
        return _("That is longer than the law allows: {last} is the last day.", last=say_date(last))
    return None


def repeat_note(book: LawBook, regime: str, right: Right, answered: int) -> str | None:
    """What the team should know about somebody who keeps asking. Never a refusal by itself: a person decides.

    Args:
        book: the laws.
        regime: code of the law.
        right: what is asked for.
        answered: how many requests for the same were answered in the months before (12 in California).

    Raises:
        UnknownRegime: there is no data for the law.
    """
    limit = book.regime(regime).repeats
    if limit is None or right not in limit.rights or answered < limit.answered:
        return None
    return _(
        "Answered {answered} times in the last {months} months. The law does not demand another answer; you decide.",
        answered=answered,
        months=limit.months,
    )


def citation(book: LawBook, regime: str, right: Right) -> str:
    """Where a law grants a right, e.g. "GDPR art. 15"; the law's name where it does not know the right.

    Raises:
        UnknownRegime: there is no data for the law.
    """
    law = book.regime(regime)
    return law.citations.get(right, law.statute or law.name)


def extension_citation(book: LawBook, regime: str, right: Right, on: date) -> str:
    """Where a law allows more time for a right that is asked for on a day, e.g. "GDPR art. 12(3)".

    The law's statute, or its name, where nothing nearer is known.

    Raises:
        UnknownRegime: there is no data for the law.
    """
    law = book.regime(regime)
    rule = law.rule(right, on)
    cited = rule.extension.cite if rule is not None and rule.extension is not None else None
    return cited or law.statute or law.name


def _no_clock(dates: Dates) -> str | None:
    if dates.status is ClockStatus.REDIRECT_TO_CONTROLLER:
        return _("We only hold this data for a customer; no clock runs for us.")
    if dates.status in (ClockStatus.NO_STATUTORY_CLOCK, ClockStatus.ACK_CLOCK_ONLY):
        return _("The law sets no date for the answer, so there is nothing to move.")
    return None
