"""Which letters there are, and which of them suit a case as it is."""

from enum import StrEnum

from bot.cases.snapshot import CaseView
from bot.cases.words import ONLY_HELD, Role, Verification
from bot.law.words import PauseReason
from bot.rights import Right
from bot.understanding.reading import Flag
from bot.wording import _, later


class LetterKind(StrEnum):
    """A letter; the value is the name of its template."""

    RECEIPT = "receipt"
    COMPLAINT_RECEIPT = "complaint_receipt"
    VERIFICATION = "verification"
    VERIFICATION_REMINDER = "verification_reminder"
    CLARIFICATION = "clarification"
    EXTENSION = "extension"
    REFUSAL = "refusal"
    REDIRECT = "redirect"
    CLOSING = "closing"
    WITHDRAWN = "withdrawn"
    MINOR_REPORT = "minor_report"
    DEACTIVATION = "deactivate_account"
    APPEAL = "appeal"
    QUESTION = "general_question"
    ACCESS = "access"
    KNOW_CATEGORIES = "know_categories"
    PORTABILITY = "portability"
    RECTIFICATION = "rectification"
    ERASURE = "erasure"
    RESTRICTION = "restriction"
    OBJECTION = "objection"
    OPT_OUT_MARKETING = "opt_out_marketing"
    OPT_OUT_SALE = "opt_out_sale"
    LIMIT_SENSITIVE = "limit_sensitive"
    WITHDRAW_CONSENT = "withdraw_consent"
    AUTOMATED_DECISION = "automated_decision"
    COMPLAINT = "complaint"


# Letters that ask the person something, with what the clock may stand still for until they answer.
ASKING = {LetterKind.VERIFICATION: PauseReason.IDENTITY, LetterKind.CLARIFICATION: PauseReason.CLARIFICATION}

_NAMES = {
    LetterKind.RECEIPT: later("Receipt"),
    LetterKind.COMPLAINT_RECEIPT: later("Receipt of a complaint"),
    LetterKind.VERIFICATION: later("Please confirm who you are"),
    LetterKind.VERIFICATION_REMINDER: later("Reminder to confirm who you are"),
    LetterKind.CLARIFICATION: later("A question about the request"),
    LetterKind.EXTENSION: later("We need more time"),
    LetterKind.REFUSAL: later("Refusal, in whole or in part"),
    LetterKind.REDIRECT: later("Our customer decides over the data"),
    LetterKind.CLOSING: later("Closed, as nobody answered"),
    LetterKind.WITHDRAWN: later("Taken back by the person"),
    LetterKind.MINOR_REPORT: later("Thanks for a report about a child"),
    LetterKind.DEACTIVATION: later("The account is deactivated"),
    LetterKind.APPEAL: later("Decision on an appeal"),
    LetterKind.QUESTION: later("Answer to the question"),
    LetterKind.ACCESS: later("Done: a copy was sent"),
    LetterKind.KNOW_CATEGORIES: later("Done: what is collected"),
    LetterKind.PORTABILITY: later("Done: data in a portable form"),
    LetterKind.RECTIFICATION: later("Done: corrected"),
    LetterKind.ERASURE: later("Done: deleted"),
    LetterKind.RESTRICTION: later("Done: restricted"),
    LetterKind.OBJECTION: later("Done: stopped, as they objected"),
    LetterKind.OPT_OUT_MARKETING: later("Done: no more marketing"),
    LetterKind.OPT_OUT_SALE: later("Done: not sold or shared"),
    LetterKind.LIMIT_SENSITIVE: later("Done: use of sensitive data limited"),
    LetterKind.WITHDRAW_CONSENT: later("Done: consent taken back"),
    LetterKind.AUTOMATED_DECISION: later("Done: a person looked at the decision"),
    LetterKind.COMPLAINT: later("Answer to the complaint"),
}


def letter_name(kind: LetterKind) -> str:
    """What the team calls a letter."""
    return _(_NAMES[kind])


def fulfilment(right: Right) -> LetterKind:
    """The letter that says that a request is done."""
    return LetterKind(right.value)


def offered(case: CaseView, *, extendable: bool) -> tuple[LetterKind, ...]:
    """The letters that make sense for a case, the next step first. Most stay possible where the case is closed.

    Args:
        extendable: whether a law of the case gives more time for a request of it.
    """
    rights = [request.right for request in case.requests]
    if case.role in ONLY_HELD:  # whatever else would say that we hold something, or not
        return (LetterKind.REDIRECT, LetterKind.RECEIPT, LetterKind.WITHDRAWN)
    found: list[LetterKind] = []
    if case.role == Role.BOTH or Flag.PROCESSOR_DATA in case.flags:
        found.append(LetterKind.REDIRECT)
    if any(request.acknowledged_on is None for request in case.open_requests):
        complaint_only = set(rights) == {Right.COMPLAINT}
        found.append(LetterKind.COMPLAINT_RECEIPT if complaint_only else LetterKind.RECEIPT)
    if case.verification in (Verification.NEEDED, Verification.FAILED):
        found.append(LetterKind.VERIFICATION)
    if case.verification is Verification.ASKED:
        found += [LetterKind.VERIFICATION_REMINDER, LetterKind.VERIFICATION]
    found += [fulfilment(right) for right in rights]
    if Flag.MINOR in case.flags:
        found.append(LetterKind.MINOR_REPORT)
    found += [
        LetterKind.CLARIFICATION,
        *((LetterKind.EXTENSION,) if extendable else ()),
        LetterKind.REFUSAL,
        LetterKind.CLOSING,
        LetterKind.WITHDRAWN,
        LetterKind.REDIRECT,
        LetterKind.COMPLAINT_RECEIPT if Right.COMPLAINT in rights else LetterKind.RECEIPT,
    ]
    return tuple(dict.fromkeys(found))
