"""What may not be said or done as done before we know who asks, and what may not be refused for it."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from bot.cases.naming import right_names
from bot.cases.words import Reason, Verification
from bot.rights import Right
from bot.wording import _

# Data must not go out, change, or go, before we know who asks
PROVE_FIRST = frozenset({Right.ACCESS, Right.PORTABILITY, Right.RECTIFICATION, Right.ERASURE})


class _Asked(Protocol):
    @property
    def right(self) -> Right: ...
    @property
    def needs_proof(self) -> bool: ...


def unproven(verification: str, requests: Iterable[_Asked]) -> tuple[Right, ...]:
    """The requests of these that have to wait until the person is verified."""
    if verification in (Verification.VERIFIED, Verification.NOT_NEEDED):
        return ()
    return tuple(r.right for r in requests if r.needs_proof and r.right in PROVE_FIRST)


def say_unproven(rights: Iterable[Right]) -> str:
    """Why these cannot be closed as done yet."""
    return _(
        "Nobody has confirmed yet who asks, so “{rights}” cannot be closed as done. Mark the case verified first.",
        rights=right_names(rights),
    )


def was_asked(*, by_letter: bool, stopped: bool, verification_asked_on: date | None) -> bool:
    """Whether anything on record asks the person something that they may leave unanswered.

    Args:
        by_letter: a letter of ours asks it.
        stopped: a clock stood still for an answer.
    """
    return by_letter or stopped or verification_asked_on is not None


def say_unasked() -> str:
    """Why a case cannot end for want of an answer."""
    return _(
        "Nothing on record asks the person anything, so no answer is missing. If somebody has asked, note it first: "
        "“Ask for verification …”, or the letter “A question about the request”."
    )


def no_ground(reason: Reason | None, verification: str, requests: Iterable[_Asked]) -> str | None:
    """Why requests cannot be refused for a reason, in one sentence; None when they can.

    That somebody's identity could not be verified is no reason where no law asks for proof, as for an opt-out, nor
    before anybody has asked for it.
    """
    if reason is not Reason.INSUF_VERIFICATION:
        return None
    if free := [request.right for request in requests if not request.needs_proof]:
        return _(
            "Nobody needs to prove who they are for “{rights}”, so it cannot be refused for that. "
            "Choose another reason, or only requests that need proof.",
            rights=right_names(free),
        )
    if verification in (Verification.ASKED, Verification.FAILED):
        return None
    if verification == Verification.VERIFIED:
        return _("The person is verified, so that is no reason. Choose another one.")
    return _("Nobody has asked the person yet who they are. Ask for verification first, or choose another reason.")


def grounds(reasons: Iterable[Reason], verification: str, requests: Iterable[_Asked]) -> tuple[Reason, ...]:
    """Those of some reasons for which at least one of the requests can be refused."""
    asked = tuple(requests)
    return tuple(reason for reason in reasons if any(no_ground(reason, verification, [one]) is None for one in asked))
