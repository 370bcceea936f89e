"""Letters as files: kept sealed for some minutes, behind a link that stands on one private card only.

A link may be opened any number of times while it lasts, since previews of links open them, too. What it says is signed
with the desk's key, so one that was made up never reaches the database, and one that has ended can be told from it.
"""

import hmac
import re
from datetime import UTC, datetime

from pydantic import TypeAdapter
from sqlmodel import Session, col, delete

from bot.db import insert_once
from bot.delivery.tables import LetterFileRow
from bot.errors import NotAllowed, Stale
from bot.letters.file import GOOD_FOR, LetterFile
from bot.vault import Vault
from bot.wording import _

PATH = "/letters/"

_FILE = TypeAdapter(LetterFile)
_TOKEN = re.compile(r"(?P<key>[0-9a-f]{32})-(?P<end>[0-9a-f]{1,10})-(?P<signed>[0-9a-f]{32})")


def token(vault: Vault, turn: str, now: datetime) -> str:
    """The end of the link to the file that a turn hands out at this moment. It says nothing of anybody."""
    said = f"{vault.mark('letter file', turn)[:32]}-{int((now + GOOD_FOR).timestamp()):x}"
    return f"{said}-{_signed(vault, said)}"


def keep(session: Session, vault: Vault, token: str, file: LetterFile) -> None:
    """Keep the file behind a link of ours."""
    key, until = checked(vault, token)
    insert_once(session, LetterFileRow, key=key, body_sealed=vault.seal(_FILE.dump_json(file).decode()), until=until)


def checked(vault: Vault, token: str) -> tuple[str, datetime]:
    """The key of the file behind a link, and the moment at which the link ends, in UTC.

    Raises NotAllowed for a link that is not ours, or was changed.
    """
    found = _TOKEN.fullmatch(token)
    said = token.rpartition("-")[0]
    if found is None or not hmac.compare_digest(found["signed"], _signed(vault, said)):
        raise NotAllowed(
            _("This is no link of this desk, or a part of it is missing. Open it from your message with the letter.")
        )
    return found["key"], datetime.fromtimestamp(int(found["end"], 16), UTC)


def still_good(until: datetime, now: datetime) -> None:
    """Raises Stale for a link that has ended."""
    if now >= until:
        raise _ended()


def opened(session: Session, vault: Vault, key: str) -> LetterFile:
    """The file that is kept under a key. Raises Stale when it is gone."""
    row = session.get(LetterFileRow, key)
    if row is None:
        raise _ended()
    return _FILE.validate_json(vault.open(row.body_sealed))


def tidy(session: Session, now: datetime) -> None:
    """Remove the files whose links have ended."""
    session.exec(delete(LetterFileRow).where(col(LetterFileRow.until) <= now))


def _signed(vault: Vault, said: str) -> str:
    return vault.mark("letter link", said)[:32]


def _ended() -> Stale:
    return Stale(
        _(
            "This link has ended: a letter can be fetched for {minutes} minutes. Press “{button}” on the case's card, "
            "and write it again.",
            minutes=int(GOOD_FOR.total_seconds() // 60),
            button=_("Write to them …"),
        )
    )
