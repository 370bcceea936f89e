"""The clocks of a case: extended once, stopped and started again where the law knows it, reminders put off."""

from datetime import date

from bot.cases import audit
from bot.cases.commands import Done, Extend, PauseClock, ResumeClock, Snooze
from bot.cases.dates import dates_of, extension_refusal, longest_extensions, past_day, pause_refusal, reckon
from bot.cases.doing import telling
from bot.cases.matter import Matter
from bot.cases.naming import extension_name, pause_name, right_name
from bot.cases.tables import PauseRow, RequestRow
from bot.cases.words import AuditCode
from bot.cases.work import Work
from bot.conversation.card import day
from bot.errors import IllegalMove, Refused
from bot.law.rules import may_end
from bot.wording import _, say_date


def extend(work: Work, matter: Matter, command: Extend) -> Done:
    """Raises Refused with the law's sentence: no such reason, too late, not for this right, or extended before."""
    request = matter.open_request(command.right)
    if not command.reason.strip():
        raise Refused(_("An extension needs a reason."))
    if request.extended_on is not None:
        raise IllegalMove(_("“{right}” was extended already; that is possible once.", right=right_name(request.right)))
    past_day(work, matter, command.notice_sent)
    if (refusal := extension_refusal(work, matter, request, command.reason, command.notice_sent)) is not None:
        raise Refused(refusal)
    before = _due(request)
    if command.until is not None:
        longest = longest_extensions(work, matter, request, command.reason, command.notice_sent)
        if (refusal := may_end(command.until, request.due or request.safe_due, longest)) is not None:
            raise Refused(refusal)
    request.extended_on, request.extension_reason = command.notice_sent, command.reason
    request.extended_until = command.until
    counted = dates_of(work, matter.row.role, request, matter.pauses_of(request))
    if not any(dates.extended for _given, dates in counted):
        raise Refused(_("This law sets no longest time: please choose the day that the requester was told."))
    reckon(work, matter)
    audit.note(
        work,
        AuditCode.EXTENDED,
        matter.id,
        matter.row.version + 1,
        before=before,
        after={**_due(request), "reason": command.reason, "notice": command.notice_sent.isoformat()},
        why=command.note,
    )
    _say_extended(work, matter, request)
    if request.due is None:  # its clock stands still: the legal date moves on until it runs again
        said = _("“{right}” is extended; its clock stands still meanwhile.", right=right_name(request.right))
    else:
        said = _("“{right}” is due by {due} now.", right=right_name(request.right), due=day(request.due))
    return Done(matter.reference, said)


def _say_extended(work: Work, matter: Matter, request: RequestRow) -> None:
    """Tell the thread and the reporters of an extension; no date where the clock stands still, for there is none."""
    right, due, reference = request.right, request.due, matter.reference
    told, why = request.extended_on or work.today, request.extension_reason or ""

    def thread() -> str:
        reason = extension_name(why)
        if due is None:
            return _(
                "“{right}” is extended ({reason}), while its clock stands still; the requester was told on {day}.",
                right=right_name(right),
                reason=reason,
                day=say_date(told),
            )
        return _(
            "“{right}” is extended to {due} ({reason}); the requester was told on {day}.",
            right=right_name(right),
            due=day(due),
            reason=reason,
            day=say_date(told),
        )

    def reporters() -> str:
        if due is None:
            return _("{reference} takes longer, and waits for the customer now. They were told.", reference=reference)
        return _(
            "{reference} takes longer: the answer is due by {due}. The customer was told.",
            reference=reference,
            due=day(due),
        )

    telling.thread(work, matter.id, thread)
    telling.reporters(work, matter, reporters)


def pause(work: Work, matter: Matter, command: PauseClock) -> Done:
    """Raises Refused with the law's sentence where it knows no such pause."""
    request = matter.open_request(command.right)
    past_day(work, matter, command.on)
    if any(standing.reason is command.reason for standing in matter.open_pauses(request)):
        raise IllegalMove(_("The clock of “{right}” stands still already.", right=right_name(request.right)))
    if (refusal := pause_refusal(work, matter, request, command.reason, command.on)) is not None:
        raise Refused(refusal)
    row = PauseRow(request_id=request.id or 0, reason=command.reason, started_on=command.on)
    work.session.add(row)
    matter.pauses_of(request).append(row)
    reckon(work, matter)
    audit.note(
        work,
        AuditCode.PAUSED,
        matter.id,
        matter.row.version + 1,
        after={"right": request.right.value, "reason": command.reason.value, "on": command.on.isoformat()},
    )
    telling.thread(
        work,
        matter.id,
        lambda: _(
            "The clock of “{right}” stands still since {day}: {why}.",
            right=right_name(request.right),
            day=say_date(command.on),
            why=pause_name(command.reason),
        ),
    )
    return Done(matter.reference, _("The clock of “{right}” stands still.", right=right_name(request.right)))


def resume(work: Work, matter: Matter, command: ResumeClock) -> Done:
    request = matter.open_request(command.right)
    standing = matter.open_pauses(request)
    if not standing:
        raise IllegalMove(_("The clock of “{right}” is running.", right=right_name(request.right)))
    past_day(work, matter, command.on)
    if command.on < max(one.started_on for one in standing):
        raise Refused(_("The answer cannot have come before the question."))
    for one in standing:
        one.ended_on = command.on
        work.session.add(one)
    reckon(work, matter)
    audit.note(
        work,
        AuditCode.RESUMED,
        matter.id,
        matter.row.version + 1,
        after={"right": request.right.value, "on": command.on.isoformat(), **_due(request)},
    )
    say_running(work, matter, request, command.on)
    said = _("The clock runs again; “{right}” is due by {due}.", right=right_name(request.right), due=day(request.due))
    return Done(matter.reference, said)


def say_running(work: Work, matter: Matter, request: RequestRow, on: date) -> None:
    """Tell the thread since when a clock runs again, and where it ends now."""
    telling.thread(
        work,
        matter.id,
        lambda: _(
            "The clock of “{right}” runs again since {day}; due by {due}.",
            right=right_name(request.right),
            day=say_date(on),
            due=day(request.due),
        ),
    )


def snooze(work: Work, matter: Matter, command: Snooze) -> Done:
    """Put reminders off; never past the date that the case counts down to."""
    if not command.why.strip():
        raise Refused(_("Please say why."))
    if command.until <= work.today:
        raise Refused(_("Please choose a day that is still to come."))
    if command.until > matter.row.counts_to:
        raise Refused(
            _("Reminders can be put off until {day} at most, the day that counts.", day=say_date(matter.row.counts_to))
        )
    before, matter.row.snoozed_until = matter.row.snoozed_until, command.until
    audit.note(
        work,
        AuditCode.SNOOZED,
        matter.id,
        matter.row.version + 1,
        before={"until": before.isoformat() if before else None},
        after={"until": command.until.isoformat()},
        why=command.why,
    )
    name = work.actor.name
    telling.thread(
        work, matter.id, lambda: _("{name} put reminders off until {day}.", name=name, day=say_date(command.until))
    )
    return Done(matter.reference, _("No reminders before {day}.", day=say_date(command.until)))


def _due(request: RequestRow) -> dict[str, str | None]:
    return {"due": request.due.isoformat() if request.due else None}
