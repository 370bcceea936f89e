"""What a reminder says. It stands in a channel: reference, kinds, law, days left and owner, and no personal data."""

from collections.abc import Sequence
from datetime import date

from bot.cases.actions import ShowDetails, SnoozeReminders, Take, WriteLetter
from bot.cases.naming import law_name, right_names
from bot.cases.snapshot import CaseView
from bot.cases.views.due import case_due, how_far
from bot.conversation.action import decoded
from bot.conversation.card import Actions, Button, Card, Facts, Inline, Mention, Table, Text, Tone, day
from bot.delivery.ladder import Kind, Rung
from bot.errors import Stale
from bot.rights import Right
from bot.wording import _, begun, plural

MOST_LISTED = 10  # cases of a kind that the digest names; the rest are counted
MOST_BUTTONS = 5  # in one row, on every platform


def reminder(case: CaseView, rungs: Sequence[Rung], today: date, *, to_dpo: bool = False) -> Card:
    """One card for all that is due about a case at once, as the case is now; the most pressing stands first.

    Args:
        to_dpo: for the DPO's own eyes, who need not be told that they are told.
    """
    rung = rungs[0]
    buttons = [] if case.owner else [Button.of(_("Take it"), Take(case=case.reference, seen=case.version), "primary")]
    if any(one.kind in (Kind.VERIFICATION, Kind.SILENT) for one in rungs):
        buttons.append(Button.of(_("Write to them …"), WriteLetter(case=case.reference, seen=case.version)))
    buttons.append(Button.of(_("Details …"), ShowDetails(case=case.reference, seen=case.version)))
    if all(one.on is None or one.on > today for one in rungs):
        buttons.append(Button.of(_("Remind me later …"), SnoozeReminders(case=case.reference, seen=case.version)))
    owner: Inline = Mention(user=case.owner, name=case.owner_name or "") if case.owner else _("nobody yet")
    pairs: list[tuple[str, Inline]] = [(_("Requests"), right_names(_rights(rungs))), (_("Owner"), owner)]
    if rung.on is not None:
        pairs.insert(1, (_("Date"), f"{day(rung.on, weekday=True)} ({how_far(rung.on, today)})"))
    pairs.append((_("Law"), ", ".join(law_name(regime) for regime in case.regimes)))
    return Card.of(
        *(Text.of(_dated(case, one, today, alone=len(rungs) == 1)) for one in rungs),
        *((Text.of(_("The DPO is told, too.")),) if any(one.to_dpo for one in rungs) and not to_dpo else ()),
        Facts.of(*pairs),
        Actions.of(*buttons),
        title=f"{case.reference}: {_heading(rung, today)}"[:150],
        tone=_tone(rung, today),
    )


def many_untaken(cases: Sequence[CaseView], today: date) -> Card:
    """One card for many cases that nobody has taken, with a button for the most pressing."""
    ordered = sorted(cases, key=lambda case: (case.counts_to or date.max, case.id))
    shown = ordered[:MOST_LISTED]
    rest = len(ordered) - len(shown)
    rows = tuple(
        ((case.reference,), (right_names(r.right for r in case.open_requests),), (case_due(case, today),))
        for case in shown
    )
    take = [
        Button.of(_("Take {reference}", reference=case.reference), Take(case=case.reference, seen=case.version))
        for case in shown[:MOST_BUTTONS]
    ]
    return Card.of(
        Table(head=(_("Case"), _("They ask"), _("Due")), rows=rows),
        *((Text.of(_("and {count} more", count=rest)),) if rest else ()),
        Actions.of(*take),
        title=_("{count} cases that nobody had taken on {day}", count=len(ordered), day=day(today)),
        tone="warning",
    )


def asks_to_take(card: Card) -> bool:
    """Whether it offers somebody to take a case: it is out of date once somebody has."""
    return any(_takes(button) for button in card.buttons())


def _takes(button: Button) -> bool:
    try:
        return isinstance(decoded(button.payload), Take)
    except Stale:  # of an older release
        return False


def settled(case: CaseView) -> Card | None:
    """What stands in place of a reminder to take a case, once it is taken or closed; None as long as it is neither."""
    if not case.open:
        return Card.of(_("This reminder is settled."), title=_("{reference} is closed", reference=case.reference))
    if case.owner is None:
        return None
    owner = Mention(user=case.owner, name=case.owner_name or "")
    details = Button.of(_("Details …"), ShowDetails(case=case.reference, seen=case.version))
    return Card.of(
        _("This reminder is settled."),
        Facts.of((_("Owner"), owner)),
        Actions.of(details),
        title=_("{reference} is taken", reference=case.reference),
    )


