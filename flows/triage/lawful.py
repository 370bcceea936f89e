"""What the laws of a case allow, as its forms need it. The commands ask the law again before they change anything."""

from bot.law.verification import tier

from bot.cases.snapshot import CaseView, RequestView
from bot.cases.words import Capacity
from bot.law.book import LawBook, Regime, Tier
from bot.law.words import PauseReason
from bot.wording import _


def laws(book: LawBook) -> tuple[str, ...]:
    """The codes of all laws that we have."""
    return tuple(book.regimes)


def extension_reasons(request: RequestView, book: LawBook) -> tuple[str, ...]:
    """The codes of the reasons for which its law gives more time; none where it gives none."""
    found: list[str] = []
    for regime in _regimes(request, book):
        rule = regime.rule(request.right, request.receipt_date)
        if rule is not None and rule.response is not None and rule.extension is not None:
            found.extend(rule.extension.reasons)
    return tuple(dict.fromkeys(found))


def pause_reasons(request: RequestView, book: LawBook) -> tuple[PauseReason, ...]:
    """For what its law lets the clock wait."""
    return tuple(
        reason
        for reason in PauseReason
        if any(regime.pause_rule(request.right, reason, request.receipt_date) for regime in _regimes(request, book))
    )


def may_pause(case: CaseView, book: LawBook, reason: PauseReason | None = None) -> bool:
    """Whether a running clock of the case may stand still: for this reason, or for any."""
    allowed = {one for request in case.open_requests if not request.paused for one in pause_reasons(request, book)}
    return bool(allowed) if reason is None else reason in allowed


def _regimes(request: RequestView, book: LawBook) -> tuple[Regime, ...]:
    return tuple(book.regimes[code] for code in request.regimes if code in book.regimes)


def proof_lines(case: CaseView, book: LawBook) -> tuple[str, ...]:
    """What to ask the person for and what never, by the strictest tier that an open request needs."""
    needed: Tier | None = None
    for request in case.open_requests:
        for code in request.regimes:
            one = tier(book, code, request.right, request.receipt_date)
            needed = one if needed is None or one.id > needed.id else needed
    tiers = [needed] if needed else []
    if case.capacity is not Capacity.SELF and "TR" in book.tiers:
        tiers.append(book.tiers["TR"])
    return tuple(
        _("{name}. Ask for: {ask} Never ask for: {never}", name=_(t.name), ask=_(t.ask), never=_(t.never))
        for t in tiers
    )
