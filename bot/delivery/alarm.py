"""What cannot be posted reaches the DPO another way: in private, as a line in a file, and in `doctor`.

The DPO is told each message's content only where it holds no personal data (cards of cases and notes about them).
"""

from collections.abc import Collection
from datetime import datetime

from sqlmodel import Session

from bot.cases.colleagues import named
from bot.cases.tables import CaseRow
from bot.conversation.card import Card, Text
from bot.delivery import outbox, people
from bot.delivery.port import Address
from bot.delivery.tables import OutboxRow
from bot.policy import Policy
from bot.vault import Vault
from bot.wording import _, later, speaking

_ALARM = "alarm:"  # lane of what is said here: when that dies too, there is nobody left to tell in a chat
MOST_BLOCKS = 45

_ROLES: dict[str, str] = {
    "dpo": later("the data protection officer"),
    "legal": later("the legal team"),
    "team": later("the privacy team"),
}


def raise_alarm(
    session: Session,
    vault: Vault,
    policy: Policy,
    row: OutboxRow,
    code: str,
    card: Card | None,
    platforms: Collection[str],
    now: datetime,
) -> str:
    """Tell the DPO that a message is dead; returns one line for the file, without personal data.

    Args:
        card: what could not be posted, if it holds no personal data.
        platforms: where we can post at all.
    """
    reference = _reference(session, row)
    if not row.lane.startswith(_ALARM):
        with speaking(policy.home.language):
            if row.kind == "role":
                _ask_home(session, vault, policy, row, now)
            else:
                _tell(session, vault, policy, row, _words(session, vault, row, code, reference, card), platforms, now)
    about = f" about {reference}" if reference else ""
    return (
        f"{now.isoformat(timespec='seconds')} message {row.id} ({row.kind}{about}) could not be delivered "
        f"on {row.platform or policy.home.platform}: {code}"
    )


def _tell(
    session: Session,
    vault: Vault,
    policy: Policy,
    row: OutboxRow,
    card: Card,
    platforms: Collection[str],
    now: datetime,
) -> None:
    dead_end = f"{row.platform}:{row.tenant}:{row.user}"
    told = [a for a in people.accounts_of(session, vault, policy, "dpo", platforms) if a != dead_end]
    for account in told:
        lane, once = f"{_ALARM}{account}", f"{row.once}:dead:{account}"
        outbox.say(session, vault, outbox.private(account), card, now, lane=lane, once=once)
    if not told and row.user:  # the home channel may still work
        notice = Card.of(*card.blocks[:1], title=card.title, tone="urgent")
        _say_home(session, vault, policy, notice, now, f"{row.once}:dead:home")


def _words(session: Session, vault: Vault, row: OutboxRow, code: str, reference: str | None, card: Card | None) -> Card:
    if row.user:
        speaker = f"{row.platform}:{row.tenant}:{row.user}"
        name = named(session, vault, [speaker]).get(speaker, _("a colleague"))
        what = _("My private message to {name} could not be delivered ({code}).", name=name, code=code)
    elif reference:
        what = _("My message about {reference} could not be posted ({code}).", reference=reference, code=code)
    else:
        what = _("A message of mine could not be posted in the channel ({code}).", code=code)
    kept = _("It is kept, sealed, as number {number}; `python app.py doctor` lists it.", number=row.id)
    shown = () if card is None else card.blocks
    title = _("A message could not be delivered")
    follows = (Text.of(card.title),) if card is not None and card.title else ()
    return Card.of(*(f"{what} {kept}", *follows, *shown)[:MOST_BLOCKS], title=title, tone="urgent")


def _ask_home(session: Session, vault: Vault, policy: Policy, row: OutboxRow, now: datetime) -> None:
    """Nobody of a role is known to us yet: whoever sits beside them can change that."""
    words = _(
        "I have a message for {role}, but nobody of them has ever written to me. Please ask them to send me a "
        "message, for example “hello”: I pass it on as soon as I know them.",
        role=_(_ROLES[row.user]),
    )
    card = Card.of(words, title=_("A message waits"), tone="urgent")
    _say_home(session, vault, policy, card, now, f"unknown:{row.user}:{now.date()}")  # once a day is enough


def _say_home(session: Session, vault: Vault, policy: Policy, card: Card, now: datetime, once: str) -> None:
    home = policy.home
    to = Address(home.platform, home.tenant, channel=home.channel)
    outbox.say(session, vault, to, card, now, lane=f"{_ALARM}home", once=once)


def _reference(session: Session, row: OutboxRow) -> str | None:
    case = session.get(CaseRow, row.case_id) if row.case_id is not None else None
    return case.reference if case else None
