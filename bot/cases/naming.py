"""The case's vocabulary as people read it, in the language that is being spoken.

Nothing here holds personal data, so every name may stand in a channel.
"""

import re
from collections.abc import Iterable

from bot.cases.words import Arrival, Capacity, Context, Reason, Role, Status, Verification
from bot.law.book import law_book
from bot.law.words import PauseReason
from bot.rights import Right
from bot.understanding.reading import Flag
from bot.wording import _, later

_TICKET = re.compile(r"[\w#/.-]{1,40}")  # whatever else was typed there may name a person

_RIGHTS: dict[Right, str] = {
    Right.ACCESS: later("Send a copy"),
    Right.KNOW_CATEGORIES: later("Tell what is collected"),
    Right.PORTABILITY: later("Take data elsewhere"),
    Right.RECTIFICATION: later("Correct"),
    Right.ERASURE: later("Delete"),
    Right.RESTRICTION: later("Restrict use"),
    Right.OBJECTION: later("Object to use"),
    Right.OPT_OUT_MARKETING: later("Stop marketing"),
    Right.OPT_OUT_SALE: later("Stop selling or sharing"),
    Right.LIMIT_SENSITIVE: later("Limit use of sensitive data"),
    Right.WITHDRAW_CONSENT: later("Withdraw consent"),
    Right.AUTOMATED_DECISION: later("Review an automated decision"),
    Right.COMPLAINT: later("Complaint"),
    Right.APPEAL: later("Appeal against a decision"),
    Right.MINOR_REPORT: later("Report about a child"),
    Right.DEACTIVATION: later("Deactivate the account"),
    Right.QUESTION: later("Question about privacy"),
}

_STATUSES: dict[Status, str] = {
    Status.RECEIVED: later("received"),
    Status.AWAITING_VERIFICATION: later("waiting for proof of identity"),
    Status.AWAITING_CLARIFICATION: later("waiting for a clearer request"),
    Status.IN_PROGRESS: later("in progress"),
    Status.FULFILLED: later("done as asked"),
    Status.PARTIALLY_FULFILLED: later("done in part"),
    Status.DENIED: later("refused"),
    Status.WITHDRAWN: later("withdrawn"),
    Status.EXPIRED: later("ended without an answer from the person"),
    Status.REDIRECTED: later("passed on to who decides"),
    Status.DUPLICATE: later("continues in another case"),
    Status.NOT_A_REQUEST: later("not a privacy request"),
}

_REASONS: dict[Reason, str] = {
    Reason.SUSPECTED_FRAUD: later("Suspected fraud"),
    Reason.INSUF_VERIFICATION: later("Identity could not be verified"),
    Reason.UNVERIFIED_AUTHORITY: later("Authority to act for the person could not be verified"),
    Reason.NO_MATCH: later("We hold nothing about this person"),
    Reason.CLAIM_NOT_COVERED: later("The law does not give this right here"),
    Reason.OUTSIDE_JURISDICTION: later("No law that applies to us covers this person"),
    Reason.TOO_MANY_REQUESTS: later("Too many requests"),
    Reason.MANIFESTLY_UNFOUNDED: later("Manifestly unfounded"),
    Reason.PROCESSOR_REDIRECT: later("Our customer decides over the data"),
    Reason.DUPLICATE: later("Duplicate"),
    Reason.REQUESTER_WITHDREW: later("The person took it back"),
    Reason.NO_RESPONSE: later("No answer from the person"),
    Reason.NOT_A_PRIVACY_REQUEST: later("Not a privacy request"),
    Reason.OTHER: later("Another reason"),
}

_FLAGS: dict[Flag, str] = {
    Flag.REPRESENTATIVE: later("somebody writes on the person's behalf"),
    Flag.MINOR: later("may be about a child"),
    Flag.PROCESSOR_DATA: later("may be a customer's data (we are processor)"),
    Flag.URGENT: later("says it is urgent"),
    Flag.POSSIBLE_BREACH: later("possible data breach"),
    Flag.LEGAL_DEMAND: later("legal demand: for the legal team"),
    Flag.DISTRESS: later("desperate words: somebody may be in danger"),
    Flag.HOSTILE: later("threats or insults"),
    Flag.SENSITIVE_INPUT: later("sensitive numbers came in and were removed"),
    Flag.REPEATS: later("asked more often than the law obliges to answer: you decide"),
}

_ROLES: dict[str, str] = {
    Role.CONTROLLER: later("We decide over the data (controller)"),
    Role.PROCESSOR: later("We hold it for a customer (processor)"),
    Role.SUB_PROCESSOR: later("We hold it for a customer's supplier (sub-processor)"),
    Role.BOTH: later("Partly ours, partly a customer's"),
    Role.UNKNOWN: later("Not known yet"),
}

_CONTEXTS: dict[Context, str] = {
    Context.WEBSITE: later("Visited our website"),
    Context.COMMUNICATION: later("Wrote or talked to us, or got our mails"),
    Context.COMMUNITY: later("Took part in our community"),
    Context.SOCIAL: later("On our social media pages"),
    Context.OFFICE: later("Visited an office"),
    Context.EVENT: later("Came to an event, webinar or training"),
    Context.CONTRACTING: later("Made or signed a contract with us"),
    Context.LEAD: later("Asked for information, or gave a lead"),
    Context.TRIAL: later("Tried the product"),
    Context.SURVEY: later("Answered a survey"),
    Context.EMPLOYER: later("Uses the product through an employer who is our customer"),
    Context.RESELLER: later("Uses the product through a reseller"),
    Context.SERVICE_PROVIDER: later("Uses the product through a service provider (MSP)"),
    Context.UNKNOWN: later("Not known yet"),
}