def digest(
    monday: date,
    cases: Sequence[CaseView],
    overdue: Sequence[CaseView],
    week: Sequence[CaseView],
    unowned: Sequence[CaseView],
) -> Card:
    """The week ahead in one card."""
    pairs: list[tuple[str, Inline]] = [
        (_("Open cases"), str(len(cases))),
        (_("Overdue"), _listed(overdue)),
        (_("Due this week"), _listed(week)),
        (_("Nobody's yet"), _listed(unowned)),
    ]
    tone: Tone = "urgent" if overdue else "neutral"
    return Card.of(Facts.of(*pairs), title=_("The week of {day}", day=day(monday)), tone=tone)


def _listed(cases: Sequence[CaseView]) -> str:
    if not cases:
        return _("none")
    named = ", ".join(case.reference for case in cases[:MOST_LISTED])
    return f"{len(cases)}: {named}" + (" …" if len(cases) > MOST_LISTED else "")


def _dated(case: CaseView, rung: Rung, today: date, *, alone: bool) -> str:
    """What a rung says; among others, with what it is about and its date."""
    said = _sentence(case, rung, today)
    if alone:
        return said
    when = f", {day(rung.on)}" if rung.on is not None else ""
    return f"{begun(_heading(rung, today))}{when}: {said}"


def _rights(rungs: Sequence[Rung]) -> tuple[Right, ...]:
    return tuple(dict.fromkeys(right for rung in rungs for right in rung.rights))


def _heading(rung: Rung, today: date) -> str:
    match rung.kind:
        case Kind.DUE if rung.on is not None and rung.on < today:
            return _("overdue")
        case Kind.DUE:
            return _("due {when}", when=how_far(rung.on, today) if rung.on else "")
        case Kind.ACKNOWLEDGE:
            return _("acknowledgement due")
        case Kind.EXTENSION:
            last = rung.on == today
            return _("last day to announce an extension") if last else _("last days to announce an extension")
        case Kind.REFUSAL:
            last = rung.on == today
            return _("last day to announce a refusal") if last else _("last days to announce a refusal")
        case Kind.WAITING:
            return _("the clock stands still")
        case Kind.UNTAKEN:
            return _("nobody has taken it")
        case Kind.VERIFICATION:
            return _("no answer to the identity check")
        case Kind.SILENT:
            return _("no answer for so long that it may be closed")


def _sentence(case: CaseView, rung: Rung, today: date) -> str:
    match rung.kind:
        case Kind.DUE if rung.on is not None and rung.on < today:
            late = (today - rung.on).days
            return plural("This is {count} day late.", "This is {count} days late.", late)
        case Kind.DUE if rung.on == today:
            return _("Today is the last day on which an answer is in time by every reading of the law.")
        case Kind.DUE:
            return _("The safe date comes nearer. An answer before it is in time by every reading of the law.")
        case Kind.ACKNOWLEDGE:
            return _("The person has not been told yet that we have the request.")
        case Kind.EXTENSION:
            return _("If more time is needed, the person must be told so, with the reason, by this date.")
        case Kind.REFUSAL:
            return _("If the answer is to be no, the person must be told so, with the reason, by this date.")
        case Kind.WAITING:
            return _(
                "We wait for the person, so no legal date runs. The strict date, as if nothing had paused, is shown."
            )
        case Kind.UNTAKEN:
            return _("This case has no owner yet.")
        case Kind.VERIFICATION:
            asked = case.verification_asked_on
            return _("We asked on {day} who they are, and have noted no answer. Remind them, or close.", day=day(asked))
        case Kind.SILENT:
            asked = case.verification_asked_on
            return _(
                "We asked on {day} who they are, and the time that we said is over. Write the closing letter, and "
                "close the case; they can ask again.",
                day=day(asked),
            )


def _tone(rung: Rung, today: date) -> Tone:
    if rung.on is None:
        return "warning" if rung.loud else "neutral"
    left = (rung.on - today).days
    return "urgent" if left < 0 else "warning" if left <= 3 else "neutral"
