"""What the bot can do, in the reader's own terms."""

from bot.conversation.card import Card, Facts
from bot.conversation.scene import Scene
from bot.wording import _, later

_ANYWHERE = {  # what a platform offers beside the chat itself
    "slack": later(
        "“Log as privacy request” in the menu of any message; “/privacy” with help, mine, status, open or search; "
        "or mention me in a channel."
    ),
    "teams": later(
        "“Log as privacy request” in the menu (…) of any message; mention me in a channel or group chat; or say mine, "
        "status, open, search or home here."
    ),
}


def hello_card(scene: Scene) -> Card:
    """A greeting that says what to do next."""
    return Card.of(
        _(
            "Hello {name}. Paste or drop a customer's message here, and I open the privacy case.",
            name=scene.speaker.name,
        ),
        _("Say “help” for everything I understand."),
    )


def help_card(scene: Scene) -> Card:
    """Everything that can be said to the bot."""
    pairs = [
        (_("Hand over"), _("Paste the customer's words, forward the mail, or drop it as a file (.eml, .msg, .txt).")),
        (_("Escalate"), _("“Ticket 4711: she wants her data deleted” gives you a reference at once.")),
        (
            _("Change"),
            _(
                "“No wait, it's ana@x.example”, “she also wants a copy”, “undo”, “cancel”, until the case is open. "
                "Afterwards say what is wrong with the case's reference, and the privacy team hears it."
            ),
        ),
        (
            _("Follow"),
            _("“status” shows what you handed over; “status DSR-2026-0042” or “any news on 4711?” shows one case."),
        ),
    ]
    if scene.by_team:
        where = _(
            "Cases and reminders are in the privacy channel. “home” is your overview, “what is due this week?” and "
            "“which are mine?” list cases, “who has 42?” shows one, “note on 42: she rang” keeps words with it, "
            "“search ana@x.example” finds those of a person."
        )
        pairs.append((_("The team"), where))
    if (anywhere := _ANYWHERE.get(scene.speaker.platform)) is not None:
        pairs.append((_("From anywhere"), _(anywhere)))
    contact = scene.policy.contacts.dpo
    pairs.append((_("A person"), _("{name}, {email}", name=contact.name, email=contact.email)))
    return Card.of(Facts.of(*pairs), title=_("What I can do"))
