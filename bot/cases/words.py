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
    UNVERIFIED_AUTHORITY = "unverified_authority"  # of somebody who acts for the person; ours, not DRP's
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
    POWER_OF_ATTORNEY = "poa_holder"


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


class Role(StrEnum):
    """Whether the organisation decides over the data (controller) or holds it for a customer (processor)."""

    CONTROLLER = "controller"
    PROCESSOR = "processor"
    SUB_PROCESSOR = "sub_processor"
    BOTH = "both"
    UNKNOWN = "unknown"


ONLY_HELD = frozenset({Role.PROCESSOR, Role.SUB_PROCESSOR})  # somebody else decides over the data, and answers
HELD = ONLY_HELD | {Role.BOTH}  # somebody else decides over some of the data at least, and gets the request


class Context(StrEnum):
    """How the person dealt with the organisation: what the role is proposed from."""

    WEBSITE = "website"
    COMMUNICATION = "communication"  # mail, calls, newsletters
    COMMUNITY = "community"
    SOCIAL = "social"
    OFFICE = "office"
    EVENT = "event"
    CONTRACTING = "contracting"
    LEAD = "lead"
    TRIAL = "trial"
    SURVEY = "survey"
    EMPLOYER = "employer"  # uses the product through a customer of ours
    RESELLER = "reseller"
    SERVICE_PROVIDER = "msp"
    UNKNOWN = "unknown"

    @property
    def proposed(self) -> Role:
        """The role that this speaks for; a person decides."""
        if self in (Context.EMPLOYER, Context.RESELLER, Context.SERVICE_PROVIDER):
            return Role.PROCESSOR
        return Role.UNKNOWN if self is Context.UNKNOWN else Role.CONTROLLER


class Link(StrEnum):
    """How a case belongs to an older one."""

    DUPLICATE_OF = "duplicate_of"
    SPLIT_FROM = "split_from"
    AGAIN = "again"  # the same person, asking once more or for more


# What a link is called when read from the older case.
LINK_BACK: dict[Link, str] = {
    Link.DUPLICATE_OF: "has_duplicate",
    Link.SPLIT_FROM: "split_into",
    Link.AGAIN: "asked_again",
}


class Hand(StrEnum):
    """How something that came in found its case."""

    OPENED = "opened"  # the case was opened with it
    SAME_MAIL = "same_mail"
    SAME_PERSON = "same_person"
    REFERENCE = "reference"  # it only named the case: whoever handed it over does not become a reporter


class AuditCode(StrEnum):
    """What was done, as kept in the request log."""

    OPENED = "opened"
    ADDED = "added"
    LINKED = "linked"
    TAKEN = "taken"
    GIVEN = "given"
    VERIFICATION_ASKED = "verification_asked"
    VERIFIED = "verified"
    VERIFICATION_FAILED = "verification_failed"
    ACKNOWLEDGED = "acknowledged"
    EXTENDED = "extended"
    PAUSED = "paused"
    RESUMED = "resumed"
    CLOSED = "closed"
    REOPENED = "reopened"
    CORRECTED = "corrected"
    SPLIT = "split"
    MERGED = "merged"
    DETAILS_SEEN = "details_seen"
    SNOOZED = "snoozed"
    BREACH_REPORTED = "breach_reported"
    PASSED_TO_LEGAL = "passed_to_legal"
    PURGED = "purged"
    LETTER_SENT = "letter_sent"
    ROLE_DECIDED = "role_decided"
    WORK_DONE = "work_done"
