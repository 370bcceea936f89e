"""The app package: what an administrator uploads into Teams. A zip with the manifest, its Dutch words and two icons."""

import json
import zipfile
from collections.abc import Iterable, Iterator
from importlib import resources
from io import BytesIO
from typing import Any

from adapters.teams.turns import COMMAND
from bot.errors import BadSettings

SCHEMA = "1.30"  # of the manifest
SCHEMAS = f"https://developer.microsoft.com/json-schemas/teams/v{SCHEMA}"
VERSION = "1.0.0"  # of the package; Teams takes a changed one only under a higher version
PLACEHOLDER = "https://example.org"
ICONS = ("color.png", "outline.png")
DUTCH = "nl.json"
THEN = (2026, 1, 1, 0, 0, 0)  # the time of every file in it, so that the same package has the same bytes

# Words that are typed, with what the menu says of them in English and in Dutch.
PRIVATE = (
    ("help", "Everything I understand", "Alles wat ik begrijp"),
    (
        "status",
        "How it stands: status and a reference or a ticket; alone, all that you handed over",
        "Hoe het staat: status en een kenmerk of ticket; zonder: alles wat je hebt doorgegeven",
    ),
    ("mine", "What you handed over", "Wat je hebt doorgegeven"),
    (
        "open",
        "Privacy team: the open cases, those due next first",
        "Privacyteam: de open zaken, met de eerste termijn bovenaan",
    ),
    (
        "search",
        "Privacy team: search and a reference, a ticket number, or a whole address",
        "Privacyteam: search en een kenmerk, een ticketnummer of een heel adres",
    ),
    ("home", "Your overview", "Je overzicht"),
)
SHARED = (
    ("help", "What I can do; the answer comes in private", "Wat ik kan; je krijgt het antwoord in een privébericht"),
    (
        "status",
        "How it stands; the answer comes in private",
        "Hoe het staat; je krijgt het antwoord in een privébericht",
    ),
)
LISTS = ((("personal",), PRIVATE), (("team", "groupChat"), SHARED))


def package(app_id: str, address: str = "", *, privacy: str = "", terms: str = "") -> bytes:
    """The zip for the bot of that id. See `manifest` for the rest."""
    found = BytesIO()
    with zipfile.ZipFile(found, "w") as file:
        _put(file, "manifest.json", _json(manifest(app_id, address, privacy=privacy, terms=terms)))
        _put(file, DUTCH, _json(dutch()))
        for name in ICONS:
            _put(file, name, resources.files(__name__).joinpath(name).read_bytes())
    return found.getvalue()


def manifest(app_id: str, address: str = "", *, privacy: str = "", terms: str = "") -> dict[str, Any]:
    """What Teams must know of the app: where it may be added, its commands, and its entry in a message's menu.

    Args:
        address: a page about the desk, or of whoever runs it; Teams shows it beside the app.
        privacy, terms: the pages with the privacy statement and the terms of use; else the same page.

    Raises BadSettings for an address that Teams would not take.
    """
    page = address or PLACEHOLDER
    return {
        "$schema": f"{SCHEMAS}/MicrosoftTeams.schema.json",
        "manifestVersion": SCHEMA,
        "version": VERSION,
        "id": app_id,
        "developer": {
            "name": "Privacy Desk",
            "websiteUrl": _safe(page),
            "privacyUrl": _safe(privacy or page),
            "termsOfUseUrl": _safe(terms or page),
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
        "localizationInfo": {
            "defaultLanguageTag": "en",
            "additionalLanguages": [{"languageTag": "nl", "file": DUTCH}],
        },
        "icons": {"color": "color.png", "outline": "outline.png"},
        "accentColor": "#1F4E5F",
        "bots": [
            {
                "botId": app_id,
                "scopes": ["personal", "team", "groupChat"],
                "supportsFiles": True,
                "isNotificationOnly": False,
                "commandLists": [{"scopes": list(scopes), "commands": _commands(words)} for scopes, words in LISTS],
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


def dutch() -> dict[str, str]:
    """The words of the manifest in Dutch. What is typed, and the menu's entry, the bot names as they are."""
    return {
        "$schema": f"{SCHEMAS}/MicrosoftTeams.Localization.schema.json",
        "name.short": "Privacy Desk",
        "name.full": "Privacy Desk: verzoeken over persoonsgegevens",
        "description.short": "Geef door wat klanten over hun persoonsgegevens vragen.",
        "description.full": (
            'Geef door wat een klant vraagt, zoals "stuur mij mijn gegevens" of "verwijder mij": plak het, voeg de '
            "mail toe, of kies Log as privacy request in het menu van een bericht. Privacy Desk vraagt alleen wat nog "
            "ontbreekt, opent de zaak en bewaakt elke termijn voor het privacyteam. Wat je schrijft, wordt gelezen op "
            "een machine van je eigen organisatie en gaat naar geen enkele andere dienst."
        ),
        **dict(_described()),
        "composeExtensions[0].commands[0].description": "Geef dit bericht door aan Privacy Desk",
    }


def _described() -> Iterator[tuple[str, str]]:
    for number, (_scopes, commands) in enumerate(LISTS):
        for place, (_word, _english, said) in enumerate(commands):
            yield f"bots[0].commandLists[{number}].commands[{place}].description", said


def _commands(words: Iterable[tuple[str, str, str]]) -> list[dict[str, str]]:
    return [{"title": word, "description": english} for word, english, _dutch in words]


def _safe(url: str) -> str:
    if not url.startswith("https://"):
        raise BadSettings("Teams takes only addresses that begin with https://.")
    return url


def _json(content: dict[str, Any]) -> bytes:
    return (json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode()


def _put(file: zipfile.ZipFile, name: str, content: bytes) -> None:
    about = zipfile.ZipInfo(name, THEN)
    about.compress_type = zipfile.ZIP_DEFLATED
    file.writestr(about, content)
