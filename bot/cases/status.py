"""The status that people see, derived from what is so about a request (several facts hold at once; one is shown), and
whether words about a case make one."""

from collections.abc import Collection, Iterable

from bot.cases.words import Status, Verification
from bot.law.words import PauseReason
from bot.rights import Right


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


def becomes_request(
    asks: Iterable[Right], had: Collection[Right], *, is_open: bool, verification: Verification
) -> tuple[Right, ...]:
    """What becomes a request of a case of what words about it surely ask for: who was verified is not known to have
    asked for more, and what is closed, or was asked for before, is not asked again by a few words.

    Args:
        had: the rights of all its requests, closed ones too.
        is_open: whether the case is.
        verification: how far it is in knowing who asks.
    """
    if not is_open or verification is Verification.VERIFIED:
        return ()
    return tuple(right for right in dict.fromkeys(asks) if right not in had)
