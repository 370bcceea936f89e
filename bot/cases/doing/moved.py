"""What becomes of a case's date when what it is counted from is set right, and who is told."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.cases.dates import dates_of
from bot.cases.doing import telling
from bot.cases.matter import Matter
from bot.cases.naming import right_name
from bot.cases.work import Work
from bot.conversation.card import day
from bot.rights import Right
from bot.wording import _


@dataclass(frozen=True, slots=True)
class Counted:
    """By which day there is an answer, or, while every clock stands still, which day counts if one reads strictly; and
    what counts for the clocks: a wait by the day on which it began, and the extension, by one of the laws that run at
    least."""

    due: date | None
    in_sight: date | None
    waits: frozenset[tuple[Right, date]]
    extended: frozenset[Right]


def counted(work: Work, matter: Matter) -> Counted:
    """What counts for the open requests of a case now; nothing where none is open."""
    due = min((request.due for request in matter.open_requests if request.due), default=None)
    found = [
        (request, dates)
        for request in matter.open_requests
        for _given, dates in dates_of(work, matter.row.role, request, matter.pauses_of(request))
    ]
    waits = (
        (request.right, pause.started_on)
        for request, dates in found
        for pause in matter.pauses_of(request)
        if dates.safe_due is not None and pause.started_on not in {e.on for e in dates.explained if e.kind == "pause"}
    )
    strictly = min((request.safe_due for request in matter.open_requests if request.safe_due), default=None)
    extended = frozenset(request.right for request, dates in found if dates.extended)
    return Counted(due, strictly if due is None else None, frozenset(waits), extended)


def due_now(before: Counted, after: Counted, matter: Matter) -> str:
    """The day by which there is an answer now, and what counted for it before and counts no more."""
    runs = _("Due by {due} now.", due=day(after.due)) if after.due is not None else _("No legal date runs now.")
    if after.in_sight is not None:
        runs = _("No legal date runs now. Read strictly, {day} counts.", day=day(after.in_sight))
    return " ".join([runs, *_lapsed(before, after, {request.right for request in matter.open_requests})])


def tell_moved(work: Work, matter: Matter, before: Counted) -> None:
    """Where the day by which there is an answer is another one, tell it below the card and whoever handed it over;
    where every clock stands still, below the card the one that stays in sight."""
    after = counted(work, matter)
    dated = (after.due, after.in_sight) != (before.due, before.in_sight)
    if dated or before.extended - after.extended or before.waits - after.waits:
        telling.thread(work, matter.id, lambda: due_now(before, after, matter))
        tell_reporters(work, matter, before, after)


def tell_reporters(work: Work, matter: Matter, before: Counted, after: Counted) -> None:
    """Whoever handed it over was told the day by which there is an answer: another one they hear, too."""
    reference, due = matter.reference, after.due
    if due is not None and due != before.due:
        telling.reporters(
            work,
            matter,
            lambda: _(
                "The answer to {reference} is due by {due}: that was put right.", reference=reference, due=day(due)
            ),
        )


def _lapsed(before: Counted, after: Counted, rights: set[Right]) -> Iterator[str]:
    for right in sorted((before.extended - after.extended) & rights):
        yield _("The extension of “{right}” does not count any more.", right=right_name(right))
    for right, began in sorted(before.waits - after.waits):
        if right in rights:
            yield _(
                "The wait of “{right}” from {day} does not count any more.", right=right_name(right), day=day(began)
            )
