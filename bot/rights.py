"""The names of what a person can ask for. Every room speaks of rights in these words."""

from enum import StrEnum


class Right(StrEnum):
    """One right a person exercises; the value is the canonical name of the field.

    The last four are no rights of their own in most laws, yet matters that people bring to us and that have a case.
    """

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
    APPEAL = "appeal"  # against how an earlier request was decided
    MINOR_REPORT = "minor_report"  # somebody too young gave us data
    DEACTIVATION = "deactivate_account"  # closed, not deleted
    QUESTION = "general_question"
