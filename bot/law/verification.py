"""Which proof a right needs, and what must never be asked for."""

from collections.abc import Iterable

from bot.law.book import LawBook, RepresentativeRule, Tier, TierRule
from bot.rights import Right

__all__ = ["Tier", "representative", "strictest", "tier", "tier_rule"]


def tier(book: LawBook, regime: str, right: Right, has_account: bool, *, sensitive: bool = False) -> Tier:
    """How sure one has to be of who asks.

    Args:
        book: the laws.
        regime: code of the law.
        right: what is asked for.
        has_account: whether the person has an account with a login.
        sensitive: a mistake would do harm; only matters without an account.

    Raises:
        UnknownRegime: there is no data for the law.
    """
    rule = tier_rule(book, regime, right)
    if has_account:
        return book.tiers[rule.with_account]
    if sensitive and rule.sensitive is not None:
        return book.tiers[rule.sensitive]
    return book.tiers[rule.without_account]


def strictest(
    book: LawBook, regimes: Iterable[str], rights: Iterable[Right], *, has_account: bool, sensitive: bool = False
) -> Tier:
    """The strictest tier that any of the rights needs under any of the laws; no check at all without rights or laws.

    Raises:
        UnknownRegime: there is no data for a law.
    """
    asked = tuple(rights)
    needed = (tier(book, code, right, has_account, sensitive=sensitive) for code in regimes for right in asked)
    return max(needed, key=lambda one: one.id, default=book.tiers["T0"])


def tier_rule(book: LawBook, regime: str, right: Right) -> TierRule:
    """The rule behind `tier`, with its source and what to do if the proof fails.

    Raises:
        UnknownRegime: there is no data for the law.
    """
    code = book.regime(regime).id
    return next(rule for rule in book.tier_rules if right in rule.rights and _holds(rule.regimes, code))


def representative(book: LawBook, regime: str, capacity: str) -> Tier | RepresentativeRule:
    """What somebody shows who acts for the person, beside the person's own proof.

    Args:
        book: the laws.
        regime: code of the law.
        capacity: for whom they write: "representative", "lawyer" or "parent".
    """
    found = (rule for rule in book.representatives if capacity in rule.capacities and _holds(rule.regimes, regime))
    return next(found, book.tiers["TR"])


def _holds(regimes: tuple[str, ...], regime: str) -> bool:
    return regime in regimes or "*" in regimes
