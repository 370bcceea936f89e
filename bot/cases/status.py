"""The status that people see, derived from what is so about a request. Several facts hold at once; one is shown."""

from collections.abc import Collection

from bot.cases.words import Status, Verification
from bot.law.words import PauseReason


def status_of(
    *,
    outcome: Status | None,
    waits_for: Collection[PauseReason],
    needs_proof: bool,
    verification: Verification,
    owned: bool,
) -> Status:
    """What a request is.

    Args:
        outcome: how it was closed; None while it is open.
        waits_for: the reasons of its open pauses.
        needs_proof: whether this right may only be answered to a verified person.
        verification: how far the case is in knowing who asks.
        owned: whether somebody of the team has taken it.
    """
    if outcome is not None:
        return outcome
    if PauseReason.IDENTITY in waits_for or (needs_proof and verification is Verification.ASKED):
        return Status.AWAITING_VERIFICATION
    if waits_for:
        return Status.AWAITING_CLARIFICATION
    return Status.IN_PROGRESS if owned else Status.RECEIVED
