"""Where the record meets the law: which laws run, what their dates are, what they allow.

Of several laws the earliest date is obeyed. Everything is computed anew from what is known, never moved on from an
earlier result.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from textwrap import shorten

from bot.cases.ahead import clock_of, laws_by
from bot.cases.given import with_extension
from bot.cases.matter import Matter
from bot.cases.snapshot import ExtensionView
from bot.cases.tables import HINT, NO_DATE, PauseRow, RequestRow
from bot.cases.words import Role
from bot.cases.work import Work
from bot.errors import Refused
from bot.law.calendars import add_business_days
from bot.law.clock import ClockInput, Dates, compute
from bot.law.counting import Pause
from bot.law.rules import extension_reasons, longest_extension, may_extend, may_pause
from bot.law.verification import tier
from bot.law.which import OTHER, has_law_of, obeyed
from bot.law.words import PauseReason
from bot.policy import Policy
from bot.rights import Right
from bot.wording import _, later, say_date

_NAMES = {
    "ack_due": later("Acknowledge by"),
    "safe_due": later("Safe date"),
    "due": later("Legal date"),
    "extension_notice_by": later("Extend by"),
    "refusal_notice_by": later("Refuse by"),
    "target_ack": later("Acknowledge by"),
    "target_due": later("Answer by"),
    "inform_by": later("Tell the person by"),
}
NO_PROOF = "T0"  # the tier of rights for which nobody is asked who they are


def past_day(work: Work, matter: Matter, on: date) -> date:
    """A day on which something was done about a case. Raises Refused for one that has not come, or came before it."""
    if on > work.today:
        raise Refused(_("That day has not come yet."))
    first = min((request.receipt_date for request in matter.requests), default=None)
    if first is not None and on < first:
        raise Refused(_("That is before the request came in."))
    return on


def laws_for(work: Work, country: str | None, state: str | None, hint: str | None) -> tuple[str, ...]:
    """The laws that run for a person; where nobody knows, the organisation's own default is among them."""
    return laws_by(work.policy, work.book, country, state, hint)


def tells_home(country: str | None, hint: str | None) -> bool:
    """Whether it is known where the person lives, or which one law is theirs."""
    return country is not None or (hint is not None and len(hint.split()) == 1)


def kept_hint(country: str | None, hint: str | None) -> str | None:
    """What a case keeps of the laws that a message names: whole names, as many as there is room for. OTHER stands
    among them where the law of the person's country is none of ours; where it is one, only what was named counts."""
    named = (hint if country is None else without_other(hint)) or ""
    if country is not None and not has_law_of(country):
        named = f"{OTHER} {named}"
    return shorten(named, HINT, placeholder="") or None


def without_other(hint: str | None) -> str | None:
    """What a case keeps of the laws that a message names, those aside that are none of ours."""
    return " ".join(law for law in (hint or "").split() if law != OTHER) or None


def known_laws(work: Work, codes: Iterable[str]) -> tuple[str, ...]:
    """The same codes, each once. Raises Refused when one is unknown or there is none."""
    found = tuple(dict.fromkeys(codes))
    if not found:
        raise Refused(_("Please choose a law."))
    for code in found:
        work.book.regime(code)
    return found


def needs_proof(work: Work, regimes: Iterable[str], right: Right) -> bool:
    """Whether any of these laws wants to know who asks for this."""
    return any(tier(work.book, code, right, has_account=False).id != NO_PROOF for code in regimes)


def reckon(work: Work, matter: Matter) -> None:
    """Compute every date of the open requests anew, and the one that the case counts down to."""
    for request in matter.open_requests:
        _reckon(work, matter, request)
        work.session.add(request)
    counting = (request.safe_due or request.target_due for request in matter.open_requests)
    matter.row.counts_to = min((on for on in counting if on is not None), default=NO_DATE)
    if matter.row.snoozed_until is not None and matter.row.snoozed_until > matter.row.counts_to:
        matter.row.snoozed_until = None  # the date moved ahead of it
    work.session.add(matter.row)


