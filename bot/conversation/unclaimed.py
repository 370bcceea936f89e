"""A mail that came straight into a channel from somebody whom the directory does not know: it needs a colleague."""

from datetime import datetime

from sqlmodel import Session

from bot.conversation.card import Card, Inline, Link, Text
from bot.delivery import outbox
from bot.delivery.port import Address, Unclaimed
from bot.policy import Policy
from bot.vault import Vault
from bot.wording import _, speaking


def say_unclaimed(session: Session, vault: Vault, policy: Policy, mail: Unclaimed, now: datetime) -> None:
    """Tell the privacy channel that a mail waits, with a link to it. Nothing of the mail itself is said or kept."""
    home = policy.home
    with speaking(home.language):
        where: tuple[Inline, ...] = (Link(text=_("Open it"), url=mail.link), " · ") if mail.link else ()
        card = Card.of(
            _(
                "A mail came in, and its sender is no colleague whom I know. It may be a request, and then the clock "
                "runs already. Whoever looks after it: choose “Log as privacy request” in the menu of that message."
            ),
            Text.of(*where, _("I have kept nothing of it."), small=True),
            title=_("A mail waits for a colleague"),
            tone="warning",
        )
    to, came = Address(home.platform, home.tenant, channel=home.channel), mail.incoming
    outbox.say(
        session,
        vault,
        to,
        card,
        now,
        lane=f"channel:{home.channel}",
        once=f"unclaimed:{came.platform}:{came.tenant}:{came.id}",
    )
