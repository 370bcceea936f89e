"""The case's vocabulary: statuses, outcomes, reasons, capacities. Values are the field's standard names."""

from enum import StrEnum


class Status(StrEnum):
    """What a request is, as people see it; derived from facts, never stored as such while open."""

    RECEIVED = "received"
    AWAITING_VERIFICATION = "awaiting_verification"
    AWAITING_CLARIFICATION = "awaiting_clarification"
    IN_PROGRESS = "in_progress"
    FULFILLED = "fulfilled"
    PARTIALLY_FULFILLED = "partially_fulfilled"
    DENIED = "denied"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    REDIRECTED = "redirected"
    DUPLICATE = "duplicate"
    NOT_A_REQUEST = "not_a_request"


OUTCOMES = (
    Status.FULFILLED,
    Status.PARTIALLY_FULFILLED,
    Status.DENIED,
    Status.WITHDRAWN,
    Status.EXPIRED,
    Status.REDIRECTED,
    Status.DUPLICATE,
    Status.NOT_A_REQUEST,
)

# The Data Rights Protocol's (status, reason) for each of ours, used in exports.
DRP_STATUS: dict[Status, tuple[str, str | None]] = {
    Status.RECEIVED: ("open", None),
    Status.AWAITING_VERIFICATION: ("in_progress", "need_user_verification"),
    Status.AWAITING_CLARIFICATION: ("in_progress", None),
    Status.IN_PROGRESS: ("in_progress", None),
    Status.FULFILLED: ("fulfilled", None),
    Status.PARTIALLY_FULFILLED: ("fulfilled", None),
    Status.DENIED: ("denied", None),
    Status.WITHDRAWN: ("revoked", None),
    Status.EXPIRED: ("expired", None),
    Status.REDIRECTED: ("denied", "claim_not_covered"),
    Status.DUPLICATE: ("denied", "too_many_requests"),
    Status.NOT_A_REQUEST: ("denied", "other"),
}


class Reason(StrEnum):
    """Why a request was closed other than by fulfilling it. Data Rights Protocol names first."""

    SUSPECTED_FRAUD = "suspected_fraud"
    INSUF_VERIFICATION = "insuf_verification"
    NO_MATCH = "no_match"
    CLAIM_NOT_COVERED = "claim_not_covered"
    OUTSIDE_JURISDICTION = "outside_jurisdiction"
    TOO_MANY_REQUESTS = "too_many_requests"
    MANIFESTLY_UNFOUNDED = "manifestly_unfounded"
    PROCESSOR_REDIRECT = "processor_redirect"
    DUPLICATE = "duplicate"
    REQUESTER_WITHDREW = "requester_withdrew"
    NO_RESPONSE = "no_response"
    NOT_A_PRIVACY_REQUEST = "not_a_privacy_request"
    OTHER = "other"


class Capacity(StrEnum):
    """For whom the requester writes."""

    SELF = "self"
    REPRESENTATIVE = "representative"
    PARENT = "parent"
    LAWYER = "lawyer"


class Arrival(StrEnum):
    """How the request reached the company."""

    EMAIL = "email"
    CHAT = "chat"
    TICKET = "ticket"
    PHONE = "phone"
    POST = "post"
    WEB_FORM = "web_form"
    IN_PERSON = "in_person"
    SMS = "sms"
    FAX = "fax"
    SIGNAL = "gpc_signal"


class Verification(StrEnum):
    """How far we are in knowing who asks."""

    NOT_NEEDED = "not_needed"
    NEEDED = "needed"
    ASKED = "asked"
    VERIFIED = "verified"
    FAILED = "failed"