def dates_of(
    work: Work, role: Role, request: RequestRow, pauses: Iterable[PauseRow]
) -> tuple[tuple[ClockInput, Dates], ...]:
    """The dates of a request under each law that runs, with what they were computed from."""
    given = [_given(work, code, role, request, pauses) for code in request.regimes]
    return tuple((one, compute(one, work.book)) for one in given)


def explain(work: Work, role: Role, request: RequestRow, pauses: Iterable[PauseRow]) -> tuple[str, ...]:
    """Every date of a request in one line, in the language that is being spoken; under which law, if several run."""
    found = dates_of(work, role, request, pauses)
    lines: list[str] = []
    for _given, dates in found:
        law = f"{work.book.regime(dates.regime).name}: " if len(found) > 1 else ""
        lines.extend(law + _explained(one.kind, one.on, one.line) for one in dates.explained)
    return tuple(lines)


def pause_refusal(work: Work, matter: Matter, request: RequestRow, reason: PauseReason, on: date) -> str | None:
    """None when at least one of the laws stops its clock for this, else the first law's sentence."""
    found = [
        may_pause(work.book, given.regime, request.right, reason, on, dates)
        for given, dates in dates_of(work, matter.row.role, request, matter.pauses_of(request))
    ]
    return None if None in found else found[0]


def extension_refusal(work: Work, matter: Matter, request: RequestRow, reason: str, told_on: date) -> str | None:
    """None when at least one of the laws gives more time for this reason, else a sentence."""
    found: list[str] = []
    for given, dates in dates_of(work, matter.row.role, request, matter.pauses_of(request)):
        refusal = may_extend(work.book, given, told_on, dates)
        if refusal is None and reason in extension_reasons(work.book, given):
            return None
        found.append(refusal or _("{law} gives no extension for this reason.", law=work.book.regime(given.regime).name))
    return found[0]


def longest_extensions(work: Work, matter: Matter, request: RequestRow, reason: str, told_on: date) -> tuple[date, ...]:
    """The last day under each law that gives more time for this reason and sets one."""
    given = [given for given, _dates in dates_of(work, matter.row.role, request, matter.pauses_of(request))]
    extending = [one for one in given if reason in extension_reasons(work.book, one)]
    found = [longest_extension(work.book, one, told_on) for one in extending]
    return tuple(day for day in found if day is not None)


def extension_of(request: RequestRow) -> ExtensionView | None:
    """The extension that was taken, if any."""
    if request.extended_on is None or request.extension_reason is None:
        return None
    return ExtensionView(request.extended_on, request.extension_reason, request.extended_until)


def _explained(kind: str, on: date, line: str) -> str:
    if kind not in _NAMES:
        return line
    return _("{name} {day}: {why}", name=_(_NAMES[kind]), day=say_date(on), why=line)


def _reckon(work: Work, matter: Matter, request: RequestRow) -> None:
    found = dates_of(work, matter.row.role, request, matter.pauses_of(request))
    first = obeyed([dates for _given, dates in found])
    request.receipt_date = first.receipt_date
    for kind in (
        "ack_due",
        "safe_due",
        "due",
        "extension_notice_by",
        "refusal_notice_by",
        "target_ack",
        "target_due",
    ):
        chosen = getattr(first, kind)
        setattr(request, kind, chosen.on if chosen else None)
    if request.target_due is not None and (days := _own_days(work.policy, request.right)) is not None:
        request.target_due = add_business_days(work.policy.clocks.calendar, request.receipt_date, days)
    request.clock = first.status


def _own_days(policy: Policy, right: Right) -> int | None:
    """The working days that our own privacy policy gives a matter for which no law sets a date."""
    return {Right.MINOR_REPORT: policy.limits.minor_days, Right.QUESTION: policy.limits.question_days}.get(right)


def _given(work: Work, code: str, role: Role, request: RequestRow, pauses: Iterable[PauseRow]) -> ClockInput:
    known = Role.CONTROLLER if role is Role.UNKNOWN else role
    given = clock_of(work.policy, code, request.right, request.received_at, known)
    waits = tuple(Pause(pause.reason, pause.started_on, pause.ended_on) for pause in pauses)
    return with_extension(replace(given, pauses=waits), extension_of(request), work.book)
