"""The answers that Teams takes for an invoke, as JSON."""

from typing import Any

from adapters.teams.poster import attached
from adapters.teams.render.cards import drawn
from bot.conversation.card import Card

Body = dict[str, Any]

TITLE = "Privacy Desk"


def card(content: Body) -> Body:
    """Show this card in the place of the one in which a button was pressed."""
    return {"statusCode": 200, "type": "application/vnd.microsoft.card.adaptive", "value": content}


def said(words: str) -> Body:
    """Leave the card as it is, and say something to whoever pressed."""
    return {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": words}


def dialog(title: str, content: Body) -> Body:
    """Open a dialog with a card in it, or show another card in the one that is open."""
    value = {"title": title, "width": "medium", "height": "large", "card": attached(content)}
    return {"task": {"type": "continue", "value": value}}


def dialog_says(words: str) -> Body:
    """Open a dialog that only says something. Clients were seen to show nothing for an answer of bare words here."""
    return dialog(TITLE, drawn(Card.of(words), channel=False).content)


def said_at_last(words: str) -> Body:
    """Say something in the place of a form that was sent from a dialog."""
    return {"task": {"type": "message", "value": words}}
