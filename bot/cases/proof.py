"""What may not be said or done as done before we know who asks."""

from collections.abc import Iterable
from typing import Protocol

from bot.cases.naming import right_names
from bot.cases.words import Verification
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
