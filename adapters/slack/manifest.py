"""The app's manifest: what Slack must know of it. Each entry has its listener, and each listener its entry.

`manifest.json` beside this file is what `manifest()` makes; a test keeps the two together.
"""

import json
from pathlib import Path
from typing import Any

from adapters.slack.turns import SHORTCUT

FILE = Path(__file__).with_name("manifest.json")
COMMAND = "/privacy"
SCOPES = {  # each with its reason, as the page for administrators shows it
    "app_mentions:read": "hear when somebody names the bot in a channel",
    "channels:history": "read mails that were sent to a public channel, and the message that a mention answers",
    "channels:read": "tell at start whether the privacy channel can be reached, if it is a public one",
    "chat:write": "post and update cards, answers and reminders",
    "commands": "offer /privacy and the menu entry of messages",
    "files:read": "read the mails that people drop",
    "groups:history": "the same as channels:history, for private channels that the bot was invited to",
    "groups:read": "the same as channels:read, for a private channel",
    "im:history": "hear what people write to the bot in private",
    "im:write": "look for a private message of its own before it is posted once more",
    "users:read": "know names, languages and time zones, and who is a guest",
    "users:read.email": "know who belongs to the privacy team, and whose mail was forwarded",
}
EVENTS = (
    *("app_home_opened", "app_mention", "app_uninstalled", "message.channels", "message.groups", "message.im"),
    "tokens_revoked",
)


def manifest(*, address: str = "", oauth: bool = False) -> dict[str, Any]:
    """The manifest for Socket Mode; with the public `address` of this desk, for HTTP.

    Args:
        oauth: with a page from which the app is installed, instead of one token in the settings.
    """
    url = f"{address.rstrip('/')}/slack/events"
    request = {"request_url": url} if address else {}
    command = {
        "command": COMMAND,
        "description": "Privacy requests: hand one over, follow it, find it",
        "usage_hint": "help | mine | status DSR-2026-0042 | open | search ...",
        "should_escape": False,
    }
    redirect = {"redirect_urls": [f"{address.rstrip('/')}/slack/oauth_redirect"]} if oauth and address else {}
    return {
        "display_information": {
            "name": "Privacy Desk",
            "description": "Takes in privacy requests and keeps the team ahead of every deadline",
            "background_color": "#1f4e5f",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": "Privacy Desk", "always_online": True},
            "shortcuts": [
                {
                    "name": "Log as privacy request",
                    "type": "message",
                    "callback_id": SHORTCUT,
                    "description": "Hand this message to Privacy Desk",
                }
            ],
            "slash_commands": [{**command, **({"url": url} if address else {})}],
        },
        "oauth_config": {**redirect, "scopes": {"bot": sorted(SCOPES)}},
        "settings": {
            "event_subscriptions": {**request, "bot_events": sorted(EVENTS)},
            "interactivity": {"is_enabled": True, **request},
            "org_deploy_enabled": False,
            "socket_mode_enabled": not address,
            "token_rotation_enabled": oauth,
        },
    }


def text(*, address: str = "", oauth: bool = False) -> str:
    """The manifest as JSON, ready to be pasted into Slack's page for new apps."""
    return json.dumps(manifest(address=address, oauth=oauth), indent=2) + "\n"
