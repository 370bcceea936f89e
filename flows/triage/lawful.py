"""What the laws of a case allow, as its forms need it. The commands ask the law again before they change anything."""

from datetime import date

from bot.cases.given import clock_input
from bot.cases.naming import pause_name
from bot.cases.snapshot import CaseView, RequestView
from bot.cases.words import Capacity
from bot.conversation.scene import Scene
from bot.law.book import LawBook, Regime, RepresentativeRule, Tier
from bot.law.clock import compute
from bot.law.rules import extension_reasons, longest_extension, may_end, may_extend, pause_condition
from bot.law.verification import representative, tier
from bot.law.words import ClockStatus, PauseReason
from bot.policy import Policy
from bot.rights import Right
from bot.wording import _, begun

_CLOCKS = frozenset({ClockStatus.RUNNING, ClockStatus.PAUSED, ClockStatus.CLOCK_NOT_STARTED})


def laws(book: LawBook) -> tuple[str, ...]:
    """The codes of all laws that we have."""
    return tuple(book.regimes)


def extendable(case: CaseView, policy: Policy, book: LawBook, told: date | None = None) -> dict[Right, tuple[str, ...]]:
    """The open requests that can be extended, each with the codes of the reasons that its laws take.

    Args:
        told: the day on which the person is told, which has to lie within the first period; None: any day until now.
    """
    found: dict[Right, tuple[str, ...]] = {}
    for request in case.open_requests:
        if request.extended:
            continue
        codes = dict[str, None]()
        for law in request.regimes:
            given = clock_input(case, request, law, policy)
            dates = compute(given, book)  # in another zone it may have come in a day later than by the request's date
            if may_extend(book, given, told or dates.receipt_date, dates) is None:
                codes |= dict.fromkeys(extension_reasons(book, given))
        if codes:
            found[request.right] = tuple(codes)
    return found


def until_fault(case: CaseView, request: RequestView, until: date, reason: str, told: date, scene: Scene) -> str | None:
    """What is wrong with the day until which a request is to be extended; None where the law gives it."""
    given = [clock_input(case, request, law, scene.policy) for law in request.regimes]
    extending = [one for one in given if reason in extension_reasons(scene.book, one)]
    longest = [day for one in extending if (day := longest_extension(scene.book, one, told)) is not None]
    return may_end(until, request.due or request.safe_due, longest)  # no legal date while the clock stands still


def pause_reasons(request: RequestView, book: LawBook) -> tuple[PauseReason, ...]:
    """For what its law lets the clock wait."""
    return tuple(
        reason
        for reason in PauseReason
        if any(regime.pause_rule(request.right, reason, request.receipt_date) for regime in _regimes(request, book))
    )


def may_pause(case: CaseView, book: LawBook) -> bool:
    """Whether a running clock of the case may stand still, for whatever reason."""
    return any(pause_reasons(request, book) for request in case.open_requests if not request.paused)


def pause_conditions(case: CaseView, book: LawBook) -> tuple[str, ...]:
    """Under which conditions the clocks of the case may be stopped, a line each."""
    found = [
        f"{begun(pause_name(reason))}: {condition}"
        for request in case.open_requests
        if not request.paused
        for reason in pause_reasons(request, book)
        for regime in _regimes(request, book)
        if (condition := pause_condition(book, regime.id, request.right, reason, request.receipt_date))
    ]
    return tuple(dict.fromkeys(found))


def proof_lines(case: CaseView, book: LawBook) -> tuple[str, ...]:
    """What to ask the person for and what never, by the strictest tier that an open request needs."""
    needed = [(regime.id, request.right) for request in case.open_requests for regime in _regimes(request, book)]
    if not needed:
        return ()
    account = max((tier(book, code, right, True) for code, right in needed), key=lambda one: one.id)
    otherwise = max((tier(book, code, right, False) for code, right in needed), key=lambda one: one.id)
    lines = [_tier_line(otherwise)]
    if account != otherwise:
        lines.insert(0, _("If they have an account: {ask}", ask=_(account.ask)))
    harmful = max((tier(book, code, right, False, sensitive=True) for code, right in needed), key=lambda one: one.id)
    if harmful != otherwise:
        lines.append(_("Where a mistake would do harm, as with sensitive data: {ask}", ask=_(harmful.ask)))
    if case.capacity is not Capacity.SELF:
        laws = dict.fromkeys(code for code, _right in needed)
        acting = dict.fromkeys(representative(book, code, case.capacity.value) for code in laws)
        lines.extend(_tier_line(one) for one in acting)
    return tuple(lines)


def _tier_line(one: Tier | RepresentativeRule) -> str:
    return _("{name}. Ask for: {ask} Never ask for: {never}", name=_(one.name), ask=_(one.ask), never=_(one.never))


def _regimes(request: RequestView, book: LawBook) -> tuple[Regime, ...]:
    """The laws whose clock of this request runs, or stands still."""
    if request.clock not in _CLOCKS:
        return ()
    return tuple(book.regimes[code] for code in request.regimes if code in book.regimes)