_CAPACITIES: dict[Capacity, str] = {
    Capacity.SELF: later("for themselves"),
    Capacity.REPRESENTATIVE: later("for somebody else, as their representative"),
    Capacity.PARENT: later("for a child, as parent or guardian"),
    Capacity.LAWYER: later("for a client, as their lawyer"),
    Capacity.POWER_OF_ATTORNEY: later("for somebody who gave them a power of attorney"),
}

_ARRIVALS: dict[Arrival, str] = {
    Arrival.EMAIL: later("by e-mail"),
    Arrival.CHAT: later("in chat"),
    Arrival.TICKET: later("in a support ticket"),
    Arrival.PHONE: later("by phone"),
    Arrival.POST: later("by post"),
    Arrival.WEB_FORM: later("through the web form"),
    Arrival.IN_PERSON: later("in person"),
    Arrival.SMS: later("by text message"),
    Arrival.FAX: later("by fax"),
    Arrival.SIGNAL: later("by browser signal (GPC)"),
}

_VERIFICATIONS: dict[Verification, str] = {
    Verification.NOT_NEEDED: later("not needed"),
    Verification.NEEDED: later("not asked yet"),
    Verification.ASKED: later("asked, no answer yet"),
    Verification.VERIFIED: later("verified"),
    Verification.FAILED: later("check failed"),
}

_PAUSES: dict[PauseReason, str] = {
    PauseReason.IDENTITY: later("we asked who they are"),
    PauseReason.CLARIFICATION: later("we asked what they mean"),
    PauseReason.FEE: later("we asked for a fee"),
}

_EXTENSIONS: dict[str, str] = {
    "complexity": later("The request is complex"),
    "number_of_requests": later("This person has made many requests"),
    "reasonably_necessary": later("More time is reasonably necessary"),
    "unreasonable_interference": later("Answering in time would hinder our work unreasonably"),
    "consultations": later("We have to consult others"),
    "alternative_format": later("The data have to be put into another format"),
    "large_number_of_records": later("There are a great many records"),
    "search_elsewhere": later("The records have to be searched for elsewhere"),
}

_LINKS: dict[str, str] = {
    "duplicate_of": later("duplicate of {reference}"),
    "has_duplicate": later("has the duplicate {reference}"),
    "split_from": later("split from {reference}"),
    "split_into": later("split into {reference}"),
    "again": later("comes after {reference}"),
    "asked_again": later("followed by {reference}"),
}


def right_name(right: Right) -> str:
    """What the person asks for: "Delete", "Stop selling or sharing"."""
    return _(_RIGHTS[right])


def right_names(rights: Iterable[Right], *, most: int = 4) -> str:
    """Several of them in one line; beyond `most` they are only counted."""
    names = [right_name(right) for right in rights]
    if len(names) <= most:
        return ", ".join(names)
    return _("{names} and {count} more", names=", ".join(names[: most - 1]), count=len(names) - most + 1)


def status_name(status: Status) -> str:
    return _(_STATUSES[status])


def outcome_name(outcome: Status) -> str:
    """How a request ended, as the beginning of a line."""
    name = _(_STATUSES[outcome])
    return name[:1].upper() + name[1:]


def ending_name(outcome: Status, reason: Reason | None) -> str:
    """How and why a request ended: "Refused: Duplicate"; the reason alone where it says the same."""
    name = outcome_name(outcome)
    if reason is None or reason_name(reason).casefold() == name.casefold():
        return name
    return _("{outcome}: {reason}", outcome=name, reason=reason_name(reason))


def reason_name(reason: Reason) -> str:
    return _(_REASONS[reason])


def flag_name(flag: Flag) -> str:
    return _(_FLAGS[flag])


def role_name(role: str) -> str:
    return _(_ROLES.get(role, role))


def context_name(context: Context) -> str:
    return _(_CONTEXTS[context])


def capacity_name(capacity: Capacity) -> str:
    return _(_CAPACITIES[capacity])


def arrival_name(arrival: Arrival) -> str:
    return _(_ARRIVALS[arrival])


def verification_name(verification: Verification) -> str:
    return _(_VERIFICATIONS[verification])


def pause_name(reason: PauseReason) -> str:
    return _(_PAUSES[reason])


def extension_name(reason: str) -> str:
    """A regime's own code for why it allows an extension; one that has no wording is shown as it is."""
    return _(_EXTENSIONS[reason]) if reason in _EXTENSIONS else reason.replace("_", " ").capitalize()


def link_name(kind: str, reference: str) -> str:
    """How another case belongs to this one, e.g. "duplicate of DSR-2026-0042"."""
    if kind not in _LINKS:
        return reference
    return _(_LINKS[kind], reference=reference)


def law_name(regime: str) -> str:
    """A law's short name; one that we have no data for is shown by its code ("us_zz" as "US ZZ")."""
    known = law_book().regimes.get(regime)
    return _(known.name) if known else regime.replace("_", " ").upper()


def called(reference: str, ticket: str | None) -> str:
    """A case as its reporters know it: with their ticket, where they have one."""
    plain = plain_ticket(ticket)
    return f"{reference} ({plain})" if plain else reference


def plain_ticket(ticket: str | None) -> str:
    """A ticket as it may be shown, "" where something else was typed: that may name a person."""
    return ticket if ticket and _TICKET.fullmatch(ticket) else ""
