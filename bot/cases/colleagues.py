"""Who has spoken to the bot: names and addresses of colleagues, sealed, with a keyed hash to find accounts by."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel import Session, col, select

from bot.cases.tables import ColleagueRow
from bot.cases.work import Work
from bot.conversation.turn import Speaker
from bot.db import insert_once
from bot.vault import Vault


@dataclass(frozen=True, slots=True)
class Colleague:
    """An account of somebody of the organisation."""

    id: str  # speaker id
    name: str
    email: str | None
    language: str
    zone: str
    guest: bool


def remember(work: Work, speaker: Speaker) -> None:
    """Keep who speaks, as their directory knows them today. Every account that acts is remembered first."""
    row = work.session.get(ColleagueRow, speaker.id)
    if row is not None and _is_as_known(work.vault, row, speaker):
        return
    mark = work.vault.mark("email", speaker.email) if speaker.email else None
    values = {
        "platform": speaker.platform,
        "name_sealed": work.vault.seal(speaker.name),
        "email_sealed": work.vault.seal(speaker.email) if speaker.email else None,
        "email_mark": mark,
        "language": speaker.language,
        "zone": speaker.zone,
        "guest": speaker.guest,
        "seen_at": work.now,
    }
    if row is None:
        insert_once(work.session, ColleagueRow, id=speaker.id, **values)
    else:
        row.sqlmodel_update(values)
        work.session.add(row)
    work.session.flush()


def check_key(session: Session, vault: Vault) -> None:
    """Raises BadSettings when the record was written with another key than this one."""
    for order in (col(ColleagueRow.seen_at), col(ColleagueRow.seen_at).desc()):
        sealed = session.exec(select(ColleagueRow.name_sealed).order_by(order).limit(1)).first()
        if sealed is not None:
            vault.open(sealed)


def colleague(session: Session, vault: Vault, speaker: str) -> Colleague | None:
    """The account of that speaker id; None for one that has never spoken to us."""
    row = session.get(ColleagueRow, speaker)
    return _opened(vault, row) if row else None


def named(session: Session, vault: Vault, speakers: Iterable[str | None]) -> dict[str, str]:
    """The names behind speaker ids."""
    wanted = {speaker for speaker in speakers if speaker}
    if not wanted:
        return {}
    rows = session.exec(select(ColleagueRow).where(col(ColleagueRow.id).in_(wanted)))
    return {row.id: vault.open(row.name_sealed) for row in rows}


def accounts(session: Session, vault: Vault, addresses: Iterable[str], platform: str) -> tuple[Colleague, ...]:
    """The accounts on one platform of the people with these directory addresses, as far as they were seen there."""
    marks = [vault.mark("email", address) for address in addresses]
    rows = session.exec(
        select(ColleagueRow)
        .where(col(ColleagueRow.email_mark).in_(marks), ColleagueRow.platform == platform)
        .order_by(ColleagueRow.id)
    )
    return tuple(_opened(vault, row) for row in rows)


def team_on(work: Work, platform: str) -> tuple[tuple[str, str], ...]:
    """(speaker id, name) of the members of the privacy team who were seen on this platform, by name."""
    roles = work.policy.roles
    members = accounts(work.session, work.vault, {*roles.team, *roles.dpo}, platform)
    return tuple(sorted(((m.id, m.name) for m in members if not m.guest), key=lambda pair: pair[1].casefold()))


def same_person(session: Session, speaker: str) -> tuple[str, ...]:
    """All accounts of the person behind a speaker id, on whichever platform."""
    mark = session.exec(select(ColleagueRow.email_mark).where(ColleagueRow.id == speaker)).first()
    if mark is None:
        return (speaker,)
    return tuple(session.exec(select(ColleagueRow.id).where(ColleagueRow.email_mark == mark)))


def _opened(vault: Vault, row: ColleagueRow) -> Colleague:
    return Colleague(
        id=row.id,
        name=vault.open(row.name_sealed),
        email=vault.open(row.email_sealed) if row.email_sealed else None,
        language=row.language,
        zone=row.zone,
        guest=row.guest,
    )


def _is_as_known(vault: Vault, row: ColleagueRow, speaker: Speaker) -> bool:
    known = _opened(vault, row)
    return (known.name, known.email, known.language, known.zone, known.guest) == (
        speaker.name,
        speaker.email,
        speaker.language,
        speaker.zone,
        speaker.guest,
    )
