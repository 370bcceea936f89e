"""Where the people of a role can be reached in private."""

from collections.abc import Collection, Iterable

from sqlmodel import Session, col, select

from bot.cases.tables import ColleagueRow
from bot.delivery.outbox import Role
from bot.policy import Policy
from bot.vault import Vault


def accounts_of(session: Session, vault: Vault, policy: Policy, role: Role, platforms: Collection[str]) -> list[str]:
    """All accounts (speaker ids) of a role on these platforms, as far as they have ever spoken to us."""
    rows = _rows(session, vault, getattr(policy.roles, role), platforms)
    return [row.id for row in rows]


def one_account_each(
    session: Session, vault: Vault, policy: Policy, role: Role, platforms: Collection[str]
) -> list[str]:
    """One account for each person of a role: on the home platform, else the one that was seen last."""
    best: dict[str | None, ColleagueRow] = {}
    for row in _rows(session, vault, getattr(policy.roles, role), platforms):
        known = best.get(row.email_mark)
        if known is None or _better(row, known, policy.home.platform):
            best[row.email_mark] = row
    return sorted(row.id for row in best.values())


def _better(row: ColleagueRow, than: ColleagueRow, home: str) -> bool:
    return (row.platform == home, row.seen_at) > (than.platform == home, than.seen_at)


def _rows(
    session: Session, vault: Vault, addresses: Iterable[str], platforms: Collection[str]
) -> Iterable[ColleagueRow]:
    marks = [vault.mark("email", address) for address in addresses]
    return session.exec(
        select(ColleagueRow)
        .where(
            col(ColleagueRow.email_mark).in_(marks),
            col(ColleagueRow.platform).in_(platforms),
            col(ColleagueRow.guest).is_(False),
        )
        .order_by(ColleagueRow.id)
    ).all()
