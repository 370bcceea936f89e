"""What letters say that decide something: more time, and a refusal. Each within what the law gives."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.cases.given import clock_input
from bot.cases.proof import no_ground
from bot.cases.snapshot import CaseView, RequestView
from bot.cases.words import Reason
from bot.errors import Refused
from bot.law.book import LawBook, Regime
from bot.law.clock import ClockInput, compute
from bot.law.rules import extension_citation, extension_reasons, longest_extension, may_end, may_extend
from bot.letters.own import Own
from bot.letters.phrases import Phrases
from bot.policy import Policy
from bot.rights import Right
from bot.wording import _


class WrongDay(Refused):
    """The day until which a letter extends is missing, or not one that the law gives."""


def extension(
    case: CaseView,
    requests: Sequence[RequestView],
    policy: Policy,
    book: LawBook,
    words: Phrases,
    own: Own,
    today: date,
) -> dict[str, str]:
    """Why more time is needed, until when, and by which article.

    Raises Refused without a reason, and WrongDay for a day that the law does not give.
    """
    if own.extension not in words.extensions:
        raise Refused(_("An extension needs a reason."))
    given = [one for request in requests for one in _extending(case, request, policy, book, own, today)]
    longest = [day for one in given if (day := longest_extension(book, one, today)) is not None]
    if own.until is None and not longest:
        raise WrongDay(_("Please choose the day that the person is told: this law sets none, or allows no extension."))
    if not given:
        law = ", ".join(dict.fromkeys(book.regime(code).name for request in requests for code in request.regimes))
        raise Refused(_("{law} gives no extension for this reason.", law=law))
    end = own.until or min(longest)
    now = max((on for request in requests if (on := request.due or request.safe_due) is not None), default=None)
    if (fault := may_end(end, now, longest)) is not None:
        raise WrongDay(fault)
    cited = (extension_citation(book, one.regime, one.right, compute(one, book).receipt_date) for one in given)
    law = words.joined(words.cited(one) for one in cited)
    return {"extension_reason": words.extensions[own.extension], "new_due": words.day(end), "law": law}


def _extending(
    case: CaseView, request: RequestView, policy: Policy, book: LawBook, own: Own, today: date
) -> list[ClockInput]:
    """The request under each law that still gives more time for the reason."""
    asked = [clock_input(case, request, law, policy) for law in request.regimes]
    return [
        one
        for one in asked
        if may_extend(book, one, today, compute(one, book)) is None and own.extension in extension_reasons(book, one)
    ]


def refusal(
    case: CaseView, requests: Sequence[RequestView], regime: Regime, words: Phrases, own: Own
) -> dict[str, Any]:
    """Why it is refused, in one of the law's ways, and what is left to the person.

    Raises Refused without a reason, and for one that cannot be.
    """
    if own.reason is None or own.reason.value not in words.reasons:
        raise Refused(_("Refusing, even in part, needs a reason. Please choose one."))
    if own.reason is Reason.OTHER and not own.explanation.strip():
        raise Refused(_("Please explain the reason: the letter has to say it."))
    if (fault := no_ground(own.reason, case.verification, requests)) is not None:
        raise Refused(fault)
    rights = [request.right for request in requests]
    unproven = own.reason is Reason.INSUF_VERIFICATION
    return {
        "refusal_reason": words.reasons[own.reason.value],
        "offers_opt_out": regime.id == "us_ca" and Right.ERASURE in rights,
        "offers_categories": regime.id == "us_ca" and unproven and Right.ACCESS in rights,
    }
