"""The app package: what an administrator uploads into Teams. A zip with the manifest and two icons."""

import json
import zipfile
from importlib import resources
from io import BytesIO
from typing import Any

from adapters.teams.turns import COMMAND

SCHEMA = "1.30"  # of the manifest
VERSION = "1.0.0"  # of the package; Teams takes a changed one only under a higher version
ICONS = ("color.png", "outline.png")
THEN = (2026, 1, 1, 0, 0, 0)  # the time of every file in it, so that the same package has the same bytes

PRIVATE = (
    ("help", "Everything I understand"),
    ("status", "What you handed over, and how it stands"),
    ("mine", "The cases that are yours"),
    ("home", "Your overview"),
    ("open", "The open cases, those due next first (privacy team)"),
    ("search", "A reference, a ticket, or a whole address (privacy team)"),
)
SHARED = (("help", "What I can do, in a private message"), ("status", "What you handed over, in a private message"))


def package(app_id: str, website: str = "https://example.org") -> bytes:
    """The zip for the bot of that id.

    Args:
        website: https address of whoever runs the desk; Teams shows it beside the app.
    """
    found = BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as file:
        _put(file, "manifest.json", json.dumps(manifest(app_id, website), indent=2).encode())
        for name in ICONS:
            _put(file, name, resources.files(__name__).joinpath(name).read_bytes())
    return found.getvalue()


def manifest(app_id: str, website: str = "https://example.org") -> dict[str, Any]:
    """What Teams must know of the app: where it may be added, its commands, and its entry in a message's menu."""
    site = website.rstrip("/")
    return {
        "$schema": f"https://developer.microsoft.com/json-schemas/teams/v{SCHEMA}/MicrosoftTeams.schema.json",
        "manifestVersion": SCHEMA,
        "version": VERSION,
        "id": app_id,
        "developer": {
            "name": "Privacy Desk",
            "websiteUrl": site,
            "privacyUrl": f"{site}/privacy",
            "termsOfUseUrl": f"{site}/terms",
        },
        "name": {"short": "Privacy Desk", "full": "Privacy Desk: requests about personal data"},
        "description": {
            "short": "Hand over what customers ask about their personal data.",
            "full": (
                'Hand over a customer\'s "send me my data" or "delete me": paste it, attach the mail, or choose Log as '
                "privacy request in a message's menu. Privacy Desk asks only for what is missing, opens the case, and "
                "keeps the privacy team ahead of every deadline. What you write is read on your organisation's own "
                "machine and goes to no other service."
            ),
        },
        "icons": {"color": "color.png", "outline": "outline.png"},
        "accentColor": "#1F3A5F",
        "bots": [
            {
                "botId": app_id,
                "scopes": ["personal", "team", "groupChat"],
                "supportsFiles": True,
                "isNotificationOnly": False,
                "commandLists": [
                    {"scopes": ["personal"], "commands": _commands(PRIVATE)},
                    {"scopes": ["team", "groupChat"], "commands": _commands(SHARED)},
                ],
            }
        ],
        "composeExtensions": [
            {
                "botId": app_id,
                "commands": [
                    {
                        "id": COMMAND,
                        "type": "action",
                        "title": "Log as privacy request",
                        "description": "Hand this message over to Privacy Desk",
                        "context": ["message"],
                        "fetchTask": True,
                    }
                ],
            }
        ],
        "permissions": ["identity", "messageTeamMembers"],
        "defaultInstallScope": "personal",
        "defaultGroupCapability": {"team": "bot", "groupchat": "bot"},
        "validDomains": [],
    }


def _commands(pairs: tuple[tuple[str, str], ...]) -> list[dict[str, str]]:
    return [{"title": title, "description": description} for title, description in pairs]


def _put(file: zipfile.ZipFile, name: str, content: bytes) -> None:
    about = zipfile.ZipInfo(name, THEN)
    about.compress_type = zipfile.ZIP_DEFLATED
    file.writestr(about, content)
